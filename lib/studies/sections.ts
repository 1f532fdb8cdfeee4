import { splitSentences } from "./sentences";
import type { AbstractSection } from "./types";

/** What a part of an abstract is for. "mixed" is methods with results; undefined where nothing says. */
export type Role =
  | "background"
  | "aim"
  | "methods"
  | "people"
  | "results"
  | "mixed"
  | "conclusion"
  | "harms"
  | "lay"
  | "limits"
  | "other";

/** `start` and `end` are places in the text that was read; `order` counts sentences from 0. */
export type Sentence = {
  text: string;
  start: number;
  end: number;
  section?: string;
  role?: Role;
  order: number;
};

export type ReadText = { text: string; sentences: Sentence[]; labelled: boolean };

/** First match wins; the record's own label decides before NLM's category, which is often missing. */
const roles: [RegExp, Role][] = [
  [/plain.?language|lay (summary|abstract)|patient summary|summary for patients/, "lay"],
  [/result.*limitation/, "mixed"],
  [/limitation/, "limits"],
  [/regist|fund|sponsor|copyright|keyword|level of evidence|disclosure|conflict|trial (number|id)\b/, "other"],
  [/\b(safety|adverse|harms?|toxicit\w*|side.?effects?)\b(?!.*(method|aim|objective))/, "harms"],
  [
    /(method|design|material|patient|case).*(result|finding)|(result|finding).*(conclusion|discussion|interpret)/,
    "mixed",
  ],
  [/\b(result|finding)s?\b/, "results"],
  [/conclusion|interpretation|discussion|implication|significance|comment|take.?home|so what/, "conclusion"],
  [/data synthesis|observations?$|case (report|presentation|summary|description)/, "mixed"],
  [/\b(patients|participants|subjects|population|sample)\b(?!.*method)/, "people"],
  [
    /method|design|setting|participant|patient|subject|intervention|measure|search|selection|data |procedure|material|population|exposure|outcome|statistic|eligib|approach|experimental/,
    "methods",
  ],
  [/objective|\baims?\b|purpose|goal|hypothes|question/, "aim"],
  [/background|introduction|context|rationale|importance|issue|problem|premise/, "background"],
];

export function roleOf(label: string | undefined): Role | undefined {
  if (!label) return undefined;
  const plain = label.toLowerCase().replace(/\s+/g, " ").trim();
  if (plain === "patients" || plain === "participants" || plain === "subjects" || plain === "population")
    return "people";
  return roles.find(([pattern]) => pattern.test(plain))?.[1];
}

const heading =
  "Background(?: and (?:aims?|objectives?|purpose))?|Introduction|Context|Importance|Objectives?|Aims?|Purpose|Rationale|Study design|Design|Settings?|Patients and methods|Participants|Patients|Interventions?|Materials? and methods|Methods and results|Methods?|Methodology|Main outcome measures?|Measurements?|Main results|Results?|Findings|Safety|Limitations?|Conclusions?|Interpretation|Discussion|Trial registration|Registration|Funding|Plain language summary|Lay summary";
const titled = new RegExp(`^(${heading})(?:\\s*[:—–]\\s*|\\.(?:\\s+|$)|(?=[A-Z][a-z]))`);
const shouted = new RegExp(`^(${heading})\\s*(?:/\\s*[A-Z]+\\s*)?(?:[:.—–-]\\s*|\\s(?=[A-Z\\d]))`, "i");

/** "Results Infection was present": a heading with nothing but a capital after it, believed where there are several. */
const bare =
  /^(Background|Introduction|Objectives?|Aims?|Purpose|Methods?|Materials? and [Mm]ethods|Patients and [Mm]ethods|Results?|Findings|Conclusions?|Interpretation|Discussion)\s+(?=[A-Z0-9])/;

/** The sentences of an abstract with the section each stands in, whether the record labels sections or writes headings into the text. */
export function readText(sections: AbstractSection[]): ReadText {
  const text = sections.map((section) => section.text).join("\n");
  const sentences: Sentence[] = [];
  let offset = 0;
  let labelled = false;
  const bareHeadings = sections.reduce(
    (sum, section) =>
      sum +
      splitSentences(section.text).filter((span) => bare.test(section.text.slice(span.start, span.start + 40))).length,
    0,
  );
  for (const section of sections) {
    let label = section.label && !/^unlabel?led$/i.test(section.label) ? section.label : undefined;
    for (const span of splitSentences(section.text)) {
      let { start } = span;
      const words = section.text.slice(start, span.end);
      const own = headingAt(words, bareHeadings >= 3);
      if (own) {
        label = own.label;
        start += own.length;
      }
      if (start >= span.end) continue;
      const role = roleOf(label);
      labelled ||= role === "results" || role === "conclusion" || role === "mixed";
      sentences.push({
        text: section.text.slice(start, span.end),
        start: offset + start,
        end: offset + span.end,
        ...(label ? { section: label } : {}),
        ...(role ? { role } : {}),
        order: sentences.length,
      });
    }
    offset += section.text.length + 1;
  }
  return { text, sentences: withoutLoneHeading(sentences, sections), labelled };
}

/** "Aim: to compare two drugs." and no other heading: it stands over its own sentence, not over the rest of the abstract. */
function withoutLoneHeading(sentences: Sentence[], sections: AbstractSection[]): Sentence[] {
  const headings = new Set(sentences.map(({ section }) => section ?? ""));
  headings.delete("");
  if (headings.size !== 1 || sections.some(({ label }) => label && headings.has(label))) return sentences;
  const first = sentences.findIndex(({ section }) => section !== undefined);
  return sentences.map(({ section, role, ...sentence }, at) =>
    at > first ? sentence : { ...sentence, ...(section ? { section } : {}), ...(role ? { role } : {}) },
  );
}

/** "Four patients died: two from sepsis" is a sentence. */
const telling =
  /\b(?:died|had|has|were|was|are|is|did|developed|occurred|included|includes|include|follows|reported|experienced|suffered|needed|required|withdrew|stopped|discontinued|underwent|received|completed|showed|found|remained|responded)\b/i;

function headingAt(words: string, loosely: boolean): { label: string; length: number } | null {
  const beginning = words.slice(0, 60);
  const match = titled.exec(beginning);
  if (match?.[1]) return { label: match[1], length: match[0].length };
  // "Measurements and Main Results:": any short heading with a colon whose words are those of headings.
  const named = /^([A-Z][a-z]+(?:(?: |, | and | & | of )[A-Za-z]?[a-z]+){0,4}):\s+(?=\S)/.exec(beginning);
  if (named?.[1] && roleOf(named[1]) && named[1].length <= 45 && !telling.test(named[1]))
    return { label: named[1], length: named[0].length };
  const capitals = /^([A-Z][A-Z ,/&'’-]{3,60}):\s+(?=\S)/.exec(beginning.length < 60 ? beginning : words.slice(0, 80));
  if (capitals?.[1] && roleOf(capitals[1])) return { label: capitals[1], length: capitals[0].length };
  const plain = loosely ? bare.exec(beginning) : null;
  if (plain?.[1]) return { label: plain[1], length: plain[0].length };
  const loud = shouted.exec(beginning);
  return loud?.[1] && loud[1] === loud[1].toUpperCase() ? { label: loud[1], length: loud[0].length } : null;
}
