import { expect, test } from "vitest";
import { readSources, withoutComments } from "../support/source";

/** Tables that more than one module writes; each with its reason. */
const SHARED: Record<string, string> = {
  LogEntry: "whoever does a moderator's deed writes its entry in the same transaction",
  Forum: "its first start makes it, at the terminal; administrators change it",
  Draft: "whoever posts what a draft was for discards it in the same transaction",
};

/** A count is kept by whoever changes what it counts, so that it is right at every commit. */
const COUNT = /^\s+(?:\w+\s+)?SET\s+"(?:\w+Count|thanks\w+|lastPos\w+)"/;

/** The bench fills a database of its own, straight in SQL. */
const sources = readSources(["lib", "app", "components", "bin", "server.ts"]).filter(
  ({ path }) => !path.startsWith("bin/bench/"),
);

test("each table is written by one module", () => {
  const writers = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    for (const table of tablesWritten(withoutComments(text))) {
      writers.set(table, (writers.get(table) ?? new Set()).add(moduleOf(path)));
    }
  }
  const several = [...writers].filter(([table, modules]) => modules.size > 1 && !(table in SHARED));
  expect(several.map(([table, modules]) => `${table}: ${[...modules].join(", ")}`)).toEqual([]);
  expect(writers.size).toBeGreaterThan(5);
});

test("there is one database client", () => {
  const made = sources.filter(({ text }) => /new PrismaClient\b/.test(withoutComments(text)));
  expect(made.map(({ path }) => path)).toEqual(["lib/platform/db.ts"]);
});

test("pages and components never write to a table themselves", () => {
  const outside = sources.filter(
    ({ path, text }) => /^(app|components)\//.test(path) && tablesWritten(withoutComments(text)).length > 0,
  );
  expect(outside.map(({ path }) => path)).toEqual([]);
});

function tablesWritten(text: string): string[] {
  const throughPrisma = text.matchAll(
    /\b(?:tx|prisma)\s*\.\s*(\w+)\s*\.\s*(?:create|update|upsert|delete)(?:Many)?(?:AndReturn)?\(/g,
  );
  const throughSql = [...text.matchAll(/\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"(\w+)"/g)].filter(
    ({ index, 0: statement }) => !COUNT.test(text.slice(index + statement.length)),
  );
  return [...[...throughPrisma].map(([, name]) => capitalised(name)), ...throughSql.map(([, name]) => name ?? "")];
}

function capitalised(name = ""): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function moduleOf(path: string): string {
  return path.startsWith("lib/") ? (path.split("/")[1] ?? "") : (path.split("/")[0] ?? "");
}
