import type { Check } from "./checks";

/** A thread warns of what its visible posts cite, and what befell a study is one thing at a time. */
export const studyChecks: Check[] = [
  {
    name: "a thread warns of the retracted studies that it cites, and of no others",
    sql: `WITH cited AS (
        SELECT p."threadId", c."studyId", min(p."number") AS "number" FROM "Citation" c
        JOIN "Study" s ON s."id" = c."studyId" AND s."warning" IS NOT NULL
        JOIN "Post" p ON p."number" = c."postNumber" AND p."state" = 'visible' GROUP BY 1, 2
      ), warned AS (
        SELECT t."id" AS "threadId", w."study", w."post" FROM "Thread" t, jsonb_to_recordset(t."warnedStudies") AS w("study" int, "post" int)
      )
      SELECT format('Thread %s cites study %s in post %s and doesn’t warn of it.', c."threadId", c."studyId", c."number") AS off
      FROM cited c LEFT JOIN warned w ON w."threadId" = c."threadId" AND w."study" = c."studyId"
      WHERE w."post" IS DISTINCT FROM c."number" AND (SELECT count(*) FROM cited o WHERE o."threadId" = c."threadId") <= 20
      UNION ALL SELECT format('Thread %s warns of study %s, which it doesn’t cite or which nothing is said against.', w."threadId", w."study")
      FROM warned w WHERE NOT EXISTS (SELECT 1 FROM cited c WHERE c."threadId" = w."threadId" AND c."studyId" = w."study")`,
  },
  {
    name: "what moderators placed on a card was decided about that card",
    sql: `SELECT format('Amendment %s of study %s rests on decision %s, which is about another.', a."id", a."studyId", a."decisionId") AS off
      FROM "Amendment" a JOIN "Decision" d ON d."id" = a."decisionId" JOIN "Case" c ON c."id" = d."caseId"
      LEFT JOIN "JoinedStudy" j ON j."id" = c."targetId"
      WHERE c."kind" <> 'study' OR coalesce(j."studyId", c."targetId") <> a."studyId" OR d."moderatorId" <> a."moderatorId"`,
  },
];
