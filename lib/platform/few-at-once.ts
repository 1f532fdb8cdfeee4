/** A room with so many places; whoever comes later waits in line. */
export class FewAtOnce {
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(private readonly most: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Resolves when there is a place, to what gives it back. */
  async enter(): Promise<() => void> {
    if (this.inside >= this.most) await new Promise<void>((resume) => this.line.push(resume));
    else this.inside++;
    return () => {
      const next = this.line.shift();
      if (next) next();
      else this.inside--;
    };
  }
}
