import { notFound, redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { idIn } from "@/app/_server/reading";
import { findNewestOwnDecision } from "@/lib/moderation/queries";

/** From one's own post that isn't shown to the decision about it. */
export default async function AppealOfPost({ params }: { params: Promise<{ number: string }> }) {
  const id = await findNewestOwnDecision(await currentViewer(), "post", idIn((await params).number));
  if (!id) notFound();
  redirect(`/decisions/${id}`);
}
