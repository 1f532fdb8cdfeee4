import type { Tx } from "./db";

/**
 * Does `work` once for a pressed button. A second press, at the same time or a day later, gets the first one's result.
 * The row is put in first: a second transaction waits on it until the first has committed or given up.
 */
export async function once<T extends object>(
  tx: Tx,
  press: { actorId: number; deed: string; requestId: string },
  work: () => Promise<T>,
): Promise<T> {
  const { actorId, deed, requestId } = press;
  const claimed = await tx.$executeRaw`
    INSERT INTO "OnceOnly" ("actorId", "deed", "requestId", "result") VALUES (${actorId}, ${deed}, ${requestId}::uuid, 'null')
    ON CONFLICT DO NOTHING`;
  if (claimed === 0) {
    const earlier = await tx.onceOnly.findUniqueOrThrow({
      where: { actorId_deed_requestId: { actorId, deed, requestId } },
    });
    return earlier.result as T;
  }
  const result = await work();
  await tx.onceOnly.update({ where: { actorId_deed_requestId: { actorId, deed, requestId } }, data: { result } });
  return result;
}
