import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { earlierResult, type Press } from "@/lib/platform/once";
import { EARLY_POSTS } from "./rules";

export const POSTS_AN_HOUR = 40;

/** What is known of someone before they add another post. */
export type AuthorsRecord = {
  /** Posts in the last minute and hour, forty at most. */
  minute: number;
  hour: number;
  trusted: boolean;
  /** Posts that others could read, ten at most. */
  appeared: number;
};

/**
 * Counted on the posts themselves inside the transaction that adds another: no second store can disagree. The author's row
 * is held, so that no two presses race. `edited`: a post that doesn't count, since it is what is about to change. With
 * `press`, also what the same press came to before.
 */
export async function readRecord<T = never>(
  tx: Tx,
  authorId: number,
  { edited = 0, press }: { edited?: number; press?: Press } = {},
): Promise<AuthorsRecord & { earlier: T | null }> {
  const ago = (seconds: number) => new Date(now().getTime() - seconds * 1000);
  const [row] = await tx.$queryRaw<(AuthorsRecord & { earlier: T | null })[]>`
    SELECT m."trustedAt" IS NOT NULL AS trusted, newest.minute, newest.hour, (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "Post" p WHERE p."authorId" = m."id" AND p."number" <> ${edited}
          AND p."appearedAt" IS NOT NULL AND p."state" NOT IN ('held', 'hidden', 'removed') LIMIT ${EARLY_POSTS}) shown
    ) AS appeared, ${earlierResult(press)} AS earlier
    FROM "Member" m CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE p."createdAt" > ${ago(60)})::int AS minute, count(*)::int AS hour
      FROM (SELECT "createdAt" FROM "Post" WHERE "authorId" = m."id" ORDER BY "number" DESC LIMIT ${POSTS_AN_HOUR}) p
      WHERE p."createdAt" > ${ago(3600)} AND p."createdAt" <= ${now()}
    ) newest WHERE m."id" = ${authorId}`;
  return row ?? { minute: 0, hour: 0, trusted: false, appeared: 0, earlier: null };
}
