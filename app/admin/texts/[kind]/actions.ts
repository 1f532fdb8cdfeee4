"use server";
import { formAction } from "@/app/_server/action";
import { previewText, publishText } from "@/lib/administration/commands";
import { PublishTextInput } from "@/lib/administration/schema";

export const publishTextAction = formAction(
  PublishTextInput,
  publishText,
  ({ kind }) => `/admin/texts/${kind}?saved=yes`,
  { preview: previewText },
);
