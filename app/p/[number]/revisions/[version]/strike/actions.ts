"use server";
import { formAction } from "@/app/_server/action";
import { strikeRevision } from "@/lib/posts/commands";
import { StrikeInput } from "@/lib/posts/schema";

export const strikeAction = formAction(
  StrikeInput,
  strikeRevision,
  ({ number }, { version }) => `/p/${number}/revisions#v${version}`,
);
