import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { idIn, loginHref, reading } from "@/app/_server/reading";
import { PrintSheet } from "@/components/print-sheet";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import { leavePage } from "@/lib/platform/static-page";
import { isMember } from "@/lib/policy/viewer";
import { listOwnWords } from "@/lib/posts/queries";
import { listStudiesOfThread } from "@/lib/studies/queries";
import { threadPath } from "@/lib/threads/paths";
import { readThread } from "@/lib/threads/queries";

type Props = { params: Promise<{ id: string; slug: string }> };

export const metadata: Metadata = { title: "For my doctor", robots: { index: false, follow: false } };

/** On paper there is no way to other pages, so none of the frame around them. */
export default async function PrintPage({ params }: Props) {
  const { id, slug } = await params;
  const viewer = await currentViewer();
  if (!isMember(viewer)) redirect(loginHref(`/t/${idIn(id)}/${encodeURIComponent(decodeURIComponent(slug))}/print`));
  if (viewer.standing === "suspended") redirect("/suspended");
  const thread = await reading(readThread(viewer, idIn(id)));
  const posts = await listOwnWords(viewer, thread.id);
  const studies = await listStudiesOfThread(viewer, thread.id);
  leavePage(
    <PrintSheet
      name={viewer.name}
      title={thread.authorId === viewer.id ? thread.title : null}
      posts={posts}
      studies={studies}
      // Without the words of its title, which may be another member's.
      address={`${origin()}/t/${thread.id}`}
      backHref={threadPath(thread)}
      printedOn={now()}
    />,
  );
  return <template id="page" />;
}
