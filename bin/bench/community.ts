import { statfs } from "node:fs/promises";
import type { Client } from "pg";
import { hashOf, newToken } from "@/lib/accounts/secrets";
import type { Print } from "../steps.mjs";
import type { ThreadPage } from "./first-visits";
import { type BenchText, dice, makeTexts, rendered } from "./texts";

/** What a scenario asks for by name. */
export type Places = {
  /** Twenty posts, six cards. */
  thread: string;
  /** Five thousand posts, and its page 250. */
  long: string;
  /** Others of about twenty posts, of as many threads as there are. */
  pages: ThreadPage[];
  category: string;
  member: string;
  study: string;
  /** Of many studies, for those who cite. */
  identifiers: string[];
  /** What most studies are about. */
  condition: string;
  /** Ids for replies and thanks by the API. */
  threadIds: number[];
  postNumbers: number[];
  /** Each one's, who can't thank for it. */
  postAuthors: Map<number, number>;
  rareWord: string;
};

const PEOPLE_COUNT = "(SELECT count(*)::int FROM bench_person)";
/** So many that a benchmark's replies keep everyone's pace, in a small community as in a large one. */
const PEOPLE_AT_LEAST = 1_000;
const TEXTS = 5_000;
const LONG = 5_000;
const MEASURED = 20;
const POSTS_A_STUDY = 200;
const A_PAGE = 20;
const PAGES = 2_000;
const BYTES_A_POST = 4_200; // measured: rows, revisions, search and indexes of a post
const SPARE_BYTES = 1_500_000_000; // log, sorting, the forum's own files

/** Says what it will need before it begins; refuses where that isn't there. */
export async function ensureRoom(folder: string, posts: number, say: Print): Promise<void> {
  const needed = posts * BYTES_A_POST + SPARE_BYTES;
  const { bavail, bsize } = await statfs(folder);
  say(
    `${posts.toLocaleString("en")} posts need about ${gigabytes(needed)} of disk; ${gigabytes(bavail * bsize)} are free.`,
  );
  if (bavail * bsize < needed) throw new Error("That doesn’t fit. Please choose fewer posts with --posts.");
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/**
 * Fills a demo's database with that many more posts, straight in SQL, with everything that goes with them: revisions,
 * thanks, citations of the demo's studies, words for search, hidden and withdrawn posts, members-only threads, counters.
 */
export async function fill(client: Client, posts: number, say: Print): Promise<void> {
  const started = Date.now();
  const at = () => `${Math.round((Date.now() - started) / 1000)} s`;
  await client.query("SET session_replication_role = replica");
  await client.query("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'");
  const indexes = await takeIndexesAway(client);
  await insertPeople(client, Math.max(PEOPLE_AT_LEAST, Math.round(posts / 150)));
  await insertTexts(client);
  await insertStudies(client, Math.round(posts / POSTS_A_STUDY));
  await insertThreads(client, posts);
  say(`  People, texts and threads, ${at()}`);
  await insertPosts(client);
  say(`  Posts with their revisions, ${at()}`);
  await insertWhatBelongsToPosts(client);
  say(`  Thanks, citations and words for search, ${at()}`);
  await count(client);
  say(`  Counters, ${at()}`);
  for (const definition of indexes) await client.query(definition);
  await client.query("DROP TABLE bench_text, bench_citation, bench_study, bench_thread, bench_person");
  await client.query(
    `INSERT INTO "Rendering" ("version", "upTo") SELECT max("rendererVersion"), max("number") FROM "Post"`,
  );
  await client.query("SET session_replication_role = DEFAULT");
  await client.query("VACUUM ANALYZE");
  say(`  Indexes and statistics, ${at()}`);
}

/** Indexes that promise nothing are made again at the end, which is faster than keeping them right row by row. */
async function takeIndexesAway(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    SELECT format('%I', i.indexname) AS name, i.indexdef AS definition FROM pg_indexes i
    WHERE i.schemaname = 'public' AND i.tablename IN ('Post', 'Revision', 'Thread', 'Thanks', 'Citation', 'SearchRow')
      AND i.indexdef NOT LIKE 'CREATE UNIQUE%'`);
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

async function insertPeople(client: Client, people: number): Promise<void> {
  await client.query(
    `INSERT INTO "Member" ("name", "nameKey", "nameSkeleton", "email", "emailVerifiedAt", "trustedAt", "personalText", "joinedAt")
     SELECT 'person' || n, 'person' || n, 'person' || n, 'person' || n || '@example.org', now(), now(),
       CASE WHEN n % 3 = 0 THEN 'Diagnosed ' || 1990 + n % 35 ELSE '' END, now() - interval '8 years' + n * interval '1 minute'
     FROM generate_series(1, $1::int) n`,
    [people],
  );
  await client.query(
    `CREATE TABLE bench_person AS SELECT row_number() OVER (ORDER BY "id")::int - 1 AS n, "id" FROM "Member" WHERE "name" LIKE 'person%'`,
  );
  await client.query("ANALYZE bench_person");
}

async function insertTexts(client: Client): Promise<void> {
  const { rows } = await client.query<{ value: string }>(
    `SELECT min(i."value") AS value FROM "StudyIdentifier" i JOIN "Study" s ON s."id" = i."studyId" AND s."state" = 'found'
     WHERE i."kind" = 'doi' GROUP BY s."id" ORDER BY 1`,
  );
  const texts = makeTexts(
    TEXTS,
    rows.map(({ value }) => value),
  );
  const measured = Array.from({ length: MEASURED }, (_, n) =>
    rendered(
      n < 6
        ? `I read ${rows[n % rows.length]?.value} and would like to hear what others make of it.`
        : (texts[n * 8 + 1]?.source ?? ""),
    ),
  );
  await client.query(`CREATE TABLE bench_text (id int PRIMARY KEY, source text, html text, version int, words tsvector);
    CREATE TABLE bench_citation ("textId" int, position int, kind text, value text, "studyId" int)`);
  await insertRows(client, [...texts, ...measured]);
  await client.query(`UPDATE bench_text SET words = "search_words"('', "own_words"(html))`);
  await client.query(
    `UPDATE bench_citation b SET "studyId" = i."studyId" FROM "StudyIdentifier" i WHERE i."kind" = b.kind AND i."value" = b.value`,
  );
}

async function insertRows(client: Client, texts: BenchText[]): Promise<void> {
  await client.query(
    `INSERT INTO bench_text (id, source, html, version)
     SELECT n - 1, source, html, version FROM unnest($1::text[], $2::text[], $3::int[]) WITH ORDINALITY AS t (source, html, version, n)`,
    [
      texts.map(({ source }) => source),
      texts.map(({ html }) => html),
      texts.map(({ rendererVersion }) => rendererVersion),
    ],
  );
  const citations = texts.flatMap((text, id) => text.citations.map((citation) => ({ id, ...citation })));
  await client.query(`INSERT INTO bench_citation SELECT * FROM unnest($1::int[], $2::int[], $3::text[], $4::text[])`, [
    citations.map(({ id }) => id),
    citations.map(({ position }) => position),
    citations.map(({ kind }) => kind),
    citations.map(({ value }) => value),
  ]);
}

/** As many more studies: the demo's again and again, each under a number of its own. The first are named most often. */
async function insertStudies(client: Client, studies: number): Promise<void> {
  await client.query(`
    CREATE TABLE bench_study AS
    WITH known AS (SELECT array_agg("id" ORDER BY "id") AS ids FROM "Study" WHERE "state" = 'found' AND "warning" IS NULL)
    SELECT n, (SELECT max("id") FROM "Study") + n AS id, ids[1 + n % cardinality(ids)] AS "like", 'doi' AS kind, '10.5555/bench.' || n AS value
    FROM known, generate_series(1, ${studies}) n WHERE ids IS NOT NULL`);
  await client.query(`
    INSERT INTO "Study" ("id", "state", "facts", "cardHtml", "cardVersion", "createdAt", "lookedUpAt", "checkAfter")
    SELECT b.id, s."state", s."facts", replace(s."cardHtml", '/studies/' || s."id" || '"', '/studies/' || b.id || '"'), s."cardVersion",
      s."createdAt", s."lookedUpAt", now() + interval '1 year'
    FROM bench_study b JOIN "Study" s ON s."id" = b."like"`);
  await client.query(
    `INSERT INTO "StudyIdentifier" ("kind", "value", "studyId") SELECT kind, value, id FROM bench_study`,
  );
  for (const table of ["StudyRecord", "StudyEntry"]) await copyForStudies(client, table);
  await client.query(
    `INSERT INTO "StudyChange" ("studyId", "at", "what") SELECT b.id, c."at", c."what" FROM bench_study b JOIN "StudyChange" c ON c."studyId" = b."like"`,
  );
  await client.query(`SELECT setval(pg_get_serial_sequence('"Study"', 'id'), (SELECT max("id") FROM "Study"))`);
  await client.query(`CREATE UNIQUE INDEX ON bench_study (n); ANALYZE bench_study`);
}

async function copyForStudies(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ columns: string }>(
    `SELECT string_agg(format('%I', column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'studyId'`,
    [table],
  );
  const columns = rows[0]?.columns ?? "";
  await client.query(
    `INSERT INTO "${table}" ("studyId", ${columns}) SELECT b.id, ${columns} FROM bench_study b JOIN "${table}" r ON r."studyId" = b."like"`,
  );
}

/** Most threads are short, some long; the first two are the ones that are measured. A tenth is for members. */
async function insertThreads(client: Client, posts: number): Promise<void> {
  const roll = dice(7);
  const sizes = [MEASURED, Math.min(LONG, posts)];
  for (let left = posts - (sizes[0] ?? 0) - (sizes[1] ?? 0); left > 0; ) {
    const size = Math.min(left, 1 + Math.floor(-Math.log(1 - roll()) * (roll() < 0.03 ? 120 : 8)));
    sizes.push(size);
    left -= size;
  }
  await client.query(
    `CREATE TABLE bench_thread AS
     SELECT n AS seq, size, (SELECT coalesce(max("id"), 0) FROM "Thread") + n AS id,
       now() - interval '7 years' + random() * interval '6 years 11 months' AS started, random() < 0.1 AS members
     FROM unnest($1::int[]) WITH ORDINALITY AS s (size, n)`,
    [sizes],
  );
  await client.query(`UPDATE bench_thread SET members = false, started = now() - interval '40 days' WHERE seq <= 2`);
  await client.query(`
    INSERT INTO "Thread" ("id", "categoryId", "authorId", "title", "slug", "audience", "createdAt", "lastPosition", "viewCount")
    SELECT b.id, c.ids[1 + b.seq % cardinality(c.ids)], p."id",
      initcap(w.words[1 + b.seq % 40]) || ' and ' || w.words[1 + b.seq % 37] || ', question ' || b.seq, 'question-' || b.seq,
      (CASE WHEN b.members THEN 'members' ELSE 'everyone' END)::"Audience", b.started, b.size, (b.seq * 37) % 900
    FROM bench_thread b JOIN bench_person p ON p.n = b.seq % ${PEOPLE_COUNT},
      (SELECT array_agg("id") AS ids FROM "Category" WHERE "audience" = 'everyone') c,
      (SELECT array_agg(word) AS words FROM (SELECT DISTINCT word FROM bench_text, unnest(string_to_array(lower(source), ' ')) word
        WHERE id < 60 AND word ~ '^[a-z]{4,}$' LIMIT 40) w) w`);
  await client.query(`SELECT setval(pg_get_serial_sequence('"Thread"', 'id'), (SELECT max("id") FROM "Thread"))`);
}

/** Numbered by time, so that a thread's posts lie among all others'. */
async function insertPosts(client: Client): Promise<void> {
  await client.query(`
    INSERT INTO "Post" ("number", "threadId", "position", "authorId", "source", "html", "rendererVersion", "state", "stateReason", "createdAt", "appearedAt")
    SELECT (SELECT coalesce(max("number"), 0) FROM "Post") + row_number() OVER (ORDER BY s.written), s."threadId", s.place,
      p."id", x.source, x.html, x.version, s.state,
      CASE s.state WHEN 'hidden' THEN 'It advertised something.' WHEN 'held' THEN 'first-posts' END, s.written, CASE WHEN s.state <> 'held' THEN s.written END
    FROM (
      SELECT b.seq, b.id AS "threadId", place, b.started + (place - 1) * (interval '30 days' / greatest(b.size, 20)) AS written,
        CASE WHEN b.seq = 1 THEN ${TEXTS} + place - 1 ELSE (b.seq * 7919 + place * 104729) % ${TEXTS} END AS text,
        (CASE WHEN b.seq <= 2 OR place = 1 THEN 'visible' WHEN (b.seq + place * 13) % 97 = 0 THEN 'hidden'
          WHEN (b.seq + place * 13) % 193 = 0 THEN 'withdrawn' WHEN (b.seq + place * 13) % 997 = 0 THEN 'held' ELSE 'visible' END)::"State" AS state
      FROM bench_thread b, generate_series(1, b.size) place) s
    JOIN bench_text x ON x.id = s.text JOIN bench_person p ON p.n = (s.seq * 31 + s.place * 17 + s.place * s.place) % ${PEOPLE_COUNT}
    ORDER BY s.written`);
  await client.query(`SELECT setval(pg_get_serial_sequence('"Post"', 'number'), (SELECT max("number") FROM "Post"))`);
  await client.query(`
    INSERT INTO "Revision" ("postNumber", "version", "source", "editedById", "createdAt")
    SELECT p."number", 1, p."source", p."authorId", p."createdAt" FROM "Post" p JOIN bench_thread b ON b.id = p."threadId"`);
}

async function insertWhatBelongsToPosts(client: Client): Promise<void> {
  await client.query(`
    INSERT INTO "Case" ("kind", "targetId", "categoryId", "subjectId", "urgency", "heldFor", "openedAt")
    SELECT 'post', p."number", t."categoryId", p."authorId", 6, 'first-posts', p."createdAt"
    FROM "Post" p JOIN bench_thread b ON b.id = p."threadId" JOIN "Thread" t ON t."id" = p."threadId" WHERE p."state" = 'held'`);
  await client.query(`
    INSERT INTO "Thanks" ("postNumber", "memberId", "createdAt")
    SELECT p."number", m."id", p."createdAt" + interval '1 hour' * turn
    FROM "Post" p JOIN bench_thread b ON b.id = p."threadId" CROSS JOIN generate_series(1, (p."number" * 7) % 5 - 2) turn
    JOIN bench_person m ON m.n = (p."number" * 13 + turn) % ${PEOPLE_COUNT}
    WHERE m."id" <> p."authorId" AND p."state" = 'visible'`);
  // Whoever wrote in a thread had read it until there; whoever began it was told of each reply, and saw it.
  await client.query(`
    INSERT INTO "ReadingPlace" ("memberId", "threadId", "position")
    SELECT p."authorId", p."threadId", max(p."position") FROM "Post" p JOIN bench_thread b ON b.id = p."threadId" GROUP BY 1, 2
    ON CONFLICT DO NOTHING`);
  await client.query(`
    INSERT INTO "Notice" ("memberId", "kind", "threadId", "postNumber", "position", "createdAt", "readAt")
    SELECT t."authorId", 'reply', t."id", p."number", p."position", p."createdAt", p."createdAt" + interval '1 day'
    FROM "Post" p JOIN bench_thread b ON b.id = p."threadId" JOIN "Thread" t ON t."id" = p."threadId"
    WHERE p."state" = 'visible' AND p."position" > 1 AND t."authorId" <> p."authorId" ORDER BY p."number"`);
  await client.query(`
    INSERT INTO "Citation" ("postNumber", "threadId", "position", "kind", "value", "studyId", "citedAt")
    SELECT p."number", p."threadId", c.position, coalesce(s.kind, c.kind), coalesce(s.value, c.value), coalesce(s.id, c."studyId"), p."createdAt"
    FROM "Post" p JOIN bench_thread b ON b.id = p."threadId" JOIN bench_text x ON x.source = p."source" JOIN bench_citation c ON c."textId" = x.id
    LEFT JOIN bench_study s ON b.seq > 2 AND p."number" % 4 <> 0
      AND s.n = floor((SELECT count(*) FROM bench_study) ^ (((p."number"::bigint * 7919 + c.position * 101) % 10007) / 10007.0))
    ON CONFLICT DO NOTHING`);
  await client.query(`
    INSERT INTO "SearchRow" ("postNumber", "words")
    SELECT p."number", CASE WHEN p."position" = 1 THEN "searched_words"(t."title", t."state", p."html", p."state", 1) ELSE x.words END
    FROM "Post" p JOIN bench_thread b ON b.id = p."threadId" JOIN "Thread" t ON t."id" = p."threadId" JOIN bench_text x ON x.source = p."source"
    WHERE p."state" = 'visible' OR p."position" = 1
    ON CONFLICT DO NOTHING`);
}

/** What the forum counts as it goes, counted here at once. */
async function count(client: Client): Promise<void> {
  await client.query(`UPDATE "Post" p SET "thanksCount" = n FROM (SELECT "postNumber", count(*)::int AS n FROM "Thanks" GROUP BY 1) th
    WHERE th."postNumber" = p."number" AND p."thanksCount" <> n`);
  await client.query(`UPDATE "Thread" t SET "postCount" = n, "lastPostNumber" = newest, "lastPostAt" = at
    FROM (SELECT DISTINCT ON ("threadId") "threadId", count(*) OVER w AS n, "number" AS newest, "createdAt" AS at FROM "Post" WHERE "state" = 'visible'
      WINDOW w AS (PARTITION BY "threadId") ORDER BY "threadId", "position" DESC) p WHERE p."threadId" = t."id"`);
  await client.query(`UPDATE "Thread" t SET "studyCount" = n FROM (
      SELECT p."threadId", count(DISTINCT c."studyId") AS n FROM "Post" p JOIN "Citation" c ON c."postNumber" = p."number" WHERE p."state" = 'visible' GROUP BY 1) s
    WHERE s."threadId" = t."id" AND t."studyCount" <> n`);
  await client.query(`UPDATE "Thread" t SET "warnedStudies" = w.studies FROM (
      SELECT "threadId", jsonb_agg(jsonb_build_object('study', "studyId", 'post', "number") ORDER BY "number", "studyId") AS studies FROM (
        SELECT p."threadId", c."studyId", min(p."number") AS "number" FROM "Citation" c
        JOIN "Study" s ON s."id" = c."studyId" AND s."warning" IS NOT NULL
        JOIN "Post" p ON p."number" = c."postNumber" AND p."state" = 'visible' GROUP BY 1, 2) cited GROUP BY 1) w
    WHERE w."threadId" = t."id"`);
  await client.query(`
    CREATE TEMP TABLE shown AS SELECT p."number", p."authorId", p."thanksCount", t."categoryId", t."audience" = 'everyone' AND c."audience" = 'everyone' AS public
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId" WHERE p."state" = 'visible' AND t."state" = 'visible'`);
  await client.query(`
    UPDATE "Category" c SET "postCount" = n, "publicPostCount" = np FROM (
      SELECT "categoryId", count(*) AS n, count(*) FILTER (WHERE public) AS np FROM shown GROUP BY 1) s WHERE s."categoryId" = c."id";
    UPDATE "Category" c SET "threadCount" = n, "publicThreadCount" = np FROM (
      SELECT t."categoryId", count(*) AS n, count(*) FILTER (WHERE t."audience" = 'everyone' AND g."audience" = 'everyone') AS np
      FROM "Thread" t JOIN "Category" g ON g."id" = t."categoryId" WHERE t."state" = 'visible' GROUP BY 1) s WHERE s."categoryId" = c."id";
    UPDATE "Member" m SET "postCount" = n, "publicPostCount" = np, "thanksReceived" = th, "publicThanksReceived" = thp FROM (
      SELECT "authorId", count(*) AS n, count(*) FILTER (WHERE public) AS np, sum("thanksCount") AS th, coalesce(sum("thanksCount") FILTER (WHERE public), 0) AS thp
      FROM shown GROUP BY 1) s WHERE s."authorId" = m."id";
    UPDATE "Member" m SET "thanksGiven" = n, "publicThanksGiven" = np FROM (
      SELECT th."memberId", count(*) AS n, count(*) FILTER (WHERE public) AS np FROM "Thanks" th JOIN shown s ON s."number" = th."postNumber" GROUP BY 1) g
    WHERE g."memberId" = m."id"`);
}

/** Sessions for so many of the people, each as a cookie's value. */
export async function signInSome(
  client: Client,
  people: number,
  role: "member" | "moderator" = "member",
): Promise<{ tokens: string[]; memberIds: number[] }> {
  const { rows } = await client.query<{ id: number }>(
    `SELECT "id" FROM "Member" WHERE "role"::text = $2 AND ("name" LIKE 'person%' OR "role" <> 'member') ORDER BY "id" LIMIT $1`,
    [people, role],
  );
  const tokens = rows.map(() => newToken());
  await client.query(
    `INSERT INTO "Session" ("memberId", "tokenHash", "device", "idleExpiresAt", "absoluteExpiresAt")
     SELECT id, hash, 'bench', now() + interval '1 day', now() + interval '1 day' FROM unnest($1::int[], $2::bytea[]) AS s (id, hash)`,
    [rows.map(({ id }) => id), tokens.map((token) => Buffer.from(hashOf(token)))],
  );
  // Whoever has not accepted the newest rules can't write.
  await client.query(
    `INSERT INTO "Consent" ("memberId", "kind", "version")
     SELECT s.id, d."kind", d."version" FROM unnest($1::int[]) AS s (id),
       (SELECT "kind", max("version") AS version FROM "Document" WHERE "kind" IN ('rules', 'privacy') GROUP BY 1) d
     WHERE NOT EXISTS (SELECT 1 FROM "Consent" c WHERE c."memberId" = s.id AND c."kind" = d."kind" AND c."version" = d."version")`,
    [rows.map(({ id }) => id)],
  );
  // What they wrote in an earlier run counts for their pace, or the next run would be refused.
  await client.query(
    `UPDATE "Post" SET "createdAt" = "createdAt" - interval '1 hour' WHERE "authorId" = ANY($1::int[]) AND "createdAt" > now() - interval '1 hour'`,
    [rows.map(({ id }) => id)],
  );
  return { tokens, memberIds: rows.map(({ id }) => id) };
}

export async function findPlaces(client: Client): Promise<Places> {
  const one = async <Row extends object>(sql: string): Promise<Row> => {
    const { rows } = await client.query<Row>(sql);
    if (!rows[0]) throw new Error(`The community lacks something: ${sql}`);
    return rows[0];
  };
  const thread = await one<{ path: string }>(
    `SELECT '/t/' || "id" || '/' || "slug" AS path FROM "Thread" WHERE "slug" = 'question-1'`,
  );
  const long = await one<{ path: string }>(
    `SELECT '/t/' || "id" || '/' || "slug" AS path FROM "Thread" WHERE "slug" = 'question-2'`,
  );
  const { rows: pages } = await client.query<ThreadPage>(
    `SELECT '/t/' || "id" || '/' || "slug" || CASE WHEN page > 1 THEN '?page=' || page ELSE '' END AS path, "id" AS "threadId" FROM (
       SELECT t."id", t."slug", page FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId",
         generate_series(1, CASE WHEN t."slug" = 'question-2' THEN t."lastPosition" / ${A_PAGE} ELSE 1 END) page
       WHERE t."slug" LIKE 'question-%' AND t."slug" <> 'question-1' AND t."state" = 'visible' AND t."audience" = 'everyone'
         AND c."audience" = 'everyone' AND t."postCount" >= ${A_PAGE}
       ORDER BY md5(t."id" || '-' || page) LIMIT ${PAGES}) p`,
  );
  const category = await one<{ path: string }>(
    `SELECT '/c/' || "slug" AS path FROM "Category" ORDER BY "threadCount" DESC LIMIT 1`,
  );
  const study = await one<{ path: string }>(
    `SELECT '/studies/' || "studyId" AS path FROM "Citation" WHERE "studyId" IS NOT NULL GROUP BY "studyId" ORDER BY count(*) DESC LIMIT 1`,
  );
  const studies = await one<{ identifiers: string[] }>(
    `SELECT array_agg("value") AS identifiers FROM (SELECT "value" FROM "StudyIdentifier" WHERE "value" LIKE '10.5555/bench.%' ORDER BY "studyId" LIMIT 2000) i`,
  );
  const about = await one<{ condition: string }>(
    `SELECT condition FROM "StudyEntry", unnest("conditions") condition GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  );
  // Of the demo's own texts, which stand in every community once.
  const rare = await one<{ word: string }>(
    `SELECT word FROM (
       SELECT DISTINCT word FROM (SELECT p."source" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId"
         WHERE p."state" = 'visible' AND t."audience" = 'everyone' AND t."slug" NOT LIKE 'question-%' ORDER BY p."number" LIMIT 500) demo,
         unnest(string_to_array("source", ' ')) word WHERE word ~ '^[a-z]{9,}$' LIMIT 40) words
     ORDER BY (SELECT count(*) FROM "SearchRow" s WHERE s."words" @@ to_tsquery('forum_english', word)), word LIMIT 1`,
  );
  const threads = await one<{ ids: number[] }>(
    `SELECT array_agg("id") AS ids FROM (SELECT "id" FROM "Thread" WHERE "slug" LIKE 'question-%' AND "slug" NOT IN ('question-1', 'question-2') AND "audience" = 'everyone' LIMIT 2000) t`,
  );
  const { rows: posts } = await client.query<{ number: number; authorId: number }>(
    `SELECT p."number", p."authorId" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId"
     WHERE p."state" = 'visible' AND t."slug" LIKE 'question-%' ORDER BY p."number" DESC LIMIT 5000`,
  );
  return {
    thread: thread.path,
    long: long.path,
    pages,
    category: category.path,
    member: "/u/person1",
    study: study.path,
    identifiers: studies.identifiers,
    condition: about.condition,
    threadIds: threads.ids,
    postNumbers: posts.map(({ number }) => number),
    postAuthors: new Map(posts.map(({ number, authorId }) => [number, authorId])),
    rareWord: rare.word,
  };
}
