import type { Client } from "pg";
import { tags } from "@/lib/platform/tags";

/** A page of a public thread. */
export type ThreadPage = { path: string; threadId: number };

/**
 * Each page in turn, over and over, and never from the page store: while one half of them is asked for, the store is told
 * that the other half has changed.
 */
export function firstVisits(pages: ThreadPage[], expire: (threadIds: number[]) => void): () => string {
  const half = Math.ceil(pages.length / 2);
  const threadsOf = (some: ThreadPage[]) => [...new Set(some.map(({ threadId }) => threadId))];
  const [first, second] = [threadsOf(pages.slice(0, half)), threadsOf(pages.slice(half))];
  let turn = 0;
  return () => {
    const at = turn++ % pages.length;
    if (at === 0) expire(second);
    if (at === half) expire(first);
    return pages[at]?.path ?? "/";
  };
}

/** As a write to these threads would, without the write. */
export async function expireThreads(client: Client, threadIds: number[]): Promise<void> {
  await client.query(
    `WITH made AS (INSERT INTO "Expiry" ("tags", "narrows", "createdAt") VALUES ($1, false, now()) RETURNING "seq")
     SELECT pg_notify('wellcited_expiry', "seq"::text) FROM made`,
    [threadIds.map(tags.thread)],
  );
}
