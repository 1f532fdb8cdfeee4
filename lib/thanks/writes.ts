import type { Tx } from "@/lib/platform/db";

/** One thanks more or fewer on a visible post, in the three places that count it; members' counts speak of visible threads. */
export async function countThanks(
  tx: Tx,
  post: { number: number; authorId: number; isPublic: boolean; threadVisible: boolean },
  giverId: number,
  by: 1 | -1,
): Promise<void> {
  const publicly = post.isPublic ? by : 0;
  await tx.$executeRaw`UPDATE "Post" SET "thanksCount" = "thanksCount" + ${by} WHERE "number" = ${post.number}`;
  if (!post.threadVisible) return;
  // In the order of ids: two people who thank each other at the same moment must not wait for one another.
  for (const id of [giverId, post.authorId].sort((a, b) => a - b)) {
    const received = id === post.authorId ? by : 0;
    await tx.$executeRaw`
      UPDATE "Member" SET
        "thanksReceived" = "thanksReceived" + ${received}, "publicThanksReceived" = "publicThanksReceived" + ${received ? publicly : 0},
        "thanksGiven" = "thanksGiven" + ${received ? 0 : by}, "publicThanksGiven" = "publicThanksGiven" + ${received ? 0 : publicly}
      WHERE "id" = ${id}`;
  }
}
