import { askRegistries, type LookUp } from "@/lib/studies/look-up";
import { mergeRecords } from "@/lib/studies/merging";
import { openRegistries, type Registries } from "@/lib/studies/registries";
import type { Identifier, SourceFacts } from "@/lib/studies/types";
import type { FakeRegistries } from "./fake-registries";

/** The registries as the forum asks them, with the fake ones behind. */
export function registriesAt({ urls }: FakeRegistries, timeout?: number): Registries {
  return openRegistries(
    {
      europepmc: urls.EUROPEPMC_URL,
      pubmed: urls.PUBMED_URL,
      crossref: urls.CROSSREF_URL,
      clinicaltrials: urls.CLINICALTRIALS_URL,
      doi: urls.DOI_URL,
      datacite: urls.DATACITE_URL,
    },
    "tests@example.org",
    null,
    timeout ? { timeout } : {},
  );
}

/** What one look-up gives, with "europepmc found" lines of how it went and the facts of all accepted records. */
export async function lookUp(registries: Registries, ...identifiers: Identifier[]) {
  const look = await askRegistries(registries, identifiers);
  return {
    ...look,
    went: look.asked.map(({ source, subject, answer }) => [source, subject, answer.outcome].filter(Boolean).join(" ")),
    facts: mergeRecords(look.records),
  };
}

/** A look-up in which Crossref alone answered. */
export function lookOf(identifier: Identifier, fields: Partial<SourceFacts>): LookUp {
  const facts = { identifiers: [identifier], ...fields };
  const url = "https://example.org/study";
  const answer = { outcome: "found" as const, facts, url, retrievedAt: new Date().toISOString() };
  return { identifiers: [identifier], asked: [{ source: "crossref", subject: "", answer }], known: [], records: [] };
}

export const doi = (value: string): Identifier => ({ kind: "doi", value });
export const pmid = (value: string): Identifier => ({ kind: "pmid", value });
export const nct = (value: string): Identifier => ({ kind: "nct", value });
export const invented = (name: string): Identifier => doi(`10.5555/wellcited.${name}`);
