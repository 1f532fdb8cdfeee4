import type pg from "pg";
import { pool } from "./db";

const NEWEST = `SELECT coalesce(max("seq"), 0)::text AS seq FROM "Expiry"`;

/**
 * Whether a replica has everything that was declared before this question, by `touch` and in whichever process. Expiries
 * are numbered in the order of commits, so whoever has the newest has what went before it: nobody misses what they have
 * just written, and nobody is shown what was hidden a moment ago. Only the primary knows which is the newest.
 */
export async function hasCaughtUp(replica: pg.ClientBase): Promise<boolean> {
  const newest = await newestOf(pool);
  // Expiries are kept for a day: after a quiet one there is nothing to compare, and a standby that stopped looks the same.
  return newest > 0n && (await newestOf(replica)) >= newest;
}

async function newestOf(database: Pick<pg.ClientBase, "query">): Promise<bigint> {
  const { rows } = await database.query<{ seq: string }>(NEWEST);
  return BigInt(rows[0]?.seq ?? 0);
}
