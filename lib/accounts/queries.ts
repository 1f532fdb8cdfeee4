import { newestCountFor } from "@/lib/health/rules";
import type { NewestCount } from "@/lib/health/types";
import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { madeUp, seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import type { Audience } from "@/lib/policy/audience";
import { refusal } from "@/lib/policy/decision";
import { isMember, type MemberViewer, moderatesAnything, type Role, type Viewer } from "@/lib/policy/viewer";
import { nameKey } from "./names";
import { gatherOwnData } from "./own-data";
import { isOnline, normaliseEmail, readsAsMember, type TicketPurpose, type TokenScope, tokenEnd } from "./rules";
import { stamp } from "./secrets";
import { sessionOf } from "./sessions";
import { ensureOwnAccount, listAdministrators } from "./standing";
import { throttle } from "./throttles";
import { findTicket } from "./tickets";
import type {
  AccessTokenView,
  Account,
  AuthorView,
  DocumentKind,
  DocumentView,
  ProfileView,
  SessionView,
  SettingsView,
  SignedInViewer,
  TextKind,
  TicketView,
} from "./types";

const panel = {
  id: true,
  name: true,
  role: true,
  title: true,
  personalText: true,
  joinedAt: true,
  closedAt: true,
  showOnline: true,
  lastSeenAt: true,
  postCount: true,
  publicPostCount: true,
  thanksReceived: true,
  publicThanksReceived: true,
  thanksGiven: true,
  publicThanksGiven: true,
} as const;

type AuthorRow = {
  id: number;
  name: string;
  role: Role;
  title: string | null;
  personalText: string;
  joinedAt: Date;
  left: boolean;
  showOnline: boolean;
  lastSeenAt: Date | null;
  postCount: number;
  publicPostCount: number;
  thanksReceived: number;
  publicThanksReceived: number;
  count: { value: number; unit: NewestCount["unit"]; day: string } | null;
  countsAudience: Audience | null;
};

/** The people beside a page's posts, each with their newest count. Someone who left is a name and nothing else. */
export async function listAuthors(viewer: Viewer, ids: number[]): Promise<Map<number, AuthorView>> {
  seen(...ids.map(tags.member));
  const moment = now();
  const rows = await prisma.$queryRaw<AuthorRow[]>`
    SELECT m."id", m."name", m."role"::text, m."title", m."personalText", m."joinedAt", m."closedAt" IS NOT NULL AS left, m."showOnline",
      m."lastSeenAt", m."postCount", m."publicPostCount", m."thanksReceived", m."publicThanksReceived", newest.count,
      (SELECT f."audience"::text FROM "HealthFact" f WHERE f."memberId" = m."id" AND f."kind" = 'counts') AS "countsAudience"
    FROM "Member" m LEFT JOIN LATERAL (
      SELECT json_build_object('value', c."value", 'unit', c."unit", 'day', c."day") AS count
      FROM "PlateletCount" c WHERE c."memberId" = m."id" ORDER BY c."day" DESC LIMIT 1) newest ON TRUE
    WHERE m."id" = ANY(${ids})`;
  return new Map(rows.map((row) => [row.id, authorView(viewer, row, moment)]));
}

function authorView(viewer: Viewer, row: AuthorRow, moment: Date): AuthorView {
  const { name, role, count } = row;
  if (row.left) return { name, former: true, role: "member" };
  const asMember = readsAsMember(viewer);
  return {
    name,
    former: false,
    role,
    title: row.title ?? undefined,
    personalText: row.personalText || undefined,
    joinedAt: row.joinedAt,
    posts: asMember ? row.postCount : row.publicPostCount,
    thanksReceived: asMember ? row.thanksReceived : row.publicThanksReceived,
    online: onlineFor(viewer, row),
    count: count
      ? newestCountFor(
          viewer,
          row.id,
          { ...count, day: new Date(count.day), audience: row.countsAudience ?? "members" },
          moment,
        )
      : undefined,
  };
}

/** A member's own page. There is none for someone who left, nor for an account whose address was never confirmed. */
export async function readProfile(viewer: Viewer, name: string): Promise<ProfileView> {
  const found = await prisma.member.findUnique({
    where: { nameKey: nameKey(name) },
    select: { ...panel, aboutHtml: true, emailVerifiedAt: true },
  });
  const own = isMember(viewer) && viewer.id === found?.id;
  const member = orNotFound(found && !found.closedAt && (found.emailVerifiedAt || own) ? found : null);
  seen(tags.member(member.id), tags.profile(member.id));
  if (member.name !== name) madeUp(); // by another spelling, of which there are many
  const asMember = readsAsMember(viewer);
  return {
    id: member.id,
    name: member.name,
    role: member.role,
    title: member.title ?? undefined,
    personalText: member.personalText || undefined,
    aboutHtml: member.aboutHtml || undefined,
    joinedAt: member.joinedAt,
    posts: asMember ? member.postCount : member.publicPostCount,
    thanksReceived: asMember ? member.thanksReceived : member.publicThanksReceived,
    thanksGiven: asMember ? member.thanksGiven : member.publicThanksGiven,
    online: onlineFor(viewer, member),
    own,
  };
}

/** The id of a member who has a page of their own. */
export async function findMemberId(_viewer: Viewer, name: string): Promise<number | null> {
  const where = { nameKey: nameKey(name), closedAt: null, emailVerifiedAt: { not: null } };
  const member = await prisma.member.findFirst({ where, select: { id: true, name: true } });
  if (member && member.name !== name) madeUp(); // by another spelling, of which there are many
  return member?.id ?? null;
}

/** Not said to guests, nor where the member doesn't want it. */
function onlineFor(viewer: Viewer, member: { showOnline: boolean; lastSeenAt: Date | null }): boolean | undefined {
  return readsAsMember(viewer) && member.showOnline ? isOnline(member, now()) : undefined;
}

/** How many notices waited when this viewer was read from their session: the bell of every page costs no query. */
export function waitingNoticesOf(viewer: Viewer): number {
  return "waitingNotices" in viewer ? (viewer as SignedInViewer).waitingNotices : 0;
}

export async function readSettings(viewer: Viewer): Promise<SettingsView> {
  const { id } = signedIn(viewer);
  const { role, ...own } = await prisma.member.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      email: true,
      unverifiedEmail: true,
      personalText: true,
      about: true,
      showOnline: true,
      joinedAt: true,
      role: true,
    },
  });
  const onlyAdministrator =
    role === "administrator" && (await listAdministrators(prisma)).every((one) => one.id === id);
  return { ...own, onlyAdministrator };
}

export async function listSessions(viewer: Viewer): Promise<SessionView[]> {
  const { id } = signedIn(viewer);
  const moment = now();
  const sessions = await prisma.session.findMany({
    where: { memberId: id, idleExpiresAt: { gt: moment }, absoluteExpiresAt: { gt: moment } },
    orderBy: { lastSeenAt: "desc" },
  });
  const current = sessionOf(viewer);
  return sessions.map((session) => ({
    id: session.id,
    device: session.device,
    startedAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    remember: session.remember,
    current: session.id === current,
  }));
}

/** The tokens that work, the newest first. */
export async function listAccessTokens(viewer: Viewer): Promise<AccessTokenView[]> {
  const member = signedIn(viewer);
  const moment = now();
  const tokens = await prisma.accessToken.findMany({
    where: { memberId: member.id, revokedAt: null },
    orderBy: { id: "desc" },
    omit: { tokenHash: true },
  });
  return tokens.flatMap(({ id, name, scope, createdAt, lastUsedAt, expiresAt }) => {
    const endsAt = tokenEnd({ createdAt, expiresAt }, moderatesAnything(member));
    if (endsAt && endsAt <= moment) return [];
    return [{ id, name, scope: scope as TokenScope, createdAt, lastUsedAt, endsAt }];
  });
}

/** The newest version of a text that people agree to. */
export async function readDocument(kind: DocumentKind): Promise<DocumentView> {
  seen(tags.documents());
  const document = orNotFound(await prisma.document.findFirst({ where: { kind }, orderBy: { version: "desc" } }));
  return { kind, version: document.version, html: document.html, publishedAt: document.publishedAt };
}

/** A text that may not be there, or be empty: then the one that the forum came with stands in its place. */
export async function findOwnText(kind: TextKind): Promise<{ html: string; publishedAt: Date } | null> {
  seen(tags.documents());
  const text = await prisma.document.findFirst({ where: { kind }, orderBy: { version: "desc" } });
  return text?.source ? { html: text.html, publishedAt: text.publishedAt } : null;
}

/** The rules that a member has not accepted yet, beside those they did; null where there is nothing to accept. */
export async function findNewRules(
  viewer: Viewer,
): Promise<{ version: number; html: string; source: string; publishedAt: Date; accepted: string | null } | null> {
  const { id } = signedIn(viewer);
  const rules = await prisma.document.findFirst({ where: { kind: "rules" }, orderBy: { version: "desc" } });
  const given = await prisma.consent.findFirst({
    where: { memberId: id, kind: "rules", withdrawnAt: null },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  if (!rules || rules.version <= (given?.version ?? 0)) return null;
  const before = given
    ? await prisma.document.findUnique({ where: { kind_version: { kind: "rules", version: given.version } } })
    : null;
  const { version, html, source, publishedAt } = rules;
  return { version, html, source, publishedAt, accepted: before?.source ?? null };
}

/** The hidden field that says when a form was opened; it goes back unchanged. */
export function startedNow(): string {
  return stamp(now());
}

/** What a link from a mail is about; 404 where it was spent or its time has passed. Looking spends nothing. */
export async function readTicket(_visitor: Viewer, token: string, purpose: TicketPurpose): Promise<TicketView> {
  return orNotFound(await findTicket(token, purpose));
}

/** Everything the member wrote and we keep about them, and nobody else's words. */
export async function exportMyData(viewer: Viewer): Promise<object> {
  const { id } = ensureOwnAccount(viewer);
  await throttle("export by member", id);
  return gatherOwnData(id);
}

/** Whom a name or an address means to someone logging in. An address that nobody confirmed means its newest claim. */
export async function findAccount(who: string): Promise<Account | null> {
  if (who.includes("@")) return findByAddress(normaliseEmail(who));
  return prisma.member.findUnique({ where: { nameKey: nameKey(who), closedAt: null }, select: accountColumns });
}

export async function findByAddress(email: string): Promise<Account | null> {
  const confirmed = await prisma.member.findUnique({ where: { email }, select: accountColumns });
  if (confirmed) return confirmed;
  const claims = { unverifiedEmail: email, emailVerifiedAt: null };
  return prisma.member.findFirst({ where: claims, orderBy: { id: "desc" }, select: accountColumns });
}

const accountColumns = { id: true, name: true, passwordHash: true } as const;

export async function findPasswordHash(
  member: MemberViewer,
): Promise<{ passwordHash: string | null; email: string | null }> {
  return prisma.member.findUniqueOrThrow({ where: { id: member.id }, select: { passwordHash: true, email: true } });
}

function signedIn(viewer: Viewer): MemberViewer {
  if (!isMember(viewer)) throw refusal("sign-in");
  return viewer;
}
