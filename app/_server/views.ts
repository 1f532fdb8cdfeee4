import type { CategoryRow as CategoryLine } from "@/components/category-list";
import type { ThreadRow as ThreadLine } from "@/components/thread-list";
import type { CategoryRow, CategoryView } from "@/lib/categories/types";
import { countLabel } from "@/lib/notices/rules";
import { postPath, threadPath } from "@/lib/threads/paths";
import type { ThreadRow } from "@/lib/threads/types";

/** Where not everyone who is logged in may write, said in a few words. */
export function writersOf({
  locked,
  whoStarts,
  whoReplies,
}: Pick<CategoryView, "locked" | "whoStarts" | "whoReplies">): string[] {
  if (locked) return ["Closed"];
  return [
    ...(whoStarts === "moderators" ? ["Moderators start threads"] : []),
    ...(whoReplies === "moderators" ? ["Only moderators reply"] : []),
  ];
}

export function categoryLine({ newest, threadCount, postCount, ...category }: CategoryRow): CategoryLine {
  return {
    ...category,
    threads: threadCount,
    posts: postCount,
    newest: newest
      ? { threadTitle: newest.threadTitle, href: postPath(newest.number), by: newest.by, at: newest.at }
      : undefined,
  };
}

export function threadLine(thread: ThreadRow, options: { withCategory?: boolean } = {}): ThreadLine {
  return {
    id: thread.id,
    href: threadPath(thread),
    title: thread.title,
    author: thread.author,
    startedAt: thread.createdAt,
    replies: thread.replyCount,
    views: thread.viewCount,
    pinned: thread.pinned,
    locked: thread.locked,
    audience: thread.audience,
    category: options.withCategory ? { name: thread.categoryName, href: `/c/${thread.categorySlug}` } : undefined,
    studies: thread.studyCount,
    withheld: thread.state === "visible" ? undefined : "Not shown to others",
    unread:
      thread.reading && thread.reading.unread > 0
        ? {
            count: countLabel(thread.reading.unread),
            whole: thread.reading.position === 0 && thread.reading.unread > thread.replyCount,
            href: `${threadPath(thread)}/unread`,
          }
        : undefined,
    last: thread.last ? { by: thread.last.by, at: thread.last.at, href: postPath(thread.last.number) } : undefined,
  };
}
