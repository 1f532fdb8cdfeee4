import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type EmbeddedPostgres,
  findRunningPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from "@/lib/platform/embedded-postgres";
import { makeTemporaryDataDir } from "../support/cluster";

let dataDir: string;
let database: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = await makeTemporaryDataDir();
  database = await startEmbeddedPostgres({ dataDir });
  await ask(`CREATE TABLE said (text text)`);
});

afterAll(async () => {
  await database.stop();
  await removeEmbeddedPostgres(dataDir);
});

test("its passwords are readable by their owner only", async () => {
  expect((await stat(path.join(dataDir, "database.json"))).mode & 0o777).toBe(0o600);
});

test("a command beside it finds it", async () => {
  expect(await findRunningPostgres(dataDir)).toBe(database.url);
});

test("the forum's own role is not the master of the server", async () => {
  expect(
    await ask("SELECT rolsuper OR rolcreaterole OR rolcreatedb AS master FROM pg_roles WHERE rolname = current_user"),
  ).toEqual([{ master: false }]);
});

test("a second start on the same data is refused and disturbs nothing", async () => {
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/already running on the data/);
  expect(await ask("SELECT 1 AS fine")).toEqual([{ fine: 1 }]);
});

test("killed at any moment, it comes back by itself with everything that was saved", async () => {
  await ask(`INSERT INTO said VALUES ('kept')`);
  process.kill(await serverPid(), "SIGKILL");
  await expect
    .poll(() => ask("SELECT text FROM said").catch(() => "not yet"), { timeout: 15_000 })
    .toEqual([{ text: "kept" }]);
});

test("stopped and started again, everything is there", async () => {
  await database.stop();
  expect(await findRunningPostgres(dataDir)).toBeNull();
  database = await startEmbeddedPostgres({ dataDir });
  expect(await ask("SELECT text FROM said")).toEqual([{ text: "kept" }]);
});

test("data of another PostgreSQL are left alone, with a sentence", async () => {
  await database.stop();
  const version = path.join(dataDir, "postgres", "PG_VERSION");
  const own = await readFile(version, "utf8");
  await writeFile(version, "15\n");
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
    /were written by PostgreSQL 15 and this is PostgreSQL 18/,
  );
  await writeFile(version, own);
  database = await startEmbeddedPostgres({ dataDir });
  expect(await ask("SELECT text FROM said")).toEqual([{ text: "kept" }]);
});

test("a pid file whose number belongs to another process by now is no obstacle", async () => {
  await database.stop();
  await writeFile(path.join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n${dataDir}/postgres\n0\n1\n`);
  database = await startEmbeddedPostgres({ dataDir });
  expect(await ask("SELECT text FROM said")).toEqual([{ text: "kept" }]);
});

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  client.on("error", () => undefined); // the server is killed on purpose
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number> {
  const text = await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}
