import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { type AuthorsRecord, POSTS_AN_HOUR } from "./record";

const POSTS_A_MINUTE = 4;
const THREADS_A_DAY = 5;

/** How fast one person may post. It goes by person, never by address: a household or a hospital shares one. */
export function ensurePostingPace({ minute, hour }: AuthorsRecord): void {
  if (minute >= POSTS_A_MINUTE) throw tooFast("That was quick. Please wait a minute, then send it again.", 60);
  if (hour >= POSTS_AN_HOUR)
    throw tooFast("You have posted a lot in the last hour. Please take a break and send this later.", 900);
}

export async function ensureThreadPace(tx: Tx, memberId: number): Promise<void> {
  const since = new Date(now().getTime() - 86_400_000);
  const [made] = await tx.$queryRaw<{ day: number }[]>`
    SELECT count(*)::int AS day FROM "Thread" WHERE "authorId" = ${memberId} AND "createdAt" > ${since} AND "createdAt" <= ${now()}`;
  if ((made?.day ?? 0) >= THREADS_A_DAY)
    throw tooFast(`You have started ${THREADS_A_DAY} threads today. Please keep this one for tomorrow.`, 3600);
}

function tooFast(sentence: string, retryAfter: number): Refusal {
  return new Refusal("too-fast", sentence, { status: 429, retryAfter });
}
