import { bringBackAction } from "@/app/p/[number]/withdraw/actions";
import { takeBackThanksAction, thankAction } from "@/app/t/[id]/[slug]/actions";
import { PostArticle } from "@/components/post-article";
import type { AuthorView } from "@/lib/accounts/types";
import { canReport } from "@/lib/policy/can";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { holdLabels, holdReasonOf, holdSentences } from "@/lib/posts/rules";
import type { ReadablePost } from "@/lib/posts/types";
import type { CardView } from "@/lib/studies/queries";
import { postPath, threadPath } from "@/lib/threads/paths";
import type { ThreadView } from "@/lib/threads/types";
import { joinHref, loginHref } from "./reading";

type Shown = {
  viewer: Viewer;
  thread: ThreadView;
  post: ReadablePost;
  /** The page's own address. */
  path: string;
  author: AuthorView | undefined;
  cards: CardView[] | undefined;
  /** The first post of the page: guests' line to join is read out there only. */
  first: boolean;
};

/** A held one has a code; it reads differently for its author and for moderators. */
export function withheldReason(state: ReadablePost["state"], reason: string, viewer: Viewer, authorId: number): string {
  const held = state === "held" ? holdReasonOf(reason) : null;
  if (!held) return `Reason: ${reason}`;
  return isMember(viewer) && viewer.id === authorId ? holdSentences[held] : `${holdLabels[held]}.`;
}

/** Why others don't see this post, said to its author or to a moderator. */
function withheldSentence(state: Exclude<ReadablePost["state"], "visible">, own: boolean, canBringBack: boolean) {
  const few = own ? "Only you and the moderators see this" : "Only the author and the moderators see this";
  switch (state) {
    case "held":
      return `Waiting for a moderator. ${few} until then.`;
    case "hidden":
      return `Hidden by a moderator. ${few}.`;
    case "withdrawn":
      if (!own) return `Withdrawn by its author. ${few}.`;
      return `You withdrew this. ${few}${canBringBack ? "; you can bring it back within 24 hours" : ""}.`;
    case "removed":
      return `Removed by a moderator. ${few}.`;
  }
}

/** One post as its thread shows it, with the controls this viewer can use and no others. */
export function postArticle({ viewer, thread, post, path, author, cards = [], first }: Shown) {
  const { number, thanks, can } = post;
  const member = isMember(viewer);
  const given = thanks.given ? can.takeBackThanks : can.thank;
  const spot = `${path}#p${number}`;
  return (
    <PostArticle
      key={number}
      post={{
        number,
        position: post.position,
        author: {
          name: "former member",
          former: true,
          role: "member",
          ...author,
        },
        writtenAt: post.createdAt,
        html: post.html,
        edited: post.edited
          ? {
              at: post.edited.at,
              by: { name: post.edited.by },
              reason: post.edited.reason ?? undefined,
              revisionsHref: can.seeRevisions.allowed ? `/p/${number}/revisions` : undefined,
            }
          : undefined,
        cards:
          cards.length > 0
            ? {
                html: cards.flatMap(({ cardHtml }) => cardHtml || []).join("\n"),
                waiting: cards.some(({ state }) => state === "looking-up"),
              }
            : undefined,
        thanks: { names: thanks.names.map((name) => ({ name })), others: thanks.count - thanks.names.length },
        withheld:
          post.state === "visible"
            ? undefined
            : {
                sentence: withheldSentence(post.state, member && post.authorId === viewer.id, can.bringBack.allowed),
                reason: post.stateReason
                  ? withheldReason(post.state, post.stateReason, viewer, post.authorId)
                  : undefined,
                appealHref:
                  (post.state === "hidden" || post.state === "removed") && member && post.authorId === viewer.id
                    ? `${postPath(number)}/appeal`
                    : undefined,
              },
      }}
      thank={
        member && given.allowed
          ? {
              action: thanks.given ? takeBackThanksAction : thankAction,
              hidden: { form: `press:thanks ${number}`, number },
              thanked: thanks.given,
            }
          : undefined
      }
      actions={
        member
          ? {
              number,
              quoteHref:
                thread.reply.allowed && post.state === "visible"
                  ? `${threadPath(thread, thread.pageCount)}${thread.pageCount > 1 ? "&" : "?"}quote=${number}#reply`
                  : undefined,
              editHref: can.edit.allowed ? `${postPath(number)}/edit` : undefined,
              reportHref: canReport(viewer, post).allowed ? `${postPath(number)}/report` : undefined,
              withdrawHref: can.withdraw.allowed ? `${postPath(number)}/withdraw` : undefined,
              bringBack: can.bringBack.allowed
                ? { action: bringBackAction, hidden: { form: `press:bring back ${number}`, number } }
                : undefined,
            }
          : undefined
      }
      join={member ? undefined : { loginHref: loginHref(spot), joinHref: joinHref(spot), repeated: !first }}
    />
  );
}
