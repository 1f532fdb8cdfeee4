"use server";
import { formAction } from "@/app/_server/action";
import { confirmNewEmail } from "@/lib/accounts/commands";
import { TicketInput } from "@/lib/accounts/schema";

export const confirmEmailAction = formAction(TicketInput, confirmNewEmail, () => "/settings/email?saved=yes");
