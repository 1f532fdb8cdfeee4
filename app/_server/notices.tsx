import { markNoticeReadAction } from "@/app/notices/actions";
import type { NoticeLine } from "@/components/notice-list";
import { COUNTED_UP_TO } from "@/lib/notices/rules";
import type { NoticeView } from "@/lib/notices/types";

/** A notice as its line on the page. What moderators said is told whole; everything else leads to its post. */
export function noticeLine({ id, kind, at, unread, people, posts, threadTitle, text }: NoticeView): NoticeLine {
  const told = kind === "decision" || kind === "outcome";
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
