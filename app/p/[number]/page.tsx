import { notFound, redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { idIn } from "@/app/_server/reading";
import { findPlace } from "@/lib/posts/queries";
import { threadPath } from "@/lib/threads/paths";

/** A post by its number leads to its place, for ever. */
export default async function PostByNumber({ params }: { params: Promise<{ number: string }> }) {
  const place = await findPlace(await currentViewer(), idIn((await params).number));
  if (!place) notFound();
  redirect(`${threadPath({ id: place.threadId, slug: place.slug }, place.page)}#p${place.number}`);
}
