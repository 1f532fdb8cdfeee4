import type { Candidate } from "./participants-counted";
import { animal, fared, isProfessional, screened } from "./participants-words";
import type { Sentence } from "./sections";

/** Fewer are told of one by one. */
const FEWEST = 3;
/** Another number of people this near may be a second group rather than a part. */
const RIVAL = 0.4;

const ofSome =
  /\b(?:other|additional|new|further|control|placebo|untreated|each|every|screened|invited|historical|experimental)\b|-treated\b/i;
const inAGroup =
  /^(?:\s*\([^)]{0,60}\))?\s+(?:(?:in|of|from|on|assigned to|allocated to|receiving)\s+(?:the\s+|group\s+)?(?:[\w/+-]+\s+){0,4}?(?:groups?|arms?|clusters?|cohort \w+)\b|\((?:cluster|group|arm|controls?|cohort)\b|who (?:\w+ly )?(?:received|were (?:given|treated with)|got|took|did not)\b)/i;
const oneOfSome =
  /\b(?:each|those|these|per|groups?|arms?|cluster|estimated?|risk of|compared (?:with|to)|versus|vs\.?|than|literature|more)\s+(?:of\s+|in\s+|with\s+|to\s+)?(?:the\s+)?$|\bconsist(?:ing|ed) of\s+$|\b(?:estimated|risk of|compared with (?:those|that) (?:of|in|from))\b[^,.;]{0,40}$|\b(?!(?:19|20)?\d\d,)\d+\s*,\s*(?:and\s+)?$|\d\s+(?:[\w-]+\s+){0,3}and\s+$/i;
const befell =
  /\b(?:needed|required|necessary|seen|occurred|recorded|observed|found|noted|detected|developed|present|achieved|reported|failed|lasted|improved|fell|rose|decreased|increased|resolved|healed|disappeared|normali[sz]ed|recurred|persisted|stopped)(?:\s+[\w-]+){0,2}\s+in\s+(?:only\s+)?$|\b(?:workshop|panel|committee|focus group|found)\s+(?:of\s+)?$|(?<!answered |completed |returned |filled |filled in )\bby\s+$/i;
/** "30 of the 1,000 planned had been enrolled". */
const planned = /\bof (?:the )?$/;
const second =
  /^[^.;]{0,70}\band (?:\d+|[a-z]+teen|[a-z]+ty(?:-\w+)?|ten|eleven|twelve|[a-z]{3,5}) (?:with|without|who|in|on|had|having)\b/;
const laboratory = /\b(?:genetic variants|summary statistics|genome-wide|Mendelian|in vitro)\b/i;
const others = /\b(?:published|in the literature|million|general population|nationwide|worldwide)\b|\bper\s/i;

/**
 * Where no sentence says plainly who took part: the only number of people in an abstract, or the one that all others are
 * parts of. Null where another number could be a second group.
 */
export function aloneOf(candidates: Candidate[], sentences: Sentence[], compared: boolean): Candidate | null {
  const most = Math.max(0, ...candidates.map(({ value }) => value));
  if (most < FEWEST) return null;
  const same = candidates.filter(({ value }) => value === most);
  const one = same.find((candidate) => candidate.strength >= 1 && !isOfSome(candidate));
  if (!one || same.some(inOneGroup)) return null;
  if (sentences.some(({ text }) => laboratory.test(text) || animal.test(text))) return null;
  const rivals = candidates.filter(
    ({ value, sentence }) =>
      value !== most && value > most * RIVAL && (compared || sentence.order <= one.sentence.order),
  );
  const parts = candidates.map(({ value }) => value).filter((value) => value !== most);
  const ofOneSex = isSex(one);
  if (rivals.some((rival) => ofOneSex || !isSex(rival)) && !addUp(parts, most)) return null;
  return sentences.some(({ text }) => countedMore(text, most)) ? null : one;
}

function inOneGroup({ sentence: { text }, nounEnd }: Candidate): boolean {
  return inAGroup.test(text.slice(nounEnd, nounEnd + 90));
}

function isOfSome({ sentence: { text }, start, end, nounEnd }: Candidate): boolean {
  const who = text.slice(end, nounEnd);
  const after = text.slice(nounEnd, nounEnd + 60);
  const before = text.slice(Math.max(0, start - 80), start);
  return (
    ofSome.test(who) ||
    isProfessional(who) ||
    /donors$/i.test(who) ||
    oneOfSome.test(before) ||
    befell.test(before) ||
    fared.test(after) ||
    (planned.test(before) &&
      /^\s+(?:had been|were|was)\s+(?:enrol+ed|recruited|randomi[sz]ed|included)\b/i.test(after)) ||
    second.test(text.slice(nounEnd)) ||
    others.test(before + who + after) ||
    screened.test(before.slice(-40) + who + after) ||
    /^\s*(?:,|and|or|versus)\s.{0,40}\brespectively\b/i.test(text.slice(nounEnd))
  );
}

function isSex({ sentence: { text }, end, nounEnd }: Candidate): boolean {
  return /\b(?:males?|females?|men|women|boys|girls)$/i.test(text.slice(end, nounEnd));
}

export function addUp(parts: number[], whole: number): boolean {
  const values = new Set(parts);
  return (
    parts.some((one) => one * 2 !== whole && values.has(whole - one)) ||
    parts.filter((one) => one * 2 === whole).length > 1
  );
}

/** "(n = 203)", "3/203": a larger number that is most likely of people, too. */
function countedMore(text: string, most: number): boolean {
  return [...text.matchAll(/(?:\b[Nn]\s?=\s?|\d\/)(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d.]{0,9}\d|\s?%)/g)].some(
    (match) => {
      const value = Number((match[1] as string).replace(/,/g, ""));
      return value > most;
    },
  );
}
