import { beforeEach, describe, expect, it } from "vitest";
import { listCategories, listCategoryNames } from "@/lib/categories/queries";
import { prisma, transaction } from "@/lib/platform/db";
import { audiences } from "@/lib/policy/audience";
import type { State } from "@/lib/policy/can";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { asSql, asWhere, placedPosts, readablePosts, visibleCategories, visibleThreads } from "@/lib/policy/visible";
import { findPlace, findPostForAction, listPosts, listQuotable, readPost, readQuote } from "@/lib/posts/queries";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { listCitations, listStudies, readStudy } from "@/lib/studies/queries";
import { listFeedPosts, listNewestThreads, listSitemapThreads, listThreads, readThread } from "@/lib/threads/queries";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

const states: State[] = ["visible", "held", "hidden", "withdrawn", "removed"];
const SECRET = "needle10";

let viewers: Record<string, Viewer>;
let jasond: MemberViewer;
let karenr: MemberViewer;
type Written = { number: number; threadId: number; postState: State; threadState: State; open: boolean };
let posts: Written[];

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  viewers = {
    "a guest": guest,
    "the author": jasond,
    "another member": karenr,
    "someone silenced": await joined("quiet", { standing: "silenced" }),
    "someone suspended": await joined("away", { standing: "suspended" }),
    "a moderator": await joined("sandi", { role: "moderator" }),
    "an administrator": await joined("admina", { role: "administrator" }),
  };
  posts = [];
  const places = { everyone: await category("open"), members: await category("lounge", "members") };
  for (const [categoryAudience, categoryId] of Object.entries(places)) {
    for (const audience of audiences) {
      if (categoryAudience === "members" && audience === "everyone") continue;
      for (const threadState of ["visible", "held", "hidden"] as const) {
        const [thread] = await sql<{ id: number }>(
          `INSERT INTO "Thread" ("categoryId", "authorId", title, slug, audience, "lastPosition") VALUES ($1, $2, $3, 's', $4, 6) RETURNING id`,
          [categoryId, jasond.id, `${SECRET} ${audience} ${threadState}`, audience],
        );
        const threadId = thread?.id ?? 0;
        for (const [index, postState] of states.entries()) {
          const [post] = await sql<{ number: number }>(
            `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state, "createdAt") VALUES ($1, $2, $3, $4, $4, 1, $5, now()) RETURNING number`,
            [threadId, index + 1, jasond.id, `${SECRET} in a ${postState} post`, postState],
          );
          posts.push({
            number: post?.number ?? 0,
            threadId,
            postState,
            threadState,
            open: audience === "everyone" && categoryAudience === "everyone",
          });
        }
        await sql(
          `UPDATE "Thread" SET state = $2, "lastPostNumber" = (SELECT min(number) FROM "Post" WHERE "threadId" = $1), "postCount" = 1 WHERE id = $1`,
          [threadId, threadState],
        );
      }
    }
  }
  // Every post cites a study of its own, so that the studies pages have to be careful too.
  for (const { number } of posts) {
    const study = await prisma.study.create({
      data: {
        state: "found",
        cardHtml: `${SECRET} card`,
        identifiers: { create: { kind: "doi", value: `10.5555/${number}` } },
      },
    });
    await prisma.citation.create({
      data: { postNumber: number, position: 1, kind: "doi", value: `10.5555/${number}`, studyId: study.id },
    });
  }
});

/** What the design says, in its own words and on its own. */
function mayRead(who: string, { postState, threadState, open }: Written): boolean {
  if (who === "a moderator" || who === "an administrator") return true;
  if (who === "the author") return true;
  const outsider = who === "a guest" || who === "someone suspended";
  return postState === "visible" && threadState === "visible" && (open || !outsider);
}

describe("what may be seen", () => {
  it("is the same for a Prisma query, for SQL, and as the design says it, for everyone, every state and every audience", async () => {
    for (const [who, viewer] of Object.entries(viewers)) {
      const readable = readablePosts(viewer);
      const prismas = (await prisma.post.findMany({ where: asWhere(readable), select: { number: true } }))
        .map(({ number }) => number)
        .sort((a, b) => a - b);
      const sqls = (
        await sql<{ number: number }>(
          `SELECT p.number FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" c ON c.id = t."categoryId" WHERE ${asSql(readable, "post", { post: "p", thread: "t", category: "c" })} ORDER BY 1`,
        )
      ).map(({ number }) => number);
      const designed = posts.filter((post) => mayRead(who, post)).map(({ number }) => number);
      expect(sqls, who).toEqual(prismas);
      expect(sqls, who).toEqual(designed);

      for (const [condition, table] of [
        [visibleThreads(viewer), "thread"],
        [visibleCategories(viewer), "category"],
      ] as const) {
        const byPrisma =
          table === "thread"
            ? await prisma.thread.count({ where: asWhere(condition) })
            : await prisma.category.count({ where: asWhere(condition) });
        const from = table === "thread" ? `"Thread" t JOIN "Category" c ON c.id = t."categoryId"` : `"Category" c`;
        const [bySql] = await sql<{ n: number }>(
          `SELECT count(*)::int AS n FROM ${from} WHERE ${asSql(condition, table, { thread: "t", category: "c" })}`,
        );
        expect(bySql?.n, `${who}, ${table}`).toBe(byPrisma);
      }
      const placed = await prisma.post.count({ where: asWhere(placedPosts(viewer)) });
      const [placedBySql] = await sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" c ON c.id = t."categoryId" WHERE ${asSql(placedPosts(viewer), "post", { post: "p", thread: "t", category: "c" })}`,
      );
      expect(placedBySql?.n, `${who}, placed`).toBe(placed);
    }
  });

  it("is all that any reading query gives, one post at a time", async () => {
    for (const [who, viewer] of Object.entries(viewers)) {
      for (const post of posts) {
        const may = mayRead(who, post);
        const label = `${who}, ${post.postState} post in a ${post.threadState} thread, ${post.open ? "open" : "members"}`;
        const there = (promise: Promise<unknown>) =>
          promise.then(
            (value) => value !== null,
            () => false,
          );
        expect(await there(readPost(viewer, post.number)), label).toBe(may);
        expect(await there(findPostForAction(viewer, post.number)), label).toBe(may);
        expect((await listQuotable(viewer, [post.number])).has(post.number), label).toBe(may);
        expect(await there(readQuote(viewer, post.number)), label).toBe(may && post.postState === "visible");
        expect((await listCitations(viewer, [post.number])).has(post.number), label).toBe(may);
      }
    }
  });

  it("guests' lists, feeds, sitemap, counts and studies know only open threads and visible posts", async () => {
    const openVisible = posts.filter((post) => mayRead("a guest", post));
    const openThreads = new Set(openVisible.map(({ threadId }) => threadId));
    const openNumbers = new Set(openVisible.map(({ number }) => number));
    for (const row of await listNewestThreads(guest, 100)) expect(openThreads.has(row.id)).toBe(true);
    for (const row of await listSitemapThreads()) expect(openThreads.has(row.id)).toBe(true);
    for (const row of await listFeedPosts({})) expect(openNumbers.has(row.number)).toBe(true);
    const categories = await listCategories(guest);
    expect(categories.map(({ slug }) => slug)).toEqual(["open"]);
    expect((await listCategoryNames(guest)).map(({ slug }) => slug)).toEqual(["open"]);
    for (const { id } of categories)
      for (const row of (await listThreads(guest, { id })).threads) expect(openThreads.has(row.id)).toBe(true);
    for (const { threadId } of posts) {
      const read = await readThread(guest, threadId).then(
        () => true,
        () => false,
      );
      expect(read).toBe(openThreads.has(threadId));
      for (const shown of await listPosts(guest, threadId, 1)) {
        if (shown.kind === "post") expect(openNumbers.has(shown.number)).toBe(true);
        else expect(JSON.stringify(shown)).not.toContain(SECRET);
      }
      for (const row of await listFeedPosts({ threadId })) expect(openNumbers.has(row.number)).toBe(true);
    }
    const { studies } = await listStudies(guest, {}, null, 1_000);
    const cited = await prisma.citation.findMany();
    for (const { studyId, postNumber } of cited) {
      const read = await readStudy(guest, studyId ?? 0).then(
        () => true,
        () => false,
      );
      expect(read).toBe(openNumbers.has(postNumber));
    }
    expect(studies.length).toBe(openNumbers.size);
  });

  it("a count on a page never tells a guest that there is more than they can read", async () => {
    await resetDatabase();
    jasond = await joined("jasond");
    const open = await category("open");
    await starts(jasond, open, "For all.");
    const among = await starts(jasond, open, "Among us.", "members");
    await replies(await joined("karenr"), among.threadId);
    const [forGuests] = await listCategories(guest);
    expect(forGuests).toMatchObject({ threadCount: 1, postCount: 1, newest: { number: 1 } });
    const [forMembers] = await listCategories(jasond);
    expect(forMembers).toMatchObject({ threadCount: 2, postCount: 3 });
    const [forSuspended] = await listCategories(await joined("away", { standing: "suspended" }));
    expect(forSuspended).toEqual(forGuests);
  });

  it("nobody learns from an address that leads nowhere whether a held or members-only post is there", async () => {
    for (const post of posts.filter(({ postState, open }) => postState === "held" || !open))
      expect(await findPlace(guest, post.number)).toBeNull();
  });

  it("a post that is hidden stays hidden for whoever could read it before", async () => {
    await resetDatabase();
    jasond = await joined("jasond");
    const { number, threadId } = await starts(jasond, await category("open"), SECRET);
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, number);
      if (post) await setPostState(tx, post, "hidden", "promotion");
    });
    expect(
      JSON.stringify([await listPosts(guest, threadId, 1), await listFeedPosts({}), await listNewestThreads(guest, 5)]),
    ).not.toContain(SECRET);
    const [own] = await listPosts(jasond, threadId, 1);
    expect(own).toMatchObject({ kind: "post", state: "hidden", stateReason: "promotion" });
  });
});
