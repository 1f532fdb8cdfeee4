"use server";
import { formAction } from "@/app/_server/action";
import { saveNoticeSettings } from "@/lib/notices/commands";
import { NoticeSettingsInput } from "@/lib/notices/schema";

export const saveNoticeSettingsAction = formAction(
  NoticeSettingsInput,
  saveNoticeSettings,
  () => "/settings/notices?saved=yes",
);
