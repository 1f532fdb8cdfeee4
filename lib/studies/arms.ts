import type { ReadText, Sentence } from "./sections";

/** The words for what was compared: "oral clodronate 1600 mg daily (149) or controls (150)". */
export type ArmsFound = { sentence: Sentence; start: number; end: number };

const assigned =
  /\b(?:(?:were|was|been|we|underwent|are) (?:[\w:-]+ly |then |also |1:1 )*(?:randomi[sz]ed|allocated|assigned)|randomly (?:assigned|allocated|divided)|(?:randomi[sz]ed|allocated) (?=to|1:1|2:1|\(|in a|\d)|we (?:[\w-]+ly )?(?:randomi[sz]ed|assigned|allocated)|randomi[sz]ation)\b/gi;
/** What leads from the verb to the groups. The ratio and the way of drawing say nothing of what was compared. */
const leading =
  /^(?:\s*(?:\([^()]{1,60}\)|,? ?in an? \S{1,12} (?:ratio|fashion|manner)|by [^,;()]{1,50}?(?=,? to\b|,? into\b)|at random|centrally|equally|,|patients|participants|subjects|adults|children|people|women|men|infants|\d[\d,]*))*\s*(?:to be (?:treated with|given)|to receive|to undergo|to have|to take|to either|to|into|either|receiving)\s+(?:either\s+|one of (?:two|three|four) (?:groups|arms|treatments):?\s+|receive\s+|(?:two|three|four|2|3|4) (?:equal )?(?:groups|arms)\s?[:,(-]\s*)?/i;
/** Where the groups have been named and something else follows: how long, how many, what came next. */
const ends =
  /;|:\s|\.\s|\s[-–—]\s|,?\s(?:for (?:up to |at least |a |an |the |another )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twelve|remainder|duration|total)|(?:and|,) (?:were )?(?:followed|stratified|observed|treated|evaluated|assessed|monitored)|stratified|followed by|with stratification|in an? (?:\S+ )?(?:ratio|double|open|1:1|2:1|blinded|crossover)|during|until|over (?:\d|a |the )|by (?:means|computer|sealed|central|block|mouth)|and (?:received|underwent|completed) |if |when |who |where|at (?:\d|baseline|week|a )|between|from|using|on day|through|(?:every|once|twice|three times) (?:\d|week|month))/i;
/** "and" may join what one group was given, so it counts only between groups. */
const twoOrMore = /\b(?:or|versus|vs\.?)\b|\bgroups? and an? \b|\([Nn] ?= ?\d+\),? and\b/i;
const uninformative =
  /^(?:the |an? |one |two |three |four |each |all |these |both |same |different |treatment |study |group\w*|arm\w*|[A-D]\b|\d)*(?:groups?|arms?|treatments?|regimens?|trials?|interventions?)?\s*$|^(?:which|that|this|those|the (?:same|trial|study|analysis))\b|\b(?:clinical trials?|were|was|had)\b|\b(?:treatment|experimental|study|observation|test) group\b|\band \d+ to\b/i;

const SHORTEST = 8;
const LONGEST = 140;

/** The groups that people were drawn into, in the abstract's own words; null where one sentence doesn't name them plainly. */
export function armsIn({ sentences }: ReadText): ArmsFound | null {
  for (const sentence of sentences.slice(0, 60)) {
    const { text, role } = sentence;
    if (role === "background" || role === "lay" || role === "other" || role === "limits" || role === "conclusion")
      continue;
    if (text.length > 1_000) continue;
    for (const match of text.matchAll(assigned)) {
      const from = match.index + match[0].length;
      const lead = leading.exec(text.slice(from, from + 220));
      if (!lead) continue;
      const start = from + lead[0].length;
      const rest = text.slice(start);
      const cut = ends.exec(outsideBrackets(rest))?.index ?? rest.length;
      const words = rest.slice(0, cut).replace(/[\s.,:]+$/, "");
      if (words.length < SHORTEST || words.length > LONGEST || !twoOrMore.test(words)) continue;
      if (uninformative.test(words) || isUnbalanced(words)) continue;
      return { sentence, start, end: start + words.length };
    }
  }
  return null;
}

/** The same text with what stands in brackets blanked, so that nothing ends inside one. */
function outsideBrackets(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, (aside) => "x".repeat(aside.length));
}

function isUnbalanced(words: string): boolean {
  return (words.match(/\(/g) ?? []).length !== (words.match(/\)/g) ?? []).length;
}
