import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";

export const POSTS_A_MINUTE = 4;
export const POSTS_AN_HOUR = 40;
export const THREADS_A_DAY = 5;

/**
 * How fast one person may post, counted on the posts themselves inside the transaction that adds another. It goes by
 * person, never by address: a household or a hospital shares one. The actor's row is held, so no two presses race.
 */
export async function ensurePostingPace(tx: Tx, memberId: number): Promise<void> {
  const [made] = await tx.$queryRaw<{ minute: number; hour: number }[]>`
    SELECT count(*) FILTER (WHERE "createdAt" > ${ago(60)})::int AS minute, count(*)::int AS hour
    FROM (SELECT "createdAt" FROM "Post" WHERE "authorId" = ${memberId} ORDER BY "number" DESC LIMIT ${POSTS_AN_HOUR}) newest
    WHERE "createdAt" > ${ago(3600)} AND "createdAt" <= ${now()}`;
  if ((made?.minute ?? 0) >= POSTS_A_MINUTE)
    throw tooFast("That was quick. Please wait a minute, then send it again.", 60);
  if ((made?.hour ?? 0) >= POSTS_AN_HOUR)
    throw tooFast("You have posted a lot in the last hour. Please take a break and send this later.", 900);
}

export async function ensureThreadPace(tx: Tx, memberId: number): Promise<void> {
  const [made] = await tx.$queryRaw<{ day: number }[]>`
    SELECT count(*)::int AS day FROM "Thread" WHERE "authorId" = ${memberId} AND "createdAt" > ${ago(86_400)} AND "createdAt" <= ${now()}`;
  if ((made?.day ?? 0) >= THREADS_A_DAY)
    throw tooFast(`You have started ${THREADS_A_DAY} threads today. Please keep this one for tomorrow.`, 3600);
}

function ago(seconds: number): Date {
  return new Date(now().getTime() - seconds * 1000);
}

function tooFast(sentence: string, retryAfter: number): Refusal {
  return new Refusal("too-fast", sentence, { status: 429, retryAfter });
}
