import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** What Next puts around a page of a route, which is the same for all of them: its style sheets, and our script. */
export type Shell = { before: string; after: string };
export type Shells = ReadonlyMap<string, Shell>;

const FILE = "shells.json";

/** The shells that an earlier start learnt from this very build; none where there was none, or they can't be read. */
export async function readShells(buildFolder: string): Promise<Shells> {
  try {
    const { build, shells } = JSON.parse(await readFile(path.join(buildFolder, FILE), "utf8"));
    return new Map(build === (await buildIn(buildFolder)) ? shells : []);
  } catch {
    return new Map();
  }
}

/** Beside the build, so that they go with it. Where that can't be written, each start learns them anew. */
export async function keepShells(buildFolder: string, shells: Shells): Promise<void> {
  try {
    const half = path.join(buildFolder, `${FILE}.${randomUUID()}`);
    await writeFile(half, JSON.stringify({ build: await buildIn(buildFolder), shells: [...shells] }));
    await rename(half, path.join(buildFolder, FILE));
  } catch {
    // The build belongs to somebody else.
  }
}

function buildIn(buildFolder: string): Promise<string> {
  return readFile(path.join(buildFolder, "BUILD_ID"), "utf8");
}
