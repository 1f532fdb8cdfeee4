import { beforeEach, expect, test } from "vitest";
import { prisma, transaction } from "@/lib/platform/db";
import { isUnavailable } from "@/lib/platform/errors";
import { resetDatabase, sql } from "../support/database";

beforeEach(resetDatabase);

const addMember = (name: string) =>
  sql<{ id: number }>(`INSERT INTO "Member" (name, "nameKey", "nameSkeleton") VALUES ($1, $1, $1) RETURNING id`, [
    name,
  ]);

test("a test begins with an empty forum", async () => {
  const [first] = await addMember("willa");
  expect(first?.id).toBe(1);
});

test("what another test wrote is gone, its numbers too", async () => {
  const [first] = await addMember("willa");
  expect(first?.id).toBe(1);
});

test.each([
  ["a second forum", `INSERT INTO "Forum" (id, mode, name) VALUES (2, 'demo', 'Second')`],
  ["a forum that is neither demo nor live", `INSERT INTO "Forum" (mode, name) VALUES ('maybe', 'Odd')`],
  ["a count below nothing", `UPDATE "Member" SET "postCount" = -1`],
  [
    "a platelet count nobody can have",
    `INSERT INTO "PlateletCount" ("memberId", value, unit, day) SELECT id, 90000, '10^9/L', now() FROM "Member"`,
  ],
  [
    "an identifier in capitals",
    `WITH s AS (INSERT INTO "Study" DEFAULT VALUES RETURNING id) INSERT INTO "StudyIdentifier" SELECT 'doi', '10.5555/ABC', id FROM s`,
  ],
  [
    "a ticket for nothing known",
    `INSERT INTO "Ticket" ("memberId", purpose, "tokenHash", "expiresAt") SELECT id, 'gift', '\\x00', now() FROM "Member"`,
  ],
  ["a changed log entry", `UPDATE "LogEntry" SET reason = 'another'`],
  ["a log entry taken away", `DELETE FROM "LogEntry"`],
])("the database refuses %s", async (_what, text) => {
  await addMember("willa");
  await sql(`INSERT INTO "LogEntry" ("actorId", deed, subject, reason) VALUES (1, 'lock', 'thread:1', 'done')`);
  await expect(sql(text)).rejects.toThrow();
});

test("a row that somebody holds for too long is a busy forum, not a fault: whoever waits may try again", async () => {
  await addMember("willa");
  const update = `UPDATE "Member" SET name = 'wilma'`;
  const faults = await transaction(async (tx) => {
    await tx.$executeRawUnsafe(update);
    const waits = [
      transaction(async (other) => {
        await other.$executeRawUnsafe(`SET LOCAL lock_timeout = '30ms'`);
        await other.$executeRawUnsafe(update);
      }),
      transaction(async (other) => {
        await other.$executeRawUnsafe(`SET LOCAL statement_timeout = '30ms'`);
        await other.member.updateMany({ data: { name: "wilma" } });
      }),
    ];
    return Promise.all(waits.map((wait) => wait.catch((error: unknown) => error)));
  });
  expect(faults.map(isUnavailable)).toEqual([true, true]);
  expect(isUnavailable(await prisma.$queryRaw`SELECT 1/0`.catch((error: unknown) => error))).toBe(false);
});

test.each([
  ["a pooler lost its server", { code: "P2010", meta: { code: "08P01" } }],
  ["the server became a copy of another", { code: "25006" }],
  ["the server ends a connection on purpose", { message: "…", cause: { originalCode: "57P01", kind: "postgres" } }],
  [
    "a connection broke between two statements",
    new Error("Client has encountered a connection error and is not queryable"),
  ],
])("people are asked to try again when %s", (_, error) => {
  expect(isUnavailable(error)).toBe(true);
});
