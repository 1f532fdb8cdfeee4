import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { routes } from "@/lib/api/routes";
import { readSources } from "../support/source";

// docs/deploy/nginx.conf sends a form whose instance died to the other one, which is right for some forms only.

/** Forms without a number that change nothing when they arrive a second time, and answer the same. */
const REPEATABLE: Record<string, string> = {
  logOutAction: "is out already",
  thankAction: "thanks are there once",
  takeBackThanksAction: "are gone already",
  followAction: "follows already",
  unfollowAction: "has stopped already",
  markReadAction: "has been read up to now",
  withdrawAction: "is withdrawn already",
  bringBackAction: "is back already",
  strikeAction: "the version is struck already, and logged once",
  openCaseAction: "leads to the case that is there",
};

/** Numbered, but nobody loses much where they have to press again. */
const SHORT = ["joinAction", "createCategoryAction", "testMailAction", "makeTokenAction"];

const conf = readFileSync("docs/deploy/nginx.conf", "utf8");
const locations = [...conf.matchAll(/^ {2}location (~ )?(\S+) \{\n([^}]*)\}/gm)].map(
  ([, regular, where = "", says = ""]) => ({
    regular: Boolean(regular),
    where,
    again: /proxy_next_upstream .*non_idempotent/.test(says),
  }),
);
const sentAgain = (url: string) => locations.some(({ again, where }) => again && new RegExp(where).test(url));

const numbered = new Set<string>();
beforeAll(async () => {
  const inputs = new Map<string, z.ZodType>();
  for (const { path: file } of readSources(["lib"], /\/schema\.ts$/)) {
    const stem = file.slice(0, -".ts".length);
    for (const [name, schema] of Object.entries(await import(/* @vite-ignore */ path.resolve(file))))
      inputs.set(`${stem} ${name}`, schema as z.ZodType);
  }
  for (const { text } of readSources(["app"], /actions\.ts$/))
    for (const [, action = "", input = ""] of text.matchAll(/export const (\w+) = formAction\(\s*(\w+)/g)) {
      const from = new RegExp(`\\b${input}\\b[^}]*\\} from "@/([^"]+)"`).exec(text)?.[1];
      if (asksForNumber(inputs.get(`${from} ${input}`))) numbered.add(action);
    }
});

function asksForNumber(input: z.ZodType | undefined): boolean {
  return input?.safeParse({}).error?.issues.some((issue) => issue.path[0] === "requestId") ?? false;
}

const pages = readSources(["app"], /(^|\/)page\.tsx$/).map(({ path: file }) => ({
  url: `/${path.posix
    .dirname(file)
    .split("/")
    .slice(1)
    .filter((part) => !part.startsWith("("))
    .map((part) => part.replace(/^\[.*\]$/, "7"))
    .join("/")}`,
  actions: actionsOf(file),
}));

/** The forms of a page, be they in what it imports. */
function actionsOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return [
    ...readFileSync(file, "utf8").matchAll(/import (?:type )?\{([^}]*)\} from "((?:\.|@\/app|@\/components)[^"]*)"/g),
  ].flatMap(([, names = "", from = ""]) => {
    const stem = from.startsWith("@/") ? from.slice(2) : path.posix.join(path.posix.dirname(file), from);
    if (stem.endsWith("/actions")) return [...names.matchAll(/\w+Action\b/g)].map(([name]) => name);
    const found = [`${stem}.tsx`, `${stem}.ts`].find((one) => existsSync(one));
    return found ? actionsOf(found, seen) : [];
  });
}

describe("a form that nginx may send twice", () => {
  it("is only on pages that one rule names, and other POSTs go nowhere twice", () => {
    expect(locations.filter(({ again }) => again)).toMatchObject([{ regular: true }]);
    expect(conf.match(/non_idempotent;/g)).toHaveLength(1);
  });

  it("carries a number of its own, or does the same a second time", () => {
    const unsafe = pages.flatMap(({ url, actions }) =>
      sentAgain(url)
        ? actions
            .filter((action) => !numbered.has(action) && !(action in REPEATABLE))
            .map((action) => `${url}: ${action}`)
        : [],
    );
    expect(unsafe).toEqual([]);
  });

  it("is each in which somebody has written something", () => {
    const left = pages.flatMap(({ url, actions }) =>
      sentAgain(url)
        ? []
        : actions
            .filter((action) => numbered.has(action) && !SHORT.includes(action))
            .map((action) => `${url}: ${action}`),
    );
    expect(left).toEqual([]);
    expect(numbered.size).toBeGreaterThan(10);
  });

  it("is none of the API's requests: without a key, each is another one", () => {
    expect(routes.map(({ path: url }) => `/api/v1${url}`).filter(sentAgain)).toEqual([]);
  });
});
