import { now } from "@/lib/platform/clock";
import { atMost, type Tx, transaction } from "@/lib/platform/db";

export const DAY = 24 * 60 * 60 * 1000;
const AT_ONCE = 200;

/** What was looked up for somebody who is writing stays a day; by then a post cites it, or nobody wanted it. */
export async function dropUnlessCited(tx: Tx, studyIds: number[]): Promise<void> {
  if (studyIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Study" s SET "dropAfter" = ${new Date(now().getTime() + DAY)}
    WHERE s."id" = ANY(${studyIds}) AND NOT EXISTS (SELECT 1 FROM "Citation" c WHERE c."studyId" = s."id")`;
}

/**
 * Drops what nobody cites a day after it was looked up for a draft, records and all. A study that was cited by then, or
 * that moderators have a case about, stays for good. Returns how many went.
 */
export async function dropUncited(): Promise<number> {
  for (let dropped = 0; ; ) {
    const { looked, gone } = await transaction(async (tx) => {
      const studies = await dropStudies(tx);
      const references = await dropReferences(tx);
      return { looked: Math.max(studies.looked, references.looked), gone: studies.gone + references.gone };
    });
    dropped += gone;
    if (looked < AT_ONCE) return dropped;
  }
}

/**
 * Whoever cites one of them at this moment has it held: then it is left for the next time. Whoever comes later waits, and
 * finds it gone or kept. So the second statement sees every citation there can be.
 */
async function dropStudies(tx: Tx): Promise<{ looked: number; gone: number }> {
  const held = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Study" WHERE "dropAfter" <= ${now()} ORDER BY "id" ${atMost(AT_ONCE)} FOR UPDATE SKIP LOCKED`;
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) return { looked: 0, gone: 0 };
  const gone = await tx.$executeRaw`
    DELETE FROM "Study" s WHERE s."id" = ANY(${ids}) AND NOT EXISTS (SELECT 1 FROM "Citation" c WHERE c."studyId" = s."id")
      AND NOT EXISTS (SELECT 1 FROM "Case" k WHERE k."kind" = 'study' AND k."targetId" = s."id")`;
  await tx.$executeRaw`UPDATE "Study" SET "dropAfter" = NULL WHERE "id" = ANY(${ids})`;
  return { looked: ids.length, gone };
}

async function dropReferences(tx: Tx): Promise<{ looked: number; gone: number }> {
  const held = await tx.$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "StudyReference" WHERE "dropAfter" <= ${now()} ORDER BY "value" ${atMost(AT_ONCE)} FOR UPDATE SKIP LOCKED`;
  const values = held.map(({ value }) => value);
  if (values.length === 0) return { looked: 0, gone: 0 };
  const gone = await tx.$executeRaw`
    DELETE FROM "StudyReference" r WHERE r."value" = ANY(${values}::text[])
      AND NOT EXISTS (SELECT 1 FROM "Citation" c WHERE c."kind" = 'reference' AND c."value" = r."value")`;
  await tx.$executeRaw`UPDATE "StudyReference" SET "dropAfter" = NULL WHERE "value" = ANY(${values}::text[])`;
  return { looked: values.length, gone };
}

/** What an edit has taken out of a post is looked at once more: another post may give it. */
export async function dropReferencesUnlessCited(tx: Tx, values: string[]): Promise<void> {
  if (values.length === 0) return;
  await tx.$executeRaw`
    UPDATE "StudyReference" SET "dropAfter" = ${new Date(now().getTime() + DAY)} WHERE "value" IN (
      SELECT "value" FROM "StudyReference" WHERE "value" = ANY(${values}::text[]) ORDER BY "value" FOR NO KEY UPDATE)`;
}
