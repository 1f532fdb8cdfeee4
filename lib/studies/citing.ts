import { Prisma, sqlWith } from "@/lib/platform/db";
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

/** A study that everybody names is not counted to the end for a line on its card. */
export const MENTIONS_COUNTED = Prisma.raw("30"); // written out: PostgreSQL plans for a number it can see

/** In how many threads this viewer may read a study is named; `more`: there the counting ended. */
export type Discussed = { threads: number; more: boolean };

/** That number, for the study whose id this SQL gives, as a row to be joined. */
export function discussed(viewer: Viewer, studyId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(DISTINCT newest."threadId")::int AS threads, count(*) = ${MENTIONS_COUNTED} AS more FROM (
      SELECT p."threadId" FROM ${readableCitations(viewer)} WHERE c."studyId" = ${studyId}
      ORDER BY c."postNumber" DESC LIMIT ${MENTIONS_COUNTED}) newest)`;
}
