import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { renderCard } from "@/lib/studies/card";
import { doi, invented, lookUp, nct, pmid, registriesAt } from "../support/asking";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";

let fake: FakeRegistries;
beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterEach(() => {
  for (const name of ["europepmc", "pubmed", "crossref", "clinicaltrials", "doi"] as const) fake.fail(name, null);
  fake.asked.length = 0;
});
afterAll(() => fake.close());

const look = (...identifiers: Parameters<typeof lookUp> extends [unknown, ...infer Rest] ? Rest : never) =>
  lookUp(registriesAt(fake, 1_500), ...identifiers);

test("a randomised trial is known by its DOI, PMID and PMCID, with its registration", async () => {
  const { went, facts, identifiers } = await look(invented("randomised"));
  expect(went).toEqual(["europepmc found", "pubmed found", "crossref found", "clinicaltrials NCT99990002 found"]);
  expect(identifiers.map(({ value }) => value)).toEqual(["10.5555/wellcited.randomised", "99000001", "PMC99000001"]);
  expect(facts.kind?.value.words).toBe("Phase 3 randomised, double-blind trial");
  expect(facts.participants).toMatchObject({ source: "clinicaltrials", value: { count: 214, type: "actual" } });
  expect(facts.authors?.value).toMatchObject({ total: 5 });
  expect(facts.freeText).toMatchObject({ source: "europepmc", value: { licence: "cc by" } });
});

test.each([
  ["its PMID", pmid("99000001")],
  ["its PMCID", { kind: "pmcid", value: "PMC99000001" } as const],
])("the same work is found by %s", async (_what, identifier) => {
  const { identifiers, facts } = await look(identifier);
  expect(new Set(identifiers.map(({ value }) => value))).toEqual(
    new Set(["10.5555/wellcited.randomised", "99000001", "PMC99000001"]),
  );
  expect(facts.kind?.value.words).toBe("Phase 3 randomised, double-blind trial");
});

test("every field says which record it is from, where that can be read and when it was", async () => {
  const { amended: _moderators, ...facts } = (await look(invented("single-arm"))).facts;
  for (const field of Object.values(facts).flat()) {
    for (const from of "from" in field ? field.from : [field]) {
      expect(from.url).toMatch(/^https:\/\//);
      expect(from.url).not.toContain("tests@example.org");
      expect(Date.parse(from.retrievedAt)).not.toBeNaN();
    }
  }
});

test("a paper that names one registered trial is what the registry says of it", async () => {
  const { facts } = await look(invented("single-arm"));
  expect(facts.kind).toMatchObject({
    source: "clinicaltrials",
    value: { words: "Phase 1 trial, no comparison group" },
  });
});

test.each([
  ["animals", "Study in mice, not in people"],
  ["review", "Pooled analysis of other studies"],
  ["case-report", "Case report"],
  ["corrected", "Observational study"],
  ["preprint", "Preprint, since published"],
  ["retraction-notice", "Retraction notice for another paper"],
])("%s is called “%s”", async (name, words) => {
  expect((await look(invented(name))).facts.kind?.value.words).toBe(words);
});

test("a plain journal article has no kind, and its card says so", async () => {
  const { facts } = await look(invented("only-crossref"));
  expect(facts.kind).toBeUndefined();
  expect(facts.title?.value).toBe("What adults with ITP ask each other: a reading of invented forum posts");
});

test("a retracted paper is retracted once, however many registries say so, and keeps its correction", async () => {
  const { facts } = await look(invented("retracted"));
  expect(facts.notices.map(({ kind, date, from }) => [kind, date, from.map(({ source }) => source)])).toEqual([
    ["retraction", "2017-02-06", ["pubmed", "europepmc", "crossref"]],
    ["correction", "2015-11-02", ["pubmed", "europepmc", "crossref"]],
  ]);
});

test.each(["retraction-notice", "notice-titled-retracted"])(
  "the notice of a retraction is not itself retracted: %s",
  async (name) => {
    const { facts } = await look(invented(name));
    expect(facts.notices).toEqual([]);
    expect(facts.noticeOf?.value).toBe("retraction");
  },
);

test("a correction and an expression of concern are told apart from a retraction", async () => {
  expect((await look(invented("corrected"))).facts.notices.map(({ kind }) => kind)).toEqual(["correction"]);
  expect((await look(invented("concern"))).facts.notices.map(({ kind }) => kind)).toEqual(["concern"]);
});

test("a preprint names the paper that came of it", async () => {
  expect((await look(invented("preprint"))).facts.publishedAs?.value.pmid).toBe("99000001");
});

test("exponents survive every source", async () => {
  const { records } = await look(invented("single-arm"));
  const texts = records.flatMap(({ facts }) => facts.abstract?.sections.map(({ text }) => text) ?? []);
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).toContain("0.5 × 10⁶ to 2.0 × 10⁶ cells/kg");
});

test("a registration cited alone is the registered trial", async () => {
  const { went, facts } = await look(nct("NCT99990003"));
  expect(went).toEqual(["clinicaltrials found"]);
  expect(facts.kind?.value.words).toBe("Randomised, single-blind trial");
  expect(facts.participants?.value).toMatchObject({ count: 60, type: "planned" });
});

test("a short DOI is opened at doi.org and becomes the work it stands for", async () => {
  const { identifiers } = await look(doi("10/wcreview"));
  expect(identifiers).toContainEqual(pmid("99000007"));
});

test("what no registry knows is not found, and a DOI of another agency is said to be one", async () => {
  const { went, asked: nowhere } = await look(doi("10.5555/nobody.wrote.this"));
  expect(went).toEqual(["europepmc not-found", "crossref not-found"]);
  expect(nowhere.at(-1)?.answer).toMatchObject({ agency: null });
  const { asked } = await look(doi("10.5555/wellcited.elsewhere"));
  expect(asked.at(-1)?.answer).toMatchObject({ outcome: "not-found", agency: "mEDRA" });
});

test("each registry is told who asks, and nothing but the identifier", async () => {
  await look(invented("randomised"));
  expect(fake.asked.map(({ userAgent }) => userAgent)).toEqual(
    Array(4).fill("Wellcited/0.1 (mailto:tests@example.org)"),
  );
  expect(fake.asked.map(({ path }) => path)).toEqual([
    "/europepmc/search?query=DOI%3A%2210.5555%2Fwellcited.randomised%22&resultType=core&format=json",
    "/pubmed/efetch.fcgi?db=pubmed&retmode=xml&id=99000001&tool=wellcited&email=tests%40example.org",
    "/crossref/works/10.5555%2Fwellcited.randomised?mailto=tests%40example.org",
    expect.stringContaining("/clinicaltrials/studies/NCT99990002?fields=IdentificationModule"),
  ]);
});

test.each(["down", "slow", "busy", "broken", "html", "huge", "elsewhere"] as const)(
  "while Europe PMC is %s the card is made of the others",
  async (how) => {
    fake.fail("europepmc", how);
    const { went, facts } = await look(invented("only-crossref"));
    expect(went).toEqual(["europepmc unreachable", "crossref found"]);
    expect(facts.title?.source).toBe("crossref");
  },
);

test("while a registry asks us to wait nobody asks it again", async () => {
  const registries = registriesAt(fake);
  fake.fail("crossref", "busy");
  const first = await lookUp(registries, invented("only-crossref"));
  expect(first.asked.at(-1)?.answer).toMatchObject({ outcome: "unreachable", retryAfter: 7_000 });
  fake.fail("crossref", null);
  await lookUp(registries, invented("only-crossref"));
  expect(fake.asked.filter(({ registry }) => registry === "crossref")).toHaveLength(1);
});

test("a registry that keeps failing is left alone for a while", async () => {
  const registries = registriesAt(fake);
  fake.fail("europepmc", "broken");
  for (let time = 0; time < 8; time++) await lookUp(registries, pmid("99000001"));
  expect(fake.asked.filter(({ registry }) => registry === "europepmc")).toHaveLength(5);
});

test.each(["europepmc", "pubmed", "crossref", "clinicaltrials"] as const)(
  "an answer of %s about another study is not used",
  async (registry) => {
    fake.fail(registry, "wrong");
    const { went, records } = await look(pmid("99000002"));
    expect(went.filter((line) => line.endsWith("refused"))).toEqual([
      registry === "clinicaltrials" ? "clinicaltrials NCT99990001 refused" : `${registry} refused`,
    ]);
    expect(records.map(({ source }) => source)).not.toContain(registry);
  },
);

test("a body without end costs a few megabytes, not the process", async () => {
  fake.fail("europepmc", "huge");
  const before = process.memoryUsage().rss;
  const { asked } = await look(pmid("99000001"));
  expect(asked[0]?.answer).toMatchObject({ outcome: "unreachable", why: "its answer was too large" });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test("the card of every invented study is made, and says no more than one line while it is closed", async () => {
  for (const name of ["randomised", "retracted", "animals", "case-report", "preprint", "concern"]) {
    const { facts, identifiers } = await look(invented(name));
    const card = renderCard({ id: 7, state: "found", identifiers, facts, asked: [], notReached: [] });
    expect(card).toMatch(/^<details class="study-card" data-study="7" data-state="found"/);
    expect(card).not.toMatch(/style=|<script|undefined|\[object/);
    expect(card.match(/class="study-summary"/g)).toHaveLength(1);
    expect(card).not.toMatch(/<details(?! class="study-card")[^>]* open/);
  }
});
