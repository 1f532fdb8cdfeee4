import { PostForm } from "./post-form";
import { noticePlace } from "./thanks-line";
import type { Press } from "./types";

export type PostActionsProps = {
  number: number;
  /** The thread page with this post quoted in its composer; with a script the quote is put in on the spot. */
  quoteHref?: string;
  editHref?: string;
  withdrawHref?: string;
  /** The author may bring a withdrawn post back for a day. */
  bringBack?: Press;
  revisionsHref?: string;
  reportHref?: string;
};

export function PostActions(props: PostActionsProps) {
  const { number, quoteHref, editHref, withdrawHref, bringBack, revisionsHref, reportHref } = props;
  const about = <span className="visually-hidden"> post {number}</span>;
  return (
    <ul className="post-actions">
      {quoteHref && (
        <li>
          <a href={quoteHref} data-quote={number} rel="nofollow">
            Quote{about}
          </a>
        </li>
      )}
      {editHref && (
        <li>
          <a href={editHref}>Edit{about}</a>
        </li>
      )}
      {revisionsHref && (
        <li>
          <a href={revisionsHref}>Earlier versions{about}</a>
        </li>
      )}
      {withdrawHref && (
        <li>
          <a href={withdrawHref}>Withdraw{about}</a>
        </li>
      )}
      {bringBack && (
        <li>
          <PostForm action={bringBack.action} hidden={bringBack.hidden}>
            <button type="submit" formAction={noticePlace} className="button plain">
              Bring back{about}
            </button>
          </PostForm>
        </li>
      )}
      {reportHref && (
        <li>
          <a href={reportHref} rel="nofollow">
            Report{about}
          </a>
        </li>
      )}
    </ul>
  );
}
