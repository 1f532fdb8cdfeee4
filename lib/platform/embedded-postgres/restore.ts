import { copyFile, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { copyTree } from "../copy-tree";
import { makeFolder } from "../embedded-postgres";
import { takeFolder } from "../folder-lock";
import { freePort } from "../ports";
import { StartProblem } from "../start-problem";
import { type About, exists, readable, requireRoomFor } from "./backup";
import { readVersion, requireSameVersion } from "./cluster";
import { reachableFolder, readNotebook, saveNotebook } from "./notebook";
import { programsFor } from "./programs";
import { stopLeftover } from "./server";
import { whoRunsIt } from "./user";
import { tryCluster } from "./verify";

const SPARE = 300 * 1024 * 1024;
/** What a forum keeps in its data folder; only these are ever moved. */
const OURS = [
  "postgres",
  "postgres.log",
  "postgres.previous.log",
  "database.json",
  "auth-secret",
  "demo-accounts.json",
];

type Options = { backup: string; dataDir: string; replace: boolean; stamp: string; say?: (line: string) => void };

/**
 * Makes a data folder from a backup. The copy is tried before anything else changes; a forum that is there is moved
 * aside whole, if that was asked for. Returns what the backup holds and where the old forum went
 * (`elsewhere`: its database, which stays where it is).
 */
export async function restore({ backup, dataDir: given, replace, stamp, say = () => {} }: Options) {
  const about = await readAbout(backup);
  const kept = await readNotebook(path.resolve(backup));
  if (!kept || !(await readVersion(path.join(backup, "postgres"))))
    throw new StartProblem(`${backup} is not a whole backup: its database is missing.`);
  const dataDir = await makeFolder(given);
  const lock = await takeFolder(dataDir);
  try {
    const there = (await readdir(dataDir)).filter((name) => !/^(in-use|backups|replaced-.*)$/.test(name));
    if (there.length && !replace)
      throw new StartProblem(
        `${given} is not empty (${there[0]}); add --replace to move the forum in it aside, or set DATA_DIR to an empty place.`,
      );
    const old = await readNotebook(dataDir);
    if (old) await stopLeftover(path.join(old.folder, "postgres"));

    const user = await whoRunsIt(dataDir);
    const programs = await programsFor(user, say);
    await requireSameVersion({ folder: path.join(backup, "postgres"), programs, user });
    const place = await reachableFolder(dataDir, user, say);
    const work = path.join(place, "restored.half-made");
    try {
      await requireRoomFor(about.bytes + SPARE, place);
      await rm(work, { recursive: true, force: true });
      await mkdir(work, { mode: user ? 0o711 : 0o700 });
      const cluster = { folder: path.join(work, "postgres"), programs, user };
      say("Copying the backup …");
      await copyTree(path.join(backup, "postgres"), cluster.folder, { owner: user });
      say("Trying it …");
      requireSame(about.rows, await tryCluster(cluster, kept));

      const aside = there.length ? await moveAside(dataDir, stamp) : null;
      await rename(cluster.folder, path.join(place, "postgres"));
      await saveNotebook(dataDir, { ...kept, folder: place, port: await freePort() });
      for (const name of ["auth-secret", "demo-accounts.json"])
        if (await exists(path.join(backup, name))) await copyFile(path.join(backup, name), path.join(dataDir, name));
      await rm(work, { recursive: true });
      return { about, aside, elsewhere: old && old.folder !== dataDir ? old.folder : null };
    } catch (error) {
      await rm(place === dataDir ? work : place, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    throw readable(error as NodeJS.ErrnoException);
  } finally {
    await lock.release();
  }
}

export async function readAbout(backup: string): Promise<About> {
  try {
    return JSON.parse(await readFile(path.join(backup, "about.json"), "utf8")) as About;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EACCES") throw readable(error as NodeJS.ErrnoException);
    throw new StartProblem(`${backup} is not a backup of a forum; give the folder that npm run backup named.`);
  }
}

function requireSame(kept: About["rows"], found: About["rows"]): void {
  const off = Object.keys({ ...kept, ...found }).find((table) => kept[table] !== found[table]);
  if (!off) return;
  throw new StartProblem(
    `The backup was changed since it was made: it should have ${kept[off] ?? 0} rows of ${off} and has ${found[off] ?? 0}.`,
  );
}

/** A data folder of its own again, that a forum can be started on. */
async function moveAside(dataDir: string, stamp: string): Promise<string> {
  const aside = path.join(dataDir, `replaced-${stamp}`);
  await mkdir(aside, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  for (const name of OURS)
    if (await exists(path.join(dataDir, name))) await rename(path.join(dataDir, name), path.join(aside, name));
  return aside;
}
