import { execFile } from "node:child_process";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { StartProblem } from "../start-problem";
import { lentTo, type ServerUser } from "./user";

const run = promisify(execFile);

/** Everything a server needs to run: whose it is, where its programs and its data are. */
export type Cluster = { folder: string; programs: string; user: ServerUser };

/** Nothing of this machine's language or time zone, and none of the forum's secrets. */
export const PLAIN_ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

export async function requireSameVersion({ folder, programs }: Cluster): Promise<void> {
  const has = await readVersion(folder);
  if (!has) return;
  const { stdout } = await run(path.join(programs, "bin", "postgres"), ["--version"], { cwd: "/" });
  const needs = /(\d+)\./.exec(stdout)?.[1] ?? stdout.trim();
  if (has === needs) return;
  throw new StartProblem(
    `The data in ${folder} were written by PostgreSQL ${has} and this is PostgreSQL ${needs}; start with the version of the forum that wrote them, or move them over with pg_dump.`,
  );
}

/** The major version that made the cluster, or "" while there is none. */
export async function readVersion(folder: string): Promise<string> {
  return (await readFile(path.join(folder, "PG_VERSION"), "utf8").catch(() => "")).trim();
}

/** Made beside its place and moved there when complete, so that a start that was cut short leaves nothing odd. */
export async function makeCluster({ folder, programs, user }: Cluster, password: string): Promise<void> {
  const half = `${folder}.half-made`;
  const passwordFile = `${folder}.password`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (user) await Promise.all([half, passwordFile].map((file) => chown(file, user.uid, user.gid)));
    await run(
      path.join(programs, "bin", "initdb"),
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
      { ...lentTo(user), cwd: half, env: PLAIN_ENVIRONMENT },
    );
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    const said = String((error as { stderr?: string }).stderr || (error as Error).message);
    throw new StartProblem(`The database could not be made in ${folder}: ${complaint(said)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The line that says why, out of what a program of PostgreSQL left behind. */
export function complaint(said: string): string {
  const lines = said.trim().split("\n").filter(Boolean);
  const line = lines.findLast((one) => /FATAL|PANIC|error:/.test(one)) ?? lines.at(-1) ?? "it said nothing";
  return line.replace(/^.*?(FATAL|PANIC|error):\s*/, "");
}
