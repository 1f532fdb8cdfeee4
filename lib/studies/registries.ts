import { config } from "@/lib/platform/config";
import { shared } from "@/lib/platform/shared";
import { Gate, type Limits } from "./gate";
import { type Ledger, OwnLedger } from "./ledger";
import { PubMedTogether } from "./pubmed-together";
import { SharedLedger } from "./shared-ledger";
import type { Source } from "./types";

/** Whom we ask: the registries, and doi.org for short DOIs and agencies. */
export type Host = Source | "doi";

export type Registries = Asking & { pubmed: PubMedTogether };

/** What one question needs. */
export type Asking = {
  urls: Record<Host, string>;
  gates: Record<Host, Gate>;
  /** The operator's address, sent so that a registry can reach someone. Never a member's. */
  contact: string | null;
  ncbiKey: string | null;
  /** Milliseconds for a whole answer, its body included. */
  timeout: number;
};

const TIMEOUT = 8_000;
/** Look-ups that go on side by side come to PubMed within that many milliseconds of each other. */
const GATHER = 100;

/** What is allowed until a registry says otherwise in its headers: NCBI 3/s (10/s with a key), ClinicalTrials.gov's robots.txt 1/s, DataCite 1,000 in five minutes. */
function startingLimits(ncbiKey: string | null): Record<Host, Limits> {
  return {
    europepmc: { perSecond: 5, concurrency: 3 },
    pubmed: { perSecond: ncbiKey ? 10 : 3, concurrency: 3 },
    crossref: { perSecond: 5, concurrency: 1 },
    clinicaltrials: { perSecond: 1, concurrency: 1 },
    doi: { perSecond: 5, concurrency: 1 },
    datacite: { perSecond: 3, concurrency: 2 },
  };
}

/** The gates live once a process; what went through them is counted in the database, for all processes together. */
export function registries(): Registries {
  return shared("registries", () => {
    const {
      EUROPEPMC_URL,
      PUBMED_URL,
      CROSSREF_URL,
      CLINICALTRIALS_URL,
      DOI_URL,
      DATACITE_URL,
      CONTACT_EMAIL,
      NCBI_API_KEY,
    } = config();
    return openRegistries(
      {
        europepmc: EUROPEPMC_URL,
        pubmed: PUBMED_URL,
        crossref: CROSSREF_URL,
        clinicaltrials: CLINICALTRIALS_URL,
        doi: DOI_URL,
        datacite: DATACITE_URL,
      },
      CONTACT_EMAIL ?? null,
      NCBI_API_KEY ?? null,
      { ledgerOf: (host, limits) => new SharedLedger(host, limits), gather: GATHER },
    );
  });
}

/** Without a `ledgerOf` this process counts for itself alone. */
export function openRegistries(
  urls: Record<Host, string>,
  contact: string | null,
  ncbiKey: string | null,
  {
    timeout = TIMEOUT,
    gather = 0,
    ledgerOf = (_, limits) => new OwnLedger(limits),
  }: { timeout?: number; gather?: number; ledgerOf?: (host: Host, limits: Limits) => Ledger } = {},
): Registries {
  const gates = Object.fromEntries(
    Object.entries(startingLimits(ncbiKey)).map(([host, limits]) => [host, new Gate(ledgerOf(host as Host, limits))]),
  ) as Record<Host, Gate>;
  const open = { urls, gates, contact, ncbiKey, timeout };
  return Object.assign(open, { pubmed: new PubMedTogether(open, gather) });
}
