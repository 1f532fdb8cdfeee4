import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { draftSql, readSchema } from "@/bin/draft-migration.mjs";
import { migrate } from "@/lib/platform/migrations";
import { makeDatabase, startTestCluster } from "../support/cluster";

// The schema files say what the code believes, the migrations what the database has.

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let drafted: Client;
let migrated: Client;

beforeAll(async () => {
  cluster = await startTestCluster();
  drafted = await connectTo(await makeDatabase(cluster.superuserUrl, "drafted"));
  await drafted.query(await draftSql(await readSchema()));
  const url = await makeDatabase(cluster.superuserUrl, "migrated");
  await migrate(url);
  migrated = await connectTo(url);
});

afterAll(async () => {
  await drafted?.end();
  await migrated?.end();
  await cluster?.remove();
});

test("each column is as the schema says: its type, whether it may be empty, its default", async () => {
  const columns = `
    SELECT table_name || '.' || column_name || ' ' || udt_name || ' '
      || coalesce(numeric_precision::text, '') || '/' || coalesce(numeric_scale::text, '')
      || coalesce(datetime_precision::text, '') || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS it
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`;
  expect(await list(migrated, columns)).toEqual(await list(drafted, columns));
});

test("each enum has the values the schema says, in order", async () => {
  const enums = `
    SELECT t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS it
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY t.typname ORDER BY 1`;
  expect(await list(migrated, enums)).toEqual(await list(drafted, enums));
});

test("each key, reference and index of the schema is there", async () => {
  const promises = `
    SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) AS it FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u')
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`;
  const there = await list(migrated, promises);
  expect((await list(drafted, promises)).filter((promise) => !there.includes(promise))).toEqual([]);
});

async function connectTo(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

async function list(client: Client, sql: string): Promise<string[]> {
  return (await client.query<{ it: string }>(sql)).rows.map((row) => row.it);
}
