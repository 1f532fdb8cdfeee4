import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { orNotFound } from "@/lib/platform/errors";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import { refusal } from "@/lib/policy/decision";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { nameKey } from "./names";
import { gatherOwnData } from "./own-data";
import { isOnline, normaliseEmail, readsAsMember, type TicketPurpose } from "./rules";
import { stamp } from "./secrets";
import { sessionOf } from "./sessions";
import { ensureOwnAccount } from "./standing";
import { throttle } from "./throttles";
import { findTicket } from "./tickets";
import type {
  Account,
  AuthorView,
  DocumentKind,
  DocumentView,
  ProfileView,
  SessionView,
  SettingsView,
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

/** The people beside a page's posts. Someone who left is a name and nothing else. */
export async function listAuthors(viewer: Viewer, ids: number[]): Promise<Map<number, AuthorView>> {
  seen(...ids.map(tags.member));
  const asMember = readsAsMember(viewer);
  const members = await prisma.member.findMany({ where: { id: { in: ids } }, select: panel });
  return new Map(
    members.map((member) => [
      member.id,
      member.closedAt
        ? { name: member.name, former: true, role: "member" as const }
        : {
            name: member.name,
            former: false,
            role: member.role,
            title: member.title ?? undefined,
            personalText: member.personalText || undefined,
            joinedAt: member.joinedAt,
            posts: asMember ? member.postCount : member.publicPostCount,
            thanksReceived: asMember ? member.thanksReceived : member.publicThanksReceived,
            online: onlineFor(viewer, member),
          },
    ]),
  );
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

/** Not said to guests, nor where the member doesn't want it. */
function onlineFor(viewer: Viewer, member: { showOnline: boolean; lastSeenAt: Date | null }): boolean | undefined {
  return readsAsMember(viewer) && member.showOnline ? isOnline(member, now()) : undefined;
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
  const others =
    role === "administrator" ? await prisma.member.count({ where: { role, closedAt: null, id: { not: id } } }) : 1;
  return { ...own, onlyAdministrator: others === 0 };
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

/** The newest version of a text that people agree to. */
export async function readDocument(kind: DocumentKind): Promise<DocumentView> {
  seen(tags.documents());
  const document = orNotFound(await prisma.document.findFirst({ where: { kind }, orderBy: { version: "desc" } }));
  return { kind, version: document.version, html: document.html, publishedAt: document.publishedAt };
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
