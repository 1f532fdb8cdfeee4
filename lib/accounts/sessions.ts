import { waitingNoticesOf } from "@/lib/notices/queries";
import { now } from "@/lib/platform/clock";
import { prisma, type Tx } from "@/lib/platform/db";
import type { MemberViewer, Role, Viewer } from "@/lib/policy/viewer";
import { SEEN_EVERY_MS, sessionLife } from "./rules";
import { hashOf, newToken } from "./secrets";
import { hasNewRules, moderatedBy, standingAt } from "./standing";
import type { NewSession, SignedInViewer } from "./types";

type Found = Omit<MemberViewer, "kind"> & {
  sessionId: number;
  waitingNotices: number;
  remember: boolean;
  lastSeenAt: Date;
  absoluteExpiresAt: Date;
};

export async function openSession(
  tx: Tx,
  member: { id: number; role: Role },
  options: { remember: boolean; device: string },
): Promise<NewSession> {
  const token = newToken();
  const moment = now();
  const life = sessionLife(member.role, options.remember);
  const absoluteExpiresAt = new Date(moment.getTime() + life.absolute);
  await tx.session.create({
    data: {
      memberId: member.id,
      tokenHash: hashOf(token),
      ...options,
      createdAt: moment,
      lastSeenAt: moment,
      idleExpiresAt: new Date(moment.getTime() + life.idle),
      absoluteExpiresAt,
    },
  });
  await tx.member.update({ where: { id: member.id }, data: { lastSeenAt: moment } });
  return { token, keepUntil: options.remember ? absoluteExpiresAt : null };
}

/** Who holds this token, in one statement: an ended session or a suspension is in force at the very next request. */
export async function findViewerByToken(token: string): Promise<SignedInViewer | null> {
  const moment = now();
  const [found] = await prisma.$queryRaw<Found[]>`
    SELECT m."id", m."name", m."role"::text, ${standingAt("m", moment)} AS "standing", m."emailVerifiedAt" IS NOT NULL AS "emailVerified",
      ${hasNewRules("m")} AS "newRules", ${moderatedBy("m")} AS "moderates",
      ${waitingNoticesOf("m")} AS "waitingNotices",
      s."id" AS "sessionId", s."remember", s."lastSeenAt", s."absoluteExpiresAt"
    FROM "Session" s JOIN "Member" m ON m."id" = s."memberId"
    WHERE s."tokenHash" = ${hashOf(token)} AND s."idleExpiresAt" > ${moment} AND s."absoluteExpiresAt" > ${moment} AND m."closedAt" IS NULL`;
  if (!found) return null;
  const { remember, lastSeenAt, absoluteExpiresAt, ...member } = found;
  if (moment.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MS) await noteVisit(found, moment);
  return { kind: "member", ...member };
}

async function noteVisit({ id, sessionId, role, remember, absoluteExpiresAt }: Found, moment: Date): Promise<void> {
  const idle = moment.getTime() + sessionLife(role, remember).idle;
  const idleExpiresAt = new Date(Math.min(idle, absoluteExpiresAt.getTime()));
  // Kept or not by a power cut, and not at all while somebody changes this member: nobody waits for a disk, a standby or
  // a row to read a page.
  await prisma.$executeRaw`
    WITH visit AS (
      UPDATE "Session" SET "lastSeenAt" = ${moment}, "idleExpiresAt" = ${idleExpiresAt}
      WHERE "id" = ${sessionId} AND set_config('synchronous_commit', 'off', true) = 'off'
    ) UPDATE "Member" SET "lastSeenAt" = ${moment} WHERE "id" = (
      SELECT "id" FROM "Member" WHERE "id" = ${id} AND "closedAt" IS NULL FOR NO KEY UPDATE SKIP LOCKED)`;
}

/** The session this viewer came by; null where they came by none, as in the seed. */
export function sessionOf(viewer: Viewer): number | null {
  return "sessionId" in viewer ? (viewer as SignedInViewer).sessionId : null;
}

export async function endSessions(
  tx: Tx,
  memberId: number,
  which: { only?: number; but?: number | null; remembered?: true } = {},
): Promise<void> {
  const id = which.only !== undefined ? which.only : which.but ? { not: which.but } : undefined;
  await tx.session.deleteMany({ where: { memberId, id, remember: which.remembered } });
}
