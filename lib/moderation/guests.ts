import { hashOf, newToken } from "@/lib/accounts/secrets";
import { queueMail } from "@/lib/mail/writes";
import { now } from "@/lib/platform/clock";
import { config, origin } from "@/lib/platform/config";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Portion } from "@/lib/platform/portions";
import { confirmNoticeMail, guestOutcomeMail, noticeMail } from "./letters";
import { openCase } from "./opening";
import { ADDRESS_KEPT_MS, type CaseKind, type Deed, NOTICE_WAITS_MS, type ReportReason, urgencyOf } from "./rules";
import { holdTarget, mailUrgentCase, snapshotOf } from "./writes";

// What people without an account tell the moderators, and how they are answered: by mail alone.

type Notice = { reason: ReportReason; about: string; text: string; email: string };

export async function keepWaitingNotice(tx: Tx, { reason, about, text, email }: Notice): Promise<void> {
  const token = newToken();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + NOTICE_WAITS_MS);
  await tx.waitingNotice.create({
    data: { tokenHash: hashOf(token), reason, about, text, email, createdAt, expiresAt },
  });
  await queueMail(tx, { ...confirmNoticeMail(`${origin()}/contact/confirm?token=${token}`), to: email });
}

/** Takes the notice out of its waiting, once: of two presses one gets here and the other is refused. */
export async function takeWaitingNotice(tx: Tx, token: string): Promise<Notice> {
  const [notice] = await tx.$queryRaw<Notice[]>`
    DELETE FROM "WaitingNotice" WHERE "tokenHash" = ${hashOf(token)} AND "expiresAt" > ${now()}
    RETURNING "reason", "about", "text", "email"`;
  if (notice) return notice;
  throw new Refusal("spent-link", "This link has been used already, or its time has passed. Please write again.", {
    status: 410,
  });
}

type On = { kind: CaseKind; id: number; categoryId: number | null; authorId: number | null };

/** A report like any other. One that waits already is not joined by a second of the same address. */
export async function reportForGuest(tx: Tx, on: On, { reason, text, email }: Notice): Promise<void> {
  const { kind, categoryId, authorId: subjectId } = on;
  const { id } = await holdTarget(tx, on);
  const opened = await openCase(tx, { kind, targetId: id, categoryId, subjectId }, urgencyOf(reason));
  const waiting = { caseId: opened.id, guestEmail: email, decisionId: null };
  if (await tx.report.findFirst({ where: waiting, select: { id: true } })) return;
  const seen = await snapshotOf(tx, kind, id);
  await tx.report.create({
    data: { caseId: opened.id, guestEmail: email, reason, note: text, ...seen, createdAt: now() },
  });
  if (opened.becameUrgent) await mailUrgentCase(tx, { id: opened.id, categoryId, subjectId });
}

/** A notice about nothing that a guest can see, to the contact address, or where there is none to the administrators. */
export async function mailNotice(tx: Tx, notice: Notice): Promise<void> {
  const { CONTACT_EMAIL } = config();
  const administrators = await tx.member.findMany({
    where: { role: "administrator", closedAt: null, email: { not: null } },
    select: { id: true, email: true },
  });
  const to = CONTACT_EMAIL ? [{ id: null, email: CONTACT_EMAIL }] : administrators;
  for (const { id, email } of to) if (email) await queueMail(tx, { ...noticeMail(notice), to: email, memberId: id });
}

/** Answers every notice of guests that waits in this case, each once. */
export async function answerGuests(
  tx: Tx,
  { id: caseId, kind }: { id: number; kind: CaseKind },
  decisionId: number,
  deed: Deed,
): Promise<void> {
  const notices = await tx.$queryRaw<{ email: string; createdAt: Date }[]>`
    UPDATE "Report" SET "decisionId" = ${decisionId}, "answeredAt" = ${now()}
    WHERE "caseId" = ${caseId} AND "decisionId" IS NULL AND "reporterId" IS NULL
    RETURNING "guestEmail" AS email, "createdAt"`;
  for (const { email, createdAt } of notices)
    await queueMail(tx, { ...guestOutcomeMail(createdAt, deed, kind), to: email });
}

/** Addresses that have had their answer, and notices that nobody confirmed. */
export const guestSweeps: Portion[] = [
  (tx, limit) => tx.$executeRaw`
    UPDATE "Report" SET "guestEmail" = NULL WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Report" WHERE "guestEmail" IS NOT NULL AND "answeredAt" < ${new Date(now().getTime() - ADDRESS_KEPT_MS)}
      ORDER BY "answeredAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "WaitingNotice" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "WaitingNotice" WHERE "expiresAt" < ${now()} ORDER BY "expiresAt" ${limit} FOR UPDATE SKIP LOCKED))`,
];
