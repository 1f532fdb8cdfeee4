import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { hashOf } from "./ready.mjs";
import { type Print, runToEnd, step } from "./steps.mjs";

const BUILT = ".next/made-from";
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "next.config.js",
  "next.config.ts",
  "package-lock.json",
  "tsconfig.json",
];

/** Builds the pages unless the build at hand was made from exactly these sources. */
export async function buildIfStale(print?: Print): Promise<void> {
  const sources = await hashOf(SOURCES);
  if (existsSync(".next/BUILD_ID") && (await readFile(BUILT, "utf8").catch(() => "")) === sources) return;
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await step(
    "Building the pages",
    "The pages are built",
    () => runToEnd(process.execPath, ["node_modules/next/dist/bin/next", "build"], { env, describe: "next build" }),
    print,
  );
  await writeFile(BUILT, sources);
}
