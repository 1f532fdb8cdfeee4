import { now } from "@/lib/platform/clock";
import { atMost, Prisma, type Tx, transaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { askCitationMatcher, type MatcherAnswer } from "./citation-matcher";
import { enqueueMatch } from "./named-references";
import { referenceFrom } from "./references";
import { type Registries, registries } from "./registries";
import { CARDS_PER_POST, goodFor, LOOK_UP_LEASE, retryIn } from "./rules";
import { dropUnlessCited } from "./uncited";
import { countStudies, enqueueLookUp, findOrCreateStudies, holdThreads, touchStudy, touchThreads } from "./writes";

/** An hour's part of those that PubMed didn't know; it may know them tomorrow. */
const ASKED_AGAIN_AN_HOUR = 50;
/** What wasn't in PubMed a month after somebody gave it is not asked about again until somebody gives it anew. */
const ASKED_FOR_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Asks which paper a reference means and leads all that gave it there. Running it twice asks once. */
export async function matchReference(value: string, at: Registries = registries()): Promise<void> {
  if (!(await claim(value))) return;
  const answer = await askCitationMatcher(at, referenceFrom(value));
  if (answer.outcome === "unreachable") log.info({ why: answer.why }, "the citation matcher could not be asked");
  await transaction((tx) => storeMatch(tx, value, answer));
}

async function claim(value: string): Promise<boolean> {
  return transaction(async (tx) => {
    const moment = now();
    const reference = await tx.studyReference.findUnique({ where: { value } });
    const isDue = (time: Date | null) => time === null || time <= moment;
    if (!reference || reference.studyId !== null || !isDue(reference.checkAfter)) return false;
    const taken = await tx.studyReference.updateMany({
      where: {
        value,
        studyId: null,
        AND: [
          { OR: [{ askingUntil: null }, { askingUntil: { lte: moment } }] },
          { OR: [{ checkAfter: null }, { checkAfter: { lte: moment } }] },
        ],
      },
      data: { askingUntil: new Date(moment.getTime() + LOOK_UP_LEASE) },
    });
    if (taken.count === 0) await enqueueMatch(tx, value, reference.askingUntil ?? undefined);
    return taken.count === 1;
  });
}

/** A match joins the study of its PubMed number, known or new. */
async function storeMatch(tx: Tx, value: string, answer: MatcherAnswer, chance = Math.random()): Promise<void> {
  if (answer.outcome === "matched") await holdThreads(tx, threadsGiving(value));
  const [reference] = await tx.$queryRaw<{ attempts: number; studyId: number | null }[]>`
    SELECT "attempts", "studyId" FROM "StudyReference" WHERE "value" = ${value} FOR UPDATE`;
  if (!reference || reference.studyId !== null) return;
  if (answer.outcome === "matched") return leadToStudy(tx, value, answer.pmid);

  const missed = answer.outcome === "unreachable";
  const attempts = missed ? reference.attempts + 1 : 0;
  const retryAfter = missed ? answer.retryAfter : null;
  const wait = missed ? retryIn({ attempts, retryAfter, chance }) : goodFor(null);
  const checkAfter = new Date(now().getTime() + wait);
  await tx.studyReference.update({ where: { value }, data: { attempts, checkAfter, askingUntil: null } });
  if (missed) await enqueueMatch(tx, value, checkAfter);
}

function threadsGiving(value: string): Prisma.Sql {
  return Prisma.sql`SELECT "threadId" FROM "Citation" WHERE "kind" = 'reference' AND "value" = ${value}`;
}

async function leadToStudy(tx: Tx, value: string, pmid: string): Promise<void> {
  const identifier = { kind: "pmid" as const, value: pmid };
  const { studies, due, made } = await findOrCreateStudies(tx, [identifier]);
  const [studyId] = studies.values();
  if (studyId === undefined) return;
  await tx.studyReference.update({ where: { value }, data: { studyId, attempts: 0, askingUntil: null } });
  const withCards = { kind: "reference", value, position: { lt: CARDS_PER_POST } };
  await tx.citation.updateMany({ where: withCards, data: { studyId } });
  await countStudies(tx, threadsGiving(value));
  await dropUnlessCited(tx, made);
  for (const id of due) await enqueueLookUp(tx, id);
  touchStudy(tx, studyId);
  await touchThreads(tx, threadsGiving(value)); // the empty places of its card
}

/** Asks once more about what PubMed didn't know a day ago, while some post still gives it. */
export async function askAgainAboutReferences(): Promise<number> {
  return transaction(async (tx) => {
    const moment = now();
    const due = await tx.$queryRaw<{ value: string }[]>`
      SELECT r."value" FROM "StudyReference" r
      WHERE r."studyId" IS NULL AND r."attempts" = 0 AND r."checkAfter" <= ${moment} AND r."createdAt" > ${new Date(moment.getTime() - ASKED_FOR_DAYS * DAY)}
        AND EXISTS (SELECT 1 FROM "Citation" c WHERE c."kind" = 'reference' AND c."value" = r."value")
      ORDER BY r."checkAfter" ${atMost(ASKED_AGAIN_AN_HOUR)}`;
    for (const { value } of due) await enqueueMatch(tx, value);
    return due.length;
  });
}
