import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LEASE_MS } from "@/lib/platform/acknowledged";
import { narrow, pool, prisma, touch, transaction } from "@/lib/platform/db";
import { Instances } from "@/lib/platform/instances";
import { makePage, PageStore } from "@/lib/platform/pages";
import { expirer } from "@/lib/platform/touched";
import { resetDatabase } from "../support/database";

const url = process.env.DATABASE_URL ?? "";
type Running = { store: PageStore; instances: Instances };
let running: Running[] = [];

async function instance(): Promise<Running> {
  const store = new PageStore({ maxBytes: 10_000_000, maxAgeMs: 3_600_000 });
  const instances = new Instances(store, url);
  await instances.start();
  running.push({ store, instances });
  return { store, instances };
}

const keeps = (store: PageStore, key: string, tag: string) =>
  store.page(key, async () => ({ page: await makePage(200, "text/html", Buffer.from(key)), tags: new Set([tag]) }));

/** Waits for something that must happen soon; how soon is the test's own limit. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resume) => setTimeout(resume, 2));
}

beforeEach(async () => {
  await resetDatabase();
  running = [];
});
afterEach(async () => {
  expirer.current = null;
  await Promise.all(running.map(({ instances }) => instances.stop()));
});

describe("the page stores of several processes", () => {
  it("all drop a page when one of them writes", async () => {
    const here = await instance();
    const there = await instance();
    expirer.current = here.instances;
    await Promise.all([
      keeps(here.store, "/t/1", "thread:1"),
      keeps(there.store, "/t/1", "thread:1"),
      keeps(there.store, "/t/2", "thread:2"),
    ]);
    await transaction(async (tx) => touch(tx, "thread:1"));
    expect(here.store.find("/t/1")).toBeUndefined();
    // On a busy machine its lease may have run out meanwhile; then it serves nothing for a moment.
    await until(() => there.store.serving && there.store.find("/t/1") === undefined);
    expect(there.store.find("/t/2")).toBeDefined();
  });

  it("none has the page any more when a write that hides something returns", async () => {
    const here = await instance();
    const others = [await instance(), await instance()];
    expirer.current = here.instances;
    for (let n = 0; n < 20; n++) {
      await Promise.all([here, ...others].map(({ store }) => keeps(store, `/t/${n}`, `thread:${n}`)));
      await transaction(async (tx) => narrow(tx, `thread:${n}`));
      for (const { store } of [here, ...others]) expect(store.find(`/t/${n}`)).toBeUndefined();
    }
  });

  it("a command at the terminal, which has no store, waits for those that do", async () => {
    const running = await instance();
    await keeps(running.store, "/t/1", "thread:1");
    await transaction(async (tx) => narrow(tx, "thread:1"));
    expect(running.store.find("/t/1")).toBeUndefined();
  });

  it("one that hangs loses its lease: the write returns within the lease and the store serves nothing", async () => {
    const here = await instance();
    expirer.current = here.instances;
    // A process that joined and then stopped answering, as one that is swapped out does.
    const hung = new PageStore({ maxBytes: 10_000_000, maxAgeMs: 3_600_000 });
    hung.lease(performance.now() + LEASE_MS);
    await pool.query(
      `INSERT INTO "Instance" ("id", "leaseUntil") VALUES ('hung', clock_timestamp() + interval '1 second')`,
    );
    await keeps(hung, "/t/1", "thread:1");
    expect(hung.find("/t/1")).toBeDefined();
    await transaction(async (tx) => narrow(tx, "thread:1"));
    expect(hung.find("/t/1")).toBeUndefined();
  });

  it("a write that hides something is told as done when the database goes away right after it, once no store has the page", async () => {
    const here = await instance();
    expirer.current = here.instances;
    const query = pg.Pool.prototype.query;
    const away = vi.spyOn(pg.Pool.prototype, "query").mockImplementation(function (this: pg.Pool, ...asked: unknown[]) {
      if (/"ackedSeq" </.test(String(asked[0]))) return Promise.reject(new Error("Connection terminated"));
      return query.apply(this, asked as never);
    } as never);
    try {
      const began = performance.now();
      expect(
        await transaction(async (tx) => {
          narrow(tx, "thread:1");
          return "hidden";
        }),
      ).toBe("hidden");
      expect(performance.now() - began).toBeGreaterThanOrEqual(LEASE_MS);
    } finally {
      away.mockRestore();
    }
  });

  it("one goes on serving while every connection of its pages is taken", async () => {
    await instance();
    const beside = new pg.Client({ connectionString: url });
    await beside.connect();
    const one = async <Row>(query: string): Promise<Row> => (await beside.query(query)).rows[0];
    const lease = async () => (await one<{ until: Date }>(`SELECT "leaseUntil" AS until FROM "Instance"`)).until;
    const asleep = `FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(9)' AND state = 'active'`;
    const sleepers = Array.from({ length: pool.options.max }, () => pool.query("SELECT pg_sleep(9)").catch(() => {}));
    const sleeping = async () => (await one<{ n: number }>(`SELECT count(*)::int AS n ${asleep}`)).n;
    await vi.waitUntil(async () => (await sleeping()) === sleepers.length, { timeout: 5_000 });
    for (let renewals = 0; renewals < 3; renewals++) {
      const before = await lease();
      await vi.waitUntil(async () => (await lease()) > before, { timeout: 5_000 });
    }
    expect(await sleeping()).toBe(sleepers.length);
    await beside.query(`SELECT pg_cancel_backend(pid) ${asleep}`);
    await Promise.all(sleepers);
    await beside.end();
  });

  it("a change that is rolled back expires nothing", async () => {
    const here = await instance();
    expirer.current = here.instances;
    await keeps(here.store, "/t/1", "thread:1");
    await transaction(async (tx) => {
      touch(tx, "thread:1");
      throw new Error("no");
    }).catch(() => {});
    expect(here.store.find("/t/1")).toBeDefined();
    expect(await prisma.expiry.count()).toBe(0);
  });

  it("one whose listening connection is cut empties its store and goes on", async () => {
    const here = await instance();
    await keeps(here.store, "/t/1", "thread:1");
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'wellcited listener' AND datname = current_database()`,
    );
    await until(() => here.store.find("/t/1") === undefined);
    await until(() => here.store.serving);
    await keeps(here.store, "/t/1", "thread:1");
    expect(here.store.find("/t/1")).toBeDefined();
  });

  it("one that meets a server promoted without the newest expiries begins anew, as its numbers are lower", async () => {
    const here = await instance();
    for (let n = 0; n < 3; n++) await transaction(async (tx) => touch(tx, "thread:9"));
    const acknowledged = async () =>
      (await pool.query(`SELECT max("ackedSeq")::int AS seq FROM "Instance"`)).rows[0].seq;
    while ((await acknowledged()) < 3);
    await pool.query(`TRUNCATE "Expiry" RESTART IDENTITY`);
    const listener = `FROM pg_stat_activity WHERE application_name = 'wellcited listener' AND datname = current_database()`;
    const cut = (await pool.query(`SELECT pid, pg_terminate_backend(pid) ${listener}`)).rows[0].pid;
    for (let pid = cut; !pid || pid === cut; ) pid = (await pool.query(`SELECT pid ${listener}`)).rows[0]?.pid;
    for (; here.store.find("/t/1") === undefined; ) await keeps(here.store, "/t/1", "thread:1");
    await transaction(async (tx) => touch(tx, "thread:1")); // by a process that has no store: only its number tells
    await until(() => here.store.serving && here.store.find("/t/1") === undefined);
  });
});
