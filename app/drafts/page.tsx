import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { loginHref } from "@/app/_server/reading";
import { DraftList } from "@/components/draft-list";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { isMember } from "@/lib/policy/viewer";
import { listDrafts } from "@/lib/posts/queries";
import { discardDraftAction } from "./actions";

export const metadata: Metadata = { title: "Drafts", robots: { index: false } };

export default async function DraftsPage() {
  const viewer = await currentViewer();
  if (!isMember(viewer)) redirect(loginHref("/drafts"));
  const drafts = await listDrafts(viewer);
  return (
    <Frame path="/drafts" width="text">
      <PageHead title="Drafts" description="What you were writing and have not sent. Only you can see it." />
      {drafts.length === 0 ? (
        <EmptyState title="No drafts">What you write is kept here until you send it.</EmptyState>
      ) : (
        <DraftList
          drafts={drafts.map(({ place, about, href, text, title, updatedAt }) => ({
            place,
            about,
            href,
            text: [title, text].filter(Boolean).join(" · "),
            savedAt: updatedAt,
          }))}
          discard={({ place }) => ({ action: discardDraftAction, hidden: { form: "press:discard", place } })}
        />
      )}
    </Frame>
  );
}
