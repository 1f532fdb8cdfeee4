import { wrongCounters } from "./counters";

/** One thing that must hold. `sql` gives a row for each place where it doesn't, with a sentence in the column `off`. */
export type Check = { name: string; sql: string };

const NEWEST = `
  LEFT JOIN LATERAL (
    SELECT n."createdAt" FROM "Post" n WHERE n."threadId" = t."id" AND n."state" = 'visible' ORDER BY n."position" DESC LIMIT 1
  ) newest ON TRUE`;

/** What is swept is swept within a day, and only while a forum runs: a stopped one is not to blame. */
const RUNS = `EXISTS (SELECT 1 FROM "Instance" WHERE "leaseUntil" > now())`;

export const checks: Check[] = [
  {
    name: "counters equal what they count",
    sql: `SELECT format('The %s %s: the forum says %s, counting says %s.', what, id, says, counted) AS off FROM (${wrongCounters}) wrong`,
  },
  {
    name: "a thread knows when it was last written in",
    sql: `SELECT format('Thread %s says it was last written in at %s; it was at %s.', t."id", t."lastPostAt", coalesce(newest."createdAt", t."createdAt")) AS off
      FROM "Thread" t ${NEWEST} WHERE t."lastPostAt" <> coalesce(newest."createdAt", t."createdAt")`,
  },
  {
    name: "a thread's posts stand in places without a gap",
    sql: `SELECT format('Thread %s has %s posts in places up to %s; a place is empty.', "threadId", count(*), max("position")) AS off
      FROM "Post" GROUP BY "threadId" HAVING count(*) <> max("position")
      UNION ALL SELECT format('Thread %s has no post at all.', t."id") FROM "Thread" t
      WHERE NOT EXISTS (SELECT 1 FROM "Post" p WHERE p."threadId" = t."id")`,
  },
  {
    name: "every text a post had is kept, and the newest is the post's",
    sql: `SELECT format('Post %s is at version %s, and its versions kept are %s up to %s.', p."number", p."version", count(r."version"), coalesce(max(r."version"), 0)) AS off
      FROM "Post" p LEFT JOIN "Revision" r ON r."postNumber" = p."number"
      GROUP BY p."number" HAVING count(r."version") <> p."version" OR coalesce(max(r."version"), 0) <> p."version"
      UNION ALL SELECT format('Post %s shows another text than its newest version.', p."number")
      FROM "Post" p JOIN "Revision" r ON r."postNumber" = p."number" AND r."version" = p."version" WHERE r."source" <> p."source"
      UNION ALL SELECT format('The newest version of post %s is struck, and it is still shown.', p."number")
      FROM "Post" p JOIN "Revision" r ON r."postNumber" = p."number" AND r."version" = p."version" WHERE r."struckAt" IS NOT NULL
      UNION ALL SELECT format('Post %s is at version %s, and who changed it or when is not kept.', p."number", p."version")
      FROM "Post" p WHERE p."version" > 1 AND (p."editedAt" IS NULL OR p."editedById" IS NULL)`,
  },
  {
    name: "a struck version is empty and says why",
    sql: `SELECT format('Version %s of post %s is struck, and its text is still there.', "version", "postNumber") AS off
      FROM "Revision" WHERE "struckAt" IS NOT NULL AND "source" <> ''
      UNION ALL SELECT format('Version %s of post %s is struck, and by whom or why is not kept.', "version", "postNumber")
      FROM "Revision" WHERE "struckAt" IS NOT NULL AND ("struckById" IS NULL OR coalesce("struckReason", '') = '')`,
  },
  {
    name: "what moderators do to a text is in the log",
    sql: `SELECT format('Striking version %s of post %s is not in the log.', r."version", r."postNumber") AS off
      FROM "Revision" r WHERE r."struckAt" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "LogEntry" l WHERE l."deed" = 'strike-revision' AND l."subject" = format('post:%s/%s', r."postNumber", r."version"))
      UNION ALL SELECT format('Version %s of post %s was written by member %s, who is not its author, and that is not in the log.', r."version", r."postNumber", r."editedById")
      FROM "Revision" r JOIN "Post" p ON p."number" = r."postNumber" WHERE r."editedById" <> p."authorId" AND NOT EXISTS (
        SELECT 1 FROM "LogEntry" l WHERE l."deed" = 'edit-post' AND l."actorId" = r."editedById" AND l."subject" = format('post:%s/%s', r."postNumber", r."version"))
      UNION ALL SELECT format('The log says “%s” of %s, and there is no such version.', l."deed", l."subject")
      FROM "LogEntry" l WHERE l."deed" IN ('strike-revision', 'edit-post') AND NOT EXISTS (
        SELECT 1 FROM "Revision" r WHERE l."subject" = format('post:%s/%s', r."postNumber", r."version"))`,
  },
  {
    name: "a restriction has its reason",
    sql: `SELECT format('Post %s is %s, and no reason is kept.', "number", "state") AS off
      FROM "Post" WHERE "state" IN ('hidden', 'removed') AND coalesce("stateReason", '') = ''
      UNION ALL SELECT format('Thread %s is %s, and no reason is kept.', "id", "state")
      FROM "Thread" WHERE "state" IN ('hidden', 'removed') AND coalesce("stateReason", '') = ''
      UNION ALL SELECT format('Member %s is %s, and no reason is kept.', "id", "standing")
      FROM "Member" WHERE "standing" <> 'good' AND coalesce("standingReason", '') = ''`,
  },
  {
    name: "search finds what is shown and holds no words of anything else",
    sql: `SELECT format('Post %s is shown, and search doesn’t know it.', p."number") AS off
      FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" LEFT JOIN "SearchRow" s ON s."postNumber" = p."number"
      WHERE s."postNumber" IS NULL AND t."state" = 'visible' AND (p."state" = 'visible' OR p."position" = 1)
      UNION ALL SELECT format('Search holds words of post %s, which isn’t shown.', p."number")
      FROM "SearchRow" s JOIN "Post" p ON p."number" = s."postNumber" JOIN "Thread" t ON t."id" = p."threadId"
      WHERE (t."state" <> 'visible' OR p."state" <> 'visible')
        AND s."words" IS DISTINCT FROM "searched_words"(t."title", t."state", p."html", p."state", p."position")`,
  },
  {
    name: "nobody thanks themselves",
    sql: `SELECT format('Member %s thanked their own post %s.', th."memberId", th."postNumber") AS off
      FROM "Thanks" th JOIN "Post" p ON p."number" = th."postNumber" WHERE p."authorId" = th."memberId"`,
  },
  {
    name: "a citation leads to the study that has its identifier",
    sql: `SELECT format('Post %s cites %s %s as study %s, and that identifier belongs to %s.', c."postNumber", c."kind", c."value", c."studyId",
        coalesce('study ' || i."studyId", 'no study')) AS off
      FROM "Citation" c LEFT JOIN (
        SELECT "kind", "value", "studyId" FROM "StudyIdentifier"
        UNION ALL SELECT 'reference', "value", "studyId" FROM "StudyReference") i ON i."kind" = c."kind" AND i."value" = c."value"
      WHERE c."studyId" IS NOT NULL AND i."studyId" IS DISTINCT FROM c."studyId"
      UNION ALL SELECT format('Post %s cites two studies in place %s.', "postNumber", "position")
      FROM "Citation" GROUP BY "postNumber", "position" HAVING count(*) > 1
      UNION ALL SELECT format('Post %s cites in thread %s and stands in %s.', c."postNumber", c."threadId", p."threadId")
      FROM "Citation" c JOIN "Post" p ON p."number" = c."postNumber" WHERE c."threadId" <> p."threadId"`,
  },
  {
    name: "a study has an identifier, a card and what its state says",
    sql: `SELECT format('Study %s has no identifier.', s."id") AS off
      FROM "Study" s WHERE NOT EXISTS (SELECT 1 FROM "StudyIdentifier" i WHERE i."studyId" = s."id")
      UNION ALL SELECT format('Study %s has no card.', "id") FROM "Study" WHERE "cardHtml" = ''
      UNION ALL SELECT format('Study %s is “%s”, and nothing is known about it.', "id", "state")
      FROM "Study" WHERE "state" IN ('found', 'partly-found') AND "facts" IS NULL
      UNION ALL SELECT format('Study %s is “%s”, and facts about it are kept.', "id", "state")
      FROM "Study" WHERE "state" IN ('not-found', 'unreachable') AND "facts" IS NOT NULL
      UNION ALL SELECT format('Study %s has facts, and no registry’s record they could come from.', s."id")
      FROM "Study" s WHERE s."facts" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM "StudyRecord" r WHERE r."studyId" = s."id" AND r."outcome" = 'found' AND r."subject" = '')
      UNION ALL SELECT format('The record of study %s at %s counts as found, and is empty.', "studyId", "source")
      FROM "StudyRecord" WHERE "outcome" = 'found' AND "fields" IS NULL`,
  },
  {
    name: "health facts are kept with consent only",
    sql: `SELECT format('Member %s has %s on record without a consent in force.', m."id", h.what) AS off FROM "Member" m
      JOIN (SELECT DISTINCT "memberId", 'health facts' AS what FROM "HealthFact"
            UNION SELECT DISTINCT "memberId", 'platelet counts' FROM "PlateletCount") h ON h."memberId" = m."id"
      WHERE NOT EXISTS (SELECT 1 FROM "Consent" c WHERE c."memberId" = m."id" AND c."kind" = 'health' AND c."withdrawnAt" IS NULL)`,
  },
  {
    name: "a closed account keeps nothing of its person",
    sql: `SELECT format('Member %s has left, and %s are still kept.', m."id", k.what) AS off FROM "Member" m JOIN (
        SELECT "memberId", 'sessions' AS what FROM "Session" UNION SELECT "memberId", 'links from mails' FROM "Ticket"
        UNION SELECT "memberId", 'drafts' FROM "Draft" UNION SELECT "memberId", 'health facts' FROM "HealthFact"
        UNION SELECT "memberId", 'platelet counts' FROM "PlateletCount" UNION SELECT "memberId", 'notices' FROM "Notice"
        UNION SELECT "memberId", 'what they follow and had read' FROM "ReadingPlace" UNION SELECT "memberId", 'what they had read' FROM "CategoryRead"
        UNION SELECT "memberId", 'what they wanted to hear of' FROM "NoticeSettings") k ON k."memberId" = m."id"
      WHERE m."closedAt" IS NOT NULL
      UNION ALL SELECT format('Member %s has left, and their address or what they wrote about themselves is still kept.', "id")
      FROM "Member" WHERE "closedAt" IS NOT NULL AND (coalesce("email", "unverifiedEmail", "passwordHash", '') <> '' OR "about" <> '' OR "personalText" <> '')`,
  },
  {
    name: "who is named without a reference exists",
    sql: `SELECT format('%s was done by member %s, who does not exist.', what, by) AS off FROM (
        SELECT format('Version %s of post %s', "version", "postNumber") AS what, "editedById" AS by FROM "Revision"
        UNION ALL SELECT format('Striking version %s of post %s', "version", "postNumber"), "struckById" FROM "Revision" WHERE "struckById" IS NOT NULL
        UNION ALL SELECT format('The newest change of post %s', "number"), "editedById" FROM "Post" WHERE "editedById" IS NOT NULL
        UNION ALL SELECT format('“%s” of %s in the log', "deed", "subject"), "actorId" FROM "LogEntry") named
      WHERE NOT EXISTS (SELECT 1 FROM "Member" m WHERE m."id" = named.by)`,
  },
  {
    name: "what has run out is swept",
    sql: `SELECT format('Kept more than a day too long: %s (%s).', what, count(*)) AS off FROM (
        SELECT 'sessions' AS what FROM "Session" WHERE least("idleExpiresAt", "absoluteExpiresAt") < now() - interval '1 day'
        UNION ALL SELECT 'links from mails' FROM "Ticket" WHERE "expiresAt" < now() - interval '8 days'
        UNION ALL SELECT 'mails' FROM "Mail" WHERE "createdAt" < now() - interval '32 days'
        UNION ALL SELECT 'abstracts under copyright' FROM "StudyRecord"
          WHERE ("fields" -> 'abstract' ->> 'keepUntil')::timestamptz < now() - interval '2 days'
        UNION ALL SELECT 'notes of what a form did' FROM "OnceOnly" WHERE "createdAt" < now() - interval '8 days'
        UNION ALL SELECT 'addresses of guests who were answered' FROM "Report"
          WHERE "guestEmail" IS NOT NULL AND "answeredAt" < now() - interval '31 days'
        UNION ALL SELECT 'notices of guests that were never confirmed' FROM "WaitingNotice" WHERE "expiresAt" < now() - interval '1 day'
        UNION ALL SELECT 'notes of changed pages' FROM "Expiry" WHERE "createdAt" < now() - interval '2 days') old
      WHERE ${RUNS} GROUP BY what`,
  },
];
