/** What a registry lets us do: a token bucket, so many at once, and a rest when it is troubled. Times in milliseconds. */
export type Limits = { perSecond: number; concurrency: number };

const BREAK_AFTER = 5;
const BREAK_FOR = 30_000;
/** Longer waits are given back to the job, which has a calendar. */
const MAX_WAIT = 20_000;

/** One registry's door in this process: everyone who asks it comes through here. */
export class Gate {
  private tokens: number;
  private filledAt: number;
  private inside = 0;
  private failures = 0;
  private closedUntil = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private limits: Limits,
    private readonly clock: () => number = Date.now,
  ) {
    this.tokens = Math.max(1, Math.floor(limits.perSecond));
    this.filledAt = clock();
  }

  /** Resolves to null when it is our turn, then call `leave`; or to the milliseconds after which to come back. */
  async enter(): Promise<number | null> {
    const enteredAt = this.clock();
    for (;;) {
      const rest = this.closedUntil - this.clock();
      if (rest > 0) return rest;
      if (this.clock() - enteredAt > MAX_WAIT) return 1_000;
      if (this.inside >= this.limits.concurrency) {
        await new Promise<void>((resume) => this.queue.push(resume));
        continue;
      }
      const wait = this.untilToken();
      if (wait === 0) {
        this.tokens -= 1;
        this.inside += 1;
        return null;
      }
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }

  leave(outcome: "fine" | "failed"): void {
    this.inside -= 1;
    this.failures = outcome === "fine" ? 0 : this.failures + 1;
    if (this.failures >= BREAK_AFTER) {
      // One more failure after the rest closes it again at once; an answer opens it fully.
      this.failures = BREAK_AFTER - 1;
      this.rest(BREAK_FOR);
    }
    if (this.closedUntil > this.clock()) for (const resume of this.queue.splice(0)) resume();
    else this.queue.shift()?.();
  }

  /** Nobody asks before this is over, as after Retry-After. */
  rest(milliseconds: number): void {
    this.closedUntil = Math.max(this.closedUntil, this.clock() + milliseconds);
  }

  /** The registry said in its headers what it allows. */
  learn(limits: Partial<Limits>): void {
    const { perSecond, concurrency } = { ...this.limits, ...limits };
    this.limits = { perSecond, concurrency };
    this.tokens = Math.min(this.tokens, Math.max(1, Math.floor(perSecond)));
  }

  private untilToken(): number {
    const moment = this.clock();
    const { perSecond } = this.limits;
    this.tokens = Math.min(
      Math.max(1, Math.floor(perSecond)),
      this.tokens + ((moment - this.filledAt) / 1000) * perSecond,
    );
    this.filledAt = moment;
    return this.tokens >= 1 ? 0 : Math.ceil(((1 - this.tokens) / perSecond) * 1000);
  }
}
