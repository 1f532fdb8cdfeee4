import { now } from "@/lib/platform/clock";
import { atMost, Prisma, type Tx, transaction } from "@/lib/platform/db";
import { inPortions } from "@/lib/platform/portions";
import { enqueue } from "@/lib/platform/queue";
import { CARD_VERSION } from "./card";
import { remakeStudy, touchStudy } from "./writes";

// What time and newer rules do to cards and to what they were made of.

export const REMAKE_JOB = "study.remake-old-cards";

const AT_ONCE = 20;
/** A large forum's cards take long: a job works for a while, and the next one comes after a rest. */
const A_WHILE_MS = 2_000;
const REST_MS = 4_000;

/** Makes all cards of an older form again. Returns how many there were. */
export async function remakeOldCards(): Promise<number> {
  let made = 0;
  for (let some = await remakeSome(); some > 0; some = await remakeSome()) made += some;
  return made;
}

export async function remakeForAWhile(): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < A_WHILE_MS) if ((await remakeSome()) < AT_ONCE) return;
  await transaction((tx) => enqueue(tx, REMAKE_JOB, {}, { startAfter: new Date(now().getTime() + REST_MS) }));
}

/** Found by an index that they leave when they are made, so each portion begins where the one before has ended. */
async function remakeSome(): Promise<number> {
  return transaction(async (tx) => {
    const old = await tx.$queryRaw<{ id: number }[]>`
      SELECT "id" FROM "Study" WHERE "cardVersion" < ${CARD_VERSION} ORDER BY "cardVersion", "id" ${atMost(AT_ONCE)}
      FOR NO KEY UPDATE SKIP LOCKED`; // what is being looked up is made anew by that
    for (const { id } of old) {
      await remakeStudy(tx, id);
      touchStudy(tx, id);
    }
    return old.length;
  });
}

/** Abstracts that may not be kept any longer go. Facts and cards don't depend on them. */
export function dropExpiredAbstracts(): Promise<void> {
  return inPortions(dropSomeAbstracts);
}

/** As its index has it: opening each record for its abstract is what took the time. Written by `toISOString`, so in order as text. */
const keepUntil = Prisma.sql`("fields" -> 'abstract' ->> 'keepUntil') COLLATE "C"`;

function dropSomeAbstracts(tx: Tx, limit: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    UPDATE "StudyRecord" SET "fields" = "fields" - 'abstract' WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "StudyRecord" WHERE ${keepUntil} < ${now().toISOString()}::text ORDER BY ${keepUntil} ${limit} FOR UPDATE SKIP LOCKED))`;
}
