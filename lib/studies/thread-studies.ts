import { atMost, prisma } from "@/lib/platform/db";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Viewer } from "@/lib/policy/viewer";
import { readableCitations } from "./citing";
import { isRetracted } from "./merging-notices";
import { vancouver } from "./reference-out";
import { type HarmsLine, harmsLine } from "./summary";
import type { Identifier, Source, StudyFacts } from "./types";
import { chipsOf, peopleInLine } from "./wording";

const MOST = 100;

/** A study on paper: its reference, and what its card says plainly. Results never without what is known of harms. */
export type PrintedStudy = {
  id: number;
  reference: string;
  kind: string | null;
  people: string | null;
  warnings: string[];
  /** Sentences of its abstract; none of a retracted study. */
  found: string[];
  concluded: string | null;
  harms: HarmsLine | null;
  moreHarms: string[];
};

/** The studies that the visible posts of a thread name, in the order in which they were first named there. */
export async function listStudiesOfThread(viewer: Viewer, threadId: number): Promise<PrintedStudy[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    WITH named AS MATERIALIZED (
      SELECT c."studyId", min(c."postNumber") AS "number", min(c."position") AS place FROM ${readableCitations(viewer)}
      WHERE p."threadId" = ${threadId} AND p."state" = 'visible' AND c."studyId" IS NOT NULL
      GROUP BY 1 ORDER BY 2, 3 ${atMost(MOST)}
    )
    SELECT s."id", s."facts", s."notReached",
      (SELECT json_agg(json_build_object('kind', i."kind", 'value', i."value") ORDER BY i."kind", i."value") FROM "StudyIdentifier" i WHERE i."studyId" = s."id") AS identifiers
    FROM named JOIN "Study" s ON s."id" = named."studyId" ORDER BY named."number", named.place`;
  for (const { id } of rows) seen(tags.study(id));
  return rows.map(printed);
}

type Row = { id: number; facts: StudyFacts | null; notReached: Source[]; identifiers: Identifier[] | null };

function printed({ id, facts, notReached, identifiers }: Row): PrintedStudy {
  const reference = vancouver({ id, identifiers: identifiers ?? [], facts });
  const nothing = { kind: null, people: null, warnings: [], found: [], concluded: null, harms: null, moreHarms: [] };
  if (!facts) return { id, reference, ...nothing };
  const harms = harmsLine(facts, notReached) ?? null;
  const reading = facts.reading?.value;
  const told = reading?.english && harms && harms.state !== "unquoted" && !isRetracted(facts.notices) ? reading : null;
  return {
    id,
    reference,
    kind: facts.kind ? [facts.kind.value.words, facts.kind.value.also].filter(Boolean).join(". ") : null,
    people: peopleInLine(facts),
    warnings: chipsOf(facts).map(({ words }) => words),
    found: told?.found.map(({ text }) => text) ?? [],
    concluded: told?.concluded?.text ?? null,
    harms,
    moreHarms: told?.harms.slice(1).map(({ text }) => text) ?? [],
  };
}
