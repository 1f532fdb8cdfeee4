import { execFile } from "node:child_process";
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDamage } from "@/lib/integrity/queries";
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { type About, backUp } from "@/lib/platform/embedded-postgres/backup";
import { restore } from "@/lib/platform/embedded-postgres/restore";
import { migrate } from "@/lib/platform/migrations";
import { StartProblem } from "@/lib/platform/start-problem";
import { makeTemporaryDataDir } from "../support/cluster";

const WRITERS = 3;
const keep = { "auth-secret": "a secret for tests, kept as it is" };

let dataDir: string;
let elsewhere: string;
let forum: EmbeddedPostgres;
let to: string;

beforeAll(async () => {
  dataDir = await makeTemporaryDataDir();
  elsewhere = await makeTemporaryDataDir();
  forum = await startEmbeddedPostgres({ dataDir });
  await migrate(forum.url);
  await ask(forum.url, `INSERT INTO "Category" (slug, name, description, position) VALUES ('c', 'C', '', 1)`);
  await ask(forum.url, `INSERT INTO "Forum" (mode, name) VALUES ('live', 'Wellcited')`);
  for (let n = 1; n <= WRITERS; n++) await ask(forum.url, beginThread(n));
  to = path.join(dataDir, "first-backup");
}, 60_000);

afterAll(async () => {
  await forum.stop();
  await Promise.all([dataDir, elsewhere].map(removeEmbeddedPostgres));
});

test("a backup taken while people write, restored: whatever was acknowledged before its end is there, and nothing is off", async () => {
  let writing = true;
  const saved: { number: number; at: number }[] = [];
  const writers = Array.from({ length: WRITERS }, async (_, n) => {
    const client = new Client({ connectionString: forum.url });
    await client.connect();
    while (writing) saved.push({ number: await addPost(client, n + 1), at: Date.now() });
    await client.end();
  });
  const disturbing = (async () => {
    while (writing) await ask(forum.superuserUrl, "CHECKPOINT");
  })();
  const about = await backUp({ dataDir, to, keep }).finally(() => {
    writing = false;
  });
  await Promise.all([...writers, disturbing]);

  const before = saved.filter(({ at }) => at < Date.parse(about.made)).map(({ number }) => number);
  expect(before.length).toBeGreaterThan(20);
  expect(saved.length).toBeGreaterThan(before.length); // they went on past the backup's end

  const { aside } = await restore({ backup: to, dataDir: elsewhere, replace: false, stamp: "1" });
  expect(aside).toBeNull();
  const restored = await startEmbeddedPostgres({ dataDir: elsewhere });
  try {
    const there = await ask<{ number: number }>(restored.url, `SELECT "number" FROM "Post"`);
    const numbers = new Set(there.map(({ number }) => number));
    expect(before.filter((number) => !numbers.has(number))).toEqual([]);
    expect(about.rows.Post).toBe(there.length);
    expect(await damageOf(restored.url)).toEqual([]);
    expect(await readFile(path.join(elsewhere, "auth-secret"), "utf8")).toBe(keep["auth-secret"]);
    await ask(restored.url, beginThread(9)); // and it can be written to
  } finally {
    await restored.stop();
  }
}, 60_000);

test("it is readable by its owner only, and nothing half-made is left beside it", async () => {
  expect((await stat(to)).mode & 0o777).toBe(0o700);
  for (const name of ["about.json", "database.json", "auth-secret"])
    expect((await stat(path.join(to, name))).mode & 0o777).toBe(0o600);
  expect((await readdir(to)).sort()).toEqual(["about.json", "auth-secret", "database.json", "postgres"]);
  expect(await leftovers()).toEqual([]);
});

test("a backup is never overwritten", async () => {
  await expect(backUp({ dataDir, to, keep: {} })).rejects.toThrow(/is there already; nothing was overwritten/);
  expect(await readFile(path.join(to, "auth-secret"), "utf8")).toBe(keep["auth-secret"]);
  expect(await leftovers()).toEqual([]);
}, 40_000);

test("one that is broken off leaves nothing", async () => {
  const breakOff = new AbortController();
  const say = () => breakOff.abort(new StartProblem("Broken off; nothing was kept."));
  const second = path.join(dataDir, "second-backup");
  await expect(backUp({ dataDir, to: second, keep, say, signal: breakOff.signal })).rejects.toThrow("Broken off");
  await expect(stat(second)).rejects.toThrow("ENOENT");
  expect(await leftovers()).toEqual([]);
  expect(await ask(forum.superuserUrl, "SELECT slot_name FROM pg_replication_slots")).toEqual([]);
});

test("restoring over a running forum is refused", async () => {
  await expect(restore({ backup: to, dataDir, replace: true, stamp: "2" })).rejects.toThrow(/already running/);
});

test("restoring over a forum that is kept is refused unless told, and then the old one is moved aside whole", async () => {
  await expect(restore({ backup: to, dataDir: elsewhere, replace: false, stamp: "3" })).rejects.toThrow(
    /is not empty .* add --replace/,
  );
  const { aside } = await restore({ backup: to, dataDir: elsewhere, replace: true, stamp: "3" });
  expect(aside).toBe(path.join(elsewhere, "replaced-3"));
  const old = await startEmbeddedPostgres({ dataDir: path.join(elsewhere, "replaced-3") });
  const threads = await ask<{ id: number }>(old.url, `SELECT id FROM "Thread" WHERE title = 'Thread 9'`);
  await old.stop();
  expect(threads.length).toBe(1);
}, 60_000);

test("a folder that is no backup, and one that lost a row since, are refused and nothing is left of them", async () => {
  const place = path.join(elsewhere, "replaced-3", "empty");
  await mkdir(place, { mode: 0o711 });
  await expect(restore({ backup: elsewhere, dataDir: place, replace: false, stamp: "4" })).rejects.toThrow(
    /is not a backup of a forum/,
  );
  const file = path.join(to, "about.json");
  const about = await readFile(file, "utf8");
  const { rows, ...rest } = JSON.parse(about) as About;
  await writeFile(file, JSON.stringify({ ...rest, rows: { ...rows, Post: (rows.Post ?? 0) + 1 } }));
  await expect(restore({ backup: to, dataDir: place, replace: false, stamp: "4" })).rejects.toThrow(
    /should have \d+ rows of Post and has \d+/,
  );
  await writeFile(file, about);
  expect(await readdir(place)).toEqual([]);
  await rm(place, { recursive: true });
}, 40_000);

test("where pg_dump is missing, a database elsewhere gets one sentence", async () => {
  const { code, said } = await command(["backup"], { DATABASE_URL: forum.url, DATA_DIR: elsewhere, PATH: "/nowhere" });
  expect(said).toMatch(/^Copying the database …\npg_dump is not installed here; [^\n]+\n$/);
  expect(await readdir(path.join(elsewhere, "backups"))).toEqual([]);
  expect(code).toBe(1);
});

test("a database whose disk has gone bad is not kept as a backup", async () => {
  const [place] = await ask<{ file: string }>(
    forum.superuserUrl.replace(/postgres$/, "wellcited"),
    `SELECT pg_relation_filepath('"Revision"') AS file`,
  );
  await ask(forum.superuserUrl, "CHECKPOINT");
  const file = await open(path.join(dataDir, "postgres", place?.file ?? ""), "r+");
  await file.write(Buffer.alloc(64, 0xff), 0, 64, 4000);
  await file.close();
  const third = path.join(dataDir, "third-backup");
  await expect(backUp({ dataDir, to: third, keep })).rejects.toThrow(/is not sound, so it was not kept: invalid page/);
  await expect(stat(third)).rejects.toThrow("ENOENT");
  expect(await leftovers()).toEqual([]);
}, 40_000);

async function leftovers(): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => name.includes("half-made"));
}

async function ask<Row extends object>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function damageOf(connectionString: string) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await findDamage(client);
  } finally {
    await client.end();
  }
}

/** A member with a thread and its first post, counted as the commands do. */
function beginThread(n: number): string {
  return `
    WITH m AS (INSERT INTO "Member" (name, "nameKey", "nameSkeleton", "postCount", "publicPostCount") VALUES ('m${n}', 'm${n}', 'm${n}', 1, 1) RETURNING id),
    t AS (INSERT INTO "Thread" ("categoryId", "authorId", title, slug, "postCount", "lastPosition") SELECT 1, id, 'Thread ${n}', '', 1, 1 FROM m RETURNING id, "authorId"),
    p AS (INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion") SELECT id, 1, "authorId", 'x', 'x', 1 FROM t RETURNING number, source, "authorId"),
    r AS (INSERT INTO "Revision" ("postNumber", version, source, "editedById") SELECT number, 1, source, "authorId" FROM p)
    UPDATE "Category" SET "postCount" = "postCount" + 1, "publicPostCount" = "publicPostCount" + 1, "threadCount" = "threadCount" + 1, "publicThreadCount" = "publicThreadCount" + 1;
    UPDATE "Thread" t SET "lastPostNumber" = p.number, "lastPostAt" = p."createdAt" FROM "Post" p WHERE p."threadId" = t.id AND t."lastPostNumber" = 0`;
}

/** A post with everything that counts it, in one transaction; its number once that is committed. */
async function addPost(client: Client, threadId: number): Promise<number> {
  await client.query("BEGIN");
  const { rows } = await client.query<{ number: number }>(
    `WITH t AS (UPDATE "Thread" SET "lastPosition" = "lastPosition" + 1 WHERE id = $1 RETURNING id, "lastPosition", "authorId")
     INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion")
     SELECT id, "lastPosition", "authorId", repeat(md5("lastPosition"::text), 100), '', 1 FROM t RETURNING number`,
    [threadId],
  );
  const number = rows[0]?.number ?? 0;
  await client.query(
    `INSERT INTO "Revision" ("postNumber", version, source, "editedById") SELECT number, 1, source, "authorId" FROM "Post" WHERE number = $1`,
    [number],
  );
  await client.query(
    `UPDATE "Thread" t SET "postCount" = "postCount" + 1, "lastPostNumber" = p.number, "lastPostAt" = p."createdAt" FROM "Post" p WHERE p.number = $1 AND t.id = p."threadId"`,
    [number],
  );
  await client.query(
    `UPDATE "Member" m SET "postCount" = m."postCount" + 1, "publicPostCount" = m."publicPostCount" + 1 FROM "Thread" t WHERE t.id = $1 AND m.id = t."authorId"`,
    [threadId],
  );
  await client.query(`UPDATE "Category" SET "postCount" = "postCount" + 1, "publicPostCount" = "publicPostCount" + 1`);
  await client.query("COMMIT");
  return number;
}

async function command(args: string[], env: Record<string, string>): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["bin/run.mjs", ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}
