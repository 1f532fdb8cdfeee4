import { countsIn } from "./counted-things";
import type { PeopleFound } from "./participants";
import { nounAfter } from "./participants-counted";
import { partOf } from "./participants-words";
import type { ReadText } from "./sections";

/** "12 trials with 3,400 patients": people in the studies that a review pools. */
export function pooledPeopleIn({ sentences }: ReadText): PeopleFound | null {
  const hits = sentences
    .filter(({ role, text }) => role !== "background" && role !== "aim" && role !== "lay" && text.length <= 1200)
    .flatMap((sentence) => {
      const counts = countsIn(sentence.text);
      return counts.flatMap((count) => {
        const nounEnd = nounAfter(sentence.text, count, counts);
        if (nounEnd === null || count.value < 2) return [];
        const before = sentence.text.slice(Math.max(0, count.start - 110), count.start);
        const pooled =
          /\b(?:studies|trials|RCTs|articles|reports|publications|papers|cohorts)\b(?:\s*\([^)]{0,40}\))?[^.;]{0,60}?\b(?:with|involving|including|comprising|enrolling|totall?ing|of|covering|reporting on|representing|and|in|that included|which included|that enrol+ed|were included)\s+(?:data (?:from|on) )?(?:a (?:combined )?total of\s+)?$/i.test(
            before,
          ) && !partOf.test(before);
        const part = /\b(?:female|male|control)\b/i.test(sentence.text.slice(count.end, nounEnd));
        return pooled && !part && !/^\s*\(\s*[\d.,]+\s?%/.test(sentence.text.slice(nounEnd))
          ? [{ ...count, nounEnd, sentence }]
          : [];
      });
    });
  const [one] = hits;
  if (!one || new Set(hits.map(({ value }) => value)).size > 1) return null;
  return { count: one.value, sentence: one.sentence, start: one.start, end: one.nounEnd };
}
