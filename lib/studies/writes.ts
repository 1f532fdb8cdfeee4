import { isDeepStrictEqual } from "node:util";
import { now } from "@/lib/platform/clock";
import { atMost, Prisma, type Tx, touch } from "@/lib/platform/db";
import { invariant } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/queue";
import { tags } from "@/lib/platform/tags";
import { keptAbstract } from "./abstracts";
import { amend, listAmendments } from "./amendments";
import { CARD_VERSION, renderCard } from "./card";
import { joinHistories, noteChanges } from "./changes";
import { drawConsequences, joinConsequences, readBefore } from "./consequences";
import { entryOf, keepEntry } from "./entries";
import type { LookUp } from "./look-up";
import { mergeRecords } from "./merging";
import { findOrNoteReferences } from "./named-references";
import { READING_VERSION } from "./reading";
import { CARDS_PER_POST, goodFor, LOOK_UP_JOB_LEASE, retryIn, stateAfter, warningOf } from "./rules";
import { readShown } from "./shown";
import type { Identifier, Named, SeedStudy, Source, SourceFacts, SourceRecord, StudyFacts, StudyState } from "./types";
import { dropReferencesUnlessCited } from "./uncited";

export const LOOK_UP_JOB = "study.look-up";

/**
 * Replaces what a post cites. The first ten get a study, and a look-up where it is new or due; a reference has one as soon
 * as it is matched. The others are remembered as mentions without a card. Posting the same text again changes nothing. Gives
 * the ids of the studies.
 */
export async function attachCitations(
  tx: Tx,
  postNumber: number,
  found: Named[],
  version: "first" | "later" = "later",
): Promise<number[]> {
  const before = version === "first" ? [] : await forgetCitations(tx, postNumber);
  const carded = found.slice(0, CARDS_PER_POST);
  const { studies, due } = await findOrCreateStudies(tx, carded.filter(isIdentifier));
  const references = carded.flatMap(({ kind, value }) => (kind === "reference" ? value : []));
  const matched = references.length > 0 ? await findOrNoteReferences(tx, references) : null;
  for (const [value, id] of matched?.studies ?? []) studies.set(nameOf({ kind: "reference", value }), id);
  const citations = found.map(({ kind, value }) => ({
    kind,
    value,
    studyId: studies.get(`${kind} ${value}`) ?? null,
    citedAt: before.find((one) => one.kind === kind && one.value === value)?.citedAt ?? now(),
  }));
  if (citations.length > 0)
    await tx.$executeRaw`
      INSERT INTO "Citation" ("postNumber", "position", "kind", "value", "studyId", "citedAt")
      SELECT ${postNumber}, c."at" - 1, c."kind", c."value", c."study", c."cited" FROM unnest(
        ${citations.map(({ kind }) => kind)}::text[], ${citations.map(({ value }) => value)}::text[],
        ${citations.map(({ studyId }) => studyId)}::int[], ${citations.map(({ citedAt }) => citedAt)}::timestamptz[]
      ) WITH ORDINALITY c("kind", "value", "study", "cited", "at") ON CONFLICT DO NOTHING`;

  const given = (value: string) => found.some((one) => one.kind === "reference" && one.value === value);
  const takenOut = before.flatMap(({ kind, value }) => (kind === "reference" && !given(value) ? value : []));
  await dropReferencesUnlessCited(tx, takenOut);

  const cited = [...new Set(studies.values())];
  for (const id of new Set([...due, ...(matched?.due ?? [])])) await enqueueLookUp(tx, id);
  const changed = new Set([...before.flatMap(({ studyId }) => studyId ?? []), ...cited]);
  if (changed.size > 0) touch(tx, tags.studies(), ...[...changed].map(tags.study));
  return cited;
}

type Cited = { kind: string; value: string; studyId: number | null; citedAt: Date };

/** Gives what the post cited until now. */
async function forgetCitations(tx: Tx, postNumber: number): Promise<Cited[]> {
  return tx.$queryRaw<Cited[]>`
    DELETE FROM "Citation" WHERE "postNumber" = ${postNumber} RETURNING "kind", "value", "studyId", "citedAt"`;
}

const WARNINGS_PER_THREAD = 20;

/** What the visible posts of thread `t` cite that is retracted or of concern: read by every page of it, so counted when it changes. */
const warnedStudies = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('study', warned."studyId", 'post', warned."number") ORDER BY warned."number", warned."studyId") FROM (
    SELECT c."studyId", min(c."postNumber") AS "number" FROM "Citation" c
    JOIN "Study" ws ON ws."id" = c."studyId" AND ws."warning" IS NOT NULL
    JOIN "Post" p ON p."number" = c."postNumber" AND p."state" = 'visible'
    WHERE c."threadId" = t."id" GROUP BY 1 ORDER BY 2, 1 ${atMost(WARNINGS_PER_THREAD)}) warned)`;

/**
 * The studies that the visible posts of these threads cite, each once, counted anew. The threads are held first, in the order
 * of their ids: a statement that had to wait for a reply would count without it. Gives those whose count or warnings changed.
 */
export async function countStudies(tx: Tx, threads: Prisma.Sql): Promise<number[]> {
  await holdThreads(tx, threads);
  const changed = await tx.$queryRaw<{ id: number }[]>`
    WITH counted AS MATERIALIZED (
      SELECT t."id", (
          SELECT count(DISTINCT c."studyId")::int FROM "Citation" c JOIN "Post" p ON p."number" = c."postNumber" AND p."state" = 'visible'
          WHERE c."threadId" = t."id") AS studies,
        ${warnedStudies} AS warned
      FROM "Thread" t WHERE t."id" IN (${threads})
    )
    UPDATE "Thread" t SET "studyCount" = counted.studies, "warnedStudies" = counted.warned FROM counted
    WHERE t."id" = counted."id" AND (t."studyCount" <> counted.studies OR t."warnedStudies" IS DISTINCT FROM counted.warned)
    RETURNING t."id"`;
  return changed.map(({ id }) => id);
}

/** Whoever replies holds the thread first and waits for a study or a reference then; in the other order both would wait for ever. */
export async function holdThreads(tx: Tx, threads: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Thread" WHERE "id" IN (${threads}) ORDER BY "id" FOR NO KEY UPDATE`;
}

export const COUNT_THREADS_JOB = "study.count-threads";

const NEWEST = 2_147_483_647;
/** Of a study that everybody names so many mentions' threads are counted in one transaction; a job goes on with the others. */
const MENTIONS_AT_ONCE = 300;

type Mention = { threadId: number; postNumber: number };

/** The newest before this post. */
function listMentions(tx: Tx, studyId: number, before = NEWEST): Promise<Mention[]> {
  return tx.$queryRaw<Mention[]>`
    SELECT "threadId", "postNumber" FROM "Citation" WHERE "studyId" = ${studyId} AND "postNumber" < ${before}
    ORDER BY "postNumber" DESC ${atMost(MENTIONS_AT_ONCE)}`;
}

function threadsOf(mentions: Mention[]): Prisma.Sql {
  return Prisma.sql`SELECT unnest(${[...new Set(mentions.map(({ threadId }) => threadId))]}::int[])`;
}

/**
 * Counts anew where a study is named, from the newest mentions on, so that what is told of it is kept whatever the number of
 * threads. Whoever names it meanwhile counts for themselves.
 */
export async function countThreadsNaming(tx: Tx, asked: number, before = NEWEST): Promise<void> {
  const joined = await tx.joinedStudy.findUnique({ where: { id: asked } });
  const studyId = joined?.studyId ?? asked;
  const mentions = await listMentions(tx, studyId, before);
  await countThreadsOf(tx, mentions);
  const last = mentions.length === MENTIONS_AT_ONCE ? mentions.at(-1) : undefined;
  if (last) await enqueue(tx, COUNT_THREADS_JOB, { studyId, before: last.postNumber });
}

async function countThreadsOf(tx: Tx, mentions: Mention[]): Promise<void> {
  touch(tx, ...(await countStudies(tx, threadsOf(mentions))).map(tags.thread));
}

/**
 * What changes in the row of thread `t` when this post of it begins (1) or ceases (-1) to be visible: only the studies that
 * it cites are looked for in the thread's other posts, however long the thread is.
 */
export function studiesWithPost(postNumber: number, by: 1 | -1): Prisma.Sql {
  const seenElsewhere = Prisma.sql`(
    SELECT TRUE FROM "Citation" other JOIN "Post" o ON o."number" = other."postNumber" AND o."state" = 'visible'
    WHERE other."threadId" = t."id" AND other."studyId" = c."studyId" AND other."postNumber" <> ${postNumber} LIMIT 1)`;
  const warnedAbove = Prisma.sql`EXISTS (
    SELECT 1 FROM jsonb_to_recordset(t."warnedStudies") AS w ("study" int, "post" int) WHERE w."study" = c."studyId" AND w."post" < ${postNumber})`;
  return Prisma.sql`
    "studyCount" = t."studyCount" + ${by} * (
      SELECT count(DISTINCT c."studyId")::int FROM "Citation" c
      WHERE c."postNumber" = ${postNumber} AND ${seenElsewhere} IS NULL),
    "warnedStudies" = CASE WHEN EXISTS (
        SELECT 1 FROM "Citation" c JOIN "Study" ws ON ws."id" = c."studyId" AND ws."warning" IS NOT NULL
        WHERE c."postNumber" = ${postNumber} AND NOT ${warnedAbove})
      THEN ${warnedStudies} ELSE t."warnedStudies" END`;
}

/**
 * By "kind value"; `made` are those that nobody had named before. Sorted, so that two posts that cite the same studies in
 * another order wait for each other instead of deadlocking.
 */
export async function findOrCreateStudies(
  tx: Tx,
  identifiers: Identifier[],
): Promise<{ studies: Map<string, number>; due: number[]; made: number[] }> {
  const known = await holdStudies(tx, identifiers);
  const studies = new Map(known.map(({ id, kind, value }) => [nameOf({ kind, value }), id]));
  const due = new Set(known.filter((study) => study.due).map(({ id }) => id));
  const made: number[] = [];
  for (const identifier of byName(identifiers)) {
    if (studies.has(nameOf(identifier))) continue;
    const { id, isNew } = await findOrCreateStudy(tx, identifier);
    studies.set(nameOf(identifier), id);
    due.add(id);
    if (isNew) made.push(id);
  }
  return { studies, due: [...due].sort((a, b) => a - b), made };
}

/** The studies that are known already, kept from being joined into others until the citations are written. */
async function holdStudies(tx: Tx, identifiers: Identifier[]): Promise<(Identifier & { id: number; due: boolean })[]> {
  if (identifiers.length === 0) return [];
  return tx.$queryRaw`
    SELECT i."kind", i."value", s."id", s."checkAfter" IS NULL OR s."checkAfter" <= ${now()} AS due FROM "StudyIdentifier" i JOIN "Study" s ON s."id" = i."studyId"
    WHERE (i."kind", i."value") IN (
      SELECT * FROM unnest(${identifiers.map(({ kind }) => kind)}::text[], ${identifiers.map(({ value }) => value)}::text[]))
    ORDER BY s."id" FOR KEY SHARE OF s`;
}

async function findOrCreateStudy(tx: Tx, { kind, value }: Identifier): Promise<{ id: number; isNew: boolean }> {
  const known = await holdStudy(tx, { kind, value });
  if (known) return { id: known, isNew: false };
  const { id } = await tx.study.create({ data: { createdAt: now() }, select: { id: true } });
  // Waits for anyone who is adding the same identifier now; then it is theirs.
  const made = await tx.$executeRaw`
    INSERT INTO "StudyIdentifier" ("kind", "value", "studyId") VALUES (${kind}, ${value}, ${id}) ON CONFLICT DO NOTHING`;
  if (made === 0) {
    await tx.study.delete({ where: { id } });
    const theirs = await holdStudy(tx, { kind, value });
    invariant(theirs, "an identifier that someone has belongs to a study");
    return { id: theirs, isNew: false };
  }
  await tx.study.update({
    where: { id },
    data: {
      cardHtml: renderCard({
        id,
        state: "looking-up",
        identifiers: [{ kind, value }],
        facts: null,
        asked: [],
        notReached: [],
      }),
      cardVersion: CARD_VERSION,
    },
  });
  return { id, isNew: true };
}

/** The study of an identifier, kept from being joined into another until the citation is written. */
async function holdStudy(tx: Tx, { kind, value }: Identifier): Promise<number | null> {
  const [study] = await tx.$queryRaw<{ id: number }[]>`
    SELECT s."id" FROM "StudyIdentifier" i JOIN "Study" s ON s."id" = i."studyId"
    WHERE i."kind" = ${kind} AND i."value" = ${value} FOR KEY SHARE OF s`;
  return study?.id ?? null;
}

/** What somebody just cited comes before what waits for its time or is asked about again. */
export async function enqueueLookUp(tx: Tx, studyId: number, startAfter?: Date): Promise<void> {
  const when = startAfter ? { startAfter } : { priority: 1 };
  const options = { singletonKey: String(studyId), expireInSeconds: LOOK_UP_JOB_LEASE, ...when };
  await enqueue(tx, LOOK_UP_JOB, { studyId }, options);
}

/**
 * Keeps what a look-up brought: records, identifiers, facts, card and the time of the next one, which is enqueued if a
 * registry was missed. Only a found record replaces a found record. Joins studies that turn out to be one; returns its id,
 * or null if the study is gone meanwhile.
 */
export async function storeLookUp(
  tx: Tx,
  studyId: number,
  look: LookUp,
  chance = Math.random(),
): Promise<number | null> {
  const id = await joinByIdentifiers(tx, studyId, look.identifiers);
  if (id === null) return null;
  const before = await readBefore(tx, id);
  const shown = await readShown(tx, id);
  await storeAnswers(tx, id, look);

  const missed = look.asked.flatMap(({ source, answer }) =>
    answer.outcome === "unreachable" ? [{ source, retryAfter: answer.retryAfter }] : [],
  );
  const { attempts } = await tx.study.findUniqueOrThrow({ where: { id }, select: { attempts: true } });
  const facts = await factsFromRecords(tx, id);
  await noteChanges(tx, id, before.facts, facts);
  const moment = now();
  const retryAfter = missed.reduce<number | null>(
    (longest, one) => (one.retryAfter === null ? longest : Math.max(longest ?? 0, one.retryAfter)),
    null,
  );
  const wait = missed.length > 0 ? retryIn({ attempts: attempts + 1, retryAfter, chance }) : goodFor(facts);
  const checkAfter = new Date(moment.getTime() + wait);
  await tx.study.update({
    where: { id },
    data: {
      state: stateAfter({ hasFacts: facts !== null, missed: missed.length > 0 }),
      facts: facts ? asJson(facts) : Prisma.DbNull,
      notReached: [...new Set(missed.map(({ source }) => source))],
      attempts: missed.length > 0 ? attempts + 1 : 0,
      askingUntil: null,
      checkAfter,
      ...(look.asked.some(({ answer }) => answer.outcome !== "unreachable") ? { lookedUpAt: moment } : {}),
    },
  });
  await makeCard(tx, id);
  if (missed.length > 0) await enqueueLookUp(tx, id, checkAfter);
  if (!isDeepStrictEqual(await readShown(tx, id), shown)) touchStudy(tx, id);
  await drawConsequences(tx, id, before, facts);
  return id;
}

/**
 * Gives the study the identifiers learned for it. Where another study has one of them, the two are the same work:
 * the older row stays, citations, identifiers and records follow it. Null if the study itself has been joined away meanwhile.
 */
async function joinByIdentifiers(tx: Tx, studyId: number, identifiers: Identifier[]): Promise<number | null> {
  const owners = await ownersOf(tx, identifiers);
  const [, ...younger] = [...new Set([studyId, ...owners])].sort((one, other) => one - other);
  for (const id of younger) await holdThreads(tx, threadsOf(await listMentions(tx, id)));
  const locked = await lockStudies(tx, [studyId, ...owners]);
  if (!locked.includes(studyId)) return null;
  const sorted = byName(identifiers);
  const made = await tx.$executeRaw`
    INSERT INTO "StudyIdentifier" ("kind", "value", "studyId")
    SELECT *, ${studyId}::int FROM unnest(${sorted.map(({ kind }) => kind)}::text[], ${sorted.map(({ value }) => value)}::text[])
    ON CONFLICT DO NOTHING`;
  if (made > 0) touchStudy(tx, studyId);
  if (locked.length === 1 && made === identifiers.length - owners.length) return studyId;
  // Once more: someone has been adding one of them at the same moment.
  const [kept = studyId, ...joined] = await lockStudies(tx, [studyId, ...(await ownersOf(tx, identifiers))]);
  for (const gone of joined) await joinStudies(tx, kept, gone);
  return kept;
}

async function ownersOf(tx: Tx, identifiers: Identifier[]): Promise<number[]> {
  const where = { OR: identifiers.map(({ kind, value }) => ({ kind, value })) };
  return (await tx.studyIdentifier.findMany({ where, select: { studyId: true } })).map((owner) => owner.studyId);
}

/**
 * In order of their ids, so that look-ups that find out the same don't deadlock. Studies about to be joined are locked
 * against being cited; a single one isn't, so that posting never waits for a look-up. Returns those that still exist.
 */
async function lockStudies(tx: Tx, ids: number[]): Promise<number[]> {
  const all = [...new Set(ids)];
  const strength = Prisma.raw(all.length > 1 ? "FOR UPDATE" : "FOR NO KEY UPDATE");
  const rows = await tx.$queryRaw<
    { id: number }[]
  >`SELECT "id" FROM "Study" WHERE "id" = ANY(${all}) ORDER BY "id" ${strength}`;
  return rows.map(({ id }) => id);
}

async function joinStudies(tx: Tx, kept: number, gone: number): Promise<void> {
  touch(tx, tags.study(gone));
  touchStudy(tx, kept);
  await joinHistories(tx, kept, gone);
  const mentions = await listMentions(tx, gone);
  await tx.citation.updateMany({ where: { studyId: gone }, data: { studyId: kept } });
  if (mentions.length < MENTIONS_AT_ONCE) await countThreadsOf(tx, mentions);
  else await countThreadsNaming(tx, kept);
  await tx.studyIdentifier.updateMany({ where: { studyId: gone }, data: { studyId: kept } });
  await tx.$executeRaw`
    INSERT INTO "StudyRecord" ("studyId", "source", "subject", "url", "outcome", "fields", "retrievedAt")
    SELECT ${kept}, "source", "subject", "url", "outcome", "fields", "retrievedAt" FROM "StudyRecord" WHERE "studyId" = ${gone}
    ON CONFLICT ("studyId", "source", "subject") DO UPDATE
      SET "url" = excluded."url", "outcome" = excluded."outcome", "fields" = excluded."fields", "retrievedAt" = excluded."retrievedAt"
      WHERE "StudyRecord"."outcome" <> 'found' AND excluded."outcome" = 'found'`;
  await joinConsequences(tx, kept, gone);
  await tx.studyReference.updateMany({ where: { studyId: gone }, data: { studyId: kept } });
  await tx.joinedStudy.updateMany({ where: { studyId: gone }, data: { studyId: kept } });
  await tx.study.delete({ where: { id: gone } });
  await tx.joinedStudy.create({ data: { id: gone, studyId: kept } });
}

async function storeAnswers(tx: Tx, studyId: number, look: LookUp): Promise<void> {
  const rows = new Map<string, object>();
  for (const { source, subject, answer } of look.asked) {
    if (answer.outcome === "unreachable") continue;
    const { outcome, url, retrievedAt } = answer;
    const fields =
      answer.outcome === "found"
        ? answer.facts
        : answer.outcome === "not-found" && answer.agency !== undefined
          ? { agency: answer.agency }
          : null;
    rows.set(`${source} ${subject}`, { source, subject, url, outcome, fields, retrievedAt });
  }
  if (rows.size === 0) return;
  await tx.$executeRaw`
    INSERT INTO "StudyRecord" ("studyId", "source", "subject", "url", "outcome", "fields", "retrievedAt")
    SELECT ${studyId}::int, "source", "subject", "url", "outcome", nullif("fields", 'null'), "retrievedAt"
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) AS answered
      ("source" text, "subject" text, "url" text, "outcome" text, "fields" jsonb, "retrievedAt" timestamptz)
    ON CONFLICT ("studyId", "source", "subject") DO UPDATE
      SET "url" = excluded."url", "outcome" = excluded."outcome", "fields" = excluded."fields", "retrievedAt" = excluded."retrievedAt"
      WHERE excluded."outcome" = 'found' OR "StudyRecord"."outcome" <> 'found'`;
}

/** Facts of all good records; null where there is none. Where titles disagree no abstract is kept, for it may be another paper's. */
async function factsFromRecords(tx: Tx, studyId: number): Promise<StudyFacts | null> {
  const rows = await tx.studyRecord.findMany({
    where: { studyId, outcome: "found" },
    orderBy: [{ source: "asc" }, { subject: "asc" }], // the same answers make the same facts
  });
  const records: SourceRecord[] = rows.map((row) => ({
    source: row.source as Source,
    subject: row.subject,
    url: row.url,
    retrievedAt: row.retrievedAt.toISOString(),
    facts: row.fields as unknown as SourceFacts,
  }));
  if (!records.some(({ subject }) => subject === "")) return null;
  const facts = amend(records, await listAmendments(tx, studyId));
  if (facts.titlesDisagree)
    await tx.$executeRaw`UPDATE "StudyRecord" SET "fields" = "fields" - 'abstract' - 'reading' WHERE "studyId" = ${studyId}`;
  return facts;
}

/** Reads the abstracts that are still kept by today's rules, then makes facts and card again. What was read in one that is gone stays. */
export async function remakeStudy(tx: Tx, id: number): Promise<void> {
  const records = await tx.studyRecord.findMany({ where: { studyId: id, outcome: "found" } });
  for (const { source, subject, fields } of records) {
    const kept = fields as unknown as SourceFacts;
    if (!kept.abstract || kept.reading?.version === READING_VERSION) continue;
    const { reading } = keptAbstract(
      kept.abstract.sections,
      kept.licence,
      new Date(0).toISOString(),
      kept.title ? { title: kept.title } : {},
    );
    // The authors' summary isn't kept, so what was read of it before is all there is.
    const lay = kept.reading?.lay;
    await tx.studyRecord.update({
      where: { studyId_source_subject: { studyId: id, source, subject } },
      data: { fields: asJson({ ...kept, reading: { ...reading, ...(lay ? { lay } : {}) } }) },
    });
  }
  const facts = await factsFromRecords(tx, id);
  if (facts) await tx.study.update({ where: { id }, data: { facts: asJson(facts) } });
  await makeCard(tx, id);
}

/** Makes the card again from what is stored. */
export async function makeCard(tx: Tx, id: number): Promise<void> {
  const study = await tx.study.findUniqueOrThrow({ where: { id }, include: { identifiers: true, records: true } });
  const asked = study.records.map(({ source, retrievedAt }) => ({
    source: source as Source,
    retrievedAt: retrievedAt.toISOString(),
  }));
  const order: Source[] = ["europepmc", "pubmed", "crossref", "datacite", "clinicaltrials"];
  const cardHtml = renderCard({
    id,
    state: study.state as StudyState,
    identifiers: study.identifiers as Identifier[],
    facts: study.facts as unknown as StudyFacts | null,
    asked: asked.sort((one, other) => order.indexOf(one.source) - order.indexOf(other.source)),
    notReached: study.notReached as Source[],
    ...agencyOf(study.records),
  });
  const warning = warningOf(study.facts as unknown as StudyFacts | null);
  const turns = (warning === null) !== (study.warning === null);
  if (turns) {
    await holdThreads(tx, threadsOf(await listMentions(tx, id)));
    // Whoever is citing it at this moment is waited for, so that their thread counts, too.
    await tx.$executeRaw`SELECT 1 FROM "Study" WHERE "id" = ${id} FOR UPDATE`;
  }
  await tx.study.update({
    where: { id },
    data: { cardHtml, cardVersion: CARD_VERSION, warning: warning ? asJson(warning) : Prisma.DbNull },
  });
  await keepEntry(
    tx,
    id,
    entryOf({
      state: study.state as StudyState,
      identifiers: study.identifiers as Identifier[],
      facts: study.facts as unknown as StudyFacts | null,
      records: study.records.flatMap(({ outcome, fields }) =>
        outcome === "found" ? [fields as unknown as SourceFacts] : [],
      ),
    }),
  );
  if (turns) await countThreadsNaming(tx, id);
}

/** Where the DOI is registered, if Crossref doesn't have it and doi.org said so. */
function agencyOf(records: { outcome: string; fields: unknown }[]): { agency?: string | null } {
  const asked = records.find(({ outcome, fields }) => outcome === "not-found" && fields !== null);
  return (asked?.fields ?? {}) as { agency?: string | null };
}

/** Beyond these every kept page is made anew, which is less work than naming them. */
const THREADS_TOUCHED = 500;

/** A page that shows a card or a line of a study has its tag, however many threads those are in. */
export function touchStudy(tx: Tx, studyId: number): void {
  touch(tx, tags.studies(), tags.study(studyId));
}

/** For what stands on a thread's pages that don't show the study yet. */
export async function touchThreads(tx: Tx, threads: Prisma.Sql): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Thread" WHERE "id" IN (${threads}) ${atMost(THREADS_TOUCHED + 1)}`;
  if (rows.length > THREADS_TOUCHED) touch(tx, tags.everything());
  else touch(tx, ...rows.map(({ id }) => tags.thread(id)));
}

/**
 * A study with facts that were read before the forum ran, so that its card shows without a network. While some registry
 * wasn't asked it counts as due: the first post that cites it sends for the rest. Does nothing where the forum knows it.
 */
export async function storeSeedStudy(tx: Tx, seed: SeedStudy): Promise<void> {
  const known = await tx.studyIdentifier.findFirst({
    where: { OR: seed.identifiers.map(({ kind, value }) => ({ kind, value })) },
  });
  if (known) return;
  const facts = mergeRecords(seed.records);
  const missed = seed.notReached.length > 0;
  const lookedUpAt = new Date(Math.max(...seed.records.map(({ retrievedAt }) => Date.parse(retrievedAt))));
  const { id } = await tx.study.create({
    data: {
      createdAt: now(),
      state: stateAfter({ hasFacts: true, missed }),
      facts: asJson(facts),
      notReached: seed.notReached,
      lookedUpAt,
      checkAfter: missed ? null : new Date(lookedUpAt.getTime() + goodFor(facts)),
      identifiers: { create: seed.identifiers },
      references: { create: (seed.references ?? []).map((value) => ({ value, createdAt: now() })) },
      records: {
        create: seed.records.map(({ facts: fields, retrievedAt, ...record }) => ({
          ...record,
          outcome: "found",
          fields: asJson(fields),
          retrievedAt: new Date(retrievedAt),
        })),
      },
    },
    select: { id: true },
  });
  await noteChanges(tx, id, null, facts, lookedUpAt);
  await makeCard(tx, id);
}

function byName(identifiers: Identifier[]): Identifier[] {
  return [...identifiers].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

function isIdentifier(named: Named): named is Identifier {
  return named.kind !== "reference";
}

function nameOf({ kind, value }: Named): string {
  return `${kind} ${value}`;
}

function asJson(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
