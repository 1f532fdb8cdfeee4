import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Client } from "pg";
import { transaction } from "@/lib/platform/db";
import { enqueueLookUp } from "@/lib/studies/writes";
import { type BusyRegistries, doiOf, pmidOf } from "./busy-registries";

/** A thread whose posts cite so many studies, one in two by its DOI and one in two by its PMID, each with its look-up in line. */
export async function putInLine(client: Client, count: number): Promise<void> {
  await client.query(`
    INSERT INTO "Member" (name, "nameKey", "nameSkeleton") VALUES ('bench', 'bench', 'bench');
    INSERT INTO "Category" (slug, name, description, position) VALUES ('bench', 'Bench', '', 1);
    INSERT INTO "Thread" ("categoryId", "authorId", title, slug, audience, "lastPosition")
      SELECT c.id, m.id, 'Bench', 'bench', 'everyone', 1 FROM "Category" c, "Member" m;
    INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", state)
      SELECT id, 1, "authorId", '', '', 1, 'visible' FROM "Thread";`);
  const names = Array.from({ length: count }, (_, at) => at + 1).map((n) =>
    n % 2 ? { kind: "doi", value: doiOf(n) } : { kind: "pmid", value: pmidOf(n) },
  );
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO "Study" ("cardHtml") SELECT '' FROM generate_series(1, $1) RETURNING id`,
    [count],
  );
  const ids = rows.map(({ id }) => id);
  const values = [names.map(({ kind }) => kind), names.map(({ value }) => value), ids];
  await client.query(
    `INSERT INTO "StudyIdentifier" (kind, value, "studyId") SELECT * FROM unnest($1::text[], $2::text[], $3::int[])`,
    values,
  );
  await client.query(
    `INSERT INTO "Citation" ("postNumber", position, kind, value, "studyId")
     SELECT p.number, n.at - 1, n.kind, n.value, n.study FROM "Post" p,
       unnest($1::text[], $2::text[], $3::int[]) WITH ORDINALITY AS n(kind, value, study, at)`,
    values,
  );
  for (let from = 0; from < ids.length; from += 100) {
    await transaction(async (tx) => {
      for (const id of ids.slice(from, from + 100)) await enqueueLookUp(tx, id);
    });
  }
}

export type Worker = { name: string; process: ChildProcess; ended: Promise<void>; ready: Promise<void> };

/** The registries know it by the address it gives them. */
export function startWorker(name: string, databaseUrl: string, registries: BusyRegistries): Worker {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "worker.ts")], {
    env: {
      ...process.env,
      ...registries.urls,
      DATABASE_URL: databaseUrl,
      CONTACT_EMAIL: `${name}@example.org`,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error(`The worker ${name} ended before it was ready.`)));
  });
  return { name, process: child, ended, ready };
}

export type Progress = { open: number; jobs: number; asking: number };

/** Studies without a full answer, jobs not done, and studies somebody is at. */
export async function progressOf(client: Client): Promise<Progress> {
  const { rows } = await client.query<Progress>(`
    SELECT (SELECT count(*)::int FROM "Study" WHERE state <> 'found') AS open,
      (SELECT count(*)::int FROM pgboss.job WHERE name = 'study.look-up' AND state < 'completed') AS jobs,
      (SELECT count(*)::int FROM "Study" WHERE "askingUntil" > now()) AS asking`);
  return rows[0] as Progress;
}

/** Studies that a source was asked about more than once; `byKilled`: by the worker that was killed, the first time. */
export function askedTwice({ given }: BusyRegistries, killed: string): { byKilled: string[]; others: string[] } {
  const twice = [...given].filter(([, who]) => who.length > 1);
  const isKilled = (who: string[]) => who.slice(0, -1).every((name) => name === `${killed}@example.org`);
  return {
    byKilled: twice.filter(([, who]) => isKilled(who)).map(([what]) => what),
    others: twice.filter(([, who]) => !isKilled(who)).map(([what]) => what),
  };
}
