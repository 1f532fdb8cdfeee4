import { notFound, redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { idIn } from "@/app/_server/reading";
import { findNewestOwnDecision } from "@/lib/moderation/queries";

/** From one's own thread that isn't shown to the decision about it. */
export default async function AppealOfThread({ params }: { params: Promise<{ id: string }> }) {
  const id = await findNewestOwnDecision(await currentViewer(), "thread", idIn((await params).id));
  if (!id) notFound();
  redirect(`/decisions/${id}`);
}
