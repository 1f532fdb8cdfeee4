import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

/** What an administrator did, in the log for good, in the transaction of the deed. */
export async function noteDeed(
  tx: Tx,
  administrator: { id: number },
  entry: { deed: string; subject: string; reason?: string },
): Promise<void> {
  const { deed, subject, reason = "" } = entry;
  await tx.logEntry.create({ data: { actorId: administrator.id, deed, subject, reason, createdAt: now() } });
}
