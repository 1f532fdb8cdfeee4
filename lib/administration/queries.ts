import { ensureAdministrator } from "@/lib/accounts/standing";
import { withoutNames } from "@/lib/mail/rules";
import { prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { type FailedJob, listFailedJobs } from "@/lib/platform/queue";
import { type Running, readRunning } from "@/lib/platform/running";
import type { Viewer } from "@/lib/policy/viewer";
import { ownTexts } from "./schema";
import type { Keeper, Overview, OwnTextView, TextVersion } from "./types";

/** Administrators first, then moderators of everything, then those of a category. */
export async function listKeepers(administrator: Viewer): Promise<Keeper[]> {
  ensureAdministrator(administrator);
  return prisma.$queryRaw<Keeper[]>`
    SELECT m."id", m."name", m."role"::text, coalesce((
      SELECT json_agg(json_build_object('id', c."id", 'name', c."name") ORDER BY c."position")
      FROM "CategoryModerator" cm JOIN "Category" c ON c."id" = cm."categoryId" WHERE cm."memberId" = m."id"
    ), '[]'::json) AS categories
    FROM (SELECT "id" FROM "Member" WHERE "role" <> 'member' UNION SELECT "memberId" FROM "CategoryModerator") keeper
    JOIN "Member" m ON m."id" = keeper."id"
    WHERE m."closedAt" IS NULL
    ORDER BY m."role" DESC, lower(m."name")`;
}

export async function listOwnTexts(administrator: Viewer): Promise<OwnTextView[]> {
  ensureAdministrator(administrator);
  const rows = await prisma.$queryRaw<OwnTextView[]>`
    SELECT DISTINCT ON ("kind") "kind", "version", "source", "publishedAt" FROM "Document" ORDER BY "kind", "version" DESC`;
  return ownTexts.map(
    (kind) => rows.find((row) => row.kind === kind) ?? { kind, version: 0, source: "", publishedAt: null },
  );
}

/** A text with its versions, the newest first, and the one asked for with the one before it. */
export async function readOwnText(
  administrator: Viewer,
  kind: string,
  version?: number,
): Promise<
  OwnTextView & { versions: TextVersion[]; looked: { version: number; before: string; after: string } | null }
> {
  const text = orNotFound((await listOwnTexts(administrator)).find((one) => one.kind === kind));
  const versions = await prisma.$queryRaw<(TextVersion & { source: string })[]>`
    SELECT d."version", d."publishedAt", d."source", (
      SELECT m."name" FROM "LogEntry" l JOIN "Member" m ON m."id" = l."actorId"
      WHERE l."subject" = format('document:%s/%s', d."kind", d."version") ORDER BY l."id" LIMIT 1) AS by
    FROM "Document" d WHERE d."kind" = ${text.kind} ORDER BY d."version" DESC`;
  const after = version ? orNotFound(versions.find((one) => one.version === version)) : null;
  const before = after && versions.find((one) => one.version === after.version - 1);
  return {
    ...text,
    versions: versions.map(({ source: _, ...one }) => one),
    looked: after && { version: after.version, before: before?.source ?? "", after: after.source },
  };
}

/** What a job said when it failed as often as it may. */
export async function listJobsThatFailed(administrator: Viewer): Promise<FailedJob[]> {
  ensureAdministrator(administrator);
  const jobs = await listFailedJobs();
  return jobs.map((job) => ({ ...job, error: withoutNames(job.error).slice(0, 500) }));
}

/** How the process that is asked does. */
export function readHowItRuns(administrator: Viewer): Running {
  ensureAdministrator(administrator);
  return orNotFound(readRunning());
}

export async function readOverview(administrator: Viewer): Promise<Overview> {
  ensureAdministrator(administrator);
  const [row] = await prisma.$queryRaw<Omit<Overview, "failedJobs">[]>`
    SELECT (SELECT count(*)::int FROM "Category") AS categories,
      (SELECT count(*)::int FROM "Member" WHERE "role" = 'administrator' AND "closedAt" IS NULL) AS administrators,
      EXISTS (SELECT 1 FROM "Document" WHERE "kind" IN ('rules', 'privacy') AND "version" > 1) AS "ownRules",
      EXISTS (SELECT 1 FROM "Mail" WHERE "kind" = 'test' AND "sentAt" IS NOT NULL) AS "mailWent",
      (SELECT count(*)::int FROM "Mail" WHERE "sentAt" IS NULL AND "stoppedAt" IS NOT NULL) AS "stoppedMails"`;
  return { ...orNotFound(row), failedJobs: (await listFailedJobs()).length };
}
