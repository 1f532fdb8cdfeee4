"use server";
import { formAction } from "@/app/_server/action";
import { previewPost } from "@/lib/posts/commands";
import { startThread } from "@/lib/threads/commands";
import { threadPath } from "@/lib/threads/paths";
import { StartThreadInput } from "@/lib/threads/schema";

export const startThreadAction = formAction(
  StartThreadInput,
  startThread,
  ({ threadId, slug }) => threadPath({ id: threadId, slug }),
  { preview: previewPost },
);
