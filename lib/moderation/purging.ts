import { now } from "@/lib/platform/clock";
import { Prisma, prisma, type Tx, transaction } from "@/lib/platform/db";
import { purgePost } from "@/lib/posts/writes";
import { purgeThread } from "@/lib/threads/writes";
import { appealableUntil, type CaseKind } from "./rules";

type Due = { caseId: number; kind: CaseKind; targetId: number; moderatorId: number; removedAt: Date };

/** What was removed by its case's newest decision on being shown, is still there, and is not being appealed. */
const removed = Prisma.sql`
  SELECT k."id" AS "caseId", k."kind", k."targetId", newest."moderatorId", newest."createdAt" AS "removedAt"
  FROM (
    SELECT 'post' AS "kind", "number" AS "targetId" FROM "Post" WHERE "state" = 'removed' AND "purgedAt" IS NULL
    UNION ALL SELECT 'thread', "id" FROM "Thread" WHERE "state" = 'removed' AND "purgedAt" IS NULL
  ) there JOIN "Case" k ON k."kind" = there."kind" AND k."targetId" = there."targetId"
  JOIN LATERAL (
    SELECT d."deed", d."moderatorId", d."createdAt" FROM "Decision" d
    WHERE d."caseId" = k."id" AND d."deed" IN ('approve', 'refuse', 'hide', 'restore', 'remove') ORDER BY d."id" DESC LIMIT 1
  ) newest ON newest."deed" = 'remove'
  WHERE NOT EXISTS (SELECT 1 FROM "Appeal" a WHERE a."caseId" = k."id" AND a."answerId" IS NULL)`;

/** Takes removed texts away for good once nobody can appeal any more. Returns how many. */
export async function purgeRemoved(): Promise<number> {
  const due = (await prisma.$queryRaw<Due[]>`${removed} ORDER BY k."id"`).filter(isDue);
  for (const { caseId } of due) while ((await transaction((tx) => purgeCase(tx, caseId))) === "more");
  return due.length;
}

/** The case's row is the lock: an appeal or a decision that comes at the same time is before or after this. */
async function purgeCase(tx: Tx, caseId: number): Promise<"done" | "more"> {
  await tx.$executeRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
  const [one] = await tx.$queryRaw<Due[]>`${removed} AND k."id" = ${caseId}`;
  if (!one || !isDue(one)) return "done";
  const { kind, targetId, moderatorId } = one;
  if (kind === "post") await purgePost(tx, targetId);
  else if ((await purgeThread(tx, targetId)) === "more") return "more";
  await forgetCopies(tx, one);
  await tx.logEntry.create({
    data: {
      actorId: moderatorId, // who removed it
      deed: "purge",
      subject: `${kind}:${targetId}`,
      reason: "The time for an appeal against its removal has passed.",
      createdAt: now(),
    },
  });
  return "done";
}

/** What reports kept of it: of a thread also those on its posts that went with it, of a first post those on its thread. */
async function forgetCopies(tx: Tx, { kind, targetId }: Due): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Report" r SET "snapshot" = '' WHERE r."snapshot" <> '' AND r."caseId" = ANY(ARRAY(
      SELECT k."id" FROM "Case" k WHERE k."kind" = ${kind} AND k."targetId" = ${targetId}
      UNION ALL SELECT k."id" FROM "Post" p JOIN "Case" k ON k."kind" = 'post' AND k."targetId" = p."number"
        WHERE ${kind} = 'thread' AND p."threadId" = ${targetId} AND p."purgedAt" IS NOT NULL
      UNION ALL SELECT k."id" FROM "Post" p JOIN "Case" k ON k."kind" = 'thread' AND k."targetId" = p."threadId"
        WHERE ${kind} = 'post' AND p."number" = ${targetId} AND p."position" = 1))`;
}

function isDue({ removedAt }: Due): boolean {
  return appealableUntil(removedAt) < now();
}
