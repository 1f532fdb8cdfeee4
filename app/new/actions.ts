"use server";
import { formAction } from "@/app/_server/action";
import { previewText } from "@/app/_server/preview";
import { startThread } from "@/lib/threads/commands";
import { threadPath } from "@/lib/threads/paths";
import { StartThreadInput } from "@/lib/threads/schema";

export const startThreadAction = formAction(
  StartThreadInput,
  startThread,
  ({ threadId, slug }) => threadPath({ id: threadId, slug }),
  { preview: previewText },
);
