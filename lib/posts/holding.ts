import { origin } from "@/lib/platform/config";
import type { Tx } from "@/lib/platform/db";
import { type MemberViewer, moderatesAnything } from "@/lib/policy/viewer";
import { type Rendered, renderPost } from "./markdown";
import { addedLinks, EARLY_POSTS, type HoldReason, whyHeld } from "./rules";

/**
 * Why this text waits for a moderator before others see it; null where it is shown at once. The author's row is held, so
 * that two posts at once can't both count as the third. `edited`: the post it is to replace the text of.
 */
export async function findHold(
  tx: Tx,
  author: MemberViewer,
  rendered: Rendered,
  edited?: { number: number; source: string },
): Promise<HoldReason | null> {
  const [record] = await tx.$queryRaw<{ trusted: boolean; appeared: number }[]>`
    SELECT m."trustedAt" IS NOT NULL AS trusted, (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "Post" p WHERE p."authorId" = m."id" AND p."number" <> ${edited?.number ?? 0}
          AND p."appearedAt" IS NOT NULL AND p."state" NOT IN ('held', 'hidden', 'removed') LIMIT ${EARLY_POSTS}) shown
    ) AS appeared FROM "Member" m WHERE m."id" = ${author.id}`;
  const { trusted = false, appeared = 0 } = record ?? {};
  const before = edited?.source ? renderPost(edited.source).links : [];
  const links = addedLinks(rendered.links, before, origin());
  return whyHeld(
    { role: author.role, moderates: moderatesAnything(author), trusted, appeared },
    { isNew: !edited, links },
  );
}
