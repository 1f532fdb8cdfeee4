import { z } from "zod";
import { readCategory } from "@/lib/categories/queries";
import { startThread } from "@/lib/threads/commands";
import { listCategoryThreadsAfter, listThreadsAfter, readThread } from "@/lib/threads/queries";
import type { ThreadRow } from "@/lib/threads/types";
import { cursor, cursorId, cursorMoment, cursorOf, limit, paged, toSeeMore } from "./cursor";
import { route } from "./route";
import { audience, count, id, iso, moment, Next, Person, person, shape, state } from "./shapes";

const ListedThread = shape(
  "ListedThread",
  z.strictObject({
    id,
    slug: z.string(),
    title: z.string(),
    category: z.strictObject({ id, slug: z.string(), name: z.string() }),
    author: Person,
    createdAt: moment,
    replies: count,
    views: count,
    studies: count,
    pinned: z.boolean(),
    locked: z.boolean(),
    audience,
    state,
    last: z.strictObject({ number: id, at: moment, by: Person }).nullable(),
    reading: z
      .strictObject({
        position: count.meta({ description: "The last place you have read; 0 where you never opened it." }),
        follows: z.boolean(),
        unread: count.meta({ description: "Posts of others that are new to you, up to a hundred." }),
      })
      .nullable()
      .meta({ description: "Null for guests." }),
  }),
);

const Thread = shape(
  "Thread",
  ListedThread.extend({
    categoryLocked: z.boolean(),
    warnings: z
      .array(
        z.strictObject({
          study: id,
          title: z.string(),
          what: z.string().meta({ description: "Such as “was retracted”." }),
          date: z.string().nullable().meta({ description: "As its registry writes it, be it a year only." }),
          post: id.meta({ description: "The first post here that cites it." }),
        }),
      )
      .meta({ description: "Studies cited here that are retracted or of concern." }),
    reply: z.strictObject({
      allowed: z.boolean(),
      reason: z.string().nullable(),
      sentence: z.string().nullable(),
    }),
  }),
);

const Threads = z.strictObject({ threads: z.array(ListedThread), next: Next });

function listedThread(row: ThreadRow) {
  const { categoryId, categorySlug, categoryName, replyCount, viewCount, studyCount, last, reading } = row;
  const { id, slug, title, pinned, locked, audience, state } = row;
  return {
    id,
    slug,
    title,
    category: { id: categoryId, slug: categorySlug, name: categoryName },
    author: person(row.author),
    createdAt: iso(row.createdAt),
    replies: replyCount,
    views: viewCount,
    studies: studyCount,
    pinned,
    locked,
    audience,
    state,
    last: last && { number: last.number, at: iso(last.at), by: person(last.by) },
    reading: reading && { position: reading.position, follows: reading.follows, unread: reading.unread },
  };
}

/** When something was last written in it, as lists sort by it. */
const lastAt = ({ last, createdAt }: ThreadRow) => iso(last?.at ?? createdAt);

export const threadRoutes = [
  route({
    method: "GET",
    path: "/threads",
    summary: "Threads of all categories, those with the newest posts first.",
    who: "guests",
    kept: true,
    query: z.strictObject({ after: cursor(z.tuple([cursorMoment, cursorId])), limit }),
    answer: Threads,
    carryOut: async (viewer, { query }) => {
      const rows = await listThreadsAfter(viewer, query.after ?? null, toSeeMore(query.limit));
      const { shown, next } = paged(rows, query.limit, "/threads", "after", (row) => cursorOf([lastAt(row), row.id]));
      return { threads: shown.map(listedThread), next };
    },
  }),
  route({
    method: "GET",
    path: "/categories/{slug}/threads",
    summary: "The threads of a category: pinned ones first, then those with the newest posts.",
    who: "guests",
    kept: true,
    params: z.strictObject({ slug: z.string().max(80) }),
    query: z.strictObject({ after: cursor(z.tuple([z.boolean(), cursorMoment, cursorId])), limit }),
    answer: Threads,
    carryOut: async (viewer, { params, query }) => {
      const category = await readCategory(viewer, params.slug);
      const rows = await listCategoryThreadsAfter(viewer, category, query.after ?? null, toSeeMore(query.limit));
      const path = `/categories/${category.slug}/threads`;
      const { shown, next } = paged(rows, query.limit, path, "after", (row) =>
        cursorOf([row.pinned, lastAt(row), row.id]),
      );
      return { threads: shown.map(listedThread), next };
    },
  }),
  route({
    method: "GET",
    path: "/threads/{id}",
    summary: "One thread, without its posts.",
    who: "guests",
    kept: true,
    params: z.strictObject({ id }),
    answer: Thread,
    carryOut: async (viewer, { params }) => {
      const thread = await readThread(viewer, params.id);
      const { reply } = thread;
      return {
        ...listedThread(thread),
        categoryLocked: thread.categoryLocked,
        warnings: thread.warnings.map(({ studyId, title, words, date, number }) => ({
          study: studyId,
          title,
          what: words,
          date,
          post: number,
        })),
        reply: reply.allowed
          ? { allowed: true, reason: null, sentence: null }
          : { allowed: false, reason: reply.reason, sentence: reply.sentence },
      };
    },
  }),
  route({
    method: "POST",
    path: "/threads",
    summary: "Starts a thread with its first post.",
    who: "members",
    status: 201,
    once: true,
    refusals: [404, 422],
    body: z.strictObject({
      category: id.meta({ description: "Its id." }),
      audience: audience.default("everyone"),
      title: z.string(),
      text: z.string(),
    }),
    answer: z.strictObject({ thread: id, slug: z.string(), number: id }),
    location: ({ thread }) => `/threads/${thread}`,
    carryOut: async (author, { body, requestId }) => {
      const { category: categoryId, audience, title, text } = body;
      const started = await startThread(author, { categoryId, audience, title, text, requestId });
      return { thread: started.threadId, slug: started.slug, number: started.number };
    },
  }),
];
