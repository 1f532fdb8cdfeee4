import type { Tx } from "@/lib/platform/db";
import { touch } from "@/lib/platform/db";
import { tags } from "@/lib/platform/tags";
import type { Audience } from "@/lib/policy/audience";

/** The seed's and the first start's way to make categories; administrators get theirs with their pages. */
export async function insertCategory(
  tx: Tx,
  category: { slug: string; name: string; description: string; position: number; audience: Audience },
): Promise<number> {
  const { id } = await tx.category.create({ data: category });
  touch(tx, tags.front());
  return id;
}
