// What ends an identifier or address in running text. Everything is decided going forward once, so that hostile
// text takes linear time.

const QUOTES = '"“”„‟«»';
// Chinese, Japanese and Korean are written without blanks, so their letters and marks end an address too.
const NOT_IN_ADDRESSES =
  /[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const WITHOUT_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
// Never ends anything; taken in one stride, and bounded so that no stride is longer than what is read.
const ORDINARY = /[\w/:@%=+$-]{1,400}/y;
const HTML_TAG = /<(?:\/?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?\/?>|!--)/iy;
const CLOSERS: Record<string, string> = { ")": "(", "]": "[", "}": "{", ">": "<" };

/**
 * Where the unbroken run that begins at `start` ends: at a blank, quote, HTML tag, strong mark or the like, or at a
 * closing bracket that was not opened in the run. An opening bracket that is never closed ends it too when
 * `mustClose` is set. `endsAt` says what else ends it.
 */
export function tokenEnd(
  text: string,
  start: number,
  {
    longest,
    mustClose,
    endsAt,
  }: { longest: number; mustClose: boolean; endsAt: (at: number, char: string) => boolean },
): number {
  const open: Record<string, number[]> = { "(": [], "[": [], "{": [], "<": [] };
  const limit = Math.min(text.length, start + longest);
  let at = start;
  for (; at < limit; at++) {
    at += matchesAt(ORDINARY, text, at)?.[0].length ?? 0;
    if (at >= limit) break;
    const char = text[at] ?? "";
    if (/\s/.test(char) || char === "`" || char === "|" || QUOTES.includes(char)) break;
    if (char > "~" && NOT_IN_ADDRESSES.test(characterAt(text, at))) break;
    if ((char === "*" || char === "~") && text[at + 1] === char) break;
    if (endsAt(at, char)) break;
    if (char === "<" && matchesAt(HTML_TAG, text, at)) break;
    const opener = CLOSERS[char];
    if (opener !== undefined && open[opener]?.pop() === undefined) break;
    open[char]?.push(at);
  }
  at = Math.min(at, limit);
  const unclosed = Object.values(open).flat();
  return mustClose && unclosed.length > 0 ? Math.min(...unclosed) : at;
}

const ENDING_MARKS = /[.,;:!?'"*_~\\/`]/;
const OTHER_MARKS = /[\p{P}\p{S}]/u;

/** Takes the sentence's and Markdown's own marks off the end. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  for (;;) {
    const char = text[last - 1] ?? "";
    const before = last;
    if (last <= start) return last;
    if (ENDING_MARKS.test(char) || (char > "~" && OTHER_MARKS.test(char))) last--;
    // A DOI never ends in a dash, but for the old ones that end in ";2-".
    else if (char === "-" && !/;\d$/.test(text.slice(Math.max(start, last - 3), last - 1))) last--;
    else if (char === "s" && /['’]/.test(text[last - 2] ?? "") && last - 2 > start) last -= 2;
    if (last === before) return last;
  }
}

/** True where a letter or digit is glued to the place; writing without blanks can't glue. */
export function isGlued(char: string): boolean {
  return /^[\p{L}\p{N}]/u.test(char) && !WITHOUT_BLANKS.test(char);
}

export function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : "";
}

export function characterBefore(text: string, at: number): string {
  const one = text[at - 1] ?? "";
  return /[\udc00-\udfff]/.test(one) ? (text[at - 2] ?? "") + one : one;
}

export function matchesAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
