import { createHash } from "node:crypto";
import { armsIn } from "./arms";
import { designInAbstract, subjectsIn } from "./design";
import { durationIn } from "./duration";
import { isDamaged } from "./exponents";
import { conclusionIn, findingsIn, mayTellEffect } from "./findings";
import { harmsIn } from "./harms";
import { kindFromWords, wordsOfTitle } from "./kind-in-words";
import { peopleIn } from "./participants";
import { pooledPeopleIn } from "./pooled-people";
import { type ReadText, readText, type Sentence } from "./sections";
import type { AbstractSection, Piece, Quote, Reading } from "./types";

/** Rises whenever the same abstract would be read differently; those that are still kept are then read again. */
export const READING_VERSION = 9;

/** Care, in the design: at most four sentences and a third of an abstract; under an open licence still few. */
const SENTENCES = 4;
const SHARE = 1 / 3;
const OPEN_SENTENCES = 6;
const OPEN_LENGTH = 1_800;
/** A longer sentence is a table in disguise. */
const LONGEST_QUOTE = 700;
const LONGEST_PIECE = 140;
/** Enough for the longest abstracts there are; what is longer is something else. */
const LONGEST_TEXT = 60_000;

/** What a card may say of an abstract. Only pieces of it, letter for letter; empty parts mean that nothing was found, never that nothing is there. */
export function readAbstract(
  sections: AbstractSection[],
  { open = false, lay = [], title = "" }: { open?: boolean; lay?: AbstractSection[]; title?: string } = {},
): Reading {
  const whole = sections.map(({ text }) => text).join("\n");
  const base = { version: READING_VERSION, hash: hashOf(whole) };
  const nothing = { found: [], harms: [], design: [], subjects: { animals: 0, people: 0, cells: 0 } };
  if (!isEnglish(whole)) return { ...base, english: false, ...nothing, harmsState: "none-found" };

  const read = readText(shortened(sections));
  const own: ReadText = { ...read, sentences: read.sentences.filter(({ role }) => role !== "lay") };
  const length = own.sentences.reduce((sum, { text }) => sum + text.length, 0);
  const allowance = open ? new Allowance(OPEN_SENTENCES, OPEN_LENGTH) : new Allowance(SENTENCES, length * SHARE);

  const harms = harmsIn(own, title);
  const quotedHarm = allowance.first(harms);
  const harmsState = harms.length === 0 ? "none-found" : quotedHarm ? "quoted" : "unquoted";
  const unsure = harms.length > 0 && !harms.some(({ sure }) => sure);
  const tellsEffects = harmsState !== "unquoted";
  // A summary for everyone tells what helped, too.
  const layQuotes = tellsEffects ? layQuotesOf(lay, read, open, allowance) : undefined;
  const findings = tellsEffects ? findingsIn(own).filter(({ order }) => unsure || order !== quotedHarm?.order) : [];
  const finding = allowance.first(findings);
  const conclusion = tellsEffects ? conclusionIn(own) : null;
  const concluded = conclusion && (conclusion.order === quotedHarm?.order ? conclusion : allowance.first([conclusion]));
  const people = peopleIn(own, title);
  const pooled = pooledPeopleIn(own);
  const duration = durationIn(own);
  const arms = armsIn(own);
  const place = people ?? pooled;
  // Where no result may be quoted, no sentence that tells one besides: then the words alone are shown.
  const results = tellsEffects ? [] : findingsIn(own);
  const mayStand = ({ order, text, role }: Sentence) =>
    tellsEffects || !(mayTellEffect(text, role) || results.some((one) => one.order === order));
  if (place && mayStand(place.sentence)) allowance.first([place.sentence]);
  const design = designInAbstract(own).filter(({ words }) => words.length <= LONGEST_PIECE && !isDamaged(words));
  const subjects = subjectsIn(own);
  const moreHarm = allowance.first(
    harms.filter(
      ({ order, rank, sure }) => sure && rank >= 8 && order !== quotedHarm?.order && order !== finding?.order,
    ),
  );
  // What is said of the study comes before a second result.
  const [telling, ...adding] = sentencesOfKind(title, design, subjects).filter(mayStand);
  if (telling) allowance.first([telling]);
  const more = [moreHarm, allowance.first(findings.filter(({ order }) => order !== finding?.order))];
  for (const sentence of adding) allowance.first([sentence]);
  const pieceWithQuote = ({ sentence, start, end }: { sentence: Sentence; start: number; end: number }) => ({
    ...piece(sentence, start, end),
    ...(allowance.has(sentence) ? { quote: quoteOf(sentence) } : {}),
  });

  return {
    ...base,
    english: true,
    ...(people && fits(people) ? { people: { count: people.count, ...pieceWithQuote(people) } } : {}),
    ...(pooled && fits(pooled) ? { pooled: { count: pooled.count, ...pieceWithQuote(pooled) } } : {}),
    ...(duration && fits(duration) ? { duration: pieceWithQuote(duration) } : {}),
    ...(arms && fits(arms) ? { arms: pieceWithQuote(arms) } : {}),
    found: [finding, more[1]].filter((one): one is Sentence => Boolean(one)).map(quoteOf),
    ...(concluded ? { concluded: quoteOf(concluded) } : {}),
    harms: [quotedHarm, more[0]].filter((one): one is Sentence => Boolean(one)).map(quoteOf),
    harmsState,
    ...(unsure ? { harmsUnsure: true } : {}),
    ...(layQuotes ? { lay: layQuotes } : {}),
    design: design.map(({ design, ...found }) => ({ design, ...pieceWithQuote(found) })),
    subjects: {
      animals: subjects.animals,
      people: subjects.people,
      cells: subjects.cells,
      ...(subjects.firstAnimal ? { animalWords: pieceWithQuote(subjects.firstAnimal) } : {}),
      ...(subjects.firstCells ? { cellWords: pieceWithQuote(subjects.firstCells) } : {}),
    },
  };
}

/** The sentences from which a card may tell the kind where nothing else does: of animals or cells, else of the study's design. */
function sentencesOfKind(
  title: string,
  design: ReturnType<typeof designInAbstract>,
  { animals, people, cells, firstAnimal, firstCells }: ReturnType<typeof subjectsIn>,
): Sentence[] {
  const subject = animals > people ? firstAnimal : cells > people ? firstCells : undefined;
  const words = design.map(({ design, words }) => ({ design, words, where: "abstract" as const }));
  const behind = kindFromWords([...wordsOfTitle(title), ...words])?.behind ?? [];
  const tell = [...behind.filter(({ where }) => where === "abstract"), ...words.filter((one) => adds.has(one.design))];
  return [
    ...(subject ? [subject.sentence] : []),
    ...tell.flatMap(({ design: word }) => design.find((one) => one.design === word)?.sentence ?? []),
  ];
}

/** What a registry's "Randomized Controlled Trial" may be besides. */
const adds = new Set(["double-blind", "triple-blind", "single-blind", "open-label", "single-arm"]);

/** Counts what is quoted. A sentence that is quoted already costs nothing more. */
class Allowance {
  #taken = new Map<number, Sentence>();
  constructor(
    private sentences: number,
    private characters: number,
  ) {}

  /** Takes the first of these that may still be quoted. */
  first<T extends Sentence>(wanted: T[]): T | null {
    for (const sentence of wanted) {
      if (this.#taken.has(sentence.order)) return sentence;
      if (this.sentences < 1 || !isQuotable(sentence) || sentence.text.length > this.characters) continue;
      this.spend(sentence.text.length);
      this.#taken.set(sentence.order, sentence);
      return sentence;
    }
    return null;
  }

  spend(characters: number): boolean {
    if (this.sentences < 1 || characters > this.characters) return false;
    this.sentences--;
    this.characters -= characters;
    return true;
  }

  has({ order }: Sentence): boolean {
    return this.#taken.has(order);
  }
}

function isQuotable({ text }: Sentence): boolean {
  return text.length <= LONGEST_QUOTE && /\p{L}/u.test(text) && !isDamaged(text);
}

/** From the record's own field, else from a section of the abstract with such a heading; its first sentences as far as the allowance goes. */
function layQuotesOf(lay: AbstractSection[], abstract: ReadText, open: boolean, allowance: Allowance): Reading["lay"] {
  const text =
    lay.length > 0
      ? readText(shortened(lay))
      : { ...abstract, sentences: abstract.sentences.filter(({ role }) => role === "lay") };
  const all = text.sentences.filter(isQuotable);
  if (all.length === 0 || !isEnglish(text.text)) return undefined;
  const telling = all.find(({ text }) =>
    /\b(?:found|show(?:s|ed)|learn(?:ed|t)|results?|saw|helped|better|worse|more|fewer|less)\b/i.test(text),
  );
  const wanted = open ? all.slice(0, 4) : [telling ?? (all[0] as Sentence)];
  const quotes = wanted.filter((sentence) => allowance.spend(sentence.text.length)).map(quoteOf);
  return quotes.length > 0
    ? { hash: hashOf(text.text), quotes, whole: quotes.length === text.sentences.length }
    : undefined;
}

function fits({ sentence, start, end }: { sentence: Sentence; start: number; end: number }): boolean {
  return end - start <= LONGEST_PIECE && !isDamaged(sentence.text.slice(start, end));
}

function piece({ text, section, start: from }: Sentence, start: number, end: number): Piece {
  return { words: text.slice(start, end), ...(section ? { section } : {}), start: from + start, end: from + end };
}

function quoteOf({ text, section, start, end }: Sentence): Quote {
  return { text, ...(section ? { section } : {}), start, end };
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function shortened(sections: AbstractSection[]): AbstractSection[] {
  let left = LONGEST_TEXT;
  return sections.flatMap(({ label, text }) => {
    const kept = text.slice(0, Math.max(0, left));
    left -= kept.length + 1;
    return kept ? [{ ...(label ? { label } : {}), text: kept }] : [];
  });
}

const common = /^(?:the|of|and|in|to|with|was|were|for|is|are|that|this|by|from|on|at|as|we|after|be|or|an?)$/i;

/** English by its little words; the rules above read nothing else, and a short text gets the benefit of the doubt. */
export function isEnglish(text: string): boolean {
  const words = text.slice(0, 4_000).match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return false;
  const share = words.filter((word) => common.test(word)).length / words.length;
  const foreign =
    words.filter((word) =>
      /^(?:der|die|das|und|mit|bei|les|des|une|dans|pour|el|los|las|con|una|del|che|di|os|com|não|på|och|het|een|van)$/i.test(
        word,
      ),
    ).length / words.length;
  return words.length < 15 ? foreign === 0 : share >= 0.12 && share > foreign * 2;
}
