"use server";
import { formAction } from "@/app/_server/action";
import { closeAccount } from "@/app/_server/auth";
import { CloseAccountInput } from "@/lib/accounts/schema";

export const closeAccountAction = formAction(CloseAccountInput, closeAccount, () => "/login?said=closed");
