import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderCard } from "@/lib/studies/card";
import { isRetracted } from "@/lib/studies/merging-notices";
import { doi, lookUp, nct, pmid, registriesAt } from "../support/asking";
import { type FakeRegistries, samples, startFakeRegistries } from "../support/fake-registries";

// Answers the registries really gave, where the folder of recordings lies beside the repository.

if (!samples) console.log("The recorded answers of the registries are not here, so these tests are left out.");

describe.skipIf(!samples)("recorded answers", () => {
  let fake: FakeRegistries;
  beforeAll(async () => {
    fake = await startFakeRegistries();
  });
  afterAll(() => fake?.close());
  const look = (identifier: Parameters<typeof lookUp>[1]) => lookUp(registriesAt(fake), identifier);

  test("every recorded PubMed record becomes a card, and the empty set is not found", async () => {
    const retracted: string[] = [];
    for (const file of readdirSync(path.join(samples as string, "pubmed-efetch"))) {
      const number = /^\d+/.exec(file)?.[0] as string;
      const { asked, facts, identifiers } = await look(pmid(number));
      const answer = asked.find(({ source }) => source === "pubmed")?.answer;
      expect([number, answer?.outcome]).toEqual([number, number === "37909814" ? "not-found" : "found"]);
      if (isRetracted(facts.notices)) retracted.push(number);
      expect(renderCard({ id: 1, state: "found", identifiers, facts, asked: [], notReached: [] })).not.toMatch(
        /undefined|\[object|NaN/,
      );
    }
    expect(retracted.sort()).toEqual(["11543891", "9500320", "993"]);
  });

  test.each([
    ["11442735", "Randomised controlled trial"],
    ["29768149", "Phase 3 randomised, double-blind trial"],
    ["15228064", "Case report with a review of other studies"],
    ["38762411", "Case report"],
    ["9634358", "Retraction notice for another paper"],
    ["38962805", "Correction of another paper"],
    ["38048813", "Editorial"],
    ["12230384", "Information for patients"],
    ["14749521", "News item"],
    ["21413195", "Guideline"],
    ["35830032", "Pooled analysis of other studies"],
    ["28565834", undefined],
  ])("PubMed %s is called “%s”", async (number, words) => {
    expect((await look(pmid(number))).facts.kind?.value.words).toBe(words);
  });

  test("a notice is not marked retracted, nor is an erratum", async () => {
    for (const number of ["9634358", "38962805", "9505772", "38147649", "9482442"]) {
      expect(isRetracted((await look(pmid(number))).facts.notices)).toBe(false);
    }
  });

  test("the Lancet's retraction is found though only Retraction Watch says so, behind a correction", async () => {
    const { facts } = await look(doi("10.1016/s0140-6736(97)11096-0"));
    expect(facts.notices.map(({ kind, date, assertedBy }) => [kind, date, assertedBy])).toEqual([
      ["retraction", "2010-02-06", "retraction-watch"],
      ["correction", "2004-03-06", "retraction-watch"],
    ]);
    expect((await look(doi("10.1016/s0140-6736(10)60175-4"))).facts).toMatchObject({
      notices: [],
      noticeOf: { value: "retraction" },
    });
  });

  test("six hundred authors are counted, not kept", async () => {
    const { authors } = (await look(pmid("11909345"))).facts;
    expect(authors?.value.total).toBe(621);
    expect(authors?.value.names).toHaveLength(20);
  });

  test("a preprint says what it was published as, and keeps its group of authors", async () => {
    const { facts } = await look(doi("10.1101/2020.06.22.20137273"));
    expect(facts.publishedAs?.value.pmid).toBe("32678530");
    expect(facts.authors?.value.names).toContain("RECOVERY Collaborative Group");
    expect(facts.journal?.value).toBe("medRxiv");
  });

  test.each([
    ["NCT00973089", "Nobody took part", "Withdrawn before anyone took part"],
    ["NCT03475563", "100 people planned", "Status unknown, last known: recruiting"],
    ["NCT02210780", "194 people took part", "Completed"],
  ])("trial %s: %s, %s", async (number, people, status) => {
    const { facts, identifiers } = await look(nct(number));
    const card = renderCard({ id: 1, state: "found", identifiers, facts, asked: [], notReached: [] });
    expect(card).toContain(people);
    expect(card).toContain(status);
  });

  test("the seed's dose-escalation trial: no number of people where the registry gives none, doses with their exponents", async () => {
    const { facts, records } = await look(doi("10.1038/s41392-024-01793-5"));
    expect(facts.kind?.value.words).toBe("Phase 1 trial, no comparison group");
    expect(facts.participants).toBeUndefined();
    const abstract = records.find(({ source }) => source === "europepmc")?.facts.abstract;
    expect(abstract?.keepUntil).toBeNull(); // cc by
    expect(abstract?.sections[0]?.text).toContain("0.5 × 10⁶ cells/kg, 1.0 × 10⁶ cells/kg");
  });

  test("titles with markup, breaks and double escapes are one plain line", async () => {
    const { facts } = await look(doi("10.1136/jclinpath-2020-206745"));
    expect(facts.title?.value).not.toMatch(/[<>\n]|\s\s|&/);
  });
});
