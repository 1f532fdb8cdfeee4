"use server";
import { formAction } from "@/app/_server/action";
import { endOtherSessions, endSession } from "@/lib/accounts/commands";
import { EndSessionInput, NoInput } from "@/lib/accounts/schema";

export const endSessionAction = formAction(EndSessionInput, endSession, () => "/settings/sessions?saved=yes");
export const endOtherSessionsAction = formAction(NoInput, endOtherSessions, () => "/settings/sessions?saved=yes");
