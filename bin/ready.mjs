// Brings a clone to where TypeScript can run: packages installed, the database client generated.
// Plain JavaScript without packages, because there may be none yet.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { npm, runToEnd, step } from "./steps.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const INSTALLED = "node_modules/.wellcited";
const GENERATED = "lib/platform/prisma-client/.made-from";

export async function makeReady(print) {
  process.chdir(root);
  await installPackages(print);
  await generateClient(print);
}

async function installPackages(print) {
  const wanted = hashOf(["package-lock.json"]);
  if ((await readOr(INSTALLED)) === wanted) return;
  if (!(await installedByHand())) {
    const [program, first] = npm();
    // Not `npm ci`: it refuses a lockfile that leaves out the packages of other systems, as npm writes it where they
    // can't be had. This too installs exactly what the lockfile says, and leaves the file alone.
    const args = [...first, "install", "--no-save", "--include=dev", "--no-audit", "--no-fund"];
    await step(
      "Installing packages",
      "Packages are installed",
      () => runToEnd(program, args, { describe: "npm install", env: withoutNodeEnv() }),
      print,
    );
  }
  await writeFile(INSTALLED, wanted);
}

/** npm writes its own record last, so one that is newer than the lockfile means a complete `npm install`. */
async function installedByHand() {
  if (existsSync(INSTALLED)) return false;
  const [record, lockfile] = await Promise.all(
    ["node_modules/.package-lock.json", "package-lock.json"].map((file) => stat(file).catch(() => null)),
  );
  return record !== null && lockfile !== null && record.mtimeMs >= lockfile.mtimeMs;
}

async function generateClient(print) {
  const wanted = hashOf(["prisma/schema", "node_modules/prisma/package.json"]);
  if ((await readOr(GENERATED)) === wanted) return;
  // Generating asks only that the engine exists, and does not run it; without this it would try to download one.
  const env = { ...withoutNodeEnv(), PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  await step(
    "Generating the database client",
    "The database client is generated",
    () =>
      runToEnd(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
        describe: "prisma generate",
        env,
      }),
    print,
  );
  await writeFile(GENERATED, wanted);
}

/**
 * One number for the content of files and whole folders, dotfiles left out. Read at one go: each start asks this, and
 * waiting for each file by itself took several times as long.
 */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn)) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesIn(one) {
  const kind = statSync(one, { throwIfNoEntry: false });
  if (kind?.isFile()) return [one];
  if (!kind?.isDirectory()) return [];
  const names = readdirSync(one).filter((name) => !name.startsWith("."));
  return names.sort().flatMap((name) => filesIn(`${one}/${name}`));
}

async function readOr(file) {
  return readFile(file, "utf8").catch(() => null);
}

/** NODE_ENV=production would make npm leave out what building and testing need. */
function withoutNodeEnv() {
  const { NODE_ENV, ...env } = process.env;
  return env;
}
