import { prisma } from "@/lib/platform/db";
import type { Viewer } from "@/lib/policy/viewer";
import { amendable, listAmendments } from "./amendments";
import { THREADS_MARK } from "./card";
import { readableCitations } from "./citing";
import type { Source, SourceFacts, StudyFacts, StudyForCase } from "./types";
import { noticeWords } from "./wording";

/** A study, or the one it was joined into, if this viewer may read where it is cited. */
export async function findCitedStudy(viewer: Viewer, id: number): Promise<{ id: number; title: string } | null> {
  const [row] = await prisma.$queryRaw<{ id: number; title: string | null }[]>`
    SELECT s."id", s."facts" -> 'title' ->> 'value' AS title FROM "Study" s
    WHERE s."id" = coalesce((SELECT j."studyId" FROM "JoinedStudy" j WHERE j."id" = ${id}), ${id})
      AND EXISTS (SELECT 1 FROM ${readableCitations(viewer)} WHERE c."studyId" = s."id")`;
  return row ? { id: row.id, title: row.title ?? "a study that is known by its number" } : null;
}

/** For those who decide about its card, be it cited where they may read or not. */
export async function readStudyForCase(_moderator: Viewer, id: number): Promise<StudyForCase | null> {
  const study = await prisma.study.findUnique({
    where: { id },
    include: { records: { where: { outcome: "found" }, orderBy: { source: "asc" } } },
  });
  if (!study) return null;
  const placed = await listAmendments(prisma, id);
  return {
    id,
    ...amendable(study.facts as unknown as StudyFacts | null),
    placed: placed.map(({ id: placedId, kind, field, value, by }) => ({ id: placedId, kind, field, value, by })),
    cardHtml: study.cardHtml.replace(THREADS_MARK, ""),
    records: study.records.map(({ source, url, retrievedAt, fields }) => {
      const { title, notices } = fields as unknown as SourceFacts;
      return {
        source: source as Source,
        url,
        retrievedAt,
        title: title ?? null,
        notices: (notices ?? []).map((notice) => noticeWords({ ...notice, from: [] }).words),
      };
    }),
  };
}
