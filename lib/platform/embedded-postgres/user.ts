import { execFile, spawnSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { StartProblem } from "../start-problem";

/** Who runs the server when we are root; null when we run it as ourselves. */
export type ServerUser = { uid: number; gid: number; name: string } | null;

/** PostgreSQL refuses to run as root, so root lends it a user of its own; anybody else runs it as themselves. */
export async function whoRunsIt(dataDir: string): Promise<ServerUser> {
  const me = process.getuid?.();
  const owner = (await stat(path.join(dataDir, "postgres")).catch(() => null))?.uid;
  if (me !== 0) {
    if (owner === undefined || me === undefined || owner === me) return null;
    throw new StartProblem(
      `The database in ${dataDir} belongs to another user; start the forum as that user, or as root.`,
    );
  }
  const users = await readUsers();
  const before = users.find(({ uid }) => uid === owner && uid !== 0);
  return before ?? users.find(({ name }) => name === "wellcited") ?? makeUser();
}

async function makeUser(): Promise<ServerUser> {
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "wellcited"];
  await promisify(execFile)("useradd", options).catch(() => undefined); // then one of those that every system has
  const users = await readUsers();
  for (const wanted of ["wellcited", "postgres", "nobody"]) {
    const user = users.find(({ name }) => name === wanted);
    if (user) return user;
  }
  throw new StartProblem(
    "PostgreSQL does not run as root and no other user could be made for it; start the forum as an ordinary user.",
  );
}

async function readUsers() {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n").filter(Boolean);
  return lines.map((line) => {
    const [name = "", , uid, gid] = line.split(":");
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

/** For `spawn`: as that user, or as ourselves. */
export function lentTo(user: ServerUser): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** Tried rather than computed, so that access lists and mounts count too. */
export function canDo(user: ServerUser, program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { ...lentTo(user), cwd: "/" }).status === 0;
}
