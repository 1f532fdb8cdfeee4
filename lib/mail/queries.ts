import { ensureAdministrator } from "@/lib/accounts/standing";
import { prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { readForum } from "@/lib/platform/forum";
import type { Viewer } from "@/lib/policy/viewer";
import { withoutNames } from "./rules";
import type { DemoMail, FailedMail, TestMail } from "./types";

const SHOWN = 100;

/** What a demo would have sent, newest first. In a live forum there is no such page. */
export async function listDemoMails(): Promise<DemoMail[]> {
  await ensureDemo();
  const mails = await prisma.mail.findMany({ orderBy: { id: "desc" }, take: SHOWN });
  return mails.map(demoMail);
}

export async function readDemoMail(id: string): Promise<DemoMail> {
  await ensureDemo();
  const known = /^\d{1,18}$/.test(id) ? await prisma.mail.findUnique({ where: { id: BigInt(id) } }) : null;
  return demoMail(orNotFound(known));
}

async function ensureDemo(): Promise<void> {
  const forum = await readForum();
  orNotFound(forum.mode === "demo" ? forum : null);
}

function demoMail(mail: { id: bigint; to: string; subject: string; text: string; createdAt: Date }): DemoMail {
  return { id: String(mail.id), to: mail.to, subject: mail.subject, text: mail.text, at: mail.createdAt };
}

/** Mails that were tried and did not go out, the newest first; never what they say. */
export async function listFailedMails(administrator: Viewer): Promise<FailedMail[]> {
  ensureAdministrator(administrator);
  const mails = await prisma.mail.findMany({
    where: { sentAt: null, attempts: { gt: 0 } },
    orderBy: { id: "desc" },
    take: SHOWN,
    select: { id: true, kind: true, to: true, lastError: true, attempts: true, createdAt: true, stoppedAt: true },
  });
  return mails.map(({ id, to, lastError, stoppedAt, ...mail }) => ({
    ...mail,
    id: String(id),
    to: withoutNames(to),
    error: withoutNames(lastError ?? ""),
    stopped: stoppedAt !== null,
  }));
}

/** The newest mail that this administrator sent to themselves. */
export async function findTestMail(administrator: Viewer): Promise<TestMail | null> {
  const { id } = ensureAdministrator(administrator);
  const mail = await prisma.mail.findFirst({ where: { kind: "test", memberId: id }, orderBy: { id: "desc" } });
  if (!mail) return null;
  const { to, createdAt, sentAt, lastError, stoppedAt } = mail;
  return { to, createdAt, sentAt, error: lastError, stopped: stoppedAt !== null };
}
