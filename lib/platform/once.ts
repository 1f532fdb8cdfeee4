import { createHash } from "node:crypto";
import { Prisma, type Tx } from "./db";
import { orNotFound } from "./errors";

export type Press = { actorId: number; deed: string; form: { requestId: string } & Record<string, unknown> };

/**
 * Does `work` once for a pressed button. A second press, at the same time or a day later, gets the first one's result.
 * The same form with other words in it is another press: who went back to say it better must not lose the better words.
 * The row is put in first: a second transaction waits on it until the first has committed or given up.
 */
export async function once<T extends object>(tx: Tx, press: Press, work: () => Promise<T>): Promise<T> {
  const { actorId, deed } = press;
  const requestId = nameOf(press);
  const claimed = await tx.$executeRaw`
    INSERT INTO "OnceOnly" ("actorId", "deed", "requestId", "result") VALUES (${actorId}, ${deed}, ${requestId}::uuid, 'null')
    ON CONFLICT DO NOTHING`;
  if (claimed === 0) return orNotFound(await findEarlier<T>(tx, press));
  const result = await work();
  await tx.onceOnly.update({ where: { actorId_deed_requestId: { actorId, deed, requestId } }, data: { result } });
  return result;
}

/**
 * As `once`, where the actor's row is held until the end: a second press waits there, and what the first one came to is
 * brought along with another question (`earlierResult`).
 */
export async function onceWhileHeld<T extends object>(
  tx: Tx,
  press: Press,
  earlier: T | null,
  work: () => Promise<T>,
): Promise<T> {
  if (earlier) return earlier;
  const result = await work();
  await tx.$executeRaw`
    INSERT INTO "OnceOnly" ("actorId", "deed", "requestId", "result")
    VALUES (${press.actorId}, ${press.deed}, ${nameOf(press)}::uuid, ${JSON.stringify(result)}::jsonb)`;
  return result;
}

/** What the same press came to before, as a value of a query; NULL where there was none. */
export function earlierResult(press: Press | undefined): Prisma.Sql {
  if (!press) return Prisma.sql`NULL`;
  return Prisma.sql`(
    SELECT o."result" FROM "OnceOnly" o
    WHERE o."actorId" = ${press.actorId} AND o."deed" = ${press.deed} AND o."requestId" = ${nameOf(press)}::uuid)`;
}

/** What the same press came to before, for work that is better not begun a second time. */
export async function findEarlier<T extends object>(tx: Tx, press: Press): Promise<T | null> {
  const { actorId, deed } = press;
  const earlier = await tx.onceOnly.findUnique({
    where: { actorId_deed_requestId: { actorId, deed, requestId: nameOf(press) } },
  });
  return (earlier?.result as T | undefined) ?? null;
}

export function forgetOldPresses(tx: Tx, limit: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "OnceOnly" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "OnceOnly" WHERE "createdAt" < now() - interval '7 days' ORDER BY "createdAt" ${limit} FOR UPDATE SKIP LOCKED))`;
}

/** A UUID of everything the form says, its own random one included, so that nothing can be read back from it. */
function nameOf({ form }: Press): string {
  return createHash("sha256").update(JSON.stringify(form)).digest("hex").slice(0, 32);
}
