import type { Job } from "@/lib/platform/queue";
import { dropExpiredAbstracts, lookUpStudy, remakeOldCards } from "./commands";
import { LOOK_UP_JOB } from "./writes";

export const studyJobs: Job[] = [
  { kind: LOOK_UP_JOB, work: ({ studyId }: { studyId: number }) => lookUpStudy(studyId) },
  { kind: "study.drop-expired-abstracts", work: dropExpiredAbstracts, cron: "20 3 * * *" },
  { kind: "study.remake-old-cards", work: remakeOldCards, atStart: true },
];
