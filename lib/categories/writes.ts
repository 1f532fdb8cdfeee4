import type { Tx } from "@/lib/platform/db";
import { type Prisma, touch } from "@/lib/platform/db";
import { tags } from "@/lib/platform/tags";
import type { Audience } from "@/lib/policy/audience";
import type { Writers } from "@/lib/policy/can";

export async function insertCategory(
  tx: Tx,
  category: {
    slug: string;
    name: string;
    description: string;
    position: number;
    audience: Audience;
    whoStarts?: Writers;
    whoReplies?: Writers;
    locked?: boolean;
  },
): Promise<number> {
  const { id } = await tx.category.create({ data: category });
  touch(tx, tags.front(), tags.threads());
  return id;
}

export type LockedCategory = { id: number; name: string; audience: Audience; audienceSince: Date; threadCount: number };

/** Nobody starts a thread in it, or deletes it, before the transaction is over. */
export async function lockCategory(tx: Tx, id: number): Promise<LockedCategory | null> {
  const [row] = await tx.$queryRaw<LockedCategory[]>`
    SELECT "id", "name", "audience"::text, "audienceSince", "threadCount" FROM "Category" WHERE "id" = ${id} FOR UPDATE`;
  return row ?? null;
}

export async function updateCategory(tx: Tx, id: number, data: Prisma.CategoryUpdateInput): Promise<void> {
  await tx.category.update({ where: { id }, data });
}

/** Puts a category in its place and numbers all of them anew from one, without gaps. */
export async function setPlace(tx: Tx, id: number, place: number): Promise<void> {
  const ordered = await tx.category.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const ids = ordered.map((one) => one.id).filter((one) => one !== id);
  ids.splice(place - 1, 0, id);
  await tx.$executeRaw`
    UPDATE "Category" c SET "position" = placed."place" FROM unnest(${ids}::int[]) WITH ORDINALITY AS placed("id", "place")
    WHERE c."id" = placed."id" AND c."position" <> placed."place"`;
}

export async function removeCategory(tx: Tx, id: number): Promise<void> {
  await tx.category.delete({ where: { id } });
}
