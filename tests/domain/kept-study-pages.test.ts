import { afterEach, beforeEach, expect, test } from "vitest";
import { transaction } from "@/lib/platform/db";
import { forgetForum } from "@/lib/platform/kept-forum";
import { makePage, PageStore } from "@/lib/platform/pages";
import { newRequest, tagsToKeepBy } from "@/lib/platform/request";
import { expirer } from "@/lib/platform/touched";
import type { MemberViewer } from "@/lib/policy/viewer";
import type { LookUp } from "@/lib/studies/look-up";
import type { Identifier, SourceFacts } from "@/lib/studies/types";
import { storeLookUp } from "@/lib/studies/writes";
import { invented, lookOf } from "../support/asking";
import { resetDatabase, sql } from "../support/database";
import { fillPage } from "../support/pages";
import { category, joined, starts } from "../support/people";

// Which kept pages a look-up makes anew.

const cited = invented("kept");
const facts: Partial<SourceFacts> = { title: "Cells for low platelets", published: "2024-03-01" };

let store: PageStore;
let jasond: MemberViewer;
let treatments: number;

beforeEach(async () => {
  await resetDatabase();
  forgetForum();
  await sql(`INSERT INTO "Forum" (id, mode, name) VALUES (1, 'live', 'Wellcited')`);
  store = new PageStore({ maxBytes: 50_000_000, maxAgeMs: 3_600_000 });
  store.lease(Number.POSITIVE_INFINITY);
  expirer.current = { expire: (tags) => store.expire(tags), acknowledged: async () => {} };
  jasond = await joined("jasond");
  treatments = await category("treatments");
});
afterEach(() => {
  expirer.current = null;
});

/** A guest reads it, and it is kept. */
async function reads(...address: Address): Promise<string> {
  const [route, params, query] = address;
  const request = Object.assign(newRequest("test", "127.0.0.1"), { session: null });
  const html = await fillPage(request, route, { params, ...(query ? { query } : {}) });
  const page = await makePage(200, "text/html", Buffer.from(html));
  await store.page(keyOf(...address), async () => ({ page, tags: new Set(tagsToKeepBy(request)) }));
  expect(isKept(...address)).toBe(true);
  return html;
}

type Address = [route: string, params: Record<string, string>, query?: Record<string, string>];
const keyOf = (...address: Address) => JSON.stringify(address);
const isKept = (...address: Address) => store.find(keyOf(...address)) !== undefined;
const threadAt = (id: number): [string, Record<string, string>] => [
  "/t/[id]/[slug]",
  { id: String(id), slug: "a-thread-by-jasond" },
];
const studyAt = (id: number): Address => ["/studies/[id]", { id: String(id) }];

const looksUp = (fields: Partial<SourceFacts>, studyId = 1, of: Identifier = cited, more: Partial<LookUp> = {}) =>
  transaction((tx) => storeLookUp(tx, studyId, { ...lookOf(of, fields), ...more }));
const unreachable: Partial<LookUp> = {
  asked: [{ source: "crossref", subject: "", answer: { outcome: "unreachable", why: "busy", retryAfter: null } }],
};

test("a look-up that brings nothing new leaves every page kept, and one that does makes those with the card anew", async () => {
  const cites = await starts(jasond, treatments, "See 10.5555/wellcited.kept.");
  const other = await starts(jasond, treatments);
  await looksUp(facts);
  const pages: Address[] = [threadAt(cites.threadId), studyAt(1), threadAt(other.threadId)];
  for (const page of pages) await reads(...page);
  await looksUp(facts);
  expect(pages.map((page) => isKept(...page))).toEqual([true, true, true]);
  await looksUp({ ...facts, title: "Cells for low blood platelets" });
  expect(pages.map((page) => isKept(...page))).toEqual([false, false, true]);
  expect(await reads(...threadAt(cites.threadId))).toContain("Cells for low blood platelets");
});

test("while a registry is down its first failure is said, and the tries after it leave the pages alone", async () => {
  const { threadId } = await starts(jasond, treatments, "See 10.5555/wellcited.kept.");
  await looksUp(facts);
  await reads(...threadAt(threadId));
  await looksUp(facts, 1, cited, unreachable);
  expect(isKept(...threadAt(threadId))).toBe(false);
  expect(await reads(...threadAt(threadId))).toContain("Could not be checked again");
  await looksUp(facts, 1, cited, unreachable);
  expect(isKept(...threadAt(threadId))).toBe(true);
});

test("a study that is named everywhere and changes leaves the pages of other threads kept", async () => {
  const other = await starts(jasond, treatments);
  const { threadId } = await starts(jasond, treatments, "See 10.5555/wellcited.kept.");
  await looksUp(facts);
  await namedInThreads(600);
  await reads(...threadAt(other.threadId));
  await reads(...threadAt(threadId));
  await looksUp({ ...facts, title: "Cells for low blood platelets" });
  expect([isKept(...threadAt(other.threadId)), isKept(...threadAt(threadId))]).toEqual([true, false]);
});

test("a study that turns retracted is said on every page of its threads at once, also where its card isn't", async () => {
  const { threadId } = await starts(jasond, treatments, "See 10.5555/wellcited.kept.");
  await sql(
    `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state)
     SELECT $1, n, $2, '', '', 1, 'visible' FROM generate_series(2, 21) n`,
    [threadId, jasond.id],
  );
  await sql(`UPDATE "Thread" SET "lastPosition" = 21, "postCount" = 21 WHERE id = $1`, [threadId]);
  await looksUp(facts);
  const second: Address = [...threadAt(threadId), { page: "2" }];
  expect(await reads(...second)).not.toContain("was retracted");
  await looksUp({ ...facts, notices: [{ kind: "retraction", date: "2025-03-12" }] });
  expect(isKept(...second)).toBe(false);
  expect(await reads(...second)).toContain("was retracted");
  await looksUp({ ...facts, notices: [{ kind: "concern" }] });
  expect(isKept(...second)).toBe(false);
  expect(await reads(...second)).not.toContain("was retracted");
});

/** Puts threads that cite study 1 straight into the database. */
async function namedInThreads(count: number): Promise<void> {
  await sql(
    `WITH made AS (
      INSERT INTO "Thread" ("categoryId", "authorId", title, slug, audience, "lastPosition", "postCount")
      SELECT $1, $2, 'Thread ' || n, 'thread-' || n, 'everyone', 1, 1 FROM generate_series(1, $3::int) n RETURNING id
    ), posts AS (
      INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state)
      SELECT id, 1, $2, '', '', 1, 'visible' FROM made RETURNING number
    ) SELECT count(*) FROM posts`,
    [treatments, jasond.id, count],
  );
  await sql(
    `INSERT INTO "Citation" ("postNumber", position, kind, value, "studyId")
     SELECT p.number, 0, 'doi', '10.5555/wellcited.kept', 1 FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" WHERE t.title LIKE 'Thread %'`,
  );
}
