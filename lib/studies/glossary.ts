import { glossaryTerms } from "./glossary-terms";

export type Term = { id: string; term: string; others: string[]; words: string };
export type Chapter = { title: string; terms: Term[] };

/** Names that are written otherwise than in lower case. */
const capitals = new Map([
  ["b cell", "B cell"],
  ["t cell", "T cell"],
  ["p value", "P value"],
  ["car t cells", "CAR T cells"],
  ["fc receptor", "Fc receptor"],
  ["anti-d", "anti-D"],
  ["evans syndrome", "Evans syndrome"],
  ["helicobacter pylori", "Helicobacter pylori"],
  ["sledai", "SLEDAI"],
  ["regulatory t cell", "regulatory T cell"],
]);

export const glossary: Chapter[] = glossaryTerms.split(/^# /m).flatMap((part) => {
  const [title = "", ...lines] = part.trim().split("\n");
  return title ? [{ title, terms: lines.filter((line) => line.includes(" | ")).map(termOf) }] : [];
});

function termOf(line: string): Term {
  const [names = "", words = ""] = line.split(" | ");
  const [first = "", ...others] = names.split(" / ").map((name) => name.trim());
  const term = capitals.get(first) ?? first;
  return { id: first.toLowerCase().replace(/[^a-z0-9]+/g, "-"), term, others, words: words.trim() };
}

const everyName = new Map<string, Term>();
for (const term of glossary.flatMap(({ terms }) => terms))
  for (const name of [term.term, ...term.others]) everyName.set(name.toLowerCase(), term);
const longestFirst = [...everyName.keys()].sort((one, other) => other.length - one.length);
const anyName = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "[ -]")).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

const BESIDE = 60;
const ofStudies = String.raw`[ -](?:[\w-]+,? ){0,2}?(?:trials?|stud(?:y|ies)|designs?|experiments?)\b`;
const armOf =
  "treatment|control|comparator|placebo|study|trial|intervention|experimental|active|standard|observation|combination|dose|chemotherapy|therapy|monotherapy|steroid|drug";

/** Everyday words that are terms only beside such others: blood pressure is controlled, too, and people have arms. */
const onlyBeside: Record<string, { before?: RegExp; after?: RegExp }> = {
  controlled: {
    before: /(?:randomi[sz]ed|sham|vehicle|active|actively|comparator|historically)[- ,]{1,2}$/i,
    after: new RegExp(`^${ofStudies}`, "i"),
  },
  uncontrolled: {
    before: /(?:open-label|single-cent(?:er|re)|prospective|retrospective),? $/i,
    after: new RegExp(`^(?:${ofStudies}|[ ]case series)`, "i"),
  },
  controls: {
    before:
      /(?:healthy|matched|than|versus|vs\.?|among|between|untreated|historical|normal|\d|% of|(?:patients|cases) and|in) $/i,
  },
  arm: {
    before: new RegExp(String.raw`\b(?:${armOf})s?[ -]$`, "i"),
    after: /^ (?:[A-D1-4]\b|of (?:the|this|our) (?:trial|study))/i,
  },
  arms: {
    before: new RegExp(String.raw`\b(?:${armOf})s?[ -]$`, "i"),
    after: /^ (?:[A-D1-4]\b|of (?:the|this|our) (?:trial|study))/i,
  },
  correction: {
    before: /\b(?:published|author|publisher) $/i,
    after: /^ (?:notice|(?:to|of) (?:the|this|our|an?) (?:article|paper|publication))\b/i,
  },
  protocol: {
    before: /\b(?:study|trial|review|published|registered) $/i,
    after:
      /^ (?:violations?|deviations?|amendments?|(?:of|for) (?:the|this|our|an?) (?:[\w-]+ ){0,2}(?:trial|study|review))\b/i,
  },
  review: {
    before: /\b(?:this|our|literature|scoping|narrative) $/i,
    after: /^ (?:article|of (?:the )?(?:literature|studies|trials))\b/i,
  },
  retraction: { after: /^ (?:notice|of (?:the|this|an?|our) (?:article|paper|publication|study))\b/i },
  retracted: { before: /\b(?:was|were|been|later|since) $/i, after: /^ (?:article|paper|publication|study)/i },
  significant: {
    before: /\b(?:statistically|not|no|was|were|non-?) $/i,
    after: /^ (?:difference|increase|decrease|improvement|reduction|change|effect)/i,
  },
  mean: {
    before: /(?:\b(?:a|the|and|with|in|their|overall|group|least-squares?|weighted|estimated) |[([±]|(?:^|[.:;] ))$/i,
    after:
      /^(?:[ -](?:age|platelet|difference|change|value|duration|time|count|number|score|dose|follow|increase|decrease|reduction|of \d)|,? ?[±\d(])/i,
  },
  range: { before: /[([,;]\s?$/, after: /^[,:]? (?:of |from )?[-−]?\d/i },
  sensitivity: {
    before: /\b(?:diagnostic|the test[’']s|specificity and) $/i,
    after: /^(?:,? (?:and|or) specificity| (?:of|was) \d)/i,
  },
  complement: {
    after:
      /^(?:[ -](?:system|activation|activated|inhibit\w+|levels?|proteins?|pathway|component|factors?|mediated|C\d|deposition|consumption|cascade))/i,
  },
  persistent: {
    before: /newly diagnosed(?: \([^)]*\))?,? (?:or |and )?$/i,
    after: /^,? (?:(?:or|and) chronic )?(?:(?:primary )?ITP|immune thrombocytop|disease)/i,
  },
  sustained: { after: /^ (?:[\w-]+ ){0,2}?(?:responses?|remissions?)\b/i },
};

function isMeant(name: string, before: string, after: string): boolean {
  const beside = onlyBeside[name];
  return !beside || Boolean(beside.before?.test(before) || beside.after?.test(after));
}

/** The terms that a text uses, in the order in which they come, each once; of two that overlap the longer one. */
export function termsIn(text: string): Term[] {
  const found = new Set<Term>();
  for (const match of text.matchAll(anyName)) {
    const name = match[0].toLowerCase();
    const end = match.index + name.length;
    if (!isMeant(name, text.slice(Math.max(0, match.index - BESIDE), match.index), text.slice(end, end + BESIDE)))
      continue;
    const term = everyName.get(name) ?? everyName.get(name.replace(/-/g, " "));
    if (term) found.add(term);
  }
  return [...found];
}

export function findTerm(name: string): Term | undefined {
  return everyName.get(name.toLowerCase());
}
