import PgBoss from "pg-boss";
import { now } from "./clock";
import type { Tx } from "./db";
import { pool } from "./db";
import { log } from "./log";
import { type Fetched, ManyJobs } from "./many-jobs";
import { countStatement } from "./request";
import { shared } from "./shared";

/** A job's handler throws to be tried again; pg-boss spaces the tries. */
export type Job = {
  kind: string;
  work: (payload: never) => Promise<unknown>;
  /** For what nothing else causes: at these times (cron, UTC), or whenever the forum starts. */
  cron?: string;
  atStart?: boolean;
  /** For what waits much and works little: so many side by side; `fetched` hears of all that came together before they begin. */
  many?: { atOnce: number; fetch: number; fetched?: (payloads: never[]) => Promise<unknown> };
};

export type Sending = {
  startAfter?: Date;
  singletonKey?: string;
  /** Higher comes first; 0 where nothing is said. */
  priority?: number;
  /** A job that ran so long is taken for lost, as its process may be, and done again. */
  expireInSeconds?: number;
};

const boss = shared("boss", () => {
  const made = new PgBoss({
    db: { executeSql: async (text: string, values: unknown[]) => pool.query(text, values as unknown[]) },
    schedule: true,
    supervise: true,
    maintenanceIntervalSeconds: 30, // how late a killed process's jobs are noticed
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
  made.on("error", (error) => log.error({ err: error }, "the job runner had a fault"));
  return made;
});

const state = shared("queue", () => ({
  ready: null as Promise<unknown> | null,
  known: new Set<string>(),
  many: new Set<ManyJobs>(),
  /** The kinds that this process works through. */
  worked: new Set<string>(),
}));

/** Creates the job tables if need be. Sending works from then on, in this process or another. */
export function openQueue(): Promise<unknown> {
  state.ready ??= boss.start();
  return state.ready;
}

async function know(kind: string): Promise<void> {
  if (state.known.has(kind)) return;
  await boss.createQueue(kind);
  state.known.add(kind);
}

/** Enqueues inside the caller's transaction: no job without its cause, no cause without its job. */
export async function enqueue(tx: Tx, kind: string, payload: object, options: Sending = {}): Promise<void> {
  await openQueue();
  await know(kind);
  await boss.send(kind, payload, { ...sending(options), db: inside(tx) } as PgBoss.SendOptions);
}

/** The same for many at once, each with its own options. */
export async function enqueueMany(tx: Tx, kind: string, jobs: (Sending & { payload: object })[]): Promise<void> {
  if (jobs.length === 0) return;
  await openQueue();
  await know(kind);
  const rows = jobs.map(({ payload, ...options }) => {
    const { startAfter, ...rest } = sending(options);
    return { name: kind, data: payload, ...rest, ...(startAfter ? { startAfter: startAfter.toISOString() } : {}) };
  });
  await boss.insert(rows, { db: inside(tx) } as PgBoss.InsertOptions);
}

function sending({ startAfter, singletonKey, priority, expireInSeconds }: Sending) {
  return {
    ...(startAfter && startAfter > now() ? { startAfter } : {}),
    ...(singletonKey ? { singletonKey } : {}),
    ...(priority ? { priority } : {}),
    ...(expireInSeconds ? { expireInSeconds } : {}),
    retryLimit: 8, // ten minutes and more, the longest that anybody holds a row
    retryDelay: 5,
    retryBackoff: true,
  };
}

function inside(tx: Tx): PgBoss.Db {
  return {
    executeSql: async (text: string, values: unknown[]) => ({
      rows: (await tx.$queryRawUnsafe(text, ...values)) as unknown[],
    }),
  };
}

/** Works through the jobs as they come, until `closeQueue`. Called again after a fault, it goes on with the kinds that were left. */
export async function runJobs(jobs: Job[]): Promise<void> {
  await openQueue();
  for (const { kind, work, cron, atStart, many } of jobs) {
    if (state.worked.has(kind)) continue;
    await know(kind);
    if (cron) await boss.schedule(kind, cron);
    if (atStart) await boss.send(kind, {}, { singletonKey: "at start" });
    if (many) {
      state.many.add(
        new ManyJobs(kind, many, {
          fetch: async (count) => (await boss.fetch(kind, { batchSize: count })) ?? [],
          fetched: async (batch) => many.fetched?.(batch.map(({ data }) => data) as never[]),
          carryOut: (job) => carryOut({ kind, work }, job),
          putBack: (batch) => putBack(kind, batch),
        }),
      );
      state.worked.add(kind);
      continue;
    }
    // Nobody waits for what comes by the clock, and looking is most of what an instance does that nobody asks anything.
    await boss.work(kind, { pollingIntervalSeconds: cron ? 5 : 0.5, batchSize: 5 }, async (batch) => {
      for (const job of batch) await carryOut({ kind, work }, job);
    });
    state.worked.add(kind);
  }
}

/** Each job by itself: pg-boss would try all that were fetched together again when one of them fails. */
async function carryOut({ kind, work }: Job, job: Fetched): Promise<void> {
  try {
    await work(job.data as never);
    await boss.complete(kind, job.id);
  } catch (error) {
    log.warn({ err: error, kind }, "a job failed");
    await boss.fail(kind, job.id, { message: String(error) });
  }
}

/** As if they had never been fetched. */
async function putBack(kind: string, batch: Fetched[]): Promise<void> {
  await pool.query(
    "UPDATE pgboss.job SET state = 'created', started_on = NULL WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active'",
    [kind, batch.map(({ id }) => id)],
  );
}

/** Works through what is due and returns how many there were: for tests and the seed, where nothing runs beside. */
export async function runDueJobs(jobs: Job[]): Promise<number> {
  await openQueue();
  let done = 0;
  for (let more = true; more; ) {
    more = false;
    for (const { kind, work } of jobs) {
      await know(kind);
      for (const job of (await boss.fetch(kind, { batchSize: 50 })) ?? []) {
        more = true;
        done++;
        await carryOut({ kind, work }, job);
      }
    }
  }
  return done;
}

/** Puts the jobs of processes that are gone in line again, as is done every half minute anyway. */
export async function takeBackLostJobs(): Promise<void> {
  await openQueue();
  await boss.maintain();
}

export async function closeQueue(): Promise<void> {
  if (!state.ready) return;
  await state.ready.catch(() => {});
  await Promise.all([...state.many].map((one) => one.stop(5_000)));
  state.many.clear();
  state.worked.clear();
  state.ready = null;
  state.known.clear();
  await boss.stop({ graceful: true, wait: true, timeout: 5_000, close: false });
}

/** A job that failed as often as it may; its payload stays where it is, for it may hold an address. */
export type FailedJob = { id: string; kind: string; error: string; createdAt: Date; failedAt: Date };

/** The newest first. pg-boss moves them to its archive after an hour and deletes them after a week. */
export async function listFailedJobs(count = 100): Promise<FailedJob[]> {
  await openQueue();
  const columns = `id::text, name AS kind, coalesce(output->>'message', output#>>'{value,message}', '') AS error,
    created_on AS "createdAt", coalesce(completed_on, created_on) AS "failedAt"`;
  countStatement();
  const { rows } = await pool.query<FailedJob>(
    `SELECT ${columns} FROM pgboss.job WHERE state = 'failed' AND name NOT LIKE '\\_\\_pgboss%'
     UNION ALL SELECT ${columns} FROM pgboss.archive WHERE state = 'failed' AND name NOT LIKE '\\_\\_pgboss%'
     ORDER BY "failedAt" DESC LIMIT $1`,
    [count],
  );
  return rows;
}

/** Takes a failed job away and, unless it is given up, puts the same work in line anew. Null where there is none any more. */
export async function endFailedJob(tx: Tx, id: string, then: "again" | "never"): Promise<{ kind: string } | null> {
  const [job] = await tx.$queryRaw<{ kind: string; data: object | null }[]>`
    WITH here AS (DELETE FROM pgboss.job WHERE id = ${id}::uuid AND state = 'failed' RETURNING name, data),
      there AS (DELETE FROM pgboss.archive WHERE id = ${id}::uuid AND state = 'failed' RETURNING name, data)
    SELECT name AS kind, data FROM here UNION ALL SELECT name, data FROM there LIMIT 1`;
  if (!job) return null;
  if (then === "again") await enqueue(tx, job.kind, job.data ?? {});
  return { kind: job.kind };
}
