import { behind } from "@/lib/platform/behind";
import { now } from "@/lib/platform/clock";
import { atMost, Prisma, prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { State } from "@/lib/policy/can";
import type { Viewer } from "@/lib/policy/viewer";
import { fieldLabels } from "./amendments";
import { MATCHED_MARK, THREADS_MARK } from "./card";
import { sentenceNaming } from "./citation-sentence";
import { type Discussed, discussed, readableCitations } from "./citing";
import { identifierWords } from "./identifiers";
import { noteOverdue } from "./overdue";
import { bibtex, ris } from "./reference-files";
import { vancouver } from "./reference-out";
import type { AmendedField, ChangeKind, Identifier, StudyFacts, StudyState } from "./types";

export const MENTIONS_PER_PAGE = 30;
const CHANGES_SHOWN = 50;

/** A post that names the study, as far as this viewer may read it. */
export type Mention = {
  number: number;
  thread: { id: number; slug: string; title: string };
  author: { name: string; former: boolean };
  at: Date;
  state: State;
  /** The post's own sentence around the name; null where it only quotes another post that names it. */
  sentence: string | null;
};

export type HistoryLine = { at: Date; what: ChangeKind; before: string | null; after: string | null };

export type StudyView = Discussed & {
  /** Another than was asked for where that one turned out to be this. */
  studyId: number;
  state: StudyState;
  title: string;
  cardHtml: string;
  /** In Vancouver style. */
  reference: string;
  /** The newest first. */
  mentions: Mention[];
  /** The number of the post before which the mentions go on; null at the end. */
  next: number | null;
  firstNamed: { number: number; at: Date };
  /** What changed since then, the newest first. */
  history: HistoryLine[];
};

/**
 * One study, where it is discussed and what changed about it. A study that is named only where this viewer may not read
 * doesn't exist for them, and nothing tells them that it was known before they could read of it.
 */
export async function readStudy(
  viewer: Viewer,
  asked: number,
  before: number | null = null,
  count = MENTIONS_PER_PAGE,
): Promise<StudyView> {
  const [study] = await prisma.$queryRaw<
    (Discussed & {
      id: number;
      state: StudyState;
      facts: StudyFacts | null;
      cardHtml: string;
      named: Identifier | null;
      overdue: boolean | null;
      number: number | null;
      at: Date;
    })[]
  >`
    SELECT s."id", s."state", s."facts", s."cardHtml", s."checkAfter" <= ${now()} AND s."attempts" = 0 AS overdue, d.threads, d.more, first.*,
      (SELECT json_build_object('kind', i."kind", 'value', i."value") FROM "StudyIdentifier" i WHERE i."studyId" = s."id" ORDER BY i."kind", i."value" LIMIT 1) AS named
    FROM "Study" s CROSS JOIN LATERAL ${discussed(viewer, Prisma.sql`s."id"`)} d LEFT JOIN LATERAL (
      SELECT p."number", c."citedAt" AS at FROM ${readableCitations(viewer)} WHERE c."studyId" = s."id" ORDER BY c."citedAt", c."postNumber" LIMIT 1) first ON TRUE
    WHERE s."id" = coalesce((SELECT j."studyId" FROM "JoinedStudy" j WHERE j."id" = ${asked}), ${asked})`;
  const { id, number, at, facts, named, state, cardHtml, threads, more } = orNotFound(study);
  const firstNamed = { number: orNotFound(number), at };
  if (study?.overdue) noteOverdue(id);
  seen(tags.study(asked), tags.study(id));
  const mentions = await listMentions(viewer, id, before, count + 1);
  const history = await listChanges(viewer, id, at, facts);
  const shown = mentions.slice(0, count);
  return {
    studyId: id,
    state,
    title: facts?.title?.value ?? (named ? identifierWords(named) : "A study"),
    cardHtml: cardHtml.replace(THREADS_MARK, "").replace(MATCHED_MARK, ""),
    reference: vancouver({ id, identifiers: named ? [named] : [], facts }),
    threads,
    more,
    mentions: shown,
    next: mentions.length > count ? (shown.at(-1)?.number ?? null) : null,
    firstNamed,
    history,
  };
}

type MentionRow = {
  number: number;
  html: string;
  createdAt: Date;
  state: State;
  threadId: number;
  slug: string;
  threadTitle: string;
  authorId: number;
  name: string;
  former: boolean;
  named: { kind: string; value: string }[];
};

async function listMentions(viewer: Viewer, studyId: number, before: number | null, count: number): Promise<Mention[]> {
  const found = await prisma.$queryRaw<MentionRow[]>`
    WITH naming AS MATERIALIZED (
      SELECT c."postNumber", json_agg(json_build_object('kind', c."kind", 'value', c."value") ORDER BY c."position") AS named
      FROM ${readableCitations(viewer)} WHERE c."studyId" = ${studyId} AND c."postNumber" <= ${before ?? 2_147_483_647}
      GROUP BY c."postNumber" ORDER BY c."postNumber" DESC ${atMost(before ? count + 1 : count)}
    )
    SELECT p."number", p."html", p."createdAt", p."state"::text, t."id" AS "threadId", t."slug", t."title" AS "threadTitle",
      m."id" AS "authorId", m."name", m."closedAt" IS NOT NULL AS former, naming.named
    FROM naming JOIN "Post" p ON p."number" = naming."postNumber" JOIN "Thread" t ON t."id" = p."threadId" JOIN "Member" m ON m."id" = p."authorId"
    ORDER BY p."number" DESC`;
  const rows = before ? behind(found, ({ number }) => number === before, count) : found;
  for (const { threadId, authorId } of rows) seen(tags.thread(threadId), tags.member(authorId));
  return rows.map(({ number, html, createdAt, state, threadId, slug, threadTitle, name, former, named }) => ({
    number,
    thread: { id: threadId, slug, title: threadTitle },
    author: { name, former },
    at: createdAt,
    state,
    sentence: sentenceNaming(html, named),
  }));
}

/**
 * What changed since this viewer could read of it. Of two studies that turned out to be one they get the lines of the one
 * they could read of then, and that they were two only if they could read of both. What a moderator placed on the card
 * has its line while it stands there.
 */
async function listChanges(
  viewer: Viewer,
  studyId: number,
  since: Date,
  facts: StudyFacts | null,
): Promise<HistoryLine[]> {
  const amendments = facts?.amended?.flatMap(({ id }) => id ?? []) ?? [];
  const named = (how: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM ${readableCitations(viewer)} WHERE c."studyId" = ${studyId} AND c."citedAt" <= line."at"
      AND (c."kind" || ' ' || c."value") = ANY(line."names") IS ${how})`;
  const rows = await prisma.$queryRaw<HistoryLine[]>`
    SELECT line."at", line."what", line."before", line."after" FROM "StudyChange" line
    WHERE line."studyId" = ${studyId} AND line."at" >= ${since}
      AND (line."amendmentId" IS NULL OR line."amendmentId" = ANY(${amendments}))
      AND CASE WHEN line."names" <> '{}' THEN ${named(Prisma.sql`TRUE`)} ELSE line."what" <> 'joined' END
      AND (line."what" <> 'joined' OR ${named(Prisma.sql`FALSE`)})
    ORDER BY line."at" DESC, line."id" DESC ${atMost(CHANGES_SHOWN)}`;
  return rows.map((line) =>
    line.what === "put-right" || line.what === "put-aside"
      ? { ...line, after: fieldLabels[line.after as AmendedField] ?? null }
      : line,
  );
}

export type CitingThread = { id: number; slug: string; title: string; number: number; posts: number; citedAt: Date };

/** The threads of the newest mentions; `number` is the first of those there. */
export async function listCitingThreads(viewer: Viewer, studyId: number): Promise<CitingThread[]> {
  const threads = await prisma.$queryRaw<CitingThread[]>`
    SELECT "id", "slug", "title", min("number") AS "number", count(DISTINCT "number")::int AS "posts", max("createdAt") AS "citedAt" FROM (
      SELECT t."id", t."slug", t."title", p."number", p."createdAt" FROM ${readableCitations(viewer)}
      WHERE c."studyId" = ${studyId} ORDER BY c."postNumber" DESC LIMIT 500) newest
    GROUP BY "id", "slug", "title" ORDER BY max("createdAt") DESC, "id" DESC LIMIT 200`;
  for (const { id } of threads) seen(tags.thread(id));
  return threads;
}

/** A study as files for programs that keep references. */
export async function readReference(
  viewer: Viewer,
  asked: number,
): Promise<{ id: number; ris: string; bibtex: string }> {
  const [study] = await prisma.$queryRaw<{ id: number; facts: StudyFacts | null; identifiers: Identifier[] }[]>`
    SELECT s."id", s."facts",
      (SELECT json_agg(json_build_object('kind', i."kind", 'value', i."value") ORDER BY i."kind", i."value") FROM "StudyIdentifier" i WHERE i."studyId" = s."id") AS identifiers
    FROM "Study" s WHERE s."id" = coalesce((SELECT j."studyId" FROM "JoinedStudy" j WHERE j."id" = ${asked}), ${asked})
      AND EXISTS (SELECT 1 FROM ${readableCitations(viewer)} WHERE c."studyId" = s."id")`;
  const found = orNotFound(study);
  const referred = { ...found, identifiers: found.identifiers ?? [] };
  return { id: found.id, ris: ris(referred), bibtex: bibtex(referred) };
}
