import type { Check } from "./checks";

/** Nobody is told twice of one thing, nor of what is not theirs to hear. The notices name members and posts without references. */
export const noticeChecks: Check[] = [
  {
    name: "nobody is told twice of the same thing",
    sql: `SELECT format('Member %s was told %s times of post %s.', "memberId", count(*), "postNumber") AS off
      FROM "Notice" WHERE "kind" IN ('quote', 'mention') GROUP BY "memberId", "postNumber" HAVING count(*) > 1
      UNION ALL SELECT format('%s notices of replies in thread %s wait for member %s.', count(*), "threadId", "memberId")
      FROM "Notice" WHERE "kind" = 'reply' AND "readAt" IS NULL GROUP BY "memberId", "threadId" HAVING count(*) > 1
      UNION ALL SELECT format('%s notices of thanks for post %s wait for member %s.', count(*), "postNumber", "memberId")
      FROM "Notice" WHERE "kind" = 'thanks' AND "readAt" IS NULL GROUP BY "memberId", "postNumber" HAVING count(*) > 1
      UNION ALL SELECT format('Decision %s was told %s times.', "decisionId", count(*))
      FROM "Notice" WHERE "kind" = 'decision' GROUP BY "decisionId" HAVING count(*) > 1
      UNION ALL SELECT format('What came of report %s was told %s times.', "reportId", count(*))
      FROM "Notice" WHERE "kind" = 'outcome' GROUP BY "reportId" HAVING count(*) > 1
      UNION ALL SELECT format('Member %s was told %s times of event %s of a study.', "memberId", count(*), "studyEventId")
      FROM "Notice" WHERE "kind" = 'study' GROUP BY "memberId", "studyEventId" HAVING count(*) > 1`,
  },
  {
    name: "a notice is about a post that is there, and for whom it concerns",
    sql: `SELECT format('Notice %s is about post %s in place %s of thread %s, which does not exist.', n."id", n."postNumber", n."position", n."threadId") AS off
      FROM "Notice" n WHERE n."postNumber" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "Post" p WHERE p."number" = n."postNumber" AND p."threadId" = n."threadId" AND p."position" = n."position")
      UNION ALL SELECT format('Notice %s is for member %s, who does not exist.', n."id", n."memberId")
      FROM "Notice" n WHERE NOT EXISTS (SELECT 1 FROM "Member" m WHERE m."id" = n."memberId")
      UNION ALL SELECT format('Member %s was told of their own post %s.', n."memberId", n."postNumber")
      FROM "Notice" n JOIN "Post" p ON p."number" = n."postNumber" WHERE n."kind" <> 'thanks' AND p."authorId" = n."memberId"
      UNION ALL SELECT format('Member %s was told of thanks for post %s, which is another’s.', n."memberId", n."postNumber")
      FROM "Notice" n JOIN "Post" p ON p."number" = n."postNumber" WHERE n."kind" = 'thanks' AND p."authorId" <> n."memberId"`,
  },
  {
    name: "nobody has read further than there is to read",
    sql: `SELECT format('Member %s has read up to place %s of thread %s, which has %s.', r."memberId", r."position", r."threadId", t."lastPosition") AS off
      FROM "ReadingPlace" r JOIN "Thread" t ON t."id" = r."threadId" WHERE r."position" > t."lastPosition"`,
  },
];
