import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { DAY } from "./uncited";

export const MATCH_JOB = "study.match-reference";

/** The studies of the references that are matched, by their values, and which of these wait to be looked up again. */
export type MatchedReferences = { studies: Map<string, number>; due: number[] };

/**
 * The studies that references were matched to, held until the citations are written. The others are noted, and the
 * citation matcher is asked about those that are new or due; until it has answered they lead nowhere.
 */
export async function findOrNoteReferences(tx: Tx, values: string[]): Promise<MatchedReferences> {
  const matched = await holdMatched(tx, values);
  const unmatched = values.filter((value) => !matched.some((one) => one.value === value)).sort();
  if (unmatched.length > 0) matched.push(...(await noteReferences(tx, unmatched)));
  return {
    studies: new Map(matched.map(({ value, id }) => [value, id])),
    due: matched.filter(({ due }) => due).map(({ id }) => id),
  };
}

type Matched = { value: string; id: number; due: boolean };

async function holdMatched(tx: Tx, values: string[]): Promise<Matched[]> {
  if (values.length === 0) return [];
  return tx.$queryRaw`
    SELECT r."value", s."id", s."checkAfter" IS NULL OR s."checkAfter" <= ${now()} AS due
    FROM "StudyReference" r JOIN "Study" s ON s."id" = r."studyId" WHERE r."value" = ANY(${values}::text[])
    ORDER BY s."id" FOR KEY SHARE OF s, r`;
}

/** Waits for a match that is being written, so that a citation either comes before it or knows of it. */
async function noteReferences(tx: Tx, values: string[]): Promise<Matched[]> {
  const moment = now();
  const rows = await tx.$queryRaw<{ value: string; studyId: number | null; due: boolean }[]>`
    INSERT INTO "StudyReference" ("value", "createdAt", "dropAfter") SELECT v, ${moment}, ${new Date(moment.getTime() + DAY)}::timestamptz FROM unnest(${values}::text[]) v ORDER BY v
    ON CONFLICT ("value") DO UPDATE SET "value" = excluded."value"
    RETURNING "value", "studyId", "checkAfter" IS NULL OR "checkAfter" <= ${moment} AS due`;
  for (const { value, studyId, due } of rows) if (studyId === null && due) await enqueueMatch(tx, value);
  return rows.some(({ studyId }) => studyId !== null) ? holdMatched(tx, values) : [];
}

export async function enqueueMatch(tx: Tx, value: string, startAfter?: Date): Promise<void> {
  await enqueue(tx, MATCH_JOB, { value }, { singletonKey: value, ...(startAfter ? { startAfter } : {}) });
}
