import { atMost, Prisma, sqlWith } from "@/lib/platform/db";
import type { Viewer } from "@/lib/policy/viewer";
import { asSql, readablePosts } from "@/lib/policy/visible";

/** Citations in posts this viewer may read; one study appears once a post however often it is named. */
export function readableCitations(viewer: Viewer): Prisma.Sql {
  const readable = sqlWith((value) =>
    asSql(readablePosts(viewer), "post", { post: "p", thread: "t", category: "g" }, value),
  );
  return Prisma.sql`
    "Citation" c JOIN "Post" p ON p."number" = c."postNumber" JOIN "Thread" t ON t."id" = p."threadId"
    JOIN "Category" g ON g."id" = t."categoryId" AND ${readable}`;
}

// Written out: PostgreSQL plans for numbers it can see.
const MENTIONS = 30;
const MENTIONS_AT_ONCE = Prisma.raw(String(MENTIONS));
const THREADS_COUNTED = Prisma.raw("30");
/** One long thread may name a study hundreds of times, so the other threads are looked for behind its mentions; not for ever. */
const LOOKS = Prisma.raw("10");

/** In how many threads this viewer may read a study is named; `more`: there the counting ended, and it may be more. */
export type Discussed = { threads: number; more: boolean };

/**
 * That number, for the study whose id this SQL gives, as a row to be joined. A study that everybody names is not counted
 * to the end for a line on its card: its newest mentions are read, thirty at a time, until they are of enough threads.
 */
export function discussed(viewer: Viewer, studyId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    WITH RECURSIVE counting (looks, before, threads, whole) AS (
      SELECT 0, 2147483647, ARRAY[]::int[], FALSE
      UNION ALL
      SELECT counting.looks + 1, newest.before, newest.threads, newest.mentions < ${MENTIONS_AT_ONCE}
      FROM counting CROSS JOIN LATERAL (
        SELECT min("postNumber") AS before, count(*) AS mentions,
          ARRAY(SELECT DISTINCT unnest(counting.threads || array_agg("threadId"))) AS threads
        FROM (
          SELECT c."postNumber", p."threadId" FROM ${readableCitations(viewer)}
          WHERE c."studyId" = ${studyId} AND c."postNumber" < counting.before
          ORDER BY c."postNumber" DESC ${atMost(MENTIONS)}) mention) newest
      WHERE NOT counting.whole AND counting.looks < ${LOOKS} AND cardinality(counting.threads) < ${THREADS_COUNTED}
    )
    SELECT cardinality(threads) AS threads, NOT whole AS more FROM counting ORDER BY looks DESC LIMIT 1)`;
}
