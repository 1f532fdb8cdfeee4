import { nameKey } from "@/lib/accounts/names";
import { CALLED_BY_NAME } from "@/lib/notices/rules";
import { behind } from "@/lib/platform/behind";
import { now } from "@/lib/platform/clock";
import { atMost, Prisma, prisma, sqlWith } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Audience } from "@/lib/policy/audience";
import { narrower } from "@/lib/policy/audience";
import {
  canBringBackPost,
  canEditPost,
  canSeeRevisions,
  canTakeBackThanks,
  canThank,
  canWithdrawPost,
  type State,
} from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { asSql, asWhere, placedPosts, readablePosts, visibleCategories, visibleThreads } from "@/lib/policy/visible";
import { wordChanges } from "./changes";
import type { SafeHtml } from "./html";
import { fillMentions, fillQuotes } from "./markdown";
import { withoutNames } from "./others-names";
import { ownWordsOnly } from "./own-words";
import { quotedLines } from "./quote-blocks";
import { POSTS_PER_PAGE, pageOf } from "./rules";
import type { PostView, ReadablePost, RevisionView } from "./types";

const aliases = { post: "p", thread: "t", category: "c" };

function readable(viewer: Viewer) {
  return sqlWith((value) => asSql(readablePosts(viewer), "post", aliases, value));
}

function placed(viewer: Viewer) {
  return sqlWith((value) => asSql(placedPosts(viewer), "post", aliases, value));
}

type QuotedRow = { number: number; authorId: number; name: string; former: boolean };
type QuoteRow = QuotedRow & { threadId: number; shown: boolean };
type PostRow = {
  number: number;
  position: number;
  threadId: number;
  authorId: number;
  state: State;
  stateReason: string | null;
  stateChangedAt: Date | null;
  version: number;
  html: string;
  createdAt: Date;
  editedAt: Date | null;
  editedBy: string | null;
  editedById: number | null;
  editReason: string | null;
  thanksCount: number;
  authorLeft: boolean;
  threadLocked: boolean;
  categoryLocked: boolean;
  readable: boolean;
  /** The first ten who thanked and are still here. */
  thankers: { id: number; name: string }[];
  given: boolean;
  quoted: QuoteRow[];
  /** Whom it calls by name and who is still here. */
  mentioned: { id: number; name: string }[];
};

/** What the post at hand quotes, each with whether this viewer may be shown it. */
function quotedPosts(viewer: Viewer): Prisma.Sql {
  const quotedReadable = sqlWith((value) =>
    asSql(readablePosts(viewer), "post", { post: "q", thread: "qt", category: "qc" }, value),
  );
  return Prisma.sql`coalesce((
        SELECT json_agg(json_build_object('number', q."number", 'threadId', q."threadId", 'authorId', qa."id", 'name', qa."name", 'former', qa."closedAt" IS NOT NULL,
          'shown', q."state" = 'visible' AND ${quotedReadable}))
        FROM "Quote" JOIN "Post" q ON q."number" = "Quote"."quotedNumber" JOIN "Member" qa ON qa."id" = q."authorId"
        JOIN "Thread" qt ON qt."id" = q."threadId" JOIN "Category" qc ON qc."id" = qt."categoryId"
        WHERE "Quote"."postNumber" = p."number"
      ), '[]'::json)`;
}

/** Whom post `p` calls by name and who is still here. */
const mentionedMembers = Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('id', called."id", 'name', called."name"))
  FROM "Mention" JOIN "Member" called ON called."id" = "Mention"."memberId"
  WHERE "Mention"."postNumber" = p."number" AND called."closedAt" IS NULL
), '[]'::json)`;

/** The posts of one page of a thread, or any others by a condition of our own making. */
async function selectPosts(viewer: Viewer, which: Prisma.Sql): Promise<PostRow[]> {
  const viewerId = isMember(viewer) ? viewer.id : 0;
  return prisma.$queryRaw<PostRow[]>`
    SELECT p."number", p."position", p."threadId", p."authorId", p."state"::text, p."stateReason", p."stateChangedAt", p."version",
      p."createdAt", p."editedAt", p."editReason", p."thanksCount", author."closedAt" IS NOT NULL AS "authorLeft",
      t."locked" AS "threadLocked", c."locked" AS "categoryLocked",
      ${readable(viewer)} AS readable, CASE WHEN ${readable(viewer)} THEN p."html" ELSE '' END AS html,
      editor."name" AS "editedBy",
      p."editedById",
      CASE WHEN p."thanksCount" = 0 THEN '[]'::json ELSE coalesce((
        SELECT json_agg(json_build_object('id', g."id", 'name', g."name") ORDER BY g."createdAt", g."id") FROM (
          SELECT m."id", m."name", th."createdAt" FROM "Thanks" th JOIN "Member" m ON m."id" = th."memberId"
          WHERE th."postNumber" = p."number" AND m."closedAt" IS NULL ORDER BY th."createdAt", m."id" LIMIT 10) g
      ), '[]'::json) END AS thankers,
      p."thanksCount" > 0 AND EXISTS (SELECT 1 FROM "Thanks" th WHERE th."postNumber" = p."number" AND th."memberId" = ${viewerId}) AS given,
      ${quotedPosts(viewer)} AS quoted, ${mentionedMembers} AS mentioned
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    JOIN "Member" author ON author."id" = p."authorId" LEFT JOIN "Member" editor ON editor."id" = p."editedById"
    WHERE ${placed(viewer)} AND ${which}
    ORDER BY p."position"`;
}

function postView(viewer: Viewer, row: PostRow): PostView {
  const { number, position } = row;
  if (!row.readable) return { kind: "place", number, position };
  const quoted = new Map(row.quoted.filter(({ shown }) => shown).map((quote) => [quote.number, quote]));
  const moment = now();
  return {
    kind: "post",
    number,
    position,
    threadId: row.threadId,
    authorId: row.authorId,
    state: row.state,
    version: row.version,
    createdAt: row.createdAt,
    stateReason: row.stateReason,
    html: fillMentions(
      fillQuotes(row.html, (quotedNumber) => quoted.get(quotedNumber) ?? null),
      row.mentioned,
    ),
    edited: row.editedAt ? { at: row.editedAt, by: row.editedBy ?? "", reason: row.editReason } : null,
    thanks: { count: row.thanksCount, names: row.thankers.map(({ name }) => name), given: row.given },
    can: {
      thank: canThank(viewer, row),
      takeBackThanks: canTakeBackThanks(viewer, row),
      edit: canEditPost(viewer, row),
      withdraw: canWithdrawPost(viewer, row),
      bringBack: canBringBackPost(viewer, row, moment),
      seeRevisions: canSeeRevisions(viewer, row),
    },
  };
}

/** One page of a thread: twenty places, fewer where posts are held. */
export async function listPosts(viewer: Viewer, threadId: number, page: number): Promise<PostView[]> {
  const from = (page - 1) * POSTS_PER_PAGE;
  return listPostsBetween(viewer, threadId, from, from + POSTS_PER_PAGE);
}

/** The posts in the places after `from` up to `to`. */
export async function listPostsBetween(
  viewer: Viewer,
  threadId: number,
  from: number,
  to: number,
): Promise<PostView[]> {
  const rows = await selectPosts(
    viewer,
    Prisma.sql`p."threadId" = ${threadId} AND p."position" > ${from} AND p."position" <= ${to}`,
  );
  seen(tags.thread(threadId));
  seenOn(rows);
  return rows.map((row) => postView(viewer, row));
}

function seenOn(rows: PostRow[]): void {
  for (const row of rows) {
    if (row.readable) seen(...peopleOn(row).map(tags.member), ...quotesOn(row));
  }
}

/** What a post quotes: it goes with its post, and with its thread. */
function quotesOn({ quoted }: Pick<PostRow, "quoted">): string[] {
  return quoted.flatMap(({ number, threadId }) => [tags.post(number), tags.shown(threadId)]);
}

/** Everyone whose name a post shows: its page changes when one of them closes their account. */
function peopleOn({ authorId, editedById, thankers, quoted, mentioned }: PostRow): number[] {
  return [
    authorId,
    ...(editedById ? [editedById] : []),
    ...thankers.map(({ id }) => id),
    ...quoted.map((quote) => quote.authorId),
    ...mentioned.map(({ id }) => id),
  ];
}

/** One post as its thread shows it, if this viewer may read it. */
export async function readPost(viewer: Viewer, number: number): Promise<ReadablePost> {
  const [row] = await selectPosts(viewer, Prisma.sql`p."number" = ${number}`);
  const found = orNotFound(row?.readable ? row : null);
  seen(tags.thread(found.threadId));
  seenOn([found]);
  const post = postView(viewer, found);
  return orNotFound(post.kind === "post" ? post : null);
}

export type PostPlace = { number: number; threadId: number; slug: string; page: number };

/** Where a post stands, for its permanent address. Null where it has no place on this viewer's pages. */
export async function findPlace(viewer: Viewer, number: number): Promise<PostPlace | null> {
  const [row] = await prisma.$queryRaw<{ number: number; threadId: number; slug: string; position: number }[]>`
    SELECT p."number", p."threadId", t."slug", p."position"
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    WHERE p."number" = ${number} AND ${placed(viewer)}`;
  return row ? { number: row.number, threadId: row.threadId, slug: row.slug, page: pageOf(row.position) } : null;
}

export type PostForAction = {
  number: number;
  threadId: number;
  authorId: number;
  state: State;
  stateChangedAt: Date | null;
  version: number;
  source: string;
  threadLocked: boolean;
  categoryLocked: boolean;
  authorLeft: boolean;
  audience: Audience;
  title: string;
  slug: string;
  categoryId: number;
};

/** A readable post with what decides who may do what with it. */
export async function findPostForAction(viewer: Viewer, number: number): Promise<PostForAction | null> {
  const rows = await prisma.$queryRaw<(PostForAction & { categoryAudience: Audience })[]>`
    SELECT p."number", p."threadId", p."authorId", p."state"::text, p."stateChangedAt", p."version", p."source", t."locked" AS "threadLocked",
      c."locked" AS "categoryLocked", m."closedAt" IS NOT NULL AS "authorLeft", t."audience"::text, c."audience"::text AS "categoryAudience",
      t."title", t."slug", t."categoryId"
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId" JOIN "Member" m ON m."id" = p."authorId"
    WHERE p."number" = ${number} AND ${readable(viewer)}`;
  return rows[0] ? { ...rows[0], audience: narrower(rows[0].audience, rows[0].categoryAudience) } : null;
}

/** The posts among these numbers that this viewer may read, with the audience each was written for. */
export async function listQuotable(
  viewer: Viewer,
  numbers: number[],
): Promise<Map<number, { state: State; audience: Audience }>> {
  if (numbers.length === 0) return new Map();
  const rows = await prisma.$queryRaw<
    { number: number; state: State; audience: Audience; categoryAudience: Audience }[]
  >`
    SELECT p."number", p."state"::text, t."audience"::text, c."audience"::text AS "categoryAudience"
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    WHERE p."number" = ANY(${numbers}::int[]) AND ${readable(viewer)}`;
  return new Map(
    rows.map((row) => [row.number, { state: row.state, audience: narrower(row.audience, row.categoryAudience) }]),
  );
}

/** A post's text as it was typed, made into the start of a quote, without what it repeats of posts that aren't shown. */
export async function readQuote(viewer: Viewer, number: number): Promise<string> {
  const post = orNotFound(await findPostForAction(viewer, number));
  orNotFound(post.state === "visible" ? post : null);
  const quotes = quotedLines(post.source);
  const shown = await listQuotedNames(viewer, [...new Set(quotes.map((quote) => quote.number))]);
  const gone = quotes.filter((quote) => !shown.has(quote.number));
  const lines = post.source
    .split("\n")
    .filter((_, at) => !gone.some(({ from, to }) => from <= at && at < to))
    .map((line) => (line ? `> ${line}` : ">"));
  return `> #${number}\n${lines.join("\n")}\n\n`;
}

/** Every text the post has had, newest first. For its author and moderators. */
export async function listRevisions(viewer: Viewer, number: number): Promise<RevisionView[]> {
  const post = orNotFound(await findPostForAction(viewer, number));
  ensure(canSeeRevisions(viewer, post));
  const rows = await prisma.$queryRaw<
    {
      version: number;
      source: string;
      by: string;
      createdAt: Date;
      reason: string | null;
      struckAt: Date | null;
      struckBy: string | null;
      struckReason: string | null;
    }[]
  >`
    SELECT r."version", r."source", m."name" AS by, r."createdAt", r."reason", r."struckAt", s."name" AS "struckBy", r."struckReason"
    FROM "Revision" r JOIN "Member" m ON m."id" = r."editedById" LEFT JOIN "Member" s ON s."id" = r."struckById"
    WHERE r."postNumber" = ${number} ORDER BY r."version" DESC`;
  return rows.map((row, index) => {
    const before = rows[index + 1];
    const readableBoth = before && !row.struckAt && !before.struckAt;
    return {
      version: row.version,
      source: row.struckAt ? null : row.source,
      by: row.by,
      at: row.createdAt,
      reason: row.reason,
      struck: row.struckAt ? { at: row.struckAt, by: row.struckBy ?? "", reason: row.struckReason ?? "" } : null,
      changes: readableBoth ? wordChanges(before.source, row.source) : null,
    };
  });
}

/** `version`: the one an edit began on; saving it says so, or what others changed meanwhile would be lost unseen. */
export type DraftView = { place: string; title: string; text: string; version: number | null; updatedAt: Date };

const draftColumns = { place: true, title: true, text: true, version: true, updatedAt: true } as const;

export async function findDraft(viewer: Viewer, place: string): Promise<DraftView | null> {
  if (!isMember(viewer)) return null;
  return prisma.draft.findUnique({ where: { memberId_place: { memberId: viewer.id, place } }, select: draftColumns });
}

/** All of someone's drafts, each with what it belongs to and the page to go on writing. */
export async function listDrafts(viewer: Viewer): Promise<(DraftView & { about: string; href: string })[]> {
  if (!isMember(viewer)) return [];
  const drafts = await prisma.draft.findMany({
    where: { memberId: viewer.id },
    orderBy: { updatedAt: "desc" },
    select: draftColumns,
  });
  const idsOf = (kind: string) =>
    drafts.filter(({ place }) => place.startsWith(`${kind}:`)).map(({ place }) => Number(place.split(":")[1]));
  const threads = await prisma.thread.findMany({
    where: { id: { in: idsOf("thread") }, ...asWhere(visibleThreads(viewer)) },
    select: { id: true, title: true, slug: true },
  });
  const categories = await prisma.category.findMany({
    where: { id: { in: idsOf("category") }, ...asWhere(visibleCategories(viewer)) },
    select: { id: true, name: true, slug: true },
  });
  return drafts.map((draft) => {
    const [kind, raw] = draft.place.split(":");
    const id = Number(raw);
    const thread = threads.find((one) => one.id === id);
    const category = categories.find((one) => one.id === id);
    if (kind === "post") return { ...draft, about: `An edit of post #${id}`, href: `/p/${id}/edit` };
    if (kind === "category")
      return {
        ...draft,
        about: `A new thread in ${category?.name ?? "a category"}`,
        href: `/new?category=${category?.slug ?? ""}`,
      };
    return {
      ...draft,
      about: thread ? `A reply in “${thread.title}”` : "A reply in a thread that isn’t shown any more",
      href: thread ? `/t/${id}/${thread.slug}#reply` : "/drafts",
    };
  });
}

/** A post in a list of posts from many threads. */
export type PostLine = {
  number: number;
  threadId: number;
  threadTitle: string;
  author: { name: string; former: boolean };
  createdAt: Date;
  html: string;
};

/** Visible posts that this viewer may read, newest first: those before this number, of everyone or of one member. */
export async function listPostsBefore(
  viewer: Viewer,
  { before, authorId }: { before?: number; authorId?: number },
  count: number,
): Promise<PostLine[]> {
  const narrowed = [
    ...(before ? [Prisma.sql`AND p."number" <= ${before}`] : []),
    ...(authorId ? [Prisma.sql`AND p."authorId" = ${authorId}`] : []),
  ];
  const found = await prisma.$queryRaw<
    (PostLine & { name: string; former: boolean; authorId: number } & Pick<PostRow, "quoted" | "mentioned">)[]
  >`
    SELECT p."number", p."threadId", t."title" AS "threadTitle", p."authorId", m."name", m."closedAt" IS NOT NULL AS former, p."createdAt", p."html",
      ${quotedPosts(viewer)} AS quoted, ${mentionedMembers} AS mentioned
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId" JOIN "Member" m ON m."id" = p."authorId"
    WHERE p."state" = 'visible' AND ${readable(viewer)} ${narrowed.length > 0 ? Prisma.join(narrowed, " ") : Prisma.empty}
    ORDER BY p."number" DESC ${atMost(before ? count + 1 : count)}`;
  const rows = before ? behind(found, ({ number }) => number === before, count) : found;
  seen(authorId ? tags.profile(authorId) : tags.front());
  return rows.map(
    ({ number, threadId, threadTitle, authorId: author, name, former, createdAt, html, quoted, mentioned }) => {
      seen(tags.member(author), ...mentioned.map(({ id }) => tags.member(id)));
      seen(...quoted.map((quote) => tags.member(quote.authorId)), ...quotesOn({ quoted }));
      const shown = new Map(quoted.filter((quote) => quote.shown).map((quote) => [quote.number, quote]));
      return {
        number,
        threadId,
        threadTitle,
        author: { name, former },
        createdAt,
        html: fillMentions(
          fillQuotes(html, (quotedNumber) => shown.get(quotedNumber) ?? null),
          mentioned,
        ),
      };
    },
  );
}

const OWN_POSTS_PRINTED = 200;

/**
 * What a member wrote in a thread and others can read, for printing; the oldest first. Quotes are out, and the names of those
 * who wrote there or are called. A name that reads as a word, or that somebody goes by elsewhere, may stay, as do words that
 * were copied without a quote: so the page asks to be read through.
 */
export async function listOwnWords(
  author: Viewer,
  threadId: number,
): Promise<{ number: number; createdAt: Date; html: SafeHtml }[]> {
  if (!isMember(author)) return [];
  const rows = await prisma.$queryRaw<{ number: number; createdAt: Date; html: string }[]>`
    SELECT p."number", p."createdAt", p."html" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    WHERE p."threadId" = ${threadId} AND p."authorId" = ${author.id} AND p."state" = 'visible' AND ${readable(author)}
    ORDER BY p."position" ${atMost(OWN_POSTS_PRINTED)}`;
  const names = await listNamesAround(author, threadId);
  return rows.map((row) => ({ ...row, html: withoutNames(ownWordsOnly(row.html), names, author.name) }));
}

const NAMES_LEFT_OUT = 2_000;

/** Who else wrote in a thread, as far as this member may read it. */
async function listNamesAround(author: MemberViewer, threadId: number): Promise<string[]> {
  const others = await prisma.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT m."name" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
      JOIN "Member" m ON m."id" = p."authorId"
    WHERE p."threadId" = ${threadId} AND p."authorId" <> ${author.id} AND ${readable(author)} ${atMost(NAMES_LEFT_OUT)}`;
  return others.map(({ name }) => name);
}

export type MembersPost = { number: number; threadTitle: string; createdAt: Date; html: string };

/** What someone wrote last, as far as this viewer may read it. */
export async function listNewestPostsBy(viewer: Viewer, memberId: number, count: number): Promise<MembersPost[]> {
  seen(tags.profile(memberId));
  return prisma.$queryRaw<MembersPost[]>`
    SELECT p."number", t."title" AS "threadTitle", p."createdAt", p."html"
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    WHERE p."authorId" = ${memberId} AND p."state" = 'visible' AND ${readable(viewer)} ORDER BY p."number" DESC ${atMost(count)}`;
}

/** The members whom a text would call by these names, were it sent now. */
export async function listMentionable(names: string[]): Promise<{ name: string }[]> {
  const keys = names.slice(0, CALLED_BY_NAME).map(nameKey);
  if (keys.length === 0) return [];
  return prisma.member.findMany({
    where: { nameKey: { in: keys }, closedAt: null, emailVerifiedAt: { not: null } },
    select: { name: true },
  });
}

/** Who wrote these posts, for quotes of them; posts that this viewer may not read, or that aren't shown, are missing. */
export async function listQuotedNames(viewer: Viewer, numbers: number[]): Promise<Map<number, QuotedRow>> {
  if (numbers.length === 0) return new Map();
  const rows = await prisma.$queryRaw<QuotedRow[]>`
    SELECT p."number", m."id" AS "authorId", m."name", m."closedAt" IS NOT NULL AS former
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId" JOIN "Member" m ON m."id" = p."authorId"
    WHERE p."number" = ANY(${numbers}::int[]) AND p."state" = 'visible' AND ${readable(viewer)}`;
  return new Map(rows.map((row) => [row.number, row]));
}
