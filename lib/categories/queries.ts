import { readsAsMember } from "@/lib/accounts/rules";
import { ensureAdministrator } from "@/lib/accounts/standing";
import { prisma, sqlWith } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Viewer } from "@/lib/policy/viewer";
import { asSql, asWhere, visibleCategories, visibleThreads } from "@/lib/policy/visible";
import { newestThreads } from "@/lib/threads/queries";
import { POSTS_AT_ONCE } from "@/lib/threads/whole-category";
import type { CategoryRow, CategorySetUp, CategoryView } from "./types";

/** All categories in their order, each with the newest post this viewer can read. */
export async function listCategories(viewer: Viewer): Promise<CategoryRow[]> {
  seen(tags.front());
  const rows = await prisma.$queryRaw<CategoryRowData[]>`
    SELECT c."id", c."slug", c."name", c."description", c."audience"::text, c."locked", c."whoStarts"::text, c."whoReplies"::text,
           c."threadCount", c."postCount", c."publicThreadCount", c."publicPostCount",
           newest."lastPostNumber" AS number, newest."title", newest."at", newest."by", newest."former"
    FROM "Category" c
    LEFT JOIN LATERAL (
      SELECT t."lastPostNumber", t."title", p."createdAt" AS at, m."name" AS by, m."closedAt" IS NOT NULL AS former
      FROM ${newestThreads(
        1,
        sqlWith((value) => asSql(visibleThreads(viewer), "thread", { thread: "t", category: "c" }, value)),
      )} t JOIN "Post" p ON p."number" = t."lastPostNumber" JOIN "Member" m ON m."id" = p."authorId"
    ) newest ON TRUE
    WHERE ${sqlWith((value) => asSql(visibleCategories(viewer), "category", { category: "c" }, value))}
    ORDER BY c."position", c."id"`;
  for (const row of rows) seen(tags.category(row.id));
  return rows.map((row) => ({
    ...categoryView(viewer, row),
    newest: row.number
      ? {
          number: row.number,
          threadTitle: row.title ?? "",
          at: row.at as Date,
          by: { name: row.by ?? "", former: row.former ?? false },
        }
      : null,
  }));
}

export async function readCategory(viewer: Viewer, slug: string): Promise<CategoryView> {
  const row = orNotFound(await prisma.category.findFirst({ where: { slug, ...asWhere(visibleCategories(viewer)) } }));
  seen(tags.category(row.id));
  return categoryView(viewer, row);
}

/** Where this person could start a thread, for the form's choice. */
export async function listCategoryNames(viewer: Viewer): Promise<CategoryView[]> {
  const rows = await prisma.category.findMany({
    where: asWhere(visibleCategories(viewer)),
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => categoryView(viewer, row));
}

/** Every category with what an administrator sets of it, in its place. */
export async function listCategorySetUps(administrator: Viewer): Promise<CategorySetUp[]> {
  ensureAdministrator(administrator);
  const rows = await prisma.$queryRaw<
    (Omit<CategorySetUp, "moderators"> & { moderators: { id: number; name: string }[] | null })[]
  >`
    SELECT c."id", c."slug", c."name", c."description", c."audience"::text, c."locked", c."whoStarts"::text, c."whoReplies"::text,
      c."threadCount", c."postCount" > ${POSTS_AT_ONCE} AS large, row_number() OVER (ORDER BY c."position", c."id")::int AS place,
      NOT EXISTS (SELECT 1 FROM "Thread" t WHERE t."categoryId" = c."id") AS empty,
      (SELECT json_agg(json_build_object('id', m."id", 'name', m."name") ORDER BY m."name")
        FROM "CategoryModerator" cm JOIN "Member" m ON m."id" = cm."memberId" WHERE cm."categoryId" = c."id") AS moderators
    FROM "Category" c ORDER BY c."position", c."id"`;
  return rows.map((row) => ({ ...row, moderators: row.moderators ?? [] }));
}

export async function readCategorySetUp(administrator: Viewer, id: number): Promise<CategorySetUp & { of: number }> {
  const all = await listCategorySetUps(administrator);
  return { ...orNotFound(all.find((one) => one.id === id)), of: all.length };
}

type Counted = CategoryView & { publicThreadCount: number; publicPostCount: number };
type CategoryRowData = Counted & {
  number: number | null;
  title: string | null;
  at: Date | null;
  by: string | null;
  former: boolean | null;
};

function categoryView(viewer: Viewer, row: Counted): CategoryView {
  const { id, slug, name, description, audience, locked, whoStarts, whoReplies } = row;
  const counts = readsAsMember(viewer)
    ? { threadCount: row.threadCount, postCount: row.postCount }
    : { threadCount: row.publicThreadCount, postCount: row.publicPostCount };
  return { id, slug, name, description, audience, locked, whoStarts, whoReplies, ...counts };
}
