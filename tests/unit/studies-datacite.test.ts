import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { renderCard } from "@/lib/studies/card";
import { doi, invented, lookUp, registriesAt } from "../support/asking";
import { type FakeRegistries, samples, startFakeRegistries } from "../support/fake-registries";

let fake: FakeRegistries;
beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterEach(() => {
  for (const name of ["doi", "datacite", "crossref"] as const) fake.fail(name, null);
});
afterAll(() => fake.close());

const look = (identifier: Parameters<typeof lookUp>[1]) => lookUp(registriesAt(fake), identifier);

test("a DOI that Crossref doesn't have and DataCite does is looked up there", async () => {
  const { went, facts, identifiers } = await look(invented("dataset"));
  expect(went).toEqual(["europepmc not-found", "crossref not-found", "datacite found"]);
  expect(facts.title?.value).toContain("Data from: A randomised");
  expect(facts.authors?.value).toEqual({ names: ["Ann Example", "An invented study group"], total: 2 });
  expect(facts.published?.value).toBe("2024-03-05");
  expect(facts.journal?.value).toBe("Invented Repository");
  expect(facts.title).toMatchObject({
    source: "datacite",
    url: "https://commons.datacite.org/doi.org/10.5555/wellcited.dataset",
  });
  expect(identifiers).toEqual([invented("dataset")]);
});

test("a data set is never taken for the study it is about, whatever its title says", async () => {
  const { facts, identifiers } = await look(invented("dataset"));
  expect(facts.kind?.value).toEqual({ words: "Data set", terms: ["Dataset"], subject: "papers" });
  expect(facts.participants).toBeUndefined();
  expect(facts.reading).toBeUndefined();
  const card = renderCard({ id: 7, state: "found", identifiers, facts, asked: [], notReached: [] });
  expect(card).not.toMatch(/214 people|took part|Serious adverse|undefined|\[object/);
  expect(card).toContain("Supplement to");
  expect(card).toContain('href="https://doi.org/10.5555/wellcited.randomised"');
  expect(card).toContain("A version of");
});

test("what it says it belongs to is not taken for another number of its own", async () => {
  const { facts } = await look(invented("dataset"));
  expect(facts.related?.value).toEqual([
    { relation: "supplement", doi: "10.5555/wellcited.randomised" },
    { relation: "version", doi: "10.5555/wellcited.dataset.all" },
  ]);
  expect(facts.identifiers.map(({ value }) => value)).toEqual([invented("dataset")]);
});

test("while doi.org is away it is not known whether the DOI exists, so nobody says that it doesn't", async () => {
  fake.fail("doi", "down");
  expect((await look(invented("dataset"))).went).toEqual(["europepmc not-found", "crossref unreachable"]);
});

test.each(["down", "html", "busy"] as const)(
  "while DataCite is %s the study is not lost, but unreachable",
  async (how) => {
    fake.fail("datacite", how);
    expect((await look(invented("dataset"))).went.at(-1)).toBe("datacite unreachable");
  },
);

test("a record of another DOI is not used", async () => {
  fake.fail("datacite", "wrong");
  const { went, records } = await look(invented("dataset"));
  expect(went.at(-1)).toMatch(samples ? /refused/ : /not-found|refused/);
  expect(records).toEqual([]);
});

test.runIf(samples)("recorded answers of DataCite are read", async () => {
  const { facts } = await look(doi("10.5061/dryad.8515"));
  expect(facts).toMatchObject({
    title: { value: "Data from: A new malaria agent in African hominids" },
    kind: { value: { words: "Data set" } },
    published: { value: "2011-02-01" },
    open: { value: expect.stringContaining("publicdomain/zero") },
  });
  const software = await look(doi("10.5281/zenodo.48440"));
  expect(software.facts.kind?.value.words).toBe("Software, not a study");
  expect(software.facts.open).toBeUndefined();
});
