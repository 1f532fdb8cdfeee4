import { beforeEach, describe, expect, test } from "vitest";
import { type Ended, Gate, type Place } from "@/lib/studies/gate";
import { SharedLedger } from "@/lib/studies/shared-ledger";
import { resetDatabase, sql } from "../support/database";

// Two gates stand for two processes: they share nothing but the database.

const LIMITS = { perSecond: 1_000, concurrency: 3 };
const ledger = () => new SharedLedger("crossref", LIMITS);
let here: Gate;
let there: Gate;

beforeEach(async () => {
  await resetDatabase();
  here = new Gate(ledger());
  there = new Gate(ledger());
});

async function enter(gate: Gate) {
  const place = await gate.enter();
  if ("comeBackIn" in place) throw new Error(`told to come back in ${place.comeBackIn} ms`);
  return place;
}

async function ask(gate: Gate, ended: Ended = { outcome: "fine" }): Promise<void> {
  await (await enter(gate)).leave(ended);
}

const isTurnedAway = (place: Place) => "comeBackIn" in place && place.comeBackIn > 0;
const row = async () => (await sql<Record<string, unknown>>(`SELECT * FROM "RegistryGate" WHERE host = 'crossref'`))[0];

describe("two processes that ask one registry", () => {
  test("are never inside together more often than it allows", async () => {
    let inside = 0;
    let most = 0;
    const question = async (gate: Gate) => {
      const place = await enter(gate);
      most = Math.max(most, ++inside);
      await new Promise((resume) => setTimeout(resume, 3));
      inside--;
      await place.leave({ outcome: "fine" });
    };
    await Promise.all(Array.from({ length: 60 }, (_, at) => question(at % 2 ? here : there)));
    expect(most).toBe(3);
    expect(await row()).toMatchObject({ leases: [] });
  });

  test("have together no more tokens than it gives", async () => {
    await ask(here, { outcome: "fine", limits: { perSecond: 0.001, concurrency: 50 } });
    await sql(`UPDATE "RegistryGate" SET tokens = 5`);
    const [first, second] = await Promise.all([ledger().take(40), ledger().take(40)]);
    expect(first.permits.length + second.permits.length).toBe(1);
    expect([first, second].map(({ why }) => why)).toEqual(["pace", "pace"]);
    expect(Math.min(first.wait, second.wait)).toBeGreaterThan(60_000);
  });

  test("both rest as soon as one was told to", async () => {
    await ask(here, { outcome: "told-to-wait", rest: 60_000 });
    expect(isTurnedAway(await there.enter())).toBe(true);
    expect(isTurnedAway(await here.enter())).toBe(true);
  });

  test("wait out a short rest in line", async () => {
    await ask(here, { outcome: "told-to-wait", rest: 300 });
    const [{ over } = { over: null }] = await sql<{ over: Date | null }>(
      `SELECT "closedUntil" AS over FROM "RegistryGate"`,
    );
    const place = await enter(there);
    const [{ late } = { late: null }] = await sql<{ late: boolean | null }>(`SELECT clock_timestamp() >= $1 AS late`, [
      over,
    ]);
    expect(late).toBe(true);
    await place.leave({ outcome: "fine" });
  });

  test("both leave it alone after five failures in a row, and an answer opens it again", async () => {
    for (let time = 0; time < 5; time++) await ask(time % 2 ? here : there, { outcome: "failed" });
    expect(isTurnedAway(await here.enter())).toBe(true);
    expect(isTurnedAway(await there.enter())).toBe(true);

    await sql(`UPDATE "RegistryGate" SET "closedUntil" = now()`);
    await sql(`UPDATE "RegistryGate" SET tokens = 50`);
    expect((await ledger().take(3)).permits).toHaveLength(1); // careful: one by one
    await sql(`UPDATE "RegistryGate" SET leases = '{}'`);
    await ask(here, { outcome: "failed" });
    expect(isTurnedAway(await there.enter())).toBe(true);

    await sql(`UPDATE "RegistryGate" SET "closedUntil" = now()`);
    await ask(here);
    expect(await row()).toMatchObject({ failures: 0 });
  });

  test("being told to wait is no failure", async () => {
    for (let time = 0; time < 8; time++) await ask(here, { outcome: "told-to-wait", rest: 1 });
    expect(await row()).toMatchObject({ failures: 0 });
  });

  test("learn of new limits from each other", async () => {
    await ask(here, { outcome: "fine", limits: { perSecond: 900, concurrency: 1 } });
    const inside = await enter(there);
    expect((await ledger().take(5)).why).toBe("full");
    await inside.leave({ outcome: "fine" });
    expect(await row()).toMatchObject({ perSecond: 900, concurrency: 1 });
  });

  test("get back the places of one that was killed", async () => {
    await ask(here);
    await sql(`UPDATE "RegistryGate" SET tokens = 50`);
    expect((await ledger().take(3)).permits).toHaveLength(3); // and nothing is heard of them any more
    expect((await ledger().take(1)).why).toBe("full");
    await sql(`UPDATE "RegistryGate" SET leases = ARRAY(SELECT l - interval '1 minute' FROM unnest(leases) l)`);
    await ask(there);
    expect(await row()).toMatchObject({ leases: [] });
  });
});

test("a gate whose database is gone says so to everyone in line, and works again afterwards", async () => {
  await ask(here);
  await sql(`ALTER TABLE "RegistryGate" RENAME TO "Elsewhere"`);
  const asked = await Promise.allSettled([here.enter(), here.enter()]);
  await sql(`ALTER TABLE "Elsewhere" RENAME TO "RegistryGate"`);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await ask(here);
});
