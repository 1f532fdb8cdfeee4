import { expect, test } from "vitest";
import { readSources, withoutComments } from "../support/source";

// What PostgreSQL needs to keep its plan of a list (platform/db.ts, atMost).

test("no list of threads, posts, notices, cases or studies hides from the database how few rows it wants", () => {
  const lists = readSources(["lib/threads", "lib/posts", "lib/notices", "lib/moderation"], /queries\.ts$/);
  expect(lists.length).toBe(4);
  const studies = readSources(["lib/studies"], /\.ts$/);
  const hidden = [...lists, ...studies].filter(({ text }) => /\bLIMIT\s+\$\{/.test(withoutComments(text)));
  expect(hidden.map(({ path }) => path)).toEqual([]);
});

test("a statement takes a list of numbers as one value: its text stays the same, and none is too long to send", () => {
  const sources = readSources(["lib"]);
  const joined = sources.filter(({ text }) => /Prisma\.join\((?!.*, " ")(?!.*" AND ")/.test(withoutComments(text)));
  expect(joined.map(({ path }) => path)).toEqual([]);
});
