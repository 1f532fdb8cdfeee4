import { randomBytes } from "node:crypto";
import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../ports";
import { StartProblem } from "../start-problem";
import { REACHABLE } from "./programs";
import { canDo, type ServerUser } from "./user";

/** What is remembered in the data folder about its database, readable by its owner only. */
export type Notebook = {
  /** Holds the cluster; the data folder itself unless the server's user can't enter it. */
  folder: string;
  port: number;
  password: string;
  superuserPassword: string;
};

export async function openNotebook(dataDir: string, user: ServerUser, say: (line: string) => void): Promise<Notebook> {
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
  return {
    folder: await reachableFolder(dataDir, user, say),
    port: await freePort(),
    password: randomBytes(24).toString("base64url"),
    superuserPassword: randomBytes(24).toString("base64url"),
  };
}

/** The data folder itself, or a new one elsewhere if the server's user can't enter it. */
export async function reachableFolder(dataDir: string, user: ServerUser, say: (line: string) => void): Promise<string> {
  if (!user || canDo(user, "/bin/sh", "-c", 'cd "$0"', dataDir)) return dataDir;
  const folder = path.join(REACHABLE, `data-${randomBytes(4).toString("hex")}`);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  say(`The database is kept in ${folder}, because the user “${user.name}” who runs it can't enter ${dataDir}.`);
  return folder;
}

/** Written whole or not at all. */
export async function saveNotebook(dataDir: string, notebook: Notebook): Promise<void> {
  const file = path.join(dataDir, "database.json");
  // "." lets the data folder be moved; a cluster elsewhere is named in full.
  const kept = { ...notebook, folder: notebook.folder === dataDir ? "." : notebook.folder };
  await writeFile(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function readNotebook(dataDir: string): Promise<Notebook | null> {
  const file = path.join(dataDir, "database.json");
  try {
    const notebook = JSON.parse(await readFile(file, "utf8")) as Notebook;
    return { ...notebook, folder: path.resolve(dataDir, notebook.folder) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new StartProblem(`${file} can't be read, so the database's password is not known.`);
  }
}

/** The forum's own database as its owner, or the whole cluster as its master. */
export function addressOf(notebook: Notebook, database: "wellcited" | "postgres"): string {
  const password = database === "postgres" ? notebook.superuserPassword : notebook.password;
  return `postgresql://${database}:${password}@127.0.0.1:${notebook.port}/${database}`;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
