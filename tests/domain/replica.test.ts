import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { transaction } from "@/lib/platform/db";
import { hasCaughtUp } from "@/lib/platform/replica";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { search } from "@/lib/search/queries";
import { makeDatabase, TEMPLATE } from "../support/cluster";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

// A replica that stands still until `catchUp`: a second database that is given the first one's rows.

let replica: Client;
let jasond: MemberViewer;
let threadId: number;

beforeAll(async () => {
  const url = await makeDatabase(inject("superuserUrl"), `replica_${process.env.VITEST_POOL_ID}`, TEMPLATE);
  process.env.DATABASE_READ_URL = url;
  replica = new Client({ connectionString: url });
  replica.on("error", () => undefined);
  await replica.connect();
  await replica.query("SET session_replication_role = replica");
});
afterAll(async () => {
  delete process.env.DATABASE_READ_URL;
  await replica.end();
});

beforeEach(async () => {
  await resetDatabase();
  await catchUp();
  jasond = await joined("jasond");
  threadId = (await starts(jasond, await category("treatments"), "How was it with prednisone?")).threadId;
});

async function catchUp(): Promise<void> {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await replica.query("BEGIN");
  await replica.query(`TRUNCATE ${tables.map(({ name }) => name).join(", ")}`);
  for (const { name } of tables) {
    const rows = await sql<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${name} t`);
    await replica.query(`INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`, [
      JSON.stringify(rows.map(({ row }) => row)),
    ]);
  }
  await replica.query("COMMIT");
}

const found = async (q: string) => (await search(guest, { q, page: 1 })).hits.map(({ number }) => number);

describe("a search on a replica", () => {
  it("is answered there once the replica has everything", async () => {
    await catchUp();
    expect(await hasCaughtUp(replica)).toBe(true);
    // As no replica can: rows of its own show who answered.
    await replica.query(`UPDATE "Thread" SET "title" = 'A title that only the replica has'`);
    const [hit] = (await search(guest, { q: "prednisone", page: 1 })).hits;
    expect(hit?.threadTitle.map(({ text }) => text).join("")).toBe("A title that only the replica has");
  });

  it("finds what somebody has just written, however far behind the replica is", async () => {
    await catchUp();
    const { number } = await replies(jasond, threadId, "Eltrombopag was easier for me.");
    expect(await hasCaughtUp(replica)).toBe(false);
    expect(await found("eltrombopag")).toEqual([number]);
    await catchUp();
    expect(await found("eltrombopag")).toEqual([number]);
  });

  it("does not find what a moderator has just hidden, although the replica still shows it", async () => {
    const { number } = await replies(jasond, threadId, "My neighbour Karla has it too.");
    await catchUp();
    expect(await found("karla")).toEqual([number]);
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, number);
      if (post) await setPostState(tx, post, "hidden", "privacy");
    });
    expect(await found("karla")).toEqual([]);
  });

  it("is answered by the primary while the replica can't be read", async () => {
    const { number } = await replies(jasond, threadId, "Romiplostim every week.");
    await catchUp();
    await replica.query(`ALTER TABLE "SearchRow" RENAME TO away`);
    expect(await found("romiplostim")).toEqual([number]);
    await replica.query(`ALTER TABLE away RENAME TO "SearchRow"`);
  });
});
