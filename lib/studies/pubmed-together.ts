import type { SourceAnswer } from "./answers";
import { askPubMedForAll } from "./pubmed";
import type { Asking } from "./registries";

/** So many numbers fit one question. */
const MOST = 200;
/** What was asked early and nobody came for. */
const FORGOTTEN_AFTER = 5 * 60_000;

type Question = { pmid: string; answer: Promise<SourceAnswer>; settle: (answer: Promise<SourceAnswer>) => void };

/**
 * Questions to PubMed in this process: those that stand in line when our turn comes go together. A look-up that will ask
 * about a number it knows already can say so early.
 */
export class PubMedTogether {
  private readonly line = new Map<string, Question>();
  private readonly early = new Map<string, { answer: Promise<SourceAnswer>; since: number }>();
  private sending = false;

  /** `gather`: milliseconds to wait for others to come along. */
  constructor(
    private readonly registries: Asking,
    private readonly gather: number,
  ) {}

  /** Each `askEarly` serves one `ask`. */
  askEarly(pmids: string[]): void {
    const since = performance.now();
    for (const [pmid, one] of this.early) if (since - one.since > FORGOTTEN_AFTER) this.early.delete(pmid);
    for (const pmid of pmids) {
      if (this.early.has(pmid)) continue;
      const answer = this.stand(pmid);
      answer.catch(() => this.early.delete(pmid)); // whoever asks then asks anew
      this.early.set(pmid, { answer, since });
    }
  }

  ask(pmid: string): Promise<SourceAnswer> {
    const early = this.early.get(pmid);
    this.early.delete(pmid);
    return early && performance.now() - early.since <= FORGOTTEN_AFTER ? early.answer : this.stand(pmid);
  }

  private stand(pmid: string): Promise<SourceAnswer> {
    const same = this.line.get(pmid);
    if (same) return same.answer;
    let settle = (_: Promise<SourceAnswer>) => {};
    const answer = new Promise<SourceAnswer>((resolve) => {
      settle = resolve;
    });
    this.line.set(pmid, { pmid, answer, settle });
    if (!this.sending) void this.send();
    return answer;
  }

  private async send(): Promise<void> {
    this.sending = true;
    if (this.gather > 0) await new Promise((resume) => setTimeout(resume, this.gather));
    let questions: Question[] | null = null;
    const all = askPubMedForAll(this.registries, () => {
      questions = this.takeFromLine();
      return questions.map(({ pmid }) => pmid);
    });
    await all.catch(() => undefined);
    for (const { pmid, settle } of questions ?? this.takeFromLine())
      settle(all.then((answers) => answers.get(pmid) as SourceAnswer));
  }

  private takeFromLine(): Question[] {
    const questions = [...this.line.values()].slice(0, MOST);
    for (const { pmid } of questions) this.line.delete(pmid);
    this.sending = false;
    if (this.line.size > 0) void this.send();
    return questions;
  }
}
