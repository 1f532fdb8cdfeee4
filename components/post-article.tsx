import { AuthorPanel, type AuthorView } from "./author-panel";
import { JoinLine } from "./join-line";
import { Notice } from "./notice";
import { PostActions, type PostActionsProps } from "./post-actions";
import { StoredHtml } from "./stored-html";
import { StudyCards } from "./study-cards";
import { ThanksLine, type ThanksView } from "./thanks-line";
import { formatDay, Time } from "./time";
import type { Moment, Named, Press } from "./types";

export type PostView = {
  number: number;
  /** Place in the thread, from 1. */
  position?: number;
  author: AuthorView;
  writtenAt: Moment;
  html: string;
  edited?: { at: Moment; by: Named; reason?: string; revisionsHref?: string };
  /** Stored cards in order of appearance, joined. */
  cards?: { html: string; waiting?: boolean };
  thanks: ThanksView;
  /** Set where only the author and moderators see this post, with the sentence that says why. */
  /** `appealHref`: for its author, where a moderator took it out of sight. */
  withheld?: { sentence: string; reason?: string; appealHref?: string };
};

type Props = {
  post: PostView;
  thank?: Press & { thanked: boolean };
  actions?: PostActionsProps;
  /** For guests, in place of every control. */
  join?: { loginHref: string; joinHref: string; repeated?: boolean };
};

export function PostArticle({ post, thank, actions, join }: Props) {
  const { number, author, edited } = post;
  return (
    <article className={post.withheld ? "post withheld" : "post"} id={`p${number}`} tabIndex={-1}>
      <AuthorPanel author={author} />
      <div className="post-main">
        <p className="post-meta">
          <Time at={post.writtenAt} relative />
          {edited && <Edited edited={edited} />}
          <a className="post-number" href={`/p/${number}`} rel="bookmark">
            <span className="visually-hidden">Post </span>#{number}
          </a>
        </p>
        {post.withheld && (
          <Notice kind="caution" title={post.withheld.sentence}>
            {post.withheld.reason ? <p>{post.withheld.reason}</p> : null}
            {post.withheld.appealHref && (
              <p>
                <a href={post.withheld.appealHref}>Is this wrong? Appeal</a>
              </p>
            )}
          </Notice>
        )}
        <StoredHtml className="post-text prose" dir="auto" html={post.html} />
        {post.cards && <StudyCards number={number} {...post.cards} />}
        <div className="post-foot">
          <ThanksLine thanks={post.thanks} number={number} press={thank} />
          {actions && <PostActions {...actions} />}
          {join && <JoinLine {...join} />}
        </div>
      </div>
    </article>
  );
}

function Edited({ edited }: { edited: NonNullable<PostView["edited"]> }) {
  const words = `edited ${formatDay(edited.at)}`;
  return (
    <span className="post-edited">
      {edited.revisionsHref ? <a href={edited.revisionsHref}>{words}</a> : words} by <bdi>{edited.by.name}</bdi>
      {edited.reason && (
        <>
          {" "}
          — <bdi>{edited.reason}</bdi>
        </>
      )}
    </span>
  );
}
