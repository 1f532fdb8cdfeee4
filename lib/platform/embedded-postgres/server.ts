import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readdir, readFile, readlink, rename, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, isFree } from "../ports";
import { StartProblem } from "../start-problem";
import { type Cluster, complaint, PLAIN_ENVIRONMENT } from "./cluster";
import { lentTo } from "./user";

export type Server = { port: number; process: ChildProcess };

/** Starts the server on this port, or on another if somebody has taken it meanwhile. Waits until it has recovered. */
export async function startServer(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
  begun: () => void = () => {},
): Promise<Server> {
  const log = `${cluster.folder}.log`;
  for (let attempt = 1; ; attempt++) {
    if (!(await isFree(port))) port = await freePort();
    await rename(log, `${cluster.folder}.previous.log`).catch(() => undefined); // there is none yet
    const process = spawnServer(cluster, log, {
      port: String(port),
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      timezone: "UTC",
      log_timezone: "UTC",
      ...settings,
    });
    begun();
    if (await becomesReady(process, cluster)) return { port, process };
    const said = (await readFile(log, "utf8").catch(() => "")).slice(-2000);
    if (/could not bind|could not create any TCP/.test(said) && attempt < 5) continue; // someone else was quicker
    throw new StartProblem(`The database did not start: ${complaint(said)}`);
  }
}

function spawnServer({ folder, programs, user }: Cluster, log: string, settings: Record<string, string>): ChildProcess {
  const output = openSync(log, "w", 0o600);
  try {
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    return spawn(path.join(programs, "bin", "postgres"), ["-D", folder, ...flags], {
      ...lentTo(user),
      cwd: folder,
      env: PLAIN_ENVIRONMENT,
      // Its own session: Ctrl-C is for us, and we stop it when the last request is answered.
      detached: true,
      stdio: ["ignore", output, output],
    });
  } finally {
    closeSync(output);
  }
}

/** PostgreSQL writes "ready" into its pid file once it has recovered and takes connections, a copy of another "standby". */
async function becomesReady(server: ChildProcess, { folder }: Cluster): Promise<boolean> {
  let gone = false;
  server.once("exit", () => (gone = true)).once("error", () => (gone = true));
  while (!gone) {
    const { pid, state } = await readPidFile(folder);
    if (pid === server.pid && (state === "ready" || state === "standby")) return true;
    await pause(20);
  }
  return false;
}

/** Ends sessions, writes everything to disk and stops. Open transactions end as if they had never begun. */
export async function stopServer({ process: server }: Server, { folder }: Cluster): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || !server.pid) return;
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  if (process.platform === "win32") await stopLeftover(folder);
  else server.kill("SIGINT");
  await gone;
}

/**
 * Stops what a killed start left behind, and waits for the last process that still has the data open. Nobody else
 * uses them: we hold the folder's lock. Only then is a pid file without its server taken away; PostgreSQL itself
 * would refuse to start over one whose number now belongs to some other process, or to a dead one not yet buried.
 */
export async function stopLeftover(folder: string): Promise<void> {
  const pid = await runningPid(folder);
  if (pid) process.kill(pid, "SIGINT");
  const deadline = Date.now() + 60_000;
  while ((await runningPid(folder)) || (await isOpenSomewhere(folder))) {
    if (Date.now() > deadline) {
      throw new StartProblem(`A database that an earlier start left behind in ${folder} does not stop; stop it first.`);
    }
    await pause(50);
  }
  if (await hasProcesses()) await rm(path.join(folder, "postmaster.pid"), { force: true });
}

/** The process that serves these data now, or null. A pid file alone proves nothing: numbers are used again. */
export async function runningPid(folder: string): Promise<number | null> {
  const { pid, folder: served, port } = await readPidFile(folder);
  if (!pid || !served || !isAlive(pid)) return null;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (command !== null) return command.includes("postgres") && command.includes(served) ? pid : null;
  return (await isFree(port)) ? null : pid;
}

async function readPidFile(folder: string) {
  const text = await readFile(path.join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  return { pid: Number(lines[0]), folder: lines[1], port: Number(lines[3]), state: lines[7]?.trim() };
}

/** Every process of PostgreSQL works in the folder of its data. */
async function isOpenSomewhere(folder: string): Promise<boolean> {
  const numbers = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(numbers.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => "")));
  return places.includes(folder);
}

/** Whether this system lets us look at its processes at all. */
async function hasProcesses(): Promise<boolean> {
  return (await readlink("/proc/self/cwd").catch(() => "")) !== "";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
