import { permanentRedirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { idIn, reading } from "@/app/_server/reading";
import { threadPath } from "@/lib/threads/paths";
import { readThread } from "@/lib/threads/queries";

/** A thread's address that lost its end on the way. */
export default async function ThreadById({ params }: { params: Promise<{ id: string }> }) {
  const id = idIn((await params).id);
  permanentRedirect(threadPath(await reading(readThread(await currentViewer(), id))));
}
