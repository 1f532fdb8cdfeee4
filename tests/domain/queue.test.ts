import { afterEach, beforeEach, expect, test } from "vitest";
import { transaction } from "@/lib/platform/db";
import { closeQueue, enqueue, enqueueMany, runJobs } from "@/lib/platform/queue";
import { resetDatabase, sql } from "../support/database";

beforeEach(resetDatabase);
afterEach(closeQueue);

test("a job that fails is tried again by itself, not with those that were fetched beside it", async () => {
  await transaction(async (tx) => {
    for (const n of [1, 2, 3]) await enqueue(tx, "test.count", { n });
  });
  const worked: number[] = [];
  const work = async ({ n }: { n: number }) => {
    worked.push(n);
    if (n === 2) throw new Error("not yet");
  };
  await runJobs([{ kind: "test.count", work }]);
  const states = () =>
    sql<{ n: number; state: string }>(
      `SELECT (data->>'n')::int AS n, state::text FROM pgboss.job WHERE name = 'test.count' ORDER BY 1`,
    );
  while ((await states()).some(({ state }) => state === "created" || state === "active"))
    await new Promise((resume) => setTimeout(resume, 20));
  expect(await states()).toEqual([
    { n: 1, state: "completed" },
    { n: 2, state: "retry" },
    { n: 3, state: "completed" },
  ]);
  expect(worked.sort()).toEqual([1, 2, 3]);
});

test("jobs that go well together do so, and each ends by itself", async () => {
  await transaction((tx) =>
    enqueueMany(
      tx,
      "test.many",
      Array.from({ length: 30 }, (_, n) => ({ payload: { n }, priority: n === 29 ? 1 : 0 })),
    ),
  );
  let going = 0;
  let most = 0;
  const begun: number[] = [];
  const together: number[] = [];
  const work = async ({ n }: { n: number }) => {
    most = Math.max(most, ++going);
    begun.push(n);
    await new Promise((resume) => setTimeout(resume, 5));
    going--;
    if (n === 2) throw new Error("not yet");
  };
  const fetched = async (all: { n: number }[]) => together.push(all.length);
  await runJobs([{ kind: "test.many", work, many: { atOnce: 4, fetch: 20, fetched } }]);
  const open = () =>
    sql(`SELECT 1 FROM pgboss.job WHERE name = 'test.many' AND state IN ('created', 'active')`).then(
      (rows) => rows.length,
    );
  while ((await open()) > 0) await new Promise((resume) => setTimeout(resume, 20));
  expect(most).toBe(4);
  expect(together.slice(0, 4)).toEqual([4, 8, 16, 2]);
  expect(begun.indexOf(29)).toBeLessThan(4); // the urgent one came with the first
  expect([...begun].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  expect(await sql(`SELECT data FROM pgboss.job WHERE name = 'test.many' AND state = 'retry'`)).toEqual([
    { data: { n: 2 } },
  ]);
});

test("what has not begun when the forum stops goes back in line", async () => {
  await transaction((tx) =>
    enqueueMany(
      tx,
      "test.stop",
      Array.from({ length: 8 }, (_, n) => ({ payload: { n } })),
    ),
  );
  const begun: (() => void)[] = [];
  const work = () => new Promise<void>((end) => begun.push(end));
  await runJobs([{ kind: "test.stop", work, many: { atOnce: 2, fetch: 8 } }]);
  while (begun.length < 2) await new Promise((resume) => setTimeout(resume, 10));
  const closing = closeQueue();
  for (const end of begun) end();
  await closing;
  expect(
    await sql(`SELECT state::text, count(*)::int FROM pgboss.job WHERE name = 'test.stop' GROUP BY 1 ORDER BY 1`),
  ).toEqual([
    { state: "completed", count: 2 },
    { state: "created", count: 6 },
  ]);
});
