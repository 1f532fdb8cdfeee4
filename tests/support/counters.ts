import { sql } from "./database";

/** Every counter that differs from what it counts; empty when promise 3 holds. */
export function wrongCounters(): Promise<{ what: string; id: number; says: number; counted: number }[]> {
  return sql(`
    WITH shown AS (
      SELECT p.*, t."categoryId", (t."audience" = 'everyone' AND c."audience" = 'everyone') AS public
      FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
      WHERE p."state" = 'visible' AND t."state" = 'visible'
    ), given AS (SELECT th."memberId", s."authorId", s.public FROM "Thanks" th JOIN shown s ON s."number" = th."postNumber"),
    compared AS (
      SELECT 'thanks of a post' AS what, p."number" AS id, p."thanksCount" AS says, (SELECT count(*)::int FROM "Thanks" th WHERE th."postNumber" = p."number") AS counted FROM "Post" p
      UNION ALL SELECT 'posts of a thread', t."id", t."postCount", (SELECT count(*)::int FROM "Post" p WHERE p."threadId" = t."id" AND p."state" = 'visible') FROM "Thread" t
      UNION ALL SELECT 'newest post of a thread', t."id", t."lastPostNumber", coalesce((SELECT p."number" FROM "Post" p WHERE p."threadId" = t."id" AND p."state" = 'visible' ORDER BY p."position" DESC LIMIT 1), 0) FROM "Thread" t
      UNION ALL SELECT 'places in a thread', t."id", t."lastPosition", (SELECT count(*)::int FROM "Post" p WHERE p."threadId" = t."id") FROM "Thread" t
      UNION ALL SELECT 'posts of a category', c."id", c."postCount", (SELECT count(*)::int FROM shown s WHERE s."categoryId" = c."id") FROM "Category" c
      UNION ALL SELECT 'public posts of a category', c."id", c."publicPostCount", (SELECT count(*)::int FROM shown s WHERE s."categoryId" = c."id" AND s.public) FROM "Category" c
      UNION ALL SELECT 'threads of a category', c."id", c."threadCount", (SELECT count(*)::int FROM "Thread" t WHERE t."categoryId" = c."id" AND t."state" = 'visible') FROM "Category" c
      UNION ALL SELECT 'public threads of a category', c."id", c."publicThreadCount", (SELECT count(*)::int FROM "Thread" t WHERE t."categoryId" = c."id" AND t."state" = 'visible' AND t."audience" = 'everyone' AND c."audience" = 'everyone') FROM "Category" c
      UNION ALL SELECT 'posts of a member', m."id", m."postCount", (SELECT count(*)::int FROM shown s WHERE s."authorId" = m."id") FROM "Member" m
      UNION ALL SELECT 'public posts of a member', m."id", m."publicPostCount", (SELECT count(*)::int FROM shown s WHERE s."authorId" = m."id" AND s.public) FROM "Member" m
      UNION ALL SELECT 'thanks a member received', m."id", m."thanksReceived", (SELECT count(*)::int FROM given g WHERE g."authorId" = m."id") FROM "Member" m
      UNION ALL SELECT 'thanks a member received in public', m."id", m."publicThanksReceived", (SELECT count(*)::int FROM given g WHERE g."authorId" = m."id" AND g.public) FROM "Member" m
      UNION ALL SELECT 'thanks a member gave', m."id", m."thanksGiven", (SELECT count(*)::int FROM given g WHERE g."memberId" = m."id") FROM "Member" m
      UNION ALL SELECT 'thanks a member gave in public', m."id", m."publicThanksGiven", (SELECT count(*)::int FROM given g WHERE g."memberId" = m."id" AND g.public) FROM "Member" m
    )
    SELECT * FROM compared WHERE says <> counted`);
}
