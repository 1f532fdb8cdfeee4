import { Prisma, prisma } from "@/lib/platform/db";
import { isMember, isModerator, type Viewer } from "@/lib/policy/viewer";
import { moderatorsOf } from "./moderators";
import type { ReportReason } from "./rules";
import type { CaseRow } from "./types";

// A case as it is read from the database, with what stands about its thing and who can’t decide it.

export type Row = Omit<CaseRow, "subject" | "reasons"> & {
  appealedFrom: number[];
  version: number;
  categoryId: number | null;
  subjectId: number | null;
  subjectName: string | null;
  subjectLeft: boolean;
  studyId: number | null;
  threadId: number | null;
  threadSlug: string | null;
  reasons: ReportReason[];
  reporterIds: number[];
};

/** Whose decision is appealed in case `k`, if there is a moderator besides them who could decide. */
const appealedFrom = Prisma.sql`ARRAY(
  SELECT d."moderatorId" FROM "Appeal" a JOIN "Decision" d ON d."id" = a."decisionId" WHERE a."caseId" = k."id" AND a."answerId" IS NULL
    AND EXISTS (
      SELECT 1 FROM (${moderatorsOf(Prisma.sql`k."categoryId"`)}) able JOIN "Member" other ON other."id" = able."id"
      JOIN "Member" subject ON subject."id" = k."subjectId"
      WHERE other."closedAt" IS NULL AND (other."standing" = 'good' OR other."standingUntil" <= now()) AND other."id" <> k."subjectId"
        AND CASE
          WHEN d."deed" IN ('silence', 'suspend') AND subject."role" <> 'member' THEN other."role" = 'administrator'
          WHEN d."deed" IN ('silence', 'suspend') THEN other."role" <> 'member'
          ELSE TRUE END
        AND NOT EXISTS (
          SELECT 1 FROM "Appeal" b JOIN "Decision" e ON e."id" = b."decisionId"
          WHERE b."caseId" = k."id" AND b."answerId" IS NULL AND e."moderatorId" = other."id")
        AND NOT EXISTS (
          SELECT 1 FROM "Report" r WHERE r."caseId" = k."id" AND r."decisionId" IS NULL AND r."reporterId" = other."id")))`;

export async function selectCases(which: Prisma.Sql, end: Prisma.Sql = Prisma.empty): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`
    SELECT k."id", k."kind", k."targetId", k."open", k."urgency", k."heldFor", k."causes", k."openedAt", k."version", k."categoryId", k."subjectId",
      m."name" AS "subjectName", m."closedAt" IS NOT NULL AS "subjectLeft", c."name" AS "categoryName", s."id" AS "studyId",
      coalesce(t."title", m."name", s."facts" -> 'title' ->> 'value', 'a study that is known by its number') AS about, t."id" AS "threadId", t."slug" AS "threadSlug",
      (SELECT count(*)::int FROM "Appeal" a WHERE a."caseId" = k."id" AND a."answerId" IS NULL) AS appeals, ${appealedFrom} AS "appealedFrom",
      (SELECT count(*)::int FROM "Report" r WHERE r."caseId" = k."id" AND r."decisionId" IS NULL) AS reports,
      ARRAY(SELECT DISTINCT r."reason" FROM "Report" r WHERE r."caseId" = k."id" AND r."decisionId" IS NULL) AS reasons,
      ARRAY(SELECT r."reporterId" FROM "Report" r WHERE r."caseId" = k."id" AND r."decisionId" IS NULL AND r."reporterId" IS NOT NULL) AS "reporterIds"
    FROM "Case" k LEFT JOIN "Member" m ON m."id" = k."subjectId" LEFT JOIN "Category" c ON c."id" = k."categoryId"
    LEFT JOIN "Post" p ON k."kind" = 'post' AND p."number" = k."targetId"
    LEFT JOIN "Thread" t ON t."id" = CASE k."kind" WHEN 'post' THEN p."threadId" WHEN 'thread' THEN k."targetId" END
    LEFT JOIN "JoinedStudy" j ON k."kind" = 'study' AND j."id" = k."targetId"
    LEFT JOIN "Study" s ON k."kind" = 'study' AND s."id" = coalesce(j."studyId", k."targetId")
    WHERE ${which} ${end}`;
}

export function caseRow({
  subjectName,
  subjectLeft,
  reporterIds: _,
  appealedFrom: _____,
  version: __,
  categoryId: ___,
  subjectId: ____,
  studyId: ______,
  threadId,
  threadSlug,
  ...row
}: Row): CaseRow {
  return { ...row, subject: subjectName === null ? null : { name: subjectName, former: subjectLeft } };
}

/** The cases this moderator may see: of what they moderate, and none about themselves. */
export function ofModerator(viewer: Viewer): Prisma.Sql {
  if (!isMember(viewer)) return Prisma.sql`FALSE`;
  const within = isModerator(viewer)
    ? Prisma.sql`TRUE`
    : viewer.moderates?.length
      ? Prisma.sql`k."categoryId" = ANY(${[...viewer.moderates]}::int[])`
      : Prisma.sql`FALSE`;
  return Prisma.sql`(${within} AND k."subjectId" IS DISTINCT FROM ${viewer.id})`;
}
