import type { Tx } from "@/lib/platform/db";

/** One thanks more or fewer on a visible post, in the three places that count it; members' counts speak of visible threads. */
export async function countThanks(
  tx: Tx,
  post: { number: number; authorId: number; isPublic: boolean; threadVisible: boolean },
  giverId: number,
  by: 1 | -1,
): Promise<void> {
  const counted = post.threadVisible ? by : 0;
  const publicly = post.isPublic ? counted : 0;
  // One statement, since many may be waiting behind it. The caller holds both members' rows, taken in the order of their ids.
  await tx.$executeRaw`
    WITH post AS (UPDATE "Post" SET "thanksCount" = "thanksCount" + ${by} WHERE "number" = ${post.number})
    UPDATE "Member" SET
      "thanksReceived" = "thanksReceived" + CASE "id" WHEN ${post.authorId} THEN ${counted} ELSE 0 END,
      "publicThanksReceived" = "publicThanksReceived" + CASE "id" WHEN ${post.authorId} THEN ${publicly} ELSE 0 END,
      "thanksGiven" = "thanksGiven" + CASE "id" WHEN ${giverId} THEN ${counted} ELSE 0 END,
      "publicThanksGiven" = "publicThanksGiven" + CASE "id" WHEN ${giverId} THEN ${publicly} ELSE 0 END
    WHERE "id" IN (${giverId}, ${post.authorId})`;
}
