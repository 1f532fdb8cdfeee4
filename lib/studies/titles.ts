import type { SourceFacts } from "./types";

const ALIKE = 0.9;
/** A title cut before its subtitle agrees with the whole one, if so much of it is there. */
const ENOUGH = 25;

/** Whether two records can be about the same work, going by their titles. A missing or translated title proves nothing. */
export function titlesAgree(one: SourceFacts, other: SourceFacts): boolean {
  const [mine, theirs] = [comparable(one), comparable(other)];
  if (mine.length === 0 || theirs.length === 0) return true;
  return mine.some((title) => theirs.some((against) => alike(title, against)));
}

/** Titles of a record to compare; none for a translated title whose original isn't given. */
function comparable({ title, vernacularTitle, titleIsTranslated }: SourceFacts): string[] {
  if (titleIsTranslated && !vernacularTitle) return [];
  return [title, vernacularTitle].flatMap((one) => (one ? normal(one) : [])).filter(Boolean);
}

function normal(title: string): string {
  return title
    .replace(/^\W*(retracted|withdrawn|removed)(\s+(article|paper|chapter))?\s*[:\]–—-]\s*/i, "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function alike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= ENOUGH && long.startsWith(short)) return true;
  return similarity(short, long) >= ALIKE;
}

/** Dice's coefficient over pairs of letters: 1 for the same text, 0 for nothing in common; linear in the length. */
export function similarity(one: string, other: string): number {
  const pairs = new Map<string, number>();
  for (let at = 0; at < one.length - 1; at++) {
    const pair = one.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < other.length - 1; at++) {
    const pair = other.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(pair, left - 1);
    }
  }
  const total = Math.max(one.length - 1, 0) + Math.max(other.length - 1, 0);
  return total === 0 ? 0 : (2 * shared) / total;
}
