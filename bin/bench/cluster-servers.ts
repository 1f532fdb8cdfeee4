import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { copyTree } from "@/lib/platform/copy-tree";
import type { Cluster } from "@/lib/platform/embedded-postgres/cluster";
import { type Notebook, reachableFolder, readNotebook } from "@/lib/platform/embedded-postgres/notebook";
import { programsFor } from "@/lib/platform/embedded-postgres/programs";
import { type Server, startServer, stopLeftover, stopServer } from "@/lib/platform/embedded-postgres/server";
import { lentTo, type ServerUser, whoRunsIt } from "@/lib/platform/embedded-postgres/user";
import { freePort } from "@/lib/platform/ports";
import { StartProblem } from "@/lib/platform/start-problem";
import type { Print } from "../steps.mjs";

// The servers of `npm run bench -- --cluster`, each a process of this one, set up by the very files of docs/deploy with
// this machine's ports in them.

const DEPLOY = "docs/deploy";
const POOLED = /^(\d+)\.(\d+)/;

export type Place = {
  folder: string;
  programs: string;
  user: ServerUser;
  notebook: Notebook;
  say: Print;
};

/** Refuses, with the command that helps, where a program is missing. */
export function requirePrograms(): { pgbouncer: string } {
  const missing = ["nginx", "pgbouncer"].filter((program) => !versionOf(program));
  if (missing.length)
    throw new StartProblem(
      `--cluster needs ${missing.join(" and ")}: apt-get install --no-install-recommends ${missing.join(" ")}.`,
    );
  return { pgbouncer: /PgBouncer (\S+)/.exec(versionOf("pgbouncer"))?.[1] ?? "" };
}

/** Debian keeps both where only root looks for programs. */
const PATH = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;

function versionOf(program: string): string {
  try {
    return execFileSync(program, [program === "nginx" ? "-v" : "--version"], {
      env: { ...process.env, PATH },
      stdio: ["ignore", "pipe", "pipe"],
    })
      .toString()
      .concat(" there");
  } catch {
    return "";
  }
}

/** A folder of the cluster's own beside the community, with two copies of its database. */
export async function makePlace(community: string, say: Print): Promise<Place> {
  const notebook = await readNotebook(community);
  if (!notebook) throw new StartProblem(`There is no database in ${community}.`);
  const user = await whoRunsIt(notebook.folder);
  const source = path.join(notebook.folder, "postgres");
  await stopLeftover(source);
  const wanted = path.join(community, "cluster");
  await rm(wanted, { recursive: true, force: true });
  await mkdir(wanted, { recursive: true, mode: 0o711 });
  const folder = await reachableFolder(wanted, user, () => {});
  if (user) await chown(folder, user.uid, user.gid);
  for (const name of ["primary", "standby"]) await copyTree(source, path.join(folder, name), { owner: user });
  await mkdir(path.join(folder, "run"), { mode: 0o755 });
  if (user) await chown(path.join(folder, "run"), user.uid, user.gid);
  return { folder, programs: await programsFor(user, say), user, notebook, say };
}

/** The settings of a file of docs/deploy, as PostgreSQL takes them on its command line. */
async function settingsOf(file: string): Promise<Record<string, string>> {
  const text = await readFile(path.join(DEPLOY, file), "utf8");
  const pairs = text
    .split("\n")
    .map((line) => /^(\w+) = (?:'([^']*)'|(\S+))/.exec(line))
    .flatMap((match) => (match ? [[match[1], match[2] ?? match[3] ?? ""] as const] : []));
  // Memory is for machines of their own.
  return Object.fromEntries(pairs.filter(([name]) => !/^(shared_buffers|effective_cache_size)$/.test(name ?? "")));
}

export class Database {
  #server: Server | null = null;
  readonly #cluster: Cluster;

  constructor(
    private readonly place: Place,
    readonly name: "primary" | "standby",
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {
    this.#cluster = { folder: path.join(place.folder, name), programs: place.programs, user: place.user };
  }

  get pid(): number {
    return this.#server?.process.pid ?? 0;
  }

  async start(): Promise<void> {
    this.#server = await startServer(this.#cluster, this.port, this.settings);
    if (this.#server.port !== this.port) throw new Error(`Somebody took port ${this.port}.`);
  }

  async stop(): Promise<void> {
    if (this.#server) await stopServer(this.#server, this.#cluster);
  }

  /** As a machine that loses its power: nothing is said to anybody. */
  kill(): void {
    this.#server?.process.kill("SIGKILL");
  }

  address(database = "wellcited", superuser = false): string {
    const { password, superuserPassword } = this.place.notebook;
    const who = superuser ? `postgres:${superuserPassword}` : `wellcited:${password}`;
    return `postgresql://${who}@127.0.0.1:${this.port}/${database}`;
  }

  async ask<Row extends object>(sql: string, values: unknown[] = [], database = "wellcited"): Promise<Row[]> {
    const client = new Client({ connectionString: this.address(database, true), connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** A primary that waits for its standby, as docs/deploy says. */
export async function startDatabases(
  place: Place,
  started: (database: Database) => void,
): Promise<{ primary: Database; standby: Database }> {
  const [primaryPort, standbyPort] = [await freePort(), await freePort()];
  const both = await settingsOf("primary.conf");
  const primary = new Database(place, "primary", primaryPort, both);
  started(primary);
  await primary.start();
  const roles = (await readFile(path.join(DEPLOY, "role.sql"), "utf8"))
    .replace(/^--.*$/gm, "")
    .split(";")
    .filter((one) => one.trim() && !/CREATE (ROLE|DATABASE) wellcited/.test(one));
  for (const statement of roles) await primary.ask(statement);
  const standby = new Database(place, "standby", standbyPort, {
    ...both,
    ...(await settingsOf("standby.conf")),
    // As pg_basebackup writes them.
    primary_conninfo: `host=127.0.0.1 port=${primaryPort} user=replicator password='change me too'`,
    primary_slot_name: "standby",
  });
  const signal = path.join(place.folder, "standby", "standby.signal");
  await writeFile(signal, "");
  if (place.user) await chown(signal, place.user.uid, place.user.gid);
  started(standby);
  await standby.start();
  await primary.ask("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
  await primary.ask("SELECT pg_reload_conf()");
  await until(async () => {
    const [row] = await primary.ask<{ state: string }>("SELECT sync_state AS state FROM pg_stat_replication");
    return row?.state === "sync";
  }, "The standby did not become a synchronous one");
  return { primary, standby };
}

/** One connection pool, which can be pointed at another server. */
export class Pooler {
  #process: ChildProcess | null = null;
  readonly #file: string;

  private constructor(
    private readonly place: Place,
    readonly port: number,
    private readonly version: string,
  ) {
    this.#file = path.join(place.folder, "run", "pgbouncer.ini");
  }

  static async start(place: Place, version: string, database: Database): Promise<Pooler> {
    const pooler = new Pooler(place, await freePort(), version);
    const users = path.join(place.folder, "run", "userlist.txt");
    await pooler.#write(users, `"wellcited" "${place.notebook.password}"\n`);
    await pooler.#configure(database);
    pooler.#process = run(place, "pgbouncer", ["--quiet", pooler.#file]);
    await until(() => canConnect(pooler.address()), "PgBouncer did not start");
    return pooler;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** Named statements go through a pool of transactions from 1.21 on. */
  get mode(): "session" | "transaction" {
    const [, major = "0", minor = "0"] = POOLED.exec(this.version) ?? [];
    return Number(major) > 1 || Number(minor) >= 21 ? "transaction" : "session";
  }

  address(database = "wellcited"): string {
    return `postgresql://wellcited:${this.place.notebook.password}@127.0.0.1:${this.port}/${database}`;
  }

  async pointAt(database: Database): Promise<void> {
    await this.#configure(database);
    this.#process?.kill("SIGHUP");
  }

  stop(): Promise<void> {
    return ended(this.#process, "SIGTERM");
  }

  async #configure(database: Database): Promise<void> {
    const run = path.join(this.place.folder, "run");
    const text = await readFile(path.join(DEPLOY, "pgbouncer.ini"), "utf8");
    const named = replaced(text, [
      [/host=10\.0\.0\.11 port=5432/g, `host=127.0.0.1 port=${database.port}`],
      [/^listen_port = .*$/m, `listen_port = ${this.port}`],
      [/^auth_file = .*$/m, `auth_file = ${run}/userlist.txt`],
      [/^logfile = .*$/m, `logfile = ${run}/pgbouncer.log`],
      [/^pidfile = .*$/m, `pidfile = ${run}/pgbouncer.pid`],
      [/^unix_socket_dir = .*$/m, "unix_socket_dir ="],
    ]);
    const pooled = replaced(named, [
      [/^pool_mode = session$/m, "pool_mode = transaction\nmax_prepared_statements = 500"],
    ]);
    await this.#write(this.#file, this.mode === "transaction" ? pooled : named);
  }

  async #write(file: string, text: string): Promise<void> {
    await writeFile(file, text, { mode: 0o600 });
    if (this.place.user) await chown(file, this.place.user.uid, this.place.user.gid);
  }
}

/** nginx before as many instances as it is told. */
export class Nginx {
  #process: ChildProcess | null = null;

  private constructor(
    private readonly place: Place,
    readonly port: number,
  ) {}

  static async start(place: Place, instances: number[]): Promise<Nginx> {
    const proxy = new Nginx(place, await freePort());
    await proxy.#configure(instances);
    const run_ = path.join(place.folder, "run");
    proxy.#process = run(place, "nginx", ["-p", run_, "-c", "nginx.conf", "-e", `${run_}/nginx.log`]);
    return proxy;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async serve(instances: number[]): Promise<void> {
    await this.#configure(instances);
    this.#process?.kill("SIGHUP");
  }

  stop(): Promise<void> {
    return ended(this.#process, "SIGTERM");
  }

  async #configure(instances: number[]): Promise<void> {
    const folder = path.join(this.place.folder, "run");
    const text = await readFile(path.join(DEPLOY, "nginx.conf"), "utf8");
    let left = instances.map((port) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=2s;`);
    const site = replaced(text, [
      [/server \{\n {2}listen 80;[^}]*\}\n/, ""],
      [/^ *ssl_certificate.*\n/gm, ""],
      [/listen 443 ssl http2;/, `listen 127.0.0.1:${this.port};`],
      [/server_name forum\.example;/, "server_name _;"],
      [/error_log \S+ warn;/, `error_log ${folder}/nginx.log warn;`],
      [/root \/usr\/share\/wellcited;/, `root ${folder};`],
    ]).replace(/^ {2}server 127\.0\.0\.1:300\d .*$/gm, () => {
      const [line = "", ...rest] = left;
      left = rest;
      return line;
    });
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((kind) => `  ${kind}_temp_path ${folder}/${kind};`)
      .join("\n");
    const whole = `daemon off;\nworker_processes 1;\npid ${folder}/nginx.pid;\nevents { worker_connections 1024; }\nhttp {\n  types { text/html html; }\n${temporary}\n${site}\n}\n`;
    for (const [name, content] of [
      ["nginx.conf", whole],
      ["busy.html", await readFile(path.join(DEPLOY, "busy.html"), "utf8")],
    ] as const) {
      const file = path.join(folder, name);
      await writeFile(file, content);
      await chmod(file, 0o644);
    }
  }
}

export type InstanceEnvironment = Record<string, string>;

/** The forum as `npm start` runs it, on a port of its own. */
export class Instance {
  #process: ChildProcess | null = null;

  constructor(
    private readonly place: Place,
    readonly name: string,
    readonly port: number,
    private readonly environment: InstanceEnvironment,
  ) {}

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** Resolves to the milliseconds it took until it said that it is there. */
  async start(): Promise<number> {
    const began = performance.now();
    const { PATH, HOME, LANG } = process.env;
    const env = { PATH, HOME, LANG, LOG_LEVEL: "warn", ...this.environment, PORT: String(this.port) };
    const child = spawn(process.execPath, ["--max-semi-space-size=8", "bin/start.mjs"], {
      env: env as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    const kept = createWriteStream(path.join(this.place.folder, "run", `${this.name}.log`), { flags: "a" });
    child.stderr.pipe(kept, { end: false });
    await new Promise<void>((resolve, reject) => {
      let said = "";
      child.stdout.on("data", (chunk) => {
        kept.write(chunk);
        said += chunk;
        if (said.includes("Stop it with Ctrl-C")) resolve();
      });
      child.once("exit", () => reject(new Error(`An instance ended: ${said.slice(-500)}`)));
    });
    return performance.now() - began;
  }

  kill(): Promise<void> {
    return ended(this.#process, "SIGKILL");
  }

  stop(): Promise<void> {
    return ended(this.#process, "SIGTERM");
  }
}

function run(place: Place, program: string, args: string[]): ChildProcess {
  const child = spawn(program, args, {
    ...lentTo(place.user),
    cwd: place.folder,
    env: { PATH, LC_ALL: "C" } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
  child.on("error", (error) => place.say(`${program}: ${error.message}`));
  return child;
}

async function ended(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  await gone;
}

/** Each of these must be there: a file that was rewritten must not be tried as something else. */
function replaced(text: string, changes: [RegExp, string][]): string {
  return changes.reduce((so, [pattern, by]) => {
    if (so.search(pattern) < 0) throw new Error(`docs/deploy has nothing like ${pattern} any more.`);
    return so.replace(pattern, by);
  }, text);
}

async function canConnect(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function until(happened: () => Promise<boolean>, otherwise: string, seconds = 30): Promise<number> {
  const began = performance.now();
  while (!(await happened().catch(() => false))) {
    if (performance.now() - began > seconds * 1000) throw new Error(`${otherwise} within ${seconds} s.`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return performance.now() - began;
}

/** Processor milliseconds of a process and of all its children so far, those that have ended too. */
export function cpuOfTree(pid: number): number {
  if (!pid) return 0;
  const own = fieldsOf(pid);
  if (!own) return 0;
  const children = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && fieldsOf(Number(name))?.[1] === String(pid),
  );
  const sum = (fields: string[], places: number[]) => places.reduce((so, at) => so + Number(fields[at] ?? 0) * 10, 0);
  return children.reduce((so, child) => so + sum(fieldsOf(Number(child)) ?? [], [11, 12]), sum(own, [11, 12, 13, 14]));
}

function fieldsOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? null;
  } catch {
    return null;
  }
}
