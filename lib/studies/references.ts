import { codeBlocksIn } from "./code-blocks";
import { type MappedText, prepareText } from "./prepared-text";
import { type Found, recogniseStudies } from "./recognise";
import { authorsIn } from "./reference-authors";
import { journalBefore, journalSinceTitle } from "./reference-journal";
import { splitSentences } from "./sentences";

/** What a reference without an identifier says of the paper; the matcher is asked for these and nothing else. */
export type Reference = { journal: string; year: string; volume: string; page: string; author: string };

/** A reference as somebody wrote it. Its value is `journal|year|volume|page|author`, folded to plain small letters. */
export type FoundReference = { kind: "reference"; value: string; shown: string; start: number; end: number };

export type Cited = Found | FoundReference;

const LONGEST_SOURCE = 200_000;
/** From the first author to the page: hundreds of authors would be no reference that anybody types. */
const LONGEST = 1_500;
/** After so many numbers in a row that belong to nothing we look less far around each, so that a text made of them takes linear time. */
const PATIENCE = 20;
const SHORT_OF_PATIENCE = 150;

/** Everything a text cites, identifiers and references, each once, in order of appearance. */
export function recogniseCitations(source: string): Cited[] {
  const identifiers = recogniseStudies(source);
  const references = recogniseReferences(source, identifiers);
  return [...identifiers, ...references].sort((one, other) => one.start - other.start);
}

/**
 * The references in a Markdown text that stand without an identifier. Where one of `identifiers` stands with a reference in
 * the same paragraph or point of a list, the identifier says what is meant.
 */
export function recogniseReferences(source: string, identifiers: Found[]): FoundReference[] {
  const scanned = source.slice(0, LONGEST_SOURCE);
  if (!/\b(?:19|20)\d\d\b/.test(scanned)) return [];
  const found = new Map<string, FoundReference>();
  for (const item of itemsOf(prepareText(scanned, codeBlocksIn(scanned)))) {
    const recognised = referencesIn(item);
    if (recognised.length === 0) continue;
    const references = recognised.map(({ reference, start, end }) => ({
      value: referenceValue(reference),
      start: item.from[start] ?? 0,
      end: item.to[end - 1] ?? 0,
    }));
    for (const { value, start, end } of withoutIdentifier(references, item, identifiers)) {
      if (!found.has(value))
        found.set(value, { kind: "reference", value, shown: source.slice(start, end), start, end });
    }
  }
  return [...found.values()];
}

export function referenceValue({ journal, year, volume, page, author }: Reference): string {
  return [journal, year, volume, page, author].map(folded).join("|");
}

export function referenceFrom(value: string): Reference {
  const [journal = "", year = "", volume = "", page = "", author = ""] = value.split("|");
  return { journal, year, volume, page, author };
}

const UNFOLDED: Record<string, string> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", "’": "'" };

/** Without accents, capitals and what divides the fields. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđßæœı’]/g, (letter) => UNFOLDED[letter] ?? letter)
    .replace(/[|\s]+/g, " ")
    .trim();
}

type Place = { start: number; end: number };

/**
 * An identifier speaks for the reference before it, unless a sentence of its own leads to it; for the first one after it
 * where none stands before and no sentence ends between them. A trial's number beside a reference speaks for none: it names
 * the trial and not the paper about it.
 */
function withoutIdentifier<T extends Place>(references: T[], item: MappedText, identifiers: Found[]): T[] {
  const from = item.from[0] ?? 0;
  const to = item.to[item.to.length - 1] ?? 0;
  const near = identifiers.filter(({ start, end }) => start < to && end > from);
  const before = near.findLast(({ kind, end }) => kind !== "nct" && end <= (references[0]?.start ?? 0));
  return references.filter((reference, at) => {
    const goesTo = references[at + 1]?.start ?? to;
    if (near.some(({ start, end }) => end > reference.start && start < reference.end)) return false;
    const next = near.find(({ kind, start }) => kind !== "nct" && start >= reference.end && start < goesTo);
    if (next && !isOfItsOwn(textBetween(item, reference.end, next.start))) return false;
    return at > 0 || !before || sentenceEndsBetween(item, before.end, reference.start);
  });
}

function sentenceEndsBetween(item: MappedText, end: number, start: number): boolean {
  const [begins, stops] = [placeIn(item, end), placeIn(item, start)];
  // With the reference's first letters: what follows a stop tells whether it ends a sentence.
  const [first] = splitSentences(item.text.slice(begins, stops + 12));
  return first !== undefined && begins + first.end <= stops;
}

function textBetween(item: MappedText, end: number, start: number): string {
  return item.text.slice(placeIn(item, end), placeIn(item, start));
}

/** The first place in the item that comes from there or later. */
function placeIn({ from }: MappedText, inSource: number): number {
  let [low, high] = [0, from.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) < inSource) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What reference lists, journals and people put between a reference and its own identifier. */
const leads =
  /^(?:doi|pmid|pmcid|pmc|pubmed|medline|central|crossref|google|scholar|epub|e?published|prepublished|print|online|ahead|of|review|available|accessed|retrieved|cited|viewed|last|updated|from|at|on|in|as|by|link|url|https?|www|dx|org|full|free|open|access|text|pdf|article|paper|study|abstract|source|reference|number|id|no|see|read|find|here|there|is|s|it|its|this|the|a|you|can|for|to|registered|registration|trial|clinicaltrials|gov|nct\d+|\d+(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)$/i;

/** "… 13:2255-8. And see also 10.…": a sentence has ended, and the next one has words of its own about what it names. */
function isOfItsOwn(between: string): boolean {
  if (!/[.!?…]["”’)\]]*\s/.test(between)) return false;
  return between.length > LONGEST || (between.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => !leads.test(word));
}

const NEW_ITEM = /^\s*(?:[-*+•]|\(?\[?\d{1,3}[.)\]])\s/;

/** Paragraphs and points of lists, each on one line and without marks of quotes and emphasis. */
function itemsOf(prepared: MappedText): MappedText[] {
  const items: MappedText[] = [];
  let units: number[] = [];
  const finish = () => {
    if (units.length > 0) items.push(pick(prepared, units));
    units = [];
  };
  let start = 0;
  for (const line of prepared.text.split("\n")) {
    const quote = /^[ >]*/.exec(line)?.[0].length ?? 0;
    const words = line.slice(quote);
    if (words.trim() === "" || NEW_ITEM.test(words)) finish();
    for (let at = start + quote; at < start + line.length; at++) {
      const char = prepared.text[at];
      if (char !== "*" && char !== "_") units.push(at);
    }
    if (units.length > 0 && start + line.length < prepared.text.length) units.push(start + line.length);
    start += line.length + 1;
  }
  finish();
  return items;
}

function pick({ text, from, to }: MappedText, units: number[]): MappedText {
  return {
    text: units
      .map((at) => text[at])
      .join("")
      .replaceAll("\n", " "),
    from: Uint32Array.from(units, (at) => from[at] ?? 0),
    to: Uint32Array.from(units, (at) => to[at] ?? 0),
  };
}

const YEAR = "(?:19|20)\\d\\d";
const MONTH =
  "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter)[a-z]{0,6}\\.?";
const WHEN = `(?:[ ,]{1,2}${MONTH}(?: ?[-/ ] ?${MONTH})?(?: \\d{1,2}(?:-\\d{1,2})?)?| \\d{1,2} ${MONTH})`;
const VOLUME = "(?<volume>\\d{1,4}[A-Z]?)";
const ISSUE = "(?: ?\\((?<issue>[^()]{1,24})\\)| ?(?<supplement>Suppl\\.?(?: ?\\d{1,2})?))";
const ONE_PAGE = "[A-Za-z]{0,3}\\d{1,18}[A-Za-z]?";
const PAGES = `(?<pages>${ONE_PAGE}(?: ?- ?${ONE_PAGE})?(?:\\.e\\d{1,3})?)`;
const NOT_GLUED = "(?<![\\p{L}\\p{N}.,:/-])";
const ENDS = "(?![\\p{L}\\p{N}%°:/-]|[.,]\\d)";

/** Where year, volume and pages stand together after the journal. */
const locators = [
  // 2017 May;13(5):2255-8 · (2017) 13:2255-8
  `${NOT_GLUED}(?<year>${YEAR})${WHEN}? ?; ?${VOLUME}${ISSUE}? ?: ?${PAGES}${ENDS}`,
  `\\((?<year>${YEAR})\\)[,.]? ?${VOLUME}${ISSUE}? ?: ?${PAGES}${ENDS}`,
  // 2017, 13, 2255-2258 · 2017, 13(5), 2255
  `${NOT_GLUED}(?<year>${YEAR}), ${VOLUME}${ISSUE}?, (?:pp?\\. ?)?${PAGES}${ENDS}`,
  // 13, 2255-2258 (2017) · 13(5):2255-2258 (2017)
  `${NOT_GLUED}${VOLUME}${ISSUE}?(?:, |: ?)(?:pp?\\. ?)?${PAGES},? \\((?:${MONTH} )?(?<year>${YEAR})\\)`,
  // 13:2255-2258, 2017
  `${NOT_GLUED}${VOLUME}${ISSUE}? ?: ?${PAGES}[,;.] (?:${MONTH} )?(?<year>${YEAR})${ENDS}`,
  // vol. 13, no. 5, pp. 2255-2258, May 2017 · vol. 13, no. 5, 2017, pp. 2255-2258
  `${NOT_GLUED}[Vv]ol(?:ume|\\.)? ?${VOLUME}(?:, ?(?:no|issue|iss|nr)\\.? ?(?<issue>[\\w-]{1,10}))?, ?(?:(?:${MONTH} )?(?<early>${YEAR}), ?)?pp?\\. ?${PAGES}(?:, ?(?:${MONTH} )?(?<year>${YEAR}))?`,
].map((pattern) => new RegExp(pattern, "gu"));

/** Where the year stands with the authors: "Wang, X. (2017). Title. Journal, 13(5), 2255-2258", "Wang, X., 2017. Title. …". */
const YEAR_FIRST = new RegExp(
  `(?:\\((?<bracketed>${YEAR})[a-z]?(?:, ?${MONTH}(?: \\d{1,2})?)?\\)|(?<=[,.] )(?<plain>${YEAR})[a-z]?)[.,:]? `,
  "gu",
);
const AFTER_TITLE = new RegExp(`[ ,.]${VOLUME}${ISSUE}?(?:, ?|: ?)(?:pp?\\. ?)?${PAGES}${ENDS}`, "gu");
const LONGEST_TITLE = 600;

type Locator = Place & { year: string; volume: string; issue: boolean; pages: string; loose: boolean };
type Recognised = Place & { reference: Reference };

function referencesIn({ text }: MappedText): Recognised[] {
  if (!/(?:19|20)\d\d/.test(text)) return [];
  const found: Recognised[] = [];
  let readTo = 0;
  let inVain = 0;
  for (const locator of locatorsIn(text)) {
    if (locator.start < readTo) continue;
    const lookBack = inVain < PATIENCE ? LONGEST : SHORT_OF_PATIENCE;
    const one = referenceAt(text, Math.max(readTo, locator.start - lookBack), locator);
    inVain = one ? 0 : inVain + 1;
    if (!one) continue;
    found.push(one);
    readTo = one.end;
  }
  for (const one of withYearFirst(text, found)) found.push(one);
  return found.sort((one, other) => one.start - other.start);
}

/** "Wang X. Retraction: cells in rabbits (J Infect Dis 1993;168:336-44)": what stands in the title's brackets is another paper. */
function isWithinTitle(title: string): boolean {
  const unpaired = title.replace(/\([^()]*\)|\[[^[\]]*\]/g, "");
  return /[\p{L}\p{N}][^([]*[([]/u.test(unpaired);
}

function locatorsIn(text: string): Locator[] {
  return locators
    .flatMap((pattern, at) =>
      [...text.matchAll(pattern)].map((match) => ({
        ...partsOf(match, match.groups?.year ?? match.groups?.early ?? ""),
        // Numbers between commas are also counts, doses and lists.
        loose: at === 2 || at === 4,
      })),
    )
    .filter(({ year }) => year !== "")
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

function partsOf(match: RegExpMatchArray, year: string): Locator {
  const { volume = "", issue, supplement, pages = "" } = match.groups ?? {};
  const start = match.index ?? 0;
  const hasIssue = Boolean(issue ?? supplement);
  return { start, end: start + match[0].length, year, volume, issue: hasIssue, pages, loose: false };
}

function referenceAt(text: string, from: number, locator: Locator): Recognised | null {
  const authors = authorsIn(text.slice(from, locator.start));
  if (!authors) return null;
  const journal = journalBefore(text, from + authors.end, locator.start);
  if (!journal) return null;
  const title = text.slice(from + authors.end, journal.start);
  if (isWithinTitle(title)) return null;
  return accepted({ authors: { ...authors, start: from + authors.start }, journal, title, locator });
}

function withYearFirst(text: string, others: Place[]): Recognised[] {
  const found: Recognised[] = [];
  let readTo = 0;
  let inVain = 0;
  for (const match of text.matchAll(YEAR_FIRST)) {
    if (inVain > PATIENCE) break;
    const afterYear = match.index + match[0].length;
    const before = text.slice(Math.max(readTo, match.index - LONGEST), match.index);
    const authors = authorsIn(before);
    const gap = authors ? before.slice(authors.end) : "";
    inVain++;
    if (!authors || /[\p{L}\p{N}]/u.test(gap)) continue;
    const start = match.index - before.length + authors.start;
    const year = match.groups?.bracketed ?? match.groups?.plain ?? "";
    const one = withTitleAfter(text, afterYear, year, { ...authors, start });
    if (!one || others.some((other) => other.start < one.end && one.start < other.end)) continue;
    found.push(one);
    readTo = one.end;
    inVain = 0;
  }
  return found;
}

/** The first volume and pages after a title that have a journal before them. */
function withTitleAfter(
  text: string,
  from: number,
  year: string,
  authors: { surname: string; start: number; sure: boolean },
): Recognised | null {
  const rest = text.slice(from, from + LONGEST_TITLE);
  for (const match of rest.matchAll(AFTER_TITLE)) {
    const dotted = journalBefore(rest, 0, match.index + 1);
    const isWhole = dotted && /[.?!]["”’)\]]* *$/.test(rest.slice(0, dotted.start));
    const journal = isWhole ? dotted : journalSinceTitle(rest, match.index + 1);
    if (!journal) continue;
    const parts = partsOf(match, year);
    const locator = { ...parts, start: from + parts.start, end: from + parts.end };
    return accepted({ authors, journal, title: rest.slice(0, journal.start), locator });
  }
  return null;
}

type Parts = {
  authors: { surname: string; start: number; sure: boolean };
  journal: { name: string; known: boolean };
  title: string;
  locator: Locator;
};

/** Numbers alone are many things; together with a name, a journal and a title they are a reference. */
function accepted({ authors, journal, title, locator }: Parts): Recognised | null {
  const { year, volume, issue, pages, loose, start: _, end } = locator;
  const [first = "", last] = pages.split(/ ?- ?/);
  const range = last !== undefined && isRange(first, last);
  if (last !== undefined && !range) return null;
  const hasTitle = (title.match(/\p{L}{2,}/gu)?.length ?? 0) >= 4;
  const points =
    (journal.known ? 2 : 0) +
    (issue ? 1 : 0) +
    (range || /^[a-z]{1,3}\d/i.test(first) ? 1 : 0) +
    (authors.sure ? 1 : 0) +
    (hasTitle ? 1 : 0);
  if (points < (loose && !(hasTitle && range) ? 4 : 3) || Number(volume) === 0 || /^0+$/.test(first)) return null;
  return {
    start: authors.start,
    end,
    reference: {
      journal: journal.name,
      year,
      volume,
      page: first.replace(/^0+(?=\d)/, ""),
      author: authors.surname,
    },
  };
}

/** "2255-8" is 2255 to 2258; a range never goes back. */
function isRange(first: string, last: string): boolean {
  const from = /\d+/.exec(first)?.[0] ?? "";
  const to = /\d+/.exec(last)?.[0] ?? "";
  const whole = to.length < from.length ? from.slice(0, from.length - to.length) + to : to;
  return Number(whole) >= Number(from);
}
