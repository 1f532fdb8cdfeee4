"use server";
import { formAction } from "@/app/_server/action";
import { markAllNoticesRead, markNoticeRead } from "@/lib/notices/commands";
import { NoNoticeInput, NoticeInput } from "@/lib/notices/schema";

export const markNoticeReadAction = formAction(NoticeInput, markNoticeRead, () => "/notices");
export const markAllNoticesReadAction = formAction(NoNoticeInput, markAllNoticesRead, () => "/notices");
