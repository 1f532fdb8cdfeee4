import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { inPortions } from "@/lib/platform/portions";
import type { Job } from "@/lib/platform/queue";
import { guestSweeps } from "./guests";
import { purgeRemoved } from "./purging";
import { mailWaitingCases } from "./writes";

const DAY = 24 * 60 * 60 * 1000;

export const moderationJobs: Job[] = [
  {
    kind: "moderation.waiting",
    work: () => transaction((tx) => mailWaitingCases(tx, new Date(now().getTime() - DAY))),
    cron: "17 7 * * *",
  },
  { kind: "moderation.purge", work: purgeRemoved, cron: "37 3 * * *" },
  { kind: "moderation.forget-guests", work: () => inPortions(...guestSweeps), cron: "21 * * * *" },
];
