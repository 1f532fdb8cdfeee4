"use server";
import { formAction } from "@/app/_server/action";
import { confirmNotice, sendNotice } from "@/lib/moderation/commands";
import { NoticeInput, NoticeLinkInput } from "@/lib/moderation/schema";

export const sendNoticeAction = formAction(NoticeInput, sendNotice, () => "/contact?sent=1");
export const confirmNoticeAction = formAction(NoticeLinkInput, confirmNotice, () => "/contact?arrived=1");
