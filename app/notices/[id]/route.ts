import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { loginHref } from "@/app/_server/reading";
import { openNotice } from "@/lib/notices/commands";
import { NoticeInput } from "@/lib/notices/schema";
import { canBeTold } from "@/lib/policy/can";
import { isMember } from "@/lib/policy/viewer";

/** Leads to what a notice is about, and counts it as read on the way. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentViewer();
  const asked = NoticeInput.safeParse(await params);
  if (!canBeTold(viewer).allowed) redirect(isMember(viewer) ? "/suspended" : loginHref("/notices"));
  redirect(asked.success ? (await openNotice(viewer, asked.data)).path : "/notices");
}
