"use server";
import { formAction } from "@/app/_server/action";
import { changePassword } from "@/lib/accounts/commands";
import { ChangePasswordInput } from "@/lib/accounts/schema";

export const changePasswordAction = formAction(
  ChangePasswordInput,
  changePassword,
  () => "/settings/password?saved=yes",
);
