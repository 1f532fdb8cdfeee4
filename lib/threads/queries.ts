import { callingColumns, readingColumns } from "@/lib/notices/queries";
import type { ReadingView } from "@/lib/notices/types";
import { behind } from "@/lib/platform/behind";
import { atMost, Prisma, prisma, sqlWith } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import { type Audience, narrower } from "@/lib/policy/audience";
import { canReply, type State, type Writers } from "@/lib/policy/can";
import { guest, isMember, type Viewer } from "@/lib/policy/viewer";
import { asSql, placedPosts, visibleThreads } from "@/lib/policy/visible";
import { POSTS_PER_PAGE, pageOf } from "@/lib/posts/rules";
import { warningWords } from "@/lib/studies/rules";
import type { StudyWarning } from "@/lib/studies/types";
import type { ThreadRow, ThreadView } from "./types";

export const THREADS_PER_PAGE = 30;

type Row = {
  id: number;
  slug: string;
  title: string;
  categoryId: number;
  categoryName: string;
  categorySlug: string;
  categoryAudience: Audience;
  categoryLocked: boolean;
  whoReplies: Writers;
  author: string;
  authorFormer: boolean;
  authorId: number;
  createdAt: Date;
  postCount: number;
  viewCount: number;
  pinned: boolean;
  locked: boolean;
  audience: Audience;
  state: State;
  stateReason: string | null;
  studyCount: number;
  lastPostNumber: number;
  lastAt: Date | null;
  lastBy: string | null;
  lastFormer: boolean | null;
  lastAuthorId: number | null;
  readPosition?: number;
  follows?: boolean;
  unread?: number;
};

/** What only a thread's own page asks for. */
type OwnRow = {
  lastPlace: number;
  draft: string | null;
  draftSavedAt: Date | null;
  newSince?: Date;
  repliesFrom?: number | null;
  calledAt?: number[];
  warned: ({ studyId: number; number: number } & StudyWarning)[] | null;
};
const nothingMore = { columns: Prisma.empty, tables: Prisma.empty };

function visible(viewer: Viewer) {
  return sqlWith((value) => asSql(visibleThreads(viewer), "thread", { thread: "t", category: "c" }, value));
}

/** Held posts have no place on others' pages, so they make no page for others either. */
function placeOfLast(viewer: Viewer) {
  const placed = sqlWith((value) =>
    asSql(placedPosts(viewer), "post", { post: "p", thread: "t", category: "c" }, value),
  );
  return Prisma.sql`coalesce((SELECT max(p."position") FROM "Post" p WHERE p."threadId" = t."id" AND ${placed}), 1)`;
}

function lastPlace(viewer: Viewer) {
  return Prisma.sql`${placeOfLast(viewer)} AS "lastPlace"`;
}

/** Of visible posts, so whoever may see the thread may see each. */
const warned = Prisma.sql`(
  SELECT json_agg(s."warning" || jsonb_build_object('studyId', s."id", 'number', w."post") ORDER BY w."post", s."id")
  FROM jsonb_to_recordset(t."warnedStudies") AS w("study" int, "post" int) JOIN "Study" s ON s."id" = w."study" AND s."warning" IS NOT NULL) AS "warned"`;

/**
 * The threads first, as many as are wanted, and then what belongs to each: else PostgreSQL prepares for the people and the
 * reading places of all threads there are, which took longer than the list.
 */
async function selectThreads<More = unknown>(
  viewer: Viewer,
  which: Prisma.Sql,
  order = Prisma.empty,
  most = Prisma.empty,
  more = nothingMore,
): Promise<(Row & More)[]> {
  const reading = readingColumns(viewer);
  return prisma.$queryRaw<(Row & More)[]>`
    SELECT t."id", t."slug", t."title", t."categoryId", c."name" AS "categoryName", c."slug" AS "categorySlug", c."audience"::text AS "categoryAudience",
      c."locked" AS "categoryLocked", c."whoReplies"::text, a."name" AS author, a."closedAt" IS NOT NULL AS "authorFormer", a."id" AS "authorId", t."createdAt",
      t."postCount", t."viewCount", t."pinned", t."locked", t."audience"::text, t."state"::text, t."stateReason", t."lastPostNumber",
      t."studyCount", p."createdAt" AS "lastAt", l."name" AS "lastBy", l."closedAt" IS NOT NULL AS "lastFormer", l."id" AS "lastAuthorId" ${reading.columns} ${more.columns}
    FROM (
      SELECT t.* FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId" WHERE ${visible(viewer)} AND ${which} ${order} ${most}
    ) t JOIN "Category" c ON c."id" = t."categoryId" JOIN "Member" a ON a."id" = t."authorId"
    LEFT JOIN "Post" p ON p."number" = t."lastPostNumber" LEFT JOIN "Member" l ON l."id" = p."authorId" ${reading.tables} ${more.tables} ${order}`;
}

function threadRow(row: Row): ThreadRow {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    categoryId: row.categoryId,
    categoryName: row.categoryName,
    categorySlug: row.categorySlug,
    author: { name: row.author, former: row.authorFormer },
    createdAt: row.createdAt,
    replyCount: Math.max(0, row.postCount - 1),
    viewCount: row.viewCount,
    pinned: row.pinned,
    locked: row.locked,
    audience: narrower(row.audience, row.categoryAudience),
    state: row.state,
    studyCount: row.studyCount,
    last: row.lastAt
      ? { number: row.lastPostNumber, at: row.lastAt, by: { name: row.lastBy ?? "", former: row.lastFormer ?? false } }
      : null,
    reading: row.unread === undefined ? null : readingView(row),
  };
}

function readingView({ readPosition = 0, follows = false, unread = 0 }: Row): ReadingView {
  return { position: readPosition, follows, unread };
}

function seenPeople(rows: Row[]): void {
  for (const row of rows) seen(tags.member(row.authorId), ...(row.lastAuthorId ? [tags.member(row.lastAuthorId)] : []));
}

/** Where a thread stands in its category's list; it moves when somebody writes. */
export type ThreadPlace = [pinned: boolean, lastPostAt: Date, id: number];
export type ThreadsFrom = { older: ThreadPlace } | { newer: ThreadPlace } | null;

/**
 * One page of a category's threads, pinned first, then by their newest post: the newest, or those next to a place on
 * either side. `older` and `newer` are the places that the pages beside begin at, null where there is none.
 */
export async function listThreads(
  viewer: Viewer,
  category: { id: number },
  from: ThreadsFrom = null,
): Promise<{ threads: ThreadRow[]; older: ThreadPlace | null; newer: ThreadPlace | null }> {
  const upwards = from !== null && "newer" in from;
  const place = from && ("newer" in from ? from.newer : from.older);
  const rows = await selectCategoryThreads(viewer, category, place, THREADS_PER_PAGE + 1, upwards);
  const more = rows.length > THREADS_PER_PAGE;
  // What is newer than a place and fits on one page is the beginning, which is never shown in part.
  if (upwards && !more) return listThreads(viewer, category);
  const shown = rows.slice(0, THREADS_PER_PAGE);
  if (upwards) shown.reverse();
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    threads: shown.map(threadRow),
    older: last && (upwards || more) ? placeOf(last) : null,
    newer: first && from ? placeOf(first) : null,
  };
}

function placeOf({ pinned, lastAt, createdAt, id }: Row): ThreadPlace {
  return [pinned, lastAt ?? createdAt, id];
}

/** Before every thread there is. */
export const THE_END: ThreadPlace = [false, new Date(0), 0];

const isSamePlace = (one: ThreadPlace, other: ThreadPlace) => one.every((part, at) => +part === +(other[at] ?? -1));

/** The threads with the newest posts, of all categories. */
export async function listNewestThreads(viewer: Viewer, count: number): Promise<ThreadRow[]> {
  seen(tags.front());
  const rows = await selectThreads(
    viewer,
    Prisma.sql`t."state" = 'visible'`,
    Prisma.sql`ORDER BY t."lastPostAt" DESC, t."id" DESC`,
    atMost(count),
  );
  seenPeople(rows);
  return rows.map(threadRow);
}

/** The threads with the newest posts, of all categories, `count` of them after the one whose newest post and id these are. */
export async function listThreadsAfter(
  viewer: Viewer,
  after: [lastPostAt: Date, id: number] | null,
  count: number,
): Promise<ThreadRow[]> {
  seen(tags.front());
  const beyond = after ? Prisma.sql`AND (t."lastPostAt", t."id") <= (${after[0]}, ${after[1]})` : Prisma.empty;
  const found = await selectThreads(
    viewer,
    Prisma.sql`t."state" = 'visible' ${beyond}`,
    Prisma.sql`ORDER BY t."lastPostAt" DESC, t."id" DESC`,
    atMost(after ? count + 1 : count),
  );
  const rows = after ? behind(found, (row) => row.id === after[1] && +placeOf(row)[1] === +after[0], count) : found;
  seenPeople(rows);
  return rows.map(threadRow);
}

/** The same of one category, as its page sorts them. */
export async function listCategoryThreadsAfter(
  viewer: Viewer,
  category: { id: number },
  after: ThreadPlace | null,
  count: number,
): Promise<ThreadRow[]> {
  return (await selectCategoryThreads(viewer, category, after, count)).map(threadRow);
}

/** From behind a place on, downwards or, in the opposite order, upwards. Where no thread stands at it, nothing of ours led there. */
async function selectCategoryThreads(
  viewer: Viewer,
  category: { id: number },
  place: ThreadPlace | null,
  count: number,
  upwards = false,
): Promise<Row[]> {
  seen(tags.category(category.id));
  const [beyond, order] = upwards
    ? [Prisma.sql`>=`, Prisma.sql`ORDER BY t."pinned", t."lastPostAt", t."id"`]
    : [Prisma.sql`<=`, Prisma.sql`ORDER BY t."pinned" DESC, t."lastPostAt" DESC, t."id" DESC`];
  const which = place
    ? Prisma.sql`AND (t."pinned", t."lastPostAt", t."id") ${beyond} (${place[0]}, ${place[1]}, ${place[2]})`
    : Prisma.empty;
  const found = await selectThreads(
    viewer,
    Prisma.sql`t."categoryId" = ${category.id} ${which}`,
    order,
    atMost(place ? count + 1 : count),
  );
  const fromTheEnd = upwards && place && isSamePlace(place, THE_END);
  const rows =
    place && !fromTheEnd ? behind(found, (row) => isSamePlace(placeOf(row), place), count) : found.slice(0, count);
  seenPeople(rows);
  return rows;
}

export async function readThread(viewer: Viewer, id: number): Promise<ThreadView> {
  const [row] = await selectThreads<OwnRow>(viewer, Prisma.sql`t."id" = ${id}`, Prisma.empty, Prisma.empty, {
    columns: Prisma.sql`, d."text" AS draft, d."updatedAt" AS "draftSavedAt", ${lastPlace(viewer)}, ${warned} ${callingColumns(viewer)}`,
    tables: Prisma.sql`LEFT JOIN "Draft" d ON d."memberId" = ${isMember(viewer) ? viewer.id : 0} AND d."place" = 'thread:' || t."id"`,
  });
  const found = orNotFound(row);
  seen(tags.thread(id));
  seenPeople([found]);
  for (const { studyId } of found.warned ?? []) seen(tags.study(studyId));
  const thread = threadRow(found);
  return {
    ...thread,
    reading: thread.reading && {
      ...thread.reading,
      newSince: found.newSince ?? found.createdAt,
      repliesFrom: found.repliesFrom ?? null,
      calledAt: found.calledAt ?? [],
    },
    categoryLocked: found.categoryLocked,
    isPublic: thread.audience === "everyone" && thread.state === "visible",
    authorId: found.authorId,
    stateReason: found.stateReason,
    pageCount: pageOf(found.lastPlace),
    warnings: (found.warned ?? []).map(({ studyId, number, title, date, ...warning }) => ({
      studyId,
      title,
      words: warningWords(warning),
      date: date ?? null,
      number,
    })),
    reply: canReply(viewer, { ...found, threadLocked: found.locked, threadState: found.state }),
    draft: found.draftSavedAt ? { text: found.draft ?? "", savedAt: found.draftSavedAt } : undefined,
  };
}

/** The last place of a thread on this viewer's pages; null where they can't see it. */
export async function findLastPlace(viewer: Viewer, id: number): Promise<number | null> {
  seen(tags.thread(id));
  const rows = await prisma.$queryRaw<{ lastPlace: number }[]>`
    SELECT ${lastPlace(viewer)} FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId" WHERE t."id" = ${id} AND ${visible(viewer)}`;
  return rows[0]?.lastPlace ?? null;
}

export type ThreadForReply = {
  id: number;
  title: string;
  slug: string;
  audience: Audience;
  threadState: State;
  threadLocked: boolean;
  categoryLocked: boolean;
  categoryId: number;
  whoReplies: Writers;
};

export async function findThreadForReply(viewer: Viewer, id: number): Promise<ThreadForReply | null> {
  const rows = await prisma.$queryRaw<(ThreadForReply & { categoryAudience: Audience })[]>`
    SELECT t."id", t."title", t."slug", t."audience"::text, c."audience"::text AS "categoryAudience", t."locked" AS "threadLocked", c."locked" AS "categoryLocked",
      t."categoryId", t."state"::text AS "threadState", c."whoReplies"::text
    FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId" WHERE t."id" = ${id} AND ${visible(viewer)}`;
  return rows[0] ? { ...rows[0], audience: narrower(rows[0].audience, rows[0].categoryAudience) } : null;
}

/**
 * The visible threads of category `c` in which something was written last, where `also` holds of thread `t`. Pinned ones
 * and the others each by their index: along all threads PostgreSQL would look for those of a quiet category for ever.
 */
export function newestThreads(count: number, also: Prisma.Sql): Prisma.Sql {
  const newest = Prisma.sql`ORDER BY t."lastPostAt" DESC, t."id" DESC ${atMost(count)}`;
  return Prisma.sql`(
    SELECT t.* FROM (VALUES (TRUE), (FALSE)) k ("pinned") CROSS JOIN LATERAL (
      SELECT t."id", t."title", t."lastPostNumber", t."lastPostAt" FROM "Thread" t
      WHERE t."categoryId" = c."id" AND t."pinned" = k."pinned" AND t."state" = 'visible' AND ${also} ${newest}) t
    ${newest})`;
}

export type FeedPost = { number: number; html: string; at: Date; by: string; threadId: number; threadTitle: string };

/** The newest posts that guests can read, for a feed: of everything, one category or one thread. */
export async function listFeedPosts(
  scope: { categoryId?: number; threadId?: number },
  count = 30,
): Promise<FeedPost[]> {
  seen(
    scope.threadId ? tags.thread(scope.threadId) : scope.categoryId ? tags.category(scope.categoryId) : tags.front(),
  );
  // The newest of each thread, so that nobody's posts but theirs are looked through.
  const ofEach = Prisma.sql`(SELECT * FROM "Post" p WHERE p."threadId" = t."id" AND p."state" = 'visible' ORDER BY p."position" DESC ${atMost(count)})`;
  const from = scope.threadId
    ? Prisma.sql`"Thread" t JOIN "Category" c ON c."id" = t."categoryId" CROSS JOIN LATERAL ${ofEach} p WHERE t."id" = ${scope.threadId} AND ${visible(guest)}`
    : scope.categoryId
      ? Prisma.sql`"Category" c CROSS JOIN LATERAL ${newestThreads(count, visible(guest))} t CROSS JOIN LATERAL ${ofEach} p WHERE c."id" = ${scope.categoryId}`
      : Prisma.sql`"Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId" WHERE p."state" = 'visible' AND ${visible(guest)}`;
  const rows = await prisma.$queryRaw<(FeedPost & { authorId: number })[]>`
    SELECT newest.*, m."name" AS by FROM (
      SELECT p."number", p."html", p."createdAt" AS at, p."authorId", t."id" AS "threadId", t."title" AS "threadTitle"
      FROM ${from} ORDER BY p."number" DESC ${atMost(count)}) newest
    JOIN "Member" m ON m."id" = newest."authorId" ORDER BY newest."number" DESC`;
  seen(...rows.map(({ authorId }) => tags.member(authorId)));
  return rows.map(({ authorId: _, ...post }) => post);
}

export type SitemapThread = { id: number; slug: string; lastPostAt: Date; pageCount: number };

/**
 * Every thread that guests can read, newest first, up to a sitemap's own limit. What is written in them makes no sitemap
 * anew: with times, and with pages further on, it may be an hour behind.
 */
export async function listSitemapThreads(): Promise<SitemapThread[]> {
  seen(tags.threads());
  // Most threads have one page whatever waits in them, and nobody has to look through their posts for that.
  const rows = await prisma.$queryRaw<{ id: number; slug: string; lastPostAt: Date; lastPlace: number }[]>`
    SELECT t."id", t."slug", t."lastPostAt",
      CASE WHEN t."lastPosition" > ${Prisma.raw(String(POSTS_PER_PAGE))} THEN ${placeOfLast(guest)} ELSE 1 END AS "lastPlace"
    FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId"
    WHERE t."state" = 'visible' AND ${visible(guest)} ORDER BY t."id" DESC ${atMost(20_000)}`;
  return rows.map(({ lastPlace: place, ...thread }) => ({ ...thread, pageCount: pageOf(place) }));
}
