import type { Role, Viewer } from "@/lib/policy/viewer";

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Trimmed, in one spelling of each letter, the host as the network writes it. Comes before any check of it. */
export function normaliseEmail(raw: string): string {
  const address = raw.normalize("NFKC").trim().toLowerCase();
  const at = address.lastIndexOf("@");
  if (at < 1) return address;
  try {
    return `${address.slice(0, at)}@${new URL(`http://${address.slice(at + 1)}`).hostname}`;
  } catch {
    return address;
  }
}

/** How long a session lasts unused, and at all. Those who can hide others' posts log in every day. */
export function sessionLife(role: Role, remember: boolean): { idle: number; absolute: number } {
  if (role !== "member" || !remember) return { idle: 12 * HOUR, absolute: 24 * HOUR };
  return { idle: 30 * DAY, absolute: 90 * DAY };
}

export type TicketPurpose = "verify" | "reset" | "change-email" | "undo-email";

export const ticketLife: Record<TicketPurpose, number> = {
  verify: DAY,
  reset: HOUR,
  "change-email": DAY,
  "undo-email": 7 * DAY,
};

/** Faster than this nobody reads the form they send, and after a day the page is from another visit. */
export const FORM_MIN_MS = 3_000;
export const FORM_MAX_MS = DAY;

export const ONLINE_MS = 15 * MINUTE;
/** A visit is written down this often at most, or each page would be a write. */
export const SEEN_EVERY_MS = 5 * MINUTE;

export function isOnline(member: { showOnline: boolean; lastSeenAt: Date | null }, moment: Date): boolean {
  return member.showOnline && member.lastSeenAt !== null && moment.getTime() - member.lastSeenAt.getTime() < ONLINE_MS;
}

/** Whether a viewer reads with a member's eyes; someone suspended sees what guests see. */
export function readsAsMember(viewer: Viewer): boolean {
  return viewer.kind === "member" && viewer.standing !== "suspended";
}

/** Enough to tell one's own devices apart and nothing more: “Firefox on Windows”. */
export function deviceOf(userAgent: string | null | undefined): string {
  const agent = userAgent ?? "";
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /OPR\//.test(agent)
      ? "Opera"
      : /Firefox\/|FxiOS/.test(agent)
        ? "Firefox"
        : /Chrome\/|CriOS/.test(agent)
          ? "Chrome"
          : /Safari\//.test(agent)
            ? "Safari"
            : "A browser";
  const system = /Android/.test(agent)
    ? "Android"
    : /iPhone|iPad/.test(agent)
      ? "iOS"
      : /Windows/.test(agent)
        ? "Windows"
        : /Mac OS X/.test(agent)
          ? "macOS"
          : /CrOS/.test(agent)
            ? "ChromeOS"
            : /Linux/.test(agent)
              ? "Linux"
              : null;
  return system ? `${browser} on ${system}` : browser;
}

/** A place of this forum to go on to; anything else leads home. */
export function safeNext(raw: string | null | undefined): string {
  const fits = typeof raw === "string" && raw.length <= 500 && /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(raw);
  return fits ? raw : "/";
}

export const tokenScopes = ["read", "write"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** For how many days a token can be made; 0 is until it is revoked. */
export const tokenDays = ["30", "90", "365", "0"] as const;

export const TOKENS_MAX = 20;

/** A token is known at sight, so that it is found where it was put by mistake. */
export const TOKEN_SHAPE = /^wc_[A-Za-z0-9_-]{43}$/;

const STAFF_TOKEN_LIFE = 30 * DAY;

/** When a token ends. What can hide others' posts is given anew each month, whatever was chosen. */
export function tokenEnd(token: { createdAt: Date; expiresAt: Date | null }, isStaff: boolean): Date | null {
  if (!isStaff) return token.expiresAt;
  const latest = new Date(token.createdAt.getTime() + STAFF_TOKEN_LIFE);
  return token.expiresAt && token.expiresAt < latest ? token.expiresAt : latest;
}

/** To the hour: a program asks often, and when exactly is nobody's business. */
export function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / HOUR) * HOUR);
}
