import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { noticeLine } from "@/app/_server/notices";
import { loginHref } from "@/app/_server/reading";
import { EmptyState } from "@/components/empty-state";
import { NoticeList } from "@/components/notice-list";
import { PageHead } from "@/components/page-head";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { listNotices } from "@/lib/notices/queries";
import { isMember } from "@/lib/policy/viewer";
import { markAllNoticesReadAction } from "./actions";

export const metadata: Metadata = { title: "Notices", robots: { index: false } };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export default async function NoticesPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  if (!isMember(viewer)) redirect(loginHref("/notices"));
  if (viewer.standing === "suspended") redirect("/suspended");
  const { before } = await searchParams;
  if (before !== undefined && (typeof before !== "string" || !/^[1-9]\d{0,8}$/.test(before))) notFound();
  const { notices, next } = await listNotices(viewer, before ? Number(before) : null);
  const anyUnread = notices.some(({ unread }) => unread);
  return (
    <Frame path="/notices" here="notices" width="text">
      <PageHead
        title="Notices"
        description={
          <>
            What concerns you: answers, thanks, and what moderators decided.{" "}
            <a href="/settings/notices">Choose what you hear of</a>
          </>
        }
        action={
          anyUnread ? (
            <PostForm action={markAllNoticesReadAction} hidden={{ form: "press:all notices" }}>
              <SubmitButton kind="quiet">Mark all as read</SubmitButton>
            </PostForm>
          ) : undefined
        }
      />
      {notices.length > 0 ? (
        <NoticeList notices={notices.map(noticeLine)} />
      ) : (
        <EmptyState title={before ? "Nothing older" : "Nothing yet"}>
          When someone answers in a thread you follow, quotes or thanks you, you find it here.
        </EmptyState>
      )}
      {(before || next) && (
        <nav className="pager" aria-label="Older and newer notices">
          {before && (
            <a className="pager-step" href="/notices">
              Newest
            </a>
          )}
          {next && (
            <a className="pager-step" rel="next" href={`/notices?before=${next}`}>
              Older
            </a>
          )}
        </nav>
      )}
    </Frame>
  );
}
