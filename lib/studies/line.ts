import { now } from "@/lib/platform/clock";
import { atMost, Prisma, prisma, type Tx } from "@/lib/platform/db";
import { enqueueMany } from "@/lib/platform/queue";
import { ANSWERS_STAND_FOR, IN_LINE_FOR, LOOK_UP_JOB_LEASE, LOST_AFTER, RECHECKS_AN_HOUR } from "./rules";
import type { Identifier, Source } from "./types";
import { LOOK_UP_JOB } from "./writes";

// Which studies wait to be looked up, and who is at it.

export type TakenStudy = {
  attempts: number;
  identifiers: Identifier[];
  records: { source: Source; subject: string; outcome: string; url: string; fields: unknown; retrievedAt: string }[];
};

/** Takes a study that is due and that nobody is at, until then; null where it isn't so. The records of a first or weekly try are named only. */
export async function takeStudy(studyId: number, until: Date): Promise<TakenStudy | null> {
  const [taken] = await prisma.$queryRaw<TakenStudy[]>`
    UPDATE "Study" s SET "askingUntil" = ${until}, "inLineUntil" = NULL
    WHERE s."id" = ${studyId} AND (s."askingUntil" IS NULL OR s."askingUntil" <= ${now()}) AND (s."checkAfter" IS NULL OR s."checkAfter" <= ${now()})
    RETURNING s."attempts",
      (SELECT coalesce(json_agg(json_build_object('kind', i."kind", 'value', i."value") ORDER BY i."kind", i."value"), '[]')
        FROM "StudyIdentifier" i WHERE i."studyId" = s."id") AS identifiers,
      (SELECT coalesce(json_agg(json_build_object('source', r."source", 'subject', r."subject", 'outcome', r."outcome", 'url', r."url",
          'fields', CASE WHEN s."attempts" > 0 THEN r."fields" END, 'retrievedAt', r."retrievedAt") ORDER BY r."source", r."subject"), '[]')
        FROM "StudyRecord" r WHERE r."studyId" = s."id") AS records`;
  return taken ?? null;
}

/** The PubMed numbers of those of these studies that are about to be asked for them. */
export async function listNumbersToAsk(studyIds: number[]): Promise<string[]> {
  const stands = new Date(now().getTime() - ANSWERS_STAND_FOR);
  const rows = await prisma.$queryRaw<{ value: string }[]>`
    SELECT DISTINCT ON (s."id") i."value" FROM "Study" s JOIN "StudyIdentifier" i ON i."studyId" = s."id" AND i."kind" = 'pmid'
    WHERE s."id" = ANY(${studyIds}) AND (s."askingUntil" IS NULL OR s."askingUntil" <= ${now()})
      AND (s."checkAfter" IS NULL OR s."checkAfter" <= ${now()})
      AND NOT EXISTS (SELECT 1 FROM "StudyRecord" r
        WHERE r."studyId" = s."id" AND r."source" = 'pubmed' AND s."attempts" > 0 AND r."retrievedAt" > ${stands})
    ORDER BY s."id", i."value"`;
  return rows.map(({ value }) => value);
}

/**
 * Puts studies in line to be asked about again, behind those that somebody just cited. Of these: cited ones that are due, or
 * whose own try was lost, and that nobody put in line within the last hour.
 */
async function enqueueAgain(tx: Tx, which: Prisma.Sql, count: number): Promise<number> {
  const lost = new Date(now().getTime() - LOST_AFTER);
  const due = await tx.$queryRaw<{ id: number }[]>`
    UPDATE "Study" SET "inLineUntil" = ${new Date(now().getTime() + IN_LINE_FOR)} WHERE "id" IN (
      SELECT s."id" FROM "Study" s
      WHERE ((s."checkAfter" <= ${now()} AND s."attempts" = 0) OR s."checkAfter" <= ${lost} OR s."askingUntil" <= ${lost})
        AND (s."inLineUntil" IS NULL OR s."inLineUntil" <= ${now()}) AND ${which}
      ORDER BY s."checkAfter" ${atMost(count)} FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING "id"`;
  const options = { expireInSeconds: LOOK_UP_JOB_LEASE };
  await enqueueMany(
    tx,
    LOOK_UP_JOB,
    due.map(({ id }) => ({ payload: { studyId: id }, singletonKey: String(id), ...options })),
  );
  return due.length;
}

const cited = Prisma.sql`EXISTS (SELECT 1 FROM "Citation" c WHERE c."studyId" = s."id")`;

/** Asks again about what is cited and has not been looked at for a week, the longest ago first. */
export function enqueueRechecks(tx: Tx, count: number): Promise<number> {
  return enqueueAgain(tx, cited, count);
}

/** The same for what somebody just read. */
export function enqueueRechecksOf(tx: Tx, studyIds: number[]): Promise<number> {
  return enqueueAgain(tx, Prisma.sql`s."id" = ANY(${studyIds}) AND ${cited}`, RECHECKS_AN_HOUR);
}
