import { readsAsSomethingElse } from "./not-a-doi";
import { characterBefore, isGlued, matchesAt, tokenEnd, trimmedEnd } from "./token-end";

/** `end` is where the DOI ends in the text, after trimming. */
export type DoiInText = { value: string; start: number; end: number };

export type Surroundings = { kind: "text" } | { kind: "url"; host: string };

export const DOI_START = "10\\.\\d{4,9}(?:\\.\\d{1,20})?\\/";

// Beyond this nothing is a DOI that a registry would answer for.
const LONGEST_SUFFIX = 380;
const START = new RegExp(DOI_START, "y");
const NEXT_ONE = new RegExp(
  `(?:${DOI_START}|https?://|www\\.|(?:dx\\.)?doi\\.org/|doi\\s?:|PMIDs?\\b|PMCID\\b|PMC\\d{5}|NCT\\d{8}|PubMed ID)`,
  "iy",
);
const NEXT_LABEL = /https?:\/\/|doi:|PMIDs?\b|PMCID\b/iy;

const URL_ENDING = new RegExp(
  [
    "/(?:full|full-text|fulltext|abstract|pdf|epdf|html|htm|summary|references|download|meta|citedby|supplementary-material)",
    "/full/[a-z]{2}",
    "/(?:tables|figures)(?:/\\d+)?",
    "/suppl_file/.*",
    "\\.full\\.pdf\\+html",
    "\\.(?:full\\.pdf|full-text|full|pdf|epdf|abstract|html|htm|supplementary-material)",
    ";jsessionid=.*",
  ]
    .map((ending) => `(?:${ending})`)
    .join("|")
    .replace(/^(.*)$/, "(?:$1)$"),
  "i",
);

/** Reads the DOI that begins at `start`; null where there is none. */
export function readDoiAt(text: string, start: number, surroundings: Surroundings): DoiInText | null {
  const prefix = matchesAt(START, text, start)?.[0];
  const previous = characterBefore(text, start);
  if (!prefix || isGlued(previous) || previous === "." || /\p{Sc}/u.test(previous)) return null;

  const suffixStart = start + prefix.length;
  const inUrl = surroundings.kind === "url";
  const run = tokenEnd(text, suffixStart, {
    longest: LONGEST_SUFFIX,
    mustClose: true,
    endsAt: (at, char) => (inUrl && endsInUrl(text, at, char)) || isJoint(text, at, char),
  });
  const end = withoutVersion(
    prefix,
    text,
    suffixStart,
    inUrl ? withoutUrlEnding(text, suffixStart, run, surroundings.host) : trimmedEnd(text, suffixStart, run),
  );
  const suffix = text.slice(suffixStart, end);
  if (!/[\p{L}\p{N}]/u.test(suffix)) return null;
  if (readsAsSomethingElse(text.slice(Math.max(0, start - 16), start), prefix.slice(3, -1), suffix)) return null;
  return { value: `${prefix}${suffix}`.toLowerCase(), start, end };
}

function endsInUrl(text: string, at: number, char: string): boolean {
  if (char === "#") return !/;\d-$/.test(text.slice(Math.max(0, at - 3), at));
  return char === "?" || char === "&";
}

/** A comma or the like that joins the next identifier to this one without a blank. */
function isJoint(text: string, at: number, char: string): boolean {
  if (char === "," || char === ";") return matchesAt(NEXT_ONE, text, at + 1) !== null;
  return char === "." && matchesAt(NEXT_LABEL, text, at + 1) !== null;
}

function withoutUrlEnding(text: string, start: number, run: number, host: string): number {
  let end = trimmedEnd(text, start, run);
  for (;;) {
    const suffix = text.slice(start, end);
    const ending = URL_ENDING.exec(suffix)?.[0] ?? (host === "academic.oup.com" ? oupArticleNumber(suffix) : "");
    if (ending === "") return end;
    end = trimmedEnd(text, start, end - ending.length);
  }
}

/** Oxford's addresses go on with a number of their own after the DOI; what remains must still name an article. */
function oupArticleNumber(suffix: string): string {
  const [, article = "", number = ""] = /^(.*)(\/\d+)$/.exec(suffix) ?? [];
  return /\d/.test(article) ? number : "";
}

/** bioRxiv and medRxiv append a version that no registry knows; elsewhere a version belongs to the DOI. */
function withoutVersion(prefix: string, text: string, start: number, end: number): number {
  if (prefix !== "10.1101/" && prefix !== "10.64898/") return end;
  return end - (/v\d{1,3}$/i.exec(text.slice(start, end))?.[0].length ?? 0);
}
