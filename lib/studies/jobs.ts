import type { Job } from "@/lib/platform/queue";
import { dropExpiredAbstracts, lookUpStudy, remakeOldCards } from "./commands";
import { LOOK_UP_JOB } from "./writes";

export const studyJobs: Job[] = [
  { kind: LOOK_UP_JOB, work: ({ studyId }: { studyId: number }) => lookUpStudy(studyId) },
  { kind: "study.drop-expired-abstracts", work: async () => void (await dropExpiredAbstracts()) },
  { kind: "study.remake-old-cards", work: async () => void (await remakeOldCards()) },
];
