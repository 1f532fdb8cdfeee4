import pg from "pg";
import { hasCaughtUp } from "@/lib/platform/replica";
import { shared } from "@/lib/platform/shared";

/** Beyond these a search is told to come back: it would wait longer than a person does. */
const MOST_WAITING = 100;
const REST_MS = 5_000;

/** Searches have two connections of their own, so that however many there are, reading and posting go on beside them. */
const open = (name: string, connectionString: string | undefined, connectionTimeoutMillis: number) =>
  shared(name, () =>
    new pg.Pool({
      connectionString,
      max: 2,
      connectionTimeoutMillis,
      idleTimeoutMillis: 10_000,
      allowExitOnIdle: true,
      query_timeout: 4_000, // a server that hangs doesn't keep its own time
      keepAlive: true,
      application_name: "wellcited-search",
      // Said once connected: a pooler on the way drops what is said while connecting. One search, one core: starting
      // helpers or a compiler costs more than they save on a bounded number of matches.
      onConnect: async (client) => {
        await client.query(
          "SET statement_timeout = 2000; SET max_parallel_workers_per_gather = 0; SET jit = off; SET random_page_cost = 1.1",
        );
      },
    }).on("error", () => {
      // An idle connection that the server closed: the next search opens another.
    }),
  );

/** Not where a pooler changes the connection with each statement: the settings above would be somebody else's. */
const primary = () => open("search-pool", process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL, 4_000);
const replica = () => open("search-replica", process.env.DATABASE_READ_URL, 1_000);

const resting = shared("search-replica-rests", () => ({ until: 0 }));

export class NoAnswer extends Error {
  constructor(readonly why: "slow" | "busy") {
    super(`A search was ${why}.`);
  }
}

/** One statement; `NoAnswer` where it took too long or too many others came first. */
export async function ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  if (primary().waitingCount >= MOST_WAITING) throw new NoAnswer("busy");
  try {
    return (await askReplica<Row>(text, values)) ?? (await primary().query<Row>(text, values)).rows;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === "57014") throw new NoAnswer("slow");
    if (message === "timeout exceeded when trying to connect") throw new NoAnswer("busy");
    throw error;
  }
}

/** Null where there is no replica, or none that has everything: then the primary is asked. */
async function askReplica<Row extends object>(text: string, values: unknown[]): Promise<Row[] | null> {
  if (!process.env.DATABASE_READ_URL || performance.now() < resting.until) return null;
  const client = await replica()
    .connect()
    .catch(() => null);
  if (!client) return rest();
  let broken: Error | undefined;
  try {
    return (await hasCaughtUp(client)) ? (await client.query<Row>(text, values)).rows : null;
  } catch (error) {
    if ((error as { code?: string }).code === "57014") throw error; // slow there is slow here
    broken = error as Error;
    return rest();
  } finally {
    client.release(broken);
  }
}

/** For a while nobody waits for a replica that can't be reached, or that ends what is in its way (40001). */
function rest(): null {
  resting.until = performance.now() + REST_MS;
  return null;
}
