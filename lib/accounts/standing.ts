import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { canTakePart } from "@/lib/policy/can";
import { ensure, refusal } from "@/lib/policy/decision";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";

type Row = Omit<MemberViewer, "kind"> & { closed: boolean };

/**
 * Holds the actor's row until the end of the transaction and asks again whether they may take part: a suspension that
 * committed meanwhile refuses here, one that comes later waits. `others` are members whose counts will change too; all
 * rows are taken in the order of ids, before anything else, so that two people's presses can't wait for one another.
 */
export async function lockStanding(tx: Tx, actor: Viewer, others: number[] = []): Promise<MemberViewer> {
  if (actor.kind === "guest") throw refusal("sign-in");
  const ids = [...new Set([actor.id, ...others])].sort((a, b) => a - b);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "id", "name", "role"::text, "standing"::text, "emailVerifiedAt" IS NOT NULL AS "emailVerified", "closedAt" IS NOT NULL AS closed
    FROM "Member" WHERE "id" IN (${Prisma.join(ids)}) ORDER BY "id" FOR NO KEY UPDATE`;
  const row = rows.find(({ id }) => id === actor.id);
  if (!row || row.closed) throw refusal("sign-in");
  const { closed: _, ...member } = row;
  const present: MemberViewer = { kind: "member", ...member };
  ensure(canTakePart(present));
  return present;
}

/** Someone's own account is theirs in any standing: to log out of, to take along, to close. */
export function ensureOwnAccount(viewer: Viewer): MemberViewer {
  if (!isMember(viewer)) throw refusal("sign-in");
  return viewer;
}

/** Settings stay open to someone silenced; someone suspended has one page only. */
export function ensureSettings(viewer: Viewer): MemberViewer {
  const member = ensureOwnAccount(viewer);
  if (member.standing === "suspended") throw refusal("suspended");
  return member;
}

export type OwnRow = {
  id: number;
  name: string;
  email: string | null;
  unverifiedEmail: string | null;
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  role: MemberViewer["role"];
};

/** Holds the member's row until the end of the transaction and asks again whether the account is open. */
export async function lockOwnAccount(
  tx: Tx,
  viewer: { id: number },
  may: "settings" | "always" = "settings",
): Promise<OwnRow> {
  const [row] = await tx.$queryRaw<(OwnRow & { standing: MemberViewer["standing"] })[]>`
    SELECT "id", "name", "email", "unverifiedEmail", "passwordHash", "emailVerifiedAt", "role"::text, "standing"::text
    FROM "Member" WHERE "id" = ${viewer.id} AND "closedAt" IS NULL FOR NO KEY UPDATE`;
  if (!row) throw refusal("sign-in");
  if (may === "settings" && row.standing === "suspended") throw refusal("suspended");
  return row;
}
