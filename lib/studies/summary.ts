import { identifierWords } from "./identifiers";
import { isRetracted } from "./merging-notices";
import { askedForAbstract } from "./rules";
import type { Named, Source, StudyFacts } from "./types";
import { type Chip, chipsOf, isTrialItself, peopleInLine } from "./wording";

/**
 * What a list says of harms, in one line: the first sentence that the abstract has about them, or that none was found, or
 * that one couldn't be quoted, or ("aside") that a moderator put it aside, or why nothing of an abstract is shown. A list names no result, so that no result stands without its harms.
 */
export type HarmsLine =
  /** `unsure`: it may be about harms, or about the illness. */
  { state: "quoted"; text: string; unsure?: true } | { state: "none-found" | "unquoted" | "aside" | NoQuotes };

/** "not-yet": a registry that may have an abstract hasn't answered so far. */
type NoQuotes = "no-abstract" | "not-yet" | "not-english" | "titles-disagree";

/** A row of the studies page. Fields that no record gives are missing. */
export type StudySummary = {
  id: number;
  title: string;
  kind?: string;
  /** What a preprint is besides. */
  also?: string;
  journal?: string;
  year?: number;
  /** How many took part, by the abstract or, for a registered trial, by the registry. */
  people?: number;
  /** As the closed card says it: also of studies that are pooled, of a paper's trial, or who is only planned. */
  peopleInWords?: string;
  /** A registered trial without a paper: its year is the start. */
  registered?: true;
  harms?: HarmsLine;
  threads: number;
  /** There are more threads; the counting ended. */
  more?: boolean;
  chips: Chip[];
};

type ListedStudy = {
  id: number;
  facts: StudyFacts | null;
  named: Named | null;
  notReached: Source[];
  threads: number;
  more?: boolean;
};

export function summaryOf({ id, facts, named, notReached, threads, more }: ListedStudy): StudySummary {
  const called = named ? identifierWords(named) : "A study";
  const counted = { threads, ...(more ? { more } : {}) };
  if (!facts) return { id, title: called, kind: "Not looked up yet", ...counted, chips: [] };
  const journal = (facts.journalShort ?? facts.journal)?.value;
  const isTrial = isTrialItself(facts);
  const enrolled = isTrial && facts.participants?.value.type === "actual" ? facts.participants.value.count : undefined;
  const people = facts.reading?.value.people?.count ?? enrolled;
  const peopleInWords = peopleInLine(facts);
  const harms = harmsLine(facts, notReached);
  return {
    id,
    title: facts.title?.value ?? called,
    ...counted,
    chips: chipsOf(facts),
    ...(facts.kind ? { kind: facts.kind.value.words } : {}),
    ...(facts.kind?.value.also ? { also: facts.kind.value.also } : {}),
    ...(journal ? { journal } : {}),
    ...(facts.published ? { year: Number(facts.published.value.slice(0, 4)) } : {}),
    ...(people !== undefined ? { people } : {}),
    ...(peopleInWords ? { peopleInWords } : {}),
    ...(isTrial ? { registered: true as const } : {}),
    ...(harms ? { harms } : {}),
  };
}

/** Nothing of a retracted study, of a notice, or of a registered trial, which has no abstract. */
export function harmsLine(facts: StudyFacts, notReached: Source[]): HarmsLine | undefined {
  if (facts.noticeOf || isTrialItself(facts) || isRetracted(facts.notices)) return undefined;
  const reading = facts.reading?.value;
  if (facts.titlesDisagree) return { state: "titles-disagree" };
  if (!reading) return { state: askedForAbstract(notReached) ? "no-abstract" : "not-yet" };
  if (!reading.english) return { state: "not-english" };
  if (facts.amended?.some(({ kind, field }) => kind === "hidden" && field === "harms")) return { state: "aside" };
  const [first] = reading.harms;
  if (first) return { state: "quoted", text: first.text, ...(reading.harmsUnsure ? { unsure: true as const } : {}) };
  return { state: reading.harmsState === "unquoted" ? "unquoted" : "none-found" };
}
