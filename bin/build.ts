import { createHash } from "node:crypto";
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

/**
 * Next names each form's action by this. A key of its own for each build, changed after a fortnight, would make a form
 * that is open in a browser unknown after an upgrade, and to an instance on another machine at once. It keeps no secret:
 * our actions close over nothing.
 */
const FORMS_KEY = createHash("sha256").update("the forms of wellcited").digest("base64");

/** Whether the build at hand was made from exactly these sources. */
export async function isBuilt(): Promise<boolean> {
  return existsSync(".next/BUILD_ID") && (await readFile(BUILT, "utf8").catch(() => "")) === hashOf(SOURCES);
}

/** Builds the pages unless they are built already. */
export async function buildIfStale(print?: Print): Promise<void> {
  if (await isBuilt()) return;
  const sources = hashOf(SOURCES);
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: FORMS_KEY,
  };
  await step(
    "Building the pages",
    "The pages are built",
    () => runToEnd(process.execPath, ["node_modules/next/dist/bin/next", "build"], { env, describe: "next build" }),
    print,
  );
  await writeFile(BUILT, sources);
}
