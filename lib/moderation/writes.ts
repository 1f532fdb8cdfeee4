import { setStanding } from "@/lib/accounts/writes";
import { queueMail } from "@/lib/mail/writes";
import { mailIfWanted, tellOfDecision, tellOfOutcome } from "@/lib/notices/writes";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import type { Tx } from "@/lib/platform/db";
import { invariant, orNotFound } from "@/lib/platform/errors";
import type { State } from "@/lib/policy/can";
import { refusal } from "@/lib/policy/decision";
import { type HoldReason, holdReasonOf } from "@/lib/posts/rules";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { holdStudyOfCase } from "@/lib/studies/amending";
import { readableCard } from "@/lib/studies/readable-card";
import { lockThread, setThreadMarks, setThreadState } from "@/lib/threads/writes";
import {
  type Decided,
  decisionMail,
  decisionSentence,
  outcomeMail,
  outcomeSentence,
  urgentMail,
  waitingMail,
} from "./letters";
import { listAwaitedModerators, listModerators } from "./moderators";
import { type CaseOf, openCase } from "./opening";
import type { CaseForAction } from "./queries";
import {
  APPEALED,
  APPROVED,
  type CaseKind,
  changesStanding,
  type Deed,
  endsHold,
  HELD,
  type ReportReason,
} from "./rules";

/** The case of something that waits for a moderator before others see it, which needs no report. */
export async function openHeldCase(tx: Tx, one: CaseOf, heldFor: HoldReason): Promise<void> {
  const { id } = await openCase(tx, one, HELD);
  await tx.case.update({ where: { id }, data: { heldFor } });
}

/** Why a post waits, or waited when its author withdrew it; null once a decision was made, or if it never did. */
export async function findHeldFor(tx: Tx, number: number): Promise<HoldReason | null> {
  const where = { kind_targetId: { kind: "post", targetId: number } };
  return holdReasonOf((await tx.case.findUnique({ where, select: { heldFor: true } }))?.heldFor ?? null);
}

/** The text that waits has changed: who decides on the one before sees this one first. */
export async function noteHeldEdit(tx: Tx, one: Pick<CaseOf, "kind" | "targetId">): Promise<void> {
  await tx.case.updateMany({ where: { ...one, heldFor: { not: null } }, data: { version: { increment: 1 } } });
}

/** What waited is withdrawn: nobody needs to look at it any more, unless someone had reported it before. */
export async function setHeldCaseAside(tx: Tx, number: number): Promise<void> {
  await tx.case.updateMany({
    where: { kind: "post", targetId: number, heldFor: { not: null }, reports: { none: { decisionId: null } } },
    data: { open: false, version: { increment: 1 } },
  });
}

/** The thing as it stands when it is reported: an edit or a withdrawal afterwards takes nothing away. */
export async function snapshotOf(
  tx: Tx,
  kind: CaseKind,
  id: number,
): Promise<{ snapshot: string; snapshotVersion: number | null }> {
  if (kind === "post") {
    const { source, version } = await tx.post.findUniqueOrThrow({
      where: { number: id },
      select: { source: true, version: true },
    });
    return { snapshot: source, snapshotVersion: version };
  }
  if (kind === "thread") {
    const thread = await tx.thread.findUniqueOrThrow({
      where: { id },
      select: { title: true, posts: { orderBy: { position: "asc" }, take: 1, select: { source: true } } },
    });
    return { snapshot: [thread.title, thread.posts[0]?.source ?? ""].join("\n\n"), snapshotVersion: null };
  }
  if (kind === "study") {
    const { cardHtml } = await tx.study.findUniqueOrThrow({ where: { id }, select: { cardHtml: true } });
    return { snapshot: readableCard(cardHtml), snapshotVersion: null };
  }
  const member = await tx.member.findUniqueOrThrow({
    where: { id },
    select: { name: true, personalText: true, about: true },
  });
  return {
    snapshot: [member.name, member.personalText, member.about].filter(Boolean).join("\n\n"),
    snapshotVersion: null,
  };
}

/** What is reported, held until the end of the transaction where it could become another one: a study is joined into another. */
export async function holdTarget<T extends { kind: CaseKind; id: number }>(tx: Tx, target: T): Promise<T> {
  return target.kind === "study" ? { ...target, id: orNotFound(await holdStudyOfCase(tx, target.id)) } : target;
}

export async function insertReport(
  tx: Tx,
  report: {
    caseId: number;
    reporterId: number;
    reason: ReportReason;
    note: string;
    snapshot: string;
    snapshotVersion: number | null;
  },
): Promise<void> {
  await tx.report.create({ data: { ...report, createdAt: now() } });
}

export async function mailUrgentCase(
  tx: Tx,
  one: { id: number; categoryId: number | null; subjectId: number | null; reporterId?: number },
): Promise<void> {
  const { categoryId, subjectId, reporterId } = one;
  const but = [subjectId, reporterId].filter((id): id is number => typeof id === "number");
  const moderators = await listModerators(tx, { categoryId, but });
  for (const { id, name, email } of moderators) {
    await queueMail(tx, { ...urgentMail(name, `${origin()}/moderation/cases/${one.id}`), to: email, memberId: id });
  }
}

/** Does what was decided to the thing or the person; what it was before comes back. */
export async function carryOut(
  tx: Tx,
  one: CaseForAction,
  decided: { deed: Deed; reason: string; until: Date | null },
): Promise<State | null> {
  const { deed, reason, until } = decided;
  if (changesStanding(deed)) {
    invariant(one.subjectId, "a standing is somebody’s");
    await setStanding(
      tx,
      one.subjectId,
      deed === "lift"
        ? { standing: "good", until: null, reason: null }
        : { standing: deed === "silence" ? "silenced" : "suspended", until, reason },
    );
  }
  if (deed === "lock" || deed === "unlock") await setThreadMarks(tx, one.targetId, { locked: deed === "lock" });
  if (!isAboutBeingShown(deed)) return null;

  const state = deed === "restore" ? await stateBeforeHiding(tx, one.id) : stateAfter[deed];
  const shownReason = deed === "restore" || deed === "approve" ? null : reason;
  if (one.kind === "thread") {
    const thread = orNotFound(await lockThread(tx, one.targetId));
    await setThreadState(tx, thread, state, shownReason);
    return thread.state;
  }
  const post = orNotFound(await lockPostAndThread(tx, one.targetId));
  await setPostState(tx, post, state, shownReason);
  return post.state;
}

const stateAfter = { approve: "visible", refuse: "hidden", hide: "hidden", remove: "removed" } as const;

function isAboutBeingShown(deed: Deed): deed is keyof typeof stateAfter | "restore" {
  return deed === "restore" || deed in stateAfter;
}

/** What its author had withdrawn before it was hidden stays withdrawn; what was refused is shown for the first time. */
async function stateBeforeHiding(tx: Tx, caseId: number): Promise<State> {
  const hiding = await tx.decision.findFirst({
    where: { caseId, deed: { in: ["hide", "refuse", "remove"] }, stateBefore: { notIn: ["hidden", "removed"] } },
    orderBy: { id: "desc" },
    select: { stateBefore: true },
  });
  return hiding?.stateBefore === "withdrawn" ? "withdrawn" : "visible";
}

/** The decision with its entry in the log; the case is closed by it. */
export async function insertDecision(
  tx: Tx,
  one: CaseForAction,
  decision: Omit<Decided, "kind"> & { moderatorId: number; stateBefore: State | null },
): Promise<number> {
  const createdAt = now();
  const { deed, reason, moderatorId } = decision;
  const entry = await tx.logEntry.create({
    data: { actorId: moderatorId, deed, subject: `${one.kind}:${one.targetId}`, reason, createdAt },
    select: { id: true },
  });
  const { id } = await tx.decision.create({
    data: { ...decision, caseId: one.id, caseVersion: one.version, logEntryId: entry.id, createdAt },
    select: { id: true },
  });
  const { count } = await tx.case.updateMany({
    where: { id: one.id, version: one.version },
    data: {
      open: false,
      decidedAt: createdAt,
      version: { increment: 1 },
      causes: [],
      ...(endsHold(deed) ? { heldFor: null } : {}),
    },
  });
  invariant(count === 1, "a case that is decided is held by who decides it");
  return id;
}

/** Someone's word against a decision about them; the case is open again until a moderator answers it. */
export async function insertAppeal(
  tx: Tx,
  one: CaseOf,
  appeal: { decisionId: number; text: string },
): Promise<{ id: number }> {
  const { id: caseId } = await openCase(tx, one, APPEALED);
  if (await tx.appeal.findUnique({ where: { decisionId: appeal.decisionId }, select: { id: true } }))
    throw refusal("appealed-already");
  return tx.appeal.create({ data: { ...appeal, caseId, createdAt: now() }, select: { id: true } });
}

/** This decision answers every appeal that waits in the case; true where there was one. */
export async function answerAppeals(tx: Tx, caseId: number, decisionId: number): Promise<boolean> {
  const { count } = await tx.appeal.updateMany({ where: { caseId, answerId: null }, data: { answerId: decisionId } });
  return count > 0;
}

/**
 * Tells the one it is about, of a decision that changed something or that answers their appeal. Nothing in it says that
 * anybody reported.
 */
export async function tellSubject(
  tx: Tx,
  one: Pick<CaseForAction, "kind" | "targetId" | "subjectId">,
  decisionId: number,
  decided: Decided & { answersAppeal: boolean },
): Promise<void> {
  if (one.subjectId === null || (decided.deed === "nothing" && !decided.answersAppeal)) return;
  const member = await tx.member.findUniqueOrThrow({
    where: { id: one.subjectId },
    select: { name: true, email: true, closedAt: true },
  });
  if (member.closedAt) return;
  const why = decided.reason && decided.reason !== APPROVED ? ` ${decided.reason}` : "";
  await tellOfDecision(tx, { memberId: one.subjectId, decisionId, text: `${decisionSentence(decided)}${why}` });
  const link = decided.deed === "suspend" ? `${origin()}/suspended` : linkTo(one);
  if (member.email)
    await mailIfWanted(tx, "decision", {
      ...decisionMail(member.name, decided, link, `${origin()}/decisions/${decisionId}`),
      to: member.email,
      memberId: one.subjectId,
    });
}

function linkTo({ kind, targetId }: Pick<CaseForAction, "kind" | "targetId">): string {
  if (kind === "post") return `${origin()}/p/${targetId}`;
  return kind === "thread" ? `${origin()}/t/${targetId}/-` : `${origin()}/rules`;
}

/** Answers every open report of the case with this decision, and tells each reporter, once. */
export async function answerReports(
  tx: Tx,
  { id: caseId, kind }: Pick<CaseForAction, "id" | "kind">,
  decisionId: number,
  deed: Deed,
): Promise<void> {
  const reports = await tx.$queryRaw<
    { id: number; createdAt: Date; memberId: number; name: string; email: string | null; left: boolean }[]
  >`
    UPDATE "Report" r SET "decisionId" = ${decisionId} FROM "Member" m
    WHERE r."caseId" = ${caseId} AND r."decisionId" IS NULL AND m."id" = r."reporterId"
    RETURNING r."id", r."createdAt", m."id" AS "memberId", m."name", m."email", m."closedAt" IS NOT NULL AS left`;
  for (const { id, createdAt, memberId, name, email, left } of reports) {
    if (left) continue;
    await tellOfOutcome(tx, { memberId, decisionId, reportId: id, text: outcomeSentence(deed, kind) });
    if (email) await mailIfWanted(tx, "outcome", { ...outcomeMail(name, createdAt, deed, kind), to: email, memberId });
  }
}

/** To each moderator how many cases have waited since before this moment, of those they could decide; none, no mail. */
export async function mailWaitingCases(tx: Tx, since: Date): Promise<void> {
  for (const { id, name, email, cases } of await listAwaitedModerators(tx, since)) {
    await queueMail(tx, { ...waitingMail(name, cases, `${origin()}/moderation`), to: email, memberId: id });
  }
}

/** Of someone who leaves: what they looked after. Their reports stay, under a former member. */
export async function forgetInModeration(tx: Tx, memberId: number): Promise<void> {
  const held = await tx.case.findMany({
    where: { subjectId: memberId, kind: "post", open: true, heldFor: { not: null } },
    select: { targetId: true },
  });
  const gone = await tx.post.findMany({
    where: { number: { in: held.map(({ targetId }) => targetId) }, state: "withdrawn" },
    select: { number: true },
  });
  for (const { number } of gone) await setHeldCaseAside(tx, number);
  await tx.categoryModerator.deleteMany({ where: { memberId } });
}

/** Gives someone a category to look after; false where they had it. */
export async function addCategoryModerator(tx: Tx, one: { categoryId: number; memberId: number }): Promise<boolean> {
  const { count } = await tx.categoryModerator.createMany({ data: { ...one, createdAt: now() }, skipDuplicates: true });
  return count === 1;
}

export async function removeCategoryModerator(tx: Tx, one: { categoryId: number; memberId: number }): Promise<boolean> {
  const { count } = await tx.categoryModerator.deleteMany({ where: one });
  return count === 1;
}
