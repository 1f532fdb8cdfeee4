// The forum's own TypeScript as JavaScript in .forum/, made when it has changed: a start then translates nothing, keeps no
// translator running and no source maps in memory.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { hashOf } from "./ready.mjs";

const FOLDER = ".forum";
const SOURCES = ["bin", "lib", "prisma", "server.ts", "package-lock.json", "tsconfig.json"];

/** Where the forum's start can be imported from. */
export async function bundleIfStale() {
  const entry = `${FOLDER}/start.js`;
  const sources = hashOf(SOURCES);
  if (existsSync(entry) && (await readFile(`${FOLDER}/made-from`, "utf8").catch(() => "")) === sources) return entry;
  const { build, stop } = await import("esbuild");
  await build({
    entryPoints: ["bin/start.ts"],
    outdir: FOLDER,
    bundle: true,
    splitting: true, // what only a first start needs stays apart
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  await stop();
  await writeFile(`${FOLDER}/package.json`, '{ "type": "module" }\n');
  await writeFile(`${FOLDER}/made-from`, sources);
  return entry;
}
