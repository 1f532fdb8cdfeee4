import { now } from "@/lib/platform/clock";
import { narrow, type Tx } from "@/lib/platform/db";
import { tags } from "@/lib/platform/tags";
import { amendable, problemOf } from "./amendments";
import { noteAmendment } from "./changes";
import type { AmendedField, StudyFacts } from "./types";
import { remakeStudy, touchStudy } from "./writes";

/** The study as it is now, be it joined into another, held against a look-up until the decision stands; null where it is gone. */
export async function holdStudyOfCase(tx: Tx, id: number): Promise<number | null> {
  for (const attempt of [1, 2]) {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      SELECT s."id" FROM "Study" s
      WHERE s."id" = coalesce((SELECT j."studyId" FROM "JoinedStudy" j WHERE j."id" = ${id}), ${id}) FOR NO KEY UPDATE OF s`;
    // Joined in the very moment in which this waited for it: the second look finds where.
    if (row || attempt === 2) return row?.id ?? null;
  }
  return null;
}

export type Amendment = {
  kind: "note" | "correction" | "hidden";
  field: AmendedField;
  value: string;
  reason: string;
  moderatorId: number;
  decisionId: number;
};

/** Why this can't be placed on the card as it is now, and in which field of the form; null where it can. */
export async function problemOfAmendment(
  tx: Tx,
  studyId: number,
  { kind, field, value }: Pick<Amendment, "kind" | "field" | "value">,
): Promise<{ field: "deed" | "text"; sentence: string } | null> {
  const study = await tx.study.findUniqueOrThrow({ where: { id: studyId }, select: { facts: true } });
  const facts = study.facts as unknown as StudyFacts | null;
  const { correct, conceal } = amendable(facts);
  const there = kind === "note" ? facts !== null : (kind === "correction" ? correct : conceal).includes(field);
  if (!there) return { field: "deed", sentence: "The card doesn’t have this now. Please choose again." };
  const sentence = kind === "hidden" ? null : problemOf(field, value);
  return sentence ? { field: "text", sentence } : null;
}

/** Places it on the card, in the place of what stood there before of the same field. */
export async function placeAmendment(tx: Tx, studyId: number, amendment: Amendment): Promise<void> {
  const moment = now();
  await tx.amendment.updateMany({
    where: { studyId, field: amendment.field, endedAt: null },
    data: { endedAt: moment },
  });
  const { id } = await tx.amendment.create({
    data: { ...amendment, studyId, createdAt: moment },
    select: { id: true },
  });
  await noteAmendment(tx, studyId, { ...amendment, id, at: moment });
  await showAmended(tx, studyId);
}

/** False where there is no such one in force on this card. */
export async function takeAmendmentBack(tx: Tx, studyId: number, id: number): Promise<boolean> {
  const { count } = await tx.amendment.updateMany({ where: { id, studyId, endedAt: null }, data: { endedAt: now() } });
  if (count > 0) await showAmended(tx, studyId);
  return count > 0;
}

/** The cards on which someone's name stands who has left. */
export async function forgetOnCards(tx: Tx, moderatorId: number): Promise<void> {
  const rows = await tx.amendment.findMany({
    where: { moderatorId, endedAt: null },
    distinct: ["studyId"],
    orderBy: { studyId: "asc" },
    select: { studyId: true },
  });
  for (const { studyId } of rows) await showAmended(tx, studyId);
}

async function showAmended(tx: Tx, studyId: number): Promise<void> {
  await remakeStudy(tx, studyId);
  touchStudy(tx, studyId);
  narrow(tx, tags.study(studyId));
}
