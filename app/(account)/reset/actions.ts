"use server";
import { formAction } from "@/app/_server/action";
import { resetPassword } from "@/lib/accounts/commands";
import { ResetInput } from "@/lib/accounts/schema";

export const resetAction = formAction(ResetInput, resetPassword, () => "/login?said=reset");
