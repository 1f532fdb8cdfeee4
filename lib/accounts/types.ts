import type { NewestCount } from "@/lib/health/types";
import type { MemberViewer, Role } from "@/lib/policy/viewer";
import type { TokenScope } from "./rules";

/** A viewer read from a session; its commands know which of their sessions they came by. */
export type SignedInViewer = MemberViewer & { sessionId: number; waitingNotices: number };

/** Someone as the panel beside their posts shows them. */
export type AuthorView = {
  name: string;
  former: boolean;
  role: Role;
  title?: string;
  personalText?: string;
  joinedAt?: Date;
  posts?: number;
  thanksReceived?: number;
  /** Only for members, and only where the author lets it be seen. */
  online?: boolean;
  /** Their newest platelet count, where this viewer may read it. */
  count?: NewestCount;
};

export type ProfileView = {
  id: number;
  name: string;
  role: Role;
  title?: string;
  personalText?: string;
  aboutHtml?: string;
  joinedAt: Date;
  posts: number;
  thanksReceived: number;
  thanksGiven: number;
  online?: boolean;
  /** It is the viewer's own. */
  own: boolean;
};

export type SessionView = {
  id: number;
  device: string;
  startedAt: Date;
  lastSeenAt: Date;
  remember: boolean;
  current: boolean;
};

export type AccessTokenView = {
  id: number;
  name: string;
  scope: TokenScope;
  createdAt: Date;
  /** To the hour; null where it was never used. */
  lastUsedAt: Date | null;
  /** Null: until it is revoked. */
  endsAt: Date | null;
};

/** What a member finds in their own settings. */
export type SettingsView = {
  name: string;
  email: string | null;
  /** An address that waits for the link in its mail; the other one counts until then. */
  unverifiedEmail: string | null;
  personalText: string;
  about: string;
  showOnline: boolean;
  joinedAt: Date;
  /** Nobody else could look after the forum, so this account can’t be closed. */
  onlyAdministrator: boolean;
};

/** What people agree to. */
export type DocumentKind = "rules" | "privacy" | "health";
/** All texts of the forum itself, kept in versions. */
export type TextKind = DocumentKind | "help" | "card-help" | "banner" | "announcement";
export type DocumentView = { kind: DocumentKind; version: number; html: string; publishedAt: Date };

/** What a link from a mail is about, before it is spent. */
export type TicketView = { name: string; email: string | null };

/** Whom a name or an address means to someone logging in, before it is known that it is them. */
export type Account = { id: number; name: string; passwordHash: string | null };

/** A new session's cookie: the token, and until when the browser keeps it; null for until it is closed. */
export type NewSession = { token: string; keepUntil: Date | null };
