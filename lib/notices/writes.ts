import { standingAt } from "@/lib/accounts/standing";
import { queueMail } from "@/lib/mail/writes";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import { atMost, Prisma, type Tx } from "@/lib/platform/db";
import type { Portion } from "@/lib/platform/portions";
import { enqueue } from "@/lib/platform/queue";
import { asSql, postsForAllMembers } from "@/lib/policy/visible";
import { postPath, studyPath } from "@/lib/threads/paths";
import { isMailed, noticeMail, withUnsubscribing } from "./letters";
import { firstPost, isNews } from "./queries";
import {
  defaultsByMail,
  defaultsOnSite,
  KEPT_AFTER_READING_MS,
  LATELY_MS,
  MAIL_AFTER_MS,
  MENTIONS_AT_ONCE,
  type NoticeKind,
  TOLD_AT_ONCE,
  TOO_LATE_TO_MAIL_MS,
} from "./rules";
import type { Subscription } from "./unsubscribing";

export const TELL_OF_STUDY_JOB = "notices.study";

const NEWEST = 2_147_483_647;

const forAllMembers = Prisma.raw(asSql(postsForAllMembers(), "post", { post: "p", thread: "t", category: "c" }));

/**
 * Tells everybody whom a post concerns that it is there, and lets its author follow the thread, by choice. To be called
 * when a post is visible for the first time: when it is written, or when a moderator lets it through. One that others
 * can't see yet tells nobody. One statement however many follow; no follower's row is locked, and where the notice of
 * the reply before still waits nothing is written for them.
 */
export async function tellOfNewPost(tx: Tx, number: number): Promise<void> {
  await tx.$executeRaw`WITH ${tellingOfNewPost(number)}`;
}

/** The same as the end of a statement that begins with a list of its own (`WITH … , `). */
export function tellingOfNewPost(number: number): Prisma.Sql {
  const called = Prisma.sql`${callsOf(number)}
    UNION ALL SELECT r."memberId", 'reply', 3 FROM "ReadingPlace" r JOIN post ON post."threadId" = r."threadId"
      WHERE r."follows" AND NOT EXISTS (
        SELECT 1 FROM "Notice" n WHERE n."memberId" = r."memberId" AND n."threadId" = r."threadId" AND n."kind" = 'reply' AND n."readAt" IS NULL)`;
  return Prisma.sql`followed AS (
      INSERT INTO "ReadingPlace" ("memberId", "threadId", "follows")
      SELECT p."authorId", p."threadId", TRUE FROM "Post" p JOIN "Member" m ON m."id" = p."authorId"
        LEFT JOIN "NoticeSettings" s ON s."memberId" = p."authorId"
      WHERE p."number" = ${number} AND m."closedAt" IS NULL AND coalesce(s."followsOwnPosts", TRUE)
      ON CONFLICT ("memberId", "threadId") DO UPDATE SET "follows" = TRUE WHERE "ReadingPlace"."follows" IS NULL
    ), ${telling(number, called)}`;
}

/** Tells those whom a post called while it was held again after an edit; who heard of it before does not hear twice. */
export async function tellOfCallsWhileHeld(tx: Tx, number: number): Promise<void> {
  await tx.$executeRaw`WITH ${telling(number, callsOf(number))}`;
}

function callsOf(number: number): Prisma.Sql {
  return Prisma.sql`
    SELECT q."authorId" AS "memberId", 'quote' AS "kind", 1 AS "rank" FROM "Quote"
      JOIN "Post" q ON q."number" = "Quote"."quotedNumber" WHERE "Quote"."postNumber" = ${number}
    UNION ALL SELECT "memberId", 'mention', 2 FROM "Mention" WHERE "postNumber" = ${number}`;
}

/** Tells those whom an edited post quotes or names for the first time; its followers hear of new posts only. */
export async function tellOfCalls(
  tx: Tx,
  number: number,
  { quoted, mentioned }: { quoted: number[]; mentioned: number[] },
): Promise<void> {
  if (quoted.length === 0 && mentioned.length === 0) return;
  const called = Prisma.sql`
    SELECT "authorId" AS "memberId", 'quote' AS "kind", 1 AS "rank" FROM "Post" WHERE "number" = ANY(${quoted}::int[])
    UNION ALL SELECT unnest(${mentioned}::int[]), 'mention', 2`;
  await tx.$executeRaw`WITH ${telling(number, called)}`;
}

/**
 * One notice for each of these people, of the strongest kind they want to hear of, if every member may read the post.
 * Each is looked up by their key (LIMIT), whatever the planner makes of the conditions: it once read all members for each
 * of 500 followers, with the thread's row held.
 */
function telling(number: number, called: Prisma.Sql): Prisma.Sql {
  const moment = now();
  return Prisma.sql`post AS (
      SELECT p."number", p."threadId", p."position", p."authorId"
      FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
      WHERE p."number" = ${number} AND ${forAllMembers}
    ), wanted AS (
      SELECT who."memberId", who."kind", who."rank", wants."onSite", wants."byMail"
      FROM (${called}) who CROSS JOIN LATERAL (
        SELECT ${wants("onSite")} AS "onSite", ${wants("byMail")} AS "byMail"
        FROM "Member" m LEFT JOIN "NoticeSettings" s ON s."memberId" = m."id"
        WHERE m."id" = who."memberId" AND m."closedAt" IS NULL AND m."emailVerifiedAt" IS NOT NULL
          AND ${standingAt("m", moment)} <> 'suspended'
        LIMIT 1
      ) wants
    )
    INSERT INTO "Notice" ("memberId", "kind", "threadId", "postNumber", "position", "onSite", "mailDueAt", "createdAt")
    SELECT DISTINCT ON (w."memberId") w."memberId", w."kind", post."threadId", post."number", post."position", w."onSite",
      CASE WHEN w."byMail" THEN ${mailAt(moment)}::timestamptz END, ${moment}::timestamptz
    FROM wanted w CROSS JOIN post WHERE (w."onSite" OR w."byMail") AND w."memberId" <> post."authorId"
    ORDER BY w."memberId", w."rank"
    ON CONFLICT DO NOTHING`;
}

/** For a query with the kind as `who.kind` and the settings, if there are any, as `s`. */
function wants(where: "onSite" | "byMail"): Prisma.Sql {
  const defaults = where === "onSite" ? defaultsOnSite : defaultsByMail;
  return Prisma.sql`who."kind" = ANY(coalesce(s.${Prisma.raw(`"${where}"`)}, ${[...defaults]}::text[]))`;
}

function mailAt(moment: Date): Date {
  return new Date(moment.getTime() + MAIL_AFTER_MS);
}

/** Tells a post's author that they were thanked at this moment; one notice waits per post, whoever else thanks meanwhile. */
export async function tellOfThanks(tx: Tx, number: number, moment: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Notice" ("memberId", "kind", "threadId", "postNumber", "position", "onSite", "mailDueAt", "createdAt")
    SELECT m."id", who."kind", p."threadId", p."number", p."position", ${wants("onSite")},
      CASE WHEN ${wants("byMail")} THEN ${mailAt(moment)}::timestamptz END, ${moment}::timestamptz
    FROM (SELECT 'thanks' AS "kind") who CROSS JOIN "Post" p JOIN "Member" m ON m."id" = p."authorId"
    LEFT JOIN "NoticeSettings" s ON s."memberId" = m."id"
    WHERE p."number" = ${number} AND (${wants("onSite")} OR ${wants("byMail")}) AND m."closedAt" IS NULL
      AND ${standingAt("m", moment)} <> 'suspended'
    ON CONFLICT DO NOTHING`;
}

/** Tells the one a decision is about. Its mail is written by who decided: it has words of its own. */
export async function tellOfDecision(
  tx: Tx,
  notice: { memberId: number; decisionId: number; text: string },
): Promise<void> {
  await tx.notice.create({ data: { ...notice, kind: "decision", createdAt: now() } });
}

/** Tells who reported what came of it. */
export async function tellOfOutcome(
  tx: Tx,
  notice: { memberId: number; decisionId: number; reportId: number; text: string },
): Promise<void> {
  await tx.notice.create({ data: { ...notice, kind: "outcome", createdAt: now() } });
}

/** Where telling of a study goes on: the threads of its newest mentions before a post, and there the members after one. */
export type ToldUpTo = { before?: number; after?: number };

/**
 * Tells everyone who wrote in or follows a thread that cites a study what happened to it, each once however many threads
 * those are: those of its newest mentions first, and each portion reads no more than its own threads.
 */
export async function tellOfStudy(
  tx: Tx,
  eventId: number,
  { before = NEWEST, after = 0 }: ToldUpTo = {},
): Promise<void> {
  const moment = now();
  const rows = await tx.$queryRaw<{ member: number | null; mention: number | null }[]>`
    WITH mentions AS MATERIALIZED (
      SELECT ci."postNumber" FROM "Citation" ci
      WHERE ci."studyId" = (SELECT e."studyId" FROM "StudyEvent" e WHERE e."id" = ${eventId} AND e."endedAt" IS NULL) AND ci."postNumber" < ${before}
      ORDER BY ci."postNumber" DESC ${atMost(MENTIONS_AT_ONCE)}
    ), citing AS MATERIALIZED (
      SELECT DISTINCT t."id" FROM mentions JOIN "Post" p ON p."number" = mentions."postNumber"
        JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId" WHERE ${forAllMembers}
    ), concerned AS (
      SELECT own."authorId" AS "memberId" FROM "Post" own JOIN citing ON citing."id" = own."threadId"
        WHERE own."state" = 'visible' AND own."authorId" > ${after}
      UNION SELECT r."memberId" FROM "ReadingPlace" r JOIN citing ON citing."id" = r."threadId" WHERE r."follows" AND r."memberId" > ${after}
      ORDER BY 1 ${atMost(TOLD_AT_ONCE)}
    ), told AS (
      INSERT INTO "Notice" ("memberId", "kind", "studyEventId", "onSite", "mailDueAt", "createdAt")
      SELECT m."id", who."kind", ${eventId}, ${wants("onSite")}, CASE WHEN ${wants("byMail")} THEN ${mailAt(moment)}::timestamptz END, ${moment}::timestamptz
      FROM concerned CROSS JOIN (SELECT 'study' AS "kind") who JOIN "Member" m ON m."id" = concerned."memberId"
        LEFT JOIN "NoticeSettings" s ON s."memberId" = m."id"
      WHERE (${wants("onSite")} OR ${wants("byMail")}) AND m."closedAt" IS NULL AND m."emailVerifiedAt" IS NOT NULL
        AND ${standingAt("m", moment)} <> 'suspended'
      ON CONFLICT DO NOTHING
    )
    SELECT (SELECT CASE WHEN count(*) = ${TOLD_AT_ONCE} THEN max("memberId") END FROM concerned) AS member,
      (SELECT CASE WHEN count(*) = ${MENTIONS_AT_ONCE} THEN min("postNumber") END FROM mentions) AS mention`;
  const { member = null, mention = null } = rows[0] ?? {};
  const next = member !== null ? { before, after: member } : mention !== null ? { before: mention, after: 0 } : null;
  if (next) await enqueue(tx, TELL_OF_STUDY_JOB, { eventId, ...next });
}

/** Of two events that are one; who heard of either is not told again. */
export async function moveNoticesOfStudy(tx: Tx, from: number, to: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Notice" n SET "studyEventId" = ${to} WHERE n."studyEventId" = ${from}
      AND NOT EXISTS (SELECT 1 FROM "Notice" own WHERE own."studyEventId" = ${to} AND own."memberId" = n."memberId")`;
}

export type Seen = { memberId: number; threadId: number; from: number; to: number };

/**
 * Raises reading places to what was on these pages, and takes the notices of it as read. A page further on counts all
 * replies before it as read, since that is what the list of threads says then; who was called by a post sees it first.
 */
export async function raiseReadingPlaces(tx: Tx, pages: Seen[]): Promise<void> {
  const moment = now();
  const seen = Prisma.sql`unnest(${pages.map(({ memberId }) => memberId)}::int[], ${pages.map(({ threadId }) => threadId)}::int[],
    ${pages.map(({ from }) => from)}::int[], ${pages.map(({ to }) => to)}::int[]) AS seen("memberId", "threadId", "from", "to")`;
  await tx.$executeRaw`
    WITH raised AS (
      INSERT INTO "ReadingPlace" ("memberId", "threadId", "position")
      SELECT seen."memberId", seen."threadId", max(seen."to") FROM ${seen} JOIN "Member" m ON m."id" = seen."memberId" AND m."closedAt" IS NULL
      GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT ("memberId", "threadId") DO UPDATE SET "position" = EXCLUDED."position"
        WHERE "ReadingPlace"."position" < EXCLUDED."position"
    )
    UPDATE "Notice" n SET "readAt" = ${moment} FROM ${seen}
    WHERE n."memberId" = seen."memberId" AND n."threadId" = seen."threadId" AND n."readAt" IS NULL AND n."position" <= seen."to"
      AND (n."kind" = 'reply' OR (n."kind" IN ('quote', 'mention') AND n."position" >= seen."from"))`;
}

/** Of one category or of all; with it the waiting notices of replies there. */
export async function markRead(tx: Tx, memberId: number, categoryId: number | null): Promise<void> {
  const moment = now();
  const which = categoryId === null ? Prisma.sql`TRUE` : Prisma.sql`c."id" = ${categoryId}`;
  await tx.$executeRaw`
    INSERT INTO "CategoryRead" ("memberId", "categoryId", "at") SELECT ${memberId}, c."id", ${moment}::timestamptz FROM "Category" c
    WHERE ${which} ORDER BY c."id" ON CONFLICT ("memberId", "categoryId") DO UPDATE SET "at" = EXCLUDED."at"`;
  await tx.$executeRaw`
    UPDATE "Notice" n SET "readAt" = ${moment} FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId"
    WHERE n."memberId" = ${memberId} AND n."readAt" IS NULL AND n."kind" = 'reply' AND t."id" = n."threadId" AND ${which}`;
}

type Due = {
  id: number;
  memberId: number;
  name: string;
  email: string;
  kind: NoticeKind;
  wanted: boolean;
  /** A notice of replies that are not shown any more: another reply may still come, and would be told by this one. */
  gone: boolean;
  number: number | null;
  studyId: number | null;
};
const MAILED_AT_ONCE = 50;
const LOOK_AGAIN_MS = 30 * 60 * 1000;

/**
 * Writes the mails that are due, and says how many it looked at. None goes to whoever has read it by now, has changed
 * their mind, or may not be told any more; nor about what isn't shown any more, or was told long ago while nothing ran.
 */
export async function mailDueNotices(tx: Tx): Promise<number> {
  const moment = now();
  const due = await tx.$queryRaw<Due[]>`
    SELECT n."id", n."memberId", m."name", m."email", n."kind", ${firstPost} AS number, (SELECT e."studyId" FROM "StudyEvent" e WHERE e."id" = n."studyEventId") AS "studyId",
      n."kind" = 'reply' AND n."readAt" IS NULL AND NOT ${isNews} AS gone,
      n."readAt" IS NULL AND n."createdAt" > ${new Date(moment.getTime() - TOO_LATE_TO_MAIL_MS)} AND ${isNews}
        AND n."kind" = ANY(coalesce(s."byMail", ${[...defaultsByMail]}::text[])) AND m."closedAt" IS NULL AND m."email" IS NOT NULL
        AND m."emailVerifiedAt" IS NOT NULL AND ${standingAt("m", moment)} <> 'suspended' AS wanted
    FROM "Notice" n JOIN "Member" m ON m."id" = n."memberId" LEFT JOIN "NoticeSettings" s ON s."memberId" = m."id"
    WHERE n."mailDueAt" <= ${moment} ORDER BY n."mailDueAt", n."id" LIMIT ${MAILED_AT_ONCE} FOR UPDATE OF n SKIP LOCKED`;
  await tx.notice.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { mailDueAt: null } });
  await lookAgainLater(
    tx,
    due.filter(({ gone }) => gone).map(({ id }) => id),
  );
  for (const { memberId, name, email, kind, wanted, number, studyId } of due) {
    const path = studyId ? studyPath(studyId) : number && postPath(number);
    if (!wanted || !path || !isMailed(kind)) continue;
    const letter = noticeMail(kind, name, `${origin()}${path}`);
    await queueMail(tx, { ...withUnsubscribing(letter, { memberId, kind }), to: email, memberId });
  }
  return due.length;
}

/**
 * While a notice of replies waits there is no second one of its thread. So one whose replies are gone is looked at again,
 * in case another came, and taken away when it is too old to be mailed: or its reader would hear of no reply any more.
 */
async function lookAgainLater(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  const moment = now();
  const tooLate = new Date(moment.getTime() - TOO_LATE_TO_MAIL_MS);
  await tx.notice.deleteMany({ where: { id: { in: ids }, createdAt: { lte: tooLate } } });
  const again = new Date(moment.getTime() + LOOK_AGAIN_MS);
  await tx.notice.updateMany({ where: { id: { in: ids } }, data: { mailDueAt: again } });
}

/** Mails what moderators say in words of their own, unless this member wants no mails of this kind. */
export async function mailIfWanted(
  tx: Tx,
  kind: "decision" | "outcome",
  letter: { kind: string; subject: string; text: string; to: string; memberId: number },
): Promise<void> {
  const { memberId } = letter;
  const settings = await tx.noticeSettings.findUnique({ where: { memberId }, select: { byMail: true } });
  if (!(settings?.byMail ?? defaultsByMail).includes(kind)) return;
  await queueMail(tx, withUnsubscribing(letter, { memberId, kind }));
}

/** No more mails of one kind; everything else stays as they chose. */
export async function endMails(tx: Tx, { memberId, kind }: Subscription): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "NoticeSettings" ("memberId", "byMail")
    SELECT "id", array_remove(${[...defaultsByMail]}::text[], ${kind}) FROM "Member" WHERE "id" = ${memberId} AND "closedAt" IS NULL
    ON CONFLICT ("memberId") DO UPDATE SET "byMail" = array_remove("NoticeSettings"."byMail", ${kind})`;
  await tx.notice.updateMany({ where: { memberId, kind, mailDueAt: { not: null } }, data: { mailDueAt: null } });
}

const leftLately = () => Prisma.sql`
  SELECT "id" FROM "Member" WHERE "closedAt" > ${new Date(now().getTime() - LATELY_MS)}`;

/** What was read long ago, and what was written in the moment in which its member left: no page they read waits for their row. */
export const noticeSweeps: Portion[] = [
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "Notice" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Notice" WHERE "readAt" < ${new Date(now().getTime() - KEPT_AFTER_READING_MS)}
        AND "kind" NOT IN ('decision', 'outcome') ORDER BY "readAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "ReadingPlace" WHERE ctid = ANY(ARRAY(
      SELECT r.ctid FROM (${leftLately()}) m JOIN "ReadingPlace" r ON r."memberId" = m."id" ${limit} FOR UPDATE OF r SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "CategoryRead" WHERE ctid = ANY(ARRAY(
      SELECT r.ctid FROM (${leftLately()}) m JOIN "CategoryRead" r ON r."memberId" = m."id" ${limit} FOR UPDATE OF r SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "NoticeSettings" WHERE ctid = ANY(ARRAY(
      SELECT s.ctid FROM (${leftLately()}) m JOIN "NoticeSettings" s ON s."memberId" = m."id" ${limit} FOR UPDATE OF s SKIP LOCKED))`,
];

/** Of someone who leaves: what they were told, what they follow and had read, what they wanted to hear of. */
export async function forgetNotices(tx: Tx, memberId: number): Promise<void> {
  await tx.notice.deleteMany({ where: { memberId } });
  await tx.readingPlace.deleteMany({ where: { memberId } });
  await tx.categoryRead.deleteMany({ where: { memberId } });
  await tx.noticeSettings.deleteMany({ where: { memberId } });
}
