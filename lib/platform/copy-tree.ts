import { chown, copyFile, mkdir, open, readdir, stat } from "node:fs/promises";
import path from "node:path";

export type CopyOptions = {
  /** False for what is left out; a path relative to the tree. */
  takes?: (file: string, isFolder: boolean) => boolean;
  owner?: { uid: number; gid: number } | null;
};

/**
 * Copies a folder that may change meanwhile: a file that vanishes is left out. Files are readable by their owner only,
 * and on the disk when this returns.
 */
export async function copyTree(from: string, to: string, options: CopyOptions = {}, below = ""): Promise<void> {
  const { takes = () => true, owner } = options;
  await mkdir(path.join(to, below), { mode: 0o700, recursive: below === "" });
  if (owner) await chown(path.join(to, below), owner.uid, owner.gid);
  for (const entry of await readdir(path.join(from, below), { withFileTypes: true })) {
    const file = path.join(below, entry.name);
    if (!takes(file, entry.isDirectory())) continue;
    if (entry.isDirectory()) await copyTree(from, to, options, file);
    else if (entry.isFile()) await copyOne(path.join(from, file), path.join(to, file), owner);
  }
}

async function copyOne(from: string, to: string, owner?: { uid: number; gid: number } | null): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && !(await stat(from).catch(() => null))) return;
    throw error;
  }
  const handle = await open(to, "r+");
  try {
    await handle.chmod(0o600);
    if (owner) await handle.chown(owner.uid, owner.gid);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes in a folder and below. */
export async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const file = path.join(folder, entry.name);
    bytes += entry.isDirectory() ? await sizeOf(file) : ((await stat(file).catch(() => null))?.size ?? 0);
  }
  return bytes;
}
