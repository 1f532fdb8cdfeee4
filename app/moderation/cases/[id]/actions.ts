"use server";
import { formAction } from "@/app/_server/action";
import { decideCase } from "@/lib/moderation/commands";
import { DecideInput, DecideOnCardInput } from "@/lib/moderation/schema";

export const decideAction = formAction(
  DecideInput,
  decideCase,
  ({ caseId }) => `/moderation/cases/${caseId}?decided=1`,
);

export const decideOnCardAction = formAction(
  DecideOnCardInput,
  decideCase,
  ({ caseId }) => `/moderation/cases/${caseId}?decided=1`,
);
