"use server";
import { formAction } from "@/app/_server/action";
import { giveHealthConsent, saveHealthFacts, withdrawHealthConsent } from "@/lib/health/commands";
import { GiveConsentInput, HealthFactsInput, WithdrawConsentInput } from "@/lib/health/schema";

export const giveConsentAction = formAction(GiveConsentInput, giveHealthConsent, () => "/settings/health");
export const withdrawConsentAction = formAction(
  WithdrawConsentInput,
  withdrawHealthConsent,
  () => "/settings/health?saved=withdrawn",
);
export const saveHealthFactsAction = formAction(HealthFactsInput, saveHealthFacts, () => "/settings/health?saved=yes");
