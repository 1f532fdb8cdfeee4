"use server";
import { formAction } from "@/app/_server/action";
import { changeEmail } from "@/lib/accounts/commands";
import { ChangeEmailInput } from "@/lib/accounts/schema";

export const changeEmailAction = formAction(ChangeEmailInput, changeEmail, () => "/settings/email?saved=sent");
