import { chmod, chown, mkdir, readdir, realpath, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { copyTree, sizeOf } from "../copy-tree";
import { takeFolder } from "../folder-lock";
import { StartProblem } from "../start-problem";
import { addressOf, type Notebook, readNotebook, saveNotebook } from "./notebook";
import { programsFor } from "./programs";
import { whoRunsIt } from "./user";
import { type Rows, tryCluster } from "./verify";

const SPARE = 200 * 1024 * 1024;

/** What a backup says of itself, in its about.json. Everything acknowledged before `made` is in it. */
export type About = { made: string; kind: "folder" | "dump"; bytes: number; rows: Rows };

type Options = {
  dataDir: string;
  /** The folder that the backup becomes. */
  to: string;
  /** Small files that belong to it, by name. */
  keep: Record<string, string>;
  say?: (line: string) => void;
  signal?: AbortSignal;
};

/**
 * Copies the embedded database while it runs, by PostgreSQL's own protocol for that: every row acknowledged before the
 * copy ends is in it. The copy is then started, read to the last row and stopped: what is kept is what was tried. It is
 * made beside the database, where the server's user can reach it, and moved to its place when it is complete.
 */
export async function backUp({ dataDir, to, keep, say = () => {}, signal }: Options): Promise<About> {
  const notebook = await readNotebook(await realpath(dataDir));
  if (!notebook) throw new StartProblem(`There is no database in ${dataDir}.`);
  const user = await whoRunsIt(notebook.folder);
  const programs = await programsFor(user, say);
  const work = path.join(notebook.folder, "backup.half-made");
  await mkdir(work, { recursive: true, mode: user ? 0o711 : 0o700 });
  const lock = await takeFolder(work).catch((error: Error) => {
    throw error.name === "StartProblem" ? new StartProblem("Another backup is being made at this moment.") : error;
  });
  const half = `${to}.half-made`;
  try {
    for (const left of await readdir(work)) if (left !== "in-use") await rm(path.join(work, left), { recursive: true });
    const source = path.join(notebook.folder, "postgres");
    const folder = path.join(work, "postgres");
    await requireRoom(source, [work, path.dirname(to)]);
    say("Copying the database …");
    const made = (await copyRunning(notebook, source, folder, { owner: user, signal })).toISOString();
    say("Trying the copy …");
    const rows = await tryCluster({ folder, programs, user }, notebook);
    signal?.throwIfAborted();

    await saveNotebook(work, { ...notebook, folder: work });
    for (const [name, text] of Object.entries(keep)) await writeFile(path.join(work, name), text, { mode: 0o600 });
    for (const log of ["postgres.log", "postgres.previous.log"]) await rm(path.join(work, log), { force: true });
    const about: About = { made, kind: "folder", bytes: await sizeOf(work), rows };
    await writeFile(path.join(work, "about.json"), `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600 });
    await chmod(work, 0o700);
    if (await exists(to)) throw new StartProblem(`${to} is there already; nothing was overwritten.`);
    if (await isOnOneDisk(work, path.dirname(to))) {
      await lock.release();
      await rename(work, to);
    } else {
      await copyTree(work, half, { takes: (file) => file !== "in-use" });
      await rename(half, to);
      await rm(work, { recursive: true });
    }
    return about;
  } catch (error) {
    await Promise.all([work, half].map((folder) => rm(folder, { recursive: true, force: true })));
    throw readable(error as NodeJS.ErrnoException);
  }
}

/** What a person can do something about is a sentence. */
export function readable(error: NodeJS.ErrnoException): Error {
  if (error.code === "ENOSPC" || error.code === "EDQUOT" || error.code === "53100")
    return new StartProblem("The disk became full, so nothing was kept; make room or give another place.");
  if (error.code === "EACCES" || error.code === "EPERM")
    return new StartProblem(`${error.message.split(",")[0]}: run this as the user who runs the forum.`);
  if (/Connection terminated|57P01/.test(`${error.message} ${error.code}`))
    return new StartProblem("The database was stopped while it was being copied, so nothing was kept; try again.");
  return error;
}

async function requireRoom(source: string, places: string[]): Promise<void> {
  const needed = (await sizeOf(source)) + SPARE;
  for (const place of places) await requireRoomFor(needed, place);
}

export async function requireRoomFor(needed: number, place: string): Promise<void> {
  const { bavail, bsize } = await statfs(place);
  if (bavail * bsize >= needed) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  throw new StartProblem(
    `There is no room in ${place}: ${megabytes(bavail * bsize)} MB are left and ${megabytes(needed)} MB are needed.`,
  );
}

type Copying = { owner: { uid: number; gid: number } | null; signal?: AbortSignal };

/** Returns the moment up to which everything is in it. The connection stays open from start to stop: the server ends the backup when it goes. */
async function copyRunning(
  notebook: Notebook,
  source: string,
  folder: string,
  { owner, signal }: Copying,
): Promise<Date> {
  const client = new Client({ connectionString: addressOf(notebook, "postgres"), connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // the next query tells
  await client.connect();
  const ask = async (sql: string, values: string[] = []) =>
    (await client.query<Record<string, string>>(sql, values)).rows[0] ?? {};
  try {
    const { more } = await ask("SELECT count(*) > 2 AS more FROM pg_tablespace");
    if (more)
      throw new StartProblem("This database keeps data outside its folder (tablespaces); use PostgreSQL’s own tools.");
    // Holds on to the log from here; the server forgets it with this connection.
    await ask("SELECT pg_create_physical_replication_slot($1, true, true)", [`backup_${process.pid}`]);
    const { start = "" } = await ask("SELECT pg_backup_start('wellcited', true)::text AS start");
    const takes = (file: string) => {
      signal?.throwIfAborted();
      return belongs(file);
    };
    await copyTree(source, folder, { owner, takes });
    const made = new Date();
    const { stop = "", label = "" } = await ask(
      "SELECT lsn::text AS stop, labelfile AS label FROM pg_backup_stop(false)",
    );
    const { first = "", last = "" } = await ask("SELECT pg_walfile_name($1) AS first, pg_walfile_name($2) AS last", [
      start,
      stop,
    ]);
    const needed = (file: string) => /^[0-9A-F]{24}$/.test(file) && file >= first && file <= last;
    await rm(path.join(folder, "pg_wal"), { recursive: true });
    await copyTree(path.join(source, "pg_wal"), path.join(folder, "pg_wal"), {
      owner,
      takes: (file, isFolder) => isFolder || needed(file),
    });
    const labelFile = path.join(folder, "backup_label");
    await writeFile(labelFile, label, { mode: 0o600 });
    if (owner) await chown(labelFile, owner.uid, owner.gid);
    return made;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** As PostgreSQL's documentation says of copying by hand: nothing of the running server itself, and the log comes last. */
function belongs(file: string): boolean {
  const [top = ""] = file.split(path.sep);
  const name = path.basename(file);
  if (/^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|current_logfiles)$/.test(file))
    return false;
  if (/^pgsql_tmp|^pg_internal\.init/.test(name)) return false;
  const emptied = /^pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)$/;
  return !emptied.test(top) || file === top;
}

async function isOnOneDisk(one: string, other: string): Promise<boolean> {
  return (await stat(one)).dev === (await stat(other)).dev;
}

export async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}
