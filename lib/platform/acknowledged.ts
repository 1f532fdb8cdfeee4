import type pg from "pg";

/** How long a process may serve from its store without having read the expiries again. */
export const LEASE_MS = 1_000;

/**
 * Waits until no process but `ownId` can serve a page from before `seq`: each has read that far, or its lease has run
 * out. After the length of a lease the second is true of whoever hasn't.
 */
export async function acknowledgedByOthers(pool: pg.Pool, seq: bigint, ownId: string): Promise<void> {
  const deadline = performance.now() + LEASE_MS;
  for (let pause = 5; performance.now() < deadline; pause = Math.min(pause * 2, 50)) {
    // A database that went away just now has the write all the same; then waiting is as good as asking.
    const behind = await countBehind(pool, seq, ownId).catch(() => 1);
    if (behind === 0) return;
    await new Promise((resume) => setTimeout(resume, pause));
  }
}

async function countBehind(pool: pg.Pool, seq: bigint, ownId: string): Promise<number> {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS behind FROM "Instance" WHERE "id" <> $1 AND "leaseUntil" > clock_timestamp() AND "ackedSeq" < $2`,
    [ownId, seq.toString()],
  );
  return rows[0].behind;
}
