import { AsyncLocalStorage } from "node:async_hooks";
import { setPriority } from "node:os";
import PQueue from "p-queue";
import pg from "pg";
import { hasCaughtUp } from "@/lib/platform/replica";
import { countStatement, requestAtHand } from "@/lib/platform/request";
import { running } from "@/lib/platform/running";
import { shared } from "@/lib/platform/shared";

/** Beyond these a search is told to come back: it would wait longer than a person does. */
const MOST_WAITING = 100;
/** A search that has taken this long no longer keeps the next one waiting: one more begins beside it. */
const LONG_MS = 100;
const MOST_AT_ONCE = 2;
/** As "nice" counts: what answers a page comes first, and on an idle machine a search is as fast as ever. */
const YIELDING = 10;
const REST_MS = 5_000;

/** Longer than this nobody is kept waiting, so that an answer comes before a browser or a proxy gives up. */
const WAIT_MS = 8_000;

const line = shared("search-line", () => Object.assign(new PQueue({ concurrency: 1 }), { long: 0, waiting: 0 }));
const priority = shared("search-priority", () => ({ yields: false }));

/** The server's process behind a connection. Its number alone may be another's, on another server behind the same address. */
type Process = { pid: number; since: string };
const processes = new WeakMap<object, Process>();
const END = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND backend_start = $2::timestamptz";

/** Searches have connections of their own, so that however many there are, reading and posting go on beside them. */
const open = (name: string, connectionString: string | undefined, connectionTimeoutMillis: number) =>
  shared(name, () =>
    new pg.Pool({
      connectionString,
      max: MOST_AT_ONCE + 1, // one more, to end a search by
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
        const { rows } = await client.query<Process>(
          "SELECT pid, backend_start::text AS since FROM pg_stat_activity WHERE pid = pg_backend_pid()",
        );
        if (rows[0]) processes.set(client, rows[0]);
        if (rows[0] && priority.yields) yieldToPages(rows[0]);
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
  constructor(
    readonly why: "slow" | "busy",
    cause?: unknown,
  ) {
    super(`A search was ${why}.`, { cause });
  }
}

/**
 * One search after the other, so that sixty people who search in one moment leave the processors to those who read; a
 * second beside one that takes long. Whoever has left by the time it is their turn isn't searched for.
 */
export async function inLine<T>(search: () => Promise<T>): Promise<T> {
  running.searches++;
  if (line.waiting >= MOST_WAITING) throw sentAway();
  const leaveLine = joinLine();
  const until = performance.now() + WAIT_MS;
  // The line calls each in turn at the hand of whoever came before; each searches as who they are.
  const asThemselves = AsyncLocalStorage.snapshot();
  return line.add(() =>
    asThemselves(async () => {
      leaveLine();
      if (hasLeft()) throw new NoAnswer("busy"); // to nobody
      if (performance.now() > until) throw sentAway();
      let long = 0;
      const late = setTimeout(() => countLong(++long), LONG_MS);
      try {
        return await search();
      } finally {
        clearTimeout(late);
        countLong(-long);
      }
    }),
  ) as Promise<T>;
}

function sentAway(): NoAnswer {
  running.searchesSentAway++;
  return new NoAnswer("busy");
}

/** Whoever waits is counted until it is their turn or they have gone. */
function joinLine(): () => void {
  const leaving = requestAtHand()?.leaving?.();
  const leave = () => {
    if (left) return;
    left = true;
    line.waiting--;
    leaving?.removeEventListener("abort", leave);
  };
  let left = false;
  line.waiting++;
  leaving?.addEventListener("abort", leave);
  return leave;
}

function hasLeft(): boolean {
  return requestAtHand()?.leaving?.().aborted ?? false;
}

function countLong(more: number): void {
  line.long += more;
  line.concurrency = Math.min(MOST_AT_ONCE, 1 + line.long);
}

/** One statement; `NoAnswer` where it took too long. It ends with the visit of whoever asked. */
export async function ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  try {
    return (await askReplica<Row>(text, values)) ?? (await askPrimary<Row>(text, values));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === "57014") throw new NoAnswer("slow", error);
    if (message === "timeout exceeded when trying to connect") throw sentAway();
    throw error;
  }
}

async function askPrimary<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const client = await primary().connect();
  let broken: Error | undefined;
  try {
    return await askWhileWanted<Row>(primary(), client, text, values);
  } catch (error) {
    // What isn't the server's word leaves the connection in doubt.
    if (!(error instanceof NoAnswer) && !(error as { code?: string }).code) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
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
    return (await hasCaughtUp(client)) ? await askWhileWanted<Row>(replica(), client, text, values) : null;
  } catch (error) {
    if (error instanceof NoAnswer || (error as { code?: string }).code === "57014") throw error; // slow there is slow here
    broken = error as Error;
    return rest();
  } finally {
    client.release(broken);
  }
}

/** The server is told when whoever asked has closed the page; the connection is given back once it was. */
async function askWhileWanted<Row extends object>(
  server: pg.Pool,
  client: pg.PoolClient,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const leaving = requestAtHand()?.leaving?.();
  if (leaving?.aborted) throw new NoAnswer("busy"); // to nobody
  countStatement();
  let ended: Promise<unknown> | undefined;
  const end = () => {
    ended = server.query(END, [processes.get(client)?.pid, processes.get(client)?.since]).catch(() => undefined);
  };
  leaving?.addEventListener("abort", end, { once: true });
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    leaving?.removeEventListener("abort", end);
    await ended;
  }
}

/** For a while nobody waits for a replica that can't be reached, or that ends what is in its way (40001). */
function rest(): null {
  resting.until = performance.now() + REST_MS;
  return null;
}

/** Where the database's server is a child of ours, its processes that search can be told to let others go first. */
export function letSearchesYield(): void {
  priority.yields = true;
}

function yieldToPages({ pid }: Process): void {
  try {
    setPriority(pid, YIELDING);
  } catch {
    // Not ours to say, or gone already.
  }
}
