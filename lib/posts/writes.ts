import { nameKey } from "@/lib/accounts/names";
import { CALLED_BY_NAME } from "@/lib/notices/rules";
import { tellingOfNewPost, tellOfCallsWhileHeld, tellOfNewPost } from "@/lib/notices/writes";
import { now } from "@/lib/platform/clock";
import { narrow, Prisma, type Tx, touch } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { tags } from "@/lib/platform/tags";
import type { canReply, State } from "@/lib/policy/can";
import { attachCitations, countStudies, studiesWithPost } from "@/lib/studies/writes";
import { RENDERER_VERSION, type Rendered, type SafeHtml } from "./markdown";
import type { HoldReason } from "./rules";

/** What replying depends on. */
export type OpenThread = Parameters<typeof canReply>[1];

/** A post with what its permissions and counts depend on, its row held until the end of the transaction. */
export type LockedPost = {
  number: number;
  threadId: number;
  categoryId: number;
  authorId: number;
  state: State;
  stateChangedAt: Date | null;
  version: number;
  source: string;
  thanksCount: number;
  threadLocked: boolean;
  categoryLocked: boolean;
  threadVisible: boolean;
  threadHeld: boolean;
  position: number;
  authorLeft: boolean;
  /** Guests can read the thread it stands in. */
  isPublic: boolean;
};

const lockedColumns = Prisma.sql`
  p."number", p."threadId", t."categoryId", p."authorId", p."state"::text, p."stateChangedAt", p."version", p."source", p."thanksCount",
  t."locked" AS "threadLocked", c."locked" AS "categoryLocked", t."state" = 'visible' AS "threadVisible",
  t."state" = 'held' AS "threadHeld", p."position",
  m."closedAt" IS NOT NULL AS "authorLeft", (t."audience" = 'everyone' AND c."audience" = 'everyone') AS "isPublic"`;

/**
 * For thanks and the like: the thread's lock can't change meanwhile, but others may thank beside. Rows are locked in the
 * order of the clauses: the thread first, as whoever edits the post takes it.
 */
export async function lockPost(tx: Tx, number: number): Promise<LockedPost | null> {
  const rows = await tx.$queryRaw<LockedPost[]>`
    SELECT ${lockedColumns} FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    JOIN "Member" m ON m."id" = p."authorId"
    WHERE p."number" = ${number} FOR SHARE OF t FOR NO KEY UPDATE OF p`;
  return rows[0] ?? null;
}

/** For changes that count: the thread's row is taken first, as replying does. */
export async function lockPostAndThread(tx: Tx, number: number): Promise<LockedPost | null> {
  await tx.$executeRaw`SELECT 1 FROM "Thread" WHERE "id" = (SELECT "threadId" FROM "Post" WHERE "number" = ${number}) FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<LockedPost[]>`
    SELECT ${lockedColumns} FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    JOIN "Member" m ON m."id" = p."authorId"
    WHERE p."number" = ${number} FOR NO KEY UPDATE OF p`;
  return rows[0] ?? null;
}

/**
 * Adds a post at the thread's end with its first revision, quotes and citations, and counts it, unless it is held. The
 * draft it was is done with. `ensureOpen` throws where the thread, whose row is held by then, takes no more posts.
 */
export async function insertPost(
  tx: Tx,
  post: { threadId: number; authorId: number; source: string; rendered: Rendered; heldFor?: HoldReason | null },
  ensureOpen: (thread: OpenThread) => void = () => {},
): Promise<{ number: number; position: number }> {
  const moment = now();
  const { threadId, authorId, source, rendered, heldFor = null } = post;
  const state = heldFor ? "held" : "visible";
  const [made] = await tx.$queryRaw<(OpenThread & { number: number; position: number; shown: boolean })[]>`
    WITH place AS (
      UPDATE "Thread" SET "lastPosition" = "lastPosition" + 1 WHERE "id" = ${threadId}
      RETURNING "lastPosition", "categoryId", "locked", "state", "state" = 'visible' AND ${heldFor === null} AS shown
    ), made AS (
      INSERT INTO "Post" ("threadId", "position", "authorId", "source", "html", "rendererVersion", "state", "stateReason", "appearedAt", "createdAt")
      SELECT ${threadId}, "lastPosition", ${authorId}, ${source}, ${rendered.html}, ${RENDERER_VERSION}, ${state}::"State", ${heldFor},
        CASE WHEN shown THEN ${moment}::timestamptz END, ${moment}
      FROM place RETURNING "number", "position"
    ), kept AS (
      INSERT INTO "Revision" ("postNumber", "version", "source", "editedById", "createdAt")
      SELECT "number", 1, ${source}, ${authorId}, ${moment} FROM made
    ), sent AS (
      DELETE FROM "Draft" WHERE "memberId" = ${authorId} AND "place" = ${`thread:${threadId}`}
    )
    SELECT made.*, place."categoryId", place.shown, place."locked" AS "threadLocked", place."state"::text AS "threadState",
      c."locked" AS "categoryLocked", c."whoReplies"::text
    FROM made, place JOIN "Category" c ON c."id" = place."categoryId"`;
  const { number, position, categoryId, shown, ...thread } = orNotFound(made);
  ensureOpen({ ...thread, categoryId });
  const { studies } = await saveMentionsOf(tx, number, rendered, "first");
  if (heldFor) return { number, position };
  await tx.$executeRaw`WITH ${counting(number, 1)} ${shown ? Prisma.sql`, ${tellingOfNewPost(number)}` : Prisma.sql`SELECT 1`}`;
  touch(tx, ...pagesOf({ number, threadId, categoryId, authorId, studies }));
  return { number, position };
}

/**
 * What follows when others can read posts that waited for the first time: whom they concern is told as of a new post.
 * A post appears once, whatever happens to it afterwards.
 */
export async function postsAppear(tx: Tx, numbers: number[]): Promise<void> {
  const appeared = await tx.post.updateManyAndReturn({
    where: { number: { in: numbers }, appearedAt: null },
    data: { appearedAt: now() },
    select: { number: true },
  });
  for (const { number } of appeared) await tellOfNewPost(tx, number);
}

/**
 * What a text refers to: quoted posts, members called by name, cited studies and the hosts its links lead to. Gives the
 * ids of the members it calls for the first time, and of the studies.
 */
export async function saveMentionsOf(
  tx: Tx,
  number: number,
  rendered: Rendered,
  version: "first" | "later" = "later",
): Promise<{ called: number[]; studies: number[] }> {
  if (version === "later") await tx.quote.deleteMany({ where: { postNumber: number } });
  if (rendered.quotes.length > 0) {
    await tx.quote.createMany({ data: rendered.quotes.map((quotedNumber) => ({ postNumber: number, quotedNumber })) });
  }
  if (version === "later") await tx.postLink.deleteMany({ where: { postNumber: number } });
  if (rendered.hosts.length > 0)
    await tx.postLink.createMany({ data: rendered.hosts.map((host) => ({ postNumber: number, host })) });
  const studies = await attachCitations(tx, number, rendered.citations, version);
  if (version === "later") await countStudies(tx, Prisma.sql`SELECT "threadId" FROM "Post" WHERE "number" = ${number}`);
  return { called: await saveCalls(tx, number, rendered.mentions.slice(0, CALLED_BY_NAME), version), studies };
}

/** Only names that somebody has are kept; the others are words. */
async function saveCalls(tx: Tx, number: number, names: string[], version: "first" | "later"): Promise<number[]> {
  if (version === "first" && names.length === 0) return [];
  const rows = await tx.$queryRaw<{ memberId: number }[]>`
    WITH called AS (
      SELECT "id" FROM "Member" WHERE "nameKey" = ANY(${names.map(nameKey)}::text[]) AND "closedAt" IS NULL AND "emailVerifiedAt" IS NOT NULL
    ), gone AS (
      DELETE FROM "Mention" WHERE "postNumber" = ${number} AND "memberId" NOT IN (SELECT "id" FROM called)
    )
    INSERT INTO "Mention" ("postNumber", "memberId") SELECT ${number}, "id" FROM called ORDER BY "id"
    ON CONFLICT DO NOTHING RETURNING "memberId"`;
  return rows.map(({ memberId }) => memberId);
}

/**
 * One visible post more or fewer, wherever posts, the thanks on them and the studies they cite are counted, and the
 * thread's newest post. The caller has changed the post's state; counts speak of visible posts in visible threads only.
 */
export async function countPost(tx: Tx, number: number, by: 1 | -1): Promise<void> {
  await tx.$executeRaw`WITH ${counting(number, by)} SELECT 1`;
}

function counting(number: number, by: 1 | -1): Prisma.Sql {
  return Prisma.sql`counted AS (
      SELECT p."number", p."authorId", p."thanksCount", t."categoryId",
             CASE WHEN t."audience" = 'everyone' AND c."audience" = 'everyone' THEN 1 ELSE 0 END AS public
      FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
      WHERE p."number" = ${number} AND t."state" = 'visible'
    ), thread AS (
      UPDATE "Thread" t SET "postCount" = t."postCount" + ${by},
        "lastPostNumber" = coalesce(newest."number", 0), "lastPostAt" = coalesce(newest."createdAt", t."createdAt"),
        ${studiesWithPost(number, by)}
      FROM "Post" p LEFT JOIN LATERAL (
        SELECT n."number", n."createdAt" FROM "Post" n WHERE n."threadId" = p."threadId" AND n."state" = 'visible' ORDER BY n."position" DESC LIMIT 1
      ) newest ON TRUE
      WHERE p."number" = ${number} AND t."id" = p."threadId"
    ), author AS (
      UPDATE "Member" m SET "postCount" = m."postCount" + ${by}, "publicPostCount" = m."publicPostCount" + ${by} * counted.public,
        "thanksReceived" = m."thanksReceived" + ${by} * counted."thanksCount",
        "publicThanksReceived" = m."publicThanksReceived" + ${by} * counted."thanksCount" * counted.public
      FROM counted WHERE m."id" = counted."authorId"
    ), givers AS (
      UPDATE "Member" m SET "thanksGiven" = m."thanksGiven" + ${by}, "publicThanksGiven" = m."publicThanksGiven" + ${by} * counted.public
      FROM counted JOIN "Thanks" th ON th."postNumber" = counted."number" WHERE m."id" = th."memberId"
    ), category AS (
      UPDATE "Category" c SET "postCount" = c."postCount" + ${by}, "publicPostCount" = c."publicPostCount" + ${by} * counted.public
      FROM counted WHERE c."id" = counted."categoryId"
    )`;
}

/**
 * Moves a post from one state to another, with its counts. Whatever can show or quote it expires; where fewer people
 * may read it than before, the transaction returns only when no stored page has it any more.
 */
export async function setPostState(
  tx: Tx,
  post: LockedPost,
  state: State,
  reason: string | null = null,
): Promise<void> {
  if (post.state === state) return;
  await tx.post.update({ where: { number: post.number }, data: { state, stateReason: reason, stateChangedAt: now() } });
  if (post.state === "visible") await countPost(tx, post.number, -1);
  if (state === "visible") await countPost(tx, post.number, 1);
  if (state === "visible" && post.threadVisible) await postsAppear(tx, [post.number]);
  if (state === "visible" && post.state === "held") await tellOfCallsWhileHeld(tx, post.number);
  await touchPost(tx, post.number, state !== "visible");
  if (post.thanksCount > 0) await touchGivers(tx, Prisma.sql`p."number" = ${post.number}`);
}

/** Everyone's page who thanked for posts that come or go: it says how often they did. */
async function touchGivers(tx: Tx, which: Prisma.Sql): Promise<void> {
  const givers = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT th."memberId" AS id FROM "Thanks" th JOIN "Post" p ON p."number" = th."postNumber" WHERE ${which}`;
  touch(tx, ...givers.map(({ id }) => tags.profile(id)));
}

const nothing: Rendered = {
  html: "" as SafeHtml,
  citations: [],
  quotes: [],
  mentions: [],
  hosts: [],
  links: [],
  netCaughtSomething: false,
};

/** Takes the text of a removed post away for good, of all its versions; its number and place stay. */
export async function purgePost(tx: Tx, number: number): Promise<void> {
  await tx.post.update({ where: { number }, data: { source: "", html: "", editReason: null, purgedAt: now() } });
  await tx.revision.updateMany({ where: { postNumber: number }, data: { source: "", reason: null } });
  await saveMentionsOf(tx, number, nothing);
  await tx.draft.deleteMany({ where: { place: `post:${number}` } });
  await touchPost(tx, number);
}

function citingThreads(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT p."threadId" FROM "Post" p WHERE ${which} AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."postNumber" = p."number")`;
}

/** Declares every page this post is on: its thread, lists, its author's, those of the studies it cites and those that quote it. */
export async function touchPost(tx: Tx, number: number, narrows = false): Promise<void> {
  const rows = await tx.$queryRaw<{ threadId: number; categoryId: number; authorId: number; studies: number[] }[]>`
    SELECT p."threadId", t."categoryId", p."authorId",
      ARRAY(SELECT "studyId" FROM "Citation" WHERE "postNumber" = p."number" AND "studyId" IS NOT NULL) AS studies
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" WHERE p."number" = ${number}`;
  for (const row of rows) {
    const names = pagesOf({ number, ...row });
    if (narrows) narrow(tx, ...names);
    else touch(tx, ...names);
  }
}

type Placed = { number: number; threadId: number; categoryId: number; authorId: number; studies: number[] };

function pagesOf({ number, threadId, categoryId, authorId, studies }: Placed): string[] {
  return [
    tags.front(),
    tags.category(categoryId),
    tags.thread(threadId),
    tags.post(number), // a thread that has begun to quote it a moment ago can't be found here yet
    tags.profile(authorId),
    ...studies.map(tags.study),
    ...(studies.length > 0 ? [tags.studies()] : []),
  ];
}

/**
 * A member who leaves and takes their posts along: each becomes withdrawn, and none can be brought back. All at once,
 * since someone may have written thousands; the caller holds the member's row, so no post and no thanks are added meanwhile.
 */
export async function withdrawAllPosts(tx: Tx, memberId: number): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Member" WHERE "id" IN (
      SELECT th."memberId" FROM "Thanks" th JOIN "Post" p ON p."number" = th."postNumber" WHERE p."authorId" = ${memberId}
    ) ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    SELECT 1 FROM "Thread" WHERE "id" IN (SELECT "threadId" FROM "Post" WHERE "authorId" = ${memberId}) ORDER BY "id" FOR NO KEY UPDATE`;
  await uncountAllPosts(tx, memberId);
  await touchAllPosts(tx, memberId);
  await tx.post.updateMany({
    where: { authorId: memberId, state: { in: ["visible", "held"] } },
    data: { state: "withdrawn", stateReason: null, stateChangedAt: now() },
  });
  await countStudies(tx, citingThreads(Prisma.sql`p."authorId" = ${memberId}`));
}

/** What `countPost` does for one post, for all of a member's that are about to go. */
async function uncountAllPosts(tx: Tx, memberId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Thread" t SET "postCount" = t."postCount" - gone."posts",
      "lastPostNumber" = coalesce(newest."number", 0), "lastPostAt" = coalesce(newest."createdAt", t."createdAt")
    FROM (
      SELECT "threadId", count(*)::int AS posts FROM "Post" WHERE "authorId" = ${memberId} AND "state" = 'visible' GROUP BY 1
    ) gone LEFT JOIN LATERAL (
      SELECT n."number", n."createdAt" FROM "Post" n
      WHERE n."threadId" = gone."threadId" AND n."state" = 'visible' AND n."authorId" <> ${memberId} ORDER BY n."position" DESC LIMIT 1
    ) newest ON TRUE
    WHERE t."id" = gone."threadId"`;
  await tx.$executeRaw`
    WITH counted AS (
      SELECT p."number", p."thanksCount", t."categoryId",
             CASE WHEN t."audience" = 'everyone' AND c."audience" = 'everyone' THEN 1 ELSE 0 END AS public
      FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
      WHERE p."authorId" = ${memberId} AND p."state" = 'visible' AND t."state" = 'visible'
    ), author AS (
      UPDATE "Member" m SET "postCount" = m."postCount" - own."posts", "publicPostCount" = m."publicPostCount" - own."publicly",
        "thanksReceived" = m."thanksReceived" - own."thanks", "publicThanksReceived" = m."publicThanksReceived" - own."thanksPublicly"
      FROM (
        SELECT count(*)::int AS posts, coalesce(sum("public"), 0)::int AS publicly,
               coalesce(sum("thanksCount"), 0)::int AS thanks, coalesce(sum("thanksCount" * "public"), 0)::int AS "thanksPublicly"
        FROM counted
      ) own WHERE m."id" = ${memberId}
    ), givers AS (
      UPDATE "Member" m SET "thanksGiven" = m."thanksGiven" - given."thanks", "publicThanksGiven" = m."publicThanksGiven" - given."publicly"
      FROM (
        SELECT th."memberId", count(*)::int AS thanks, sum(counted."public")::int AS publicly
        FROM counted JOIN "Thanks" th ON th."postNumber" = counted."number" GROUP BY 1
      ) given WHERE m."id" = given."memberId"
    )
    UPDATE "Category" c SET "postCount" = c."postCount" - filed."posts", "publicPostCount" = c."publicPostCount" - filed."publicly"
    FROM (SELECT "categoryId", count(*)::int AS posts, sum("public")::int AS publicly FROM counted GROUP BY 1) filed
    WHERE c."id" = filed."categoryId"`;
}

async function touchAllPosts(tx: Tx, memberId: number): Promise<void> {
  const posts = await tx.$queryRaw<{ number: number; threadId: number; categoryId: number; studies: number[] }[]>`
    SELECT p."number", p."threadId", t."categoryId",
      ARRAY(SELECT "studyId" FROM "Citation" WHERE "postNumber" = p."number" AND "studyId" IS NOT NULL) AS studies
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" WHERE p."authorId" = ${memberId} AND p."state" IN ('visible', 'held')`;
  narrow(tx, tags.front(), tags.studies(), tags.profile(memberId));
  await touchGivers(tx, Prisma.sql`p."authorId" = ${memberId}`);
  for (const { number, threadId, categoryId, studies } of posts)
    narrow(tx, tags.post(number), tags.thread(threadId), tags.category(categoryId), ...studies.map(tags.study));
}
