import { ensureAdministrator } from "@/lib/accounts/standing";
import { prisma } from "@/lib/platform/db";
import type { Viewer } from "@/lib/policy/viewer";
import type { Keeper } from "./types";

/** Administrators first, then moderators of everything, then those of a category. */
export async function listKeepers(administrator: Viewer): Promise<Keeper[]> {
  ensureAdministrator(administrator);
  return prisma.$queryRaw<Keeper[]>`
    SELECT m."id", m."name", m."role"::text, coalesce((
      SELECT json_agg(json_build_object('id', c."id", 'name', c."name") ORDER BY c."position")
      FROM "CategoryModerator" cm JOIN "Category" c ON c."id" = cm."categoryId" WHERE cm."memberId" = m."id"
    ), '[]'::json) AS categories
    FROM "Member" m
    WHERE m."closedAt" IS NULL AND (m."role" <> 'member' OR EXISTS (SELECT 1 FROM "CategoryModerator" cm WHERE cm."memberId" = m."id"))
    ORDER BY m."role" DESC, lower(m."name")`;
}
