import { accountJobs } from "@/lib/accounts/jobs";
import { accountSweeps } from "@/lib/accounts/writes";
import { mailJobs } from "@/lib/mail/jobs";
import { forgetOldMails } from "@/lib/mail/writes";
import { moderationJobs } from "@/lib/moderation/jobs";
import { noticeJobs } from "@/lib/notices/jobs";
import { noticeSweeps } from "@/lib/notices/writes";
import { expirySweeps } from "@/lib/platform/instances";
import { forgetOldPresses } from "@/lib/platform/once";
import { inPortions } from "@/lib/platform/portions";
import type { Job } from "@/lib/platform/queue";
import { postJobs } from "@/lib/posts/jobs";
import { studyJobs } from "@/lib/studies/jobs";

/** What has run out: expiries, old presses, sessions, links, accounts that were never confirmed. */
const sweeping: Job[] = [
  { kind: "sweep.expiries", work: () => inPortions(...expirySweeps, forgetOldPresses), cron: "11 * * * *" },
  { kind: "sweep.accounts", work: () => inPortions(...accountSweeps), cron: "41 * * * *" },
  { kind: "sweep.notices", work: () => inPortions(...noticeSweeps), cron: "31 3 * * *" },
  { kind: "sweep.mails", work: () => inPortions(forgetOldMails), cron: "51 3 * * *" },
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
