"use server";
import { formAction } from "@/app/_server/action";
import { resendVerification, verifyEmail } from "@/lib/accounts/commands";
import { NoInput, TicketInput } from "@/lib/accounts/schema";

export const verifyAction = formAction(TicketInput, verifyEmail, () => "/login?said=verified");
export const resendAction = formAction(NoInput, resendVerification, () => "/verify?sent=yes");
