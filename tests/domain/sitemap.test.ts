import { beforeEach, expect, it } from "vitest";
import { GET } from "@/app/sitemap.xml/route";
import { changeCategory } from "@/lib/categories/commands";
import { decideCase, openCaseMyself } from "@/lib/moderation/commands";
import { prisma } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import type { MemberViewer } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { thank } from "@/lib/thanks/commands";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let sandi: MemberViewer;
let jasond: MemberViewer;
let karenr: MemberViewer;
let treatments: number;

beforeEach(async () => {
  await resetDatabase();
  const rules = "## Be kind\n\nPlease.";
  await prisma.document.create({ data: { kind: "rules", version: 1, source: rules, html: "<h2>Be kind</h2>" } });
  sandi = await joined("sandi", { role: "administrator" });
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  treatments = await category("treatments");
});

/** The sitemap as the page store has it until one of its tags expires. */
async function sitemap() {
  const request = newRequest("a guest", "here");
  const text = await (await withRequest(request, GET)).text();
  return { text, tags: request.tags, statements: request.statements };
}

/** What `work` makes of a kept sitemap; gone is one that nobody is served from the moment on in which the work is done. */
async function becomes(work: () => Promise<unknown>): Promise<"kept" | "made anew" | "gone"> {
  const { tags } = await sitemap();
  const [{ seq }] = (await sql<{ seq: string }>(`SELECT coalesce(max("seq"), 0)::text AS seq FROM "Expiry"`)) as [
    { seq: string },
  ];
  await work();
  const since = await sql<{ tags: string[]; narrows: boolean }>(
    `SELECT "tags", "narrows" FROM "Expiry" WHERE "seq" > $1`,
    [seq],
  );
  const mine = since.filter((expiry) => expiry.tags.some((tag) => tag === "everything" || tags.has(tag)));
  if (mine.length === 0) return "kept";
  return mine.some(({ narrows }) => narrows) ? "gone" : "made anew";
}

it("what is written in a thread leaves the sitemap as it is; a new thread is in it", async () => {
  const { threadId, number } = await starts(jasond, treatments);
  const requestId = crypto.randomUUID();
  expect(await becomes(() => replies(karenr, threadId))).toBe("kept");
  expect(await becomes(() => thank(karenr, { number }))).toBe("kept");
  expect(
    await becomes(() => editPost(jasond, { number, version: 1, text: "Better said.", reason: "", requestId })),
  ).toBe("kept");
  expect(await becomes(() => starts(karenr, treatments))).toBe("made anew");
  expect((await sitemap()).text.match(/<loc>[^<]*\/t\//g)).toHaveLength(2);
});

it("a thread that waits for a moderator is not in it, and one that is hidden is gone from it with the moderator's answer", async () => {
  const waits = await starts(await joined("bee", { newcomer: true }), treatments);
  const { threadId } = await starts(jasond, treatments);
  expect((await sitemap()).text).not.toContain(`/t/${waits.threadId}/`);
  expect((await sitemap()).text).toContain(`/t/${threadId}/`);
  const { caseId } = await openCaseMyself(sandi, { kind: "thread", id: threadId });
  const decides = async (deed: "hide" | "restore") => {
    const { version } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    const words = { rule: "Be kind", rulesVersion: 1, reason: "Not kind.", until: "" };
    await decideCase(sandi, { id: caseId, version, deed, ...words, requestId: crypto.randomUUID() });
  };
  expect(await becomes(() => decides("hide"))).toBe("gone");
  expect((await sitemap()).text).not.toContain(`/t/${threadId}/`);
  expect(await becomes(() => decides("restore"))).not.toBe("kept");
  expect((await sitemap()).text).toContain(`/t/${threadId}/`);
});

it("a category that is for members from now on is gone from it with all its threads", async () => {
  const { threadId } = await starts(jasond, treatments);
  const { id, slug: _, ...present } = await prisma.category.findUniqueOrThrow({ where: { id: treatments } });
  const { name, description, whoStarts, whoReplies, locked } = present;
  const input = {
    id,
    name,
    description,
    whoStarts,
    whoReplies,
    locked,
    place: 1,
    audience: "members" as const,
    confirm: true,
  };
  expect(await becomes(() => changeCategory(sandi, input))).toBe("gone");
  const { text } = await sitemap();
  expect(text).not.toContain(`/t/${threadId}/`);
  expect(text).not.toContain("/c/treatments");
});

it("a thread's further pages are in it, but none that only a post that waits would make", async () => {
  const { threadId } = await starts(jasond, treatments);
  await sql(
    `INSERT INTO "Post" ("threadId", "position", "authorId", "source", "html", "rendererVersion", "state")
     SELECT $1, n, $2, 'x', '<p>x</p>', 1, (CASE WHEN n > 40 THEN 'held' ELSE 'visible' END)::"State" FROM generate_series(2, 41) n`,
    [threadId, jasond.id],
  );
  await sql(`UPDATE "Thread" SET "lastPosition" = 41 WHERE "id" = $1`, [threadId]);
  const { text, statements } = await sitemap();
  expect(text.match(new RegExp(`<loc>[^<]*/t/${threadId}/[^<]*</loc>`, "g"))).toHaveLength(2);
  expect(text).toContain("?page=2");
  expect(statements).toBe(2);
});
