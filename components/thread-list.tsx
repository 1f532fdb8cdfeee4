import { AudienceMark } from "./audience-mark";
import { Chip } from "./chip";
import { counted } from "./counted";
import { MemberName } from "./member-name";
import { Time } from "./time";
import type { Audience, Moment, Named } from "./types";

export type ThreadRow = {
  id: number;
  href: string;
  title: string;
  author: Named;
  startedAt: Moment;
  replies: number;
  views: number;
  pinned?: boolean;
  locked?: boolean;
  audience: Audience;
  /** Where the list mixes categories. */
  category?: { name: string; href: string };
  studies?: number;
  /** Posts that are new to this member; `whole`: the thread is. */
  unread?: { count: string; whole: boolean; href: string };
  /** The author's own thread that others don't see, and why. */
  withheld?: string;
  last?: { by: Named; at: Moment; href: string };
};

/** `level`: of each title as a heading, one below the heading of the list. */
export function ThreadList({ threads, level = 2 }: { threads: ThreadRow[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ul className="threads">
      {threads.map((thread) => (
        <li key={thread.id} className={thread.pinned ? "thread-row pinned" : "thread-row"}>
          <div className="thread-about">
            <Heading>
              <a href={thread.href}>
                <bdi>{thread.title}</bdi>
              </a>
            </Heading>
            <p className="thread-started">
              <MemberName {...thread.author} />, <Time at={thread.startedAt} dayOnly />
              {thread.category && (
                <>
                  {" "}
                  in <a href={thread.category.href}>{thread.category.name}</a>
                </>
              )}
            </p>
            {thread.unread && (
              <a className="unread-mark" href={thread.unread.href} rel="nofollow">
                {thread.unread.whole ? "New" : `${thread.unread.count} new`}
                <span className="visually-hidden">
                  {" "}
                  {thread.unread.whole ? "thread" : "posts"} in “{thread.title}”
                </span>
              </a>
            )}
            <ThreadMarks thread={thread} />
          </div>
          <div className="thread-life">
            {thread.last ? (
              <p className="thread-last">
                <a href={thread.last.href}>
                  <span className="visually-hidden">Newest post, </span>
                  <Time at={thread.last.at} relative />
                </a>{" "}
                <span className="thread-by">
                  by <MemberName {...thread.last.by} />
                </span>
              </p>
            ) : (
              <p className="thread-last">No replies yet</p>
            )}
            <p className="thread-counts">
              {thread.last && `${counted(thread.replies, "reply", "replies")} · `}
              {counted(thread.views, "view")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

type Marked = Pick<ThreadRow, "pinned" | "locked" | "audience" | "studies" | "withheld">;

export function ThreadMarks({ thread }: { thread: Marked }) {
  const any = thread.pinned || thread.locked || thread.audience !== "everyone" || thread.studies || thread.withheld;
  if (!any) return null;
  return (
    <p className="marks">
      {thread.withheld && <Chip tone="caution">{thread.withheld}</Chip>}
      {thread.pinned && (
        <Chip tone="accent" icon="pin">
          Pinned
        </Chip>
      )}
      {thread.locked && <Chip icon="lock">Locked</Chip>}
      <AudienceMark audience={thread.audience} />
      {thread.studies ? <Chip icon="study">{counted(thread.studies, "study", "studies")}</Chip> : null}
    </p>
  );
}
