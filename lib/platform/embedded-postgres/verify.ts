import { Client } from "pg";
import { freePort } from "../ports";
import { StartProblem } from "../start-problem";
import type { Cluster } from "./cluster";
import { addressOf, type Notebook } from "./notebook";
import { startServer, stopServer } from "./server";

/** How many rows each table has, by name. */
export type Rows = Record<string, number>;

/** Starts a copy on a port of its own, which repairs it as after a power cut, reads every row and every index, and stops it cleanly. */
export async function tryCluster(cluster: Cluster, notebook: Notebook): Promise<Rows> {
  const server = await startServer(cluster, await freePort(), { autovacuum: "off", min_wal_size: "32MB" });
  try {
    const superuser = addressOf({ ...notebook, port: server.port }, "postgres");
    return await readEverything(superuser.replace(/postgres$/, "wellcited"));
  } catch (error) {
    throw new StartProblem(`The copy was tried and is not sound, so it was not kept: ${(error as Error).message}`);
  } finally {
    await stopServer(server, cluster);
  }
}

async function readEverything(url: string): Promise<Rows> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; quoted: string }>(`
      SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name,
             format('%I.%I', n.nspname, c.relname) AS quoted
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
    const counted: Rows = {};
    for (const { name, quoted } of tables) {
      // As text, so that long values kept apart are read too; each block's checksum is looked at on the way.
      const { rows } = await client.query<{ rows: number }>(
        `SELECT count(t::text)::int AS rows, sum(length(t::text)) FROM ${quoted} t`,
      );
      counted[name] = rows[0]?.rows ?? 0;
    }
    await checkIndexes(client);
    return counted;
  } finally {
    await client.end();
  }
}

/** Every row is in every index that should have it. */
async function checkIndexes(client: Client): Promise<void> {
  await client.query("BEGIN");
  await client.query("CREATE EXTENSION amcheck SCHEMA public");
  await client.query(`
    SELECT public.bt_index_check(i.indexrelid, true)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
    WHERE a.amname = 'btree' AND i.indisvalid AND c.relkind = 'i' AND c.relpersistence = 'p'`);
  await client.query("ROLLBACK"); // takes the extension away again
}
