import type { Check } from "./checks";

const DECIDED = `"Decision" d JOIN "Case" c ON c."id" = d."caseId"`;

/** The newest decision of a case that says whether its post or thread is shown. */
const NEWEST = `
  "Case" c JOIN LATERAL (
    SELECT d."deed" FROM "Decision" d WHERE d."caseId" = c."id" AND d."deed" IN ('hide', 'refuse', 'restore', 'approve', 'remove') ORDER BY d."id" DESC LIMIT 1
  ) newest ON newest."deed" NOT IN ('restore', 'approve')`;

/** Promise 6, and of promise 5 that a decision holds. Who left hears nothing any more. */
export const moderationChecks: Check[] = [
  {
    name: "a decision is in the log as it was made",
    sql: `SELECT format('Decision %s of case %s is in the log as another (entry %s).', d."id", c."id", d."logEntryId") AS off
      FROM ${DECIDED} LEFT JOIN "LogEntry" l ON l."id" = d."logEntryId"
      WHERE (l."actorId", l."deed", l."subject", l."reason") IS DISTINCT FROM (d."moderatorId", d."deed", format('%s:%s', c."kind", c."targetId"), d."reason")`,
  },
  {
    name: "what was decided to be hidden or removed is",
    sql: `SELECT format('Post %s was decided to be hidden or removed, and is %s.', p."number", p."state") AS off
      FROM ${NEWEST} JOIN "Post" p ON c."kind" = 'post' AND p."number" = c."targetId"
      WHERE p."state"::text <> CASE newest."deed" WHEN 'remove' THEN 'removed' ELSE 'hidden' END
      UNION ALL SELECT format('Thread %s was decided to be hidden or removed, and is %s.', t."id", t."state")
      FROM ${NEWEST} JOIN "Thread" t ON c."kind" = 'thread' AND t."id" = c."targetId"
      WHERE t."state"::text <> CASE newest."deed" WHEN 'remove' THEN 'removed' ELSE 'hidden' END`,
  },
  {
    name: "what is held waits in an open case, and says why",
    sql: `SELECT format('%s %s is held, and no open case says why.', held.kind, held.id) AS off FROM (
        SELECT 'Post' AS kind, "number" AS id, "stateReason" AS why FROM "Post" WHERE "state" = 'held'
        UNION ALL SELECT 'Thread', "id", "stateReason" FROM "Thread" WHERE "state" = 'held') held
      WHERE NOT EXISTS (SELECT 1 FROM "Case" c
        WHERE c."kind" = lower(held.kind) AND c."targetId" = held.id AND c."open" AND c."heldFor" = held.why)`,
  },
  {
    name: "whoever a decision concerns was told",
    sql: `SELECT format('Member %s was not told of decision %s about them.', c."subjectId", d."id") AS off
      FROM ${DECIDED} JOIN "Member" m ON m."id" = c."subjectId" AND m."closedAt" IS NULL
      WHERE d."deed" <> 'nothing' AND NOT EXISTS (
        SELECT 1 FROM "Notice" n WHERE n."kind" = 'decision' AND n."decisionId" = d."id" AND n."memberId" = c."subjectId")`,
  },
  {
    name: "every reporter was told the outcome, and nobody else",
    sql: `SELECT format('Member %s was not told what came of their report %s.', r."reporterId", r."id") AS off
      FROM "Report" r JOIN "Member" m ON m."id" = r."reporterId" AND m."closedAt" IS NULL
      WHERE r."decisionId" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "Notice" n WHERE n."reportId" = r."id" AND n."memberId" = r."reporterId" AND n."decisionId" = r."decisionId")
      UNION ALL SELECT format('Member %s was told of decision %s, which was not for them.', n."memberId", n."decisionId")
      FROM "Notice" n JOIN ${DECIDED} ON d."id" = n."decisionId" LEFT JOIN "Report" r ON r."id" = n."reportId"
      WHERE n."memberId" <> CASE n."kind" WHEN 'decision' THEN c."subjectId" ELSE r."reporterId" END
         OR (n."kind" = 'decision' AND d."deed" = 'nothing' AND NOT EXISTS (SELECT 1 FROM "Appeal" a WHERE a."answerId" = d."id"))`,
  },
  {
    name: "an appeal waits in an open case, is answered by a later decision, and whoever appealed was told",
    sql: `SELECT format('Appeal %s waits in case %s, which is closed.', a."id", c."id") AS off
      FROM "Appeal" a JOIN "Case" c ON c."id" = a."caseId" WHERE a."answerId" IS NULL AND NOT c."open"
      UNION ALL SELECT format('Appeal %s is answered by decision %s, which is not a later one of its case.', a."id", a."answerId")
      FROM "Appeal" a JOIN "Decision" d ON d."id" = a."answerId" WHERE d."id" <= a."decisionId" OR d."caseId" <> a."caseId"
      UNION ALL SELECT format('Member %s was not told the answer to appeal %s.', c."subjectId", a."id")
      FROM "Appeal" a JOIN "Case" c ON c."id" = a."caseId" JOIN "Member" m ON m."id" = c."subjectId" AND m."closedAt" IS NULL
      WHERE a."answerId" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "Notice" n WHERE n."kind" = 'decision' AND n."decisionId" = a."answerId" AND n."memberId" = c."subjectId")`,
  },
  {
    name: "what is purged was removed, is gone, and is in the log",
    sql: `SELECT format('Post %s is purged, and %s.', p."number", what) AS off FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId"
      CROSS JOIN LATERAL (VALUES
        ('is not removed', p."state" <> 'removed' AND t."purgedAt" IS NULL),
        ('earlier texts of it are kept', EXISTS (SELECT 1 FROM "Revision" r WHERE r."postNumber" = p."number" AND r."source" <> '')),
        ('that is not in the log', NOT EXISTS (SELECT 1 FROM "LogEntry" l
          WHERE l."deed" = 'purge' AND l."subject" IN ('post:' || p."number", 'thread:' || p."threadId")))) AS v (what, wrong)
      WHERE p."purgedAt" IS NOT NULL AND wrong
      UNION ALL SELECT format('What was reported in case %s is purged, and a copy is kept.', c."id")
      FROM "Report" r JOIN "Case" c ON c."id" = r."caseId" JOIN "Post" p ON c."kind" = 'post' AND p."number" = c."targetId"
      WHERE p."purgedAt" IS NOT NULL AND r."snapshot" <> ''`,
  },
  {
    name: "every guest was answered when their case was decided",
    sql: `SELECT format('A guest was not told what came of their notice (report %s).', "id") AS off
      FROM "Report" WHERE "reporterId" IS NULL AND "decisionId" IS NOT NULL AND "answeredAt" IS NULL`,
  },
  {
    name: "a closed case leaves no report open",
    sql: `SELECT format('Report %s waits in case %s, which is closed.', r."id", c."id") AS off
      FROM "Report" r JOIN "Case" c ON c."id" = r."caseId" WHERE r."decisionId" IS NULL AND NOT c."open"`,
  },
  {
    name: "nobody decides about themselves or on their own report",
    sql: `SELECT format('Member %s decided case %s, which is about them.', d."moderatorId", c."id") AS off
      FROM ${DECIDED} WHERE d."moderatorId" = c."subjectId"
      UNION ALL SELECT format('Member %s decided on their own report %s.', d."moderatorId", r."id")
      FROM "Report" r JOIN "Decision" d ON d."id" = r."decisionId" WHERE d."moderatorId" = r."reporterId"`,
  },
];
