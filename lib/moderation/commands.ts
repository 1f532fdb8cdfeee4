import { lockReporter, lockStanding } from "@/lib/accounts/standing";
import { networkAtHand, throttle } from "@/lib/accounts/throttles";
import { queueMail } from "@/lib/mail/writes";
import { now } from "@/lib/platform/clock";
import { prisma, type Tx, touch, transaction } from "@/lib/platform/db";
import { orNotFound, Refusal } from "@/lib/platform/errors";
import { findEarlier, once } from "@/lib/platform/once";
import { tags } from "@/lib/platform/tags";
import {
  canAppeal,
  canAppealAnything,
  canDecide,
  canReport,
  canSeeCase,
  canSeeCases,
  canSendNotice,
} from "@/lib/policy/can";
import { ensure, refusal } from "@/lib/policy/decision";
import { guest, type Viewer } from "@/lib/policy/viewer";
import { holdStudyOfCase } from "@/lib/studies/amending";
import { listDecisions } from "./beside-a-case";
import { answerGuests, keepWaitingNotice, mailNotice, reportForGuest, takeWaitingNotice } from "./guests";
import { noticeArrivedMail } from "./letters";
import { carryOutOnCard } from "./on-card";
import { openCase } from "./opening";
import {
  appealOf,
  type CaseForAction,
  findCaseForAction,
  findOwnDecision,
  findWaitingNotice,
  readRules,
} from "./queries";
import {
  deedDone,
  endOfDay,
  isOnCard,
  isRestriction,
  REPORTS_PER_DAY,
  reasonsFor,
  UNREPORTED,
  unloggedDeeds,
  urgencyOf,
} from "./rules";
import type { AppealInput, DecideInput, NoticeInput, NoticeLinkInput, OpenCaseInput, ReportInput } from "./schema";
import { deedsFor, readTargetNow } from "./target-now";
import { findTarget, findTargetAt } from "./targets";
import {
  answerAppeals,
  answerReports,
  carryOut,
  holdTarget,
  insertAppeal,
  insertDecision,
  insertReport,
  mailUrgentCase,
  snapshotOf,
  tellSubject,
} from "./writes";

const DAY = 24 * 60 * 60 * 1000;

/** Reports a post, a thread or a member. One that waits already is not joined by a second of the same person. */
export async function report(reporter: Viewer, input: ReportInput): Promise<{ kind: string; id: number }> {
  if (!reasonsFor(input.kind).includes(input.reason))
    throw new Refusal("reason", "Please choose what it is about.", { field: "reason" });
  const target = orNotFound(await findTarget(reporter, input.kind, input.id));
  ensure(canReport(reporter, target));
  const { kind, categoryId, authorId: subjectId } = target;

  return transaction(async (tx) => {
    const member = await lockReporter(tx, reporter);
    return once(tx, { actorId: member.id, deed: "report", form: input }, async () => {
      await ensureReportPace(tx, member.id);
      const { id } = await holdTarget(tx, target);
      const opened = await openCase(tx, { kind, targetId: id, categoryId, subjectId }, urgencyOf(input.reason));
      const waiting = { caseId: opened.id, reporterId: member.id, decisionId: null };
      if (await tx.report.findFirst({ where: waiting, select: { id: true } })) throw refusal("already-reported");
      const { reason, note } = input;
      await insertReport(tx, {
        caseId: opened.id,
        reporterId: member.id,
        reason,
        note,
        ...(await snapshotOf(tx, kind, id)),
      });
      if (opened.becameUrgent)
        await mailUrgentCase(tx, { id: opened.id, categoryId, subjectId, reporterId: member.id });
      return { kind, id };
    });
  });
}

/** A guest's notice: it waits, and nothing comes of it, until the link in the mail shows that the address is theirs. */
export async function sendNotice(sender: Viewer, input: NoticeInput): Promise<void> {
  ensure(canSendNotice(sender));
  const press = { actorId: 0, deed: "notice", form: input };
  if (await findEarlier(prisma, press)) return;
  await throttle("notice by network", networkAtHand());
  await throttle("mail by account", input.email);
  await transaction((tx) =>
    once(tx, press, async () => {
      await keepWaitingNotice(tx, input);
      return {};
    }),
  );
}

/**
 * Makes a guest's notice count, once: a report on what it is about, if a guest can see that. What they can't see and what
 * isn't there are answered alike: the people who run the forum get it as a mail.
 */
export async function confirmNotice(sender: Viewer, input: NoticeLinkInput): Promise<void> {
  ensure(canSendNotice(sender));
  await throttle("link by network", networkAtHand());
  const waiting = await findWaitingNotice(sender, input.token);
  const target = waiting && (await findTargetAt(guest, waiting.about));
  await transaction(async (tx) => {
    const notice = await takeWaitingNotice(tx, input.token);
    if (target) await reportForGuest(tx, target, notice);
    else await mailNotice(tx, notice);
    await queueMail(tx, { ...noticeArrivedMail(), to: notice.email });
  });
}

/** Opens a case about what a moderator found themselves; without a report, so that they can decide on it. */
export async function openCaseMyself(moderator: Viewer, input: OpenCaseInput): Promise<{ caseId: number }> {
  const target = orNotFound(await findTarget(moderator, input.kind, input.id));
  const { kind, categoryId, authorId: subjectId } = target;
  ensure(canSeeCase(moderator, { categoryId, subjectId }));

  return transaction(async (tx) => {
    const member = await lockStanding(tx, moderator, [], canSeeCases);
    ensure(canSeeCase(member, { categoryId, subjectId }));
    const { id } = await holdTarget(tx, target);
    const known = await tx.case.findUnique({ where: { kind_targetId: { kind, targetId: id } }, select: { id: true } });
    return { caseId: known?.id ?? (await openCase(tx, { kind, targetId: id, categoryId, subjectId }, UNREPORTED)).id };
  });
}

/**
 * Decides a case: the deed, its entry in the log, the messages and the expiry of pages are one. Whoever decides on an
 * older version than there is sees first what happened meanwhile.
 */
export async function decideCase(moderator: Viewer, input: DecideInput): Promise<{ caseId: number }> {
  const seenCase = orNotFound(await findCaseForAction(moderator, input.id));
  ensure(canDecide(moderator, seenCase));
  const { version: rulesVersion, headings } = await readRules();
  ensureWellFounded(input, rulesVersion, headings);
  const until = input.until ? endOfDay(input.until) : null;

  return transaction(async (tx) => {
    const member = await lockStanding(tx, moderator, await listConcerned(tx, seenCase), canSeeCases);
    return once(tx, { actorId: member.id, deed: "decide", form: input }, async () => {
      const studyId = seenCase.kind === "study" ? await holdStudyOfCase(tx, seenCase.targetId) : null;
      const present = { ...(await lockCase(tx, seenCase)), studyId };
      if (present.version !== input.version) throw await decidedMeanwhile(tx, present);
      ensure(canDecide(member, present));
      const target = await readTargetNow(tx, present);
      if (!deedsFor(member, target).includes(input.deed)) throw notPossible();

      const { deed, reason, on = "", text = "" } = input;
      const rule = isRestriction(deed) ? input.rule : "";
      const stateBefore = await carryOut(tx, present, { deed, reason, until });
      const decided = {
        deed,
        rule,
        rulesVersion,
        reason,
        until: deed === "silence" || deed === "suspend" ? until : null,
      };
      const decisionId = await insertDecision(tx, present, { ...decided, moderatorId: member.id, stateBefore });
      if (isOnCard(deed))
        await carryOutOnCard(tx, present, { deed, on, text, reason, moderatorId: member.id, decisionId });
      const answersAppeal = await answerAppeals(tx, present.id, decisionId);
      await tellSubject(tx, present, decisionId, { ...decided, kind: present.kind, answersAppeal });
      await answerReports(tx, present, decisionId, deed);
      await answerGuests(tx, present, decisionId, deed);
      if (!unloggedDeeds.includes(deed)) touch(tx, tags.log());
      return { caseId: present.id };
    });
  });
}

/** Asks another moderator to look at a decision about oneself, once for each decision. */
export async function appeal(member: Viewer, input: AppealInput): Promise<{ decisionId: number }> {
  const decision = orNotFound(await findOwnDecision(member, input.id));
  const press = { actorId: decision.subjectId, deed: "appeal", form: input };
  const earlier = await findEarlier<{ decisionId: number }>(prisma, press);
  if (earlier) return earlier;
  ensure(canAppeal(member, appealOf(decision), now()));
  const { id: decisionId, kind, targetId, categoryId, subjectId } = decision;

  return transaction(async (tx) => {
    await lockStanding(tx, member, [], canAppealAnything);
    return once(tx, press, async () => {
      await insertAppeal(tx, { kind, targetId, categoryId, subjectId }, { decisionId, text: input.text });
      return { decisionId };
    });
  });
}

async function ensureReportPace(tx: Tx, memberId: number): Promise<void> {
  const since = new Date(now().getTime() - DAY);
  const today = await tx.report.count({ where: { reporterId: memberId, createdAt: { gt: since } } });
  if (today >= REPORTS_PER_DAY)
    throw new Refusal(
      "too-fast",
      "That is a lot of reports for one day. Please write to the contact address instead.",
      {
        status: 429,
        retryAfter: 60 * 60,
      },
    );
}

function ensureWellFounded(input: DecideInput, rulesVersion: number, headings: string[]): void {
  const { deed, rule, until } = input;
  if (isRestriction(deed) && !headings.includes(rule))
    throw new Refusal("rule", "Please choose the rule this is about.", { field: "rule" });
  if (isRestriction(deed) && input.rulesVersion !== rulesVersion)
    throw new Refusal(
      "rules-changed",
      "The rules have a new version since you opened this page. Please choose again.",
      {
        status: 409,
        field: "rule",
      },
    );
  if (deed === "silence" && !until)
    throw new Refusal("until", "A silence ends. Please say until which day.", { field: "until" });
  if ((deed === "silence" || deed === "suspend") && until && endOfDay(until) <= now())
    throw new Refusal("until", "Please choose a day that is still to come.", { field: "until" });
}

/** Everyone whose counts or standing the decision may change, for taking their rows first and in order. */
async function listConcerned(tx: Tx, { kind, targetId, subjectId }: CaseForAction): Promise<number[]> {
  if (subjectId === null) return [];
  if (kind === "member") return [subjectId];
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT p."authorId" AS id FROM "Post" p WHERE ${kind} = 'thread' AND p."threadId" = ${targetId}
    UNION SELECT th."memberId" FROM "Thanks" th JOIN "Post" p ON p."number" = th."postNumber"
    WHERE (${kind} = 'thread' AND p."threadId" = ${targetId}) OR (${kind} = 'post' AND p."number" = ${targetId})`;
  return [subjectId, ...rows.map(({ id }) => id)];
}

async function lockCase(tx: Tx, one: CaseForAction): Promise<CaseForAction> {
  const [row] = await tx.$queryRaw<{ version: number; open: boolean; urgency: number }[]>`
    SELECT "version", "open", "urgency" FROM "Case" WHERE "id" = ${one.id} FOR UPDATE`;
  const waiting = await tx.report.findMany({
    where: { caseId: one.id, decisionId: null },
    select: { reporterId: true },
  });
  return { ...one, ...orNotFound(row), reporterIds: waiting.flatMap(({ reporterId }) => reporterId ?? []) };
}

/** The second of two moderators learns what the first decided, and nothing is done twice. */
async function decidedMeanwhile(tx: Tx, present: CaseForAction): Promise<Refusal> {
  const [newest] = present.open ? [] : await listDecisions(present.id, tx);
  const plain = refusal("decided-meanwhile");
  if (!newest) return plain;
  const sentence = `${newest.by} has decided this meanwhile: ${deedDone[newest.deed]}. “${newest.reason}” Your text is still in the form.`;
  return new Refusal(plain.reason, sentence, plain.more);
}

function notPossible(): Refusal {
  const { reason, sentence, status } = refusal("not-possible");
  return new Refusal(reason, sentence, { status, field: "deed" });
}
