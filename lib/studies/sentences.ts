export type Span = { start: number; end: number };

/** Never the end of a sentence, whatever follows. */
const shortened = new Set(
  "e.g i.e vs cf ca approx fig figs dr prof mr mrs ms u.s u.k ph.d resp viz incl excl spp subsp var".split(" "),
);
/** No end of a sentence where a number or a bracket follows: "No. 5", "et al. (2010)". */
const beforeNumbers = new Set("no nos p pp vol ref refs eq tab table al ed eds ch sect art".split(" "));
/** "hepatitis B. The" ends a sentence, "E. coli" doesn't; what follows a single letter decides. */
const LONGEST_BRACKET = 400;

/**
 * The sentences of a text as spans of it: nothing is changed, so each is verbatim. Full stops of abbreviations, decimals
 * ("P < .05"), initials and addresses end none, nor do those inside brackets; a heading glued to a full stop begins one.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let depth = 0;
  let opened = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "(" || character === "[") {
      if (depth++ === 0) opened = at;
    } else if (character === ")" || character === "]") depth = Math.max(0, depth - 1);
    else if (character === "\n") {
      push(spans, text, start, at);
      start = at + 1;
      depth = 0;
    } else if (character === "." || character === "?" || character === "!") {
      if (depth > 0 && at - opened > LONGEST_BRACKET) depth = 0;
      if (depth > 0) continue;
      const end = endOfStop(text, at);
      if (!endsSentence(text, start, at, end)) continue;
      push(spans, text, start, end);
      start = end;
      at = end - 1;
    }
  }
  push(spans, text, start, text.length);
  return spans;
}

/** The stop with further stops, quotes and brackets that close after it. */
function endOfStop(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && /[.?!"'”’)\]]/.test(text[end] as string)) end++;
  return end;
}

function endsSentence(text: string, start: number, at: number, end: number): boolean {
  const next = /^\s*(\S{0,12})/.exec(text.slice(end, end + 40))?.[1] ?? "";
  if (next === "") return true;
  const blank = /\s/.test(text[end] ?? "");
  if (!blank) return end === at + 1 && isGlued(text.slice(Math.max(start, at - 40), at), text.slice(end, end + 12));
  if (text[at] !== ".") return !/^[a-z]/.test(next);

  const word = /([\p{L}.]+)$/u.exec(text.slice(Math.max(start, at - 24), at))?.[1] ?? "";
  const lower = word.toLowerCase();
  // "by 12 ms. The": milliseconds, not a lady.
  if (shortened.has(lower) && word !== "ms") return false;
  if (beforeNumbers.has(lower) && /^[\d([]/.test(next)) return false;
  if (/^[A-Z]$/.test(word) && !/^["“'(]?[A-Z0-9]/.test(next)) return false;
  if (/^["“'‘([]*[\p{Lu}\d]/u.test(next)) return true;
  if (/^["“'‘([]*[<>≥≤=+±−-]?\s*\.?\d/.test(next)) return !/^[<>≥≤=+±−]/.test(next);
  // "hUC-MSCs", "mRNA", "p53", "β-blockers" begin sentences as they are.
  return /^([a-z]{1,3}[A-Z\d]|anti-[A-Z]|[α-ω])/.test(next);
}

/** "…cohort study.ObjectiveIn general": some records lose the blank. Not in "ClinicalTrials.gov" or "www.Example". */
function isGlued(before: string, after: string): boolean {
  return (
    /([a-z]{3}|[a-z]\)|%|\d\))$/.test(before) && /^[A-Z][a-z]{2}/.test(after) && !/(www|https?:|@)\S*$/.test(before)
  );
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (end > start) spans.push({ start, end });
}
