import { standingAt } from "@/lib/accounts/standing";
import { now } from "@/lib/platform/clock";
import { Prisma, type Tx } from "@/lib/platform/db";

// Who moderates: a handful, found without asking every member.

/**
 * The ids of everyone who moderates this category, each once. Two lists, each from an index of a handful of rows: one
 * condition with OR asks every member there is.
 */
export function moderatorsOf(categoryId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT "id" FROM "Member" WHERE "role" <> 'member'
    UNION SELECT cm."memberId" FROM "CategoryModerator" cm WHERE cm."categoryId" = ${categoryId}`;
}

/** Everyone who may decide a case of this category, for mails; never whom it is about or who has just reported it. */
export async function listModerators(
  db: Tx,
  one: { categoryId: number | null; but: number[] },
): Promise<{ id: number; name: string; email: string }[]> {
  return db.$queryRaw<{ id: number; name: string; email: string }[]>`
    SELECT m."id", m."name", m."email" FROM (${moderatorsOf(Prisma.sql`${one.categoryId}`)}) able JOIN "Member" m ON m."id" = able."id"
    WHERE m."closedAt" IS NULL AND m."email" IS NOT NULL AND ${standingAt("m", now())} = 'good' AND NOT m."id" = ANY(${one.but}::int[])
    ORDER BY m."id"`;
}

/**
 * Everyone who may decide some case that has waited since before this moment, with how many, for mails; those about
 * themselves aren't among them. Cases are counted by what they have in common, so many cost hardly more than few.
 */
export async function listAwaitedModerators(
  db: Tx,
  since: Date,
): Promise<{ id: number; name: string; email: string; cases: number }[]> {
  return db.$queryRaw<{ id: number; name: string; email: string; cases: number }[]>`
    WITH able AS (
      SELECT "id" FROM "Member" WHERE "role" <> 'member' UNION SELECT "memberId" FROM "CategoryModerator"
    ), waiting AS (
      SELECT k."categoryId", able."id" AS "subjectId", count(*) AS cases FROM "Case" k LEFT JOIN able ON able."id" = k."subjectId"
      WHERE k."open" AND k."openedAt" < ${since} GROUP BY 1, 2
    )
    SELECT m."id", m."name", m."email", sum(waiting.cases)::int AS cases
    FROM able JOIN "Member" m ON m."id" = able."id" JOIN waiting ON waiting."subjectId" IS DISTINCT FROM m."id" AND (
      m."role" <> 'member' OR EXISTS (
        SELECT 1 FROM "CategoryModerator" cm WHERE cm."memberId" = m."id" AND cm."categoryId" = waiting."categoryId"))
    WHERE m."closedAt" IS NULL AND m."email" IS NOT NULL AND ${standingAt("m", now())} = 'good'
    GROUP BY m."id" ORDER BY m."id"`;
}
