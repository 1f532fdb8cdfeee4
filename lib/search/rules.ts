import { QUERY_MAX, TERMS_MAX } from "./schema";
import type { Marked } from "./types";

/** A word or phrase to look for, or one that must not be there. */
export type Term = { text: string; without: boolean };
type Named = { name: string; without: boolean };

export type Wish = {
  terms: Term[];
  authors: Named[];
  categories: Named[];
  /** Null where it doesn't matter. */
  hasStudy: boolean | null;
  /** From the beginning of this day on. */
  after: Date | null;
  /** Up to the beginning of this day. */
  before: Date | null;
  shortened: boolean;
};

const FILTERS = ["author", "category", "before", "after", "has"] as const;
type Filter = (typeof FILTERS)[number];

// A piece: perhaps a minus, perhaps a filter's name, and a phrase (whose end may be missing) or whatever stands up to the next blank.
const PIECE = new RegExp(`([-−–]?)(?:(${FILTERS.join("|")}):\\s*)?(?:"([^"]*)(?:"|$)|([^\\s"]+))`, "giu");
const WRITING_DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Reads what someone typed. Whatever is no filter is a word to look for, so there is nothing that can't be read. */
export function readWish(typed: string): Wish {
  return read(typed, true);
}

/** The same where there are no filters to type: what stands behind one is a word to look for. */
export function readWords(typed: string): Pick<Wish, "terms" | "shortened"> {
  return read(typed, false);
}

function read(typed: string, withFilters: boolean): Wish {
  const wish: Wish = {
    terms: [],
    authors: [],
    categories: [],
    hasStudy: null,
    after: null,
    before: null,
    shortened: false,
  };
  const text = tidy(typed);
  const characters = [...text.slice(0, QUERY_MAX * 4)];
  wish.shortened = characters.length > QUERY_MAX || text.length > QUERY_MAX * 4;
  let count = 0;
  for (const [, minus, filter, phrase, word] of characters.slice(0, QUERY_MAX).join("").matchAll(PIECE)) {
    const value = (phrase ?? word ?? "").trim();
    if (!hasWord(value)) continue;
    if (count === TERMS_MAX) {
      wish.shortened = true;
      break;
    }
    count++;
    const without = minus !== "";
    if (filter && withFilters && takeFilter(wish, filter.toLowerCase() as Filter, value, without)) continue;
    if (filter && withFilters) wish.terms.push({ text: filter, without });
    wish.terms.push({ text: value, without });
  }
  return wish;
}

/** The marks around phrases as any keyboard writes them; nothing that the database has no character for. */
function tidy(typed: string): string {
  return typed
    .slice(0, QUERY_MAX * 10)
    .replace(/\p{Cc}|\p{Surrogate}/gu, " ")
    .replace(WRITING_DIRECTION, "")
    .replace(/[“”„‟«»＂]/g, '"')
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** False where the value is none for this filter: then both are words like any other. */
function takeFilter(wish: Wish, filter: Filter, value: string, without: boolean): boolean {
  if (filter === "author") wish.authors.push({ name: value.replace(/^@/, ""), without });
  else if (filter === "category") wish.categories.push({ name: value, without });
  else if (filter === "has") {
    if (!/^stud(y|ies)$/i.test(value)) return false;
    wish.hasStudy = !without;
  } else {
    const day = beginningOf(value);
    if (!day) return false;
    // Not before a day is after it, and the other way round.
    if ((filter === "before") === without) wish.after = later(wish.after, day);
    else wish.before = earlier(wish.before, day);
  }
  return true;
}

/** "2019", "2019-4" or "2019-04-30": when that year, month or day begins. */
function beginningOf(value: string): Date | null {
  const [, year, month = "1", day = "1"] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(value) ?? [];
  if (!year || Number(year) < 1900) return null;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) ? at : null;
}

const later = (one: Date | null, other: Date) => (one && one > other ? one : other);
const earlier = (one: Date | null, other: Date) => (one && one < other ? one : other);

/** A term as PostgreSQL read it, in English and plainly; empty where it found no word in it. */
export type ReadTerm = { english: string; plain: string; without: boolean };

/**
 * Puts the terms together. A word that English drops ("the") is left out beside others and looked for when it is all there
 * is: "Will" may be a name. Null where nothing is left to look for.
 */
export function composeQuery(terms: ReadTerm[]): string | null {
  const onlyDropped = terms.every((term) => term.without || !term.english);
  const parts = terms.flatMap(({ english, plain, without }) => {
    const part = english || (without || onlyDropped ? plain : "");
    if (!part) return [];
    return [without ? `!(${part})` : `(${part})`];
  });
  return parts.length > 0 ? parts.join(" & ") : null;
}

export const FOUND_FROM = "\u0001";
export const FOUND_TO = "\u0002";
/** Stands for "<", which the database's reader of texts would take for the beginning of a tag. */
export const LESS = "\u0003";
const FOUND = new RegExp(`(${FOUND_FROM}[^${FOUND_TO}]*${FOUND_TO})`);

/** The database sets these marks round what it found, and one for each "<"; they are in no post's text. */
export function markedPieces(text: string): Marked {
  return text
    .replaceAll(LESS, "<")
    .split(FOUND)
    .filter((piece) => piece !== "")
    .map((piece) =>
      piece.startsWith(FOUND_FROM) ? { text: piece.slice(1, -1), found: true } : { text: piece, found: false },
    );
}
