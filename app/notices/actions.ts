"use server";
import { formAction } from "@/app/_server/action";
import { markAllNoticesRead, markCategoriesRead, markNoticeRead } from "@/lib/notices/commands";
import { MarkReadInput, NoNoticeInput, NoticeInput } from "@/lib/notices/schema";

export const markNoticeReadAction = formAction(NoticeInput, markNoticeRead, () => "/notices");
export const markAllNoticesReadAction = formAction(NoNoticeInput, markAllNoticesRead, () => "/notices");
export const markReadAction = formAction(MarkReadInput, markCategoriesRead, ({ path }) => path);
