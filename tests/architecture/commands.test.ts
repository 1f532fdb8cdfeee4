import type { FunctionDeclaration, Module, TsType } from "@swc/core";
import { expect, test } from "vitest";
import { parse, readSources } from "../support/source";

/** Commands that nobody signed in has to give, or that ask in another way; each with its reason. */
const WITHOUT_AN_ACTOR: Record<string, string> = {
  "studies.lookUpStudy": "a job does it, for whoever cited the study",
  "studies.askTogether": "a job does it, for all whose studies wait together",
};

const commands = readSources(["lib"], /\/commands\.ts$/).flatMap((source) => {
  const functions = functionsOf(parse(source));
  return functions
    .filter((one) => one.exported)
    .map((one) => ({ ...one, functions, text: source.text, title: `${source.path.split("/")[1]}.${one.name}` }));
});
const given = commands.filter(({ title }) => !(title in WITHOUT_AN_ACTOR));

test.each(given)("$title begins with the person who gives it", ({ declaration }) => {
  expect(typeOfFirst(declaration)).toMatch(/Viewer|Member/);
});

test.each(given)("$title asks whether they may", ({ name, functions, text }) => {
  expect(asks(name, functions, text)).toBe(true);
});

/** What goes on while the forum is read-only; each with its reason. */
const ALSO_WHEN_READ_ONLY: Record<string, string> = {
  "accounts.logOut": "people get out as they get in",
  "accounts.askForNewPassword": "an administrator who forgot theirs could not end it otherwise",
  "accounts.undoEmailChange": "a stolen account doesn’t wait",
  "accounts.endSession": "a stolen account doesn’t wait",
  "accounts.endOtherSessions": "a stolen account doesn’t wait",
  "accounts.revokeAccessToken": "a stolen token doesn’t wait",
  "moderation.sendNotice": "people outside have no other way to those who run the forum",
  "moderation.confirmNotice": "people outside have no other way to those who run the forum",
  "moderation.report": "whoever is in danger doesn’t wait for a forum that moves",
  "notices.unsubscribe": "a mail program presses once and doesn’t come back",
  "notices.openNotice": "reading goes on, and so does what was read",
  "notices.markNoticeRead": "reading goes on, and so does what was read",
  "notices.markAllNoticesRead": "reading goes on, and so does what was read",
  "notices.markCategoriesRead": "reading goes on, and so does what was read",
};

test.each(
  given.filter(
    ({ title, name, functions, text }) =>
      !(title in ALSO_WHEN_READ_ONLY) && asks(name, functions, text, /\b(transaction|confirming)\(/),
  ),
)("$title waits while the forum is read-only", ({ name, functions, text }) => {
  expect(asks(name, functions, text, /\b(lockStanding|lockAdministrator|lockOwnAccount|ensureWritable)\(/)).toBe(true);
});

test("each exception is about a command that exists", () => {
  const titles = commands.map(({ title }) => title);
  const exceptions = [...Object.keys(WITHOUT_AN_ACTOR), ...Object.keys(ALSO_WHEN_READ_ONLY)];
  expect(exceptions.filter((title) => !titles.includes(title))).toEqual([]);
});

type Declared = { name: string; exported: boolean; declaration: FunctionDeclaration };

function functionsOf(module: Module): Declared[] {
  return module.body.flatMap((item) => {
    const exported = item.type === "ExportDeclaration";
    const declaration = exported ? item.declaration : item;
    return declaration.type === "FunctionDeclaration"
      ? [{ name: declaration.identifier.value, exported, declaration }]
      : [];
  });
}

function typeOfFirst({ params }: FunctionDeclaration): string {
  const pattern = params[0]?.pat;
  const annotation = (pattern as { typeAnnotation?: { typeAnnotation: TsType } } | undefined)?.typeAnnotation
    ?.typeAnnotation;
  return annotation?.type === "TsTypeReference" && annotation.typeName.type === "Identifier"
    ? annotation.typeName.value
    : "";
}

/** In the function itself, or in one of the same file that it calls. */
function asks(
  name: string,
  functions: Declared[],
  text: string,
  question = /\bensure\w*\(/,
  seen = new Set<string>(),
): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const body = bodyOf(name, text);
  if (question.test(body)) return true;
  return functions.some(
    (other) =>
      other.name !== name &&
      new RegExp(`\\b${other.name}\\(`).test(body) &&
      asks(other.name, functions, text, question, seen),
  );
}

function bodyOf(name: string, text: string): string {
  const from = text.search(new RegExp(`function ${name}\\b`));
  const rest = text.slice(from);
  const end = rest.search(/^\}/m); // the formatter closes a top-level function at the margin
  return end < 0 ? rest : rest.slice(0, end);
}
