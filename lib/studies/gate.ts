import type { Ledger, Permit } from "./ledger";

/** What a registry lets us do: so many questions a second, so many at once. */
export type Limits = { perSecond: number; concurrency: number };

/**
 * How a question ended. "told-to-wait": the registry is well and asked for a rest; "unsent": it was never asked.
 * `rest` in milliseconds: nobody asks before it is over. `limits`: what its headers say it allows.
 */
export type Ended = {
  outcome: "fine" | "failed" | "told-to-wait" | "unsent";
  rest?: number;
  limits?: Partial<Limits>;
};

/** A longer rest is given back to the job, which has a calendar; a shorter one is waited out in line. */
const LONGEST_WAIT = 5_000;
const AT_ONCE = 50;

type Waiting = { begin: (place: Place) => void; fail: (error: unknown) => void };
/** Our turn, or the milliseconds after which to come back. */
export type Place = { leave: (ended: Ended) => Promise<void> } | { comeBackIn: number };

/**
 * One registry's door in this process: everyone who asks it comes through here and stands in one line. Only the head of
 * the line asks the ledger, for as many as stand there, and sleeps as long as the ledger says.
 */
export class Gate {
  private readonly line: Waiting[] = [];
  private moving = false;
  private left = 0;
  private wake = () => {};
  private restsUntil = 0;

  constructor(private readonly ledger: Ledger) {}

  enter(): Promise<Place> {
    return new Promise((begin, fail) => {
      this.line.push({ begin, fail });
      void this.move();
    });
  }

  private async move(): Promise<void> {
    if (this.moving) return;
    this.moving = true;
    try {
      while (this.line.length > 0) await this.letIn();
    } catch (error) {
      for (const { fail } of this.line.splice(0)) fail(error);
    } finally {
      this.moving = false;
    }
  }

  private async letIn(): Promise<void> {
    const leftBefore = this.left;
    const turn = await this.ledger.take(Math.min(this.line.length, AT_ONCE));
    if (this.restsUntil > performance.now()) {
      // Another question of ours was told to wait while these places were on their way to us.
      await Promise.all(turn.permits.map((permit) => this.ledger.giveBack(permit, { outcome: "unsent" })));
      turn.permits = [];
    }
    for (const permit of turn.permits) this.line.shift()?.begin({ leave: (ended) => this.leave(permit, ended) });
    if (this.line.length === 0) return;
    if (turn.why === "rest" && turn.wait > LONGEST_WAIT) {
      for (const { begin } of this.line.splice(0)) begin({ comeBackIn: turn.wait });
      return;
    }
    if (turn.why !== "full") await this.sleep(turn.wait);
    else if (this.left === leftBefore) await this.sleepUntilSomeoneLeaves(turn.wait);
  }

  private async leave(permit: Permit, ended: Ended): Promise<void> {
    if (ended.rest) this.restsUntil = Math.max(this.restsUntil, performance.now() + ended.rest);
    await this.ledger.giveBack(permit, ended);
    this.left++;
    this.wake();
  }

  private sleep(milliseconds: number): Promise<void> {
    return new Promise((resume) => setTimeout(resume, milliseconds));
  }

  /** Of another process's places we hear nothing, so at the latest after that many milliseconds. */
  private sleepUntilSomeoneLeaves(milliseconds: number): Promise<void> {
    return new Promise((resume) => {
      const timer = setTimeout(resume, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resume();
      };
    });
  }
}
