"use server";
import { formAction } from "@/app/_server/action";
import { unsubscribe } from "@/lib/notices/commands";
import { UnsubscribeInput } from "@/lib/notices/schema";

export const unsubscribeAction = formAction(UnsubscribeInput, unsubscribe);
