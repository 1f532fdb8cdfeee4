import { now } from "@/lib/platform/clock";
import { prisma, transaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { CARD_VERSION } from "./card";
import { askRegistries } from "./look-up";
import { type Registries, registries } from "./registries";
import { LOOK_UP_LEASE } from "./rules";
import type { Identifier } from "./types";
import { enqueueLookUp, remakeStudy, storeLookUp, touchCiting } from "./writes";

const CLOCKS_DIFFER_BY = 5_000;

/**
 * Looks one study up and keeps what was found. One look-up at a time per study; a study that isn't due is left alone,
 * so running the job twice asks once. Registries are asked outside any transaction, and their failures are kept, not thrown.
 */
export async function lookUpStudy(studyId: number, at: Registries = registries()): Promise<void> {
  const claimed = await claim(studyId);
  if (!claimed) return;
  const look = await askRegistries(at, claimed.identifiers, claimed.trials);
  for (const { source, answer } of look.asked) {
    if (answer.outcome === "unreachable")
      log.info({ studyId, source, why: answer.why }, "a registry could not be asked");
  }
  await transaction((tx) => storeLookUp(tx, studyId, look));
}

/** Takes the study for one look-up, or null where it is gone, not due, or someone else is at it: then the job comes back when they must be done. */
async function claim(studyId: number): Promise<{ identifiers: Identifier[]; trials: string[] } | null> {
  return transaction(async (tx) => {
    const moment = now();
    const study = await tx.study.findUnique({
      where: { id: studyId },
      include: { identifiers: true, records: { select: { subject: true } } },
    });
    if (!study) return null;
    const wait = study.checkAfter ? study.checkAfter.getTime() - moment.getTime() : 0;
    if (study.checkAfter && wait > 0) {
      // The database's clock began this job; where ours is a little behind, the try it was meant for must not be lost.
      if (study.attempts > 0 && wait < CLOCKS_DIFFER_BY) await enqueueLookUp(tx, studyId, study.checkAfter);
      return null;
    }
    const taken = await tx.study.updateMany({
      where: {
        id: studyId,
        // Another look-up may have ended since this one read the row.
        AND: [
          { OR: [{ askingUntil: null }, { askingUntil: { lte: moment } }] },
          { OR: [{ checkAfter: null }, { checkAfter: { lte: moment } }] },
        ],
      },
      data: { askingUntil: new Date(moment.getTime() + LOOK_UP_LEASE) },
    });
    if (taken.count === 1) {
      const trials = study.records.flatMap(({ subject }) => subject || []);
      return { identifiers: study.identifiers as Identifier[], trials };
    }
    await enqueueLookUp(tx, studyId, study.askingUntil ?? undefined);
    return null;
  });
}

/** Makes cards of an older form again, a hundred in one transaction. Returns how many there were. */
export async function remakeOldCards(): Promise<number> {
  for (let made = 0; ; ) {
    const old = await prisma.study.findMany({
      where: { cardVersion: { lt: CARD_VERSION } },
      select: { id: true },
      orderBy: { id: "asc" },
      take: 100,
    });
    if (old.length === 0) return made;
    await transaction(async (tx) => {
      for (const { id } of old) {
        await remakeStudy(tx, id);
        await touchCiting(tx, id);
      }
    });
    made += old.length;
  }
}

/** Abstracts that may not be kept any longer go. Facts and cards don't depend on them. */
export async function dropExpiredAbstracts(): Promise<number> {
  return prisma.$executeRaw`
    UPDATE "StudyRecord" SET "fields" = "fields" - 'abstract'
    WHERE "fields" -> 'abstract' ->> 'keepUntil' IS NOT NULL AND ("fields" -> 'abstract' ->> 'keepUntil')::timestamptz < ${now()}`;
}
