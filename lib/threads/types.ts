import type { OpenReadingView, ReadingView } from "@/lib/notices/types";
import type { Audience } from "@/lib/policy/audience";
import type { State } from "@/lib/policy/can";
import type { Decision } from "@/lib/policy/decision";

export type ThreadRow = {
  id: number;
  slug: string;
  title: string;
  categoryId: number;
  categoryName: string;
  categorySlug: string;
  author: { name: string; former: boolean };
  createdAt: Date;
  replyCount: number;
  viewCount: number;
  pinned: boolean;
  locked: boolean;
  audience: Audience;
  state: State;
  /** How many studies its visible posts cite. */
  studyCount: number;
  last: { number: number; at: Date; by: { name: string; former: boolean } } | null;
  /** Null for guests. */
  reading: ReadingView | null;
};

/** "A study cited here {words} on {date}: {title}, cited in post #{number}" */
export type StudyWarningLine = { studyId: number; title: string; words: string; date: string | null; number: number };

export type ThreadView = ThreadRow & {
  reading: OpenReadingView | null;
  authorId: number;
  /** Why a moderator hid or removed it, or the code for which it is held; for its author and moderators. */
  stateReason: string | null;
  categoryLocked: boolean;
  /** The effective audience, the category's included. */
  audience: Audience;
  /** Guests and search engines may have it. */
  isPublic: boolean;
  pageCount: number;
  /** Studies cited here that are retracted or of concern, each with what happened to it and the first post that cites it. */
  warnings: StudyWarningLine[];
  reply: Decision;
  /** What this viewer began to write here and has not sent. */
  draft?: { text: string; savedAt: Date };
};
