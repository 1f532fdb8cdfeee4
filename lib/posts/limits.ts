import type { Token } from "markdown-it";
import { isInvisible } from "./characters";
import { TextRefusal } from "./text-refusal";

const DEEPEST = 20;
const MOST_COLUMNS = 60;
const MOST_CELLS = 16_000;
const MOST_LINKS = 300;
const MOST_MENTIONS = 20;
const MOST_OUTPUT = 10;
// A post of three words may well become HTML of twenty times its length.
const OUTPUT_ALWAYS_ALLOWED = 20_000;

/**
 * Refuses before parsing what costs the parser a cell for each column in every row, also where the row is empty: a table
 * of 2,000 columns, or of more cells than a post could have characters for.
 */
export function ensureModestTables(source: string): void {
  let columns = 0;
  let cells = 0;
  for (const line of source.split("\n")) {
    if (line.trim() === "") columns = 0;
    if (/^[\s>]*[|:\-\s]+$/.test(line) && line.includes("-")) columns = columnsOf(line);
    if (columns > MOST_COLUMNS) throw wideTable();
    cells += columns;
    if (cells > MOST_CELLS) throw tooMuchMarkup();
  }
}

function columnsOf(delimiterRow: string): number {
  return delimiterRow.split("|").filter((cell) => cell.includes("-")).length;
}

function wideTable(): TextRefusal {
  return new TextRefusal("table-too-wide", "A table can have at most sixty columns.");
}

/**
 * The parser drops text below its own depth of 100 without a word. Whatever it dropped stands inside containers that
 * it did report, so looking at those before anything is kept is enough.
 */
export function ensureWithinLimits(tokens: Token[]): void {
  let depth = 0;
  let links = 0;
  let columns = 0;
  for (const token of tokens) {
    if (token.type === "blockquote_open" || token.type === "list_item_open") depth++;
    if (token.type === "blockquote_close" || token.type === "list_item_close") depth--;
    if (token.type === "tr_open") columns = 0;
    if (token.type === "th_open") columns++;
    if (depth > DEEPEST || token.children?.some(({ level }) => level > DEEPEST)) {
      throw new TextRefusal(
        "too-deep",
        "Quotes, lists and emphasis can be nested twenty deep at most; please make this a little flatter.",
      );
    }
    if (columns > MOST_COLUMNS) throw wideTable();
    for (const child of token.children ?? []) if (child.type === "link_open" || child.type === "image") links++;
    if (links > MOST_LINKS) throw new TextRefusal("too-many-links", "A post can have at most 300 links.");
  }
}

export function ensureFewMentions(mentions: string[]): void {
  if (mentions.length > MOST_MENTIONS) {
    throw new TextRefusal("too-many-mentions", "A post can call on at most twenty members by name.");
  }
}

export function ensureModestOutput(source: string, html: string): void {
  if (html.length > source.length * MOST_OUTPUT + OUTPUT_ALWAYS_ALLOWED) throw tooMuchMarkup();
}

function tooMuchMarkup(): TextRefusal {
  return new TextRefusal("too-much-markup", "There is more formatting than text in this post; please make it simpler.");
}

export function ensureSomethingToRead(html: string): void {
  if (isInvisible(html.replace(/<[^>]*>/g, "")) && !html.includes("<cite ")) {
    throw new TextRefusal("empty", "There is nothing to read in this post yet.");
  }
}
