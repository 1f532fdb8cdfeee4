import type { PeopleFound } from "./participants";
import { addUp } from "./participants-alone";
import { animal, people, took } from "./participants-words";
import type { Sentence } from "./sections";

/** "Of patients accrued (n = 151)", "Patients (n = 449) were randomly assigned": all of them. */
const ofN = "\\([Nn] ?= ?(\\d{1,3}(?:,\\d{3})+|\\d+)\\)";
const accrued = new RegExp(
  `\\b(?:all )?(?:${people}) (?:who were )?(?:enrol+ed|randomi[sz]ed|accrued|included|recruited|analy[sz]ed|treated|entered|studied) ${ofN}|\\b(?:${people})(?: [^.,;:()]{1,70})? ${ofN} (?:were|was|underwent) (?:[\\w-]+ly )?(?:randomi[sz]|enrol|includ|recruit|assigned|allocated|tested|studied|analy[sz]|evaluated|treated|followed)\\w*|\\b(?:Participants|Patients|Subjects) ${ofN}(?: with [^.;]{1,140}?)? (?:received|underwent|completed)\\b`,
  "i",
);

function largerN(text: string, value: number): boolean {
  return [...text.matchAll(/\b[Nn]\s?=\s?(\d{1,3}(?:,\d{3})+|\d+)/g)].some(
    (match) => Number((match[1] as string).replace(/,/g, "")) > value,
  );
}

/** "(N = 120)": with a capital the whole sample by convention, where the abstract has only this one and no larger "n =". */
export function fromWholeNumber(sentences: Sentence[], most: number): PeopleFound | null {
  for (const sentence of sentences) {
    if (sentence.role === "background" || sentence.role === "lay" || sentence.role === "conclusion") continue;
    const match = accrued.exec(sentence.text);
    const value = Number((match?.[1] ?? match?.[2] ?? match?.[3] ?? "").replace(/\D/g, ""));
    if (match && /\b(?:groups?|arms?|controls?)\b/i.test(match[0])) continue;
    if (match && value > 1 && !animal.test(match[0]) && !sentences.some(({ text }) => largerN(text, value)))
      return { count: value, sentence, start: match.index, end: match.index + match[0].length };
  }
  const named = namedWhole(sentences, most);
  if (named) return named;
  const all = sentences
    .filter(({ role }) => role !== "background" && role !== "lay" && role !== "conclusion" && role !== "other")
    .flatMap((sentence) =>
      [
        ...sentence.text.matchAll(
          /\b[Nn]\s{0,3}=\s{0,3}(\d{1,3}(?:[, \u2009\u202f\u00a0]\d{3})+|\d{1,7})(?![\d.]*\d|\s\d|\s?%)/g,
        ),
      ].map((match) => ({
        sentence,
        match,
        value: Number((match[1] as string).replace(/\D/g, "")),
      })),
    );
  const capital = all.filter(({ match }) => match[0].startsWith("N"));
  const [one] = capital.length > 0 ? capital : all;
  if (!one || (capital.length > 0 ? capital : all).length > 1) return null;
  if (all.some(({ value }) => value > one.value)) return null;
  const before = one.sentence.text.slice(0, one.match.index);
  const noun = new RegExp(`\\b(?:${people})\\b[^.;()]{0,80}[([]?\\s*$`, "i").exec(before);
  const after = one.sentence.text.slice(one.match.index + one.match[0].length);
  if (
    !noun ||
    animal.test(noun[0]) ||
    (/\bto\b|\breceiv/i.test(noun[0]) &&
      !/\bwere (?:analy[sz]ed|included|enrol+ed|evaluated)\s*[([]?\s*$/i.test(noun[0])) ||
    /\b(?:group|arm|cohort|control)s?\b/i.test(`${noun[0]} ${after.slice(0, 30)}`)
  )
    return null;
  if (
    capital.length === 0 &&
    !new RegExp(`\\b(?:${took}|participated|took part|interview)`, "i").test(one.sentence.text)
  )
    return null;
  const start = before.length - noun[0].length;
  return { count: one.value, sentence: one.sentence, start, end: one.match.index + one.match[0].length };
}

const opening = new RegExp(
  `^(?!(?:Most|Some|Few|Several|Many|Other|Remaining|Only|Control|Half|Healthy controls|Additional|Eligible|Two|Three|Both)\\b)(?:[\\w-]+ ){0,4}(?:${people})(?: (?:with|undergoing|who|aged|from) [^.;:()]{1,60})?,? ${ofN}(?!.{0,20}\\b(?:group|arm)\\b)`,
);
const sample = new RegExp(
  `\\b(?:study|trial|sample|consortium|survey|registry|cohort study|crossover|${people})(?: [^.;:()]{1,60})?,? ${ofN}`,
  "gi",
);

/** "The sample (n = 260) was": the only one of its kind, or the one that the others add up to. */
function namedWhole(sentences: Sentence[], most: number): PeopleFound | null {
  const told = sentences.filter(
    ({ role }) => role !== "background" && role !== "lay" && role !== "conclusion" && role !== "other",
  );
  const values = told.flatMap(({ text }) =>
    [...text.matchAll(/\b[Nn]\s?=\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d.]{0,9}\d|\s?%)/g)].map((match) =>
      Number((match[1] as string).replace(/,/g, "")),
    ),
  );
  const largest = Math.max(0, ...values);
  if (largest < 2 || largest < most) return null;
  const alone = values.every((one) => one === largest);
  const addedUp = addUp(values, largest);
  for (const sentence of told) {
    const opened = opening.exec(sentence.text);
    for (const match of [...(opened ? [opened] : []), ...sentence.text.matchAll(sample)]) {
      const value = Number((match[1] as string).replace(/,/g, ""));
      if (value !== largest || animal.test(match[0]) || /\b(?:groups?|arms?|controls?)\b/i.test(match[0])) continue;
      if (addedUp || (alone && (match === opened || /^(?:study|trial|sample|consortium|survey)\b/i.test(match[0]))))
        return { count: value, sentence, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}
