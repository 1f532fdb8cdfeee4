import type pg from "pg";
import { acknowledgedByOthers } from "./acknowledged";
import type { Tx } from "./db";
import { forgetForum } from "./kept-forum";
import { shared } from "./shared";

/** What one transaction has changed for the pages. */
export type Touched = { tags: Set<string>; narrows: boolean; seq: bigint };

/** The page store of this process and its watch over the others', once `server.ts` has made them. */
export type Expirer = {
  /** Drops this process's pages at once. */
  expire(tags: Iterable<string>): void;
  /** Resolves when no other process can serve a page from before `seq`, at the latest after a second. */
  acknowledged(seq: bigint): Promise<void>;
};

export const expirer = shared<{ current: Expirer | null }>("expirer", () => ({ current: null }));

export function newTouched(): Touched {
  return { tags: new Set(), narrows: false, seq: 0n };
}

/** Any number; the same in every process. Taken last, so it is held for the length of a commit only. */
const EXPIRY_LOCK = 7_118_201;

/**
 * Writes the expiry in the order of commits: an instance that has read up to a number has then missed none before it.
 * NOTIFY only wakes the instances early; they also read the table whenever they renew their lease.
 */
export async function announce(tx: Tx, touched: Touched, moment: Date): Promise<void> {
  if (touched.tags.size === 0) return;
  // The number is given once the lock is had: the row to insert comes out of taking it.
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`
    WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock(${EXPIRY_LOCK})::text), made AS (
      INSERT INTO "Expiry" ("tags", "narrows", "createdAt")
      SELECT ${[...touched.tags]}::text[], ${touched.narrows}::boolean, ${moment}::timestamptz FROM locked
      RETURNING "seq"
    ) SELECT "seq", pg_notify('wellcited_expiry', "seq"::text)::text AS told FROM made`;
  touched.seq = row?.seq ?? 0n;
}

/**
 * After commit: this process's store first, then, for a write that narrowed something, everybody else's. A command at
 * the terminal has no store of its own and waits for the running forum all the same.
 */
export async function settle(touched: Touched, pool: pg.Pool): Promise<void> {
  if (touched.tags.size === 0) return;
  forgetForum(touched.tags);
  expirer.current?.expire(touched.tags);
  if (touched.narrows)
    await (expirer.current?.acknowledged(touched.seq) ?? acknowledgedByOthers(pool, touched.seq, ""));
}
