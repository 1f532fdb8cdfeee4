import { Client } from "pg";
import { beforeAll, expect, inject, it } from "vitest";
import { fill } from "@/bin/bench/community";
import { listAuthors } from "@/lib/accounts/queries";
import { listCategories } from "@/lib/categories/queries";
import { findDamage } from "@/lib/integrity/queries";
import { listDecidedCases, listOpenCases } from "@/lib/moderation/queries";
import { transaction } from "@/lib/platform/db";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { replyToThread } from "@/lib/posts/commands";
import { listNewestPostsBy, listPosts } from "@/lib/posts/queries";
import { listCitations } from "@/lib/studies/queries";
import { storeSeedStudy } from "@/lib/studies/writes";
import { listFeedPosts, listNewestThreads, listThreads, readThread } from "@/lib/threads/queries";
import { inventedStudies } from "@/prisma/seed/studies-invented";
import { resetDatabase, sql } from "../support/database";
import { category, joined, starts } from "../support/people";
import { plansOf } from "../support/plans";

// A community as npm run bench makes it, small: large enough that PostgreSQL would rather use an index.

let jasond: MemberViewer;
let mod: MemberViewer;
let treatments: number;
let long: number;

beforeAll(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  mod = await joined("mod", { role: "moderator" });
  treatments = await category("treatments");
  // As if a million posts were there already: numbers that a community of any size has.
  await sql(`SELECT setval('"Post_number_seq"', 1000000)`);
  await starts(jasond, treatments);
  await transaction(async (tx) => {
    for (const study of inventedStudies) await storeSeedStudy(tx, study);
  });
  const url = new URL(inject("superuserUrl"));
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  const superuser = new Client({ connectionString: url.href });
  await superuser.connect();
  await fill(superuser, 6_000, () => {});
  await superuser.end();
  [{ long }] = (await sql<{ long: number }>(`SELECT "id" AS long FROM "Thread" WHERE "slug" = 'question-2'`)) as [
    { long: number },
  ];
}, 120_000);

it("a community made for measuring keeps everything the database promises", async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  expect(await findDamage(client)).toEqual([]);
  await client.end();
});

const PAGES: Record<string, () => Promise<unknown>> = {
  "a thread's page": async () => {
    await readThread(jasond, long);
    const posts = await listPosts(jasond, long, 250);
    await listAuthors(
      jasond,
      posts.flatMap((post) => (post.kind === "post" ? [post.authorId] : [])),
    );
    await listCitations(
      jasond,
      posts.map(({ number }) => number),
    );
  },
  "a guest's front page": async () => [await listCategories(guest), await listNewestThreads(guest, 10)],
  "a member's front page": async () => [await listCategories(jasond), await listNewestThreads(jasond, 10)],
  "a category's page": () => listThreads(jasond, { id: treatments }),
  "a category's feed": () => listFeedPosts({ categoryId: treatments }),
  "a thread's feed": () => listFeedPosts({ threadId: long }),
  "the moderators' queue": async () => [await listOpenCases(mod), await listDecidedCases(mod)],
  "what someone wrote last": () => listNewestPostsBy(guest, jasond.id + 5, 5),
};

it.each(Object.entries(PAGES))(
  "%s reads posts, threads and citations by an index, never all of them",
  async (_, read) => {
    const plans = await plansOf(read);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((plan) => /Seq Scan on "(Post|Citation|Thanks|Revision|SearchRow)"/.test(plan))).toEqual([]);
  },
);

it("a category in which nobody writes is not looked for among all threads and posts", async () => {
  const plans = [
    ...(await plansOf(() => listCategories(jasond))),
    ...(await plansOf(() => listFeedPosts({ categoryId: treatments }))),
  ];
  expect(plans.length).toBeGreaterThan(1);
  expect(plans.filter((plan) => /Thread_lastPostAt_id_idx|Backward using "Post_pkey"/.test(plan))).toEqual([]);
});

it("a reply that cites looks in its thread for what it cites and for nothing else, however long the thread is", async () => {
  // So many that reading them all is never the cheaper way.
  await sql(`INSERT INTO "Citation" ("postNumber", "position", "kind", "value")
    SELECT "number", 100 + n, 'doi', '10.5555/' || "number" || '.' || n FROM "Post", generate_series(1, 10) n`);
  await sql(`ANALYZE "Citation"`);
  const plans = await plansOf(() =>
    replyToThread(jasond, { threadId: long, text: "I read PMID 28565844.", requestId: crypto.randomUUID() }),
  );
  expect(plans.length).toBeGreaterThan(3);
  expect(plans.filter((plan) => /Seq Scan on "Citation"/.test(plan))).toEqual([]);
  const counting = plans.find((plan) => plan.includes("Citation_threadId_studyId_postNumber_idx")) ?? "";
  expect(counting).toMatch(/Index Cond: \(\("threadId" = t\w*\.id\) AND \("studyId" = c\w*\."studyId"\)\)/);
});
