import { createHash } from "node:crypto";
import type { Tx } from "./db";

/**
 * Does `work` once for a pressed button. A second press, at the same time or a day later, gets the first one's result.
 * The same form with other words in it is another press: who went back to say it better must not lose the better words.
 * The row is put in first: a second transaction waits on it until the first has committed or given up.
 */
export async function once<T extends object>(
  tx: Tx,
  press: { actorId: number; deed: string; form: { requestId: string } & Record<string, unknown> },
  work: () => Promise<T>,
): Promise<T> {
  const { actorId, deed, form } = press;
  const requestId = pressOf(form);
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

/** A UUID of everything the form says, its own random one included, so that nothing can be read back from it. */
function pressOf(form: object): string {
  return createHash("sha256").update(JSON.stringify(form)).digest("hex").slice(0, 32);
}
