import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { type CaseCause, type CaseKind, isUrgent } from "./rules";

export type CaseOf = { kind: CaseKind; targetId: number; categoryId: number | null; subjectId: number | null };

/**
 * The case of a thing, its row held until the end of the transaction; made, or opened again, where need be. `cause`: what
 * the forum itself found about a study.
 */
export async function openCase(
  tx: Tx,
  one: CaseOf,
  urgency: number,
  cause?: CaseCause,
): Promise<{ id: number; becameUrgent: boolean }> {
  const moment = now();
  const made = await tx.$executeRaw`
    INSERT INTO "Case" ("kind", "targetId", "categoryId", "subjectId", "urgency", "causes", "openedAt")
    VALUES (${one.kind}, ${one.targetId}, ${one.categoryId}, ${one.subjectId}, ${urgency}, ${cause ? [cause] : []}::text[], ${moment}) ON CONFLICT ("kind", "targetId") DO NOTHING`;
  const [row] = await tx.$queryRaw<{ id: number; open: boolean; urgency: number; causes: string[] }[]>`
    SELECT "id", "open", "urgency", "causes" FROM "Case" WHERE "kind" = ${one.kind} AND "targetId" = ${one.targetId} FOR UPDATE`;
  const { id, open, urgency: before, causes } = orNotFound(row);
  if (made === 1) return { id, becameUrgent: isUrgent(urgency) };
  await tx.case.update({
    where: { id },
    data: {
      open: true,
      version: { increment: 1 },
      urgency: open ? Math.min(before, urgency) : urgency,
      openedAt: open ? undefined : moment,
      ...(cause && !causes.includes(cause) ? { causes: { push: cause } } : {}),
    },
  });
  return { id, becameUrgent: isUrgent(urgency) && !(open && isUrgent(before)) };
}
