import type { State } from "@/lib/policy/can";
import type { Decision } from "@/lib/policy/decision";

export type ThanksView = {
  count: number;
  /** The first ten by time; the rest is a number. */
  names: string[];
  /** Whether this viewer's own thanks are among them. */
  given: boolean;
};

export type EditView = { at: Date; by: string; reason: string | null };

/** A post whose text this viewer may read. */
export type ReadablePost = {
  kind: "post";
  number: number;
  position: number;
  threadId: number;
  authorId: number;
  state: State;
  /** Why a moderator held, hid or removed it; for its author and moderators. */
  stateReason: string | null;
  version: number;
  /** Our own renderer's HTML, quotes filled in for this viewer. */
  html: string;
  createdAt: Date;
  edited: EditView | null;
  thanks: ThanksView;
  can: Record<"thank" | "takeBackThanks" | "edit" | "withdraw" | "bringBack" | "seeRevisions", Decision>;
};

/** One neutral line, so that replies still make sense. Neither text nor name. */
export type PlaceOnly = { kind: "place"; number: number; position: number };

export type PostView = ReadablePost | PlaceOnly;

export type RevisionView = {
  version: number;
  /** Null once struck. */
  source: string | null;
  by: string;
  at: Date;
  reason: string | null;
  struck: { at: Date; by: string; reason: string } | null;
  /** Words against the version before; null where either text is gone. */
  changes: { kind: "same" | "added" | "removed"; text: string }[] | null;
};
