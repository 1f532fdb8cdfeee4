import { type Deed, takesSomething } from "@/lib/moderation/rules";
import { now } from "@/lib/platform/clock";
import { atMost, Prisma, prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { canBeTold } from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { asSql, postsForAllMembers } from "@/lib/policy/visible";
import { warningWords } from "@/lib/studies/rules";
import type { StudyWarning } from "@/lib/studies/types";
import { whenWords } from "@/lib/studies/wording";
import { postPath, studyPath } from "@/lib/threads/paths";
import { COUNTED_UP_TO, defaultsByMail, defaultsOnSite, type NoticeKind, UNREAD_FOR_MS } from "./rules";
import type { NoticeSettingsView, NoticeView } from "./types";
import { subscriptionOf } from "./unsubscribing";

export const NOTICES_PER_PAGE = 50;

const forAllMembers = asSql(postsForAllMembers(), "post", { post: "p", thread: "t", category: "c" });

/** The posts that notice `n` speaks of, as far as every member may read them now; of one that was read, those of then. */
const postsOf = Prisma.raw(`
  "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
  JOIN "Member" author ON author."id" = p."authorId"
  WHERE p."threadId" = n."threadId" AND p."position" >= n."position"
    AND p."position" <= CASE n."kind" WHEN 'reply' THEN 2147483647 ELSE n."position" END
    AND (n."kind" <> 'reply' OR (p."authorId" <> n."memberId" AND (n."readAt" IS NULL OR p."createdAt" <= n."readAt")))
    AND ${forAllMembers}`);

/** The thanks that notice `n` speaks of. */
const thanksOf = Prisma.raw(`
  "Thanks" th JOIN "Member" giver ON giver."id" = th."memberId"
  WHERE th."postNumber" = n."postNumber" AND th."createdAt" >= n."createdAt" AND (n."readAt" IS NULL OR th."createdAt" <= n."readAt")`);

/** Where the study that notice `n` speaks of is cited for every member; of one that was read also after the registries took it back. */
const citingOf = Prisma.raw(`
  "StudyEvent" e JOIN "Citation" ci ON ci."studyId" = e."studyId" JOIN "Post" p ON p."number" = ci."postNumber"
  JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
  WHERE e."id" = n."studyEventId" AND (e."endedAt" IS NULL OR n."readAt" < e."endedAt") AND ${forAllMembers}`);

/** What was hidden, withdrawn or taken back since is no news any more: its notice is as if it had never been. */
export const isNews = Prisma.sql`(n."kind" IN ('decision', 'outcome') OR (n."kind" = 'study' AND EXISTS (SELECT 1 FROM ${citingOf})) OR (n."kind" <> 'study' AND EXISTS (SELECT 1 FROM ${postsOf}) AND (n."kind" <> 'thanks' OR EXISTS (SELECT 1 FROM ${thanksOf}))))`;

/** The first of the posts that notice `n` speaks of. */
export const firstPost = Prisma.sql`(SELECT p."number" FROM ${postsOf} ORDER BY p."position" LIMIT 1)`;

/** How many notices wait for member `m`, up to a hundred: a part of the query for the viewer, so that it costs no other. */
export function waitingNoticesOf(member: "m"): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (
    SELECT 1 FROM "Notice" n WHERE n."memberId" = ${Prisma.raw(member)}."id" AND n."readAt" IS NULL AND n."onSite" AND ${isNews} ${atMost(COUNTED_UP_TO)}) waiting)`;
}

/**
 * For a query of threads `t`: how this member stands to each, as columns and tables of it. Unread is what others wrote
 * after the place they have read, but nothing older than their joining, than sixty days, or than the moment they marked
 * the category as read: nobody comes to years of unread posts. Counted are at most a thread's last hundred places.
 */
export function readingColumns(viewer: Viewer): { columns: Prisma.Sql; tables: Prisma.Sql } {
  if (!isMember(viewer)) return { columns: Prisma.empty, tables: Prisma.empty };
  const { id } = viewer;
  return {
    columns: Prisma.sql`, coalesce(place."position", 0) AS "readPosition", coalesce(place."follows", FALSE) AS "follows",
      CASE WHEN t."lastPosition" > coalesce(place."position", 0) AND t."lastPostAt" > ${newSince()} THEN (
        SELECT count(*)::int FROM "Post" fresh WHERE fresh."threadId" = t."id"
          AND fresh."position" > greatest(coalesce(place."position", 0), t."lastPosition" - ${COUNTED_UP_TO})
          AND fresh."state" = 'visible' AND fresh."authorId" <> ${id} AND fresh."createdAt" > ${newSince()}
      ) ELSE 0 END AS "unread"`,
    tables: readingTables(id),
  };
}

/** Everything written before it is not new to the member whose rows are joined. */
function newSince(): Prisma.Sql {
  return Prisma.sql`greatest(me."joinedAt", marked."at", ${new Date(now().getTime() - UNREAD_FOR_MS)}::timestamptz)`;
}

function readingTables(memberId: number): Prisma.Sql {
  return Prisma.sql`JOIN "Member" me ON me."id" = ${memberId}
    LEFT JOIN "ReadingPlace" place ON place."memberId" = me."id" AND place."threadId" = t."id"
    LEFT JOIN "CategoryRead" marked ON marked."memberId" = me."id" AND marked."categoryId" = t."categoryId"`;
}

/** Beside them, for one thread: since when posts are new, and the places that this member's waiting notices are about. */
export function callingColumns(viewer: Viewer): Prisma.Sql {
  if (!isMember(viewer)) return Prisma.empty;
  const waiting = Prisma.sql`FROM "Notice" n WHERE n."memberId" = ${viewer.id} AND n."threadId" = t."id" AND n."readAt" IS NULL`;
  return Prisma.sql`, ${newSince()} AS "newSince", (SELECT min(n."position") ${waiting} AND n."kind" = 'reply') AS "repliesFrom",
    ARRAY(SELECT n."position" ${waiting} AND n."kind" IN ('quote', 'mention')) AS "calledAt"`;
}

/**
 * The first post of others after a place (or after the one they have read) that is new to this member. Where the new ones
 * begin is found by halves: whoever comes to a thread of many years would else have them all read for one.
 */
export async function findFirstUnread(viewer: Viewer, threadId: number, after: number | null): Promise<number | null> {
  const { id } = told(viewer);
  const [row] = await prisma.$queryRaw<{ number: number }[]>`
    WITH RECURSIVE reading AS MATERIALIZED (
      SELECT t."lastPosition", coalesce(${after}::int, place."position", 0) AS place, ${newSince()} AS since
      FROM "Thread" t ${readingTables(id)} WHERE t."id" = ${threadId} AND t."lastPostAt" > ${newSince()}
    ), halving (old, young) AS (
      SELECT place, "lastPosition" FROM reading WHERE "lastPosition" > place
      UNION ALL
      SELECT CASE WHEN is_old THEN middle ELSE old END, CASE WHEN is_old THEN young ELSE middle END
      FROM halving CROSS JOIN LATERAL (
        SELECT (old + young) / 2 AS middle, (SELECT p."createdAt" FROM "Post" p WHERE p."threadId" = ${threadId} AND p."position" = (old + young) / 2)
          <= (SELECT since FROM reading) IS TRUE AS is_old) half
      WHERE young - old > 1
    )
    SELECT fresh."number" FROM reading JOIN "Post" fresh ON fresh."threadId" = ${threadId}
    WHERE fresh."position" > (SELECT max(old) FROM halving) AND fresh."state" = 'visible' AND fresh."authorId" <> ${id} AND fresh."createdAt" > since
    ORDER BY fresh."position" LIMIT 1`;
  return row?.number ?? null;
}

type Someone = { name: string; former: boolean };
type Row = {
  id: number;
  kind: NoticeKind;
  createdAt: Date;
  readAt: Date | null;
  text: string;
  threadTitle: string | null;
  posts: Someone[];
  thanks: Someone[];
  said: StudyWarning | null;
  takenBack: boolean;
};

/** What a member was told, newest first; `before` is the last notice of the page before. */
export async function listNotices(
  viewer: Viewer,
  before: number | null = null,
): Promise<{ notices: NoticeView[]; next: number | null }> {
  const { id } = told(viewer);
  const beyond = before === null ? Prisma.empty : Prisma.sql`AND n."id" < ${before}`;
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT n."id", n."kind", n."createdAt", n."readAt", n."text", thread."title" AS "threadTitle", event."said", event."endedAt" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "StudyEvent" going WHERE going."studyId" = event."studyId" AND going."endedAt" IS NULL) AS "takenBack",
      CASE WHEN n."kind" IN ('reply', 'quote', 'mention') THEN (
        SELECT json_agg(json_build_object('name', w."name", 'former', w."former") ORDER BY w."position") FROM (
          SELECT author."name", author."closedAt" IS NOT NULL AS "former", p."position" FROM ${postsOf} ORDER BY p."position" ${atMost(COUNTED_UP_TO)}) w
      ) ELSE '[]'::json END AS posts,
      CASE WHEN n."kind" = 'thanks' THEN (
        SELECT json_agg(json_build_object('name', g."name", 'former', g."former") ORDER BY g."createdAt") FROM (
          SELECT giver."name", giver."closedAt" IS NOT NULL AS "former", th."createdAt" FROM ${thanksOf} ORDER BY th."createdAt" ${atMost(COUNTED_UP_TO)}) g
      ) ELSE '[]'::json END AS thanks
    FROM "Notice" n LEFT JOIN "Thread" thread ON thread."id" = n."threadId"
    LEFT JOIN "StudyEvent" event ON event."id" = n."studyEventId"
    WHERE n."memberId" = ${id} ${beyond} AND n."onSite" AND ${isNews}
    ORDER BY n."id" DESC ${atMost(NOTICES_PER_PAGE + 1)}`;
  const notices = rows.slice(0, NOTICES_PER_PAGE).map(noticeView);
  return { notices, next: rows.length > NOTICES_PER_PAGE ? (notices.at(-1)?.id ?? null) : null };
}

function noticeView(row: Row): NoticeView {
  const { id, kind, createdAt, readAt, text, threadTitle, posts, thanks, said, takenBack } = row;
  const people = new Map([...posts, ...thanks].map((someone) => [someone.name, someone]));
  return {
    id,
    kind,
    at: createdAt,
    unread: readAt === null,
    people: [...people.values()],
    posts: posts.length,
    threadTitle,
    text: said ? studySentence(said, takenBack) : text,
  };
}

function studySentence(said: StudyWarning, takenBack: boolean): string {
  const when = said.date ? ` ${whenWords(said.date)}` : "";
  const sentence = `A study in a thread you follow or wrote in ${warningWords(said)}${when}: “${said.title}”.`;
  return takenBack
    ? `${sentence} Meanwhile the places that record studies, such as PubMed, no longer say so.`
    : sentence;
}

/** The page that a notice is about; null where there is none, or none any more. */
export async function findNoticePath(viewer: Viewer, id: number): Promise<string | null> {
  const { id: memberId } = told(viewer);
  const [row] = await prisma.$queryRaw<
    {
      kind: NoticeKind;
      first: number | null;
      caseKind: string | null;
      targetId: number | null;
      deed: Deed | null;
      decisionId: number | null;
      appealed: number | null;
      studyId: number | null;
    }[]
  >`
    SELECT n."kind", ${firstPost} AS first, (SELECT e."studyId" FROM "StudyEvent" e WHERE e."id" = n."studyEventId") AS "studyId", "Case"."kind" AS "caseKind", "Case"."targetId", d."deed", d."id" AS "decisionId",
      (SELECT a."decisionId" FROM "Appeal" a WHERE a."answerId" = d."id" ORDER BY a."id" DESC LIMIT 1) AS appealed
    FROM "Notice" n LEFT JOIN "Decision" d ON d."id" = n."decisionId" LEFT JOIN "Case" ON "Case"."id" = d."caseId"
    WHERE n."id" = ${id} AND n."memberId" = ${memberId} AND n."onSite" AND ${isNews}`;
  if (!row) return null;
  const { kind, first, caseKind, targetId, deed, decisionId, appealed, studyId } = row;
  if (studyId) return studyPath(studyId);
  if (first) return postPath(first);
  // What was reported is told in words only: the page of it may be gone by the decision.
  if (kind !== "decision" || !targetId) return null;
  // Where they can appeal, or read what came of it.
  if (appealed) return `/decisions/${appealed}`;
  if (deed && takesSomething(deed)) return `/decisions/${decisionId}`;
  if (caseKind === "post") return postPath(targetId);
  return caseKind === "thread" ? `/t/${targetId}/-` : "/rules";
}

/** What an unsubscribe link is about; a 404 where it isn’t ours, or they are here no more. */
export async function readSubscription(_visitor: Viewer, token: string): Promise<{ kind: NoticeKind; name: string }> {
  const { memberId, kind } = orNotFound(subscriptionOf(token));
  const { name } = orNotFound(
    await prisma.member.findFirst({ where: { id: memberId, closedAt: null }, select: { name: true } }),
  );
  return { kind, name };
}

export async function readNoticeSettings(viewer: Viewer): Promise<NoticeSettingsView> {
  const { id } = told(viewer);
  const settings = await prisma.noticeSettings.findUnique({ where: { memberId: id } });
  return {
    onSite: (settings?.onSite ?? [...defaultsOnSite]) as NoticeKind[],
    byMail: (settings?.byMail ?? [...defaultsByMail]) as NoticeKind[],
    followsOwnPosts: settings?.followsOwnPosts ?? true,
  };
}

/** For the export of one's own data: no words and no names of others. */
export async function gatherOwnNotices(memberId: number): Promise<object> {
  const [settings, places, categories, notices] = await Promise.all([
    prisma.noticeSettings.findUnique({
      where: { memberId },
      select: { onSite: true, byMail: true, followsOwnPosts: true },
    }),
    prisma.readingPlace.findMany({
      where: { memberId },
      orderBy: { threadId: "asc" },
      select: { threadId: true, position: true, follows: true },
    }),
    prisma.categoryRead.findMany({ where: { memberId }, select: { categoryId: true, at: true } }),
    prisma.notice.findMany({
      where: { memberId },
      orderBy: { id: "asc" },
      select: { kind: true, threadId: true, postNumber: true, text: true, createdAt: true, readAt: true },
    }),
  ]);
  return { settings, readingPlaces: places, categoriesRead: categories, told: notices };
}

function told(viewer: Viewer): MemberViewer {
  ensure(canBeTold(viewer));
  return viewer as MemberViewer;
}
