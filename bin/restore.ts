import { copyFile, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { BadConfiguration, readConfig } from "@/lib/platform/config";
import { readAbout, restore } from "@/lib/platform/embedded-postgres/restore";
import { requireFolderFree } from "@/lib/platform/folder-lock";
import { StartProblem } from "@/lib/platform/start-problem";
import { openDatabase } from "./database";
import { restoreDump } from "./dump";
import { tell } from "./settings";
import { stamp } from "./stamp";

// npm run restore -- BACKUP [--replace]: makes a forum's data folder (or the database that DATABASE_URL names) from a
// backup. Refuses where a forum runs or is kept; --replace moves a kept one aside.

try {
  const { backup, replace } = readOptions(process.argv.slice(2));
  const config = readConfig(process.env);
  const about = await readAbout(backup);
  if (about.kind === "dump" && !config.DATABASE_URL)
    throw new StartProblem("This backup was made by pg_dump; set DATABASE_URL to an empty database for it.");
  if (about.kind === "folder" && config.DATABASE_URL)
    throw new StartProblem("This backup is of the embedded database; unset DATABASE_URL to restore it.");
  await requireFolderFree(config.DATA_DIR);
  if (config.DATABASE_URL) {
    const { direct, where } = await openDatabase(config, () => {});
    await restoreDump(direct, path.join(backup, "forum.dump"));
    const left = await bringBelongings(backup, config.DATA_DIR);
    console.log(`The forum of ${about.made} is in the database again (${where}).`);
    if (left) console.log(`Its AUTH_SECRET is in ${left}.`);
  } else {
    const { aside, elsewhere } = await restore({
      backup,
      dataDir: config.DATA_DIR,
      replace,
      stamp: stamp(),
      say: console.log,
    });
    console.log(`The forum of ${about.made} is in ${config.DATA_DIR} again; every row of it was read.`);
    const before = elsewhere ? `${aside} and its database in ${elsewhere}` : aside;
    if (aside) console.log(`What was there before is in ${before}; remove it when you are sure.`);
    if ((await readdir(backup)).includes("auth-secret"))
      console.log(
        `Its AUTH_SECRET is in ${path.join(config.DATA_DIR, "auth-secret")}; a live forum wants it in its environment.`,
      );
  }
  console.log("Start it as before, and look with: npm run integrity");
} catch (error) {
  tell(error as Error);
}

function readOptions(args: string[]): { backup: string; replace: boolean } {
  const { values, positionals } = parseArgs({
    args,
    options: { replace: { type: "boolean", default: false } },
    allowPositionals: true,
    strict: false,
  });
  const [backup, ...rest] = positionals;
  if (!backup || rest.length || Object.keys(values).some((name) => name !== "replace"))
    throw new BadConfiguration(
      "Use it so: npm run restore -- BACKUP, with --replace to move a forum that is there aside.",
    );
  return { backup, replace: values.replace === true };
}

/** Beside a database elsewhere only the secret and the demo's accounts are files; those that are there stay. */
async function bringBelongings(backup: string, dataDir: string): Promise<string | null> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const names = (await readdir(backup)).filter((name) => name === "auth-secret" || name === "demo-accounts.json");
  const there = await readdir(dataDir);
  for (const name of names)
    if (!there.includes(name)) await copyFile(path.join(backup, name), path.join(dataDir, name));
  return names.includes("auth-secret") ? path.join(backup, "auth-secret") : null;
}
