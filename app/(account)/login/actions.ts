"use server";
import { formAction } from "@/app/_server/action";
import { signIn, signOut } from "@/app/_server/auth";
import { LogInInput, NoInput } from "@/lib/accounts/schema";

export const logInAction = formAction(LogInInput, signIn, ({ next }) => next);
export const logOutAction = formAction(NoInput, signOut, () => "/login?said=logged-out");
