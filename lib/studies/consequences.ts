import { openCase } from "@/lib/moderation/opening";
import { type CaseCause, causeUrgency } from "@/lib/moderation/rules";
import { moveNoticesOfStudy, tellOfStudy } from "@/lib/notices/writes";
import { now } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import { type EventKind, eventOf, FIRST_LOOK_UP_LASTS, SAME_EVENT_WITHIN, warningOf } from "./rules";
import type { Source, StudyFacts, StudyWarning } from "./types";

// What a look-up brought that people who have read the card should know: told in the look-up's own transaction.

export type Before = { facts: StudyFacts | null; createdAt: Date; answered: Source[] };

/** The study as it is known before a look-up's answers are kept. */
export async function readBefore(tx: Tx, id: number): Promise<Before> {
  const { facts, createdAt, records } = await tx.study.findUniqueOrThrow({
    where: { id },
    select: { facts: true, createdAt: true, records: { where: { outcome: "found" }, select: { source: true } } },
  });
  return {
    facts: facts as unknown as StudyFacts | null,
    createdAt,
    answered: records.map(({ source }) => source as Source),
  };
}

/** Cases for moderators, and word to everyone whose thread cites the study; nothing where nothing turned. */
export async function drawConsequences(tx: Tx, id: number, before: Before, facts: StudyFacts | null): Promise<void> {
  if (facts?.titlesDisagree && (!before.facts?.titlesDisagree || !(await hasCase(tx, id))))
    await openCaseOf(tx, id, "titles-disagree");
  if (before.facts === null || facts === null) return;
  const warning = warningOf(facts);
  const [was, is] = [eventOf(warningOf(before.facts)), eventOf(warning)];
  if (was === is) return;
  if (warning === null || is === null) return takeEventBack(tx, id);
  if (isNews(before, facts)) await tellOfEvent(tx, id, is, warning);
}

/** What a registry says when it answers for the first time, soon after the study was cited, is no turn: nobody read it otherwise. */
function isNews({ createdAt, answered }: Before, facts: StudyFacts): boolean {
  const saysSo = facts.notices[0]?.from ?? [];
  return (
    saysSo.some(({ source }) => answered.includes(source)) ||
    now().getTime() - createdAt.getTime() > FIRST_LOOK_UP_LASTS
  );
}

/** One that is known already, as of a study joined into this one, or was gone only for a while, is told to those who haven't heard. */
async function tellOfEvent(tx: Tx, studyId: number, kind: EventKind, said: StudyWarning): Promise<void> {
  const moment = now();
  await tx.studyEvent.updateMany({
    where: { studyId, endedAt: null, kind: { not: kind } },
    data: { endedAt: moment },
  });
  const lately = new Date(moment.getTime() - SAME_EVENT_WITHIN);
  const known = await tx.studyEvent.findFirst({
    where: { studyId, kind, OR: [{ endedAt: null }, { endedAt: { gt: lately } }] },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (known) await tx.studyEvent.update({ where: { id: known.id }, data: { endedAt: null } });
  const { id } =
    known ??
    (await tx.studyEvent.create({
      data: { studyId, kind, said: said as unknown as Prisma.InputJsonValue, foundAt: moment },
      select: { id: true },
    }));
  if (!known) await openCaseOf(tx, studyId, kind);
  await tellOfStudy(tx, id);
}

/** No registry says so any more. Who was told and hasn't read it has nothing to read; a moderator looks at what was written about it. */
async function takeEventBack(tx: Tx, studyId: number): Promise<void> {
  const { count } = await tx.studyEvent.updateMany({ where: { studyId, endedAt: null }, data: { endedAt: now() } });
  if (count > 0) await openCaseOf(tx, studyId, "cleared");
}

/** What was looked up while somebody was still writing had no case then; the next look-up makes up for it. */
async function hasCase(tx: Tx, studyId: number): Promise<boolean> {
  return (await tx.case.count({ where: { kind: "study", targetId: studyId } })) > 0;
}

/** Nobody has read the card of a study that no post cites. */
async function openCaseOf(tx: Tx, studyId: number, cause: CaseCause): Promise<void> {
  if (!(await tx.citation.findFirst({ where: { studyId }, select: { postNumber: true } }))) return;
  const one = { kind: "study" as const, targetId: studyId, categoryId: null, subjectId: null };
  await openCase(tx, one, causeUrgency[cause], cause);
}

/**
 * Of two studies that are one: events and amendments of the one that goes follow it. What the other has already stays;
 * who was told by either is not told again.
 */
export async function joinConsequences(tx: Tx, kept: number, gone: number): Promise<void> {
  const [theirs] = await tx.studyEvent.findMany({ where: { studyId: gone, endedAt: null } });
  const mine =
    theirs && (await tx.studyEvent.findFirst({ where: { studyId: kept, endedAt: null, kind: theirs.kind } }));
  if (theirs && mine) {
    await moveNoticesOfStudy(tx, theirs.id, mine.id);
    await tx.studyEvent.delete({ where: { id: theirs.id } });
    await tellOfStudy(tx, mine.id); // whom the other's telling had not come to
  }
  await tx.$executeRaw`
    UPDATE "StudyEvent" SET "studyId" = ${kept}, "endedAt" = CASE
      WHEN "endedAt" IS NULL AND EXISTS (SELECT 1 FROM "StudyEvent" mine WHERE mine."studyId" = ${kept} AND mine."endedAt" IS NULL) THEN ${now()}
      ELSE "endedAt" END
    WHERE "studyId" = ${gone}`;
  await tx.$executeRaw`
    UPDATE "Amendment" a SET "studyId" = ${kept}, "endedAt" = CASE
      WHEN a."endedAt" IS NULL AND EXISTS (
        SELECT 1 FROM "Amendment" mine WHERE mine."studyId" = ${kept} AND mine."field" = a."field" AND mine."endedAt" IS NULL) THEN ${now()}
      ELSE a."endedAt" END
    WHERE a."studyId" = ${gone}`;
}
