"use server";
import { formAction } from "@/app/_server/action";
import { forgetJob, retryJob } from "@/lib/administration/commands";
import { FailedJobInput } from "@/lib/administration/schema";

export const retryJobAction = formAction(FailedJobInput, retryJob, () => "/admin/jobs?saved=again");
export const forgetJobAction = formAction(FailedJobInput, forgetJob, () => "/admin/jobs?saved=gone");
