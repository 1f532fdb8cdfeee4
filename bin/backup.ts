import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Config, readConfig } from "@/lib/platform/config";
import { type About, backUp } from "@/lib/platform/embedded-postgres/backup";
import { StartProblem } from "@/lib/platform/start-problem";
import { borrowDatabase, requireForum } from "./database";
import { readMode } from "./demo";
import { dump } from "./dump";
import { tell } from "./settings";
import { stamp } from "./stamp";

// npm run backup [-- PLACE]: a copy of the forum's database with what belongs to it, in a new folder named by the
// moment, in DATA_DIR/backups or PLACE. Works beside a forum that is running, and starts its database for a moment when
// none is.

const breakOff = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => breakOff.abort(new StartProblem("Broken off; nothing was kept.")));

try {
  const [place, ...rest] = process.argv.slice(2);
  if (rest.length || place?.startsWith("-"))
    throw new StartProblem("Use it so: npm run backup, or: npm run backup -- PLACE.");
  const config = readConfig(process.env);
  await requireForum(config);
  const database = await borrowDatabase(config);
  try {
    const mode = await readMode(database.url);
    if (!mode) throw new StartProblem("No forum was started on this database yet, so there is nothing to keep.");
    const to = await newFolder(config, place);
    const keep = await belongings(config);
    const about = config.DATABASE_URL
      ? await dumpTo(to, config.DATABASE_DIRECT_URL ?? config.DATABASE_URL, keep)
      : await backUp({ dataDir: config.DATA_DIR, to, keep, say: console.log, signal: breakOff.signal });
    conclude(to, about);
    if (mode === "live" && !keep["auth-secret"])
      console.log("AUTH_SECRET is not set here, so it is not in the backup; keep it yourself.");
  } finally {
    await database.stop();
  }
} catch (error) {
  tell(error as Error);
}

/** A folder that is there gets a dated one inside; a path that isn't becomes the backup. */
async function newFolder({ DATA_DIR }: Config, place?: string): Promise<string> {
  const parent = place ?? path.join(DATA_DIR, "backups");
  if (!place) await mkdir(parent, { recursive: true, mode: 0o700 });
  const there = await stat(parent).catch(() => null);
  if (there && !there.isDirectory())
    throw new StartProblem(`${parent} is a file; give a folder, or a path that is free.`);
  const to = path.resolve(there ? path.join(parent, stamp()) : parent);
  if (!(await stat(path.dirname(to)).catch(() => null)))
    throw new StartProblem(`There is no folder ${path.dirname(to)} to put the backup in.`);
  return to;
}

/** The secret that cookies and throttles were made with, and whom one can sign in as in a demo. */
async function belongings({ DATA_DIR, AUTH_SECRET }: Config): Promise<Record<string, string>> {
  const read = (name: string) => readFile(path.join(DATA_DIR, name), "utf8").catch(() => null);
  const secret = AUTH_SECRET ?? (await read("auth-secret"));
  const accounts = await read("demo-accounts.json");
  return { ...(secret ? { "auth-secret": secret } : {}), ...(accounts ? { "demo-accounts.json": accounts } : {}) };
}

async function dumpTo(to: string, url: string, keep: Record<string, string>): Promise<About> {
  const half = `${to}.half-made`;
  await mkdir(half, { mode: 0o700 });
  try {
    const file = path.join(half, "forum.dump");
    await writeFile(file, "", { mode: 0o600 });
    console.log("Copying the database …");
    await dump(url, file);
    const about: About = { made: new Date().toISOString(), kind: "dump", bytes: (await stat(file)).size, rows: {} };
    for (const [name, text] of Object.entries({ ...keep, "about.json": `${JSON.stringify(about, null, 2)}\n` }))
      await writeFile(path.join(half, name), text, { mode: 0o600 });
    await rename(half, to);
    return about;
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
}

function conclude(to: string, { bytes, rows }: About): void {
  const folder = path.relative("", to).startsWith("..") ? to : path.relative("", to);
  const size = `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;
  const holds = "Post" in rows ? `, ${rows.Post} posts of ${rows.Member} members` : "";
  console.log(`The backup is in ${folder} (${size}${holds}); it was read to its end.`);
  console.log(`Restore it with: npm run restore -- ${folder}`);
  console.log("It holds private data and passwords: keep another copy on another machine, where only you can read it.");
}
