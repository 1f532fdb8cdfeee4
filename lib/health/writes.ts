import type { Tx } from "@/lib/platform/db";

/** Takes every fact and count away, as when the consent they stood on is withdrawn. */
export async function emptyHealth(tx: Tx, memberId: number): Promise<void> {
  await tx.healthFact.deleteMany({ where: { memberId } });
  await tx.plateletCount.deleteMany({ where: { memberId } });
}
