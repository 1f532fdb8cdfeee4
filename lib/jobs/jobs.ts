import { mailJobs } from "@/lib/mail/jobs";
import type { Job } from "@/lib/platform/queue";
import { studyJobs } from "@/lib/studies/jobs";

/** Everything that is done after a request, by kind. */
export const jobs: Job[] = [...mailJobs, ...studyJobs];
