"use server";
import { formAction } from "@/app/_server/action";
import { giveRole } from "@/lib/administration/commands";
import { GiveRoleInput } from "@/lib/administration/schema";

export const giveRoleAction = formAction(GiveRoleInput, giveRole, () => "/admin/people?saved=yes");
