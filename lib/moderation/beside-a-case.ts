import { standingAt } from "@/lib/accounts/standing";
import { now } from "@/lib/platform/clock";
import { Prisma, prisma, type Tx } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import type { Viewer } from "@/lib/policy/viewer";
import { listPostsBetween } from "@/lib/posts/queries";
import { postPath, threadPath } from "@/lib/threads/paths";
import { ofModerator, type Row, selectCases } from "./case-rows";
import type { Deed } from "./rules";
import type { AppealView, CaseView, DecisionView, PastCase, ReportView, ThreadLine } from "./types";

// What a moderator sees beside a case before deciding it.

export function hrefOf(row: Row): string {
  if (row.kind === "post") return postPath(row.targetId);
  if (row.kind === "thread") return threadPath({ id: row.targetId, slug: row.threadSlug ?? "-" });
  if (row.kind === "study") return `/studies/${row.studyId ?? row.targetId}`;
  return `/u/${encodeURIComponent(row.subjectName ?? "")}`;
}

export async function listHosts({ kind, targetId }: Row): Promise<string[]> {
  if (kind === "member" || kind === "study") return [];
  const rows = await prisma.postLink.findMany({
    where: { post: kind === "post" ? { number: targetId } : { threadId: targetId, position: 1 } },
    orderBy: { host: "asc" },
  });
  return rows.map(({ host }) => host);
}

/** Two posts before and two after; of a thread its first ones. */
export async function listAround(viewer: Viewer, { kind, targetId, threadId }: Row): Promise<ThreadLine[]> {
  if (kind === "member" || kind === "study" || threadId === null) return [];
  const places = await prisma.$queryRaw<{ number: number; position: number; author: string; former: boolean }[]>`
    SELECT p."number", p."position", m."name" AS author, m."closedAt" IS NOT NULL AS former FROM "Post" p JOIN "Member" m ON m."id" = p."authorId"
    WHERE p."threadId" = ${threadId} AND p."position" BETWEEN ${
      kind === "post"
        ? Prisma.sql`(SELECT "position" - 2 FROM "Post" WHERE "number" = ${targetId}) AND (SELECT "position" + 2 FROM "Post" WHERE "number" = ${targetId})`
        : Prisma.sql`1 AND 3`
    } ORDER BY p."position"`;
  const positions = places.map(({ position }) => position);
  const posts = await listPostsBetween(viewer, threadId, Math.min(...positions) - 1, Math.max(...positions));
  return posts.flatMap((post) => {
    const place = places.find(({ number }) => number === post.number);
    if (post.kind !== "post" || !place) return [];
    const author = { name: place.author, former: place.former };
    return [
      {
        number: post.number,
        author,
        html: post.html,
        at: post.createdAt,
        itself: kind === "post" && post.number === targetId,
      },
    ];
  });
}

export async function profileOf(id: number): Promise<string> {
  const { personalText, about } = await prisma.member.findUniqueOrThrow({
    where: { id },
    select: { personalText: true, about: true },
  });
  return [personalText, about].filter(Boolean).join("\n\n");
}

export async function listReports(caseId: number): Promise<ReportView[]> {
  const rows = await prisma.$queryRaw<(Omit<ReportView, "reporter"> & { name: string | null; former: boolean })[]>`
    SELECT r."id", m."name", m."closedAt" IS NOT NULL AS former, r."reason", r."note", r."snapshot", r."snapshotVersion",
      r."createdAt" AS at, r."decisionId" IS NOT NULL AS answered
    FROM "Report" r LEFT JOIN "Member" m ON m."id" = r."reporterId" WHERE r."caseId" = ${caseId} ORDER BY r."id" DESC LIMIT 100`;
  return rows.map(({ name, former, ...report }) => ({ ...report, reporter: name === null ? null : { name, former } }));
}

export async function listAppeals(caseId: number): Promise<AppealView[]> {
  return prisma.$queryRaw<AppealView[]>`
    SELECT a."id", a."text", a."createdAt" AS at, d."deed" AS against, m."name" AS by, a."answerId" IS NOT NULL AS answered
    FROM "Appeal" a JOIN "Decision" d ON d."id" = a."decisionId" JOIN "Member" m ON m."id" = d."moderatorId"
    WHERE a."caseId" = ${caseId} ORDER BY a."id" DESC`;
}

export async function listDecisions(caseId: number, db: Tx = prisma): Promise<DecisionView[]> {
  return db.$queryRaw<DecisionView[]>`
    SELECT d."id", m."name" AS by, d."deed", d."rule", d."rulesVersion", d."reason", d."until", d."createdAt" AS at
    FROM "Decision" d JOIN "Member" m ON m."id" = d."moderatorId" WHERE d."caseId" = ${caseId} ORDER BY d."id" DESC`;
}

type Standings = NonNullable<CaseView["standing"]>;

export async function standingOf(memberId: number): Promise<Standings> {
  const [row] = await prisma.$queryRaw<Standings[]>`
    SELECT ${standingAt("m", now())} AS standing, m."standingUntil" AS until, m."standingReason" AS reason, m."role"::text AS role,
      m."joinedAt", m."postCount" AS posts FROM "Member" m WHERE m."id" = ${memberId}`;
  return orNotFound(row);
}

export async function listPastCases(viewer: Viewer, { id, subjectId }: Row): Promise<PastCase[]> {
  if (subjectId === null) return [];
  const rows = await selectCases(
    Prisma.sql`k."subjectId" = ${subjectId} AND k."id" <> ${id} AND ${ofModerator(viewer)}`,
    Prisma.sql`ORDER BY k."id" DESC LIMIT 20`,
  );
  const decisions = await prisma.decision.findMany({
    where: { caseId: { in: rows.map((row) => row.id) } },
    orderBy: { id: "asc" },
    select: { caseId: true, deed: true },
  });
  return rows.map(({ id: caseId, kind, about, open, openedAt }) => ({
    id: caseId,
    kind,
    about,
    open,
    openedAt,
    deeds: decisions.filter((one) => one.caseId === caseId).map(({ deed }) => deed as Deed),
  }));
}
