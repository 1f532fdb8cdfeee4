import { Prisma, prisma, sqlWith } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Viewer } from "@/lib/policy/viewer";
import { asSql, readablePosts } from "@/lib/policy/visible";
import { THREADS_MARK } from "./card";
import { identifierWords } from "./identifiers";
import type { Identifier, StudyFacts, StudyState } from "./types";
import { type Chip, chipsOf } from "./wording";

export const STUDIES_PER_PAGE = 20;

export type CardView = { studyId: number; state: StudyState; cardHtml: string };

/** A row of the studies page. Fields that no record gives are missing. */
export type StudySummary = {
  id: number;
  title: string;
  kind?: string;
  journal?: string;
  year?: number;
  /** How many took part, by the abstract or, for a registered trial, by the registry. */
  people?: number;
  threads: number;
  chips: Chip[];
};

export type StudyView = CardView & {
  title: string;
  /** Threads in which a post this viewer may read cites it, the newest citation first; `number` is the first such post's. */
  threads: { id: number; slug: string; title: string; number: number; posts: number; citedAt: Date }[];
};

/** Citations in posts this viewer may read; one study appears once a post however often it is named. */
function readableCitations(viewer: Viewer): Prisma.Sql {
  const readable = sqlWith((value) =>
    asSql(readablePosts(viewer), "post", { post: "p", thread: "t", category: "g" }, value),
  );
  return Prisma.sql`
    "Citation" c JOIN "Post" p ON p."number" = c."postNumber" JOIN "Thread" t ON t."id" = p."threadId"
    JOIN "Category" g ON g."id" = t."categoryId" AND ${readable}`;
}

/** A study that everybody names is not counted to the end for a line on its card. */
const MENTIONS_COUNTED = Prisma.raw("30"); // written out: PostgreSQL plans for a number it can see

/** In how many threads this viewer may read a study is named; `more`: there the counting ended. */
type Discussed = { threads: number; more: boolean };

/** The cards of these posts, in the order in which each post names its studies. Posts without any are missing from the map. */
export async function listCitations(viewer: Viewer, postNumbers: number[]): Promise<Map<number, CardView[]>> {
  const cards = new Map<number, CardView[]>();
  if (postNumbers.length === 0) return cards;
  const rows = await prisma.$queryRaw<(CardView & Discussed & { postNumber: number })[]>`
    WITH cited AS MATERIALIZED (
      SELECT c."postNumber", c."studyId", min(c."position") AS place FROM ${readableCitations(viewer)}
      WHERE c."postNumber" = ANY(${postNumbers}) AND c."studyId" IS NOT NULL GROUP BY 1, 2
    )
    SELECT cited."postNumber", s."id" AS "studyId", s."state", s."cardHtml", d.*
    FROM cited JOIN "Study" s ON s."id" = cited."studyId" CROSS JOIN LATERAL (
      SELECT count(DISTINCT newest."threadId")::int AS threads, count(*) = ${MENTIONS_COUNTED} AS more FROM (
        SELECT p."threadId" FROM ${readableCitations(viewer)} WHERE c."studyId" = cited."studyId"
        ORDER BY c."postNumber" DESC LIMIT ${MENTIONS_COUNTED}) newest) d
    ORDER BY cited."postNumber", cited.place`;
  for (const { postNumber, threads, more, ...card } of rows) {
    seen(tags.study(card.studyId));
    const cardHtml = card.cardHtml.replace(THREADS_MARK, discussedIn(card.studyId, { threads, more }));
    cards.set(postNumber, [...(cards.get(postNumber) ?? []), { ...card, cardHtml }]);
  }
  return cards;
}

/** A study as a post names it: by which numbers, and what is known of it in short. */
export type CitedStudy = StudySummary & { state: StudyState; named: Identifier[] };

/** What these posts cite, in the order in which each names it. Posts that cite nothing are missing from the map. */
export async function listCitedStudies(viewer: Viewer, postNumbers: number[]): Promise<Map<number, CitedStudy[]>> {
  const cited = new Map<number, CitedStudy[]>();
  if (postNumbers.length === 0) return cited;
  const rows = await prisma.$queryRaw<
    { postNumber: number; id: number; state: StudyState; facts: StudyFacts | null; named: Identifier[] }[]
  >`
    SELECT c."postNumber", s."id", s."state", s."facts",
      json_agg(json_build_object('kind', c."kind", 'value', c."value") ORDER BY c."position") AS named
    FROM ${readableCitations(viewer)} JOIN "Study" s ON s."id" = c."studyId"
    WHERE c."postNumber" = ANY(${postNumbers})
    GROUP BY c."postNumber", s."id" ORDER BY c."postNumber", min(c."position")`;
  for (const { postNumber, id, state, facts, named } of rows) {
    const [first] = named;
    if (!first) continue;
    seen(tags.study(id));
    const study = { ...summaryOf({ id, facts, named: first, threads: 0 }), state, named };
    cited.set(postNumber, [...(cited.get(postNumber) ?? []), study]);
  }
  return cited;
}

function discussedIn(studyId: number, { threads, more }: Discussed): string {
  if (threads < 2) return "";
  return ` · <a href="/studies/${studyId}#threads">Discussed in ${more ? `more than ${threads - 1}` : threads} threads</a>`;
}

/** Which study this one turned out to be, if this viewer may read it there; null where it is none of those. */
export async function findJoinedStudy(viewer: Viewer, id: number): Promise<number | null> {
  const rows = await prisma.$queryRaw<{ studyId: number }[]>`
    SELECT j."studyId" FROM "JoinedStudy" j
    WHERE j."id" = ${id} AND EXISTS (SELECT 1 FROM ${readableCitations(viewer)} WHERE c."studyId" = j."studyId")`;
  return rows[0]?.studyId ?? null;
}

/** One study and where it is discussed. A study that is cited only where this viewer may not read doesn't exist for them. */
export async function readStudy(viewer: Viewer, id: number): Promise<StudyView> {
  seen(tags.study(id));
  const study = orNotFound(await prisma.study.findUnique({ where: { id } }));
  const threads = await prisma.$queryRaw<StudyView["threads"]>`
    SELECT t."id", t."slug", t."title", min(p."number") AS "number", count(DISTINCT p."number")::int AS "posts", max(p."createdAt") AS "citedAt"
    FROM ${readableCitations(viewer)} WHERE c."studyId" = ${id}
    GROUP BY t."id" ORDER BY max(p."createdAt") DESC, t."id" DESC LIMIT 200`;
  orNotFound(threads[0]);
  for (const thread of threads) seen(tags.thread(thread.id));
  const facts = study.facts as unknown as StudyFacts | null;
  const [identifier] = facts?.title ? [] : await prisma.studyIdentifier.findMany({ where: { studyId: id }, take: 1 });
  return {
    studyId: id,
    state: study.state as StudyState,
    cardHtml: study.cardHtml.replace(THREADS_MARK, ""),
    title: facts?.title?.value ?? (identifier ? identifierWords(identifier as Identifier) : "A study"),
    threads,
  };
}

/**
 * The studies people talk about where this viewer may read, the newest mention first. `page` counts from 1. What no
 * registry knows is no study; its card in the post says so.
 */
export async function listStudies(
  viewer: Viewer,
  page: number,
): Promise<{ studies: StudySummary[]; total: number; pages: number }> {
  seen(tags.studies());
  const rows = await prisma.$queryRaw<
    { id: number; facts: StudyFacts | null; named: Identifier; threads: number; total: number }[]
  >`
    SELECT s."id", s."facts", (array_agg(json_build_object('kind', c."kind", 'value', c."value") ORDER BY p."number", c."position"))[1] AS "named", count(DISTINCT t."id")::int AS "threads", count(*) OVER ()::int AS "total"
    FROM ${readableCitations(viewer)} JOIN "Study" s ON s."id" = c."studyId" AND s."state" <> 'not-found'
    GROUP BY s."id" ORDER BY max(p."number") DESC, s."id" DESC
    LIMIT ${STUDIES_PER_PAGE} OFFSET ${(page - 1) * STUDIES_PER_PAGE}`;
  for (const { id } of rows) seen(tags.study(id));
  const total = rows[0]?.total ?? 0;
  return { studies: rows.map(summaryOf), total, pages: Math.max(1, Math.ceil(total / STUDIES_PER_PAGE)) };
}

/** The same, without a number for its page: `count` of them after the one whose newest mention and id these are. */
export async function listStudiesAfter(
  viewer: Viewer,
  after: [newestMention: number, id: number] | null,
  count: number,
): Promise<(StudySummary & { newestMention: number })[]> {
  seen(tags.studies());
  const beyond = after ? Prisma.sql`HAVING (max(p."number"), s."id") < (${after[0]}, ${after[1]})` : Prisma.empty;
  const rows = await prisma.$queryRaw<(ListedStudy & { newestMention: number })[]>`
    SELECT s."id", s."facts", max(p."number") AS "newestMention", count(DISTINCT t."id")::int AS "threads",
      (array_agg(json_build_object('kind', c."kind", 'value', c."value") ORDER BY p."number", c."position"))[1] AS "named"
    FROM ${readableCitations(viewer)} JOIN "Study" s ON s."id" = c."studyId" AND s."state" <> 'not-found'
    GROUP BY s."id" ${beyond} ORDER BY max(p."number") DESC, s."id" DESC LIMIT ${count}`;
  for (const { id } of rows) seen(tags.study(id));
  return rows.map((row) => ({ ...summaryOf(row), newestMention: row.newestMention }));
}

type ListedStudy = { id: number; facts: StudyFacts | null; named: Identifier; threads: number };

function summaryOf({ id, facts, named, threads }: ListedStudy): StudySummary {
  if (!facts) return { id, title: identifierWords(named), kind: "Not looked up yet", threads, chips: [] };
  const journal = (facts.journalShort ?? facts.journal)?.value;
  const isTrial = facts.identifiers.some(({ value }) => value.kind === "nct");
  const enrolled = isTrial && facts.participants?.value.type === "actual" ? facts.participants.value.count : undefined;
  const people = facts.reading?.value.people?.count ?? enrolled;
  return {
    id,
    title: facts.title?.value ?? identifierWords(named),
    threads,
    chips: chipsOf(facts),
    ...(facts.kind ? { kind: facts.kind.value.words } : {}),
    ...(journal ? { journal } : {}),
    ...(facts.published ? { year: Number(facts.published.value.slice(0, 4)) } : {}),
    ...(people !== undefined ? { people } : {}),
  };
}
