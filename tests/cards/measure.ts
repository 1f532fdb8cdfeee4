import { isRetracted } from "@/lib/studies/merging-notices";
import type { Quote, Reading, StudyFacts } from "@/lib/studies/types";
import type { Case } from "./cases";
import { kindLabels } from "./labels";

export type Figure = { name: string; bar: string; right: number; of: number; fails: string[]; ok: boolean };

/** The bars of the cards, measured on these cases. `fails` names what went wrong, for whoever wants to look. */
export function measure(cases: Case[]): Figure[] {
  const read = cases.filter(({ facts }) => facts.reading?.value.english);
  const shown = cases.filter(({ facts }) => facts.reading?.value.people);
  const rightPeople = shown.filter(({ facts, label }) => {
    const count = facts.reading?.value.people?.count;
    return count !== undefined && (count === label.people || label.alsoRight?.includes(count));
  });
  // Where only groups are counted, a card states no sum that the source doesn't.
  const stated = read.filter(({ label }) => label.people !== null && (label.total ?? "yes") === "yes");
  const pooled = cases.filter(({ facts }) => facts.reading?.value.pooled);
  const kinds = cases.filter(({ facts }) => facts.kind);
  const rightKinds = kinds.filter(({ facts, label }) => {
    const [words, also] = [facts.kind?.value.words ?? "", facts.kind?.value.also];
    return kindLabels(words).some((kind) => label.kinds.includes(kind)) && (!also || words.startsWith("Preprint"));
  });
  const notPeople = cases.filter(
    ({ label }) => label.people === null && label.kinds.some((kind) => /^(animals|cells)$/.test(kind)),
  );
  const asPeople = notPeople.filter(
    ({ facts, label }) =>
      facts.reading?.value.people ||
      (facts.kind &&
        facts.kind.value.subject === "people" &&
        !kindLabels(facts.kind.value.words).some((kind) => label.kinds.includes(kind))),
  );
  const harmful = read.filter(({ label }) => label.harms === true);
  const missed = harmful.filter(({ facts }) => facts.reading?.value.harmsState === "none-found");
  const plainly = read.filter(({ facts: { reading } }) => reading?.value.harms.length && !reading.value.harmsUnsure);
  const quotes = read.flatMap(({ facts, records, label }) =>
    quotesOf(facts.reading?.value as Reading).map((quote) => ({
      quote,
      label,
      records,
      source: facts.reading?.source,
    })),
  );
  const verbatim = quotes.filter(({ quote, records, source }) => {
    const record = records.find((one) => one.source === source);
    const text = record?.facts.abstract?.sections.map((section) => section.text).join("\n") ?? "";
    return text.slice(quote.start, quote.end) === quote.text;
  });
  const exact = quotes.filter(({ quote }) => !/[×x*]\s?10\s?[-−–]?\d{1,2}(?![\d.,]*\d|\s?%|\()/i.test(quote.text));
  const sparing = read.filter(({ facts, records }) =>
    isSparing(facts.reading?.value as Reading, records, facts.open !== undefined),
  );
  const together = read.filter(
    ({ facts }) =>
      !facts.reading ||
      facts.reading.value.harms.length > 0 ||
      facts.reading.value.harmsState === "none-found" ||
      effectsIn(facts).length === 0,
  );
  const retraction = cases.filter(({ facts, label }) => isRetracted(facts.notices) === Boolean(label.retracted));

  return [
    figure(
      "People shown are right",
      0.95,
      rightPeople,
      shown,
      ({ label, facts }) => `${label.id}: shows ${facts.reading?.value.people?.count}, is ${label.people}`,
    ),
    figure(
      "People shown, of abstracts that state a number",
      0.65,
      stated.filter(({ facts }) => facts.reading?.value.people),
      stated,
    ),
    figure(
      "People in pooled studies are right",
      0.95,
      pooled.filter(({ facts, label }) => {
        const count = facts.reading?.value.pooled?.count;
        return (
          count !== undefined && (count === label.pooled || count === label.people || label.alsoRight?.includes(count))
        );
      }),
      pooled,
    ),
    figure(
      "Kind shown is right",
      0.97,
      rightKinds,
      kinds,
      ({ label, facts }) =>
        `${label.id}: “${facts.kind?.value.words}”${facts.kind?.value.said?.[0] ? ` from “${facts.kind.value.said[0].words}”` : ""}, is ${label.kinds.join("/")}`,
    ),
    figure(
      "Animals and cells never shown as people",
      1,
      notPeople.filter((one) => !asPeople.includes(one)),
      notPeople,
    ),
    figure(
      "Harms found, of abstracts that tell of harms",
      0.99,
      harmful.filter((one) => !missed.includes(one)),
      harmful,
    ),
    figure(
      "Quoted as plainly about harms, where the abstract tells of harms",
      0.85,
      plainly.filter(({ label }) => label.harms !== false),
      plainly,
    ),
    figure("No effect without harms or the line that none was found", 1, together, read),
    figure("Retraction state is right", 1, retraction, cases),
    figure(
      "Quoted sentences stand in the source letter for letter",
      1,
      verbatim,
      quotes,
      ({ label, quote }) => `${label.id}: ${quote.text}`,
    ),
    figure("No dose or exponent altered", 1, exact, quotes, ({ label, quote }) => `${label.id}: ${quote.text}`),
    figure("At most four sentences and a third of the abstract", 1, sparing, read),
  ];
}

function figure<T>(
  name: string,
  bar: number,
  right: T[],
  of: T[],
  say: (one: T) => string = (one) => (one as Case).label?.id,
): Figure {
  const fails = of.filter((one) => !right.includes(one)).map(say);
  return {
    name,
    bar: `${bar === 1 ? "" : "≥ "}${Math.round(bar * 100)} %`,
    right: right.length,
    of: of.length,
    fails,
    ok: of.length === 0 || right.length / of.length >= bar,
  };
}

const effect =
  /\b(?:respon(?:ded|ders?|se rate)|remission|improved|improvement|recovered|cured|surviv(?:ed|al)|relapsed|increased|decreased|reduced|rose|fell|(?:more|less) effective|(?:higher|lower|better|worse) (?:in|than|with))\b|\d\s?%/i;

/** Sentences on a card that tell an effect: results, conclusion and summary do, and any other that is quoted may. */
export function effectsIn({ reading, kind }: Pick<StudyFacts, "reading" | "kind">): string[] {
  const read = reading?.value;
  if (!read) return [];
  const told = [...read.found, ...(read.concluded ? [read.concluded] : []), ...(read.lay?.quotes ?? [])];
  const said = kind?.value.said?.flatMap(({ where, sentence }) => (where === "abstract" && sentence) || []) ?? [];
  const besides = [...quotesOf(read).map(({ text }) => text), ...said];
  return [...told.map(({ text }) => text), ...besides.filter((text) => effect.test(text))];
}

export function quotesOf(reading: Reading): Quote[] {
  const all = [
    ...reading.found,
    ...(reading.concluded ? [reading.concluded] : []),
    ...reading.harms,
    ...(reading.people?.quote ? [reading.people.quote] : []),
    ...(reading.pooled?.quote ? [reading.pooled.quote] : []),
    ...(reading.duration?.quote ? [reading.duration.quote] : []),
    ...(reading.arms?.quote ? [reading.arms.quote] : []),
    ...reading.design.flatMap(({ quote }) => quote ?? []),
    ...(reading.subjects.animalWords?.quote ? [reading.subjects.animalWords.quote] : []),
    ...(reading.subjects.cellWords?.quote ? [reading.subjects.cellWords.quote] : []),
  ];
  return all.filter((quote, at) => all.findIndex(({ start }) => start === quote.start) === at);
}

function isSparing(reading: Reading, records: Case["records"], open: boolean): boolean {
  const quotes = [...quotesOf(reading), ...(reading.lay?.quotes ?? [])];
  if (open) return quotes.length <= 6;
  const longest = Math.max(
    ...records.map(({ facts }) => facts.abstract?.sections.reduce((sum, { text }) => sum + text.length, 0) ?? 0),
  );
  return quotes.length <= 4 && quotes.reduce((sum, { text }) => sum + text.length, 0) <= longest / 3;
}

/** Markdown rows: what is measured, the bar, all cases, the batch written last. */
export function table(all: Figure[], heldOut: Figure[]): string {
  const cell = ({ right, of }: Figure) =>
    of === 0 ? "–" : `${((right / of) * 100).toFixed(1).replace(/\.0$/, "")} % (${right} of ${of})`;
  const rows = all.map(
    (figure, at) => `| ${figure.name} | ${figure.bar} | ${cell(figure)} | ${cell(heldOut[at] as Figure)} |`,
  );
  return ["| | bar | all | newest |", "|---|---|---|---|", ...rows].join("\n");
}
