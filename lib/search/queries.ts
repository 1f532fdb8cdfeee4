import { nameKey } from "@/lib/accounts/names";
import { type Audience, narrower } from "@/lib/policy/audience";
import type { Viewer } from "@/lib/policy/viewer";
import { asSql, readablePosts, visibleCategories, visibleThreads } from "@/lib/policy/visible";
import { ask, inLine, NoAnswer } from "./pool";
import { composeQuery, FOUND_FROM, FOUND_TO, LESS, markedPieces, type ReadTerm, readWish, type Wish } from "./rules";
import { HITS_PER_PAGE, PAGES_MAX, type SearchInput } from "./schema";
import type { SearchAnswer } from "./types";

/** Of more matches only the newest are compared, so that a common word costs no more than a rare one. */
export const MATCHES_MAX = 2_000;

/** The posts that fit what someone typed, the best first; where they named no words, the newest first. */
export async function search(viewer: Viewer, { q, page }: SearchInput): Promise<SearchAnswer> {
  const wish = readWish(q);
  const answer: SearchAnswer = {
    hits: [],
    ranked: false,
    page,
    pages: 1,
    total: 0,
    bounded: false,
    trouble: null,
    unknown: { authors: [], categories: [] },
    shortened: wish.shortened,
  };
  try {
    return await inLine(() => find(viewer, wish, answer));
  } catch (error) {
    if (error instanceof NoAnswer) return { ...answer, trouble: error.why };
    throw error;
  }
}

async function find(viewer: Viewer, wish: Wish, answer: SearchAnswer): Promise<SearchAnswer> {
  const words = await readTerms(wish);
  const { unknown, conditions, impossible } = await findNamed(viewer, wish);
  if (!words && conditions.length === 0 && !hasUnknown(unknown)) return { ...answer, trouble: "nothing" };
  // Of two authors either will do, so one that nobody goes by spoils the search only where it stands alone.
  if (impossible) return { ...answer, unknown };
  const { rows, total } = await select(viewer, words, conditions, answer.page);
  return {
    ...answer,
    unknown,
    hits: rows.map(hit),
    ranked: words !== null,
    total,
    bounded: total >= MATCHES_MAX,
    pages: Math.min(PAGES_MAX, Math.max(1, Math.ceil(total / HITS_PER_PAGE))),
  };
}

function hasUnknown({ authors, categories }: SearchAnswer["unknown"]): boolean {
  return authors.length > 0 || categories.length > 0;
}

/** websearch_to_tsquery takes any text whatever; each term goes in as one phrase, so nothing in it is an operator. */
export async function readTerms({ terms }: Pick<Wish, "terms">): Promise<string | null> {
  if (terms.length === 0) return null;
  const quoted = (text: string) => `"${text.replaceAll('"', " ")}"`;
  const rows = await ask<Pick<ReadTerm, "english" | "plain">>(
    `SELECT websearch_to_tsquery('forum_english', phrase)::text AS english, websearch_to_tsquery('forum_plain', words)::text AS plain
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS term (phrase, words, place) ORDER BY place`,
    [terms.map(({ text }) => quoted(text)), terms.map(({ text }) => text.split(/\s+/).map(quoted).join(" "))],
  );
  return composeQuery(rows.map((row, at) => ({ ...row, without: terms[at]?.without ?? false })));
}

type Condition = { sql: string; value: unknown };

/** What the filters ask for, as SQL with "?" for its value; and the names that lead nowhere. */
async function findNamed(
  viewer: Viewer,
  wish: Wish,
): Promise<{ conditions: Condition[]; unknown: SearchAnswer["unknown"]; impossible: boolean }> {
  const [authors, categories] = await Promise.all([
    findIds(
      wish.authors,
      `SELECT "id", "nameKey" AS key FROM "Member" WHERE "nameKey" = ANY($1) AND "closedAt" IS NULL AND "emailVerifiedAt" IS NOT NULL`,
      nameKey,
    ),
    findIds(
      wish.categories,
      `SELECT c."id", named AS key FROM "Category" c JOIN unnest($1::text[]) named ON named IN (lower(c."slug"), lower(c."name"))
       WHERE ${asSql(visibleCategories(viewer), "category", { category: "c" })}`,
      (name) => name.toLowerCase(),
    ),
  ]);
  const conditions: Condition[] = [];
  for (const [found, column] of [
    [authors, `p."authorId"`],
    [categories, `t."categoryId"`],
  ] as const) {
    if (found.wanted.length > 0) conditions.push({ sql: `${column} = ANY(?::int[])`, value: found.wanted });
    if (found.unwanted.length > 0) conditions.push({ sql: `${column} <> ALL(?::int[])`, value: found.unwanted });
  }
  if (wish.after) conditions.push({ sql: `p."createdAt" >= ?`, value: wish.after });
  if (wish.before) conditions.push({ sql: `p."createdAt" < ?`, value: wish.before });
  if (wish.hasStudy !== null)
    conditions.push({
      sql: `(p."state" = 'visible' AND EXISTS (SELECT 1 FROM "Citation" ci WHERE ci."postNumber" = p."number")) = ?::boolean`,
      value: wish.hasStudy,
    });
  return {
    conditions,
    unknown: { authors: authors.unknown, categories: categories.unknown },
    impossible: authors.impossible || categories.impossible,
  };
}

async function findIds(named: Wish["authors"], text: string, keyOf: (name: string) => string) {
  if (named.length === 0) return { wanted: [], unwanted: [], unknown: [], impossible: false };
  const rows = await ask<{ id: number; key: string }>(text, [named.map(({ name }) => keyOf(name))]);
  const idsOf = (without: boolean) =>
    named
      .filter((one) => one.without === without)
      .flatMap(({ name }) => rows.filter(({ key }) => key === keyOf(name)).map(({ id }) => id));
  const [wanted, unwanted] = [idsOf(false), idsOf(true)];
  return {
    wanted,
    unwanted,
    unknown: named.map(({ name }) => name).filter((name) => !rows.some(({ key }) => key === keyOf(name))),
    impossible: wanted.length === 0 && named.some(({ without }) => !without),
  };
}

type HitRow = {
  number: number;
  threadId: number;
  threadSlug: string;
  title: string;
  categoryName: string;
  categorySlug: string;
  audience: Audience;
  categoryAudience: Audience;
  author: string;
  former: boolean;
  createdAt: Date;
  excerpt: string | null;
};

const EXCERPT = `StartSel=${FOUND_FROM}, StopSel=${FOUND_TO}, MaxFragments=2, MinWords=12, MaxWords=30, FragmentDelimiter=" … "`;
const TITLE = `StartSel=${FOUND_FROM}, StopSel=${FOUND_TO}, HighlightAll=true`;

/** The matches are bounded before they are compared, and only the hits of one page are read and cut to excerpts. */
async function select(
  viewer: Viewer,
  words: string | null,
  conditions: Condition[],
  page: number,
): Promise<{ rows: HitRow[]; total: number }> {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const asked = words === null ? null : `${value(words)}::tsquery`;
  const aliases = { post: "p", thread: "t", category: "c" };
  const readable = asSql(readablePosts(viewer), "post", aliases);
  const where = [
    ...(asked ? [`s."words" @@ ${asked}`] : []),
    // The row of a first post that isn't shown holds its thread's title and nothing else.
    `(${readable} OR p."position" = 1 AND ${asSql(visibleThreads(viewer), "thread", aliases)})`,
    // "Members, kept out of search": whoever chose that was told so, and it holds for this search too.
    `t."audience" <> 'members_unlisted' AND c."audience" <> 'members_unlisted'`,
    ...conditions.map((condition) => condition.sql.replace("?", () => value(condition.value))),
  ];
  const rank = asked ? `ts_rank(m."words", ${asked}, 1)` : "0";
  const excerpt = asked
    ? `ts_headline('forum_english', "own_words"(p."html"), ${asked}, ${value(EXCERPT)})`
    : `left("own_words"(p."html"), 240)`;
  const title = asked
    ? `ts_headline('forum_english', translate(t."title", '<', ${value(LESS)}), ${asked}, ${value(TITLE)})`
    : `t."title"`;
  const rows = await ask<HitRow & { total: number }>(
    `WITH matched AS MATERIALIZED (
       SELECT s."postNumber", s."words"
       FROM "SearchRow" s JOIN "Post" p ON p."number" = s."postNumber" JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
       WHERE ${where.join(" AND ")}
       ORDER BY s."postNumber" DESC LIMIT ${MATCHES_MAX}
     ), best AS MATERIALIZED (
       SELECT * FROM (
         SELECT "postNumber", rank, row_number() OVER (ORDER BY rank DESC, "postNumber" DESC) AS place, count(*) OVER ()::int AS total
         FROM (SELECT m."postNumber", ${rank} AS rank FROM matched m) every
       ) placed
       WHERE place > ${(page - 1) * HITS_PER_PAGE} AND place <= ${page * HITS_PER_PAGE}
     )
     SELECT p."number", t."id" AS "threadId", t."slug" AS "threadSlug", ${title} AS title, c."name" AS "categoryName", c."slug" AS "categorySlug",
       t."audience"::text, c."audience"::text AS "categoryAudience", a."name" AS author, a."closedAt" IS NOT NULL AS former, p."createdAt",
       CASE WHEN p."state" = 'visible' AND ${readable} THEN ${excerpt} END AS excerpt, b.total
     FROM best b JOIN "Post" p ON p."number" = b."postNumber" JOIN "Thread" t ON t."id" = p."threadId"
       JOIN "Category" c ON c."id" = t."categoryId" JOIN "Member" a ON a."id" = p."authorId"
     ORDER BY b.place`,
    values,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

function hit(row: HitRow): SearchAnswer["hits"][number] {
  return {
    number: row.number,
    threadId: row.threadId,
    threadSlug: row.threadSlug,
    threadTitle: markedPieces(row.title),
    categoryName: row.categoryName,
    categorySlug: row.categorySlug,
    audience: narrower(row.audience, row.categoryAudience),
    author: { name: row.author, former: row.former },
    createdAt: row.createdAt,
    excerpt: row.excerpt === null ? null : markedPieces(row.excerpt.replace(/\s+/g, " ").trim()),
  };
}
