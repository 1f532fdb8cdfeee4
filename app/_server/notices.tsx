import { markNoticeReadAction, markReadAction } from "@/app/notices/actions";
import type { NoticeLine } from "@/components/notice-list";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { COUNTED_UP_TO } from "@/lib/notices/rules";
import type { NoticeView } from "@/lib/notices/types";
import type { ThreadRow } from "@/lib/threads/types";

/** A notice as its line on the page. What moderators said is told whole; everything else leads to its post. */
export function noticeLine({ id, kind, at, unread, people, posts, threadTitle, text }: NoticeView): NoticeLine {
  const told = kind === "decision" || kind === "outcome" || kind === "study";
  return {
    id,
    kind,
    at,
    unread,
    href: kind === "outcome" ? undefined : `/notices/${id}`,
    people,
    posts,
    morePosts: posts >= COUNTED_UP_TO,
    threadTitle: threadTitle ?? "",
    text: told ? text : "",
    markRead: unread ? { action: markNoticeReadAction, hidden: { form: `press:notice ${id}`, id } } : undefined,
  };
}

/** Under a list in which something is unread: the whole category counts as read, or everything. */
export function MarkRead({ threads, category }: { threads: ThreadRow[]; category?: { id: number; name: string } }) {
  if (!threads.some(({ reading }) => reading && reading.unread > 0)) return null;
  return (
    <PostForm
      className="mark-read"
      action={markReadAction}
      hidden={{ form: "press:mark read", ...(category ? { categoryId: category.id } : {}) }}
    >
      <SubmitButton kind="plain">
        {category ? `Mark all of ${category.name} as read` : "Mark everything as read"}
      </SubmitButton>
    </PostForm>
  );
}
