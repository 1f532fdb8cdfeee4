import { prisma } from "@/lib/platform/db";
import { sql } from "./database";

let statements = new Set<string>();
(prisma as unknown as { $on(event: "query", listen: (event: { query: string }) => void): void }).$on(
  "query",
  ({ query }) => void (/FROM/.test(query) && statements.add(query)),
);

/** What PostgreSQL would do for each statement of what is done here, whoever asks. */
export async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  statements = new Set();
  await work();
  const plans = [];
  for (const statement of statements) {
    const rows = await sql<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN) ${statement}`);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
  }
  return plans;
}
