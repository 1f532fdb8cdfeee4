import { atMost, type Prisma, type Tx, transaction } from "./db";

/** Takes no more than the limit that it is given, and says how many it had. */
export type Portion = (tx: Tx, limit: Prisma.Sql) => Promise<number>;

/** Gone in a second or two, also on a slow disk; a statement has ten. */
const PORTION = 5_000;

/**
 * Goes on with each until there is less than a whole portion left, each portion in a transaction of its own: after a season in
 * which nothing ran, or a night of sham accounts, there is more to take away than one statement has the time for. Each finds its
 * rows and holds them (SKIP LOCKED), so that what somebody is changing is left for the next time.
 */
export async function inPortions(...portions: Portion[]): Promise<void> {
  for (const some of portions) while ((await transaction((tx) => some(tx, atMost(PORTION)))) >= PORTION);
}
