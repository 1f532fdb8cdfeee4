import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepShells, readShells } from "@/lib/door/shells";

let build: string;
beforeEach(async () => {
  build = await mkdtemp(path.join(tmpdir(), "shells-"));
});
afterEach(() => rm(build, { recursive: true }));

const shells = new Map([["/", { before: "<html>", after: "</html>" }]]);

it("remembers how pages are framed for this build, and for no other", async () => {
  await writeFile(path.join(build, "BUILD_ID"), "one");
  expect(await readShells(build)).toEqual(new Map());
  await keepShells(build, shells);
  expect(await readShells(build)).toEqual(shells);
  await writeFile(path.join(build, "BUILD_ID"), "two");
  expect(await readShells(build)).toEqual(new Map());
});

it("begins anew where what was remembered can't be read, and goes on where nothing can be written", async () => {
  await writeFile(path.join(build, "BUILD_ID"), "one");
  await writeFile(path.join(build, "shells.json"), '{ "build": "one", "shells": [');
  expect(await readShells(build)).toEqual(new Map());
  await keepShells(path.join(build, "elsewhere"), shells);
});
