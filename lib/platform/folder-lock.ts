import { open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { StartProblem } from "./start-problem";

export type FolderLock = { release(): Promise<void> };

/**
 * One forum per data folder. The lock is a file that names its process; one whose process is gone (kill -9, a power
 * cut) is taken over. Process numbers are used again, so the moment the process began is compared too.
 */
export async function takeFolder(folder: string): Promise<FolderLock> {
  const file = path.join(folder, "in-use");
  const mine = `${process.pid} ${await beganAt(process.pid)}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = await open(file, "wx", 0o644);
      await handle.writeFile(mine);
      await handle.close();
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await liveHolder(file);
    if (holder) {
      throw new StartProblem(
        `A forum is already running on the data in ${folder} (process ${holder}); stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await rm(file, { force: true });
  }
  throw new StartProblem(`Another start on the data in ${folder} began at the same moment; try again.`);
}

/** Refuses when another process holds the folder, and leaves everything as it is. */
export async function requireFolderFree(folder: string): Promise<void> {
  const holder = await liveHolder(path.join(folder, "in-use"));
  if (!holder) return;
  throw new StartProblem(
    `A forum is already running on the data in ${folder} (process ${holder}); stop it first, or set DATA_DIR to another folder.`,
  );
}

async function liveHolder(file: string): Promise<number | null> {
  const [pid, began] = (await readFile(file, "utf8").catch(() => "")).trim().split(" ");
  if (!pid || !began) return null;
  return (await beganAt(Number(pid))) === began ? Number(pid) : null;
}

/** Something that differs between two processes that had the same number; "gone" when there is none. */
async function beganAt(pid: number): Promise<string> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return "gone";
  }
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (status === null) return "running"; // no /proc on this system
  const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "")).trim();
  return `${boot}/${status.slice(status.lastIndexOf(")") + 2).split(" ")[19]}`; // field 22: start time since boot
}
