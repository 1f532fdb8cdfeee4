"use server";
import { formAction } from "@/app/_server/action";
import { makeAccessToken, revokeAccessToken } from "@/lib/accounts/commands";
import { MakeTokenInput, RevokeTokenInput } from "@/lib/accounts/schema";

export const makeTokenAction = formAction(MakeTokenInput, makeAccessToken);
export const revokeTokenAction = formAction(RevokeTokenInput, revokeAccessToken, () => "/settings/tokens?saved=yes");
