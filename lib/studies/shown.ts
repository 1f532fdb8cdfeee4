import type { Tx } from "@/lib/platform/db";

/**
 * What readers see of a study, but for when the registries were read: those dates are new with every look-up, and a page
 * that has the old ones lives an hour at most.
 */
export async function readShown(tx: Tx, id: number): Promise<unknown> {
  const rows = await tx.$queryRaw<{ shown: object }[]>`
    SELECT json_build_object('state', s."state", 'facts', s."facts", 'notReached', s."notReached", 'cardVersion', s."cardVersion",
      'entry', (SELECT to_json(e) FROM "StudyEntry" e WHERE e."studyId" = s."id"),
      'identifiers', (SELECT json_agg(ARRAY[i."kind", i."value"] ORDER BY i."kind", i."value") FROM "StudyIdentifier" i WHERE i."studyId" = s."id"),
      'asked', (SELECT json_agg(json_build_array(r."source", r."subject", r."outcome", CASE WHEN r."outcome" <> 'found' THEN r."fields" END)
        ORDER BY r."source", r."subject") FROM "StudyRecord" r WHERE r."studyId" = s."id")) AS shown
    FROM "Study" s WHERE s."id" = ${id}`;
  return withoutDates(rows);
}

function withoutDates(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (name, one) => (name === "retrievedAt" ? undefined : one));
}
