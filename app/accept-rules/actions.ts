"use server";
import { formAction } from "@/app/_server/action";
import { acceptRules } from "@/lib/accounts/commands";
import { AcceptRulesInput } from "@/lib/accounts/schema";

export const acceptRulesAction = formAction(
  AcceptRulesInput,
  acceptRules,
  ({ next }) => `/accept-rules?done=yes&next=${encodeURIComponent(next)}`,
);
