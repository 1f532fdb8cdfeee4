import pg from "pg";
import { shared } from "@/lib/platform/shared";

/** Beyond these a search is told to come back: it would wait longer than a person does. */
const MOST_WAITING = 100;

/** Searches have two connections of their own, so that however many there are, reading and posting go on beside them. */
const pool = shared("search-pool", () =>
  new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 4_000,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    statement_timeout: 2_000,
    // One search, one core: starting helpers or a compiler costs more than they save on a bounded number of matches.
    options: "-c max_parallel_workers_per_gather=0 -c jit=off -c random_page_cost=1.1",
    application_name: "wellcited-search",
  }).on("error", () => {
    // An idle connection that the server closed: the next search opens another.
  }),
);

export class NoAnswer extends Error {
  constructor(readonly why: "slow" | "busy") {
    super(`A search was ${why}.`);
  }
}

/** One statement; `NoAnswer` where it took too long or too many others came first. */
export async function ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  if (pool.waitingCount >= MOST_WAITING) throw new NoAnswer("busy");
  try {
    return (await pool.query<Row>(text, values)).rows;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === "57014") throw new NoAnswer("slow");
    if (message === "timeout exceeded when trying to connect") throw new NoAnswer("busy");
    throw error;
  }
}
