"use server";
import { formAction } from "@/app/_server/action";
import { askForNewPassword } from "@/lib/accounts/commands";
import { ForgotInput } from "@/lib/accounts/schema";

export const forgotAction = formAction(ForgotInput, askForNewPassword, () => "/forgot?sent=yes");
