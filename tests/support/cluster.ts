import { chmod, mkdtemp, readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import PgBoss from "pg-boss";
import type { TestProject } from "vitest/node";
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { migrate } from "@/lib/platform/migrations";

declare module "vitest" {
  interface ProvidedContext {
    superuserUrl: string;
  }
}

const PREFIX = "wellcited-test-";
export const TEMPLATE = "forum_as_migrated";

/** One real PostgreSQL for a whole run of domain tests, with a migrated database that each file gets a copy of. */
export default async function setup(project: TestProject) {
  await removeForgotten();
  const cluster = await startTestCluster();
  const template = await makeDatabase(cluster.superuserUrl, TEMPLATE);
  await migrate(template);
  await makeJobTables(template);
  project.provide("superuserUrl", cluster.superuserUrl);
  return cluster.remove;
}

export async function startTestCluster(): Promise<EmbeddedPostgres & { dataDir: string; remove(): Promise<void> }> {
  const dataDir = await makeTemporaryDataDir();
  const cluster = await startEmbeddedPostgres({
    dataDir,
    // Nobody misses these data after a power cut.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  const remove = async () => {
    await cluster.stop();
    await removeEmbeddedPostgres(dataDir);
  };
  return { ...cluster, dataDir, remove };
}

/** Root's PostgreSQL runs as another user, who has to pass through. */
export async function makeTemporaryDataDir(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX));
  await chmod(folder, 0o711);
  return folder;
}

export async function makeDatabase(superuserUrl: string, name: string, template = "template0"): Promise<string> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  } finally {
    await client.end();
  }
  return databaseUrl(superuserUrl, name);
}

/** The job runner would make them in each copy by itself, a tenth of a second a time. */
async function makeJobTables(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(PgBoss.getConstructionPlans("pgboss"));
  await client.end();
}

export function databaseUrl(superuserUrl: string, name: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A run that was killed leaves its server behind. One that has only just begun is somebody else's. */
async function removeForgotten() {
  const folders = (await readdir(tmpdir()))
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => path.join(tmpdir(), name));
  for (const folder of folders) {
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs < 60_000) continue;
    await removeEmbeddedPostgres(folder).catch(() => undefined); // a run that still goes on is using it
  }
}
