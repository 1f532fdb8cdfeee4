import { codeBlocksIn } from "./code-blocks";
import { DOI_START, readDoiAt } from "./doi-in-text";
import { labelledPmids, registeredNumbers, shortDois } from "./numbers-in-text";
import { type MappedText, prepareText, sliceMapped } from "./prepared-text";
import { type FoundInUrl, studiesInUrl } from "./recognise-urls";
import { characterBefore, isGlued, tokenEnd, trimmedEnd } from "./token-end";
import type { Identifier } from "./types";

/** An identifier as somebody wrote it: `shown` is what stands between `start` and `end` of the source. */
export type Found = Identifier & { shown: string; start: number; end: number };

// A post has at most 32,000 characters; this only bounds the work where other text is read.
const LONGEST_SOURCE = 200_000;

/**
 * The studies a Markdown text names, each once, in order of appearance, with their place in the source. Text, link
 * targets and inline code count, code blocks don't. The rules: docs/recognising-studies.md.
 */
export function recogniseStudies(source: string): Found[] {
  const scanned = source.slice(0, LONGEST_SOURCE);
  return firstOfEach(source, inPrepared(prepareText(scanned, codeBlocksIn(scanned))));
}

/** The same for one line of text that is no Markdown any more. */
export function recogniseInLine(text: string): Found[] {
  return firstOfEach(text, inPrepared(prepareText(text)));
}

/** What a link's target names. */
export function recogniseInUrl(url: string): Identifier[] {
  return firstOfEach(url, studiesInUrl(prepareText(url))).map(({ kind, value }) => ({ kind, value }));
}

const STUDY_HOSTS =
  /(^|\.)(doi\.org|ncbi\.nlm\.nih\.gov|europepmc\.org|clinicaltrials\.gov|nature\.com|thelancet\.com|nejm\.org|ashpublications\.org|wiley\.com|springer\.com|sciencedirect\.com|oup\.com|plos\.org|frontiersin\.org|haematologica\.org|sagepub\.com|tandfonline\.com|biomedcentral\.com|bmj\.com|cell\.com|jamanetwork\.com|mdpi\.com)$/;

/** Whether a host publishes or registers studies. Anybody can put a DOI into an address of their own. */
export function isStudyHost(host: string): boolean {
  return STUDY_HOSTS.test(host);
}

function firstOfEach(source: string, found: FoundInUrl[]): Found[] {
  const first = new Map<string, Found>();
  for (const { kind, value, start, end } of found.sort((a, b) => a.start - b.start)) {
    const name = `${kind} ${value}`;
    if (!first.has(name)) first.set(name, { kind, value, shown: source.slice(start, end), start, end });
  }
  return [...first.values()];
}

const HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,10}[a-z]{2,24}(?::\\d{1,5})?\\/";
const LONGEST_URL = 2_000;
// Stands for what has been read already: no blank, no letter, no part of any identifier.
const READ = "\ufffc";

/** Addresses and DOIs first, in one pass; then the numbers in what is left. */
function inPrepared(prepared: MappedText): FoundInUrl[] {
  const { text } = prepared;
  const found: FoundInUrl[] = [];
  const left: string[] = [];
  let readTo = 0;
  const beginnings = new RegExp(`(?<url>(?:https?:)?\\/\\/|(?<![a-z0-9@./-])${HOST})|${DOI_START}`, "gi");
  for (let match = beginnings.exec(text); match; match = beginnings.exec(text)) {
    const start = match.index;
    let end = start;
    let goOnAt = start + 2;
    if (match.groups?.url && !isGluedUrl(text, start)) {
      goOnAt = urlRunEnd(text, start + match[0].length);
      end = Math.max(trimmedEnd(text, start + match[0].length, goOnAt), start + 2);
      found.push(...studiesInUrl(sliceMapped(prepared, start, end)));
    } else if (!match.groups?.url) {
      const doi = readDoiAt(text, start, { kind: "text" });
      if (doi) found.push({ kind: "doi", value: doi.value, ...placeOf(prepared, doi) });
      end = doi?.end ?? start;
    }
    if (end > start) {
      left.push(text.slice(readTo, start), READ.repeat(end - start));
      readTo = end;
    }
    beginnings.lastIndex = Math.max(end, goOnAt);
  }
  const rest = left.join("") + text.slice(readTo);
  for (const { kind, value, ...place } of [...labelledPmids(rest), ...registeredNumbers(rest), ...shortDois(rest)]) {
    found.push({ kind, value, ...placeOf(prepared, place) });
  }
  return found;
}

function isGluedUrl(text: string, start: number): boolean {
  return text[start] !== "/" && isGlued(characterBefore(text, start));
}

function urlRunEnd(text: string, afterBeginning: number): number {
  return tokenEnd(text, afterBeginning, {
    longest: LONGEST_URL,
    mustClose: false,
    endsAt: (at, char) => (char === "," || char === ";") && /^https?:\/\//i.test(text.slice(at + 1, at + 9)),
  });
}

function placeOf(prepared: MappedText, { start, end }: { start: number; end: number }) {
  return { start: prepared.from[start] ?? 0, end: prepared.to[end - 1] ?? 0 };
}
