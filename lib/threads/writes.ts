import { type Tx, touch } from "@/lib/platform/db";
import { tags } from "@/lib/platform/tags";

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

/** Views are counted in batches by the door; a page shows them as they were when it was made. */
export async function addViews(tx: Tx, views: Map<number, number>): Promise<void> {
  const ids = [...views.keys()].sort((a, b) => a - b);
  await tx.$executeRaw`
    UPDATE "Thread" t SET "viewCount" = t."viewCount" + v."views"
    FROM unnest(${ids}::int[], ${ids.map((id) => views.get(id) ?? 0)}::int[]) AS v("id", "views") WHERE t."id" = v."id"`;
}
