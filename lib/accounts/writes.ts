import { queueMail } from "@/lib/mail/writes";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import { type Tx, touch } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { Portion } from "@/lib/platform/portions";
import { tags } from "@/lib/platform/tags";
import type { Role, Standing } from "@/lib/policy/viewer";
import { forgotMail, takenAddressMail, verifyMail } from "./letters";
import { nameKey, nameSkeleton, problemOfName, tidyName } from "./names";
import { normaliseEmail } from "./rules";
import { keyedHash } from "./secrets";
import { endSessions } from "./sessions";
import { listAdministrators } from "./standing";
import { issueTicket } from "./tickets";
import type { DocumentKind, TextKind } from "./types";

const DAY = 24 * 60 * 60 * 1000;

export const links = {
  logIn: () => `${origin()}/login`,
  forgot: () => `${origin()}/forgot`,
  verify: (token: string) => `${origin()}/verify?token=${token}`,
  reset: (token: string) => `${origin()}/reset?token=${token}`,
  confirmEmail: (token: string) => `${origin()}/confirm-email?token=${token}`,
  tokens: () => `${origin()}/settings/tokens`,
  undoEmail: (token: string) => `${origin()}/undo-email?token=${token}`,
};

/** Refuses a name that someone has, that looks like theirs, or that belonged to someone who left. */
export async function ensureNameIsFree(tx: Tx, name: string): Promise<{ nameKey: string; nameSkeleton: string }> {
  const key = nameKey(name);
  const skeleton = nameSkeleton(name);
  const taken = await tx.member.findFirst({
    where: {
      OR: [{ nameKey: { in: [key, closedKey(key)] } }, { nameSkeleton: { in: [skeleton, closedKey(skeleton)] } }],
    },
    select: { id: true },
  });
  if (taken) throw nameTaken();
  return { nameKey: key, nameSkeleton: skeleton };
}

export function nameTaken(): Refusal {
  return new Refusal("name-taken", "Someone has this name, or one that looks just like it. Please choose another.", {
    field: "name",
  });
}

/** What stands for the name of someone who left: nobody can read it, and nobody can take the name. */
export function closedKey(key: string): string {
  return `closed ${keyedHash(key)}`;
}

/** Mails the link that shows an address is someone's; to an address that is already confirmed, its owner is told. */
export async function mailVerification(tx: Tx, member: { id: number; name: string }, email: string): Promise<void> {
  const owner = await tx.member.findUnique({ where: { email }, select: { id: true, name: true } });
  if (owner) {
    await queueMail(tx, {
      ...takenAddressMail(owner.name, links.logIn(), links.forgot()),
      to: email,
      memberId: owner.id,
    });
    return;
  }
  const token = await issueTicket(tx, member.id, "verify", { email });
  await queueMail(tx, { ...verifyMail(member.name, links.verify(token)), to: email, memberId: member.id });
}

export async function mailReset(tx: Tx, member: { id: number; name: string }, email: string): Promise<void> {
  const token = await issueTicket(tx, member.id, "reset", { email });
  await queueMail(tx, { ...forgotMail(member.name, links.reset(token)), to: email, memberId: member.id });
}

export async function recordConsent(tx: Tx, memberId: number, kind: DocumentKind, version: number): Promise<void> {
  await tx.consent.create({ data: { memberId, kind, version, givenAt: now() } });
}

export async function endConsent(tx: Tx, memberId: number, kind: DocumentKind): Promise<void> {
  await tx.consent.updateMany({ where: { memberId, kind, withdrawnAt: null }, data: { withdrawnAt: now() } });
}

/** Takes everything about a person out of their row; the row stays, so that posts stay in order. */
export async function emptyAccount(tx: Tx, id: number): Promise<void> {
  await endSessions(tx, id);
  await tx.ticket.deleteMany({ where: { memberId: id } });
  await tx.accessToken.deleteMany({ where: { memberId: id } });
  await tx.consent.deleteMany({ where: { memberId: id } });
  await tx.draft.deleteMany({ where: { memberId: id } });
  const { nameKey, nameSkeleton } = await tx.member.findUniqueOrThrow({
    where: { id },
    select: { nameKey: true, nameSkeleton: true },
  });
  await tx.member.update({
    where: { id },
    data: {
      name: `former member ${id}`,
      nameKey: closedKey(nameKey),
      nameSkeleton: closedKey(nameSkeleton),
      email: null,
      unverifiedEmail: null,
      passwordHash: null,
      role: "member",
      title: null,
      personalText: "",
      about: "",
      aboutHtml: "",
      showOnline: false,
      lastSeenAt: null,
      closedAt: now(),
    },
  });
}

export async function confirmAddress(tx: Tx, memberId: number, email: string | null): Promise<{ name: string }> {
  const { name } = await tx.member.update({
    where: { id: memberId },
    data: { email, unverifiedEmail: null, emailVerifiedAt: now() },
    select: { name: true },
  });
  touch(tx, tags.member(memberId), tags.profile(memberId));
  return { name };
}

/** From the very next request on, and for a write that waits for this row. A time that has passed needs no lifting. */
export async function setStanding(
  tx: Tx,
  memberId: number,
  to: { standing: Standing; until: Date | null; reason: string | null },
): Promise<void> {
  await tx.member.update({
    where: { id: memberId },
    data: { standing: to.standing, standingUntil: to.until, standingReason: to.reason },
  });
}

/** Who looks after the forum has shorter sessions than others, so a longer one of theirs ends. */
export async function setRole(tx: Tx, memberId: number, role: Role): Promise<void> {
  await tx.member.update({ where: { id: memberId }, data: { role } });
  if (role !== "member") await endSessions(tx, memberId, { remembered: true });
  touch(tx, tags.member(memberId), tags.profile(memberId));
}

export async function ensureSomeoneElseRunsTheForum(tx: Tx, own: { id: number; role: string }): Promise<void> {
  if (own.role !== "administrator") return;
  if ((await listAdministrators(tx)).every(({ id }) => id === own.id))
    throw new Refusal("only-administrator", "You are the only administrator. Make someone else one before you go.");
}

/** Puts a text of the forum on its page. A version that is there already stays as it is; then the answer is false. */
export async function publishDocument(
  tx: Tx,
  document: { kind: TextKind; version: number; source: string; html: string },
): Promise<boolean> {
  const { count } = await tx.document.createMany({ data: { ...document, publishedAt: now() }, skipDuplicates: true });
  if (count > 0) touch(tx, tags.documents());
  return count > 0;
}

/**
 * Makes an administrator whom the person at the terminal vouches for, and returns the path of the one link with which
 * they choose their password. For someone who is there already, it is a new link and the role.
 */
export async function inviteAdministrator(tx: Tx, given: { name: string; email: string }): Promise<string> {
  const name = tidyName(given.name);
  const email = normaliseEmail(given.email);
  const known = await tx.member.findFirst({ where: { nameKey: nameKey(name), email }, select: { id: true } });
  const id = known ? known.id : await insertAdministrator(tx, name, email);
  await tx.member.update({ where: { id }, data: { role: "administrator" } });
  touch(tx, tags.member(id), tags.profile(id));
  return links.reset(await issueTicket(tx, id, "reset", { email, life: DAY }));
}

async function insertAdministrator(tx: Tx, name: string, email: string): Promise<number> {
  const problem = problemOfName(name, { forStaff: true });
  if (problem) throw new Refusal("name", problem, { field: "name" });
  const keys = await ensureNameIsFree(tx, name);
  const taken = await tx.member.findUnique({ where: { email }, select: { name: true } });
  if (taken) throw new Refusal("address-taken", `The address belongs to ${taken.name}.`, { field: "email" });
  const moment = now();
  const { id } = await tx.member.create({
    data: { name, ...keys, email, emailVerifiedAt: moment, joinedAt: moment, role: "administrator" },
  });
  return id;
}

const aWeekAgo = () => new Date(now().getTime() - 7 * DAY);

/** What has run out, each found by its own index, and accounts that were never confirmed within a week. */
export const accountSweeps: Portion[] = [
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "Session" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Session" WHERE "idleExpiresAt" < ${now()} ORDER BY "idleExpiresAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "Session" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Session" WHERE "absoluteExpiresAt" < ${now()} ORDER BY "absoluteExpiresAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "Ticket" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "Ticket" WHERE "expiresAt" < ${aWeekAgo()} ORDER BY "expiresAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "AccessToken" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "AccessToken" WHERE "expiresAt" < ${aWeekAgo()} ORDER BY "expiresAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "AccessToken" WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM "AccessToken" WHERE "revokedAt" < ${aWeekAgo()} ORDER BY "revokedAt" ${limit} FOR UPDATE SKIP LOCKED))`,
  (tx, limit) => tx.$executeRaw`
    DELETE FROM "Member" WHERE ctid = ANY(ARRAY(
      SELECT m.ctid FROM "Member" m WHERE m."emailVerifiedAt" IS NULL AND m."closedAt" IS NULL AND m."joinedAt" < ${aWeekAgo()}
        AND m."role" = 'member' AND m."standing" = 'good'
        AND NOT EXISTS (SELECT 1 FROM "Post" p WHERE p."authorId" = m."id")
        AND NOT EXISTS (SELECT 1 FROM "Thread" t WHERE t."authorId" = m."id")
        AND NOT EXISTS (SELECT 1 FROM "Thanks" k WHERE k."memberId" = m."id")
      ORDER BY m."joinedAt" ${limit} FOR UPDATE OF m SKIP LOCKED))`,
];
