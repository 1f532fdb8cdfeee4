import { standingAt } from "@/lib/accounts/standing";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { canChangeStanding } from "@/lib/policy/can";
import type { Role, Standing, Viewer } from "@/lib/policy/viewer";
import { type CaseKind, changesStanding, type Deed, possibleDeeds, type TargetNow } from "./rules";

/** How the thing of a case stands now. */
export async function readTargetNow(
  db: Tx,
  one: { id: number; kind: CaseKind; targetId: number; subjectId: number | null },
): Promise<TargetNow & { isStaff: boolean }> {
  if (one.kind === "study")
    return { kind: one.kind, state: null, locked: false, standing: "good", left: false, isStaff: false };
  const [subject] = await db.$queryRaw<{ standing: Standing; left: boolean; role: Role; moderates: boolean }[]>`
    SELECT ${standingAt("m", now())} AS standing, m."closedAt" IS NOT NULL AS left, m."role"::text,
      EXISTS (SELECT 1 FROM "CategoryModerator" cm WHERE cm."memberId" = m."id") AS moderates
    FROM "Member" m WHERE m."id" = ${one.subjectId}`;
  const { standing = "good", left = true, role = "member", moderates = false } = subject ?? {};
  const person = { kind: one.kind, standing, left, isStaff: role !== "member" || moderates };
  if (one.kind === "post") {
    const post = await db.post.findUnique({ where: { number: one.targetId }, select: { state: true, purgedAt: true } });
    const kept = !post?.purgedAt && (await isAppealed(db, one.id));
    return { ...person, state: post?.state ?? null, locked: false, kept };
  }
  if (one.kind === "thread") {
    const thread = await db.thread.findUnique({
      where: { id: one.targetId },
      select: { state: true, locked: true, purgedAt: true },
    });
    const kept = !thread?.purgedAt && (await isAppealed(db, one.id));
    return { ...person, state: thread?.state ?? null, locked: thread?.locked ?? false, kept };
  }
  return { ...person, state: null, locked: false };
}

async function isAppealed(db: Tx, caseId: number): Promise<boolean> {
  return (await db.appeal.count({ where: { caseId, answerId: null } })) > 0;
}

/** The deeds this moderator can choose from. */
export function deedsFor(viewer: Viewer, target: TargetNow & { isStaff: boolean }): Deed[] {
  const may = canChangeStanding(viewer, target).allowed;
  return possibleDeeds(target).filter((deed) => may || !changesStanding(deed));
}
