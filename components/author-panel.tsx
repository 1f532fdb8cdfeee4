import { Chip } from "./chip";
import { counted } from "./counted";
import { Letter } from "./letter";
import { MemberName } from "./member-name";
import { PlateletLine } from "./platelet-count";
import type { Moment, Named, PlateletCountView, Role } from "./types";

export type AuthorView = Named & {
  role: Role;
  /** Instead of the role's own title. */
  title?: string;
  personalText?: string;
  joinedAt?: Moment;
  posts?: number;
  thanksReceived?: number;
  /** Only for members, and only if the author lets it be seen. */
  online?: boolean;
  count?: PlateletCountView & { old: boolean };
};

const titles: Record<Role, string> = { member: "Member", moderator: "Moderator", administrator: "Administrator" };

export function AuthorPanel({ author }: { author: AuthorView }) {
  if (author.former) {
    return (
      <div className="author">
        <Letter name={author.name} former />
        <h2 className="author-name">
          <MemberName {...author} />
        </h2>
      </div>
    );
  }
  return (
    <div className="author">
      <Letter name={author.name} role={author.role} />
      <h2 className="author-name">
        <MemberName {...author} />
      </h2>
      <div className="author-facts">
        <p className="author-title">
          {author.role === "member" ? (
            (author.title ?? titles.member)
          ) : (
            <Chip tone="moderator">{author.title ?? titles[author.role]}</Chip>
          )}
          {author.online !== undefined && (
            <span className={author.online ? "presence online" : "presence"}>
              {author.online ? "Online" : "Offline"}
            </span>
          )}
        </p>
        {author.personalText && (
          <p className="author-personal" dir="auto">
            {author.personalText}
          </p>
        )}
        <p className="author-counts">
          {author.joinedAt && <span>Joined {new Date(author.joinedAt).getUTCFullYear()}</span>}
          {author.posts !== undefined && <span>{counted(author.posts, "post")}</span>}
          {author.thanksReceived ? <span>thanked {counted(author.thanksReceived, "time")}</span> : null}
        </p>
        {author.count && <PlateletLine count={author.count} old={author.count.old} />}
      </div>
    </div>
  );
}
