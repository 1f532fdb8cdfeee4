import type { ModuleItem } from "@swc/core";
import { describe, expect, test } from "vitest";
import { parse, readSources, withoutComments } from "../support/source";

// Every export of a "use server" file is a public endpoint, whatever the page around it checks.

const sources = readSources(["app", "components", "lib"]);
const actionFiles = sources.filter((source) => /^app\/(.+\/)?actions\.ts$/.test(source.path));

test("server actions live in actions.ts files of app and nowhere else", () => {
  const elsewhere = sources.filter(
    (source) => !actionFiles.includes(source) && /["']use server["']/.test(withoutComments(source.text)),
  );
  expect(elsewhere.map((source) => source.path)).toEqual([]);
});

test("no component needs a script to be read or used", () => {
  const client = sources.filter((source) => /^\s*["']use client["']/m.test(withoutComments(source.text)));
  expect(client.map((source) => source.path)).toEqual([]);
});

describe.each(actionFiles)("$path", (source) => {
  const items = parse(source).body;

  test("says at the top that its exports are endpoints", () => {
    const [first] = items;
    expect(first).toMatchObject({
      type: "ExpressionStatement",
      expression: { type: "StringLiteral", value: "use server" },
    });
  });

  test("exports only what formAction made", () => {
    const exported = items.filter((item) => item.type.startsWith("Export"));
    expect(exported.filter((item) => !isMadeByFormAction(item))).toEqual([]);
    expect(exported).not.toEqual([]);
  });
});

function isMadeByFormAction(item: ModuleItem): boolean {
  if (item.type !== "ExportDeclaration" || item.declaration.type !== "VariableDeclaration") return false;
  return item.declaration.declarations.every(({ init }) => {
    if (init?.type !== "CallExpression" || init.callee.type !== "Identifier") return false;
    return init.callee.value === "formAction";
  });
}
