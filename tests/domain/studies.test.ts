import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { withClock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { runDueJobs } from "@/lib/platform/queue";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { lookUpStudy } from "@/lib/studies/commands";
import { studyJobs } from "@/lib/studies/jobs";
import { enqueueRechecks } from "@/lib/studies/line";
import { listCitations, listCitingThreads, listStudies, readStudy } from "@/lib/studies/queries";
import type { Registries } from "@/lib/studies/registries";
import { dropExpiredAbstracts, remakeForAWhile, remakeOldCards } from "@/lib/studies/remaking";
import type { Identifier } from "@/lib/studies/types";
import { attachCitations, storeSeedStudy } from "@/lib/studies/writes";
import { seedStudies } from "@/prisma/seed/studies";
import { invented, nct, pmid, registriesAt } from "../support/asking";
import { resetDatabase, sql } from "../support/database";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";

let fake: FakeRegistries;
let registries: Registries;

beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterAll(() => fake.close());
beforeEach(async () => {
  await resetDatabase();
  registries = registriesAt(fake, 2_000);
  fake.asked.length = 0;
  await sql(`INSERT INTO "Member" (name, "nameKey", "nameSkeleton") VALUES ('jasond', 'jasond', 'jasond')`);
  await sql(`INSERT INTO "Category" (slug, name, description, position) VALUES ('research', 'Research', '', 1)`);
});
afterEach(() => {
  for (const name of ["europepmc", "pubmed", "crossref", "clinicaltrials"] as const) fake.fail(name, null);
});

const jasond: MemberViewer = {
  kind: "member",
  id: 1,
  name: "jasond",
  role: "member",
  standing: "good",
  emailVerified: true,
};

/** A thread with one post that cites these; its number. */
async function postCiting(
  identifiers: Identifier[],
  { audience = "everyone", state = "visible" } = {},
): Promise<number> {
  const [thread] = await sql<{ id: number }>(
    `INSERT INTO "Thread" ("categoryId", "authorId", title, slug, audience, "lastPosition") VALUES (1, 1, 'About cells', 'about-cells', $1::"Audience", 1) RETURNING id`,
    [audience],
  );
  const [post] = await sql<{ number: number }>(
    `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state) VALUES ($1, 1, 1, '', '', 1, $2::"State") RETURNING number`,
    [thread?.id, state],
  );
  const number = post?.number as number;
  await transaction((tx) => attachCitations(tx, number, identifiers));
  return number;
}

const studies = () =>
  sql<{ id: number; state: string; cardHtml: string; notReached: string[] }>(`SELECT * FROM "Study" ORDER BY id`);
const jobs = () =>
  sql<{ studyId: number; waits: number }>(
    `SELECT (data->>'studyId')::int AS "studyId", round(extract(epoch FROM start_after - now()))::int AS waits FROM pgboss.job WHERE name = 'study.look-up' ORDER BY created_on, id`,
  );
const dueNow = () => sql(`UPDATE "Study" SET "checkAfter" = NULL`);

describe("citing", () => {
  test("a new study gets a card that says it is being looked up, and one job", async () => {
    const number = await postCiting([invented("randomised")]);
    expect(await studies()).toMatchObject([
      { id: 1, state: "looking-up", cardHtml: expect.stringContaining("Looking this study up…") },
    ]);
    expect(await jobs()).toMatchObject([{ studyId: 1 }]);
    expect(await listCitations(guest, [number])).toEqual(
      new Map([[number, [expect.objectContaining({ studyId: 1, state: "looking-up" })]]]),
    );
  });

  test("the first ten identifiers get a card, the others stay links", async () => {
    const many = Array.from({ length: 13 }, (_, at) => pmid(String(99100001 + at)));
    const number = await postCiting(many);
    expect(await studies()).toHaveLength(10);
    expect((await listCitations(guest, [number])).get(number)).toHaveLength(10);
    expect(await sql(`SELECT * FROM "Citation" WHERE "studyId" IS NULL`)).toHaveLength(3);
  });

  test("posting the same citation twice makes one study, also at the same moment", async () => {
    const both = [invented("randomised"), invented("review")];
    await Promise.all([
      postCiting(both),
      postCiting([...both].reverse()),
      postCiting(both),
      postCiting([...both].reverse()),
    ]);
    expect(await studies()).toHaveLength(2);
  });

  test("an edit replaces what the post cites", async () => {
    const number = await postCiting([invented("randomised"), invented("review")]);
    await transaction((tx) => attachCitations(tx, number, [invented("review"), invented("animals")]));
    const cards = (await listCitations(guest, [number])).get(number) ?? [];
    expect(cards.map(({ cardHtml }) => /10\.5555\/[\w.-]+/.exec(cardHtml)?.[0])).toEqual([
      "10.5555/wellcited.review",
      "10.5555/wellcited.animals",
    ]);
  });
});

describe("looking up", () => {
  test("a found study has its card, its identifiers and its records", async () => {
    const number = await postCiting([invented("randomised")]);
    await lookUpStudy(1, registries);
    expect(await studies()).toMatchObject([{ state: "found", notReached: [] }]);
    expect((await listCitations(guest, [number])).get(number)?.[0]?.cardHtml).toContain(
      "Phase 3 randomised, double-blind trial",
    );
    expect(await sql(`SELECT source, subject FROM "StudyRecord" ORDER BY source`)).toEqual([
      { source: "clinicaltrials", subject: "NCT99990002" },
      { source: "crossref", subject: "" },
      { source: "europepmc", subject: "" },
      { source: "pubmed", subject: "" },
    ]);
    expect(
      (await sql(`SELECT kind FROM "StudyIdentifier" ORDER BY kind`)).map((row) => (row as { kind: string }).kind),
    ).toEqual(["doi", "pmcid", "pmid"]);
  });

  test("two look-ups at once ask once", async () => {
    await postCiting([invented("randomised")]);
    await Promise.all([lookUpStudy(1, registries), lookUpStudy(1, registries), lookUpStudy(1, registries)]);
    expect(fake.asked.filter(({ registry }) => registry === "europepmc")).toHaveLength(1);
  });

  test("a look-up that died with its process is made up for", async () => {
    await postCiting([invented("randomised")]);
    await sql(`UPDATE "Study" SET "askingUntil" = now() + interval '4 minutes'`);
    await sql(`DELETE FROM pgboss.job`);
    await lookUpStudy(1, registries);
    expect(fake.asked).toEqual([]);
    expect((await jobs())[0]?.waits).toBeGreaterThan(100);
    await withClock(new Date(Date.now() + 250_000), () => lookUpStudy(1, registries));
    expect(await studies()).toMatchObject([{ state: "found" }]);
  });

  test("a study that isn't due is left alone", async () => {
    await postCiting([invented("randomised")]);
    await lookUpStudy(1, registries);
    const before = fake.asked.length;
    await lookUpStudy(1, registries);
    expect(fake.asked).toHaveLength(before);
  });

  test("with every registry down the card says so, and tries again in two seconds, eight, a minute, an hour", async () => {
    await postCiting([invented("only-crossref")]);
    for (const name of ["europepmc", "crossref"] as const) fake.fail(name, "down");
    const waits: number[] = [];
    for (let time = 0; time < 4; time++) {
      await sql(`DELETE FROM pgboss.job`);
      await dueNow();
      await lookUpStudy(1, registriesAt(fake));
      waits.push((await jobs())[0]?.waits ?? -1);
    }
    expect(await studies()).toMatchObject([
      { state: "unreachable", cardHtml: expect.stringContaining("We couldn’t reach the registries") },
    ]);
    for (const [at, least] of [2, 8, 60, 3600].entries()) {
      expect(waits[at]).toBeGreaterThanOrEqual(least - 1);
      expect(waits[at]).toBeLessThanOrEqual(least * 1.25 + 1);
    }
  });

  test("a registry that is away later takes nothing away", async () => {
    await postCiting([invented("randomised")]);
    await lookUpStudy(1, registries);
    const [before] = await studies();
    for (const name of ["europepmc", "pubmed", "crossref", "clinicaltrials"] as const) fake.fail(name, "down");
    await dueNow();
    await lookUpStudy(1, registriesAt(fake));
    const [after] = await studies();
    expect(after).toMatchObject({ state: "partly-found" });
    expect(after?.cardHtml).toContain(
      "Could not be checked again at Europe PMC, PubMed, Crossref or ClinicalTrials.gov since",
    );
    expect(after?.cardHtml).toContain("214 people took part");
    expect(before?.cardHtml).toContain("214 people took part");
  });

  test("one registry away leaves a part, which is completed later", async () => {
    await postCiting([invented("randomised")]);
    fake.fail("pubmed", "busy");
    await lookUpStudy(1, registries);
    expect(await studies()).toMatchObject([{ state: "partly-found", notReached: ["pubmed"] }]);
    expect((await jobs()).at(-1)?.waits).toBeGreaterThanOrEqual(6);
    fake.fail("pubmed", null);
    await dueNow();
    await lookUpStudy(1, registriesAt(fake));
    expect(await studies()).toMatchObject([{ state: "found", notReached: [] }]);
  });

  test("a try that begins a moment early, by a clock that is behind the database's, is not lost", async () => {
    await postCiting([invented("randomised")]);
    fake.fail("pubmed", "busy");
    await lookUpStudy(1, registries);
    await sql(`DELETE FROM pgboss.job`);
    const [{ due } = { due: new Date() }] = await sql<{ due: Date }>(`SELECT "checkAfter" AS due FROM "Study"`);
    await withClock(new Date(due.getTime() - 200), () => lookUpStudy(1, registries));
    expect(await jobs()).toHaveLength(1);
  });

  test("an identifier nobody knows is not found, and is asked about again only after a day", async () => {
    await postCiting([pmid("99999999")]);
    await lookUpStudy(1, registries);
    const [study] = await sql<{ state: string; hours: number }>(
      `SELECT state, round(extract(epoch FROM "checkAfter" - now()) / 3600)::int AS hours FROM "Study"`,
    );
    expect(study).toEqual({ state: "not-found", hours: 24 });
  });

  test("a DOI, its PMID and its PMCID become one study, and every post keeps its card", async () => {
    const first = await postCiting([invented("randomised")]);
    const second = await postCiting([pmid("99000001")]);
    const third = await postCiting([{ kind: "pmcid", value: "PMC99000001" }, invented("randomised")]);
    await lookUpStudy(2, registries);
    await lookUpStudy(1, registries);
    await lookUpStudy(3, registries);
    expect(await studies()).toMatchObject([{ id: 1, state: "found" }]);
    const cards = await listCitations(guest, [first, second, third]);
    expect([...cards.values()].map((all) => all.map(({ studyId }) => studyId))).toEqual([[1], [1], [1]]);
    expect(await Promise.all([1, 2, 3].map(async (id) => (await readStudy(guest, id)).studyId))).toEqual([1, 1, 1]);
    expect((await readStudy(guest, 1)).history.map(({ what }) => what)).toContain("joined");
  });

  test("what is cited is asked about again every week, and what nobody cites any more is not", async () => {
    await postCiting([invented("randomised")]);
    const forgotten = await postCiting([invented("review")]);
    await Promise.all([1, 2].map((id) => lookUpStudy(id, registries)));
    await sql(`DELETE FROM pgboss.job`);
    await sql(`DELETE FROM "Citation" WHERE "postNumber" = ${forgotten}`);
    const inDays = (days: number) =>
      withClock(new Date(Date.now() + days * 24 * 60 * 60 * 1000), () => transaction((tx) => enqueueRechecks(tx, 10)));
    expect(await inDays(6)).toBe(0);
    expect(await inDays(7.1)).toBe(1);
    expect(await jobs()).toHaveLength(1);
  });

  test("look-ups of one work under three names at the same moment end in one study", async () => {
    await postCiting([invented("randomised"), pmid("99000001"), { kind: "pmcid", value: "PMC99000001" }]);
    const posts = [1, 2, 3].map(() => postCiting([pmid("99000001"), { kind: "pmcid", value: "PMC99000001" }]));
    await Promise.all([...[1, 2, 3].map((id) => lookUpStudy(id, registries)), ...posts]);
    expect(await studies()).toHaveLength(1);
    expect(await sql(`SELECT DISTINCT "studyId" FROM "Citation"`)).toEqual([{ studyId: 1 }]);
  });

  test("a trial and the paper that names it are two studies", async () => {
    await postCiting([invented("single-arm"), nct("NCT99990001")]);
    await Promise.all([1, 2].map((id) => lookUpStudy(id, registries)));
    expect(await studies()).toMatchObject([{ state: "found" }, { state: "found" }]);
  });

  test("a found card says to every page that shows it that it is out of date", async () => {
    await postCiting([invented("randomised")]);
    await sql(`DELETE FROM "Expiry"`);
    await lookUpStudy(1, registries);
    const [expiry] = await sql<{ tags: string[] }>(`SELECT tags FROM "Expiry" ORDER BY seq DESC LIMIT 1`);
    expect(expiry?.tags).toEqual(expect.arrayContaining(["study:1", "studies"]));
  });

  test("abstracts go when their time is over, unless the licence is open", async () => {
    await postCiting([invented("randomised"), invented("corrected")]);
    await lookUpStudy(1, registries);
    await lookUpStudy(2, registries);
    const kept = () => sql<{ source: string }>(`SELECT source FROM "StudyRecord" WHERE fields ? 'abstract'`);
    expect((await kept()).length).toBeGreaterThan(2);
    await withClock(new Date(Date.now() + 31 * 86_400_000), dropExpiredAbstracts);
    expect(await kept()).toEqual([{ source: "europepmc" }]); // cc by
  });

  test("cards of an older form are made again", async () => {
    await postCiting([invented("randomised")]);
    await lookUpStudy(1, registries);
    await sql(`UPDATE "Study" SET "cardVersion" = 0, "cardHtml" = 'old'`);
    expect(await remakeOldCards()).toBe(1);
    expect(await studies()).toMatchObject([{ cardHtml: expect.stringContaining("Phase 3") }]);
  });

  test("cards of an older form are made again for a while, and after a rest the others", async () => {
    await sql(`INSERT INTO "Study" (state) SELECT 'not-found' FROM generate_series(1, 50)`);
    const left = async () => (await sql(`SELECT 1 FROM "Study" WHERE "cardVersion" = 0`)).length;
    const jobs = () =>
      sql<{ later: boolean }>(
        `SELECT start_after > now() AS later FROM pgboss.job WHERE name = 'study.remake-old-cards'`,
      );
    await runDueJobs(studyJobs.filter(({ kind }) => kind === "study.remake-old-cards")); // the kind is known
    const clock = vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValueOnce(1).mockReturnValue(2_000);
    await remakeForAWhile();
    expect([await left(), await jobs()]).toEqual([30, [{ later: true }]]);
    await sql(`DELETE FROM pgboss.job`);
    await remakeForAWhile().finally(() => clock.mockRestore());
    expect([await left(), await jobs()]).toEqual([0, []]);
  });
});

describe("what was read in an abstract", () => {
  const readings = () =>
    sql<{ source: string; reading: { version: number; harms: { text: string }[] } | null }>(
      `SELECT source, fields->'reading' AS reading FROM "StudyRecord" WHERE "studyId" = 1 AND subject = '' AND source = 'pubmed'`,
    );

  test("stays on the card when the abstract has gone", async () => {
    await postCiting([invented("randomised")]);
    await lookUpStudy(1, registries);
    const quoted = "Serious adverse events occurred in 9 and 11 patients.";
    expect((await studies())[0]?.cardHtml).toContain(quoted);
    await withClock(new Date(Date.now() + 31 * 86_400_000), dropExpiredAbstracts);
    await sql(`UPDATE "Study" SET "cardVersion" = 0`);
    await remakeOldCards();
    expect((await studies())[0]?.cardHtml).toContain(quoted);
  });

  test("is read again by newer rules while the abstract is still kept", async () => {
    await postCiting([invented("randomised")]);
    await lookUpStudy(1, registries);
    await sql(`UPDATE "StudyRecord" SET fields = jsonb_set(fields, '{reading,version}', '0')`);
    await sql(`UPDATE "StudyRecord" SET fields = jsonb_set(fields, '{reading,harms}', '[]')`);
    await sql(`UPDATE "Study" SET "cardVersion" = 0`);
    await remakeOldCards();
    expect((await readings())[0]?.reading?.harms).toHaveLength(1);
  });

  test("goes when the registries disagree on which paper it is", async () => {
    await postCiting([invented("randomised")]);
    await lookUpStudy(1, registries);
    await sql(
      `UPDATE "StudyRecord" SET fields = jsonb_set(fields, '{title}', '"Bridges of the north"') WHERE source = 'crossref'`,
    );
    await sql(`UPDATE "Study" SET "cardVersion" = 0`);
    await remakeOldCards();
    expect((await readings())[0]?.reading).toBeNull();
    expect((await studies())[0]?.cardHtml).not.toContain("Serious adverse events");
  });
});

describe("reading", () => {
  test("a card says in how many threads its study is discussed, of those this reader may see", async () => {
    const number = await postCiting([invented("randomised")]);
    const cardFor = async (viewer: typeof guest | typeof jasond) =>
      (await listCitations(viewer, [number])).get(number)?.[0]?.cardHtml ?? "";
    await lookUpStudy(1, registries);
    await postCiting([invented("randomised")], { audience: "members" });
    await postCiting([invented("randomised")], { state: "hidden" }); // its author still sees it
    expect(await cardFor(guest)).not.toMatch(/Discussed in|<!--/);
    expect(await cardFor(jasond)).toContain("Discussed in 3 threads");
    await postCiting([invented("randomised")]);
    expect(await cardFor(guest)).toContain("Discussed in 2 threads");
    expect(await cardFor(jasond)).toContain("Discussed in 4 threads");
  });

  test("a long thread that names a study again and again hides no other thread", async () => {
    const study = [invented("randomised")];
    const number = await postCiting(study);
    await lookUpStudy(1, registries);
    await postCiting(study);
    await postCiting(study, { audience: "members" });
    const [first] = await sql<{ threadId: number }>(`SELECT "threadId" FROM "Post" WHERE "number" = $1`, [number]);
    const nameItAgain = (times: number) =>
      sql(
        `WITH again AS (INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state)
          SELECT $1, (SELECT count(*) FROM "Post") + n, 1, '', '', 1, 'visible' FROM generate_series(1, $2::int) n RETURNING number)
        INSERT INTO "Citation" ("postNumber", position, kind, value, "studyId") SELECT number, 1, 'doi', 'x', 1 FROM again`,
        [first?.threadId, times],
      );
    const said = async (viewer: typeof guest | typeof jasond) => {
      const { threads, more } = await readStudy(viewer, 1);
      const [listed] = (await listStudies(viewer, {})).studies;
      expect([listed?.threads, listed?.more ?? false]).toEqual([threads, more]);
      const card = (await listCitations(viewer, [number])).get(number)?.[0]?.cardHtml ?? "";
      return [threads, more, /Discussed in [^<]*/.exec(card)?.[0]];
    };
    await nameItAgain(59);
    expect(await said(guest)).toEqual([2, false, "Discussed in 2 threads"]);
    expect(await said(jasond)).toEqual([3, false, "Discussed in 3 threads"]);
    await postCiting(study);
    await nameItAgain(30);
    expect(await said(guest)).toEqual([3, false, "Discussed in 3 threads"]);
    await nameItAgain(265);
    expect(await said(guest)).toEqual([2, true, "Discussed in at least 2 threads"]);
  });

  test("a study cited for members only doesn't exist for a guest", async () => {
    const number = await postCiting([invented("randomised")], { audience: "members" });
    expect(await listCitations(guest, [number])).toEqual(new Map());
    await expect(readStudy(guest, 1)).rejects.toMatchObject({ status: 404 });
    expect(await listStudies(guest, {})).toMatchObject({ studies: [], next: null });
    expect(await readStudy(jasond, 1)).toMatchObject({ studyId: 1, mentions: [{ thread: { id: 1 } }] });
    expect((await listStudies(jasond, {})).studies).toHaveLength(1);
  });

  test.each(["hidden", "held", "withdrawn", "removed"])("nor one that only a %s post cites", async (state) => {
    await postCiting([invented("randomised")], { state });
    await expect(readStudy(guest, 1)).rejects.toMatchObject({ status: 404 });
    expect((await listStudies(guest, {})).studies).toEqual([]);
  });

  test("a study's page lists the threads that discuss it; the list counts only those this reader may see", async () => {
    const first = await postCiting([invented("retracted")]);
    await postCiting([invented("retracted")]);
    await postCiting([invented("retracted")], { audience: "members" });
    await lookUpStudy(1, registries);
    const view = await readStudy(guest, 1);
    expect(view.title).toContain("An invented herbal extract");
    expect(view.threads).toBe(2);
    const threads = await listCitingThreads(guest, 1);
    expect(threads).toHaveLength(2);
    expect(threads.at(-1)).toMatchObject({ number: first, posts: 1, slug: "about-cells" });
    expect((await listStudies(guest, {})).studies).toMatchObject([
      {
        id: 1,
        threads: 2,
        year: 2015,
        journal: "Ann Imag Med",
        chips: [{ tone: "stop", words: "Retracted" }, { tone: "caution" }],
      },
    ]);
    expect((await listStudies(jasond, {})).studies[0]?.threads).toBe(3);
  });

  test("pages that show a study depend on it", async () => {
    const number = await postCiting([invented("randomised")]);
    const request = newRequest("test", "127.0.0.1");
    await withRequest(request, () => listCitations(guest, [number]));
    expect(request.tags).toContain("study:1");
  });
});

describe("the seed", () => {
  const store = () =>
    transaction(async (tx) => {
      for (const study of seedStudies()) await storeSeedStudy(tx, study);
    });

  test("real studies show what was read and say what wasn't; storing them twice changes nothing", async () => {
    await store();
    await store();
    expect(await studies()).toHaveLength(seedStudies().length);
    const number = await postCiting([{ kind: "doi", value: "10.3892/etm.2017.4229" }]);
    const [card] = (await listCitations(guest, [number])).get(number) ?? [];
    expect(card?.cardHtml).toContain("Xiaohua Wang, Xiaoguang Yin, Wei Sun</bdi> and 5 more");
    expect(card?.cardHtml).toContain("Not looked up yet at Europe PMC");
    expect(await jobs()).toHaveLength(1);
  });

  test("invented studies are complete, so nobody is asked about them", async () => {
    await store();
    await withClock(new Date("2026-11-22T00:00:00Z"), () => postCiting([invented("retracted"), invented("animals")]));
    expect(await jobs()).toEqual([]);
  });

  test("without a network the seed's cards stay as they are", async () => {
    await store();
    const number = await postCiting([{ kind: "doi", value: "10.1136/lupus-2022-000704" }]);
    const [{ studyId = 0 } = {}] = await jobs();
    for (const name of ["europepmc", "pubmed", "crossref", "clinicaltrials"] as const) fake.fail(name, "down");
    await lookUpStudy(studyId, registriesAt(fake));
    const [card] = (await listCitations(guest, [number])).get(number) ?? [];
    expect(card).toMatchObject({ state: "partly-found" });
    expect(card?.cardHtml).toContain("Diane L Kamen");
  });
});
