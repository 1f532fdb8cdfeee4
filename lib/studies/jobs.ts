import { transaction } from "@/lib/platform/db";
import type { Job } from "@/lib/platform/queue";
import { askTogether, lookUpStudy } from "./commands";
import { enqueueRechecks } from "./line";
import { askAgainAboutReferences, matchReference } from "./matching";
import { MATCH_JOB } from "./named-references";
import { dropExpiredAbstracts, REMAKE_JOB, remakeForAWhile } from "./remaking";
import { LOOK_UPS, RECHECKS_AN_HOUR } from "./rules";
import { dropUncited } from "./uncited";
import { COUNT_THREADS_JOB, countThreadsNaming, LOOK_UP_JOB } from "./writes";

export const studyJobs: Job[] = [
  {
    kind: LOOK_UP_JOB,
    work: ({ studyId }: { studyId: number }) => lookUpStudy(studyId),
    many: {
      ...LOOK_UPS,
      fetched: (all: { studyId: number }[]) => askTogether(all.map(({ studyId }) => studyId)),
    },
  },
  {
    kind: "study.recheck",
    work: () => transaction((tx) => enqueueRechecks(tx, RECHECKS_AN_HOUR)),
    cron: "27 * * * *",
    atStart: true,
  },
  {
    kind: COUNT_THREADS_JOB,
    work: ({ studyId, before }: { studyId: number; before: number }) =>
      transaction((tx) => countThreadsNaming(tx, studyId, before)),
  },
  { kind: MATCH_JOB, work: ({ value }: { value: string }) => matchReference(value) },
  { kind: "study.match-references-again", work: askAgainAboutReferences, cron: "37 * * * *" },
  { kind: "study.drop-uncited", work: dropUncited, cron: "47 * * * *" },
  { kind: "study.drop-expired-abstracts", work: dropExpiredAbstracts, cron: "20 3 * * *" },
  { kind: REMAKE_JOB, work: remakeForAWhile, atStart: true },
];
