import { z } from "zod";
import { listAuthors } from "@/lib/accounts/queries";
import type { AuthorView } from "@/lib/accounts/types";
import { orNotFound } from "@/lib/platform/errors";
import { madeUp } from "@/lib/platform/request";
import type { Viewer } from "@/lib/policy/viewer";
import { bringBackPost, editPost, replyToThread, withdrawPost } from "@/lib/posts/commands";
import { findPostForAction, listPostsBefore, listPostsBetween, type PostLine, readPost } from "@/lib/posts/queries";
import { EditInput } from "@/lib/posts/schema";
import type { PostView, ReadablePost } from "@/lib/posts/types";
import { type CitedStudy, listCitedStudies } from "@/lib/studies/queries";
import { takeBackThanks, thank } from "@/lib/thanks/commands";
import { findLastPlace } from "@/lib/threads/queries";
import { limit, nextAddress, paged, toSeeMore } from "./cursor";
import { route } from "./route";
import { count, html, id, iso, moment, Next, Person, person, shape, state } from "./shapes";
import { StudyInShort, studyInShort } from "./studies";

const Cited = shape(
  "CitedStudy",
  StudyInShort.extend({
    named: z
      .array(z.strictObject({ kind: z.enum(["doi", "pmid", "pmcid", "nct", "reference"]), value: z.string() }))
      .meta({ description: "A reference without an identifier is journal|year|volume|first page|first author." }),
  }),
);

const PostText = {
  number: id.meta({ description: "The post’s own for ever, in the whole forum." }),
  thread: id,
  position: id,
};

const can = z.strictObject({
  thank: z.boolean(),
  takeBackThanks: z.boolean(),
  edit: z.boolean(),
  withdraw: z.boolean(),
  bringBack: z.boolean(),
  seeRevisions: z.boolean(),
});

const Post = shape(
  "Post",
  z.strictObject({
    kind: z.literal("post"),
    ...PostText,
    state,
    stateReason: z
      .string()
      .nullable()
      .meta({ description: "For its author and moderators: the moderator’s words, or of a held post a code." }),
    author: Person.extend({ role: z.enum(["member", "moderator", "administrator"]), title: z.string().nullable() }),
    createdAt: moment,
    html,
    edited: z.strictObject({ at: moment, by: z.string(), reason: z.string().nullable() }).nullable(),
    thanks: z.strictObject({
      count,
      names: z.array(z.string()).meta({ description: "The first ten." }),
      given: z.boolean().meta({ description: "Yours are among them." }),
    }),
    studies: z.array(Cited),
    can,
  }),
);

const Place = shape(
  "Place",
  z
    .strictObject({ kind: z.literal("place"), ...PostText })
    .meta({ description: "Here was a post that isn’t shown any more." }),
);

const WholePost = shape(
  "WholePost",
  Post.extend({
    editing: z
      .strictObject({ text: z.string(), version: id })
      .nullable()
      .meta({ description: "For whoever may edit it: the text as it was typed, and the version that an edit names." }),
  }),
);

const Line = shape(
  "PostLine",
  z.strictObject({ number: id, thread: id, threadTitle: z.string(), author: Person, createdAt: moment, html }),
);

export const PostLines = z.strictObject({ posts: z.array(Line), next: Next });

function line({ number, threadId, threadTitle, author, createdAt, html }: PostLine) {
  return { number, thread: threadId, threadTitle, author: person(author), createdAt: iso(createdAt), html };
}

function post(view: ReadablePost, author: AuthorView | undefined, studies: CitedStudy[] = []) {
  const { number, threadId, position, state, stateReason, createdAt, html, edited, thanks } = view;
  const { thank, takeBackThanks, edit, withdraw, bringBack, seeRevisions } = view.can;
  return {
    kind: "post" as const,
    number,
    thread: threadId,
    position,
    state,
    stateReason,
    author: {
      name: author?.name ?? "former member",
      former: author?.former ?? true,
      role: author?.role ?? ("member" as const),
      title: author?.title ?? null,
    },
    createdAt: iso(createdAt),
    html,
    edited: edited && { at: iso(edited.at), by: edited.by, reason: edited.reason },
    thanks: { count: thanks.count, names: thanks.names, given: thanks.given },
    studies: studies.map((study) => ({
      ...studyInShort(study),
      named: study.named.map(({ kind, value }) => ({ kind, value })),
    })),
    can: {
      thank: thank.allowed,
      takeBackThanks: takeBackThanks.allowed,
      edit: edit.allowed,
      withdraw: withdraw.allowed,
      bringBack: bringBack.allowed,
      seeRevisions: seeRevisions.allowed,
    },
  };
}

/** Posts with the people who wrote them and the studies they cite. */
async function dressed(viewer: Viewer, threadId: number, views: PostView[]) {
  const readable = views.filter((view) => view.kind === "post");
  const [authors, studies] = await Promise.all([
    listAuthors(viewer, [...new Set(readable.map(({ authorId }) => authorId))]),
    listCitedStudies(
      viewer,
      readable.map(({ number }) => number),
    ),
  ]);
  return views.map((view) =>
    view.kind === "post"
      ? post(view, authors.get(view.authorId), studies.get(view.number))
      : { kind: "place" as const, number: view.number, thread: threadId, position: view.position },
  );
}

const place = z.coerce.number().int().min(0).max(2_147_483_647).optional();

export const postRoutes = [
  route({
    method: "GET",
    path: "/threads/{id}/posts",
    summary: "A thread’s posts in their order. `after` and `before` are positions in the thread.",
    who: "guests",
    kept: true,
    params: z.strictObject({ id }),
    query: z.strictObject({ after: place, before: place, limit }),
    answer: z.strictObject({
      posts: z.array(z.discriminatedUnion("kind", [Post, Place])),
      next: Next,
      previous: Next.meta({ description: "The address of what stands before; null at the beginning." }),
    }),
    carryOut: async (viewer, { params, query }) => {
      const last = orNotFound(await findLastPlace(viewer, params.id));
      const to = query.before === undefined ? (query.after ?? 0) + query.limit : query.before - 1;
      const from = query.before === undefined ? (query.after ?? 0) : Math.max(query.after ?? 0, to - query.limit);
      // Our own answers lead on from the beginning.
      const place = query.before === undefined ? from : query.before - 1;
      if (place % query.limit !== 0 || place > last || (query.after !== undefined && query.before !== undefined))
        madeUp();
      const posts = await dressed(viewer, params.id, await listPostsBetween(viewer, params.id, from, to));
      const address = (asked: { after?: number; before?: number }) =>
        nextAddress(`/threads/${params.id}/posts`, { ...asked, limit: query.limit });
      return {
        posts,
        next: to < last ? address({ after: to }) : null,
        previous: from > 0 ? address({ before: Math.min(from, last) + 1 }) : null,
      };
    },
  }),
  route({
    method: "GET",
    path: "/posts",
    summary: "The newest posts of all threads. `before` is a post’s number.",
    who: "guests",
    kept: true,
    query: z.strictObject({ before: place, limit }),
    answer: PostLines,
    carryOut: async (viewer, { query: { before, limit } }) => {
      const rows = await listPostsBefore(viewer, { before }, toSeeMore(limit));
      return lines(rows, limit, "/posts");
    },
  }),
  route({
    method: "GET",
    path: "/posts/{number}",
    summary: "One post.",
    who: "guests",
    kept: true,
    params: z.strictObject({ number: id }),
    answer: WholePost,
    carryOut: async (viewer, { params }) => {
      const view = await readPost(viewer, params.number);
      const [shown] = await dressed(viewer, view.threadId, [view]);
      const editable = view.can.edit.allowed ? await findPostForAction(viewer, params.number) : null;
      return {
        ...(shown as ReturnType<typeof post>),
        editing: editable && { text: editable.source, version: editable.version },
      };
    },
  }),
  route({
    method: "POST",
    path: "/threads/{id}/posts",
    summary: "Replies in a thread. Of a newcomer it may wait for a moderator; then its `state` is “held”.",
    who: "members",
    status: 201,
    once: true,
    refusals: [422],
    params: z.strictObject({ id }),
    body: z.strictObject({ text: z.string() }),
    answer: z.strictObject({ number: id }),
    location: ({ number }) => `/posts/${number}`,
    carryOut: async (author, { params, body, requestId }) => {
      const { number } = await replyToThread(author, { threadId: params.id, text: body.text, requestId });
      return { number };
    },
  }),
  route({
    method: "PATCH",
    path: "/posts/{number}",
    summary: "Changes a post’s text. `version` is the one the edit began with.",
    who: "members",
    once: true,
    refusals: [409, 422],
    params: z.strictObject({ number: id }),
    body: z.strictObject({ text: z.string(), version: id, reason: EditInput.shape.reason }),
    answer: z.strictObject({ number: id }),
    carryOut: async (editor, { params, body, requestId }) => {
      const { text, version, reason } = body;
      const { number } = await editPost(editor, { number: params.number, version, text, reason, requestId });
      return { number };
    },
  }),
  route({
    method: "PUT",
    path: "/posts/{number}/withdrawal",
    summary: "Takes your own post out of others’ sight.",
    who: "members",
    params: z.strictObject({ number: id }),
    carryOut: async (author, { params }) => void (await withdrawPost(author, params)),
  }),
  route({
    method: "DELETE",
    path: "/posts/{number}/withdrawal",
    summary: "Brings your withdrawn post back, within 24 hours.",
    who: "members",
    params: z.strictObject({ number: id }),
    carryOut: async (author, { params }) => void (await bringBackPost(author, params)),
  }),
  route({
    method: "PUT",
    path: "/posts/{number}/thanks",
    summary: "Thanks a post. A second time changes nothing.",
    who: "members",
    params: z.strictObject({ number: id }),
    carryOut: async (giver, { params }) => void (await thank(giver, params)),
  }),
  route({
    method: "DELETE",
    path: "/posts/{number}/thanks",
    summary: "Takes your thanks back.",
    who: "members",
    params: z.strictObject({ number: id }),
    carryOut: async (giver, { params }) => void (await takeBackThanks(giver, params)),
  }),
];

/** Lists of posts from many threads go by number, downwards. */
export function lines(rows: PostLine[], wanted: number, path: string) {
  const { shown, next } = paged(rows, wanted, path, "before", ({ number }) => String(number));
  return { posts: shown.map(line), next };
}
