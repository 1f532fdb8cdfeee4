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

/** The terms that a text uses, in the order in which they come, each once; of two that overlap the longer one. */
export function termsIn(text: string): Term[] {
  const found = new Set<Term>();
  for (const [name] of text.matchAll(anyName)) {
    const term = everyName.get(name.toLowerCase()) ?? everyName.get(name.toLowerCase().replace(/-/g, " "));
    if (term) found.add(term);
  }
  return [...found];
}

export function findTerm(name: string): Term | undefined {
  return everyName.get(name.toLowerCase());
}
