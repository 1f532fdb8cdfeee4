import { afterEach, beforeEach, expect, test } from "vitest";
import { transaction } from "@/lib/platform/db";
import { closeQueue, enqueue, runJobs } from "@/lib/platform/queue";
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
