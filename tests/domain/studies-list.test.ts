import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { transaction } from "@/lib/platform/db";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { lookUpStudy } from "@/lib/studies/commands";
import { conditionsOf, newestSql, studiesSql } from "@/lib/studies/list";
import { listStudies, listWhatStudiesAreAbout } from "@/lib/studies/queries";
import type { Registries } from "@/lib/studies/registries";
import type { StudyFilters, StudyOrder } from "@/lib/studies/schema";
import { storeSeedStudy } from "@/lib/studies/writes";
import { seedStudies } from "@/prisma/seed/studies";
import { doi, registriesAt } from "../support/asking";
import { resetDatabase, sql } from "../support/database";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";
import { category, joined, starts } from "../support/people";

let jasond: MemberViewer;
let open: number;

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  open = await category("open");
});

const INVENTED = ["randomised", "retracted", "animals", "review", "preprint", "single-arm", "corrected"];

/** Each of them cited by a post of its own, in this order. */
async function citeSeeds(names = INVENTED): Promise<void> {
  for (const seed of seedStudies()) await transaction((tx) => storeSeedStudy(tx, seed));
  await sql(`UPDATE "Study" SET "checkAfter" = now() + interval '1 day'`);
  for (const name of names) {
    const author = await joined(`reader of ${name}`);
    await starts(author, open, `I read 10.5555/wellcited.${name} today.`);
  }
}

const titles = async (wish: StudyFilters & { order?: StudyOrder }, viewer = guest as typeof guest | MemberViewer) =>
  (await listStudies(viewer, wish)).studies.map(({ title }) => title);

describe("the studies page", () => {
  it("finds studies by title, author, journal, condition, treatment, number and quoted words, in any form of a word", async () => {
    await citeSeeds();
    const all = (await titles({})).length;
    expect(all).toBe(INVENTED.length);
    for (const q of ["10.5555/wellcited.retracted", "herbal extracts", "“herbal extract”", "RETRACTED herbal"])
      expect(await titles({ q }), q).toEqual([expect.stringContaining("herbal extract")]);
    expect((await titles({ q: "immune thrombocytopenia" })).length).toBeGreaterThan(2);
    expect(await titles({ q: "ITP" })).toEqual(await titles({ q: "immune thrombocytopenia" }));
    expect(await titles({ q: "ITP -herbal" })).not.toContain(expect.stringContaining("herbal"));
    expect(await titles({ q: "zebra crossing" })).toEqual([]);
  });

  it("finds a study by its number as it is copied: with a label, as an address, among words", async () => {
    for (const seed of seedStudies()) await transaction((tx) => storeSeedStudy(tx, seed));
    await starts(jasond, open, "Two years: https://pubmed.ncbi.nlm.nih.gov/28565834/");
    await starts(jasond, open, "In mice: 10.5555/wellcited.animals");
    for (const q of [
      "28565834",
      "PMID 28565834",
      "PMID: 28565834",
      "https://pubmed.ncbi.nlm.nih.gov/28565834/",
      "10.3892/etm.2017.4229",
      "doi:10.3892/etm.2017.4229",
      "https://doi.org/10.3892/etm.2017.4229",
      "https://dx.doi.org/10.3892/ETM.2017.4229",
      "PMC5443306",
      "https://pmc.ncbi.nlm.nih.gov/articles/PMC5443306/",
      "cord (PMID 28565834)",
      "“PMID 28565834” cells",
      "mesenchymal -doi:10.5555/wellcited.animals",
    ])
      expect(await titles({ q }), q).toEqual([expect.stringContaining("umbilical cord-derived")]);
    expect(await titles({ q: "mice PMID 28565834" })).toEqual([]);
    expect(await titles({ q: "PMID 28565" })).toEqual([]);
  });

  it("answers “UC-MSC and ITP” with what members cite about it, however its records spell that", async () => {
    for (const seed of seedStudies()) await transaction((tx) => storeSeedStudy(tx, seed));
    await starts(jasond, open, "Two years: https://pubmed.ncbi.nlm.nih.gov/28565834/");
    await starts(jasond, open, "In mice: 10.5555/wellcited.animals");
    const { studies } = await listStudies(guest, { q: "UC-MSC and ITP" });
    expect(studies.map(({ title }) => title)).toContainEqual(expect.stringContaining("umbilical cord-derived"));
    // In the demo its abstract was not asked for so far.
    expect(studies.find(({ title }) => title.includes("umbilical cord-derived"))?.harms).toEqual({ state: "not-yet" });
    expect(await titles({ q: "hUC-MSCs" })).toContainEqual(expect.stringContaining("umbilical cord-derived"));
    expect((await listWhatStudiesAreAbout(guest)).treatments).toContain("Cells from umbilical cord (UC-MSC)");
    expect(await titles({ treatment: "Cells from umbilical cord (UC-MSC)" })).toHaveLength(2);
  });

  it("narrows by kind, by whom it was done in, year, warning and whether it is free to read", async () => {
    await citeSeeds();
    expect(await titles({ kind: "randomised" })).toHaveLength(1);
    expect((await titles({ kind: "trial" })).length).toBeGreaterThan(1);
    expect(await titles({ kind: "review" })).toEqual([expect.stringContaining("systematic review")]);
    expect(await titles({ kind: "preprint" })).toHaveLength(1);
    expect(await titles({ subject: "animals" })).toHaveLength(1);
    expect(await titles({ warning: "retracted" })).toEqual([expect.stringContaining("herbal extract")]);
    expect(await titles({ warning: "none" })).not.toContainEqual(expect.stringContaining("herbal extract"));
    expect(await titles({ from: 2015, to: 2015 })).toEqual([expect.stringContaining("herbal extract")]);
    expect(await titles({ condition: "Immune thrombocytopenia (ITP)", warning: "retracted", kind: "review" })).toEqual(
      [],
    );
    const free = await titles({ free: "yes" });
    expect(free.length).toBeLessThan(INVENTED.length);
  });

  it("puts the newest discussion or the newest study first, and goes on where it ended", async () => {
    await citeSeeds();
    for (const order of ["discussed", "year"] as const) {
      const whole = (await listStudies(guest, { order })).studies;
      const keys = whole.map(({ place }) => place);
      expect(keys).toEqual([...keys].sort((one, other) => other[0] - one[0] || other[1] - one[1]));
      const paged = [];
      let after: [number, number] | null = null;
      do {
        const { studies, next }: Awaited<ReturnType<typeof listStudies>> = await listStudies(
          guest,
          { order },
          after,
          2,
        );
        paged.push(...studies);
        after = next;
      } while (after);
      expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    }
  });

  it("says what the abstract says of harms, and nothing of a retracted study’s results", async () => {
    await citeSeeds();
    const rows = (await listStudies(guest, {})).studies;
    const of = (words: string) => rows.find(({ title }) => title.includes(words));
    expect(of("herbal")?.harms).toBeUndefined();
    expect(rows.filter(({ harms }) => harms?.state === "quoted").length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("undefined");
  });

  it("lists and offers nothing that is cited only where this reader may not read", async () => {
    for (const seed of seedStudies()) await transaction((tx) => storeSeedStudy(tx, seed));
    const { number } = await starts(jasond, open, "See 10.5555/wellcited.review.");
    await starts(jasond, open, "Among us: https://pubmed.ncbi.nlm.nih.gov/28565834/", "members");
    expect(await titles({ q: "umbilical" })).toEqual([]);
    expect(await titles({ order: "year" })).toHaveLength(1);
    expect((await listWhatStudiesAreAbout(guest)).treatments).not.toContain("Cells from umbilical cord (UC-MSC)");
    expect(await titles({ q: "umbilical" }, jasond)).toHaveLength(1);
    expect((await listWhatStudiesAreAbout(jasond)).treatments).toContain("Cells from umbilical cord (UC-MSC)");
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, number);
      if (post) await setPostState(tx, post, "hidden", "promotion");
    });
    expect(await titles({})).toEqual([]);
    expect(await listWhatStudiesAreAbout(guest)).toEqual({ conditions: [], treatments: [] });
  });

  it("takes any text for a query", async () => {
    await citeSeeds(["review"]);
    for (const q of [
      "'",
      "!!",
      "\\",
      "a & | ! <-> :*",
      "<b>",
      "“",
      "(((",
      "%_",
      "\u0001",
      "author:jasond",
      "x".repeat(3_000),
    ])
      expect(Array.isArray((await listStudies(guest, { q })).studies), q).toBe(true);
    expect((await listStudies(guest, { q: "!!" })).trouble).toBe("nothing");
  });
});

describe("what is found", () => {
  let fake: FakeRegistries;
  let registries: Registries;
  beforeAll(async () => {
    fake = await startFakeRegistries();
    registries = registriesAt(fake, 2_000);
  });
  afterAll(() => fake.close());

  it("changes with the facts, in the transaction that stores them", async () => {
    const { number } = await starts(jasond, open, "See 10.5555/wellcited.retracted.");
    expect((await listStudies(guest, {})).studies).toMatchObject([{ kind: "Not looked up yet" }]);
    expect(await titles({ q: "herbal" })).toEqual([]);
    await lookUpStudy(1, registries);
    expect(await titles({ q: "herbal" })).toHaveLength(1);
    expect(await titles({ warning: "retracted" })).toHaveLength(1);
    expect(number).toBeGreaterThan(0);
  });

  it.each([
    ["WITHDRAWN: Herbs for few platelets", "title-says-retracted", "withdrawn", "Marked withdrawn"],
    ["Herbs for few platelets", "withdrawal", "withdrawn", "Withdrawn"],
    ["Herbs for few platelets", "removal", "withdrawn", "Removed"],
    ["RETRACTED: Herbs for few platelets", "title-says-retracted", "retracted", "Marked retracted"],
    ["Herbs for few platelets", "partial-retraction", "retracted", "Partly retracted"],
  ] as const)("is called as on the card: “%s” with a %s is %s", async (title, kind, found, chip) => {
    const identifier = doi("10.5555/wellcited.herbs");
    const facts = { identifiers: [identifier], title, notices: [{ kind }] };
    const read = { url: "https://example.org/herbs", retrievedAt: "2026-11-22T10:00:00.000Z" };
    await transaction((tx) =>
      storeSeedStudy(tx, {
        identifiers: [identifier],
        records: [{ source: "crossref", subject: "", ...read, facts }],
        notReached: [],
      }),
    );
    await starts(jasond, open, "I read 10.5555/wellcited.herbs.");
    for (const warning of ["retracted", "withdrawn", "concern", "corrected", "none"] as const) {
      const { studies } = await listStudies(guest, { warning });
      expect(
        studies.map(({ chips }) => chips.map(({ words }) => words)),
        warning,
      ).toEqual(warning === found ? [[chip]] : []);
    }
  });

  it("leaves out what no registry knows", async () => {
    await starts(jasond, open, "See 10.5555/wellcited.nowhere-to-be-found.");
    await lookUpStudy(1, registries);
    expect(await sql(`SELECT "state" FROM "Study"`)).toEqual([{ state: "not-found" }]);
    expect(await titles({})).toEqual([]);
  });
});

describe("among many studies", () => {
  /** The plan for a page of the list, as PostgreSQL makes it for these values. */
  async function planOf(wish: StudyFilters, order: StudyOrder): Promise<string> {
    const statement = studiesSql(jasond, (await conditionsOf(wish)) ?? [], order, null, 21);
    const rows = await sql<{ "QUERY PLAN": string }>(`EXPLAIN ${statement.text}`, statement.values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }

  it("a page of the list is read by indexes: mentions and posts never whole, studies only the narrow table", async () => {
    await starts(jasond, open);
    await sql(
      `INSERT INTO "Study" ("state", "cardHtml") SELECT 'found', (SELECT string_agg(md5(n || '.' || m), '') FROM generate_series(1, 50) m) FROM generate_series(1, 5000) n`,
    );
    await sql(`UPDATE "StudyEntry" SET "words" = to_tsvector('simple', 'word' || "studyId" || ' common'), "year" = 1980 + "studyId" % 45,
      "conditions" = ARRAY['condition ' || "studyId" % 400], "treatments" = ARRAY['treatment ' || "studyId" % 400]`);
    await sql(
      `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state)
      SELECT (SELECT min(id) FROM "Thread"), n + 1, $1, '', '', 1, 'visible' FROM generate_series(1, 10000) n`,
      [jasond.id],
    );
    await sql(`INSERT INTO "Citation" ("postNumber", position, kind, value, "studyId")
      SELECT p.number, 1, 'doi', 'x', (SELECT min(id) FROM "Study") + p.number % 5000 FROM "Post" p`);
    await sql(`INSERT INTO "StudyIdentifier" (kind, value, "studyId") SELECT 'doi', '10.5555/' || id, id FROM "Study"`);
    await sql(`ANALYZE`);
    for (const order of ["discussed", "year"] as const) {
      for (const wish of [{}, { q: "word77" }, { condition: "condition 7" }, { treatment: "treatment 7" }]) {
        const plan = await planOf(wish, order);
        expect(plan, plan).not.toMatch(/Seq Scan on "(Citation|Post|Study|StudyIdentifier)"/);
      }
    }
    for (const after of [null, [9_000, 1]] as ([number, number] | null)[]) {
      const newest = newestSql(jasond, [], after, 21);
      const rows = await sql<{ "QUERY PLAN": string }>(`EXPLAIN ${newest.text}`, newest.values);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan, plan).not.toMatch(/Seq Scan on "(Citation|Post|Study|StudyEntry|StudyIdentifier)"/);
    }
    // Out of the newest mentions or out of all studies: the same list, also where the newest don't reach.
    for (const after of [null, [9_000, 1], [300, 1]] as const) {
      const place = after && ([after[0], after[1]] as [number, number]);
      const all = studiesSql(jasond, [], "discussed", place, 21);
      const expected = await sql<{ id: number }>(all.text, all.values);
      const { studies } = await listStudies(jasond, {}, place, 20);
      expect(studies.map(({ id }) => id)).toEqual(expected.slice(0, 20).map(({ id }) => id));
    }
    // The same of the studies that fit: out of the newest mentions where many do, and each looked at where few do.
    const asked = vi.spyOn(pg.Client.prototype, "query");
    for (const [q, place, each] of [
      ["common", null, false],
      ["common", [9_000, 1], false],
      ["common", [300, 1], true],
      ["word77", null, true],
    ] as const) {
      const conditions = (await conditionsOf({ q })) ?? [];
      const all = studiesSql(jasond, conditions, "discussed", place && [...place], place ? 22 : 21);
      const expected = (await sql<{ id: number; key: number }>(all.text, all.values)).filter(
        ({ id, key }) => !place || key !== place[0] || id !== place[1],
      );
      asked.mockClear();
      const { studies } = await listStudies(jasond, { q }, place && [...place], 20);
      expect(studies.map(({ id }) => id)).toEqual(expected.slice(0, 20).map(({ id }) => id));
      const texts = asked.mock.calls.map(([one]: unknown[]) => (one as { text?: string }).text ?? one);
      expect(texts.includes(all.text), q).toBe(each);
    }
    asked.mockRestore();
    expect(await planOf({}, "year")).toContain("StudyEntry_year_studyId_idx");
    for (const order of ["discussed", "year"] as const) {
      expect(await planOf({ q: "word77" }, order)).toContain("StudyEntry_words_idx");
      expect(await planOf({ condition: "condition 7" }, order)).toContain("StudyEntry_conditions_idx");
      expect(await planOf({ treatment: "treatment 7" }, order)).toContain("StudyEntry_treatments_idx");
    }
  });
});
