import type { Ended, Limits } from "./gate";

/** A place inside, ours until then, in milliseconds since 1970 by the ledger's clock. */
export type Permit = { until: number };

/** `wait`: milliseconds until it is worth asking again, where fewer places were given than wanted. */
export type Turn = { permits: Permit[]; wait: number; why: "rest" | "pace" | "full" };

/** Keeps account of how one registry is asked. */
export interface Ledger {
  take(wanted: number): Promise<Turn>;
  giveBack(permit: Permit, ended: Ended): Promise<void>;
}

const BREAK_AFTER = 5;
export const BREAK_FOR = 30_000;
/** Longer than any answer may take, its redirects included. */
export const PERMIT_LEASE = 15_000;
/** How soon to look again for a place that another process may have left. */
export const LOOK_AGAIN = 100;
/** One failure before the door closes, and after each rest, questions go one by one. */
export const CAREFUL_FROM = BREAK_AFTER - 1;

/**
 * A little below what is allowed, and a tenth of a second's worth at once after a pause: together never more than allowed
 * in any second, however the registry counts.
 */
export function paceOf({ perSecond }: Pick<Limits, "perSecond">): { perSecond: number; atOnce: number } {
  return { perSecond: perSecond * 0.9, atOnce: Math.max(1, Math.floor(perSecond / 10)) };
}

/** What an answer changes: one more failure after a rest closes the door again at once; an answer opens it fully. */
export function failuresAfter(failures: number, { outcome, rest = 0 }: Ended): { failures: number; rest: number } {
  if (outcome === "fine") return { failures: 0, rest };
  if (outcome !== "failed") return { failures, rest };
  return failures >= CAREFUL_FROM
    ? { failures: CAREFUL_FROM, rest: Math.max(rest, BREAK_FOR) }
    : { failures: failures + 1, rest };
}

/** One process's own account, where there is no database: on the command line and in tests. */
export class OwnLedger implements Ledger {
  private tokens: number;
  private filledAt: number;
  private failures = 0;
  private closedUntil = 0;
  private inside: Permit[] = [];

  constructor(
    private limits: Limits,
    private readonly clock: () => number = Date.now,
  ) {
    this.tokens = paceOf(limits).atOnce;
    this.filledAt = clock();
  }

  async take(wanted: number): Promise<Turn> {
    const moment = this.clock();
    const { perSecond, atOnce } = paceOf(this.limits);
    const gained = (Math.max(0, moment - this.filledAt) / 1000) * perSecond;
    this.tokens = Math.min(atOnce, this.tokens + gained);
    this.filledAt = moment;
    this.inside = this.inside.filter(({ until }) => until > moment);
    const rest = this.closedUntil - moment;
    if (rest > 0) return { permits: [], wait: rest, why: "rest" };

    const places = (this.failures >= CAREFUL_FROM ? 1 : this.limits.concurrency) - this.inside.length;
    const given = Math.max(0, Math.min(wanted, Math.floor(this.tokens), places));
    const permits = Array.from({ length: given }, () => ({ until: moment + PERMIT_LEASE }));
    this.tokens -= given;
    this.inside.push(...permits);
    return given >= places
      ? { permits, wait: LOOK_AGAIN, why: "full" }
      : { permits, wait: Math.max(1, Math.ceil(((1 - this.tokens) / perSecond) * 1000)), why: "pace" };
  }

  async giveBack(permit: Permit, ended: Ended): Promise<void> {
    this.inside = this.inside.filter((one) => one !== permit);
    const { failures, rest } = failuresAfter(this.failures, ended);
    this.failures = failures;
    if (rest > 0) this.closedUntil = Math.max(this.closedUntil, this.clock() + rest);
    this.limits = { ...this.limits, ...ended.limits };
  }
}
