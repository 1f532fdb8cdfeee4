"use server";
import { formAction } from "@/app/_server/action";
import { openCaseMyself, report } from "@/lib/moderation/commands";
import { OpenCaseInput, ReportInput } from "@/lib/moderation/schema";

/** For posts, threads and members alike; the page shown next says that the report waits. */
export const reportAction = formAction(ReportInput, report);
export const openCaseAction = formAction(OpenCaseInput, openCaseMyself, ({ caseId }) => `/moderation/cases/${caseId}`);
