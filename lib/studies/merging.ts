import { conditionsNamedTwice } from "./conditions";
import { isOfPeople, isOfTrial, readingAbout } from "./counted";
import { kindOfDeposit } from "./deposits";
import { kindOfNotice, kindOfPaper, kindOfTrial, trialReported } from "./kind";
import { withoutSentences } from "./kind-in-words";
import { isOpenLicence } from "./licences";
import { mergeNotices } from "./merging-notices";
import { titlesAgree } from "./titles";
import type { Field, Identifier, Kind, Source, SourceFacts, SourceRecord, StudyFacts, Trial } from "./types";

/**
 * What the registries' records say together. Every value is one record's own, with that record as its origin;
 * nothing is computed across records and nothing is concluded from a missing field. `right` is the kind that moderators know
 * it to be: whom it counts goes by that, and not by what the records call it.
 */
export function mergeRecords(all: SourceRecord[], right?: Kind): StudyFacts {
  const own = all.filter(({ subject }) => subject === "");
  const works = own.filter(({ source }) => source !== "clinicaltrials");
  return works.length > 0 ? mergeWork(works, all, right) : mergeTrial(own, right);
}

function mergeWork(works: SourceRecord[], all: SourceRecord[], right: Kind | undefined): StudyFacts {
  const by = (...order: Source[]) => order.flatMap((source) => works.filter((record) => record.source === source));
  const trials = all.flatMap((record) => (record.facts.trial ? [from(record, record.facts.trial)] : []));
  const publishedAs = first(by("europepmc", "crossref", "pubmed"), "publishedAs");
  const preprint = by("europepmc", "crossref", "pubmed", "datacite").find(({ facts }) => facts.preprint);
  const reported = trialReported(works, trials, right);
  const named = reported ?? trialReported(works, trials);
  const titlesDisagree = titlesInDispute(works);
  const read = titlesDisagree ? null : readRecord(by("pubmed", "europepmc", "crossref"));
  const undisputed = works.map((one) =>
    titlesDisagree ? withoutReading(one) : one === read ? one : withoutSentences(one),
  );
  const noticeOf = first(by("pubmed", "europepmc", "crossref"), "noticeOf");
  const paper = kindOfPaper(
    (["pubmed", "europepmc", "crossref"] as const).flatMap((source) =>
      undisputed.filter((one) => one.source === source),
    ),
    trials,
    Boolean(publishedAs),
  );
  const kind = paper ?? kindOfDeposit(by("datacite")) ?? (noticeOf && kindOfNotice(noticeOf));
  const about = right ?? kind?.value;
  return {
    ...given({
      title: first(by("pubmed", "europepmc", "crossref", "datacite"), "title"),
      authors: fullestAuthors(by("crossref", "pubmed", "europepmc", "datacite")),
      journal: first(by("crossref", "pubmed", "europepmc", "datacite"), "journal"),
      journalShort: first(by("pubmed", "europepmc", "crossref"), "journalShort"),
      published: publicationDate(by("pubmed", "europepmc", "crossref", "datacite")),
      printed: first(by("pubmed", "europepmc", "crossref"), "printed"),
      kind,
      participants: reported && isOfTrial(about) ? participantsOf(reported) : undefined,
      conditions: isOfPeople(about)
        ? ((named && conditionsOf(named)) ?? conditionsOfRecords(by("pubmed", "europepmc")))
        : undefined,
      preprint: preprint && from(preprint, true as const),
      publishedAs,
      noticeOf,
      noticeAbout: noticeOf && first(by("pubmed", "crossref", "europepmc"), "noticeAbout"),
      freeText: first(by("europepmc", "pubmed", "crossref"), "freeText") ?? archiveCopy(works),
      titlesDisagree,
      reading: read?.facts.reading && from(read, readingAbout(about, read.facts.reading)),
      open: openLicenceOf(works),
      language: first(by("pubmed", "europepmc", "crossref", "datacite"), "language"),
      related: first(by("datacite"), "related"),
    }),
    trials,
    identifiers: identifiersOf(works),
    // Some publishers title a notice as its paper with "Retracted:" before it. It means the paper, not the notice.
    notices: mergeNotices(by("pubmed", "europepmc", "crossref")).filter(
      ({ kind }) => !(noticeOf && kind === "title-says-retracted"),
    ),
  };
}

/** Where titles disagree an abstract may be another paper's. */
function withoutReading(record: SourceRecord): SourceRecord {
  const { reading: _, ...facts } = record.facts;
  return { ...record, facts };
}

/**
 * The record of which the card shows what was read in its abstract, never of two mixed. First one in English, one that tells of harms before one
 * that seems not to, one that may be quoted at length, then the source with the best labels.
 */
function readRecord(records: SourceRecord[]): SourceRecord | null {
  const points = ({ facts: { reading, licence } }: SourceRecord) =>
    reading
      ? (reading.english ? 8 : 0) +
        (reading.harmsState === "none-found" ? 0 : reading.harmsUnsure ? 3 : 4) +
        (reading.lay ? 2 : 0) +
        (isOpenLicence(licence) ? 1 : 0)
      : -1;
  return records.reduce<SourceRecord | null>(
    (best, one) => (one.facts.reading && (!best || points(one) > points(best)) ? one : best),
    null,
  );
}

function openLicenceOf(records: SourceRecord[]): StudyFacts["open"] {
  const record = records.find(({ facts }) => isOpenLicence(facts.licence));
  return record?.facts.licence ? from(record, record.facts.licence) : undefined;
}

/** A study cited by its registration alone is the registered trial. */
function mergeTrial(records: SourceRecord[], right: Kind | undefined): StudyFacts {
  const trials = records.flatMap((record) => (record.facts.trial ? [from(record, record.facts.trial)] : []));
  const [trial] = trials;
  return {
    ...given({
      title: first(records, "title"),
      published: trial?.value.startDate ? from(trial, trial.value.startDate) : undefined,
      kind: trial && kindOfTrial(trial),
      participants: trial && (!right || right.subject === "people") ? participantsOf(trial) : undefined,
      conditions: trial && isOfPeople(right) ? conditionsOf(trial) : undefined,
    }),
    trials,
    identifiers: identifiersOf(records),
    notices: [],
  };
}

function participantsOf(trial: Field<Trial>): StudyFacts["participants"] {
  const { nct, enrolment } = trial.value;
  return (
    enrolment &&
    from(trial, {
      nct,
      count: enrolment.count,
      type: enrolment.type === "ACTUAL" ? ("actual" as const) : ("planned" as const),
    })
  );
}

function conditionsOf(trial: Field<Trial>): StudyFacts["conditions"] {
  const { conditions } = trial.value;
  return conditions && conditions.length > 0 ? from(trial, conditions) : undefined;
}

function conditionsOfRecords(records: SourceRecord[]): StudyFacts["conditions"] {
  for (const record of records) {
    const conditions = conditionsNamedTwice(record.facts);
    if (conditions.length > 0) return from(record, conditions);
  }
  return undefined;
}

/** Full names first, unless that record's list is shorter than another's. */
function fullestAuthors(records: SourceRecord[]): StudyFacts["authors"] {
  const most = Math.max(0, ...records.map(({ facts }) => facts.authors?.total ?? 0));
  return first(
    records.filter(({ facts }) => facts.authors?.total === most),
    "authors",
  );
}

/** The year is the printed issue's in PubMed, else the first record's; day and month from whoever knows them for that year. */
function publicationDate(records: SourceRecord[]): StudyFacts["published"] {
  const chosen = first(records, "published");
  if (!chosen) return undefined;
  const year = chosen.value.slice(0, 4);
  return records
    .flatMap((record) => (record.facts.published?.startsWith(year) ? [from(record, record.facts.published)] : []))
    .reduce(
      (best, one) => (one.value.length > best.value.length && one.value.startsWith(best.value) ? one : best),
      chosen,
    );
}

/** What PubMed Central holds is free to read. */
function archiveCopy(records: SourceRecord[]): StudyFacts["freeText"] {
  for (const record of records) {
    const copy = record.facts.identifiers.find(({ kind }) => kind === "pmcid");
    if (copy) return from(record, { url: `https://pmc.ncbi.nlm.nih.gov/articles/${copy.value}/` });
  }
  return undefined;
}

function titlesInDispute(records: SourceRecord[]): Field<string>[] | undefined {
  const agree = records.every((one, at) => records.slice(at + 1).every((other) => titlesAgree(one.facts, other.facts)));
  return agree
    ? undefined
    : records.flatMap((record) => (record.facts.title ? [from(record, record.facts.title)] : []));
}

function identifiersOf(records: SourceRecord[]): Field<Identifier>[] {
  const seen = new Map<string, Field<Identifier>>();
  for (const record of records) {
    for (const identifier of record.facts.identifiers) {
      const name = `${identifier.kind} ${identifier.value}`;
      if (!seen.has(name)) seen.set(name, from(record, identifier));
    }
  }
  return [...seen.values()];
}

function first<K extends keyof SourceFacts>(
  records: SourceRecord[],
  key: K,
): Field<NonNullable<SourceFacts[K]>> | undefined {
  const record = records.find(({ facts }) => facts[key] !== undefined);
  return record && from(record, record.facts[key] as NonNullable<SourceFacts[K]>);
}

function from<T>({ source, url, retrievedAt }: Omit<Field<unknown>, "value">, value: T): Field<T> {
  return { value, source, url, retrievedAt };
}

function given(fields: Partial<StudyFacts>): Partial<StudyFacts> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
