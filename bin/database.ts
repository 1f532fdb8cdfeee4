import { Client } from "pg";
import type { Config } from "@/lib/platform/config";
import { findRunningPostgres, hasEmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { StartProblem } from "@/lib/platform/start-problem";
import { type Print, step } from "./steps.mjs";

/** `direct` is the server itself where `url` leads to a pooler: for migrations, and whatever else keeps one connection. */
export type OpenDatabase = {
  url: string;
  direct: string;
  where: string;
  /** Its server is a child of this process. */
  embedded: boolean;
  stop(): Promise<void>;
};

const OLDEST = 15;

/**
 * The database that DATABASE_URL names, else the embedded one, started for this process alone. `begun` is called when
 * there is only waiting left.
 */
export async function openDatabase(config: Config, say: Print, begun = () => {}): Promise<OpenDatabase> {
  if (config.DATABASE_URL) {
    const opening = openGiven(config.DATABASE_URL, config.DATABASE_DIRECT_URL, say);
    begun();
    return opening;
  }
  const embedded = await step(
    "Starting PostgreSQL",
    "PostgreSQL is ready",
    () => startEmbeddedPostgres({ dataDir: config.DATA_DIR, say, begun }),
    say,
  );
  return {
    url: embedded.url,
    direct: embedded.url,
    where: `embedded PostgreSQL, data in ${config.DATA_DIR}`,
    embedded: true,
    stop: embedded.stop,
  };
}

/** For a command beside a forum that may be running: uses its database as it is, or starts it for as long as needed. */
export async function borrowDatabase(config: Config): Promise<OpenDatabase> {
  const running = config.DATABASE_URL ? null : await findRunningPostgres(config.DATA_DIR);
  if (running)
    return {
      url: running,
      direct: running,
      where: "the running forum's database",
      embedded: false,
      stop: async () => {},
    };
  return openDatabase(config, () => {});
}

/** Refuses where no forum was ever started, before anything is made. */
export async function requireForum(config: Config): Promise<void> {
  if (config.DATABASE_URL || (await hasEmbeddedPostgres(config.DATA_DIR))) return;
  throw new StartProblem(`There is no forum in ${config.DATA_DIR}; set DATA_DIR (or DATABASE_URL) to where yours is.`);
}

async function openGiven(url: string, direct: string | undefined, say: Print): Promise<OpenDatabase> {
  const { host } = new URL(url); // never the whole address: it holds a password
  if (direct) await lookAt(direct, "DATABASE_DIRECT_URL");
  const { limited } = await lookAt(url, "DATABASE_URL");
  if (!limited)
    say(
      `The pooler at ${host} drops the time limits that the forum sets; give its role limits of its own, as docs/deploy/role.sql does.`,
    );
  return { url, direct: direct ?? url, where: `PostgreSQL at ${host}`, embedded: false, stop: async () => {} };
}

async function lookAt(url: string, name: string): Promise<{ limited: boolean }> {
  const { host } = new URL(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, statement_timeout: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; limit: string }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('statement_timeout') AS limit",
    );
    const version = rows[0]?.version ?? 0;
    if (version < OLDEST)
      throw new StartProblem(`The database at ${host} is PostgreSQL ${version}; the forum needs ${OLDEST} or newer.`);
    return { limited: rows[0]?.limit !== "0" };
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartProblem(`The database that ${name} names (${host}) can't be used: ${message || code}.`);
  } finally {
    await client.end().catch(() => undefined); // it may never have been open
  }
}
