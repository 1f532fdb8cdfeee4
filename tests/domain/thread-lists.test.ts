import { beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/lib/platform/db";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { listThreads, THREADS_PER_PAGE, type ThreadPlace } from "@/lib/threads/queries";
import { addViews } from "@/lib/threads/writes";
import { resetDatabase, sql } from "../support/database";
import { category, joined, starts } from "../support/people";

let amara: MemberViewer;
let treatments: number;

beforeEach(async () => {
  await resetDatabase();
  amara = await joined("amara");
  treatments = await category("treatments");
  // Seventy threads, two of them pinned, several begun in the same second, one hidden.
  await sql(`
    INSERT INTO "Thread" ("categoryId", "authorId", "title", "slug", "pinned", "state", "lastPostAt", "createdAt")
    SELECT ${treatments}, ${amara.id}, 'Thread ' || n, 'thread-' || n, n IN (3, 40), CASE WHEN n = 20 THEN 'hidden' ELSE 'visible' END::"State",
      timestamptz '2026-01-01' + (n / 4) * interval '1 second', timestamptz '2026-01-01' + (n / 4) * interval '1 second'
    FROM generate_series(1, 70) n`);
});

const first: ThreadPlace = [false, new Date(0), 0];

describe("the pages of a category", () => {
  it("lead from the newest thread to the oldest and back, each shown once, pinned ones first", async () => {
    const downwards: string[][] = [];
    let page = await listThreads(guest, { id: treatments });
    expect(page.newer).toBeNull();
    for (;;) {
      downwards.push(page.threads.map(({ title }) => title));
      if (!page.older) break;
      page = await listThreads(guest, { id: treatments }, { older: page.older });
    }
    const all = downwards.flat();
    expect(all.slice(0, 2).sort()).toEqual(["Thread 3", "Thread 40"]);
    expect(all).toHaveLength(69);
    expect(new Set(all).size).toBe(69);
    expect(all).not.toContain("Thread 20");
    expect(all.at(-1)).toBe("Thread 1");
    expect(downwards.map(({ length }) => length)).toEqual([30, 30, 9]);

    const upwards: string[][] = [];
    page = await listThreads(guest, { id: treatments }, { newer: first });
    expect(page.older).not.toBeNull();
    expect(page.threads).toHaveLength(THREADS_PER_PAGE);
    for (;;) {
      upwards.unshift(page.threads.map(({ title }) => title));
      if (!page.newer) break;
      page = await listThreads(guest, { id: treatments }, { newer: page.newer });
    }
    // What is left above is less than a page: the beginning is shown whole.
    expect(upwards[0]).toEqual(downwards[0]);
    expect(new Set(upwards.flat())).toEqual(new Set(all));
  });

  it("show the beginning where nothing is left above, and nothing below the oldest", async () => {
    const oldest = await listThreads(guest, { id: treatments }, { older: first });
    expect(oldest).toMatchObject({ threads: [], older: null, newer: null });
    const { threads } = await listThreads(guest, { id: treatments });
    const above = await listThreads(guest, { id: treatments }, { newer: [true, new Date(), 0] });
    expect(above.threads).toEqual(threads);
  });
});

describe("views", () => {
  it("are counted later where somebody is writing, and at once everywhere else", async () => {
    const open = await category("open");
    const [written, read] = [await starts(amara, open), await starts(amara, open)].map(({ threadId }) => threadId);
    const views = new Map([written, read].map((id) => [id ?? 0, 3]));
    await transaction(async (writing) => {
      await writing.$executeRaw`SELECT 1 FROM "Thread" WHERE "id" = ${written} FOR NO KEY UPDATE`;
      expect(await transaction((tx) => addViews(tx, views))).toEqual([read]);
    });
    expect(await transaction((tx) => addViews(tx, views))).toHaveLength(2);
    expect(
      await sql(`SELECT "viewCount" AS n FROM "Thread" WHERE id = ANY($1) ORDER BY id`, [[written, read]]),
    ).toEqual([{ n: 3 }, { n: 6 }]);
  });
});
