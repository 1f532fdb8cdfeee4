import type { Identifier, IdentifierKind, Named } from "./types";

const shapes: Record<IdentifierKind, RegExp> = {
  // The second form is a short DOI, which doi.org expands.
  doi: /^10(\.\d{4,9}(\.\d+)*)?\/[^\s"\p{Cc}]+$/u,
  pmid: /^[1-9]\d{0,7}$/,
  pmcid: /^PMC\d{5,8}$/,
  nct: /^NCT\d{8}$/,
};

const MAX_LENGTH = 400;
/** An address would lose these steps and end somewhere else. */
const steps = /(^|\/)\.{1,2}(\/|$)/;

/** The identifier in its stored form, or null where it isn't one. Whatever a registry or a person gives goes through here. */
export function asIdentifier(kind: IdentifierKind, given: string | number | null | undefined): Identifier | null {
  if (given === null || given === undefined) return null;
  const text = String(given).trim();
  const value = kind === "doi" ? text.replace(/^https?:\/\/(dx\.)?doi\.org\//i, "").toLowerCase() : text.toUpperCase();
  return value.length <= MAX_LENGTH && shapes[kind].test(value) && !steps.test(value) ? { kind, value } : null;
}

/** One word on a command line, whatever kind it is. */
export function readIdentifier(text: string): Identifier | null {
  const bare = text.trim().replace(/^(doi|pmid):\s*/i, "");
  return (
    asIdentifier("nct", bare) ?? asIdentifier("pmcid", bare) ?? asIdentifier("pmid", bare) ?? asIdentifier("doi", bare)
  );
}

export function isShortDoi(identifier: Identifier): boolean {
  return identifier.kind === "doi" && identifier.value.startsWith("10/");
}

export function sameIdentifier(one: Identifier, other: Identifier): boolean {
  return one.kind === other.kind && one.value === other.value;
}

export function uniqueIdentifiers(all: (Identifier | null)[]): Identifier[] {
  const unique = new Map<string, Identifier>();
  for (const one of all) if (one) unique.set(`${one.kind} ${one.value}`, { kind: one.kind, value: one.value });
  return [...unique.values()];
}

/** A DOI within an address: its slash stays, everything that means something there is encoded. */
export function doiInPath(doi: string): string {
  return doi.split("/").map(encodeURIComponent).join("/");
}

/** Where a person reads about the study under this identifier. */
export function addressOf({ kind, value }: Identifier): string {
  switch (kind) {
    case "doi":
      return `https://doi.org/${doiInPath(value)}`;
    case "pmid":
      return `https://pubmed.ncbi.nlm.nih.gov/${value}/`;
    case "pmcid":
      return `https://pmc.ncbi.nlm.nih.gov/articles/${value}/`;
    case "nct":
      return `https://clinicaltrials.gov/study/${value}`;
  }
}

/** An identifier as a name, where no record gives the study a title. */
export function identifierWords({ kind, value }: Named): string {
  if (kind === "reference") return referenceWords(value);
  return { doi: `DOI ${value}`, pmid: `PubMed number ${value}`, pmcid: value, nct: `Trial ${value}` }[kind];
}

/** "Wang, exp ther med 2017;13:2255" in its journal's capitals. */
function referenceWords(value: string): string {
  const [journal = "", year, volume, page, author = ""] = value.split("|");
  const capitals = (words: string) => words.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
  return `${capitals(author)}, ${capitals(journal)} ${year};${volume}:${page}`;
}

/** NCT numbers that stand by themselves in a text of a record. */
export function trialNumbersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![A-Za-z0-9])NCT\d{8}(?!\d)/gi)].map(([number]) => number.toUpperCase()))];
}
