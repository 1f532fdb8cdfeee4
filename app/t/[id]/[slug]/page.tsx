import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { Fragment } from "react";
import { currentViewer } from "@/app/_server/auth";
import { direct } from "@/app/_server/direct";
import { formState, wasSent } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { postArticle, withheldReason } from "@/app/_server/posts";
import type { Preview } from "@/app/_server/preview";
import { idIn, joinHref, loginHref, pageNumber, reading } from "@/app/_server/reading";
import { threadFacts } from "@/app/_server/thread-facts";
import { Composer } from "@/components/composer";
import { JsonLd } from "@/components/json-ld";
import { Notice } from "@/components/notice";
import { Pager } from "@/components/pager";
import { PlaceholderPost } from "@/components/placeholder-post";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { ThreadHeader } from "@/components/thread-header";
import { listAuthors } from "@/lib/accounts/queries";
import { noteReading } from "@/lib/notices/commands";
import { countLabel } from "@/lib/notices/rules";
import type { OpenReadingView } from "@/lib/notices/types";
import { oncePerRequest } from "@/lib/platform/request";
import { canBeTold, canReportAnything } from "@/lib/policy/can";
import { isMember, type Viewer } from "@/lib/policy/viewer";
import { listPosts, readQuote } from "@/lib/posts/queries";
import { excerptOf, firstPositionOf } from "@/lib/posts/rules";
import type { ReadablePost } from "@/lib/posts/types";
import { listCitations } from "@/lib/studies/queries";
import { whenWords } from "@/lib/studies/wording";
import { threadPath } from "@/lib/threads/paths";
import { readThread } from "@/lib/threads/queries";
import type { ThreadView } from "@/lib/threads/types";
import { followAction, replyAction, unfollowAction } from "./actions";

type Props = {
  params: Promise<{ id: string; slug: string }>;
  searchParams: Promise<{ page?: string | string[]; quote?: string | string[] }>;
};

async function read({ params, searchParams }: Props) {
  const { id, slug } = await params;
  const page = pageNumber((await searchParams).page);
  const viewer = await currentViewer();
  const thread = await reading(oncePerRequest(`thread ${id}`, () => readThread(viewer, idIn(id))));
  if (decodeURIComponent(slug) !== thread.slug) permanentRedirect(threadPath(thread, page));
  if (page > thread.pageCount) notFound();
  const posts = await oncePerRequest(`posts ${id} ${page}`, () => listPosts(viewer, thread.id, page));
  return { viewer, thread, page, posts };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { thread, page, posts } = await read(props);
  const path = threadPath(thread, page);
  if (!thread.isPublic)
    return { title: thread.title, robots: { index: false, follow: false }, alternates: { canonical: path } };
  const first = posts.find((post) => post.kind === "post" && post.state === "visible");
  const description = first?.kind === "post" ? excerptOf(first.html, 160) : undefined;
  return {
    title: page > 1 ? `${thread.title}, page ${page}` : thread.title,
    description,
    alternates: { canonical: path, types: { "application/atom+xml": `/t/${thread.id}/feed.xml` } },
    openGraph: { type: "article", title: thread.title, description, url: path },
  };
}

async function ThreadPage(props: Props) {
  const { viewer, thread, page, posts } = await read(props);
  const shown = posts.filter((post) => post.kind === "post");
  const numbers = shown.map(({ number }) => number);
  const authorIds = [...new Set(shown.map(({ authorId }) => authorId))];
  const authors = await listAuthors(viewer, authorIds);
  const citations = await listCitations(viewer, numbers);
  const path = threadPath(thread, page);
  const standing = thread.reading && canBeTold(viewer).allowed ? thread.reading : null;
  const last = posts.at(-1);
  if (standing && last)
    noteReading(viewer, {
      threadId: thread.id,
      from: firstPositionOf(page),
      to: last.position,
      reading: standing,
    });
  const firstNew = standing && firstNewPost(viewer, shown, standing);

  return (
    <Frame path={path} rules>
      {thread.isPublic && <JsonLd facts={threadFacts(thread, page, shown, authors)} />}
      <ThreadHeader
        thread={{
          title: thread.title,
          author: thread.author,
          startedAt: thread.createdAt,
          posts: thread.replyCount + 1,
          views: thread.viewCount,
          studies: thread.studyCount,
          pinned: thread.pinned,
          locked: thread.locked,
          audience: thread.audience,
          withheld: thread.state === "visible" ? undefined : "Not shown to others",
        }}
        category={{ name: thread.categoryName, href: `/c/${thread.categorySlug}` }}
        page={page}
        pages={thread.pageCount}
        warnings={thread.warnings.map(({ date, ...warning }) => ({ ...warning, when: date && whenWords(date) }))}
        actions={
          isMember(viewer) ? (
            <>
              {thread.reply.allowed && (
                <a className="button quiet" href="#reply">
                  Write a reply
                </a>
              )}
              {standing && standing.unread > 0 && firstNew !== posts[0]?.number && (
                <a
                  className="button quiet"
                  href={
                    firstNew && standing.position >= firstPositionOf(page) - 1
                      ? `#p${firstNew}`
                      : `${threadPath(thread)}/unread?after=${standing.position}`
                  }
                >
                  <span className="visually-hidden">To the first of </span>
                  {countLabel(standing.unread)} {standing.unread === 1 ? "new post" : "new posts"}
                </a>
              )}
              {standing && (
                <PostForm
                  action={standing.follows ? unfollowAction : followAction}
                  hidden={{ form: "press:follow", threadId: thread.id, page }}
                >
                  <SubmitButton kind="quiet">{standing.follows ? "Stop following" : "Follow this thread"}</SubmitButton>
                </PostForm>
              )}
              <a className="thread-report" href={`${threadPath(thread)}/print`} rel="nofollow">
                Print for my doctor
              </a>
              {canReportAnything(viewer).allowed && (
                <a className="thread-report" href={`${threadPath(thread)}/report`} rel="nofollow">
                  Report this thread
                </a>
              )}
            </>
          ) : (
            <a
              className="thread-report"
              href={`/contact?about=${encodeURIComponent(threadPath(thread))}`}
              rel="nofollow"
            >
              Tell the moderators about a problem
            </a>
          )
        }
      />
      {thread.state !== "visible" && (
        <Notice kind="caution" title={withheldThread(thread.state, isMember(viewer) && viewer.id === thread.authorId)}>
          {thread.stateReason ? (
            <p>{withheldReason(thread.state, thread.stateReason, viewer, thread.authorId)}</p>
          ) : null}
          {thread.state !== "held" && isMember(viewer) && viewer.id === thread.authorId && (
            <p>
              <a href={`${threadPath(thread)}/appeal`}>Is this wrong? Appeal</a>
            </p>
          )}
        </Notice>
      )}
      {page > 1 && (
        <Pager
          page={page}
          pages={thread.pageCount}
          hrefFor={(n) => threadPath(thread, n)}
          label="Pages, above the posts"
        />
      )}
      {posts.map((post, index) =>
        post.kind === "place" ? (
          <PlaceholderPost key={post.number} number={post.number} />
        ) : (
          <Fragment key={post.number}>
            {post.number === firstNew && <p className="new-from">New since you were here</p>}
            {postArticle({
              viewer,
              thread,
              post,
              path,
              author: authors.get(post.authorId),
              cards: citations.get(post.number),
              first: index === 0,
            })}
          </Fragment>
        ),
      )}
      <Pager page={page} pages={thread.pageCount} hrefFor={(n) => threadPath(thread, n)} />
      {await reply(props, viewer, thread)}
    </Frame>
  );
}

export default direct("/t/[id]/[slug]", ThreadPage, generateMetadata);

function withheldThread(state: Exclude<ThreadView["state"], "visible">, own: boolean): string {
  const few = own
    ? "Only you and the moderators see this thread"
    : "Only its author and the moderators see this thread";
  return state === "held" ? `Waiting for a moderator. ${few} until then.` : `${few}: a moderator has ${state} it.`;
}

/** The post under which everything is new to this member, if it is on this page and they have read something before it. */
function firstNewPost(viewer: Viewer, posts: ReadablePost[], { position, newSince }: OpenReadingView): number | null {
  const isNew = (post: ReadablePost) =>
    post.position > position &&
    post.createdAt > newSince &&
    post.state === "visible" &&
    isMember(viewer) &&
    post.authorId !== viewer.id;
  return posts.find(isNew)?.number ?? null;
}

/** The composer, the reason why there is none, or, for someone signed out meanwhile, their text. */
async function reply(
  { searchParams }: Props,
  viewer: Awaited<ReturnType<typeof currentViewer>>,
  thread: Awaited<ReturnType<typeof readThread>>,
) {
  const form = formState("reply");
  if (!isMember(viewer) && !wasSent("reply")) return null;
  if (!thread.reply.allowed && !wasSent("reply")) return <Notice>{thread.reply.sentence}</Notice>;
  const { quote } = await searchParams;
  const quoted =
    typeof quote === "string" && /^[1-9]\d{0,8}$/.test(quote)
      ? await readQuote(viewer, Number(quote)).catch(() => "")
      : "";
  const { draft } = thread;
  const here = `${threadPath(thread)}#reply`;
  return (
    <Composer
      id="reply"
      heading="Reply"
      action={replyAction}
      hidden={{ form: "reply", threadId: thread.id, requestId: form.values.requestId ?? crypto.randomUUID() }}
      form={form}
      text={[draft?.text, quoted].filter(Boolean).join("\n\n")}
      submitLabel="Reply"
      draftPlace={`thread:${thread.id}`}
      draftSavedAt={draft?.savedAt}
      preview={form.shown as Preview | undefined}
      before={
        isMember(viewer) ? undefined : (
          <Notice kind="caution">
            <p>
              You were signed out.{" "}
              <a href={loginHref(here)} target="_blank" rel="noopener">
                Log in in a new window
              </a>{" "}
              or <a href={joinHref(here)}>create an account</a>, then press Reply here again.
            </p>
          </Notice>
        )
      }
    />
  );
}
