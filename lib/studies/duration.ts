import type { ReadText, Sentence } from "./sections";

/** The source's own words for how long people were treated or followed. */
export type Duration = { sentence: Sentence; start: number; end: number };

const span = String.raw`(?:\d+(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty[- ]four))(?:\s?(?:[-–]|to)\s?\d+(?:\.\d+)?)?[- ](?:day|week|wk|month|mo|year|yr)s?\b`;
const patterns = [
  String.raw`\b(?:median|mean|average)\s+(?:duration\s+of\s+)?(?:the\s+)?follow[- ]?up(?:\s+(?:time|period|duration))?(?:\s+(?:was|of|were|is))?[\s,:(=]{1,3}${span}(?:\s?\([^()]{1,60}\))?`,
  String.raw`\bfollow[- ]?up\s?\((?:median|mean|range)[^()]{1,80}\)`,
  String.raw`\bfollow(?:ed|[- ]?up)(?:[- ]?up)?\s+(?:period\s+|time\s+|duration\s+)?(?:was\s+|of\s+|for\s+|at\s+|over\s+|lasted\s+){0,2}(?:up to |at least |a (?:median|mean|maximum|minimum) of |a total of )?${span}`,
  String.raw`\b(?:treated|treatment|therapy|given|administered|received)\b[^.;()]{0,60}?\bfor\s+(?:up to |at least |a (?:median|mean|maximum) of )?${span}`,
  String.raw`\b${span}\s+(?:of\s+)?(?:follow[- ]?up|treatment|(?:randomi[sz]ed|double[- ]blind|open[- ]label|multicent\w+|placebo|controlled|prospective|observational|extension|study|trial|treatment period))`,
];
const compiled = patterns.map((pattern) => new RegExp(pattern, "i"));

export function durationIn({ sentences }: ReadText): Duration | null {
  for (const pattern of compiled) {
    for (const sentence of sentences) {
      if (
        sentence.role === "background" ||
        sentence.role === "lay" ||
        sentence.role === "conclusion" ||
        sentence.text.length > 1200
      )
        continue;
      const match = pattern.exec(sentence.text);
      if (match && !/\b(?:history|ago|previous|age|aged|old|survival|will be|planned)\b/i.test(match[0]))
        return { sentence, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}
