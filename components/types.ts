import type { ReactNode } from "react";

/** Where a form goes: an address, or a server action. */
export type FormTarget = string | ((form: FormData) => void | Promise<void>);

export type Hidden = Record<string, string | number>;

/** What a refused form gives back to its page: the typed text and one sentence per field. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, string>;
  refusal?: { reason: string; sentence: string };
  status?: number;
};

export const blankForm: FormState = { values: {}, errors: {} };

/** Someone as a name on a page. A former member has no page of their own any more. */
export type Named = { name: string; former?: boolean };

export type Role = "member" | "moderator" | "administrator";

export type Audience = "everyone" | "members" | "members_unlisted";

/** A moment as the database gives it, or as ISO text. */
export type Moment = Date | string;

export type Tone = "plain" | "accent" | "moderator" | "caution" | "stop";

export type PlateletCountView = {
  value: number;
  /** "10^9/L" or "10^3/uL": the same number, named as the member's laboratory names it. */
  unit: string;
  day: Moment;
};

/** A button that posts: where to, what goes with it. */
export type Press = { action: FormTarget; hidden?: Hidden };

export type Slot = ReactNode;
