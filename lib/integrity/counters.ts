/**
 * Every counter that differs from what it counts; no row when promise 3 holds. Counts of members, categories and
 * threads speak of visible posts in visible threads; the `public…` ones of what guests can read.
 */
export const wrongCounters = `
  WITH shown AS (
    SELECT p."number", p."authorId", t."categoryId", (t."audience" = 'everyone' AND c."audience" = 'everyone') AS public
    FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Category" c ON c."id" = t."categoryId"
    WHERE p."state" = 'visible' AND t."state" = 'visible'
  ), given AS (
    SELECT th."memberId", s."authorId", s.public FROM "Thanks" th JOIN shown s ON s."number" = th."postNumber"
  ), thanked AS (
    SELECT "postNumber", count(*)::int AS thanks FROM "Thanks" GROUP BY 1
  ), placed AS (
    SELECT "threadId", count(*)::int AS places, count(*) FILTER (WHERE "state" = 'visible')::int AS posts,
           (array_agg("number" ORDER BY "position" DESC) FILTER (WHERE "state" = 'visible'))[1] AS newest
    FROM "Post" GROUP BY 1
  ), cited AS (
    SELECT p."threadId", count(DISTINCT ci."studyId")::int AS studies
    FROM "Post" p JOIN "Citation" ci ON ci."postNumber" = p."number" WHERE p."state" = 'visible' GROUP BY 1
  ), written AS (
    SELECT "authorId", count(*)::int AS posts, count(*) FILTER (WHERE public)::int AS publicly FROM shown GROUP BY 1
  ), received AS (
    SELECT "authorId", count(*)::int AS thanks, count(*) FILTER (WHERE public)::int AS publicly FROM given GROUP BY 1
  ), gave AS (
    SELECT "memberId", count(*)::int AS thanks, count(*) FILTER (WHERE public)::int AS publicly FROM given GROUP BY 1
  ), filed AS (
    SELECT "categoryId", count(*)::int AS posts, count(*) FILTER (WHERE public)::int AS publicly FROM shown GROUP BY 1
  ), opened AS (
    SELECT c."id" AS "categoryId", count(*)::int AS threads,
           count(*) FILTER (WHERE t."audience" = 'everyone' AND c."audience" = 'everyone')::int AS publicly
    FROM "Thread" t JOIN "Category" c ON c."id" = t."categoryId" WHERE t."state" = 'visible' GROUP BY 1
  ), compared AS (
    SELECT 'thanks of post' AS what, p."number" AS id, p."thanksCount" AS says, coalesce(thanks, 0) AS counted
    FROM "Post" p LEFT JOIN thanked ON "postNumber" = p."number"
    UNION ALL
    SELECT what, t."id", says, coalesce(counted, 0) FROM "Thread" t LEFT JOIN placed ON placed."threadId" = t."id"
    LEFT JOIN cited ON cited."threadId" = t."id"
    CROSS JOIN LATERAL (VALUES
      ('posts of thread', t."postCount", placed.posts),
      ('studies of thread', t."studyCount", cited.studies),
      ('newest post of thread', t."lastPostNumber", placed.newest),
      ('places in thread', t."lastPosition", placed.places)) AS v (what, says, counted)
    UNION ALL
    SELECT what, c."id", says, coalesce(counted, 0) FROM "Category" c
    LEFT JOIN filed ON filed."categoryId" = c."id" LEFT JOIN opened ON opened."categoryId" = c."id"
    CROSS JOIN LATERAL (VALUES
      ('posts of category', c."postCount", filed.posts),
      ('posts for guests of category', c."publicPostCount", filed.publicly),
      ('threads of category', c."threadCount", opened.threads),
      ('threads for guests of category', c."publicThreadCount", opened.publicly)) AS v (what, says, counted)
    UNION ALL
    SELECT what, m."id", says, coalesce(counted, 0) FROM "Member" m
    LEFT JOIN written ON written."authorId" = m."id" LEFT JOIN received ON received."authorId" = m."id"
    LEFT JOIN gave ON gave."memberId" = m."id"
    CROSS JOIN LATERAL (VALUES
      ('posts of member', m."postCount", written.posts),
      ('posts for guests of member', m."publicPostCount", written.publicly),
      ('thanks received by member', m."thanksReceived", received.thanks),
      ('thanks for guests received by member', m."publicThanksReceived", received.publicly),
      ('thanks given by member', m."thanksGiven", gave.thanks),
      ('thanks for guests given by member', m."publicThanksGiven", gave.publicly)) AS v (what, says, counted)
  )
  SELECT what, id, says, counted FROM compared WHERE says <> counted ORDER BY what, id`;
