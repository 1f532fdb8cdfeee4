import { now } from "@/lib/platform/clock";
import { Prisma, prisma } from "@/lib/platform/db";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Viewer } from "@/lib/policy/viewer";
import { MATCHED_MARK, THREADS_MARK } from "./card";
import { type Discussed, discussed, readableCitations } from "./citing";
import { noteOverdue } from "./overdue";
import { CARDS_PER_POST } from "./rules";
import { type StudySummary, summaryOf } from "./summary";
import type { Named, Source, StudyFacts, StudyState } from "./types";

export { findCitedStudy, readStudyForCase } from "./for-cases";
export { listStudies, listWhatStudiesAreAbout, type Place, STUDIES_PER_PAGE } from "./list";
export { type CitingThread, listCitingThreads, readReference, readStudy, type StudyView } from "./study-page";
export type { StudySummary } from "./summary";
export { listStudiesOfThread } from "./thread-studies";

/** Without a study and still empty while PubMed is being asked which paper a reference means. */
export type CardView = { studyId: number | null; state: StudyState; cardHtml: string };

/** The cards of these posts, in the order in which each post names its studies. Posts without any are missing from the map. */
export async function listCitations(viewer: Viewer, postNumbers: number[]): Promise<Map<number, CardView[]>> {
  const cards = new Map<number, CardView[]>();
  if (postNumbers.length === 0) return cards;
  const rows = await prisma.$queryRaw<
    (CardView & Discussed & { postNumber: number; overdue: boolean | null; byReference: boolean })[]
  >`
    WITH cited AS MATERIALIZED (
      SELECT c."postNumber", c."studyId", min(c."position") AS place, bool_and(c."kind" = 'reference') AS "byReference" FROM ${readableCitations(viewer)}
      WHERE c."postNumber" = ANY(${postNumbers}) AND (c."studyId" IS NOT NULL OR c."kind" = 'reference' AND c."position" < ${CARDS_PER_POST}
        AND EXISTS (SELECT 1 FROM "StudyReference" r WHERE r."value" = c."value" AND r."studyId" IS NULL AND r."checkAfter" IS NULL))
      GROUP BY 1, 2
    )
    SELECT cited."postNumber", cited."byReference", s."id" AS "studyId", coalesce(s."state", 'looking-up') AS "state", coalesce(s."cardHtml", '') AS "cardHtml", s."checkAfter" <= ${now()} AND s."attempts" = 0 AS overdue, d.*
    FROM cited LEFT JOIN "Study" s ON s."id" = cited."studyId" CROSS JOIN LATERAL ${discussed(viewer, Prisma.sql`cited."studyId"`)} d
    ORDER BY cited."postNumber", cited.place`;
  for (const { postNumber, threads, more, overdue, byReference, ...card } of rows) {
    if (card.studyId !== null) {
      seen(tags.study(card.studyId));
      if (overdue) noteOverdue(card.studyId);
    }
    const cardHtml = card.cardHtml
      .replace(THREADS_MARK, card.studyId === null ? "" : discussedIn(card.studyId, { threads, more }))
      .replace(MATCHED_MARK, byReference ? ` <span class="study-matched">Matched from the reference</span>` : "");
    cards.set(postNumber, [...(cards.get(postNumber) ?? []), { ...card, cardHtml }]);
  }
  return cards;
}

/** A study as a post names it: by which numbers, and what is known of it in short. */
export type CitedStudy = StudySummary & { state: StudyState; named: Named[] };

/** What these posts cite, in the order in which each names it. Posts that cite nothing are missing from the map. */
export async function listCitedStudies(viewer: Viewer, postNumbers: number[]): Promise<Map<number, CitedStudy[]>> {
  const cited = new Map<number, CitedStudy[]>();
  if (postNumbers.length === 0) return cited;
  const rows = await prisma.$queryRaw<
    {
      postNumber: number;
      id: number;
      state: StudyState;
      facts: StudyFacts | null;
      notReached: Source[];
      named: Named[];
    }[]
  >`
    SELECT c."postNumber", s."id", s."state", s."facts", s."notReached",
      json_agg(json_build_object('kind', c."kind", 'value', c."value") ORDER BY c."position") AS named
    FROM ${readableCitations(viewer)} JOIN "Study" s ON s."id" = c."studyId"
    WHERE c."postNumber" = ANY(${postNumbers})
    GROUP BY c."postNumber", s."id" ORDER BY c."postNumber", min(c."position")`;
  for (const { postNumber, id, state, facts, notReached, named } of rows) {
    const [first] = named;
    if (!first) continue;
    seen(tags.study(id));
    const study = { ...summaryOf({ id, facts, named: first, notReached, threads: 0 }), state, named };
    cited.set(postNumber, [...(cited.get(postNumber) ?? []), study]);
  }
  return cited;
}

function discussedIn(studyId: number, { threads, more }: Discussed): string {
  if (threads < 2) return "";
  return ` · <a href="/studies/${studyId}#threads">Discussed in ${more ? "at least " : ""}${threads} threads</a>`;
}
