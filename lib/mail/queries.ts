import { prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { readForum } from "@/lib/platform/forum";
import type { DemoMail } from "./types";

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
