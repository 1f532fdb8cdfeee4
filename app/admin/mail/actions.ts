"use server";
import { formAction } from "@/app/_server/action";
import { retryMail, sendTestMail, stopMail } from "@/lib/administration/commands";
import { GiveUpMailInput, RetryMailInput, TestMailInput } from "@/lib/administration/schema";

export const testMailAction = formAction(TestMailInput, sendTestMail, () => "/admin/mail");
export const retryMailAction = formAction(RetryMailInput, retryMail, () => "/admin/mail?saved=again");
export const stopMailAction = formAction(GiveUpMailInput, stopMail, () => "/admin/mail?saved=stopped");
