import type { SourceAnswer } from "./answers";
import { askClinicalTrials } from "./clinicaltrials";
import { askCrossref } from "./crossref";
import { askDataCite } from "./datacite";
import { expandShortDoi } from "./doi";
import { askEuropePmc } from "./europepmc";
import { asIdentifier, isShortDoi, sameIdentifier, uniqueIdentifiers } from "./identifiers";
import type { Registries } from "./registries";
import type { Identifier, Source, SourceRecord } from "./types";

/** One question to one registry and what came of it. `subject` is empty for the work itself, else the trial asked about. */
export type Asked = { source: Source; subject: string; answer: SourceAnswer };

export type LookUp = {
  asked: Asked[];
  /** Answers of a try before this one that missed another registry: they count, and nobody is asked for them again. */
  known: Asked[];
  /** The accepted answers. */
  records: SourceRecord[];
  /** Every identifier of this one work that an accepted record carries, the given ones included. */
  identifiers: Identifier[];
};

const MAX_TRIALS = 5;

/**
 * Asks the registries about one study, in order: Europe PMC, which knows the other identifiers, then PubMed, Crossref (or
 * DataCite, for a DOI registered there) and,
 * for each trial the records name (or earlier ones `named`), ClinicalTrials.gov. A study known by an NCT number alone is the registered trial.
 */
export async function askRegistries(
  registries: Registries,
  given: Identifier[],
  { named = [], known = [] }: { named?: string[]; known?: Asked[] } = {},
): Promise<LookUp> {
  const look: LookUp = {
    asked: [],
    known,
    records: [],
    identifiers: uniqueIdentifiers(given.map(({ kind, value }) => asIdentifier(kind, value))),
  };
  const papers = look.identifiers.filter(({ kind }) => kind !== "nct");
  if (papers.length === 0) {
    for (const { value } of look.identifiers.slice(0, 1))
      await question(look, "clinicaltrials", "", () => askClinicalTrials(registries, value));
    return look;
  }

  await expandShortDois(registries, look);
  await askEuropePmcByAnyName(registries, look);
  const pmid = identifierOf(look, "pmid");
  if (pmid) await question(look, "pubmed", "", () => registries.pubmed.ask(pmid));
  const doi = identifierOf(look, "doi");
  if (doi) await question(look, "crossref", "", () => askCrossref(registries, doi));
  if (doi && agencyOf(look) === "DataCite") await question(look, "datacite", "", () => askDataCite(registries, doi));
  const trials = [...new Set([...look.records.flatMap(({ facts }) => facts.trials ?? []), ...named])].slice(
    0,
    MAX_TRIALS,
  );
  for (const nct of trials) await question(look, "clinicaltrials", nct, () => askClinicalTrials(registries, nct));
  return look;
}

async function askEuropePmcByAnyName(registries: Registries, look: LookUp): Promise<void> {
  const names = (["doi", "pmid", "pmcid"] as const).flatMap((kind) => {
    const value = identifierOf(look, kind);
    return value ? [{ kind, value }] : [];
  });
  // Old records are there under their PMID but without their DOI.
  for (const name of names) {
    const outcome = await question(look, "europepmc", "", () => askEuropePmc(registries, name));
    if (outcome !== "not-found") return;
  }
}

async function expandShortDois(registries: Registries, look: LookUp): Promise<void> {
  for (const short of look.identifiers.filter(isShortDoi)) {
    const long = await expandShortDoi(registries, short.value);
    const url = `https://doi.org/${short.value}`;
    if (long === null)
      look.asked.push({
        source: "crossref",
        subject: "",
        answer: { outcome: "not-found", url, retrievedAt: new Date().toISOString() },
      });
    else if ("outcome" in long) look.asked.push({ source: "crossref", subject: "", answer: long });
    else look.identifiers = uniqueIdentifiers([...look.identifiers, long]);
  }
}

/** Who registered the DOI, where Crossref doesn't have it. */
function agencyOf({ asked, known }: LookUp): string | null | undefined {
  const answer = [...asked, ...known].find(({ source }) => source === "crossref")?.answer;
  return answer?.outcome === "not-found" ? answer.agency : undefined;
}

/** A registry asked again about the same subject keeps its last answer only. */
async function question(
  look: LookUp,
  source: Source,
  subject: string,
  pose: () => Promise<SourceAnswer>,
): Promise<SourceAnswer["outcome"]> {
  const before = look.known.find((one) => one.source === source && one.subject === subject);
  const answer = accepted(look, subject, before?.answer ?? (await pose()));
  look.asked = look.asked.filter((one) => one.source !== source || one.subject !== subject);
  if (!before) look.asked.push({ source, subject, answer });
  if (answer.outcome === "found") {
    look.records.push({ source, subject, url: answer.url, retrievedAt: answer.retrievedAt, facts: answer.facts });
    if (subject === "") look.identifiers = uniqueIdentifiers([...look.identifiers, ...answer.facts.identifiers]);
  }
  return answer.outcome;
}

/** A record that gives this work another DOI, PMID or PMCID than the records before it is about something else. */
function accepted(look: LookUp, subject: string, answer: SourceAnswer): SourceAnswer {
  if (answer.outcome !== "found" || subject !== "") return answer;
  const theirs = answer.facts.identifiers;
  const contradicts = look.identifiers.some((mine) => {
    const same = theirs.filter(({ kind }) => kind === mine.kind);
    return (
      !isShortDoi(mine) &&
      same.length > 0 &&
      !same.some((one) => look.identifiers.some((known) => sameIdentifier(one, known)))
    );
  });
  return contradicts ? { outcome: "refused", url: answer.url, retrievedAt: answer.retrievedAt } : answer;
}

function identifierOf(look: LookUp, kind: Identifier["kind"]): string | undefined {
  return look.identifiers.find((one) => one.kind === kind && !isShortDoi(one))?.value;
}
