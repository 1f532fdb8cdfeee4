import { readProfile } from "@/lib/accounts/queries";
import { hashOf } from "@/lib/accounts/secrets";
import { publicDeeds } from "@/lib/administration/rules";
import { now } from "@/lib/platform/clock";
import { atMost, Prisma, prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import { canAppeal, canDecide, canReport, canSeeCase, canSeeCases } from "@/lib/policy/can";
import { ensure, refusal } from "@/lib/policy/decision";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { readPost } from "@/lib/posts/queries";
import { excerptOf } from "@/lib/posts/rules";
import { readStudyForCase } from "@/lib/studies/queries";
import { postPath } from "@/lib/threads/paths";
import {
  hrefOf,
  listAppeals,
  listAround,
  listDecisions,
  listHosts,
  listPastCases,
  listReports,
  profileOf,
  standingOf,
} from "./beside-a-case";
import { caseRow, ofModerator, selectCases } from "./case-rows";
import { decisionSentence } from "./letters";
import {
  APPROVED,
  appealableUntil,
  type CaseKind,
  type Deed,
  deeds,
  headingsOf,
  takesSomething,
  unloggedDeeds,
} from "./rules";
import { deedsFor, readTargetNow } from "./target-now";
import { findTarget } from "./targets";
import type { CaseRow, CaseView, LogLine, LogMonth, OwnDecision, OwnStanding, Reportable } from "./types";

/** The notice that waits for this link from a mail. Looking spends nothing, since mail programs look too. */
export async function findWaitingNotice(_viewer: Viewer, token: string): Promise<{ about: string } | null> {
  return prisma.waitingNotice.findFirst({
    where: { tokenHash: hashOf(token), expiresAt: { gt: now() } },
    select: { about: true },
  });
}

/** What the page of a report shows. Refused to those who may not report it. */
export async function readReportable(viewer: Viewer, kind: CaseKind, id: number): Promise<Reportable> {
  const target = orNotFound(await findTarget(viewer, kind, id));
  ensure(canReport(viewer, target));
  if (!isMember(viewer)) throw refusal("sign-in");
  const open = await prisma.report.findFirst({
    where: { reporterId: viewer.id, decisionId: null, case: { kind, targetId: target.id } },
    select: { createdAt: true },
  });
  return {
    kind,
    id: target.id,
    href: target.href,
    title: target.title,
    excerpt: kind === "post" ? excerptOf((await readPost(viewer, id)).html, 300) : kind === "study" ? target.title : "",
    reportedAt: open?.createdAt ?? null,
    moderates: canSeeCase(viewer, { categoryId: target.categoryId, subjectId: target.authorId }).allowed,
  };
}

export async function readReportableMember(viewer: Viewer, name: string): Promise<Reportable> {
  const { id } = await readProfile(viewer, name);
  return readReportable(viewer, "member", id);
}

export const OPEN_CASES_PER_PAGE = 50;

/** Open cases, the most urgent first, then the oldest: those after the case with this id, one more than a page shows where there are more. */
export async function listOpenCases(viewer: Viewer, after: number | null = null): Promise<CaseRow[]> {
  ensure(canSeeCases(viewer));
  const beyond = after
    ? Prisma.sql`AND (k."urgency", k."openedAt", k."id") > (SELECT b."urgency", b."openedAt", b."id" FROM "Case" b WHERE b."id" = ${after})`
    : Prisma.empty;
  const rows = await selectCases(
    Prisma.sql`k."open" AND ${ofModerator(viewer)} ${beyond}`,
    Prisma.sql`ORDER BY k."urgency", k."openedAt", k."id" ${atMost(OPEN_CASES_PER_PAGE + 1)}`,
  );
  return rows.map(caseRow);
}

/** A case of something that waited and was withdrawn is closed, and nobody decided it. */
const decided = Prisma.sql`NOT k."open" AND k."decidedAt" IS NOT NULL`;

/** What was decided lately, newest first. */
export async function listDecidedCases(viewer: Viewer): Promise<CaseRow[]> {
  ensure(canSeeCases(viewer));
  const rows = await selectCases(
    Prisma.sql`${decided} AND ${ofModerator(viewer)}`,
    Prisma.sql`ORDER BY k."decidedAt" DESC, k."id" DESC LIMIT 20`,
  );
  return rows.map(caseRow);
}

/** Open cases after the one with this urgency, time and id, in the same order. */
export async function listOpenCasesAfter(
  viewer: Viewer,
  after: [urgency: number, openedAt: Date, id: number] | null,
  count: number,
): Promise<CaseRow[]> {
  ensure(canSeeCases(viewer));
  const beyond = after
    ? Prisma.sql`AND (k."urgency", k."openedAt", k."id") > (${after[0]}, ${after[1]}, ${after[2]})`
    : Prisma.empty;
  const rows = await selectCases(
    Prisma.sql`k."open" AND ${ofModerator(viewer)} ${beyond}`,
    Prisma.sql`ORDER BY k."urgency", k."openedAt", k."id" ${atMost(count)}`,
  );
  return rows.map(caseRow);
}

/** Decided cases before the one with this id, the newest case first. */
export async function listDecidedCasesBefore(viewer: Viewer, before: number | null, count: number): Promise<CaseRow[]> {
  ensure(canSeeCases(viewer));
  const beyond = before ? Prisma.sql`AND k."id" < ${before}` : Prisma.empty;
  const rows = await selectCases(
    Prisma.sql`${decided} AND ${ofModerator(viewer)} ${beyond}`,
    Prisma.sql`ORDER BY k."id" DESC ${atMost(count)}`,
  );
  return rows.map(caseRow);
}

export type CaseForAction = {
  id: number;
  kind: CaseKind;
  targetId: number;
  categoryId: number | null;
  subjectId: number | null;
  /** The study as it is now, which may have been joined into another since; null for everything else. */
  studyId: number | null;
  version: number;
  open: boolean;
  urgency: number;
  reporterIds: number[];
  appealedFrom: number[];
};

/** A case this moderator may see, before they decide on it; everyone else learns of none. */
export async function findCaseForAction(viewer: Viewer, id: number): Promise<CaseForAction | null> {
  const [row] = await selectCases(Prisma.sql`k."id" = ${id}`);
  return row && canSeeCase(viewer, row).allowed ? row : null;
}

export async function readCase(viewer: Viewer, id: number): Promise<CaseView> {
  ensure(canSeeCases(viewer));
  const [found] = await selectCases(Prisma.sql`k."id" = ${id}`);
  const row = orNotFound(found && canSeeCase(viewer, found).allowed ? found : null);
  const target = await readTargetNow(prisma, row);
  const decidable = canDecide(viewer, row);
  return {
    ...caseRow(row),
    version: row.version,
    href: hrefOf(row),
    state: target.state,
    locked: target.locked,
    post: row.kind === "post" ? await readPost(viewer, row.targetId).catch(() => null) : null,
    hosts: await listHosts(row),
    around: await listAround(viewer, row),
    profile: row.kind === "member" ? await profileOf(row.targetId) : null,
    study: row.studyId === null ? null : await readStudyForCase(viewer, row.studyId),
    reportList: await listReports(id),
    appealList: await listAppeals(id),
    decisions: await listDecisions(id),
    standing: row.subjectId === null ? null : await standingOf(row.subjectId),
    pastCases: await listPastCases(viewer, row),
    rules: await readRules(),
    deeds: decidable.allowed ? deedsFor(viewer, target) : [],
    notMine: decidable.allowed ? null : decidable.sentence,
  };
}

type OwnRow = {
  id: number;
  caseId: number;
  kind: CaseKind;
  targetId: number;
  categoryId: number | null;
  subjectId: number;
  deed: Deed;
  rule: string;
  rulesVersion: number;
  reason: string;
  until: Date | null;
  at: Date;
  text: string | null;
  appealedAt: Date | null;
  answerDeed: Deed | null;
  answerReason: string | null;
  answerUntil: Date | null;
  answeredAt: Date | null;
};

/** A decision about this viewer that changed something, or that answers them; of others' they learn nothing. */
export async function findOwnDecision(viewer: Viewer, id: number): Promise<OwnRow | null> {
  if (!isMember(viewer)) return null;
  const [row] = await prisma.$queryRaw<OwnRow[]>`
    SELECT d."id", k."id" AS "caseId", k."kind", k."targetId", k."categoryId", k."subjectId", d."deed", d."rule", d."rulesVersion", d."reason",
      d."until", d."createdAt" AS at, a."text", a."createdAt" AS "appealedAt", answer."deed" AS "answerDeed", answer."reason" AS "answerReason",
      answer."until" AS "answerUntil", answer."createdAt" AS "answeredAt"
    FROM "Decision" d JOIN "Case" k ON k."id" = d."caseId"
    LEFT JOIN "Appeal" a ON a."decisionId" = d."id" LEFT JOIN "Decision" answer ON answer."id" = a."answerId"
    WHERE d."id" = ${id} AND k."subjectId" = ${viewer.id} AND d."deed" <> 'nothing'`;
  return row ?? null;
}

export function appealOf(row: OwnRow): Parameters<typeof canAppeal>[1] {
  return {
    subjectId: row.subjectId,
    takesSomething: takesSomething(row.deed),
    appealed: row.appealedAt !== null,
    answered: row.answeredAt !== null,
    until: appealableUntil(row.at),
  };
}

export async function readOwnDecision(viewer: Viewer, id: number): Promise<OwnDecision> {
  if (!isMember(viewer)) throw refusal("sign-in");
  const row = orNotFound(await findOwnDecision(viewer, id));
  const { kind, targetId, text, appealedAt, answerDeed, answeredAt } = row;
  const answer = answerDeed &&
    answeredAt && {
      sentence: decisionSentence({ kind, deed: answerDeed, until: row.answerUntil }),
      reason: row.answerReason ?? "",
      at: answeredAt,
    };
  return {
    id,
    sentence: decisionSentence(row),
    reason: row.reason === APPROVED ? "" : row.reason,
    rule: row.rule,
    rulesVersion: row.rulesVersion,
    at: row.at,
    href: kind === "post" ? postPath(targetId) : kind === "thread" ? `/t/${targetId}/-` : null,
    appeal: text !== null && appealedAt ? { text, at: appealedAt, answer } : null,
    canAppeal: canAppeal(viewer, appealOf(row), now()),
    appealUntil: appealableUntil(row.at),
  };
}

/** The newest decision that took something from this viewer, of one thing of theirs: where its page leads to. */
export async function findNewestOwnDecision(viewer: Viewer, kind: CaseKind, targetId: number): Promise<number | null> {
  if (!isMember(viewer)) return null;
  const found = await prisma.decision.findFirst({
    where: { case: { kind, targetId, subjectId: viewer.id }, deed: { in: deeds.filter(takesSomething) } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** The rules as they are in force, by their headings. */
export async function readRules(): Promise<{ version: number; headings: string[] }> {
  const document = await prisma.document.findFirst({
    where: { kind: "rules" },
    orderBy: { version: "desc" },
    select: { version: true, source: true },
  });
  return { version: document?.version ?? 0, headings: headingsOf(document?.source ?? "") };
}

/**
 * A month of the public log, the newest where none is named: what was done and by which rule, newest first; never to whom,
 * by whom, where, or that nothing was. Null for a month in which nothing was done.
 */
export async function readLog(_viewer: Viewer, named: string | null = null): Promise<LogMonth | null> {
  seen(tags.log());
  const shown = Prisma.sql`(
    SELECT d."logEntryId" AS entry, d."createdAt" AS at, d."deed", k."kind", d."rule" FROM "Decision" d JOIN "Case" k ON k."id" = d."caseId"
    WHERE NOT d."deed" = ANY(${unloggedDeeds})
    UNION ALL SELECT l."id", l."createdAt", l."deed", 'forum', '' FROM "LogEntry" l WHERE l."deed" = ANY(${Object.keys(publicDeeds)})
  ) shown`;
  const nearest = async (which: Prisma.Sql) => {
    const [found] = await prisma.$queryRaw<{ at: Date }[]>`SELECT at FROM ${shown} ${which} LIMIT 1`;
    return found ? found.at.toISOString().slice(0, "2026-11".length) : null;
  };
  const month = named ?? (await nearest(Prisma.sql`ORDER BY at DESC`));
  if (month === null) return { month, lines: [], older: null, newer: null };
  const { start, end } = monthOf(month);
  const lines = await prisma.$queryRaw<LogLine[]>`
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, "deed", "kind", "rule", count(*)::int AS times
    FROM ${shown} WHERE at >= ${start} AND at < ${end}
    GROUP BY 1, 2, 3, 4 ORDER BY day DESC, max(entry) DESC`;
  if (lines.length === 0) return null;
  const [older, newer] = await Promise.all([
    nearest(Prisma.sql`WHERE at < ${start} ORDER BY at DESC`),
    nearest(Prisma.sql`WHERE at >= ${end} ORDER BY at`),
  ]);
  return { month, lines, older, newer };
}

/** From the first moment of a month to that of the next, in UTC. */
function monthOf(month: string): { start: Date; end: Date } {
  const start = new Date(`${month}-01T00:00:00Z`);
  const end = new Date(start);
  end.setUTCMonth(start.getUTCMonth() + 1);
  return { start, end };
}

/** One's own standing, with why and until when. */
export async function readOwnStanding(viewer: Viewer): Promise<OwnStanding> {
  if (!isMember(viewer)) throw refusal("sign-in");
  const { standing, until, reason } = await standingOf(viewer.id);
  const decision = await prisma.decision.findFirst({
    where: { case: { subjectId: viewer.id }, deed: { in: ["silence", "suspend"] } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return { standing, until, reason, decisionId: standing === "good" ? null : (decision?.id ?? null) };
}
