"use server";
import { formAction } from "@/app/_server/action";
import { updateProfile } from "@/lib/accounts/commands";
import { ProfileInput } from "@/lib/accounts/schema";

export const updateProfileAction = formAction(ProfileInput, updateProfile, () => "/settings/profile?saved=yes");
