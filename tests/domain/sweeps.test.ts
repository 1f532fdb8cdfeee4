import { Client } from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { fill } from "@/bin/bench/community";
import { closeAccount } from "@/lib/accounts/commands";
import { hashPassword } from "@/lib/accounts/passwords";
import { accountSweeps } from "@/lib/accounts/writes";
import { jobs } from "@/lib/jobs/jobs";
import { pool, prisma } from "@/lib/platform/db";
import { forgetOldPresses } from "@/lib/platform/once";
import { inPortions, type Portion } from "@/lib/platform/portions";
import { CARD_VERSION } from "@/lib/studies/card";
import { REMAKE_JOB } from "@/lib/studies/remaking";
import { resetDatabase, sql } from "../support/database";
import { joined } from "../support/people";

// A forum with a few years behind it, and in each table a few rows whose time has come.

const MANY = 20_000;
const FEW = 20;
/** Portions of what is to go have five thousand rows. */
const BACKLOG = 12_000;

/** A connection says now and then what it has read, unless it is asked to say so at once. */
const TELL = "SELECT pg_stat_force_next_flush()";

const sweeps = jobs.filter(({ kind, cron }) => cron || kind === REMAKE_JOB);

beforeAll(async () => {
  await resetDatabase();
  const url = new URL(inject("superuserUrl"));
  url.pathname = new URL(process.env.DATABASE_URL ?? "").pathname;
  const superuser = new Client({ connectionString: url.href });
  await superuser.connect();
  await prisma.category.create({ data: { slug: "treatments", name: "Treatments", description: "All", position: 1 } });
  await fill(superuser, 6_000, () => {});
  await superuser.query("SET session_replication_role = replica");
  await superuser.query(YEARS);
  await superuser.query("VACUUM ANALYZE");
  await superuser.query(TELL);
  await superuser.end();
}, 120_000);

/** A few of many rows. */
const due = `n <= ${FEW}`;
const YEARS = `
  INSERT INTO "Member" ("name", "nameKey", "nameSkeleton", "joinedAt", "emailVerifiedAt")
    SELECT 'never' || n, 'never' || n, 'never' || n, now() - interval '8 days', CASE WHEN NOT ${due} THEN now() END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Mail" ("kind", "to", "subject", "text", "messageId", "memberId", "createdAt", "sentAt")
    SELECT 'verify', 'x@example.org', 's', 't', n::text, 1 + n % 1000, now() - CASE WHEN ${due} THEN interval '31 days' ELSE interval '1 day' END, now()
    FROM generate_series(1, ${MANY}) n;
  INSERT INTO "OnceOnly" ("actorId", "deed", "requestId", "result", "createdAt")
    SELECT n, 'reply', gen_random_uuid(), '{}', now() - CASE WHEN ${due} THEN interval '8 days' ELSE interval '1 day' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Expiry" ("tags", "createdAt")
    SELECT '{front}', now() - CASE WHEN ${due} THEN interval '2 days' ELSE interval '1 hour' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Session" ("memberId", "tokenHash", "device", "idleExpiresAt", "absoluteExpiresAt")
    SELECT 1 + n % 1000, sha256(n::text::bytea), 'Firefox', now() + CASE WHEN ${due} THEN interval '-1 hour' ELSE interval '9 days' END,
      now() + CASE WHEN n BETWEEN ${FEW} AND 2 * ${FEW} THEN interval '-1 hour' ELSE interval '99 days' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Ticket" ("memberId", "purpose", "tokenHash", "expiresAt")
    SELECT 1 + n % 1000, 'verify', sha256(n::text::bytea), now() - CASE WHEN ${due} THEN interval '8 days' ELSE interval '1 hour' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "AccessToken" ("memberId", "tokenHash", "name", "scope", "expiresAt", "revokedAt")
    SELECT 1 + n % 1000, sha256(n::text::bytea), 'mine', 'read', now() + CASE WHEN ${due} THEN interval '-8 days' ELSE interval '9 days' END,
      CASE WHEN n BETWEEN ${FEW} AND 2 * ${FEW} THEN now() - interval '8 days' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Draft" ("memberId", "place", "text") SELECT 1 + n % 1000, 'thread:' || n, 'I wanted to say' FROM generate_series(1, ${MANY}) n;
  INSERT INTO "WaitingNotice" ("tokenHash", "email", "reason", "text", "expiresAt")
    SELECT sha256(n::text::bytea), 'x@example.org', 'unkind', 't', now() + CASE WHEN ${due} THEN interval '-1 hour' ELSE interval '1 day' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Notice" ("memberId", "kind", "text", "decisionId", "readAt", "createdAt")
    SELECT 1 + n % 1000, 'decision', 'Please be kind.', n, now() - interval '99 days', now() - interval '100 days' FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Notice" ("memberId", "kind", "threadId", "postNumber", "position", "readAt", "createdAt")
    SELECT 1 + n % 1000, 'quote', 1, n, 1, now() - CASE WHEN ${due} THEN interval '99 days' ELSE interval '9 days' END, now() - interval '100 days'
    FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Notice" ("memberId", "kind", "threadId", "postNumber", "position", "mailDueAt")
    SELECT 1 + n % 1000, 'mention', 1, n + ${MANY}, 1, now() - interval '1 minute' FROM generate_series(1, ${FEW}) n;
  INSERT INTO "ReadingPlace" ("memberId", "threadId", "position") SELECT 1 + n % 1000, 9 + n, 1 FROM generate_series(1, 3 * ${MANY}) n ON CONFLICT DO NOTHING;
  INSERT INTO "CategoryRead" ("memberId", "categoryId", "at") SELECT n, 1 + n % 5, now() FROM generate_series(1, ${MANY}) n;
  INSERT INTO "NoticeSettings" ("memberId") SELECT n FROM generate_series(1, ${MANY}) n;
  UPDATE "Member" SET "closedAt" = now(), "email" = NULL, "passwordHash" = NULL WHERE "id" IN (7, 77, 777);
  UPDATE "Post" SET "state" = 'removed' WHERE "number" <= ${FEW} OR "number" BETWEEN 1000 AND 1000 + ${FEW};
  INSERT INTO "Case" ("kind", "targetId", "categoryId", "subjectId", "open", "urgency", "openedAt", "decidedAt")
    SELECT CASE WHEN n <= 6000 THEN 'post' ELSE 'member' END, n, 1, 1 + n % 1000, false, 3, now() - interval '300 days', now() - interval '299 days'
    FROM generate_series(1, ${MANY}) n;
  INSERT INTO "LogEntry" ("actorId", "deed", "subject", "reason") SELECT 1, 'hide', 'post:' || n, 'r' FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Decision" ("caseId", "caseVersion", "moderatorId", "deed", "rule", "rulesVersion", "reason", "logEntryId", "createdAt")
    SELECT n, 1, 1, CASE WHEN n <= 1500 THEN 'remove' ELSE 'hide' END, 'Be kind', 1, 'r', n,
      now() - CASE WHEN n <= ${FEW} THEN interval '299 days' ELSE interval '30 days' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Study" ("id", "state", "cardVersion", "checkAfter")
    SELECT 1000000 + n, 'not-found', CASE WHEN ${due} THEN 0 ELSE ${CARD_VERSION} END, now() + interval '1 year' FROM generate_series(1, ${MANY}) n;
  INSERT INTO "StudyRecord" ("studyId", "source", "subject", "url", "outcome", "fields", "retrievedAt")
    SELECT 1000000 + n, 'pubmed', '', 'https://example.org', 'found', jsonb_build_object('identifiers', '[]'::jsonb, 'abstract', jsonb_build_object('sections', '[]'::jsonb,
      'keepUntil', to_char(now() AT TIME ZONE 'UTC' + CASE WHEN n > ${MANY - FEW} THEN interval '-1 day' ELSE interval '9 days' END, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), now()
    FROM generate_series(${FEW + 1}, ${MANY}) n;
  INSERT INTO "StudyReference" ("value", "createdAt", "checkAfter", "dropAfter")
    SELECT 'j invent haematol|2021|' || n || '|1|nobody', now() - interval '99 days', now() + interval '1 day', CASE WHEN ${due} THEN now() - interval '1 hour' END FROM generate_series(1, ${MANY}) n;
  INSERT INTO "Report" ("caseId", "guestEmail", "reason", "snapshot", "decisionId", "answeredAt")
    SELECT n, 'x@example.org', 'unkind', 'what stood there', n, now() - CASE WHEN n > ${MANY - FEW} THEN interval '31 days' ELSE interval '1 day' END FROM generate_series(1, ${MANY}) n;`;

describe("what is done by the clock reads what is due, never a whole table", () => {
  it.each(sweeps.map(({ kind, work }) => [kind, work] as const))("%s", async (_, work) => {
    expect(await readWhole(() => work({} as never))).toEqual([]);
  });
});

it("each of them has done its work", async () => {
  const left = await sql<{ what: string; left: number }>(
    Object.entries(DUE)
      .map(([what, rows]) => `SELECT '${what}' AS what, count(*)::int AS left FROM ${rows}`)
      .join(" UNION ALL "),
  );
  expect(left.filter((row) => row.left > 0)).toEqual([]);
});

const DUE = {
  mails: `"Mail" WHERE "createdAt" < now() - interval '30 days'`,
  presses: `"OnceOnly" WHERE "createdAt" < now() - interval '7 days'`,
  expiries: `"Expiry" WHERE "createdAt" < now() - interval '1 day'`,
  sessions: `"Session" WHERE least("idleExpiresAt", "absoluteExpiresAt") < now()`,
  links: `"Ticket" WHERE "expiresAt" < now() - interval '7 days'`,
  tokens: `"AccessToken" WHERE least("expiresAt", "revokedAt") < now() - interval '7 days'`,
  "accounts that were never confirmed": `"Member" WHERE "emailVerifiedAt" IS NULL AND "closedAt" IS NULL`,
  "notices of guests": `"WaitingNotice" WHERE "expiresAt" < now()`,
  "addresses of guests": `"Report" WHERE "guestEmail" IS NOT NULL AND "answeredAt" < now() - interval '30 days'`,
  "notices that were read": `"Notice" WHERE "kind" = 'quote' AND "readAt" < now() - interval '90 days'`,
  "mails of notices": `"Notice" WHERE "mailDueAt" < now()`,
  "places of former members": `"ReadingPlace" r JOIN "Member" m ON m."id" = r."memberId" WHERE m."closedAt" IS NOT NULL`,
  "texts that were removed": `"Post" WHERE "number" <= ${FEW} AND "purgedAt" IS NULL`,
  "abstracts that may not be kept": `"StudyRecord" WHERE ("fields" -> 'abstract' ->> 'keepUntil')::timestamptz < now()`,
  "references that no post gives": `"StudyReference" WHERE "dropAfter" < now()`,
  "cards of an older form": `"Study" WHERE "cardVersion" < ${CARD_VERSION}`,
  "copies of removed texts": `"Report" WHERE "id" <= ${FEW} AND "snapshot" <> ''`,
};

it("what should stay is still there", async () => {
  const rows = await sql<{ n: number }>(`
    SELECT count(*)::int AS n FROM "Mail" UNION ALL SELECT count(*)::int FROM "OnceOnly" UNION ALL SELECT count(*)::int FROM "Expiry"
    UNION ALL SELECT count(*)::int FROM "Session" UNION ALL SELECT count(*)::int FROM "Ticket"
    UNION ALL SELECT count(*)::int FROM "StudyReference" UNION ALL SELECT count(*)::int FROM "StudyRecord" WHERE "fields" ? 'abstract'
    UNION ALL SELECT count(*)::int FROM "WaitingNotice" UNION ALL SELECT count(*)::int FROM "Report" WHERE "guestEmail" IS NOT NULL`);
  for (const { n } of rows) expect(n).toBeGreaterThanOrEqual(MANY - 3 * FEW);
});

it("what has gathered while nothing ran goes in portions that no time limit can stop", async () => {
  await sql(`INSERT INTO "OnceOnly" ("actorId", "deed", "requestId", "result", "createdAt")
    SELECT n, 'reply', gen_random_uuid(), '{}', now() - interval '99 days' FROM generate_series(1, ${BACKLOG}) n`);
  await sql(`INSERT INTO "Member" ("name", "nameKey", "nameSkeleton", "joinedAt")
    SELECT 'sham' || n, 'sham' || n, 'sham' || n, now() - interval '99 days' FROM generate_series(1, ${BACKLOG}) n`);
  const all = (await sql<{ n: number }>(`SELECT count(*)::int AS n FROM "Member"`))[0]?.n ?? 0;
  const portions: number[] = [];
  const counting =
    (some: Portion): Portion =>
    async (tx, limit) => {
      const count = await some(tx, limit);
      portions.push(count);
      return count;
    };
  await inPortions(counting(forgetOldPresses));
  expect(portions).toEqual([5_000, 5_000, 2_000]);
  expect(await readWhole(() => inPortions(...accountSweeps))).toEqual([]);
  expect(await sql(`SELECT count(*)::int AS n FROM "Member"`)).toEqual([{ n: all - BACKLOG }]);
});

it("who leaves makes the database read nothing from end to end, their mails included", async () => {
  const own = await joined("karenr");
  await prisma.member.update({ where: { id: own.id }, data: { passwordHash: await hashPassword("seventeen geese") } });
  await sql(`UPDATE "Mail" SET "memberId" = $1 WHERE "memberId" = 900`, [own.id]);
  const leaves = () => closeAccount(own, { choice: "keep", password: "seventeen geese" });
  expect(await readWhole(leaves)).toEqual([]);
  expect(await sql(`SELECT "kind" FROM "Mail" WHERE "memberId" = $1`, [own.id])).toEqual([]);
});

it("an account can be deleted without reading through a table that names members", async () => {
  const unfollowed = await sql(`
    SELECT c.conrelid::regclass::text AS "table", c.conname AS name FROM pg_constraint c
    WHERE c.contype = 'f' AND c.confrelid = '"Member"'::regclass AND NOT EXISTS (
      SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL)`);
  expect(unfollowed).toEqual([]);
});

/** Which tables PostgreSQL read from end to end meanwhile, of those that are large. */
async function readWhole(work: () => Promise<unknown>): Promise<string[]> {
  const before = await scans();
  await work();
  const counts = new Map(before.map(({ name, count }) => [name, count]));
  return (await scans())
    .filter(({ name, count, large }) => large && count > (counts.get(name) ?? 0))
    .map(({ name }) => name);
}

type Scans = { name: string; count: number; large: boolean };

async function scans(): Promise<Scans[]> {
  const clients = await Promise.all(Array.from({ length: Math.max(pool.totalCount, 1) }, () => pool.connect()));
  for (const client of clients) await client.query(TELL);
  for (const client of clients) client.release();
  await sql(TELL);
  return sql<Scans>(
    `SELECT relname AS name, seq_scan::int AS count, n_live_tup >= 1000 AS large FROM pg_stat_user_tables WHERE schemaname = 'public'`,
  );
}
