const ones: Record<string, number> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);
const tens: Record<string, number> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, at) => [word, (at + 2) * 10]),
);
// As often as not.
tens.fourty = 40;
const small = Object.keys(ones).join("|");
const ten = Object.keys(tens).join("|");
const below100 = `(?:(?:${ten})(?:[-‐‑ ](?:${small}))?|${small})`;
const words = `(?:${below100}[- ]thousand(?:[, ]+(?:and )?)?)?(?:(?:${below100}|an?)[- ]hundred(?:(?: and)?[- ]${below100})?|${below100})`;
const numberPattern = new RegExp(`\\b${words}\\b|\\d+(?:[.,·\\u2009\\u202f\\u00a0]\\d+)*`, "gi");

export type Count = { value: number; start: number; end: number };

const labelled =
  /\b(?:weeks?|days?|months?|years?|hours?|grade|phase|stage|type|aged?|version|groups?|study|cohort|level|visit|table|no\.)\s+$/i;

/** "Type 2 diabetic patients" are not two. */
const named = /\b(?:types?|grades?|phases?|stages?|class(?:es)?|factors?|versions?|visits?|levels?|scores?)\s+$/i;

/** Whole numbers in a sentence, in figures or words. Decimals, ranges, percentages, exponents and parts of names are none. */
export function countsIn(sentence: string): Count[] {
  const counts: Count[] = [];
  for (const match of sentence.matchAll(numberPattern)) {
    const [text] = match;
    const start = match.index;
    const end = start + text.length;
    const value = /^\d/.test(text) ? valueOfFigures(text) : valueOfWords(text);
    if (value === null) continue;
    if (value < 10 && named.test(sentence.slice(Math.max(0, start - 14), start))) continue;
    const before = sentence.slice(Math.max(0, start - 2), start);
    const after = sentence.slice(end, end + 4);
    if (/[\p{L}\d_.,/×^−–#$€£]$/u.test(before) && !/[,]$/.test(before)) continue;
    if (/-$/.test(before) && /^\d/.test(text)) continue;
    if (/^(\s?%|[⁰¹²³⁴⁵⁶⁷⁸⁹^°]|[-–−‐]\S|\/\d|\d|[a-zA-Z])/.test(after) && !/^[-‐]\s/.test(after)) continue;
    // "10 275 children": a blank between thousands; "week 12 120 patients" isn't one, so neither number is believed there.
    const thousands = /^(?: \d{3})+(?= \p{L}|[,.;)]|$)/u.exec(sentence.slice(end, end + 12))?.[0];
    if (thousands && value < 1000 && /^\d/.test(text)) {
      if (!labelled.test(sentence.slice(Math.max(0, start - 14), start)))
        counts.push({ value: Number((text + thousands).replace(/ /g, "")), start, end: end + thousands.length });
      continue;
    }
    if (/\d $/.test(before) && /^\d{3}$/.test(text)) continue;
    counts.push({ value, start, end });
  }
  return counts;
}

function valueOfFigures(text: string): number | null {
  if (/^\d+$/.test(text)) return text.length > 9 || (text.length > 1 && text.startsWith("0")) ? null : Number(text);
  return /^\d{1,3}([,\u2009\u202f\u00a0]\d{3})+$/.test(text) ? Number(text.replace(/\D/g, "")) : null;
}

function valueOfWords(text: string): number | null {
  let total = 0;
  let part = 0;
  for (const word of text.toLowerCase().split(/[-‐‑\s,]+/)) {
    if (word in ones) part += ones[word] as number;
    else if (word in tens) part += tens[word] as number;
    else if (word === "hundred") part = (part || 1) * 100;
    else if (word === "thousand") {
      total += part * 1000;
      part = 0;
    }
  }
  return total + part;
}
