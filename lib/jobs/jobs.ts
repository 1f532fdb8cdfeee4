import { accountJobs } from "@/lib/accounts/jobs";
import { sweepAccounts } from "@/lib/accounts/writes";
import { mailJobs } from "@/lib/mail/jobs";
import { forgetOldMails } from "@/lib/mail/writes";
import { moderationJobs } from "@/lib/moderation/jobs";
import { noticeJobs } from "@/lib/notices/jobs";
import { forgetOldNotices } from "@/lib/notices/writes";
import { transaction } from "@/lib/platform/db";
import { clearOldExpiries } from "@/lib/platform/instances";
import type { Job } from "@/lib/platform/queue";
import { postJobs } from "@/lib/posts/jobs";
import { studyJobs } from "@/lib/studies/jobs";

/** What has run out: expiries, old presses, sessions, links, accounts that were never confirmed. */
const sweeping: Job[] = [
  { kind: "sweep.expiries", work: clearOldExpiries, cron: "11 * * * *" },
  { kind: "sweep.accounts", work: () => transaction(sweepAccounts), cron: "41 * * * *" },
  { kind: "sweep.notices", work: () => transaction(forgetOldNotices), cron: "31 3 * * *" },
  { kind: "sweep.mails", work: () => transaction(forgetOldMails), cron: "51 3 * * *" },
];

/** Everything that is done after a request, by kind. */
export const jobs: Job[] = [
  ...accountJobs,
  ...mailJobs,
  ...studyJobs,
  ...postJobs,
  ...moderationJobs,
  ...noticeJobs,
  ...sweeping,
];
