import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { withClock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { guest } from "@/lib/policy/viewer";
import { askTogether, lookUpStudy } from "@/lib/studies/commands";
import { enqueueRechecks } from "@/lib/studies/line";
import { askAgainAboutRead } from "@/lib/studies/overdue";
import { listCitations, readStudy } from "@/lib/studies/queries";
import type { Registries } from "@/lib/studies/registries";
import { doi, invented, pmid, registriesAt } from "../support/asking";
import { registriesUnder, startAwkwardRegistries } from "../support/awkward-registries";
import { postCiting } from "../support/citing";
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
  registries = registriesAt(fake);
  fake.asked.length = 0;
});
afterEach(() => {
  for (const name of ["europepmc", "pubmed", "crossref", "clinicaltrials"] as const) fake.fail(name, null);
});

const jobs = () =>
  sql<{ studyId: number }>(
    `SELECT (data->>'studyId')::int AS "studyId" FROM pgboss.job WHERE name = 'study.look-up' ORDER BY 1`,
  );
const whoWasAsked = () => fake.asked.splice(0).map(({ registry }) => registry);
const inDays = <T>(days: number, work: () => Promise<T>) =>
  withClock(new Date(Date.now() + days * 24 * 60 * 60 * 1000), work);

test("a try that missed one registry is repeated with that one alone", async () => {
  await postCiting([invented("randomised")]);
  fake.fail("crossref", "busy");
  await lookUpStudy(1, registries);
  expect(whoWasAsked()).toEqual(["europepmc", "pubmed", "crossref", "clinicaltrials"]);
  fake.fail("crossref", null);
  await sql(`UPDATE "Study" SET "checkAfter" = NULL`);
  await lookUpStudy(1, registriesAt(fake));
  expect(whoWasAsked()).toEqual(["crossref"]);
  expect(await sql(`SELECT state, "notReached" FROM "Study"`)).toEqual([{ state: "found", notReached: [] }]);
});

test("a day later, and a week later, everyone is asked again", async () => {
  await postCiting([invented("randomised")]);
  fake.fail("crossref", "busy");
  await lookUpStudy(1, registries);
  fake.fail("crossref", null);
  whoWasAsked();
  await inDays(1, () => lookUpStudy(1, registriesAt(fake)));
  expect(whoWasAsked()).toHaveLength(4);
  await inDays(9, () => lookUpStudy(1, registriesAt(fake)));
  expect(whoWasAsked()).toHaveLength(4);
});

test("studies whose PubMed numbers are known are asked for there together, each once", async () => {
  const numbers = ["99000001", "99000002", "99000007", "99999999"];
  await postCiting(numbers.map(pmid));
  await askTogether([1, 2, 3, 4], registries);
  await Promise.all([1, 2, 3, 4].map((id) => lookUpStudy(id, registries)));
  const asked = fake.asked.filter(({ registry }) => registry === "pubmed");
  expect(asked.map(({ path }) => new URL(path, "http://fake").searchParams.get("id"))).toEqual([numbers.join(",")]);
  expect(await sql(`SELECT state FROM "Study" ORDER BY id`)).toMatchObject([
    { state: "found" },
    { state: "found" },
    { state: "found" },
    { state: "not-found" },
  ]);
});

test("what somebody reads a week after it was looked up is asked about again, once an hour at most", async () => {
  const number = await postCiting([invented("randomised"), invented("review")]);
  await Promise.all([1, 2].map((id) => lookUpStudy(id, registries)));
  await sql(`DELETE FROM pgboss.job`);
  await listCitations(guest, [number]);
  await askAgainAboutRead();
  expect(await jobs()).toEqual([]);

  await sql(`UPDATE "Study" SET "checkAfter" = now() - interval '1 minute' WHERE id = 1`);
  for (let time = 0; time < 3; time++) {
    await listCitations(guest, [number]);
    await askAgainAboutRead();
  }
  expect(await jobs()).toEqual([{ studyId: 1 }]);

  await sql(`UPDATE "Study" SET "checkAfter" = now() - interval '1 minute' WHERE id = 2`);
  await readStudy(guest, 2);
  await askAgainAboutRead();
  expect(await jobs()).toEqual([{ studyId: 1 }, { studyId: 2 }]);
  await lookUpStudy(1, registries);
  expect(await sql(`SELECT "inLineUntil" FROM "Study" WHERE id = 1`)).toEqual([{ inLineUntil: null }]);
});

test("what waits after a failure is not put in line a second time by readers", async () => {
  const number = await postCiting([invented("randomised")]);
  fake.fail("europepmc", "down");
  await lookUpStudy(1, registries);
  await sql(`DELETE FROM pgboss.job`);
  await sql(`UPDATE "Study" SET "checkAfter" = now() - interval '1 minute'`);
  await listCitations(guest, [number]);
  await askAgainAboutRead();
  expect(await jobs()).toEqual([]);
});

test("a record with characters that no database keeps is kept without them", async () => {
  await postCiting([doi("10.5555/wellcited.awkward")]);
  const server = await startAwkwardRegistries();
  server.answerWith((request, response) => {
    response.setHeader("content-type", "application/json");
    if (!request.url?.startsWith("/crossref")) return void response.end('{"hitCount":0,"resultList":{"result":[]}}');
    const title = ["A \u0000 title \ud800 with a \ud83e\ude78"];
    response.end(JSON.stringify({ message: { DOI: "10.5555/wellcited.awkward", title, "container-title": title } }));
  });
  await lookUpStudy(1, registriesUnder(server.url));
  await server.close();
  const [study] = await sql<{ state: string; title: string }>(
    `SELECT state, facts->'title'->>'value' AS title FROM "Study"`,
  );
  expect(study).toEqual({ state: "found", title: "A \ufffd title \ufffd with a \ud83e\ude78" });
});

test("a try that was lost with everything it had is made up for by the hourly round", async () => {
  await postCiting([invented("randomised"), invented("review"), invented("animals")]);
  fake.fail("crossref", "busy");
  await lookUpStudy(2, registries);
  await sql(`DELETE FROM pgboss.job`);
  await sql(`UPDATE "Study" SET "askingUntil" = now() - interval '2 hours' WHERE id = 1`); // its process was killed, its job failed for good
  await sql(`UPDATE "Study" SET "checkAfter" = now() - interval '2 hours' WHERE id = 2`); // the job of its next try is gone
  expect(await transaction((tx) => enqueueRechecks(tx, 10))).toBe(2);
  expect(await jobs()).toEqual([{ studyId: 1 }, { studyId: 2 }]);
});

test.each(["found", "partly-found", "not-found", "unreachable"])(
  "a card that could not be checked again says so and since when, and never that a study is not retracted (%s)",
  async (state) => {
    const number = await postCiting([
      state === "found" || state === "partly-found" ? invented("randomised") : pmid("99999998"),
    ]);
    if (state === "unreachable") fake.fail("europepmc", "down");
    await lookUpStudy(1, registries);
    for (const name of ["europepmc", "pubmed", "crossref", "clinicaltrials"] as const)
      if (state !== "found") fake.fail(name, "down");
    if (state !== "found") await inDays(8, () => lookUpStudy(1, registriesAt(fake)));
    const [card] = (await listCitations(guest, [number])).get(number) ?? [];
    expect(card?.cardHtml).not.toMatch(/not (been )?retracted|no retraction/i);
    if (state === "partly-found")
      expect(card?.cardHtml).toMatch(/Could not be checked again at .* since .*; we’ll try again/);
    if (state === "unreachable") expect(card?.cardHtml).toContain("We couldn’t reach the registries; we’ll try again.");
  },
);
