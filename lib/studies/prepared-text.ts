import { parser } from "@/lib/platform/markdown-parser";

/** A text changed for reading by machine, with each of its UTF-16 units' place in the original. */
export type MappedText = { text: string; from: Uint32Array; to: Uint32Array };

const ZERO_WIDTH = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
const DASH = /[\u2010-\u2015\u2212]/;
// Braille blank and the Hangul fillers look like blanks and are pasted as such.
const BLANK = /[\s\u0085\u2800\u3164\u115f\u1160\uffa0]/;
const ENTITY = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/iy;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
const ORDINARY = /[\w./:(), -]+/y;

/**
 * Makes Markdown source readable for the recogniser: entities decoded once, Markdown's backslashes and invisible
 * characters dropped, dashes and blanks made plain. Ranges in `skipped` (sorted) read as line ends.
 */
export function prepareText(source: string, skipped: readonly { start: number; end: number }[] = []): MappedText {
  const written = new MappedTextWriter(source.length);
  let next = 0;
  for (let at = 0; at < source.length; ) {
    const range = skipped[next];
    if (range && at >= range.start) {
      written.put("\n", at, Math.max(range.end, at));
      at = Math.max(range.end, at);
      next++;
      continue;
    }
    const { reads, end } = readOne(source, at, range?.start ?? source.length);
    if (reads.length === end - at)
      for (let i = 0; i < reads.length; i++) written.put(reads[i] ?? "", at + i, at + i + 1);
    else for (const unit of reads.split("")) written.put(unit, at, end);
    at = end;
  }
  return written.finish();
}

function readOne(source: string, at: number, limit: number): { reads: string; end: number } {
  ORDINARY.lastIndex = at;
  const run = ORDINARY.exec(source)?.[0].slice(0, limit - at);
  if (run) return { reads: run, end: at + run.length };

  const char = source[at] ?? "";
  if (char === "\\" && ASCII_PUNCTUATION.test(source[at + 1] ?? ""))
    return { reads: source[at + 1] ?? "", end: at + 2 };
  if (char === "&") {
    ENTITY.lastIndex = at;
    const entity = ENTITY.exec(source)?.[0];
    const decoded = entity && parser.utils.unescapeAll(entity);
    if (entity && decoded !== entity)
      return { reads: plain(decoded ?? "").replace("\n", " "), end: at + entity.length };
  }
  return { reads: plain(char), end: at + 1 };
}

function plain(chars: string): string {
  if (chars === "\n") return "\n";
  if (ZERO_WIDTH.test(chars)) return "";
  if (DASH.test(chars)) return "-";
  if (BLANK.test(chars)) return " ";
  return chars;
}

/** The units from `start` to `end`, still knowing their place in the original. */
export function sliceMapped(mapped: MappedText, start: number, end: number): MappedText {
  return {
    text: mapped.text.slice(start, end),
    from: mapped.from.subarray(start, end),
    to: mapped.to.subarray(start, end),
  };
}

/** Percent-decodes once. What is no valid UTF-8 stays as it was typed. */
export function percentDecoded(mapped: MappedText): MappedText {
  if (!mapped.text.includes("%")) return mapped;
  const { text, from, to } = mapped;
  const written = new MappedTextWriter(text.length);
  for (let at = 0; at < text.length; ) {
    const lead = text[at] === "%" ? Number.parseInt(text.slice(at + 1, at + 3), 16) : Number.NaN;
    const bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const end = Number.isNaN(lead) ? at + 1 : Math.min(at + bytes * 3, text.length);
    const decoded = Number.isNaN(lead) ? null : decodeOrNull(text.slice(at, end));
    if (decoded === null) written.put(text[at] ?? "", from[at] ?? 0, to[at] ?? 0);
    else for (const unit of decoded.split("")) written.put(unit, from[at] ?? 0, to[end - 1] ?? 0);
    at = decoded === null ? at + 1 : end;
  }
  return written.finish();
}

function decodeOrNull(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

class MappedTextWriter {
  private units: string[] = [];
  private from: Uint32Array;
  private to: Uint32Array;

  constructor(longest: number) {
    this.from = new Uint32Array(longest);
    this.to = new Uint32Array(longest);
  }

  put(unit: string, from: number, to: number) {
    this.from[this.units.length] = from;
    this.to[this.units.length] = to;
    this.units.push(unit);
  }

  finish(): MappedText {
    const length = this.units.length;
    return { text: this.units.join(""), from: this.from.subarray(0, length), to: this.to.subarray(0, length) };
  }
}
