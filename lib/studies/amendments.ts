import type { Tx } from "@/lib/platform/db";
import { mergeRecords } from "./merging";
import { withoutEffects } from "./quotes";
import type { Amended, AmendedField, Kind, Reading, SourceRecord, StudyFacts, Subject } from "./types";
import { sourceNames } from "./types";
import { dateWords, number } from "./wording";

// What moderators say on a card, laid over what the records say. Pure but for the reading of the rows, so that a look-up,
// a joining of studies and a newer form of card all give the same.

/** What can be put right: only what a source says, so that its own value can stand beside it. */
export const correctable = ["title", "kind", "people", "published"] as const;
/** What can be put aside. The harms only together with everything that was found: no result stands without them. */
export const hideable = ["lay", "found", "harms", "concluded", "people", "duration", "arms"] as const;

export const fieldLabels: Record<AmendedField, string> = {
  note: "the note",
  title: "the title",
  kind: "the kind",
  people: "the number of people",
  published: "the date",
  lay: "the summary in plain language",
  found: "what was found",
  harms: "harms, and with them everything that was found",
  concluded: "what the authors conclude",
  duration: "for how long",
  arms: "the groups",
};

/** A kind is chosen and not typed: cautions and filters go by it. */
export const kinds: { words: string; subject: Subject }[] = [
  { words: "Randomised controlled trial", subject: "people" },
  { words: "Randomised, double-blind trial", subject: "people" },
  { words: "Trial with no comparison group", subject: "people" },
  { words: "Clinical trial", subject: "people" },
  { words: "Observational study", subject: "people" },
  { words: "Case report", subject: "people" },
  { words: "Plan of a trial, without results", subject: "people" },
  { words: "Review of other studies", subject: "papers" },
  { words: "Systematic review of other studies", subject: "papers" },
  { words: "Pooled analysis of other studies", subject: "papers" },
  { words: "Guideline", subject: "papers" },
  { words: "Comment on another paper", subject: "papers" },
  { words: "Study in animals, not in people", subject: "animals" },
  { words: "Laboratory study on cells, not in people", subject: "cells" },
];

export type AmendmentRow = Pick<Amended, "kind" | "field" | "value" | "by" | "at" | "reason"> & { id: number };

/** Those in force, in the order in which they are laid over the facts. */
export async function listAmendments(db: Tx, studyId: number): Promise<AmendmentRow[]> {
  const rows = await db.$queryRaw<(Omit<AmendmentRow, "at"> & { at: Date })[]>`
    SELECT a."id", a."kind", a."field", a."value", a."reason", a."createdAt" AS at, CASE WHEN m."closedAt" IS NULL THEN m."name" END AS by
    FROM "Amendment" a JOIN "Member" m ON m."id" = a."moderatorId" WHERE a."studyId" = ${studyId} AND a."endedAt" IS NULL
    ORDER BY a."field" = 'harms', a."id"`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** The facts of these records as a card shows them. What no source says any more, or says as the moderator does, needs no amendment. */
export function amend(records: SourceRecord[], rows: AmendmentRow[]): StudyFacts {
  const facts = mergeRecords(records);
  const amended: Amended[] = [];
  let laid = facts;
  // What a study is decides what can be said of people in it.
  const isOfKind = ({ kind, field }: AmendmentRow) => kind === "correction" && field === "kind";
  for (const row of [...rows.filter(isOfKind), ...rows.filter((one) => !isOfKind(one))]) {
    const done =
      row.kind === "note"
        ? { facts: laid }
        : row.kind === "hidden"
          ? hidden(laid, row)
          : isOfKind(row)
            ? kindCorrected(laid, row, records)
            : corrected(laid, row);
    if (!done) continue;
    laid = done.facts;
    amended.push({
      ...row,
      ...("said" in done ? { said: done.said } : {}),
      ...("put" in done ? { put: done.put } : {}),
    });
  }
  if (amended.length === 0) return laid;
  return amended.some(isHarmsAside) ? withoutEffects({ ...laid, amended }) : { ...laid, amended };
}

function isHarmsAside({ kind, field }: Amended): boolean {
  return kind === "hidden" && field === "harms";
}

type Laid = { facts: StudyFacts; said: { words: string; source: string } } | null;

function corrected(facts: StudyFacts, { field, value }: AmendmentRow): Laid {
  const { title, published } = facts;
  if (field === "title" && title && title.value !== value)
    return { facts: { ...facts, title: { ...title, value } }, said: saying(title.value, title) };
  if (field === "published" && published && published.value !== value)
    return {
      facts: { ...facts, published: { ...published, value } },
      said: saying(dateWords(published.value), published),
    };
  return field === "people" ? countCorrected(facts, Number(value)) : null;
}

/** The records are read again as those of such a study: people whom a study in animals can't have come back with one in people. */
function kindCorrected(facts: StudyFacts, { value }: AmendmentRow, records: SourceRecord[]): Laid {
  const { kind } = facts;
  const was = kind && (kind.value.also ?? kind.value.words);
  if (!kind || was === undefined || was === value) return null;
  const right = kindAs(facts, kind.value, value);
  return { facts: { ...mergeRecords(records, right), kind: { ...kind, value: right } }, said: saying(was, kind) };
}

/** A preprint stays one, whatever it is besides. */
function kindAs({ preprint }: StudyFacts, kind: Kind, words: string): Kind {
  const subject = kinds.find((one) => one.words === words)?.subject;
  const { said: _, ...rest } = kind;
  return { ...rest, ...(preprint ? { also: words } : { words }), terms: [], ...(subject ? { subject } : {}) };
}

/** Of the number that the closed card shows. */
function countCorrected(facts: StudyFacts, count: number): Laid {
  const { reading, participants } = facts;
  for (const where of ["people", "pooled"] as const) {
    const piece = reading?.value[where];
    if (!reading || !piece) continue;
    if (piece.count === count) return null;
    const value = { ...reading.value, [where]: { ...piece, count } };
    return { facts: { ...facts, reading: { ...reading, value } }, said: saying(number(piece.count), reading) };
  }
  if (!participants || participants.value.count === count) return null;
  const value = { ...participants.value, count };
  return {
    facts: { ...facts, participants: { ...participants, value } },
    said: saying(number(participants.value.count), participants),
  };
}

function hidden(facts: StudyFacts, { field }: AmendmentRow): { facts: StudyFacts; put: Partial<Reading> } | null {
  const { reading } = facts;
  const put = reading && hiddenOf(reading.value, field);
  if (!reading || !put) return null;
  const value: Reading = { ...reading.value };
  for (const key of Object.keys(put) as (keyof Reading)[]) delete value[key];
  const { found = [], harms = [], harmsState = "unquoted" } = value;
  return { facts: { ...facts, reading: { ...reading, value: { ...value, found, harms, harmsState } } }, put };
}

/** What goes out of sight with a statement; null where it isn't there. */
function hiddenOf(reading: Reading, field: AmendedField): Partial<Reading> | null {
  const { lay, found, harms, harmsState, harmsUnsure, concluded, people, pooled, duration, arms } = reading;
  switch (field) {
    case "lay":
      return lay ? { lay } : null;
    case "found":
      return found.length > 0 ? { found } : null;
    case "concluded":
      return concluded ? { concluded } : null;
    case "duration":
      return duration ? { duration } : null;
    case "arms":
      return arms ? { arms } : null;
    case "people":
      return people ? { people } : pooled ? { pooled } : null;
    case "harms":
      return {
        found,
        harms,
        harmsState,
        ...(harmsUnsure ? { harmsUnsure } : {}),
        ...(concluded ? { concluded } : {}),
        ...(lay ? { lay } : {}),
      };
    default:
      return null;
  }
}

function saying(words: string, { source }: { source: keyof typeof sourceNames }): { words: string; source: string } {
  return { words, source: sourceNames[source] };
}

/** What this card has that could be put right or aside now. */
export function amendable(facts: StudyFacts | null): { correct: AmendedField[]; conceal: AmendedField[] } {
  if (!facts) return { correct: [], conceal: [] };
  const { title, kind, published, participants, reading, amended = [], noticeOf } = facts;
  const read = reading?.value;
  const gone = (field: AmendedField) => amended.some((one) => one.kind === "hidden" && one.field === field);
  const correct = { title, kind, people: read?.people ?? read?.pooled ?? participants, published };
  return {
    correct: correctable.filter((field) => correct[field] !== undefined),
    conceal: hideable.filter(
      (field) => read?.english && !noticeOf && !gone("harms") && hiddenOf(read, field) !== null && !gone(field),
    ),
  };
}

/** Why a value can't stand there, as a sentence; null where it can. */
export function problemOf(field: AmendedField, value: string): string | null {
  switch (field) {
    case "kind":
      return kinds.some(({ words }) => words === value) ? null : "Please choose which kind it is.";
    case "people":
      return /^[1-9]\d{0,7}$/.test(value) ? null : "Please write the number of people in digits, such as 24.";
    case "published":
      return /^(1[5-9]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value)
        ? null
        : "Please write the date as 2024, 2024-04 or 2024-04-23.";
    default:
      return value.length < 3
        ? "Please write what should stand there."
        : value.length > 500
          ? "Please keep it under 500 characters."
          : null;
  }
}
