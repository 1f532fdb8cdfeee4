import { retractionOf } from "./merging-notices";
import {
  type MergedNotice,
  type NoticeKind,
  type PartialDate,
  type Participants,
  type Source,
  type StudyFacts,
  sourceNames,
  type Trial,
} from "./types";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2024", "Apr 2024" or "23 Apr 2024": as much as is known. Also takes a whole ISO time. */
export function dateWords(date: PartialDate): string {
  const [year, month, day] = date.slice(0, 10).split("-");
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** "on 23 Apr 2024", but "in Apr 2024" and "in 2024". */
export function whenWords(date: PartialDate): string {
  return `${date.length >= 10 ? "on" : "in"} ${dateWords(date)}`;
}

export function sourceWords(list: Source[]): string {
  return listed([...new Set(list)].map((source) => sourceNames[source]));
}

export function listed(words: string[], last = "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export function number(count: number): string {
  return count.toLocaleString("en-GB");
}

/** A paper's trial may have enrolled more people than the paper tells of, so it says whose number it is. */
function peopleInShort({ count, type }: Participants, isTrial: boolean): string {
  if (count === 0 && type === "actual") return "nobody took part";
  const people = `${number(count)} ${count === 1 ? "person" : "people"}`;
  if (isTrial) return type === "actual" ? people : `${people} planned`;
  return type === "actual" ? `trial of ${people}` : `trial planned for ${people}`;
}

/** What every line that stands for a card says of people: the paper's own number first; a registry's is of the trial, which may have enrolled more. */
export function peopleInLine(facts: StudyFacts): string | null {
  const read = facts.reading?.value;
  if (read?.people) return `${number(read.people.count)} ${read.people.count === 1 ? "person" : "people"}`;
  if (read?.pooled) return `${number(read.pooled.count)} people in the studies pooled`;
  return facts.participants ? peopleInShort(facts.participants.value, isTrialItself(facts)) : null;
}

/** A study cited by its registration alone. */
export function isTrialItself({ identifiers }: StudyFacts): boolean {
  return identifiers.some(({ value }) => value.kind === "nct");
}

export function peopleInFull({ count, type }: Participants): string {
  if (count === 0 && type === "actual") return "Nobody took part";
  const people = `${number(count)} ${count === 1 ? "person" : "people"}`;
  return type === "actual" ? `${people} took part` : `${people} planned; how many took part is not stated`;
}

const statuses: Record<string, string> = {
  NOT_YET_RECRUITING: "Not yet recruiting",
  RECRUITING: "Recruiting",
  ENROLLING_BY_INVITATION: "Recruiting by invitation",
  ACTIVE_NOT_RECRUITING: "Running, no longer recruiting",
  COMPLETED: "Completed",
  SUSPENDED: "Paused",
  TERMINATED: "Stopped early",
  WITHDRAWN: "Withdrawn before anyone took part",
  UNKNOWN: "Status unknown",
};

function statusWord(status: string): string {
  return statuses[status] ?? status.charAt(0) + status.slice(1).toLowerCase().replace(/_/g, " ");
}

/** A registry's status always with its date: it was true then. */
export function statusWords(trial: Trial, retrievedAt: string): string {
  if (!trial.status) return "Status not stated";
  const lastKnown =
    trial.status === "UNKNOWN" && trial.lastKnownStatus
      ? `, last known: ${statusWord(trial.lastKnownStatus).toLowerCase()}`
      : "";
  const date = trial.statusDate
    ? `${trial.statusDate.what} ${dateWords(trial.statusDate.date)}`
    : `as read on ${dateWords(retrievedAt)}`;
  return `${statusWord(trial.status)}${lastKnown} (${date})`;
}

export type Chip = { tone: "caution" | "stop"; words: string };

/** At most two warnings for the closed card, the gravest first. A notice about another paper is not warned of: it is said as the kind. */
export function chipsOf(facts: StudyFacts): Chip[] {
  const chips: Chip[] = [];
  const retracted = retractionInShort(facts);
  if (retracted) chips.push({ tone: "stop", words: retracted });
  for (const kind of ["concern", "correction"] as const) {
    if (facts.notices.some((notice) => notice.kind === kind))
      chips.push({ tone: "caution", words: chipWords[kind] ?? "" });
  }
  if (facts.preprint) chips.push({ tone: "caution", words: "Preprint" });
  return chips.slice(0, 2);
}

/** "Partly retracted": no more than its gravest notice says; null where nothing of it is retracted. */
export function retractionInShort({ notices }: StudyFacts): string | null {
  const one = retractionOf(notices);
  if (!one) return null;
  return one.kind === "title-says-retracted" ? `Marked ${one.marked ?? "retracted"}` : (chipWords[one.kind] ?? null);
}

const chipWords: Partial<Record<NoticeKind, string>> = {
  retraction: "Retracted",
  removal: "Removed",
  withdrawal: "Withdrawn",
  "partial-retraction": "Partly retracted",
  concern: "Warning by its journal",
  correction: "Corrected",
};

/** "a correction of" another paper */
export function noticeItselfWords(kind: NoticeKind): string {
  if (kind === "concern") return "an expression of concern about";
  if (kind === "correction") return "a correction of";
  if (kind === "update") return "an addition to";
  return kind === "partial-retraction" ? "the retraction of a part of" : "the retraction of";
}

/** Over what a paper said that doesn't stand any more, or not all of it. */
export function foldedWords({ kind, marked }: MergedNotice): string {
  switch (kind) {
    case "removal":
      return "What the paper said before it was removed";
    case "withdrawal":
      return "What the paper said before it was withdrawn";
    case "partial-retraction":
      return "What the paper said before a part of it was retracted";
    case "title-says-retracted":
      return `What the paper says, though its title is marked as ${marked ?? "retracted or withdrawn"}`;
    default:
      return "What the paper said before it was retracted";
  }
}

/** The sentence of a notice, up to its date; neutral ones only say that there is something newer. */
export function noticeWords(notice: MergedNotice): { tone: Chip["tone"] | null; words: string } {
  switch (notice.kind) {
    case "retraction":
      return { tone: "stop", words: "This paper was retracted" };
    case "removal":
      return { tone: "stop", words: "This paper was removed by its publisher" };
    case "withdrawal":
      return { tone: "stop", words: "This paper was withdrawn" };
    case "partial-retraction":
      return { tone: "stop", words: "Part of this paper was retracted" };
    case "title-says-retracted":
      return {
        tone: "stop",
        words: `Its title says that this paper was ${notice.marked ?? "retracted or withdrawn"}; check at the publisher’s`,
      };
    case "concern":
      return {
        tone: "caution",
        words: "The journal warned that something may be wrong in this paper (an “expression of concern”)",
      };
    case "correction":
      return { tone: "caution", words: "A correction of this paper was published" };
    default:
      return { tone: null, words: "An addition to this paper or a newer version was published" };
  }
}
