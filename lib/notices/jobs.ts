import { transaction } from "@/lib/platform/db";
import type { Job } from "@/lib/platform/queue";
import { mailDueNotices, TELL_OF_STUDY_JOB, type ToldUpTo, tellOfStudy } from "./writes";

/** The notices themselves say which mails are due, so telling many people costs their reply no job. */
async function mailAllDueNotices(): Promise<void> {
  while ((await transaction(mailDueNotices)) > 0);
}

export const noticeJobs: Job[] = [
  { kind: "notices.mail", work: mailAllDueNotices, cron: "* * * * *" },
  {
    kind: TELL_OF_STUDY_JOB,
    work: ({ eventId, ...upTo }: { eventId: number } & ToldUpTo) => transaction((tx) => tellOfStudy(tx, eventId, upTo)),
  },
];
