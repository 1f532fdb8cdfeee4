"use server";
import { formAction } from "@/app/_server/action";
import { appeal } from "@/lib/moderation/commands";
import { AppealInput } from "@/lib/moderation/schema";

export const appealAction = formAction(AppealInput, appeal, ({ decisionId }) => `/decisions/${decisionId}?sent=1`);
