import { lockStanding } from "@/lib/accounts/standing";
import { tellOfThanks } from "@/lib/notices/writes";
import { now } from "@/lib/platform/clock";
import { touch, transaction } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { tags } from "@/lib/platform/tags";
import { canTakeBackThanks, canThank } from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { findPostForAction } from "@/lib/posts/queries";
import { lockPost } from "@/lib/posts/writes";
import type { ThankInput } from "./schema";
import { countThanks } from "./writes";

/** Thanks a post. A second press changes nothing. */
export async function thank(giver: Viewer, { number }: ThankInput): Promise<{ number: number }> {
  const seenPost = orNotFound(await findPostForAction(giver, number));
  ensure(canThank(giver, seenPost));
  if (!isMember(giver)) return { number };

  return transaction(async (tx) => {
    await lockStanding(tx, giver, [seenPost.authorId]);
    const post = orNotFound(await lockPost(tx, number));
    ensure(canThank(giver, post));
    const moment = now();
    const given = await tx.$executeRaw`
      INSERT INTO "Thanks" ("postNumber", "memberId", "createdAt") VALUES (${number}, ${giver.id}, ${moment}) ON CONFLICT DO NOTHING`;
    if (given === 1) {
      await countThanks(tx, post, giver.id, 1);
      await tellOfThanks(tx, number, moment);
    }
    touch(tx, tags.thread(post.threadId), tags.profile(post.authorId), tags.profile(giver.id));
    return { number };
  });
}

/** Takes one's own thanks back; the actor is the giver, so nobody can take back another's. */
export async function takeBackThanks(giver: Viewer, { number }: ThankInput): Promise<{ number: number }> {
  const seenPost = orNotFound(await findPostForAction(giver, number));
  ensure(canTakeBackThanks(giver, seenPost));
  if (!isMember(giver)) return { number };

  return transaction(async (tx) => {
    await lockStanding(tx, giver, [seenPost.authorId]);
    const post = orNotFound(await lockPost(tx, number));
    ensure(canTakeBackThanks(giver, post));
    const { count } = await tx.thanks.deleteMany({ where: { postNumber: number, memberId: giver.id } });
    if (count === 1) await countThanks(tx, post, giver.id, -1);
    touch(tx, tags.thread(post.threadId), tags.profile(post.authorId), tags.profile(giver.id));
    return { number };
  });
}
