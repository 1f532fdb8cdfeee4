import { behind } from "@/lib/platform/behind";
import { atMost, Prisma, prisma } from "@/lib/platform/db";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Viewer } from "@/lib/policy/viewer";
import { ask, inLine, NoAnswer } from "@/lib/search/pool";
import { readTerms } from "@/lib/search/queries";
import { readWords } from "@/lib/search/rules";
import { QUERY_MAX } from "@/lib/search/schema";
import { discussed, readableCitations } from "./citing";
import { recogniseInLine } from "./recognise";
import type { StudyFilters, StudyOrder } from "./schema";
import { type StudySummary, summaryOf } from "./summary";
import type { Identifier, Source, StudyFacts } from "./types";

export const STUDIES_PER_PAGE = 20;

/** Of filters with many values the most frequent are offered. */
const OFFERED = 60;
/** Of a community with more studies only the newest are asked what they are about. */
const STUDIES_ASKED = 2_000;

/** Where a list goes on: the newest mention, or the year, of the last study given, and its id. */
export type Place = [key: number, id: number];

export type ListedStudy = StudySummary & { place: Place; conditions: string[]; treatments: string[] };

export type StudyList = {
  studies: ListedStudy[];
  /** Where the next ones begin; null at the end. */
  next: Place | null;
  /** "nothing": there was no word to look for. "slow" and "busy": no answer this time. */
  trouble: "nothing" | "slow" | "busy" | null;
};

type Row = {
  id: number;
  key: number;
  facts: StudyFacts | null;
  named: Identifier | null;
  notReached: Source[];
  threads: number;
  more: boolean;
  conditions: string[];
  treatments: string[];
  /** Of the newest mentions: those were all there are. */
  whole?: boolean;
};

/**
 * The studies that are named where this viewer may read and that fit the filters: those of the newest discussion or the
 * newest ones first. What no registry knows is no study; its card in the post says so.
 */
export async function listStudies(
  viewer: Viewer,
  wish: StudyFilters & { order?: StudyOrder },
  after: Place | null = null,
  count = STUDIES_PER_PAGE,
): Promise<StudyList> {
  seen(tags.studies());
  const { order = "discussed", ...filters } = wish;
  const searching = Object.values(filters).some((value) => value !== undefined);
  try {
    const wanted = count + 1;
    const most = after ? wanted + 1 : wanted;
    const from = searching
      ? // Searches have connections, a line and a time of their own, so that reading and posting don't wait for them.
        await inLine(() => found(viewer, filters, order, after, most))
      : (order === "discussed" && (await newestNamed(viewer, after, most))) ||
        (await read(studiesSql(viewer, [], order, after, most)));
    if (!from) return { studies: [], next: null, trouble: "nothing" };
    const rows = after ? behind(from, ({ key, id }) => key === after[0] && id === after[1], wanted) : from;
    const shown = rows.slice(0, count);
    for (const { id } of shown) seen(tags.study(id));
    const last = shown.at(-1);
    return {
      studies: shown.map((row) => ({
        ...summaryOf(row),
        place: [row.key, row.id],
        conditions: row.conditions,
        treatments: row.treatments,
      })),
      next: last && rows.length > count ? [last.key, last.id] : null,
      trouble: null,
    };
  } catch (error) {
    if (error instanceof NoAnswer) return { studies: [], next: null, trouble: error.why };
    throw error;
  }
}

/** Null where words were typed and none of them can be looked for. */
async function found(
  viewer: Viewer,
  filters: StudyFilters,
  order: StudyOrder,
  after: Place | null,
  count: number,
): Promise<Row[] | null> {
  const conditions = await conditionsOf(filters);
  if (!conditions) return null;
  const asked = ({ text, values }: Prisma.Sql) => ask<Row>(text, values);
  const newest = order === "discussed" && (await asked(newestSql(viewer, conditions, after, count)));
  return newest && isEnough(newest, count) ? newest : asked(studiesSql(viewer, conditions, order, after, count));
}

async function read(statement: Prisma.Sql): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`${statement}`;
}

/** The list without a wish, out of the newest mentions; null where those don't fill it and there are more. */
async function newestNamed(viewer: Viewer, after: Place | null, count: number): Promise<Row[] | null> {
  const rows = await read(newestSql(viewer, [], after, count));
  return isEnough(rows, count) ? rows : null;
}

function isEnough(newest: Row[], count: number): boolean {
  return newest.length === count || newest[0]?.whole === true;
}

/** Null where words were typed and none of them can be looked for. */
export async function conditionsOf(filters: StudyFilters): Promise<Prisma.Sql[] | null> {
  const { q, condition, treatment, kind, subject, from, to, warning, free } = filters;
  const all: Prisma.Sql[] = [];
  if (q?.trim()) {
    const words = await readTerms(readWords(withBareNumbers(q)));
    if (words === null) return null;
    all.push(Prisma.sql`e."words" @@ ${words}::tsquery`);
  }
  if (condition) all.push(Prisma.sql`e."conditions" @> ARRAY[${condition}]::text[]`);
  if (treatment) all.push(Prisma.sql`e."treatments" @> ARRAY[${treatment}]::text[]`);
  if (kind) all.push(Prisma.sql`e."kinds" @> ARRAY[${kind}]::text[]`);
  if (subject) all.push(Prisma.sql`e."subject" = ${subject}`);
  if (from) all.push(Prisma.sql`e."year" >= ${from}`);
  if (to) all.push(Prisma.sql`e."year" BETWEEN 1 AND ${to}`);
  if (warning === "none") all.push(Prisma.sql`e."warning" IS NULL`);
  else if (warning) all.push(Prisma.sql`e."warning" = ${warning}`);
  if (free) all.push(Prisma.sql`e."free"`);
  return all;
}

/** What stands before a number that names a study: a label, or the beginning of an address. */
const LABEL = /(?<![\p{L}\p{N}])(?:PMID|PMCID|PubMed(?: ID)?|doi)[\s:#.=]{0,4}$/iu;
const ADDRESS = /(?:https?:\/\/|(?<![\w.-])(?:[\w-]+\.)+[a-z]+\/)[^\s"“”]*$/i;

/** "PMID 28565834", "doi:10.…" and the addresses of papers, as the bare numbers that studies are found by. */
function withBareNumbers(query: string): string {
  const typed = query.slice(0, QUERY_MAX * 10);
  let bare = "";
  let readTo = 0;
  for (const { value, start, end } of recogniseInLine(typed)) {
    if (start < readTo) continue;
    const before = typed.slice(readTo, start);
    const words = before.replace(ADDRESS, "");
    bare += `${words.replace(LABEL, "")}${value} `;
    readTo = words === before ? end : end + (/^[^\s"“”]*/.exec(typed.slice(end))?.[0].length ?? 0);
  }
  return bare + typed.slice(readTo);
}

/** First which ones, from the narrow table; facts and threads are read for those of one page only. */
function wantedSql(
  viewer: Viewer,
  conditions: Prisma.Sql[],
  order: StudyOrder,
  after: Place | null,
  count: number,
): Prisma.Sql {
  const where = Prisma.join([Prisma.sql`e."listed"`, ...conditions], " AND ");
  return order === "year"
    ? Prisma.sql`
        SELECT e."studyId", e."year" AS key, e."conditions", e."treatments" FROM "StudyEntry" e
        CROSS JOIN LATERAL ${oneMention(viewer)} mentioned
        WHERE ${where}
          ${after ? Prisma.sql`AND (e."year", e."studyId") <= (${after[0]}::int, ${after[1]}::int)` : Prisma.empty}
        ORDER BY e."year" DESC, e."studyId" DESC ${atMost(count)}`
    : Prisma.sql`
        SELECT e."studyId", newest."postNumber" AS key, e."conditions", e."treatments" FROM "StudyEntry" e CROSS JOIN LATERAL ${oneMention(viewer)} newest
        WHERE ${where} ${after ? Prisma.sql`AND (newest."postNumber", e."studyId") <= (${after[0]}::int, ${after[1]}::int)` : Prisma.empty}
        ORDER BY newest."postNumber" DESC, e."studyId" DESC ${atMost(count)}`;
}

/**
 * The newest mention of a study. Not EXISTS: that PostgreSQL would rather answer for all studies at once, by reading
 * every mention there is.
 */
function oneMention(viewer: Viewer, study = Prisma.sql`e."studyId"`): Prisma.Sql {
  return Prisma.sql`(
    SELECT c."postNumber" FROM ${readableCitations(viewer)} WHERE c."studyId" = ${study} ORDER BY c."postNumber" DESC LIMIT 1)`;
}

export function studiesSql(
  viewer: Viewer,
  conditions: Prisma.Sql[],
  order: StudyOrder,
  after: Place | null,
  count: number,
): Prisma.Sql {
  return Prisma.sql`WITH wanted AS MATERIALIZED (${wantedSql(viewer, conditions, order, after, count)}) ${listed(viewer)}`;
}

/**
 * Where many studies are named, the newest mentions are of enough of them, and nobody looks at each study for its newest
 * one. More of them where only some studies are wanted: what isn't found among so many fits few enough to look at each.
 */
const MENTIONS_LOOKED_AT = { all: 500, some: 1_000 };

export function newestSql(viewer: Viewer, conditions: Prisma.Sql[], after: Place | null, count: number): Prisma.Sql {
  const mentions = MENTIONS_LOOKED_AT[conditions.length > 0 ? "some" : "all"];
  const where = Prisma.join([Prisma.sql`e."listed"`, ...conditions], " AND ");
  // Behind a place, a study that was named before it as well has been listed there.
  const onlyBehind = Prisma.sql`CROSS JOIN LATERAL ${oneMention(viewer, Prisma.sql`named."studyId"`)} newest
    WHERE newest."postNumber" = named.key AND (named.key, named."studyId") <= (${after?.[0]}::int, ${after?.[1]}::int)`;
  // One after the other (LIMIT), until there are enough: the planner would rather read every entry there is.
  return Prisma.sql`
    WITH recent AS MATERIALIZED (
      SELECT c."studyId", c."postNumber" FROM ${readableCitations(viewer)}
      WHERE c."studyId" IS NOT NULL ${after ? Prisma.sql`AND c."postNumber" <= ${after[0]}::int` : Prisma.empty}
      ORDER BY c."postNumber" DESC ${atMost(mentions)}
    ), named AS MATERIALIZED (
      SELECT "studyId", max("postNumber") AS key FROM recent GROUP BY 1 ORDER BY 2 DESC, 1 DESC
    ), wanted AS MATERIALIZED (
      SELECT named.*, fits."conditions", fits."treatments" FROM named
      CROSS JOIN LATERAL (SELECT e."conditions", e."treatments" FROM "StudyEntry" e WHERE e."studyId" = named."studyId" AND ${where} LIMIT 1) fits
      ${after ? onlyBehind : Prisma.empty} ORDER BY named.key DESC, named."studyId" DESC ${atMost(count)}
    )
    ${listed(viewer, Prisma.sql`, (SELECT count(*) FROM recent) < ${mentions} AS whole`)}`;
}

/** Facts and threads of the studies that are wanted. */
function listed(viewer: Viewer, more = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    SELECT s."id", w.key, s."facts", s."notReached", d.threads, d.more, w."conditions", w."treatments" ${more},
      (SELECT json_build_object('kind', i."kind", 'value', i."value") FROM "StudyIdentifier" i WHERE i."studyId" = s."id" ORDER BY i."kind", i."value" LIMIT 1) AS named
    FROM wanted w JOIN "Study" s ON s."id" = w."studyId" CROSS JOIN LATERAL ${discussed(viewer, Prisma.sql`w."studyId"`)} d
    ORDER BY w.key DESC, s."id" DESC`;
}

export type Offered = { conditions: string[]; treatments: string[] };

/** What the studies that this viewer may find are about, for the filters: the most frequent, by name. */
export async function listWhatStudiesAreAbout(viewer: Viewer): Promise<Offered> {
  seen(tags.studies());
  const rows = await prisma.$queryRaw<{ what: keyof Offered; label: string }[]>`
    WITH found AS MATERIALIZED (
      SELECT e."conditions", e."treatments" FROM (
        SELECT * FROM "StudyEntry" e WHERE e."listed" AND (e."conditions" <> '{}' OR e."treatments" <> '{}')
        ORDER BY e."studyId" DESC ${atMost(STUDIES_ASKED)}) e
      CROSS JOIN LATERAL ${oneMention(viewer)} mentioned
    ), counted AS (
      SELECT 'conditions' AS what, label, count(*) AS n FROM found, unnest("conditions") label GROUP BY label
      UNION ALL SELECT 'treatments', label, count(*) FROM found, unnest("treatments") label GROUP BY label
    )
    SELECT what, label FROM (SELECT *, row_number() OVER (PARTITION BY what ORDER BY n DESC, label) AS place FROM counted) ranked
    WHERE place <= ${OFFERED}`;
  const named = (what: keyof Offered) =>
    rows
      .filter((row) => row.what === what)
      .map(({ label }) => label)
      .sort((one, other) => one.localeCompare(other, "en"));
  return { conditions: named("conditions"), treatments: named("treatments") };
}
