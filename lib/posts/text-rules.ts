import { cleanCharacters, isInvisible } from "./characters";
import { TextRefusal } from "./text-refusal";

export { TextRefusal };

export const LONGEST_TEXT = 32_000;
const SHORTEST_TITLE = 3;
const LONGEST_TITLE = 120;
// One visible character may be made of many code points: a family emoji of eleven.
const LONGEST_TITLE_IN_CODE_POINTS = 400;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A post's source as it is kept: composed (NFC), lines ending in LF, nothing in it that can't be shown. Throws TextRefusal. */
export function cleanText(raw: string): string {
  // Composing can't make a text shorter than a third; this keeps a huge one from being composed at all.
  if (raw.length > LONGEST_TEXT * 6) throw tooLong();
  const text = cleanCharacters(withoutUnbalancedBidi(raw), "text");
  if (isInvisible(text)) throw new TextRefusal("empty", "There is nothing to read in this post yet.");
  if (codePoints(text) > LONGEST_TEXT) throw tooLong();
  return text;
}

function tooLong(): TextRefusal {
  return new TextRefusal("too-long", "This post is longer than 32,000 characters; please share it in two posts.");
}

/** A title as it is kept, on one line. Throws TextRefusal. */
export function cleanTitle(raw: string): string {
  if (raw.length > LONGEST_TITLE_IN_CODE_POINTS * 20) throw longTitle();
  const title = cleanCharacters(raw.replace(BIDI_CONTROLS, ""), "title").replace(/\s+/g, " ").trim();
  if (isInvisible(title)) throw new TextRefusal("empty", "Please give the thread a title.", "title");
  const characters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(title)].map(
    (one) => one.segment,
  );
  const visible = characters.filter((character) => !isInvisible(character)).length;
  if (visible < SHORTEST_TITLE) {
    throw new TextRefusal("title-too-short", "Please make the title at least three characters long.", "title");
  }
  if (characters.length > LONGEST_TITLE || codePoints(title) > LONGEST_TITLE_IN_CODE_POINTS) throw longTitle();
  return title;
}

function longTitle(): TextRefusal {
  return new TextRefusal(
    "title-too-long",
    "Please keep the title to 120 characters; the rest can go into the post.",
    "title",
  );
}

const LONGEST_SLUG = 60;
const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" };

/** The readable part of a thread's address, in ASCII; "thread" where the title has nothing that could be written so. */
export function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (words.length <= LONGEST_SLUG) return words || "thread";
  return words
    .slice(0, LONGEST_SLUG)
    .replace(/-[^-]*$/, "")
    .replace(/-$/, "");
}

/**
 * Controls of writing direction stay where each is closed on its own line; elsewhere they could turn round what
 * stands after them. Marks (LRM, RLM, ALM) can't. Done before composing, since it brings letters and accents together.
 */
function withoutUnbalancedBidi(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) return text;
  return text
    .split(/(\r\n?|\n)/)
    .map((line) => (isBalanced(line) ? line : line.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")))
    .join("");
}

function isBalanced(line: string): boolean {
  const open: string[] = [];
  for (const [control] of line.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (control === "\u202c") {
      if (open.pop() !== "embedding") return false;
    } else if (control === "\u2069") {
      if (open.pop() !== "isolate") return false;
    } else open.push(control >= "\u2066" ? "isolate" : "embedding");
  }
  return open.length === 0;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
