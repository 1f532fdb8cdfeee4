import { wrongCounters as wrong } from "@/lib/integrity/counters";
import { sql } from "./database";

/** Every counter that differs from what it counts; empty when promise 3 holds. */
export function wrongCounters(): Promise<{ what: string; id: number; says: number; counted: number }[]> {
  return sql(wrong);
}

const COLUMNS: Record<string, [table: string, column: string]> = {
  "thanks of post": ["Post", "thanksCount"],
  "posts of thread": ["Thread", "postCount"],
  "newest post of thread": ["Thread", "lastPostNumber"],
  "posts of category": ["Category", "postCount"],
  "posts for guests of category": ["Category", "publicPostCount"],
  "posts of member": ["Member", "postCount"],
  "posts for guests of member": ["Member", "publicPostCount"],
  "thanks received by member": ["Member", "thanksReceived"],
  "thanks for guests received by member": ["Member", "publicThanksReceived"],
  "thanks given by member": ["Member", "thanksGiven"],
  "thanks for guests given by member": ["Member", "publicThanksGiven"],
};

/** For posts and thanks that a test has put straight into the tables. */
export async function putCountersRight(): Promise<void> {
  const wrongOnes = await wrongCounters();
  for (const [what, [table, column]] of Object.entries(COLUMNS)) {
    for (const { id, counted } of wrongOnes.filter((one) => one.what === what))
      await sql(`UPDATE "${table}" SET "${column}" = $2 WHERE ${table === "Post" ? "number" : "id"} = $1`, [
        id,
        counted,
      ]);
  }
}
