import type { Source, StudyFacts, StudyState, StudyWarning } from "./types";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** Only so many of a post's identifiers get a card; the rest stay plain links. */
export const CARDS_PER_POST = 10;

/** How long one look-up may take before another may start in its place. */
export const LOOK_UP_LEASE = 4 * 60 * SECOND;
/** A look-up that ended with its process comes back this long after it was fetched: later than its lease. */
export const LOOK_UP_JOB_LEASE = LOOK_UP_LEASE / SECOND + 30;

/** So many look-ups go on side by side in one process, mostly waiting for registries; so many are fetched together. */
export const LOOK_UPS = { atOnce: 24, fetch: 200 };

/** What a registry answered is not asked for again while a try that missed another registry is repeated. */
export const ANSWERS_STAND_FOR = 20 * HOUR;

const RETRIES = [2 * SECOND, 8 * SECOND, 60 * SECOND];
/** After so many attempts in a row, once a day is often enough. */
const PATIENCE = 30;

/** What the card says after an attempt. Facts from before are kept, so a study once found never becomes "not found" by an outage. */
export function stateAfter({ hasFacts, missed }: { hasFacts: boolean; missed: boolean }): StudyState {
  if (hasFacts) return missed ? "partly-found" : "found";
  return missed ? "unreachable" : "not-found";
}

/**
 * Milliseconds until an attempt that missed a registry is repeated: when the registry said, else 2 s, 8 s, a minute, then hourly.
 * `chance` from 0 to 1 spreads studies that failed together.
 */
export function retryIn({
  attempts,
  retryAfter,
  chance,
}: {
  attempts: number;
  retryAfter: number | null;
  chance: number;
}): number {
  if (retryAfter !== null) return Math.max(retryAfter, SECOND) + chance * SECOND;
  const wait = RETRIES[attempts - 1] ?? (attempts > PATIENCE ? DAY : HOUR);
  return Math.round(wait * (1 + chance / 4));
}

/**
 * Milliseconds a complete answer stays good: a day for "no such study", which may be registered tomorrow, else a week, so
 * that a retraction is known within one.
 */
export function goodFor(facts: StudyFacts | null): number {
  return facts ? 7 * DAY : DAY;
}

/** A study in line to be asked about again is put there once an hour at most. */
export const IN_LINE_FOR = HOUR;

/** A try that should have begun or ended so long ago is made up for. */
export const LOST_AFTER = HOUR;

/** An hour's part of the weekly round: with so many an hour, 80,000 studies are asked about each week. */
export const RECHECKS_AN_HOUR = 500;

/** Whether every registry that may have a paper's abstract was asked: until then that we have none means nothing. */
export function askedForAbstract(notReached: Source[]): boolean {
  return notReached.every((source) => source === "clinicaltrials");
}

/** What befalls a study that people have read, the gravest first. */
export const eventKinds = ["retracted", "partly-retracted", "concern"] as const;
export type EventKind = (typeof eventKinds)[number];

/** Null for what stays as it was: a correction, a newer version. */
export function eventOf(warning: Pick<StudyWarning, "kind"> | null): EventKind | null {
  switch (warning?.kind) {
    case "retraction":
    case "removal":
    case "withdrawal":
    case "title-says-retracted":
      return "retracted";
    case "partial-retraction":
      return "partly-retracted";
    case "concern":
      return "concern";
    default:
      return null;
  }
}

/** Of what the gravest notice of a study warns; null where none does. */
export function warningOf(facts: StudyFacts | null): StudyWarning | null {
  const worst = facts?.notices[0];
  if (!worst || !eventOf(worst)) return null;
  const { kind, date, marked } = worst;
  return {
    kind,
    ...(marked ? { marked } : {}),
    ...(date ? { date } : {}),
    title: facts.title?.value ?? "A study without a title",
  };
}

/** What happened to it, as the predicate of "A study cited here …". */
export function warningWords({ kind, marked }: Pick<StudyWarning, "kind" | "marked">): string {
  switch (kind) {
    case "removal":
      return "was removed by its publisher";
    case "withdrawal":
      return "was withdrawn";
    case "partial-retraction":
      return "was retracted in part";
    case "title-says-retracted":
      return `is marked as ${marked ?? "retracted or withdrawn"} in its title`;
    case "concern":
      return "got a warning from its journal that something may be wrong in it (an “expression of concern”)";
    default:
      return "was retracted";
  }
}

/** Milliseconds within which a notice that was gone and is back counts as the same: registries correct themselves. */
export const SAME_EVENT_WITHIN = 30 * DAY;

/** After so long a card was read as it stood, even if a registry had never answered. */
export const FIRST_LOOK_UP_LASTS = DAY;
