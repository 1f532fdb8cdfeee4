import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { StartProblem } from "./start-problem";

/** The number `prisma migrate deploy` locks with, so that the two can't run at once. */
const PRISMAS_LOCK = 72707369;

/** Exactly the table Prisma makes, so that its own command agrees with what was applied here. */
const JOURNAL = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

export type Migration = { name: string; sql: string; checksum: string };

export async function readMigrations(folder = "prisma/migrations"): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    }),
  );
}

/** Applies what the database has not seen yet, each file in its own transaction, and returns the names. */
export async function migrate(databaseUrl: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMAS_LOCK]);
    await requireOwnDatabase(client);
    await client.query(JOURNAL);
    const missing = withoutApplied(migrations, await readJournal(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end(); // ends the lock too
  }
}

/** What `migrate` would apply, by name; the database stays as it is. */
export async function listMissing(databaseUrl: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`,
    );
    const journal = rows[0]?.there ? await readJournal(client) : [];
    return withoutApplied(migrations, journal).map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** A database with tables but without our journal is somebody else's. */
async function requireOwnDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ tablename: string }>(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
  );
  if (rows.length === 0 || rows.some((row) => row.tablename === "_prisma_migrations")) return;
  throw new StartProblem(
    `The database that DATABASE_URL names holds tables of something else (${rows[0]?.tablename}); give the forum an empty one.`,
  );
}

type Landed = { migration_name: string; checksum: string; finished_at: Date | null };

async function readJournal(client: Client): Promise<Landed[]> {
  const { rows } = await client.query<Landed>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

function withoutApplied(migrations: Migration[], journal: Landed[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const landed of journal) {
    const migration = known.get(landed.migration_name);
    if (!landed.finished_at)
      throw new StartProblem(
        `The migration ${landed.migration_name} was begun in this database by another tool and never finished; mark it as rolled back or finished before starting.`,
      );
    if (!migration)
      throw new StartProblem(
        `This database was migrated by a newer version of the forum (${landed.migration_name}), so this version does not touch it.`,
      );
    if (migration.checksum !== landed.checksum)
      throw new StartProblem(
        `The migration ${landed.migration_name} was changed after it landed in this database; put the file back as it was and add a new migration instead.`,
      );
  }
  const landed = new Set(journal.map((row) => row.migration_name));
  return migrations.filter((migration) => !landed.has(migration.name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = 0"); // whatever the role's own are
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined); // the first error is the one worth telling
    throw new Error(`The migration ${name} was not applied: ${(error as Error).message}`, { cause: error });
  }
}
