import { characterAt, characterBefore, isGlued, matchesAt } from "./token-end";

export type NumberInText = { kind: "pmid" | "pmcid" | "nct" | "doi"; value: string; start: number; end: number };

const LABEL = /PMID(?:['’]?s)?|PubMed[ -]?IDs?/gi;
const AFTER_LABEL = /[ *_]*(?:(?:no\.|number|nr\.) *)?[:：=#.-]{0,2}[ *_]*#?(?<loose> *[|([\n] *(?!\d{1,8}[.)]\s))?/iy;
const BETWEEN = /[*_)\]]*(?: *[,;] *(?:(?:and|or) +|& *)?| +(?:and|or|und|et|y) +| *& *)(?:#|PMID:? *)?/iy;
const DIGITS = /\d+/y;
// "28,565,834" is one number with its thousands, and whatever it means we would read it wrongly.
const THOUSANDS = /\d{1,2}(?:,\d{3}){2}(?![\d,])/y;

/** PMIDs, only ever after a label; one label may rule a list. */
export function labelledPmids(text: string): NumberInText[] {
  const found: NumberInText[] = [];
  for (const label of text.matchAll(LABEL)) {
    // A label within a list ("PMID 1, PMID 2") was read with it.
    const alreadyRead = label.index < (found.at(-1)?.end ?? 0);
    if (alreadyRead || isGlued(characterBefore(text, label.index))) continue;
    const gap = matchesAt(AFTER_LABEL, text, label.index + label[0].length);
    const at = label.index + label[0].length + (gap?.[0].length ?? 0);
    if (matchesAt(THOUSANDS, text, at)) continue;
    found.push(...listOfPmids(text, at, gap?.groups?.loose ? 5 : 1));
  }
  return found;
}

function listOfPmids(text: string, start: number, fewestDigits: number): NumberInText[] {
  const found: NumberInText[] = [];
  let fewest = fewestDigits;
  for (let at = start; ; ) {
    const digits = matchesAt(DIGITS, text, at)?.[0];
    const value = digits?.replace(/^0+/, "") ?? "";
    if (!digits || value.length > 8 || digits.length < fewest || !standsAlone(text, at + digits.length, digits))
      return found;
    const end = at + digits.length;
    if (value !== "") found.push({ kind: "pmid", value, start: at, end });
    // "PMID 28565834, 17 patients": a short number after a long one is something else.
    if (digits.length >= 6) fewest = 5;
    const between = matchesAt(BETWEEN, text, end)?.[0];
    if (!between) return found;
    at = end + between.length;
  }
}

/** A PMID of a few digits is rare, a DOI, date or range after the label isn't. */
function standsAlone(text: string, end: number, digits: string): boolean {
  if (isGlued(characterAt(text, end))) return false;
  return digits.length >= 5 || !/^(?:[./-][\p{L}\p{N}]|%)/u.test(text.slice(end, end + 3));
}

const REGISTERED = /PMC(\d{5,8})(?!\d)|NCT(\d{8})(?!\d)/gi;

/** PMCIDs and NCT numbers that stand by themselves. A PMCID's version (".2") is left out. */
export function registeredNumbers(text: string): NumberInText[] {
  return [...text.matchAll(REGISTERED)].flatMap((match) => {
    const [shown, pmc] = match;
    const end = match.index + shown.length;
    if (isGlued(characterBefore(text, match.index)) || isGlued(characterAt(text, end))) return [];
    return { kind: pmc ? ("pmcid" as const) : ("nct" as const), value: shown.toUpperCase(), start: match.index, end };
  });
}

const SHORT_DOI = /doi[*_]*\s?[:：][\s*_]{0,4}(10\/[a-z0-9]{2,12})(?![a-z0-9]|[/._-][a-z0-9])/gi;

/** Short DOIs after "doi:"; only letters tell them from a score or a date. */
export function shortDois(text: string): NumberInText[] {
  return [...text.matchAll(SHORT_DOI)].flatMap((match) => {
    const shown = match[1] ?? "";
    if (!isShortDoi(shown) || isGlued(characterBefore(text, match.index))) return [];
    const end = match.index + match[0].length;
    return { kind: "doi" as const, value: shown.toLowerCase(), start: end - shown.length, end };
  });
}

export function isShortDoi(text: string): boolean {
  return /^10\/[a-z0-9]{2,12}$/i.test(text) && /[a-z]/i.test(text.slice(3));
}
