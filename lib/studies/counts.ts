/** "8 of 18" as a quoted sentence says it; `words` are the sentence's own. */
export type PartOfWhole = { part: number; whole: number; words: string; start: number };

const LARGEST = 100;
const small =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty";
const values: Record<string, number> = Object.fromEntries(
  ["none", "no", ...small.split("|")].map((word, at) => [word, Math.max(at - 1, 0)]),
);
const figure = String.raw`(\d{1,3}|${small})`;
const noun =
  "(?:patients|participants|people|persons|subjects|individuals|adults|children|women|men|infants|adolescents|volunteers|boys|girls)";
const percent = String.raw`\(?\s?(\d{1,3}(?:\.\d+)?)\s?%`;

/** Each of these says plainly that the two numbers are people, or gives the percentage that proves they belong together. */
const forms: { pattern: RegExp; part: number; whole: number; percent?: number }[] = [
  {
    pattern: new RegExp(
      String.raw`\b${figure}\s?(?:${percent}[^()]{0,40}\)\s?)?(?:out )?of (?:the |all |our )?${figure} (?:[\w-]+ ){0,4}?${noun}\b`,
      "gi",
    ),
    part: 1,
    percent: 2,
    whole: 3,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:of|among|in) (?:the |all |our )?${figure} (?:[\w-]+ ){0,4}?${noun},\s${figure}\s?${percent}`,
      "gi",
    ),
    whole: 1,
    part: 2,
    percent: 3,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.,/])(\d{1,3})\s?\/\s?(\d{1,3})(?![\d/]|\.\d)(?:\s?(?:${noun}))?[\s,;:(\[]{1,3}(\d{1,3}(?:\.\d+)?)\s?%`,
      "gi",
    ),
    part: 1,
    whole: 2,
    percent: 3,
  },
  {
    pattern: /(\d{1,3}(?:\.\d+)?)\s?%\s?[([,]\s?(?:n\s?=\s?)?(\d{1,3})\s?\/\s?(\d{1,3})(?![\d/]|\.\d)/gi,
    percent: 1,
    part: 2,
    whole: 3,
  },
  {
    pattern: /(\d{1,3}(?:\.\d+)?)\s?%\s?[([,]\s?(\d{1,3}) (?:out )?of (?:the )?(\d{1,3})\b/gi,
    percent: 1,
    part: 2,
    whole: 3,
  },
  { pattern: new RegExp(String.raw`(?<![\d.,/])(\d{1,3})\s?\/\s?(\d{1,3}) ${noun}\b`, "gi"), part: 1, whole: 2 },
];

/** The parts of a whole that a sentence states, in its order. A percentage beside them has to agree, or it is another pair of numbers. */
export function partsOfWhole(sentence: string): PartOfWhole[] {
  const found: PartOfWhole[] = [];
  for (const form of forms) {
    for (const match of sentence.matchAll(form.pattern)) {
      const part = numberOf(match[form.part]);
      const whole = numberOf(match[form.whole]);
      if (part === null || whole === null || whole < 2 || whole > LARGEST || part > whole) continue;
      const stated = form.percent ? match[form.percent] : undefined;
      if (stated && Math.abs((part / whole) * 100 - Number(stated)) > 1) continue;
      const words = closed(match[0].replace(/[\s,;:([]+$/, ""), sentence.slice(match.index + match[0].length));
      if (found.some((one) => match.index < one.start + one.words.length && one.start < match.index + words.length))
        continue;
      found.push({ part, whole, words, start: match.index });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** With the bracket that the words have opened. */
function closed(words: string, rest: string): string {
  const open = words.split("(").length - words.split(")").length;
  return open === 1 && rest.startsWith(")") ? `${words})` : words;
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : (values[text.toLowerCase()] ?? null);
}
