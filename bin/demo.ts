import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { StartProblem } from "@/lib/platform/start-problem";
import { type Print, step } from "./steps.mjs";

/** Someone whom a visitor of the demo can sign in as. */
export type Account = { name: string; password: string; role: string };
export type Mode = "demo" | "live";

type ForumRow = { mode: Mode; seededAt: Date | null };

/** What this forum is, decided by its first start and never again. */
export async function keepMode(databaseUrl: string, wanted: Mode): Promise<void> {
  const forum = await withClient(databaseUrl, async (client) => {
    await client.query(`INSERT INTO "Forum" (mode, name) VALUES ($1, 'Wellcited') ON CONFLICT DO NOTHING`, [wanted]);
    return (await client.query<ForumRow>(`SELECT mode FROM "Forum"`)).rows[0];
  });
  if (forum?.mode === wanted) return;
  throw new StartProblem(
    wanted === "live"
      ? "This data folder holds a demo, and a demo stays one; set DATA_DIR (or DATABASE_URL) to an empty place for a live forum."
      : "This data folder holds a live forum; start it with “npm start -- --live”.",
  );
}

/** What the forum was at its first start; null before that. */
export async function readMode(databaseUrl: string): Promise<Mode | null> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('"Forum"') IS NOT NULL AS there`);
    if (!rows[0]?.there) return null;
    return (await client.query<ForumRow>(`SELECT mode FROM "Forum"`)).rows[0]?.mode ?? null;
  });
}

/** Makes the demo's community if it isn't there, from the beginning if an earlier start was cut short. */
export async function seedIfNew(databaseUrl: string, dataDir: string, say: Print): Promise<Account[]> {
  const file = path.join(dataDir, "demo-accounts.json");
  const [forum] = await withClient(
    databaseUrl,
    async (client) => (await client.query<ForumRow>(`SELECT * FROM "Forum"`)).rows,
  );
  if (forum?.seededAt) return JSON.parse(await readFile(file, "utf8").catch(() => "[]")) as Account[];
  await withClient(databaseUrl, empty);
  const { seed } = await import("@/prisma/seed");
  const accounts = await step("Making the demo’s community", "The community is there", () => seed(), say);
  await writeFile(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await withClient(databaseUrl, (client) => client.query(`UPDATE "Forum" SET "seededAt" = now()`));
  return accounts;
}

/** Nobody can have used a demo that was never complete. */
async function empty(client: Client) {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I', tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'Forum')`,
  );
  await client.query(`TRUNCATE ${rows.map((row) => row.name).join(", ")} RESTART IDENTITY CASCADE`);
  await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE");
}

async function withClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
