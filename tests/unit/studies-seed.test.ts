import { afterAll, beforeAll, expect, test } from "vitest";
import { askRegistries } from "@/lib/studies/look-up";
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

/** Source, subject and facts of each record: what remains when the time of reading and the abstracts are left out. */
function comparable(records: SeedStudy["records"]) {
  return records.map(({ source, subject, facts: { abstract: _, ...facts } }) => ({ source, subject, facts }));
}

async function readAgain({ identifiers, records }: SeedStudy) {
  const look = await askRegistries(registriesAt(fake), identifiers);
  expect(comparable(look.records)).toEqual(comparable(records));
}

test("the invented studies of the seed are what their records say", async () => {
  for (const study of inventedStudies) await readAgain(study);
});

test.skipIf(!samples)("the real studies of the seed are what the recorded answers say", async () => {
  for (const study of realStudies) await readAgain(study);
});

test("no abstract and no e-mail address is in the seed", () => {
  expect(JSON.stringify(seedStudies())).not.toMatch(/"abstract"|@/);
});

test("each identifier belongs to one study of the seed", () => {
  const names = seedStudies().flatMap(({ identifiers }) => identifiers.map(({ kind, value }) => `${kind} ${value}`));
  expect(new Set(names).size).toBe(names.length);
});
