import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Nothing below these may be installed: each is the first release without a hole that a forum would be open to. */
const FLOORS: Record<string, string> = {
  next: "16.4.5",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "next-auth": "4.24.15",
  "sanitize-html": "2.17.4",
  "markdown-it": "15.0.3",
};

const lockfile = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version?: string }>;
};
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;

test.each(Object.entries(FLOORS))("%s is at least %s, wherever it is installed", (name, floor) => {
  const installed = Object.entries(lockfile.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(installed).not.toEqual([]);
  for (const [, { version = "0" }] of installed) expect(isAtLeast(version, floor), `${version} < ${floor}`).toBe(true);
});

test("each dependency is named by its exact version", () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

function isAtLeast(version: string, floor: string): boolean {
  const numbers = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [have, need] = [numbers(version), numbers(floor)];
  for (const i of [0, 1, 2]) if (have[i] !== need[i]) return (have[i] ?? 0) > (need[i] ?? 0);
  return true;
}
