import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { identifierWords } from "./identifiers";
import { retractionOf } from "./merging-notices";
import { eventOf, warningWords } from "./rules";
import type { Amended, ChangeKind, Identifier, StudyFacts } from "./types";

/** Something that a reader of the card would notice. `before` and `after` are the record's words, or our name of a warning. */
export type Change = { what: ChangeKind; before?: string; after?: string };

const warnings = {
  concern: ({ notices }: StudyFacts) => notices.some(({ kind }) => kind === "concern"),
  corrected: ({ notices }: StudyFacts) => notices.some(({ kind }) => kind === "correction"),
};

export function changesBetween(before: StudyFacts | null, after: StudyFacts | null): Change[] {
  if (!after) return [];
  if (!before) return [{ what: "found" }];
  const changes: Change[] = [];
  const [was, is] = [before.title?.value ?? "", after.title?.value ?? ""];
  if (was && is && letters(was) !== letters(is)) changes.push({ what: "title", before: was, after: is });
  changes.push(...retractionsBetween(before, after));
  for (const [what, stands] of Object.entries(warnings) as [keyof typeof warnings, (facts: StudyFacts) => boolean][]) {
    if (stands(after) && !stands(before)) changes.push({ what });
    if (stands(before) && !stands(after)) changes.push({ what: "cleared", before: what });
  }
  if (after.publishedAs && !before.publishedAs) {
    const { reference, doi, pmid } = after.publishedAs.value;
    const name = reference ?? doi ?? pmid;
    changes.push({ what: "published", ...(name ? { after: name } : {}) });
  }
  return changes;
}

/** A part isn't the whole: which of them it is, in the words of its gravest notice. */
function retractionsBetween(before: StudyFacts, after: StudyFacts): Change[] {
  const [had, has] = [before, after].map(({ notices }) => retractionOf(notices));
  const [was, is] = [eventOf(had ?? null), eventOf(has ?? null)];
  if (was === is) return [];
  return [
    ...(was && was !== "partly-retracted" ? [{ what: "cleared" as const, before: "retracted" }] : []),
    ...(was === "partly-retracted" && !has ? [{ what: "cleared" as const, before: was }] : []),
    ...(has ? [{ what: "retracted" as const, after: warningWords(has) }] : []),
  ];
}

/** Registries take turns with full stops and capitals; that is no other title. */
function letters(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

export async function noteChanges(
  tx: Tx,
  studyId: number,
  before: StudyFacts | null,
  after: StudyFacts | null,
  at = now(),
): Promise<void> {
  const changes = changesBetween(before, after);
  if (changes.length > 0) await tx.studyChange.createMany({ data: changes.map((one) => ({ ...one, studyId, at })) });
}

const amendedAs = { note: "noted", correction: "put-right", hidden: "put-aside" } as const;

/** What and when, and no more than the card says; the line goes with what it tells of. */
export async function noteAmendment(
  tx: Tx,
  studyId: number,
  { id: amendmentId, kind, field, at }: Pick<Amended, "kind" | "field"> & { id: number; at: Date },
): Promise<void> {
  await tx.studyChange.create({ data: { studyId, at, what: amendedAs[kind], after: field, amendmentId } });
}

/**
 * Before `gone` is joined into `kept`: its history comes along, and a line says by which names it went. From now on each
 * line has the names of the one it was about: whoever could read of the other only doesn't learn from it that this one
 * was known here, too.
 */
export async function joinHistories(tx: Tx, kept: number, gone: number): Promise<void> {
  const names = { kept: await namesOf(tx, kept), gone: await namesOf(tx, gone) };
  for (const [studyId, its] of [
    [kept, names.kept],
    [gone, names.gone],
  ] as const)
    await tx.studyChange.updateMany({ where: { studyId, names: { isEmpty: true } }, data: { names: its } });
  await tx.studyChange.updateMany({ where: { studyId: gone, what: { not: "found" } }, data: { studyId: kept } });
  const identifiers = await tx.studyIdentifier.findMany({ where: { studyId: gone }, orderBy: [{ kind: "asc" }] });
  await tx.studyChange.create({
    data: {
      studyId: kept,
      at: now(),
      what: "joined",
      after: identifiers.map((name) => identifierWords(name as Identifier)).join(", ") || null,
      names: names.gone,
    },
  });
}

/** As citations call it: by identifiers, and by references that were matched to it. */
async function namesOf(tx: Tx, studyId: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT "kind" || ' ' || "value" AS name FROM "StudyIdentifier" WHERE "studyId" = ${studyId}
    UNION SELECT 'reference ' || "value" FROM "StudyReference" WHERE "studyId" = ${studyId}`;
  return rows.map(({ name }) => name);
}
