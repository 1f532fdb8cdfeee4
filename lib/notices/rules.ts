/** Everything a member can be told, the strongest first: who is called in several ways by one post hears the first. */
export const noticeKinds = ["quote", "mention", "reply", "thanks", "study", "decision", "outcome"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What moderators decided can't be switched off on the site: every restriction is said to whom it concerns. */
export const siteKinds = ["quote", "mention", "reply", "thanks", "study"] as const satisfies readonly NoticeKind[];

/** As in prisma/schema/notices.prisma. */
export const defaultsOnSite: readonly NoticeKind[] = siteKinds;
export const defaultsByMail: readonly NoticeKind[] = ["reply", "quote", "mention", "study", "decision", "outcome"];

export const kindLabels: Record<NoticeKind, string> = {
  quote: "Someone quotes a post of yours",
  mention: "Someone calls you by name (@name)",
  reply: "New posts in a thread you follow",
  thanks: "Thanks for your posts",
  study: "A study in a thread you follow or wrote in is retracted, or its journal warns of it",
  decision: "Decisions of the moderators about your posts or account",
  outcome: "What came of your reports",
};

/** So many are told of a study in one transaction; a job goes on with the others. */
export const TOLD_AT_ONCE = 500;
/** And in the threads of so many mentions, fewer people though those may be. */
export const MENTIONS_AT_ONCE = 100;

/** More than this is “99+”: whoever counts them all one day has other worries. */
export const COUNTED_UP_TO = 100;

/** So many members are told that a post calls them by name; a list of names is no invitation to all of them. */
export const CALLED_BY_NAME = 10;

/** A mail waits this long: whoever is here reads it here, and who writes has a moment to take it back. */
export const MAIL_AFTER_MS = 5 * 60 * 1000;

/** After a long pause of the whole forum nobody wants a mail about each thing that happened before it. */
export const TOO_LATE_TO_MAIL_MS = 2 * 24 * 60 * 60 * 1000;

/** What is older than this is not held against anyone as unread. */
export const UNREAD_FOR_MS = 60 * 24 * 60 * 60 * 1000;

/** A notice that was read this long ago is forgotten; those of decisions stay. */
export const KEPT_AFTER_READING_MS = 90 * 24 * 60 * 60 * 1000;
/** Looked at every night; so long that nobody who left is missed by a forum that was switched off for a season. */
export const LATELY_MS = 90 * 24 * 60 * 60 * 1000;

/** “3”, “99+” */
export function countLabel(count: number): string {
  return count >= COUNTED_UP_TO ? `${COUNTED_UP_TO - 1}+` : String(count);
}
