import { now } from "@/lib/platform/clock";
import { prisma, transaction } from "@/lib/platform/db";
import { readForum } from "@/lib/platform/forum";
import { log } from "@/lib/platform/log";
import { enqueue, type Job } from "@/lib/platform/queue";
import { isForGood, sendBySmtp } from "./smtp";

const MINUTE = 60 * 1000;
/** A mail server may be away for a night; a link's mail is of no use after a day. */
const PAUSES = [1, 2, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240];

/**
 * Sends one mail of the outbox. A job is for one attempt: where an administrator had it tried early, the one that waits
 * for its hour finds nothing to do. Its Message-ID never changes, so that a mail sent twice, because the machine stopped
 * between sending and writing it down, is one mail to the programs that receive it. A demo keeps its mails.
 */
async function sendMail({ id, attempt = 0 }: { id: string; attempt?: number }): Promise<void> {
  const mail = await prisma.mail.findUnique({ where: { id: BigInt(id) } });
  if (!mail || mail.sentAt || mail.stoppedAt || mail.attempts !== attempt || (await readForum()).mode === "demo")
    return;
  try {
    await sendBySmtp(mail);
  } catch (error) {
    return noteFailure(mail, error);
  }
  await prisma.mail.update({
    where: { id: mail.id },
    data: { sentAt: now(), attempts: mail.attempts + 1, lastError: null },
  });
}

async function noteFailure(mail: { id: bigint; attempts: number; kind: string }, error: unknown): Promise<void> {
  const pause = isForGood(error) ? undefined : PAUSES[mail.attempts];
  const { message, responseCode } = error as Error & { responseCode?: number };
  log.warn(
    { kind: mail.kind, attempt: mail.attempts + 1, responseCode, again: pause !== undefined },
    "a mail was not sent",
  );
  await transaction(async (tx) => {
    await tx.mail.update({
      where: { id: mail.id },
      data: {
        attempts: mail.attempts + 1,
        lastError: message.slice(0, 500),
        stoppedAt: pause === undefined ? now() : null,
      },
    });
    if (pause)
      await enqueue(
        tx,
        "mail.send",
        { id: String(mail.id), attempt: mail.attempts + 1 },
        { startAfter: new Date(now().getTime() + pause * MINUTE) },
      );
  });
}

export const mailJobs: Job[] = [{ kind: "mail.send", work: sendMail }];
