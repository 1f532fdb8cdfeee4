import { type DesignWord, designInTitle } from "./design";
import { withoutQuotes } from "./quotes";
import type { Field, Kind, KindSaid, Origin, Piece, Quote, SourceRecord, Subject } from "./types";

export type Word = KindSaid & { design: DesignWord };
const personInTitle =
  /\b(?:patients?|participants?|volunteers?|adults?|children|women|men|people|infants?|adolescents?|individuals?|humans|persons?|subjects|clinical (?:trial|study)|in man|pregnan\w+|nurses|students|travell?ers|farmers|owners|handlers|workers|veterinarians)\b/i;

/** Titles of all records and the designs of their abstracts, as words that can be shown. */
export function wordsOf(records: SourceRecord[]): Word[] {
  const words: Word[] = [];
  for (const record of records) {
    for (const word of wordsOfTitle(record.facts.title ?? ""))
      if (!words.some(({ design }) => design === word.design)) words.push({ ...word, from: originOf(record) });
  }
  const pieces = records.flatMap((record) => (record.facts.reading?.design ?? []).map((piece) => ({ piece, record })));
  // Those in a sentence that may be quoted before the same words of another record.
  for (const { piece, record } of [...pieces.filter(({ piece }) => piece.quote), ...pieces])
    if (!words.some(({ design }) => design === piece.design))
      words.push({ design: piece.design as DesignWord, ...inAbstract(piece, record) });
  return words;
}

/** Of a record whose reading isn't the one that the card shows: what may be quoted of an abstract is counted in one reading. */
export function withoutSentences(record: SourceRecord): SourceRecord {
  const { reading } = record.facts;
  if (!reading) return record;
  return { ...record, facts: { ...record.facts, reading: withoutQuotes(reading, () => true) } };
}

export function wordsOfTitle(title: string): Word[] {
  return (
    designInTitle(title)
      // "Are current guidelines adequate?" is asked by a study of patients.
      .filter(({ design }) => !(design === "guideline" && /\?\s*$/.test(title)))
      .map(({ design, words }) => ({ design, words, where: "title", sentence: title }))
  );
}

function inAbstract({ words, section, quote }: Piece & { quote?: Quote }, record: SourceRecord): KindSaid {
  return {
    words,
    where: "abstract",
    ...(section ? { section } : {}),
    ...(quote ? { sentence: quote.text } : {}),
    from: originOf(record),
  };
}

function originOf({ source, url, retrievedAt }: SourceRecord): Origin {
  return { source, url, retrievedAt };
}

export function saidBy({ design: _, ...said }: Word): KindSaid {
  return said;
}

/**
 * Whether title and abstract say that animals or cells were studied and no people. Where both are named nothing is said,
 * for a card must never call a study in animals one in people, nor the other way round.
 */
export function notInPeople(
  records: SourceRecord[],
): { subject: "animals" | "cells"; said: KindSaid; record: SourceRecord } | null {
  const titles = records.map(({ facts }) => facts.title ?? "");
  const humanTitle = titles.some((title) => personInTitle.test(title));
  const readings = records.flatMap(({ facts }) => facts.reading ?? []);
  const counted = readings.some(({ people }) => people);
  const subjects = readings.map((reading) => reading.subjects);
  const most = (kind: "animals" | "people" | "cells") => Math.max(0, ...subjects.map((one) => one[kind]));
  for (const subject of ["animals", "cells"] as const) {
    const titled = records.find(({ facts }) =>
      designInTitle(facts.title ?? "").some(({ design }) => design === subject),
    );
    const word = titled && designInTitle(titled.facts.title ?? "").find(({ design }) => design === subject);
    const scarcely = most("people") === 0 || (subject === "animals" && most("animals") >= 3 * most("people"));
    if (
      titled &&
      word &&
      !humanTitle &&
      !counted &&
      (readings.length === 0 || scarcely || (subject === "animals" && most("animals") > most("people")))
    )
      return {
        subject,
        said: { words: word.words, where: "title", sentence: titled.facts.title, from: originOf(titled) },
        record: titled,
      };
    const pieceOf = ({ facts: { reading } }: SourceRecord) =>
      subject === "animals" ? reading?.subjects.animalWords : reading?.subjects.cellWords;
    const read = records.find((one) => pieceOf(one)?.quote) ?? records.find(pieceOf);
    const piece = read && pieceOf(read);
    const enough = most(subject) >= 2 && scarcely && (subject === "animals" || most("animals") === 0);
    if (read && piece && enough && !humanTitle && !counted)
      return { subject, said: inAbstract(piece, read), record: read };
  }
  return null;
}

const plural: [RegExp, string][] = [
  [/^(?:mice|mouse|murine)$/i, "mice"],
  [/^rats?$/i, "rats"],
  [/^rabbits?$/i, "rabbits"],
  [/^(?:dogs?|canine|beagles?)$/i, "dogs"],
  [/^(?:cats|feline)$/i, "cats"],
  [/^(?:(?:mini)?pigs?|porcine|swine|piglets?)$/i, "pigs"],
  [/^(?:sheep|ovine|lambs?)$/i, "sheep"],
  [/^(?:monkeys?|macaques?|rhesus|baboons?|marmosets?)$/i, "monkeys"],
  [/^zebrafish$/i, "zebrafish"],
  [/^guinea[- ]pigs?$/i, "guinea pigs"],
  [/^hamsters?$/i, "hamsters"],
];

export function animalsCalled(words: string): string {
  return plural.find(([pattern]) => pattern.test(words))?.[1] ?? "animals";
}

/** One phrase for what the words say, most telling first. Only words that were found are behind it. */
export function kindFromWords(words: Word[]): { words: string; subject: Subject; behind: Word[] } | null {
  const has = (design: DesignWord) => words.find((one) => one.design === design);
  const inTitle = (design: DesignWord) => words.find((one) => one.design === design && one.where === "title");
  const as = (word: Word, called: string, subject: Subject = "people", more: (Word | undefined)[] = []) => ({
    words: called,
    subject,
    behind: [word, ...more].filter((one): one is Word => Boolean(one)),
  });

  const protocol = inTitle("protocol") ?? has("protocol");
  if (protocol) return as(protocol, "Plan of a study, without results", "people");
  for (const place of [inTitle, has]) {
    const meta = place("meta-analysis");
    if (meta) return as(meta, "Pooled analysis of other studies", "papers");
    const systematic = place("systematic-review");
    if (systematic) return as(systematic, "Systematic review of other studies", "papers");
    const guideline = inTitle("guideline");
    if (guideline) return as(guideline, "Guideline or recommendations", "papers");
    const report = place("case-report");
    if (report && !has("case-series") && !has("randomised")) return as(report, "Case report");
    const review = place("review");
    if (review && (review.where === "title" || (!has("randomised") && !has("cohort") && !has("retrospective"))))
      return as(review, "Review of other studies", "papers");
  }
  const model = inTitle("model");
  if (model) return as(model, "Calculation with a model", "papers");
  return trialFromWords(has, as) ?? observedFromWords(has, as);
}

type Has = (design: DesignWord) => Word | undefined;
type As = (
  word: Word,
  called: string,
  subject?: Subject,
  more?: (Word | undefined)[],
) => ReturnType<typeof kindFromWords>;

function trialFromWords(has: Has, as: As) {
  const [random, phase, single] = [has("randomised"), has("phase"), has("single-arm")];
  if (random && !has("case-control") && !has("cross-sectional"))
    return as(random, randomisedCalled(phaseOf(phase), blindOf(has)), "people", [phase, blindWord(has)]);
  if (phase && phaseOf(phase))
    return as(phase, `${phaseOf(phase)} trial${single ? ", no comparison group" : ""}`, "people", [single]);
  if (single && /trial|arm|group/i.test(single.words)) return as(single, "Trial, no comparison group");
  const open = has("open-label");
  return open && /trial|study/i.test(open.words) ? as(open, "Open-label trial") : null;
}

function observedFromWords(has: Has, as: As) {
  const order: [DesignWord, string][] = [
    ["case-control", "Case-control study: people with and without it are compared"],
    ["cross-sectional", "Cross-sectional study: one look in time"],
    ["cohort", "Cohort study: a group is followed over time"],
    ["case-series", "Case series: several cases described"],
    ["retrospective", "Retrospective study: looks back at records"],
    ["interviews", "Interview study"],
    ["survey", "Survey"],
    ["registry", "Study of a patient registry"],
    ["observational", "Observational study"],
  ];
  for (const [design, called] of order) {
    const word = has(design);
    if (word) return as(word, called);
  }
  return null;
}

export function randomisedCalled(phase: string | null, blind: string | null): string {
  const design = `randomised${blind ? `, ${blind}` : ""} trial`;
  return phase ? `${phase} ${design}` : design.charAt(0).toUpperCase() + design.slice(1);
}

export function phaseOf(word: { words: string } | undefined): string | null {
  const numbers = /\bphase ([1-4]|IV|I{1,3})[ab]?(?:\s?[/–-]\s?([1-4]|IV|I{1,3})[ab]?)?/i.exec(word?.words ?? "");
  if (!numbers) return null;
  const figure = (roman: string) => ({ i: "1", ii: "2", iii: "3", iv: "4" })[roman.toLowerCase()] ?? roman;
  return `Phase ${numbers
    .slice(1)
    .filter(Boolean)
    .map((one) => figure(one as string))
    .join("/")}`;
}

function blindWord(has: Has): Word | undefined {
  return has("triple-blind") ?? has("double-blind") ?? has("single-blind") ?? has("open-label");
}

export function blindOf(has: Has): string | null {
  return blindWord(has)?.design ?? null;
}

/** A kind of one record, with words that a person can look for there. */
export function kindField(record: SourceRecord, kind: Kind): Field<Kind> {
  const { source, url, retrievedAt } = record;
  return { value: kind, source, url, retrievedAt };
}
