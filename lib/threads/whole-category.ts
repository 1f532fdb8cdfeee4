import { Prisma, type Tx } from "@/lib/platform/db";
import { type Audience, audiences, isWiderThan } from "@/lib/policy/audience";

// All threads of a category at once, be there ten in it or millions of posts: no statement reads more than it has time for.

/** How many posts one statement counts; with more of them a category is large. */
export const POSTS_AT_ONCE = 100_000;
const PEOPLE_AT_ONCE = 5_000;

/** How long all of it may take with ten million posts, on a slow disk. */
export const LARGE_CHANGE_LASTS = 10 * 60_000;

/** Numbers of posts, both ends included; null for all of them. */
type Stretch = { from: number; to: number } | null;

/**
 * A small category's posts are found by its threads, all at once. Those of a large one are found in the order of their
 * numbers, which is how they lie on the disk: by its threads each would be a read of its own.
 */
async function stretchesOf(db: Tx, categoryId: number): Promise<Stretch[]> {
  const [row] = await db.$queryRaw<{ posts: number; newest: number }[]>`
    SELECT c."postCount" AS posts, coalesce((SELECT max("number") FROM "Post"), 0) AS newest FROM "Category" c WHERE c."id" = ${categoryId}`;
  const { posts = 0, newest = 0 } = row ?? {};
  if (posts <= POSTS_AT_ONCE) return [null];
  return Array.from({ length: Math.ceil(newest / POSTS_AT_ONCE) }, (_, n) => ({
    from: n * POSTS_AT_ONCE + 1,
    to: (n + 1) * POSTS_AT_ONCE,
  }));
}

/** The posts of a stretch, for `WITH`; read before anything else where there are many, or each stretch would read the whole category. */
function postsOf(stretch: Stretch): Prisma.Sql {
  const columns = Prisma.sql`SELECT "number", "threadId", "authorId", "state", "thanksCount", "createdAt", "editedAt" FROM "Post"`;
  return stretch
    ? Prisma.sql`p AS MATERIALIZED (${columns} WHERE ${within(stretch, "number")})`
    : Prisma.sql`p AS NOT MATERIALIZED (${columns})`;
}

function thanksOf(stretch: Stretch): Prisma.Sql {
  const thanks = Prisma.sql`SELECT "postNumber", "memberId" FROM "Thanks"`;
  return stretch
    ? Prisma.sql`th AS MATERIALIZED (${thanks} WHERE ${within(stretch, "postNumber")})`
    : Prisma.sql`th AS NOT MATERIALIZED (${thanks})`;
}

function within(stretch: { from: number; to: number }, column: "number" | "postNumber"): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(`"${column}"`)} BETWEEN ${stretch.from} AND ${stretch.to}`;
}

/** Holds every thread of a category: whoever writes, thanks or decides in one of them waits. */
export async function lockThreadsOf(tx: Tx, categoryId: number): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Thread" WHERE "categoryId" = ${categoryId} ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Everyone whose public counts depend on whom a category is for. */
export async function listPeopleCountedIn(db: Tx, categoryId: number): Promise<number[]> {
  const people = new Set<number>();
  for (const stretch of await stretchesOf(db, categoryId)) {
    const rows = await db.$queryRaw<{ id: number }[]>`
      WITH ${postsOf(stretch)}, ${thanksOf(stretch)}
      SELECT p."authorId" AS id FROM p JOIN "Thread" t ON t."id" = p."threadId" WHERE t."categoryId" = ${categoryId}
      UNION SELECT th."memberId" FROM th JOIN p ON p."number" = th."postNumber" JOIN "Thread" t ON t."id" = p."threadId"
      WHERE t."categoryId" = ${categoryId}`;
    for (const { id } of rows) people.add(id);
  }
  return [...people];
}

/**
 * What guests can count of a category's threads, added or taken away whole; the caller holds the threads and the people,
 * and the category is for everyone, until now or from now on. Nobody's row is written twice.
 */
export async function countPublicly(tx: Tx, categoryId: number, by: 1 | -1): Promise<void> {
  const sums = new Map<number, Counted>();
  for (const stretch of await stretchesOf(tx, categoryId)) {
    for (const one of await countStretch(tx, categoryId, stretch)) {
      const known = sums.get(one.id);
      if (!known) sums.set(one.id, one);
      else {
        known.posts += one.posts;
        known.received += one.received;
        known.given += one.given;
      }
    }
  }
  const all = [...sums.values()];
  for (let n = 0; n < all.length; n += PEOPLE_AT_ONCE) await addToPeople(tx, all.slice(n, n + PEOPLE_AT_ONCE), by);
  const posts = all.reduce((sum, one) => sum + one.posts, 0);
  await tx.$executeRaw`
    UPDATE "Category" SET "publicPostCount" = "publicPostCount" + ${by * posts}, "publicThreadCount" = "publicThreadCount" + ${by} * (
      SELECT count(*)::int FROM "Thread" WHERE "categoryId" = ${categoryId} AND "state" = 'visible' AND "audience" = 'everyone')
    WHERE "id" = ${categoryId}`;
}

type Counted = { id: number; posts: number; received: number; given: number };

async function countStretch(tx: Tx, categoryId: number, stretch: Stretch): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    WITH ${postsOf(stretch)}, ${thanksOf(stretch)}, shown AS (
      SELECT p."number", p."authorId", p."thanksCount" FROM p JOIN "Thread" t ON t."id" = p."threadId"
      WHERE t."categoryId" = ${categoryId} AND t."state" = 'visible' AND t."audience" = 'everyone' AND p."state" = 'visible'
    ), changes AS (
      SELECT "authorId" AS id, 1 AS posts, "thanksCount" AS received, 0 AS given FROM shown
      UNION ALL SELECT th."memberId", 0, 0, 1 FROM shown JOIN th ON th."postNumber" = shown."number"
    )
    SELECT id, sum(posts)::int AS posts, sum(received)::int AS received, sum(given)::int AS given FROM changes GROUP BY id`;
}

async function addToPeople(tx: Tx, some: Counted[], by: 1 | -1): Promise<void> {
  const column = (name: keyof Counted) => some.map((one) => one[name]);
  await tx.$executeRaw`
    UPDATE "Member" m SET "publicPostCount" = m."publicPostCount" + ${by} * sums.posts,
      "publicThanksReceived" = m."publicThanksReceived" + ${by} * sums.received,
      "publicThanksGiven" = m."publicThanksGiven" + ${by} * sums.given
    FROM unnest(${column("id")}::int[], ${column("posts")}::int[], ${column("received")}::int[], ${column("given")}::int[])
      AS sums (id, posts, received, given) WHERE m."id" = sums.id`;
}

/**
 * Threads in which somebody wrote while their category was for these people keep to them, wherever the category goes: a
 * reply among members never becomes public by a press on a page of the administration.
 */
export async function keepToTheirReaders(
  tx: Tx,
  category: { id: number; audience: Audience; audienceSince: Date },
): Promise<void> {
  const wider = audiences.filter((one) => isWiderThan(one, category.audience));
  if (wider.length === 0) return;
  // A minute more, for clocks of several machines.
  const since = new Date(category.audienceSince.getTime() - 60_000);
  for (const stretch of await stretchesOf(tx, category.id)) {
    await tx.$executeRaw`
      WITH ${postsOf(stretch)}
      UPDATE "Thread" t SET "audience" = ${category.audience}::"Audience"
      WHERE t."categoryId" = ${category.id} AND t."audience"::text = ANY(${wider}) AND EXISTS (
        SELECT 1 FROM p WHERE p."threadId" = t."id" AND greatest(p."createdAt", p."editedAt") >= ${since})`;
  }
}
