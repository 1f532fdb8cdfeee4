import { gatherOwnNotices } from "@/lib/notices/queries";
import { now } from "@/lib/platform/clock";
import { origin } from "@/lib/platform/config";
import { prisma } from "@/lib/platform/db";

/**
 * A member's own data: what they wrote, in every state, and what is kept about them. Of others there are post numbers
 * only, never words or names; nothing of reports; no keys.
 */
export async function gatherOwnData(id: number): Promise<object> {
  const [
    account,
    consents,
    sessions,
    accessTokens,
    healthFacts,
    plateletCounts,
    threads,
    posts,
    thanksGiven,
    drafts,
    notices,
    appeals,
  ] = await Promise.all([
    prisma.member.findUniqueOrThrow({ where: { id }, select: accountColumns }),
    prisma.consent.findMany({
      where: { memberId: id },
      orderBy: { id: "asc" },
      select: { kind: true, version: true, givenAt: true, withdrawnAt: true },
    }),
    prisma.session.findMany({
      where: { memberId: id },
      orderBy: { id: "asc" },
      select: { device: true, remember: true, createdAt: true, lastSeenAt: true },
    }),
    prisma.accessToken.findMany({
      where: { memberId: id },
      orderBy: { id: "asc" },
      select: { name: true, scope: true, createdAt: true, lastUsedAt: true, expiresAt: true, revokedAt: true },
    }),
    prisma.healthFact.findMany({ where: { memberId: id }, select: { kind: true, value: true, audience: true } }),
    prisma.plateletCount.findMany({
      where: { memberId: id },
      orderBy: { day: "asc" },
      select: { value: true, unit: true, day: true, addedAt: true },
    }),
    prisma.thread.findMany({
      where: { authorId: id },
      orderBy: { id: "asc" },
      select: { id: true, title: true, audience: true, state: true, createdAt: true },
    }),
    prisma.post.findMany({ where: { authorId: id }, orderBy: { number: "asc" }, select: postColumns(id) }),
    prisma.thanks.findMany({
      where: { memberId: id },
      orderBy: { createdAt: "asc" },
      select: { postNumber: true, createdAt: true },
    }),
    prisma.draft.findMany({
      where: { memberId: id },
      select: { place: true, title: true, text: true, updatedAt: true },
    }),
    gatherOwnNotices(id),
    prisma.appeal.findMany({
      where: { case: { subjectId: id } },
      orderBy: { id: "asc" },
      select: { decisionId: true, text: true, createdAt: true },
    }),
  ]);
  return {
    about: { forum: origin(), exportedAt: now(), member: id },
    account,
    consents,
    sessions,
    accessTokens,
    health: {
      facts: healthFacts,
      plateletCounts: plateletCounts.map(({ value, day, ...count }) => ({
        ...count,
        value: Number(value),
        day: day.toISOString().slice(0, 10),
      })),
    },
    threads,
    posts: posts.map(ownPost),
    thanksGiven,
    drafts,
    notices,
    appeals,
  };
}

const accountColumns = {
  name: true,
  email: true,
  unverifiedEmail: true,
  emailVerifiedAt: true,
  role: true,
  title: true,
  standing: true,
  standingUntil: true,
  standingReason: true,
  personalText: true,
  about: true,
  showOnline: true,
  lastSeenAt: true,
  joinedAt: true,
  postCount: true,
  thanksReceived: true,
  thanksGiven: true,
} as const;

function postColumns(id: number) {
  return {
    number: true,
    threadId: true,
    source: true,
    state: true,
    stateReason: true,
    createdAt: true,
    editedAt: true,
    editedById: true,
    version: true,
    thanksCount: true,
    // A moderator's edit is the moderator's text: the member's own versions only.
    revisions: {
      where: { editedById: id },
      orderBy: { version: "asc" },
      select: { version: true, source: true, reason: true, createdAt: true, struckAt: true },
    },
    citations: { orderBy: { position: "asc" }, select: { kind: true, value: true } },
    quotes: { select: { quotedNumber: true } },
  } as const;
}

type PostRow = {
  number: number;
  source: string;
  editedById: number | null;
  quotes: { quotedNumber: number }[];
  revisions: object[];
  citations: object[];
};

/** Quoted lines are someone else's words; which post they come from stays. */
function ownPost({ source, quotes, editedById: _, revisions, ...post }: PostRow) {
  return {
    ...post,
    text: withoutQuotes(source),
    quotes: quotes.map(({ quotedNumber }) => quotedNumber),
    revisions: (revisions as { source: string }[]).map(({ source: text, ...revision }) => ({
      ...revision,
      text: withoutQuotes(text),
    })),
  };
}

/** A quote begins with a line that names its post (“> #65740”) and goes on as long as its lines do. */
function withoutQuotes(source: string): string {
  return source.replace(
    /^ {0,3}> ?#(\d+)[^\S\n]*\n(?: {0,3}>[^\n]*(?:\n|$))*/gm,
    (_whole, number: string) => `> #${number}\n> …\n`,
  );
}
