import { FewAtOnce } from "./few-at-once";
import { log } from "./log";

export type Fetched = { id: string; data: unknown };

type Work = {
  fetch(count: number): Promise<Fetched[]>;
  /** Hears of all that came together before the first of them begins. */
  fetched(batch: Fetched[]): Promise<unknown>;
  carryOut(job: Fetched): Promise<void>;
  putBack(batch: Fetched[]): Promise<void>;
};

/** What was fetched in great number and hasn't begun by then goes back, so that what is more urgent comes first. */
const BEGIN_WITHIN = 10_000;
const LOOK_AGAIN = 500;

/** Keeps jobs of one kind going side by side, and fetches more as soon as the last one has begun. */
export class ManyJobs {
  private stopping = false;
  /** As many as could begin in time, the last time; more each time that all of them did. */
  private count: number;
  private wake = () => {};
  private readonly places: FewAtOnce;
  private readonly going = new Set<Promise<void>>();
  private readonly running: Promise<void>;

  constructor(
    private readonly kind: string,
    private readonly limits: { atOnce: number; fetch: number },
    private readonly work: Work,
  ) {
    this.count = limits.atOnce;
    this.places = new FewAtOnce(limits.atOnce);
    this.running = this.run();
  }

  /** What has begun gets that many milliseconds to end; what hasn't goes back. */
  async stop(timeout: number): Promise<void> {
    this.stopping = true;
    this.wake();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resume) => {
      timer = setTimeout(resume, timeout);
    });
    await Promise.race([this.running.then(() => Promise.all(this.going)), late]);
    clearTimeout(timer);
  }

  private async run(): Promise<void> {
    for (;;) {
      (await this.places.enter())(); // nothing is fetched before one of them can begin
      if (this.stopping) return;
      try {
        const batch = await this.work.fetch(this.count);
        if (batch.length === 0) await this.sleep();
        else await this.beginAll(batch);
      } catch (error) {
        log.warn({ err: error, kind: this.kind }, "jobs could not be fetched");
        await this.sleep();
      }
    }
  }

  private async beginAll(batch: Fetched[]): Promise<void> {
    const fetchedAt = performance.now();
    await this.work
      .fetched(batch)
      .catch((error) => log.warn({ err: error, kind: this.kind }, "jobs could not be got ready together"));
    for (const [at, job] of batch.entries()) {
      const leave = await this.places.enter();
      if (this.stopping || performance.now() - fetchedAt > BEGIN_WITHIN) {
        leave();
        this.count = Math.max(at, 1);
        return this.work.putBack(batch.slice(at));
      }
      const done = this.carryOut(job).finally(leave);
      this.going.add(done);
      void done.then(() => this.going.delete(done));
    }
    this.count = Math.min(Math.max(this.count, batch.length * 2), this.limits.fetch);
  }

  private async carryOut(job: Fetched): Promise<void> {
    try {
      await this.work.carryOut(job);
    } catch (error) {
      log.warn({ err: error, kind: this.kind }, "how a job ended could not be kept");
    }
  }

  private sleep(): Promise<void> {
    return new Promise((resume) => {
      if (this.stopping) return resume();
      const timer = setTimeout(resume, LOOK_AGAIN);
      this.wake = () => {
        clearTimeout(timer);
        resume();
      };
    });
  }
}
