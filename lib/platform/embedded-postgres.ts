import { access, constants, mkdir, realpath, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { type Cluster, makeCluster, readVersion, requireSameVersion } from "./embedded-postgres/cluster";
import { addressOf, type Notebook, openNotebook, readNotebook, saveNotebook } from "./embedded-postgres/notebook";
import { programsFor } from "./embedded-postgres/programs";
import { runningPid, type Server, startServer, stopLeftover, stopServer } from "./embedded-postgres/server";
import { whoRunsIt } from "./embedded-postgres/user";
import { takeFolder } from "./folder-lock";
import { StartProblem } from "./start-problem";

const ROOM_TO_START = 300 * 1024 * 1024;
const RESTARTS = 5;

export type EmbeddedPostgres = {
  /** The forum's own database, as a role that owns it and nothing else. */
  url: string;
  /** The whole cluster, for making databases in tests. */
  superuserUrl: string;
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  /** Gets one line for each thing worth knowing. */
  say?: (line: string) => void;
  /** Called when there is nothing to do but wait until the server is ready. */
  begun?: () => void;
  /** Extra server settings. Tests turn off what only matters when the machine fails. */
  settings?: Record<string, string>;
};

/**
 * Runs a real PostgreSQL from its npm package on the data in `dataDir`, making the cluster if it is new.
 * It listens on loopback only. Whoever holds the data folder's lock is its only user: a server left behind by
 * a start that was killed is stopped first, and recovers by itself. One that dies under us is started again.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { say = () => {}, settings = {} } = options;
  const dataDir = await makeFolder(options.dataDir);
  const locks = [await takeFolder(dataDir)];
  const release = () => Promise.all(locks.map((lock) => lock.release()));
  try {
    await requireRoom(dataDir);
    const user = await whoRunsIt(dataDir);
    const notebook = await openNotebook(dataDir, user, say);
    if (notebook.folder !== dataDir) locks.push(await takeFolder(notebook.folder)); // a copied data folder points there too
    await requireRoom(notebook.folder);
    const cluster = { folder: path.join(notebook.folder, "postgres"), programs: await programsFor(user, say), user };
    await requireSameVersion(cluster);
    await stopLeftover(cluster.folder);
    await saveNotebook(dataDir, notebook); // before the cluster: without its password it would be of no use
    if (!(await readVersion(cluster.folder))) await makeCluster(cluster, notebook.superuserPassword);

    const server = await startServer(cluster, notebook.port, settings, options.begun);
    const stop = keepRunning(server, cluster, settings, say);
    notebook.port = server.port;
    try {
      await saveNotebook(dataDir, notebook);
      await makeForumDatabase(notebook);
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      url: addressOf(notebook, "wellcited"),
      superuserUrl: addressOf(notebook, "postgres"),
      stop: async () => {
        await stop();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Whether a database was ever made for this data folder. */
export async function hasEmbeddedPostgres(dataDir: string): Promise<boolean> {
  const notebook = await readNotebook(path.resolve(dataDir));
  return notebook !== null && (await readVersion(path.join(notebook.folder, "postgres"))) !== "";
}

/** The address of the embedded database that is running on this data folder now, or null. */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const notebook = await readNotebook(path.resolve(dataDir));
  if (!notebook || !(await runningPid(path.join(notebook.folder, "postgres")))) return null;
  return addressOf(notebook, "wellcited");
}

/** Takes a cluster away with everything in it, also what lies outside the data folder. Refuses while a forum uses it. */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  const dataDir = await realpath(folder);
  const lock = await takeFolder(dataDir);
  const notebook = await readNotebook(dataDir).catch(() => null);
  if (notebook) {
    await stopLeftover(path.join(notebook.folder, "postgres"));
    if (notebook.folder !== dataDir) await rm(notebook.folder, { recursive: true, force: true });
  }
  await rm(dataDir, { recursive: true, force: true });
  await lock.release();
}

/** Starts the server again on its port when it ends unasked (killed, out of memory), and returns how to end it. */
function keepRunning(first: Server, cluster: Cluster, settings: Record<string, string>, say: (line: string) => void) {
  let current: Promise<Server> = Promise.resolve(first);
  let stopping = false;
  let restarts = 0;
  const watch = (server: Server): Server => {
    server.process.once("exit", () => {
      if (stopping || restarts++ >= RESTARTS) return;
      say("PostgreSQL ended unexpectedly and is being started again.");
      current = stopLeftover(cluster.folder)
        .then(() => startServer(cluster, server.port, settings))
        .then(watch);
      current.catch((error: Error) => say(error.message));
    });
    return server;
  };
  watch(first);
  return async () => {
    stopping = true;
    const server = await current.catch(() => null);
    if (server) await stopServer(server, cluster);
  };
}

/** The folder's own path, links followed: processes are known by it. */
export async function makeFolder(dataDir: string): Promise<string> {
  try {
    // Root's server user has to pass through; what is secret in it is readable by its owner only.
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(dataDir, constants.W_OK);
    return await realpath(dataDir);
  } catch (error) {
    throw new StartProblem(`The data folder ${dataDir} can't be written: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

async function requireRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= ROOM_TO_START) return;
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  throw new StartProblem(`There is no room for the database: ${folder} has ${free} MB left and needs at least 300 MB.`);
}

async function makeForumDatabase(notebook: Notebook): Promise<void> {
  const client = new Client({ connectionString: addressOf(notebook, "postgres"), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'wellcited'");
    if (!role.rowCount) await client.query("CREATE ROLE wellcited LOGIN");
    await client.query(`ALTER ROLE wellcited PASSWORD ${client.escapeLiteral(notebook.password)}`);
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = 'wellcited'");
    if (!database.rowCount) await client.query("CREATE DATABASE wellcited OWNER wellcited");
  } finally {
    await client.end();
  }
}
