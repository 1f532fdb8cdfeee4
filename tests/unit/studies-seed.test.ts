import { afterAll, beforeAll, expect, test } from "vitest";
import { askCitationMatcher } from "@/lib/studies/citation-matcher";
import { isOpenLicence } from "@/lib/studies/licences";
import { askRegistries } from "@/lib/studies/look-up";
import { READING_VERSION } from "@/lib/studies/reading";
import { referenceFrom } from "@/lib/studies/references";
import type { SeedStudy } from "@/lib/studies/types";
import { seedStudies } from "@/prisma/seed/studies";
import { inventedStudies } from "@/prisma/seed/studies-invented";
import { realStudies } from "@/prisma/seed/studies-real";
import { registriesAt } from "../support/asking";
import { type FakeRegistries, samples, startFakeRegistries } from "../support/fake-registries";

let fake: FakeRegistries;
beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterAll(() => fake.close());

/** Source, subject and facts of each record, without the time of reading, the abstract, and quotes where the seed may carry none. */
function comparable(records: SeedStudy["records"], like: SeedStudy["records"]) {
  return records.map(({ source, subject, facts: { abstract: _, reading, ...facts } }, at) => ({
    source,
    subject,
    facts: like[at]?.facts.reading ? { ...facts, reading } : facts,
  }));
}

async function readAgain({ identifiers, records }: SeedStudy) {
  const look = await askRegistries(registriesAt(fake), identifiers);
  expect(comparable(look.records, records)).toEqual(comparable(records, records));
}

test("the invented studies of the seed are what their records say", async () => {
  for (const study of inventedStudies) await readAgain(study);
});

test.skipIf(!samples)("the real studies of the seed are what the recorded answers say", async () => {
  for (const study of realStudies) await readAgain(study);
});

test.skipIf(!samples)("the references of the seed are matched by what the recorded answers say", async () => {
  for (const { identifiers, references = [] } of realStudies) {
    const pmid = identifiers.find(({ kind }) => kind === "pmid")?.value;
    for (const value of references)
      expect(await askCitationMatcher(registriesAt(fake), referenceFrom(value))).toEqual({ outcome: "matched", pmid });
  }
});

test("no abstract and no e-mail address is in the seed", () => {
  expect(JSON.stringify(seedStudies())).not.toMatch(/"abstract"|@/);
});

test("the seed quotes real studies only where their licence is open, and all of them by today's rules", () => {
  for (const { facts } of seedStudies().flatMap(({ records }) => records)) {
    if (!facts.reading) continue;
    expect(facts.reading.version).toBe(READING_VERSION);
    const invented = facts.identifiers.some(({ value }) => value.startsWith("10.5555/") || value.startsWith("9900"));
    expect(invented || isOpenLicence(facts.licence)).toBe(true);
  }
});

test("each identifier belongs to one study of the seed", () => {
  const names = seedStudies().flatMap(({ identifiers }) => identifiers.map(({ kind, value }) => `${kind} ${value}`));
  expect(new Set(names).size).toBe(names.length);
});
