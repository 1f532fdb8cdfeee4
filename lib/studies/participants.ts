import { countsIn } from "./counted-things";
import { onePatient } from "./one-patient";
import { aloneOf } from "./participants-alone";
import { type Candidate, candidatesIn, isYear, nounAfter } from "./participants-counted";
import { fromWholeNumber } from "./participants-whole-number";
import type { ReadText, Sentence } from "./sections";

/** How many people an abstract says took part; `start` and `end` are the words' places in the sentence. */
export type PeopleFound = { count: number; sentence: Sentence; start: number; end: number };

/**
 * The number of people in a study, only where the abstract says it in one of a few unmistakable ways and nothing else in
 * it points to another number; null otherwise. Arms, subsets, those screened and the people of other studies don't count.
 */
export function peopleIn({ sentences }: ReadText, title = ""): PeopleFound | null {
  const candidates = sentences
    .slice(0, 120)
    .flatMap((sentence, at) => candidatesIn(sentence, sentence.section !== sentences[at - 1]?.section));
  const strong = candidates.filter(({ strength }) => strength >= 3);
  if (strong.length === 0) {
    const alone = isMatchedAfterwards(sentences) ? null : aloneOf(candidates, sentences, isCompared(sentences));
    return (
      fromWholeNumber(sentences, Math.max(0, ...candidates.map(({ value }) => value))) ??
      onePatient(sentences, candidates, title) ??
      (alone && alone.value >= inTitle(title) ? found(alone) : null)
    );
  }
  const best = Math.max(...strong.map(({ strength }) => strength));
  let top = strong.filter(({ strength }) => strength === best);
  if (best >= 5 && top.some(({ randomised }) => randomised)) {
    const largest = top.filter(({ randomised }) => randomised);
    top = [...largest, ...top.filter((one) => !one.randomised && /\b(?:total)/i.test(one.sentence.text))];
  }
  const chosen = top.reduce((most, one) => (one.value > most.value ? one : most));
  // A larger number of people elsewhere may be the real one.
  const doubt = strong.some(
    ({ value, strength, sentence }) =>
      value > chosen.value && strength >= best - 1 && sentence.order !== chosen.sentence.order,
  );
  if (doubt && !(best === 6)) return null;
  // "In all, 4 were operated on", after "35 patients were observed".
  if (
    strong.some(
      ({ value, strength, sentence }) =>
        strength >= 4 && chosen.value < value / 2 && sentence.order < chosen.sentence.order,
    )
  )
    return null;
  if (best <= 3 && candidates.some(({ value }) => value > chosen.value)) return null;
  // Of a number that is only likely, any larger number of people in the abstract makes us doubt, whatever is said of them.
  if (best <= 4 && candidates.some(({ value, passing }) => value > chosen.value && !passing)) return null;
  if (best <= 4 && inTitle(title) > chosen.value) return null;
  if (twoOfAKind(top, chosen, isCompared(sentences))) return null;
  const person = isMatchedAfterwards(sentences) && !chosen.randomised ? matchedOnly(candidates) : chosen;
  return person && found(person);
}

/** "… in 426 patients": where the abstract only counts parts of them. */
function inTitle(title: string): number {
  const counts = countsIn(title);
  return Math.max(
    0,
    ...counts
      .filter((count) => !isYear(title, count) && nounAfter(title, count, counts) !== null)
      .map(({ value }) => value),
  );
}

const matching =
  /\bpropensity(?:[- ]scores?)?[- ]match|\bmatched (?:pairs?|cohorts?|sets?|analys[ie]s|sample|groups)\b|\bmatched \d\s?:\s?\d|(?<![\d,])\d[\d,]{0,9} matched (?!controls?\b)\w+|\b(?:after|before|by|following|using) (?:[\w:/-]+ ){0,4}matching\b|\bmatching (?:\w+ )?(?:yielded|created|resulted|produced|left|generated|identified)\b|\bwere (?:then |\w+ly )?matched\b(?! (?:for|on|by|with|according to) (?:age|sex|gender))/i;

/** What was studied are the matched ones, whom few abstracts count in a word; those they were taken from are more. */
function isMatchedAfterwards(sentences: Sentence[]): boolean {
  return sentences.some(({ text, role }) => role !== "background" && role !== "lay" && matching.test(text));
}

function matchedOnly(candidates: Candidate[]): Candidate | null {
  const matched = candidates.filter(
    ({ sentence: { text }, end, nounEnd }) =>
      /\bmatched\b/i.test(text.slice(end, nounEnd)) &&
      !/controls?$/i.test(text.slice(end, nounEnd)) &&
      /^\s+(?:\([^)]*\)\s+)?were (?:\w+ly )?(?:included|analy[sz]ed|studied|compared)\b/i.test(text.slice(nounEnd)) &&
      !/\b(?:each|per (?:group|arm|cohort)|respectively)\b/i.test(text.slice(nounEnd)),
  );
  return new Set(matched.map(({ value }) => value)).size === 1 ? (matched[0] ?? null) : null;
}

function found({ value, sentence, start, nounEnd }: Candidate): PeopleFound {
  return { count: value, sentence, start, end: nounEnd };
}

/** "24 were given A" here and "26 were given B" there: two arms, and nobody says how many in all. Without a comparison later and smaller numbers are parts. */
function twoOfAKind(top: Candidate[], chosen: Candidate, compared: boolean): boolean {
  if (chosen.strength >= 6) return false;
  return top.some(
    (one) =>
      one.value !== chosen.value &&
      one.value > chosen.value * 0.55 &&
      (compared || one.sentence.order <= chosen.sentence.order),
  );
}

function isCompared(sentences: Sentence[]): boolean {
  return sentences.some(
    ({ text, role }) =>
      role !== "background" &&
      !/\b(?:needed|warranted|required|future|further|justified)\b/i.test(text) &&
      /\b(?:groups?|arms?|versus|vs|compared (?:with|to)|controls?|randomi[sz]ed|randomly)\b/i.test(text),
  );
}
