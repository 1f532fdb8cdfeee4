import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { canTakePart } from "@/lib/policy/can";
import { ensure, refusal } from "@/lib/policy/decision";
import type { MemberViewer, Viewer } from "@/lib/policy/viewer";

type Row = Omit<MemberViewer, "kind"> & { closed: boolean };

/**
 * Holds the actor's row until the end of the transaction and asks again whether they may take part: a suspension that
 * committed meanwhile refuses here, one that comes later waits. `others` are members whose counts will change too; all
 * rows are taken in the order of ids, before anything else, so that two people's presses can't wait for one another.
 */
export async function lockStanding(tx: Tx, actor: Viewer, others: number[] = []): Promise<MemberViewer> {
  if (actor.kind === "guest") throw refusal("sign-in");
  const ids = [...new Set([actor.id, ...others])].sort((a, b) => a - b);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "id", "name", "role"::text, "standing"::text, "emailVerifiedAt" IS NOT NULL AS "emailVerified", "closedAt" IS NOT NULL AS closed
    FROM "Member" WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "id" FOR NO KEY UPDATE`;
  const row = rows.find(({ id }) => id === actor.id);
  if (!row || row.closed) throw refusal("sign-in");
  const { closed: _, ...member } = row;
  const present: MemberViewer = { kind: "member", ...member };
  ensure(canTakePart(present));
  return present;
}
