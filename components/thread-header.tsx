import type { ReactNode } from "react";
import { Breadcrumbs } from "./breadcrumbs";
import { counted } from "./counted";
import { MemberName } from "./member-name";
import { type StudyWarning, StudyWarnings } from "./study-warnings";
import { ThreadMarks } from "./thread-list";
import { Time } from "./time";
import type { Audience, Moment, Named } from "./types";

type Props = {
  thread: {
    title: string;
    author: Named;
    startedAt: Moment;
    posts: number;
    views: number;
    studies?: number;
    pinned?: boolean;
    locked?: boolean;
    audience: Audience;
    withheld?: string;
  };
  category: { name: string; href: string };
  page?: number;
  pages?: number;
  warnings?: StudyWarning[];
  /** Reply, lock, pin, follow: whatever this viewer can do to the whole thread. */
  actions?: ReactNode;
};

export function ThreadHeader({ thread, category, page = 1, pages = 1, warnings = [], actions }: Props) {
  return (
    <header className="thread-header">
      <Breadcrumbs
        trail={[
          { label: "All categories", href: "/" },
          { label: category.name, href: category.href },
        ]}
      />
      <h1 dir="auto">{thread.title}</h1>
      <ThreadMarks thread={{ ...thread, studies: 0 }} />
      <ul className="thread-facts">
        <li>{counted(thread.posts, "post")}</li>
        <li>{counted(thread.views, "view")}</li>
        {thread.studies ? <li>{counted(thread.studies, "study", "studies")} cited</li> : null}
        {pages > 1 && (
          <li>
            Page {page} of {pages}
          </li>
        )}
      </ul>
      <p className="thread-started">
        Started by <MemberName {...thread.author} />, <Time at={thread.startedAt} dayOnly />
      </p>
      <p className="care-line">
        Members’ experience, not medical advice. <a href="/rules#emergency">When to call for help</a>
      </p>
      <StudyWarnings warnings={warnings} />
      {actions && <div className="thread-actions">{actions}</div>}
    </header>
  );
}
