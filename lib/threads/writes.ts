import { now } from "@/lib/platform/clock";
import { narrow, type Tx, touch } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { tags } from "@/lib/platform/tags";
import type { State } from "@/lib/policy/can";
import { postsAppear, purgePost } from "@/lib/posts/writes";

/** One visible thread more or fewer in its category; its posts are counted one by one. */
export async function countThread(tx: Tx, threadId: number, by: 1 | -1): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Category" c SET "threadCount" = c."threadCount" + ${by},
      "publicThreadCount" = c."publicThreadCount" + CASE WHEN t."audience" = 'everyone' AND c."audience" = 'everyone' THEN ${by} ELSE 0 END
    FROM "Thread" t WHERE t."id" = ${threadId} AND c."id" = t."categoryId"`;
}

export async function setThreadMarks(
  tx: Tx,
  threadId: number,
  marks: { pinned?: boolean; locked?: boolean },
): Promise<void> {
  const { categoryId } = await tx.thread.update({ where: { id: threadId }, data: marks, select: { categoryId: true } });
  touch(tx, tags.thread(threadId), tags.category(categoryId), tags.front());
}

/**
 * Views are counted in batches by the door; a page shows them as they were when it was made. Threads that somebody is
 * writing in are left out, so that nobody waits for a view: gives those that were counted.
 */
export async function addViews(tx: Tx, views: Map<number, number>): Promise<number[]> {
  const ids = [...views.keys()];
  const counted = await tx.$queryRaw<{ id: number }[]>`
    WITH free AS MATERIALIZED (SELECT "id" FROM "Thread" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED)
    UPDATE "Thread" t SET "viewCount" = t."viewCount" + v."views"
    FROM free JOIN unnest(${ids}::int[], ${ids.map((id) => views.get(id) ?? 0)}::int[]) AS v("id", "views") ON v."id" = free."id"
    WHERE t."id" = free."id" RETURNING t."id"`;
  return counted.map(({ id }) => id);
}

export type LockedThread = { id: number; categoryId: number; authorId: number; state: State; locked: boolean };

export async function lockThread(tx: Tx, id: number): Promise<LockedThread | null> {
  const rows = await tx.$queryRaw<LockedThread[]>`
    SELECT "id", "categoryId", "authorId", "state"::text, "locked" FROM "Thread" WHERE "id" = ${id} FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/**
 * Moves a thread from one state to another: with it, its visible posts enter or leave what is counted of people and
 * categories. Where fewer may read it than before, the transaction returns only when no stored page has it any more.
 */
export async function setThreadState(
  tx: Tx,
  thread: LockedThread,
  state: State,
  reason: string | null = null,
): Promise<void> {
  if (thread.state === state) return;
  if (thread.state === "visible") await countWholeThread(tx, thread.id, -1);
  await tx.thread.update({ where: { id: thread.id }, data: { state, stateReason: reason } });
  if (state === "visible") {
    await countWholeThread(tx, thread.id, 1);
    const waiting = { threadId: thread.id, state: "visible", appearedAt: null } as const;
    const posts = await tx.post.findMany({ where: waiting, select: { number: true }, orderBy: { number: "asc" } });
    await postsAppear(
      tx,
      posts.map(({ number }) => number),
    );
  }
  await touchWholeThread(tx, thread, state !== "visible");
}

async function countWholeThread(tx: Tx, threadId: number, by: 1 | -1): Promise<void> {
  await countThread(tx, threadId, by);
  await tx.$executeRaw`
    WITH shown AS (
      SELECT p."number", p."authorId", p."thanksCount", t."categoryId",
        CASE WHEN t."audience" = 'everyone' AND c."audience" = 'everyone' THEN 1 ELSE 0 END AS public
      FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
      WHERE t."id" = ${threadId} AND p."state" = 'visible'
    ), changes AS (
      SELECT "authorId" AS id, 1 AS posts, "thanksCount" AS received, 0 AS given, public FROM shown
      UNION ALL SELECT th."memberId", 0, 0, 1, shown.public FROM shown JOIN "Thanks" th ON th."postNumber" = shown."number"
    ), sums AS (
      SELECT id, sum(posts)::int AS posts, sum(received)::int AS received, sum(given)::int AS given,
        sum(posts * public)::int AS "publicPosts", sum(received * public)::int AS "publicReceived", sum(given * public)::int AS "publicGiven"
      FROM changes GROUP BY id
    ), members AS (
      UPDATE "Member" m SET "postCount" = m."postCount" + ${by} * sums.posts, "publicPostCount" = m."publicPostCount" + ${by} * sums."publicPosts",
        "thanksReceived" = m."thanksReceived" + ${by} * sums.received, "publicThanksReceived" = m."publicThanksReceived" + ${by} * sums."publicReceived",
        "thanksGiven" = m."thanksGiven" + ${by} * sums.given, "publicThanksGiven" = m."publicThanksGiven" + ${by} * sums."publicGiven"
      FROM sums WHERE m."id" = sums.id
    )
    UPDATE "Category" c SET "postCount" = c."postCount" + ${by} * counted.posts, "publicPostCount" = c."publicPostCount" + ${by} * counted.public
    FROM (SELECT "categoryId", count(*)::int AS posts, sum(public)::int AS public FROM shown GROUP BY "categoryId") counted
    WHERE c."id" = counted."categoryId"`;
}

/** Every page one of its posts is on: lists, people, studies, and whatever quotes them. */
async function touchWholeThread(tx: Tx, thread: LockedThread, narrows: boolean): Promise<void> {
  const [on] = await tx.$queryRaw<{ people: number[]; studies: number[] }[]>`
    SELECT ARRAY(SELECT "authorId" FROM "Post" WHERE "threadId" = ${thread.id}
        UNION SELECT th."memberId" FROM "Thanks" th JOIN "Post" p ON p."number" = th."postNumber" WHERE p."threadId" = ${thread.id}) AS people,
      ARRAY(SELECT DISTINCT "studyId" FROM "Citation" WHERE "threadId" = ${thread.id} AND "studyId" IS NOT NULL) AS studies`;
  const { people = [], studies = [] } = on ?? {};
  const names = [
    tags.front(),
    tags.threads(),
    tags.category(thread.categoryId),
    tags.thread(thread.id),
    ...people.map(tags.profile),
    tags.shown(thread.id),
    ...studies.map(tags.study),
    ...(studies.length > 0 ? [tags.studies()] : []),
  ];
  if (narrows) narrow(tx, ...names);
  else touch(tx, ...names);
}

/** Takes the title of a removed thread away for good, and what its author wrote in it. What others wrote is theirs. */
export async function purgeThread(tx: Tx, id: number): Promise<"done" | "more"> {
  const { authorId } = orNotFound(await lockThread(tx, id));
  const posts = await tx.post.findMany({
    where: { threadId: id, authorId, purgedAt: null },
    select: { number: true },
    take: PURGED_AT_ONCE,
  });
  for (const { number } of posts) await purgePost(tx, number);
  if (posts.length === PURGED_AT_ONCE) return "more";
  await tx.thread.update({ where: { id }, data: { title: "Removed", slug: "removed", purgedAt: now() } });
  return "done";
}

/** After so many posts the caller goes on in another transaction: with a thousand in one, it ran out of its fifteen seconds. */
const PURGED_AT_ONCE = 50;
