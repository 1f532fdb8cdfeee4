"use server";
import { formAction } from "@/app/_server/action";
import { joinForum } from "@/lib/accounts/commands";
import { JoinInput } from "@/lib/accounts/schema";

export const joinAction = formAction(
  JoinInput,
  joinForum,
  (_, { next }) => `/registered?next=${encodeURIComponent(next)}`,
);
