import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { placeOfPost } from "@/app/_server/places";
import { idIn, reading } from "@/app/_server/reading";
import { findFirstUnread } from "@/lib/notices/queries";
import { canBeTold } from "@/lib/policy/can";
import { threadPath } from "@/lib/threads/paths";
import { readThread } from "@/lib/threads/queries";

/** Leads to the first post that is new to this member; where nothing is, to the thread's end. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentViewer();
  const thread = await reading(readThread(viewer, idIn((await params).id)));
  if (!canBeTold(viewer).allowed) redirect(threadPath(thread));
  const after = new URL(request.url).searchParams.get("after");
  const number = await findFirstUnread(viewer, thread.id, after && /^\d{1,9}$/.test(after) ? Number(after) : null);
  redirect(number ? await placeOfPost({ number }) : threadPath(thread, thread.pageCount));
}
