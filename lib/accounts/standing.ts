import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { canAdminister, canReportAnything, canTakePart } from "@/lib/policy/can";
import { type Decision, ensure, refusal } from "@/lib/policy/decision";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";

/** A silence or suspension that is over counts as good at once; nothing has to be lifted. */
export function standingAt(member: "m", moment: Date): Prisma.Sql {
  const row = Prisma.raw(`${member}.`);
  return Prisma.sql`CASE WHEN ${row}"standingUntil" <= ${moment} THEN 'good' ELSE ${row}"standing"::text END`;
}

/** The categories someone moderates. */
export function moderatedBy(member: "m"): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT cm."categoryId" FROM "CategoryModerator" cm WHERE cm."memberId" = ${Prisma.raw(member)}."id")`;
}

/** Whether the rules have a version that this member has not accepted. */
export function hasNewRules(member: "m"): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Document" d WHERE d."kind" = 'rules' AND d."version" > (
    SELECT coalesce(max(co."version"), 0) FROM "Consent" co
    WHERE co."memberId" = ${Prisma.raw(member)}."id" AND co."kind" = 'rules' AND co."withdrawnAt" IS NULL))`;
}

/** While the forum is read-only nobody changes anything but the administrators, on their own pages. */
const readOnly = Prisma.sql`coalesce((SELECT f."readOnly" FROM "Forum" f WHERE f."id" = 1), false)`;

type Row = Omit<MemberViewer, "kind"> & { closed: boolean; readOnly: boolean };

/**
 * Holds the actor's row until the end of the transaction and asks again whether they may take part: a suspension that
 * committed meanwhile refuses here, one that comes later waits. `others` are members whose counts will change too; all
 * rows are taken in the order of ids, before anything else, so that two people's presses can't wait for one another.
 * `may` asks another question, as of appeals, which someone silenced may make too.
 */
export async function lockStanding(
  tx: Tx,
  actor: Viewer,
  others: number[] = [],
  may: (present: MemberViewer) => Decision = canTakePart,
): Promise<MemberViewer> {
  const { present, isReadOnly } = await lockPeople(tx, actor, others);
  if (isReadOnly) throw refusal("read-only");
  ensure(may(present));
  return present;
}

/** As `lockStanding`, for a report, which is how one gets help: someone silenced makes it too, also while the forum is read-only. */
export async function lockReporter(tx: Tx, actor: Viewer): Promise<MemberViewer> {
  const { present } = await lockPeople(tx, actor, []);
  ensure(canReportAnything(present));
  return present;
}

/** A category may have more people than one statement has the time to hold. */
const PEOPLE_AT_ONCE = 5_000;

async function lockPeople(
  tx: Tx,
  actor: Viewer,
  others: number[],
): Promise<{ present: MemberViewer; isReadOnly: boolean }> {
  if (actor.kind === "guest") throw refusal("sign-in");
  const ids = [...new Set([actor.id, ...others])].sort((a, b) => a - b);
  for (let n = 0; ids.length > PEOPLE_AT_ONCE && n < ids.length; n += PEOPLE_AT_ONCE)
    await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ANY(${ids.slice(n, n + PEOPLE_AT_ONCE)}::int[]) ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m."id", m."name", m."role"::text, ${standingAt("m", now())} AS "standing", m."emailVerifiedAt" IS NOT NULL AS "emailVerified",
      ${hasNewRules("m")} AS "newRules", ${moderatedBy("m")} AS "moderates", m."closedAt" IS NOT NULL AS closed, ${readOnly} AS "readOnly"
    FROM "Member" m WHERE m."id" = ANY(${ids.length > PEOPLE_AT_ONCE ? [actor.id] : ids}::int[]) ORDER BY m."id" FOR NO KEY UPDATE OF m`;
  const row = rows.find(({ id }) => id === actor.id);
  if (!row || row.closed) throw refusal("sign-in");
  const { closed: _, readOnly: isReadOnly, ...member } = row;
  return { present: { kind: "member", ...member }, isReadOnly };
}

/** For what people do without an account, or before it counts. */
export async function ensureWritable(tx: Tx): Promise<void> {
  const [row] = await tx.$queryRaw<{ isReadOnly: boolean }[]>`SELECT ${readOnly} AS "isReadOnly"`;
  if (row?.isReadOnly) throw refusal("read-only");
}

/** To everyone else there is no administration: what it has answers as what doesn't exist. */
export function ensureAdministrator(viewer: Viewer): MemberViewer {
  return orNotFound(isMember(viewer) && canAdminister(viewer).allowed ? viewer : null);
}

/**
 * As `lockStanding`, for whoever runs the forum, be it read-only or not: one who stopped doing so meanwhile finds nothing
 * here.
 */
export async function lockAdministrator(tx: Tx, actor: Viewer, others: number[] = []): Promise<MemberViewer> {
  return ensureAdministrator((await lockPeople(tx, actor, others)).present);
}

/** Everyone who runs the forum. The role stands in the statement: of a parameter PostgreSQL can't tell that staff's index has it. */
export async function listAdministrators(db: Tx): Promise<{ id: number; standing: MemberViewer["standing"] }[]> {
  return db.$queryRaw<{ id: number; standing: MemberViewer["standing"] }[]>`
    SELECT m."id", ${standingAt("m", now())} AS standing FROM "Member" m
    WHERE m."role" = 'administrator' AND m."closedAt" IS NULL ORDER BY m."id"`;
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

/**
 * Holds the member's row until the end of the transaction and asks again whether the account is open. Settings need no
 * suspension in the way; getting in is possible also while the forum is read-only, or nobody could end that.
 */
export async function lockOwnAccount(
  tx: Tx,
  viewer: { id: number },
  may: "settings" | "always" | "get in" = "settings",
): Promise<OwnRow> {
  const [row] = await tx.$queryRaw<(OwnRow & { standing: MemberViewer["standing"]; isReadOnly: boolean })[]>`
    SELECT "id", "name", "email", "unverifiedEmail", "passwordHash", "emailVerifiedAt", "role"::text, ${standingAt("m", now())} AS "standing",
      ${readOnly} AS "isReadOnly"
    FROM "Member" m WHERE "id" = ${viewer.id} AND "closedAt" IS NULL FOR NO KEY UPDATE`;
  if (!row) throw refusal("sign-in");
  if (may !== "get in" && row.isReadOnly) throw refusal("read-only");
  if (may === "settings" && row.standing === "suspended") throw refusal("suspended");
  return row;
}
