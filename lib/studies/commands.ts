import { lockStanding } from "@/lib/accounts/standing";
import { throttle } from "@/lib/accounts/throttles";
import { now } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { isRefusal } from "@/lib/platform/errors";
import { FewAtOnce } from "@/lib/platform/few-at-once";
import { log } from "@/lib/platform/log";
import { canTakePart } from "@/lib/policy/can";
import { ensure } from "@/lib/policy/decision";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { citedIn } from "@/lib/posts/render";
import { listNumbersToAsk, type TakenStudy, takeStudy } from "./line";
import { type Asked, askRegistries } from "./look-up";
import { findOrNoteReferences } from "./named-references";
import { type Registries, registries } from "./registries";
import { ANSWERS_STAND_FOR, CARDS_PER_POST, LOOK_UP_LEASE } from "./rules";
import type { Identifier, Named, NamedStudies, SourceFacts } from "./types";
import { dropUnlessCited } from "./uncited";
import { type KnownStudy, listNamed, namedStudies, rememberAsked } from "./while-writing";
import { enqueueLookUp, findOrCreateStudies, storeLookUp } from "./writes";

const CLOCKS_DIFFER_BY = 5_000;

/** The forum's pages use the same connections, and look-ups can wait. */
const connections = new FewAtOnce(3);

/**
 * Looks one study up and keeps what was found. One look-up at a time per study; a study that isn't due is left alone,
 * so running the job twice asks once. Registries are asked outside any transaction, and their failures are kept, not thrown.
 */
export async function lookUpStudy(studyId: number, at: Registries = registries()): Promise<void> {
  const claimed = await connections.run(() => claim(studyId));
  if (!claimed) return;
  const look = await askRegistries(at, claimed.identifiers, claimed);
  for (const { source, answer } of look.asked) {
    if (answer.outcome === "unreachable")
      log.info({ studyId, source, why: answer.why }, "a registry could not be asked");
  }
  await connections.run(() => transaction((tx) => storeLookUp(tx, studyId, look)));
}

/** What is known to be asked of PubMed soon is asked in one question for all of these studies. */
export async function askTogether(studyIds: number[], at: Registries = registries()): Promise<void> {
  at.pubmed.askEarly(await listNumbersToAsk(studyIds));
}

type Claimed = { identifiers: Identifier[]; named: string[]; known: Asked[] };

/** Takes the study for one look-up, or null where it is gone, not due, or someone else is at it: then the job comes back when they must be done. */
async function claim(studyId: number): Promise<Claimed | null> {
  const taken = await takeStudy(studyId, new Date(now().getTime() + LOOK_UP_LEASE));
  if (taken) return claimedFrom(taken);
  return transaction(async (tx) => {
    const moment = now();
    const study = await tx.study.findUnique({ where: { id: studyId } });
    if (!study) return null;
    const wait = study.checkAfter ? study.checkAfter.getTime() - moment.getTime() : 0;
    // The database's clock began this job; where ours is a little behind, the try it was meant for must not be lost.
    if (study.checkAfter && wait > 0) {
      if (study.attempts > 0 && wait < CLOCKS_DIFFER_BY) await enqueueLookUp(tx, studyId, study.checkAfter);
      return null;
    }
    await enqueueLookUp(tx, studyId, study.askingUntil ?? undefined);
    return null;
  });
}

/** A first try and a weekly one ask everyone; one that repeats a try asks those that were missed. */
function claimedFrom({ attempts, identifiers, records }: TakenStudy): Claimed {
  const stands = now().getTime() - ANSWERS_STAND_FOR;
  const known = records.filter((one) => attempts > 0 && Date.parse(one.retrievedAt) > stands).map(askedBefore);
  return { identifiers, named: records.flatMap(({ subject }) => subject || []), known };
}

function askedBefore({ source, subject, outcome, fields, url, retrievedAt }: TakenStudy["records"][number]): Asked {
  const origin = { url, retrievedAt };
  if (outcome === "found") return { source, subject, answer: { outcome, facts: fields as SourceFacts, ...origin } };
  if (outcome === "refused") return { source, subject, answer: { outcome, ...origin } };
  const { agency } = (fields ?? {}) as { agency?: string | null };
  return { source, subject, answer: { outcome: "not-found", ...origin, ...(agency === undefined ? {} : { agency }) } };
}

/**
 * What a text will cite, shown to its author before it is posted. What nobody has named yet where they may read is looked up,
 * a few a minute for each member, and dropped after a day unless somebody cites it.
 */
export async function previewStudies(author: Viewer, { text }: { text: string }): Promise<NamedStudies> {
  ensure(canTakePart(author));
  const cited = citedIn(text);
  const carded = cited.slice(0, CARDS_PER_POST);
  const known = await listNamed(author, carded);
  const unknown = carded.filter((one) => !known.some(({ kind, value }) => kind === one.kind && value === one.value));
  if (unknown.length === 0) return namedStudies(cited, known);
  return namedStudies(cited, [...known, ...(await lookUpForDraft(author, unknown))]);
}

/** Whoever may not begin a look-up, because of too many or of a forum that is read-only, still sees what is known. */
async function lookUpForDraft(author: Viewer, unknown: Named[]): Promise<KnownStudy[]> {
  if (!isMember(author)) return [];
  try {
    const allowed = await withinThrottle(author, unknown);
    if (allowed.length === 0) return [];
    await transaction(async (tx) => {
      await lockStanding(tx, author);
      const identifiers = allowed.flatMap(({ kind, value }) => (kind === "reference" ? [] : { kind, value }));
      const { due, made } = await findOrCreateStudies(tx, identifiers);
      await dropUnlessCited(tx, made);
      for (const id of due) await enqueueLookUp(tx, id);
      const references = allowed.flatMap(({ kind, value }) => (kind === "reference" ? value : []));
      if (references.length > 0) await findOrNoteReferences(tx, references);
    });
    return await rememberAsked(author, allowed);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [];
  }
}

async function withinThrottle(author: MemberViewer, unknown: Named[]): Promise<Named[]> {
  const allowed: Named[] = [];
  for (const one of unknown) {
    try {
      await throttle("look-up by member and minute", author.id);
      await throttle("look-up by member and day", author.id);
    } catch (error) {
      if (isRefusal(error)) return allowed;
      throw error;
    }
    allowed.push(one);
  }
  return allowed;
}
