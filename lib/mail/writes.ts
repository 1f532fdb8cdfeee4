import { randomUUID } from "node:crypto";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import type { Prisma, Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

export type NewMail = {
  kind: string;
  to: string;
  subject: string;
  text: string;
  memberId?: number | null;
  /** Where no more of this kind can be asked for, for mails that one can do without. */
  unsubscribe?: string;
};

/** Puts a mail into the outbox with the job that sends it: it goes out if, and only if, its cause is committed. */
export async function queueMail(tx: Tx, mail: NewMail): Promise<void> {
  const messageId = `<${randomUUID()}@${new URL(origin()).hostname}>`;
  const { id } = await tx.mail.create({ data: { ...mail, messageId, createdAt: now() }, select: { id: true } });
  await enqueue(tx, "mail.send", { id: String(id) });
}

/** A mail that nobody waits for any more is not sent, and one that was sent is forgotten. */
export async function forgetMailsTo(tx: Tx, memberId: number): Promise<void> {
  await tx.mail.deleteMany({ where: { memberId } });
}

/** Tries mails now that did not go out: one, or all that nothing tries any more. Returns how many. */
export async function tryMailsAgain(tx: Tx, which: { id: bigint } | "all stopped"): Promise<number> {
  const mails = await tx.mail.findMany({
    where: { sentAt: null, attempts: { gt: 0 }, ...(which === "all stopped" ? { stoppedAt: { not: null } } : which) },
    select: { id: true, attempts: true },
  });
  for (const { id, attempts } of mails) {
    await tx.mail.update({ where: { id }, data: { stoppedAt: null } });
    await enqueue(tx, "mail.send", { id: String(id), attempt: attempts });
  }
  return mails.length;
}

/** Nothing tries this mail any more; false where it went out or was given up before. */
export async function giveUpMail(tx: Tx, id: bigint): Promise<boolean> {
  const { count } = await tx.mail.updateMany({
    where: { id, sentAt: null, stoppedAt: null, attempts: { gt: 0 } },
    data: { stoppedAt: now() },
  });
  return count === 1;
}

const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/** Mails hold addresses: once sent, they are kept for a month in case someone asks what became of theirs. */
export function forgetOldMails(tx: Tx, limit: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Mail" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Mail" WHERE "createdAt" < ${new Date(now().getTime() - KEPT_FOR)} ORDER BY "createdAt" ${limit} FOR UPDATE SKIP LOCKED))`;
}
