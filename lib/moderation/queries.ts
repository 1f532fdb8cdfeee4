import { readProfile } from "@/lib/accounts/queries";
import { hashOf } from "@/lib/accounts/secrets";
import { standingAt } from "@/lib/accounts/standing";
import { publicDeeds } from "@/lib/administration/rules";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import { atMost, Prisma, prisma, type Tx } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import {
  canAppeal,
  canChangeStanding,
  canDecide,
  canReport,
  canSeeCase,
  canSeeCases,
  type State,
} from "@/lib/policy/can";
import { ensure, refusal } from "@/lib/policy/decision";
import { isMember, isModerator, type Role, type Standing, type Viewer } from "@/lib/policy/viewer";
import { asWhere, visibleThreads } from "@/lib/policy/visible";
import { findPostForAction, listPostsBetween, readPost } from "@/lib/posts/queries";
import { excerptOf } from "@/lib/posts/rules";
import { findCitedStudy, readStudyForCase } from "@/lib/studies/queries";
import { postPath, threadPath } from "@/lib/threads/paths";
import { decisionSentence } from "./letters";
import {
  APPROVED,
  appealableUntil,
  type CaseKind,
  changesStanding,
  type Deed,
  deeds,
  headingsOf,
  possibleDeeds,
  type ReportReason,
  type TargetNow,
  takesSomething,
  thingAt,
  unloggedDeeds,
} from "./rules";
import type {
  AppealView,
  CaseRow,
  CaseView,
  DecisionView,
  LogLine,
  LogMonth,
  OwnDecision,
  OwnStanding,
  PastCase,
  Reportable,
  ReportView,
  ThreadLine,
} from "./types";

export type Target = {
  kind: CaseKind;
  id: number;
  /** Null for a study. */
  authorId: number | null;
  state: State;
  categoryId: number | null;
  href: string;
  title: string;
};

/** A post, thread, member or study that this viewer can see, with what decides whether they may report it. */
export async function findTarget(viewer: Viewer, kind: CaseKind, id: number): Promise<Target | null> {
  if (kind === "post") {
    const post = await findPostForAction(viewer, id);
    return (
      post && {
        kind,
        id,
        authorId: post.authorId,
        state: post.state,
        categoryId: post.categoryId,
        href: postPath(id),
        title: post.title,
      }
    );
  }
  if (kind === "thread") {
    const thread = await prisma.thread.findFirst({
      where: { id, ...asWhere(visibleThreads(viewer)) },
      select: { authorId: true, state: true, categoryId: true, title: true, slug: true },
    });
    return thread && { kind, id, ...thread, href: threadPath({ id, slug: thread.slug }) };
  }
  if (kind === "study") {
    const study = await findCitedStudy(viewer, id);
    return (
      study && {
        kind,
        id: study.id,
        authorId: null,
        state: "visible",
        categoryId: null,
        href: `/studies/${study.id}`,
        title: study.title,
      }
    );
  }
  const member = await prisma.member.findFirst({
    where: { id, closedAt: null, emailVerifiedAt: { not: null } },
    select: { name: true },
  });
  return (
    member && {
      kind,
      id,
      authorId: id,
      state: "visible",
      categoryId: null,
      href: `/u/${encodeURIComponent(member.name)}`,
      title: member.name,
    }
  );
}

/** What an address of this forum leads to, if this viewer can see it. */
export async function findTargetAt(viewer: Viewer, address: string): Promise<Target | null> {
  const thing = thingAt(address, origin());
  if (!thing) return null;
  if (typeof thing.id === "number") return findTarget(viewer, thing.kind, thing.id);
  const member = await readProfile(viewer, thing.id).catch(() => null);
  return member && findTarget(viewer, "member", member.id);
}

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

type Row = Omit<CaseRow, "subject" | "reasons"> & {
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

/**
 * The ids of everyone who moderates this category, each once. Two lists, each from an index of a handful of rows: one
 * condition with OR asks every member there is.
 */
function moderatorsOf(categoryId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT "id" FROM "Member" WHERE "role" <> 'member'
    UNION SELECT cm."memberId" FROM "CategoryModerator" cm WHERE cm."categoryId" = ${categoryId}`;
}

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

async function selectCases(which: Prisma.Sql, end: Prisma.Sql = Prisma.empty): Promise<Row[]> {
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

function caseRow({
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
function ofModerator(viewer: Viewer): Prisma.Sql {
  if (!isMember(viewer)) return Prisma.sql`FALSE`;
  const within = isModerator(viewer)
    ? Prisma.sql`TRUE`
    : viewer.moderates?.length
      ? Prisma.sql`k."categoryId" = ANY(${[...viewer.moderates]}::int[])`
      : Prisma.sql`FALSE`;
  return Prisma.sql`(${within} AND k."subjectId" IS DISTINCT FROM ${viewer.id})`;
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

/** How the thing of a case stands now. */
export async function readTargetNow(
  db: Tx,
  one: { id: number; kind: CaseKind; targetId: number; subjectId: number | null },
): Promise<TargetNow & { isStaff: boolean }> {
  if (one.kind === "study")
    return { kind: one.kind, state: null, locked: false, standing: "good", left: false, isStaff: false };
  const [subject] = await db.$queryRaw<{ standing: Standing; left: boolean; role: Role; moderates: boolean }[]>`
    SELECT ${standingAt("m", now())} AS standing, m."closedAt" IS NOT NULL AS left, m."role"::text,
      EXISTS (SELECT 1 FROM "CategoryModerator" cm WHERE cm."memberId" = m."id") AS moderates
    FROM "Member" m WHERE m."id" = ${one.subjectId}`;
  const { standing = "good", left = true, role = "member", moderates = false } = subject ?? {};
  const person = { kind: one.kind, standing, left, isStaff: role !== "member" || moderates };
  if (one.kind === "post") {
    const post = await db.post.findUnique({ where: { number: one.targetId }, select: { state: true, purgedAt: true } });
    const kept = !post?.purgedAt && (await isAppealed(db, one.id));
    return { ...person, state: post?.state ?? null, locked: false, kept };
  }
  if (one.kind === "thread") {
    const thread = await db.thread.findUnique({
      where: { id: one.targetId },
      select: { state: true, locked: true, purgedAt: true },
    });
    const kept = !thread?.purgedAt && (await isAppealed(db, one.id));
    return { ...person, state: thread?.state ?? null, locked: thread?.locked ?? false, kept };
  }
  return { ...person, state: null, locked: false };
}

async function isAppealed(db: Tx, caseId: number): Promise<boolean> {
  return (await db.appeal.count({ where: { caseId, answerId: null } })) > 0;
}

/** The deeds this moderator can choose from. */
export function deedsFor(viewer: Viewer, target: TargetNow & { isStaff: boolean }): Deed[] {
  const may = canChangeStanding(viewer, target).allowed;
  return possibleDeeds(target).filter((deed) => may || !changesStanding(deed));
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

function hrefOf(row: Row): string {
  if (row.kind === "post") return postPath(row.targetId);
  if (row.kind === "thread") return threadPath({ id: row.targetId, slug: row.threadSlug ?? "-" });
  if (row.kind === "study") return `/studies/${row.studyId ?? row.targetId}`;
  return `/u/${encodeURIComponent(row.subjectName ?? "")}`;
}

async function listHosts({ kind, targetId }: Row): Promise<string[]> {
  if (kind === "member" || kind === "study") return [];
  const rows = await prisma.postLink.findMany({
    where: { post: kind === "post" ? { number: targetId } : { threadId: targetId, position: 1 } },
    orderBy: { host: "asc" },
  });
  return rows.map(({ host }) => host);
}

/** Two posts before and two after; of a thread its first ones. */
async function listAround(viewer: Viewer, { kind, targetId, threadId }: Row): Promise<ThreadLine[]> {
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

async function profileOf(id: number): Promise<string> {
  const { personalText, about } = await prisma.member.findUniqueOrThrow({
    where: { id },
    select: { personalText: true, about: true },
  });
  return [personalText, about].filter(Boolean).join("\n\n");
}

async function listReports(caseId: number): Promise<ReportView[]> {
  const rows = await prisma.$queryRaw<(Omit<ReportView, "reporter"> & { name: string | null; former: boolean })[]>`
    SELECT r."id", m."name", m."closedAt" IS NOT NULL AS former, r."reason", r."note", r."snapshot", r."snapshotVersion",
      r."createdAt" AS at, r."decisionId" IS NOT NULL AS answered
    FROM "Report" r LEFT JOIN "Member" m ON m."id" = r."reporterId" WHERE r."caseId" = ${caseId} ORDER BY r."id" DESC LIMIT 100`;
  return rows.map(({ name, former, ...report }) => ({ ...report, reporter: name === null ? null : { name, former } }));
}

async function listAppeals(caseId: number): Promise<AppealView[]> {
  return prisma.$queryRaw<AppealView[]>`
    SELECT a."id", a."text", a."createdAt" AS at, d."deed" AS against, m."name" AS by, a."answerId" IS NOT NULL AS answered
    FROM "Appeal" a JOIN "Decision" d ON d."id" = a."decisionId" JOIN "Member" m ON m."id" = d."moderatorId"
    WHERE a."caseId" = ${caseId} ORDER BY a."id" DESC`;
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

export async function listDecisions(caseId: number, db: Tx = prisma): Promise<DecisionView[]> {
  return db.$queryRaw<DecisionView[]>`
    SELECT d."id", m."name" AS by, d."deed", d."rule", d."rulesVersion", d."reason", d."until", d."createdAt" AS at
    FROM "Decision" d JOIN "Member" m ON m."id" = d."moderatorId" WHERE d."caseId" = ${caseId} ORDER BY d."id" DESC`;
}

type Standings = NonNullable<CaseView["standing"]>;

async function standingOf(memberId: number): Promise<Standings> {
  const [row] = await prisma.$queryRaw<Standings[]>`
    SELECT ${standingAt("m", now())} AS standing, m."standingUntil" AS until, m."standingReason" AS reason, m."role"::text AS role,
      m."joinedAt", m."postCount" AS posts FROM "Member" m WHERE m."id" = ${memberId}`;
  return orNotFound(row);
}

async function listPastCases(viewer: Viewer, { id, subjectId }: Row): Promise<PastCase[]> {
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

/** Everyone who may decide a case of this category, for mails; never whom it is about or who has just reported it. */
export async function listModerators(
  db: Tx,
  one: { categoryId: number | null; but: number[] },
): Promise<{ id: number; name: string; email: string }[]> {
  return db.$queryRaw<{ id: number; name: string; email: string }[]>`
    SELECT m."id", m."name", m."email" FROM (${moderatorsOf(Prisma.sql`${one.categoryId}`)}) able JOIN "Member" m ON m."id" = able."id"
    WHERE m."closedAt" IS NULL AND m."email" IS NOT NULL AND ${standingAt("m", now())} = 'good' AND NOT m."id" = ANY(${one.but}::int[])
    ORDER BY m."id"`;
}

/**
 * Everyone who may decide some case that has waited since before this moment, with how many, for mails; those about
 * themselves aren't among them. Cases are counted by what they have in common, so many cost hardly more than few.
 */
export async function listAwaitedModerators(
  db: Tx,
  since: Date,
): Promise<{ id: number; name: string; email: string; cases: number }[]> {
  return db.$queryRaw<{ id: number; name: string; email: string; cases: number }[]>`
    WITH able AS (
      SELECT "id" FROM "Member" WHERE "role" <> 'member' UNION SELECT "memberId" FROM "CategoryModerator"
    ), waiting AS (
      SELECT k."categoryId", able."id" AS "subjectId", count(*) AS cases FROM "Case" k LEFT JOIN able ON able."id" = k."subjectId"
      WHERE k."open" AND k."openedAt" < ${since} GROUP BY 1, 2
    )
    SELECT m."id", m."name", m."email", sum(waiting.cases)::int AS cases
    FROM able JOIN "Member" m ON m."id" = able."id" JOIN waiting ON waiting."subjectId" IS DISTINCT FROM m."id" AND (
      m."role" <> 'member' OR EXISTS (
        SELECT 1 FROM "CategoryModerator" cm WHERE cm."memberId" = m."id" AND cm."categoryId" = waiting."categoryId"))
    WHERE m."closedAt" IS NULL AND m."email" IS NOT NULL AND ${standingAt("m", now())} = 'good'
    GROUP BY m."id" ORDER BY m."id"`;
}
