import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AT_ONCE, type BusyRegistries, startBusyRegistries } from "@/bin/bench/look-ups/busy-registries";
import { askedTwice, progressOf, putInLine, startWorker, type Worker } from "@/bin/bench/look-ups/line";
import { takeBackLostJobs } from "@/lib/platform/queue";
import { resetDatabase, sql } from "../support/database";

// npm run bench -- --only look-ups, small: two processes look studies up, one of them is killed in the middle.

const STUDIES = 200;
let registries: BusyRegistries;
let client: Client;
const workers: Worker[] = [];

beforeAll(async () => {
  await resetDatabase();
  registries = await startBusyRegistries();
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(async () => {
  for (const { process } of workers) process.kill("SIGKILL");
  await Promise.all(workers.map(({ ended }) => ended));
  await client.end();
  await registries.close();
});

async function until(isSo: (progress: Awaited<ReturnType<typeof progressOf>>) => boolean | Promise<boolean>) {
  while (!(await isSo(await progressOf(client)))) await new Promise((resume) => setTimeout(resume, 50));
}

test("of two hundred look-ups none is lost when one of two processes is killed, and the other asks for none twice", async () => {
  await putInLine(client, STUDIES);
  const url = process.env.DATABASE_URL ?? "";
  const doomed = startWorker("doomed", url, registries);
  workers.push(doomed);
  await doomed.ready;
  await until(({ open }) => open < STUDIES); // it has ended some and is at others
  doomed.process.kill("SIGKILL");
  await doomed.ended;
  const { open, jobs } = await progressOf(client);
  expect(open).toBeGreaterThan(0);
  expect(jobs).toBeGreaterThanOrEqual(open);

  // The lease of its jobs and studies runs out.
  await sql(`UPDATE pgboss.job SET started_on = started_on - interval '1 hour' WHERE state = 'active'`);
  await sql(`UPDATE "Study" SET "askingUntil" = now() - interval '1 second' WHERE "askingUntil" IS NOT NULL`);
  await takeBackLostJobs();
  await sql(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);

  const survivor = startWorker("survivor", url, registries);
  workers.push(survivor);
  await survivor.ready;
  registries.wantRest("crossref", 1);
  await until((progress) => progress.jobs === 0);

  expect(await sql(`SELECT state, count(*)::int FROM "Study" GROUP BY 1`)).toEqual([
    { state: "found", count: STUDIES },
  ]);
  expect(askedTwice(registries, "doomed").others).toEqual([]);
  for (const { duringRest, overLimit, rests } of Object.values(registries.accounts)) {
    expect(overLimit).toBe(0);
    expect(duringRest.length).toBeLessThanOrEqual(rests * (AT_ONCE - 1)); // those inside when it was asked for
  }
  expect(registries.accounts.crossref.rests).toBe(1);
}, 300_000);
