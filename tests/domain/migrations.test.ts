import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { migrate, readMigrations } from "@/lib/platform/migrations";
import { makeDatabase } from "../support/cluster";

let folder: string;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wellcited-migrations-"));
  await cp("prisma/migrations", folder, { recursive: true });
  url = await makeDatabase(inject("superuserUrl"), `to_migrate_${process.env.VITEST_POOL_ID}`);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test("every migration is applied once, in order, and written down as Prisma does", async () => {
  const all = await readMigrations(folder);
  expect(await migrate(url, folder)).toEqual(all.map(({ name }) => name));
  expect(await migrate(url, folder)).toEqual([]);
  const journal = await ask(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY 1`,
  );
  expect(journal).toEqual(all.map(({ name, checksum }) => ({ name, checksum })));
});

test("two starts at the same moment migrate once", async () => {
  const [one, other] = await Promise.all([migrate(url, folder), migrate(url, folder)]);
  expect([...one, ...other]).toEqual((await readMigrations(folder)).map(({ name }) => name));
});

test("a migration that was changed after it landed is refused by name", async () => {
  await migrate(url, folder);
  const [first] = await readMigrations(folder);
  await appendFile(path.join(folder, first?.name ?? "", "migration.sql"), "-- another thought\n");
  await expect(migrate(url, folder)).rejects.toThrow(`${first?.name} was changed after it landed`);
});

test("a database that knows a newer migration than this code is left alone", async () => {
  await migrate(url, folder);
  const last = (await readMigrations(folder)).at(-1)?.name ?? "";
  await rm(path.join(folder, last), { recursive: true });
  await expect(migrate(url, folder)).rejects.toThrow(/by a newer version of the forum/);
});

test("a migration that fails half-way leaves nothing behind, and what went before it stays", async () => {
  await mkdir(path.join(folder, "29990101000000_does_not_work"));
  const bad = `CREATE TABLE "Half" (id int);\nSELECT 1 / 0;\n`;
  await writeFile(path.join(folder, "29990101000000_does_not_work", "migration.sql"), bad);
  await expect(migrate(url, folder)).rejects.toThrow(/29990101000000_does_not_work was not applied: division by zero/);
  expect(await ask(`SELECT to_regclass('"Half"') AS half, to_regclass('"Member"') IS NOT NULL AS rest`)).toEqual([
    { half: null, rest: true },
  ]);
});

test("a database that holds somebody else's tables is not touched", async () => {
  await ask(`CREATE TABLE bakery (id int)`);
  await expect(migrate(url, folder)).rejects.toThrow(/holds tables of something else \(bakery\)/);
  expect(await ask(`SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'`)).toEqual([
    { tables: 1 },
  ]);
});

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
