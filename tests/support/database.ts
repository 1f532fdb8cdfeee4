import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { makeDatabase, TEMPLATE } from "./cluster";

// Runs before each file of domain tests, and so before lib is imported: lib finds a fresh database of its own.

const url = await makeDatabase(inject("superuserUrl"), `worker_${process.env.VITEST_POOL_ID}`, TEMPLATE);
const dataDir = await mkdtemp(path.join(tmpdir(), "wellcited-files-"));
Object.assign(process.env, {
  DATABASE_URL: url,
  DATA_DIR: dataDir,
  ORIGIN: "http://127.0.0.1:3000",
  AUTH_SECRET: "tests-only-tests-only-tests-only-tests-only",
  CONTACT_EMAIL: "tests@example.org",
  MAIL_FROM: "forum@example.org",
  LOG_LEVEL: "silent",
});

const client = new Client({ connectionString: url });
client.on("error", () => undefined); // the database is dropped under it when the next file begins
await client.connect();

afterAll(async () => {
  await client.end();
  await rm(dataDir, { recursive: true, force: true });
});

/** Empties every table and begins its numbers at one again. For `beforeEach`. */
export async function resetDatabase(): Promise<void> {
  const tables = await nameTables();
  const checks = tables.map((table, i) => `SELECT ${i} AS i WHERE EXISTS (SELECT 1 FROM ${table})`);
  const { rows } = await client.query<{ i: number }>(checks.join(" UNION ALL "));
  if (rows.length) await client.query(`TRUNCATE ${rows.map(({ i }) => tables[i]).join(", ")} RESTART IDENTITY CASCADE`);
}

async function nameTables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
        OR (schemaname = 'pgboss' AND tablename IN ('job', 'archive', 'schedule'))`,
  );
  return rows.map((row) => row.name);
}

/** For tests that look at rows themselves. */
export async function sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await client.query<Row>(text, values)).rows;
}

/** Until some statement waits for a row that another transaction holds: what a test lets happen at the same moment. */
export async function untilSomebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
  const end = Date.now() + 10_000;
  while ((await sql(waiting)).length === 0) {
    if (Date.now() > end) throw new Error("Nobody waits for a row that this test holds.");
    await new Promise((resume) => setTimeout(resume, 10));
  }
}
