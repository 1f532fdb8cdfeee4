import type { NoticeKind } from "./rules";

type Someone = { name: string; former: boolean };

/** One line of the notices page. */
export type NoticeView = {
  id: number;
  kind: NoticeKind;
  at: Date;
  unread: boolean;
  /** Who wrote or thanked, each once, those who came first at the front. */
  people: Someone[];
  /** New posts of a thread, up to a hundred. */
  posts: number;
  threadTitle: string | null;
  /** Of decisions, outcomes and studies. */
  text: string;
};

export type NoticeSettingsView = { onSite: NoticeKind[]; byMail: NoticeKind[]; followsOwnPosts: boolean };

/** How a member stands to a thread. */
export type ReadingView = {
  /** The last place they have read; 0 where they never opened it. */
  position: number;
  follows: boolean;
  /** Posts of others that are new to them, up to a hundred. */
  unread: number;
};

/** On the thread's own page also since when posts are new, and the places that waiting notices are about. */
export type OpenReadingView = ReadingView & { newSince: Date; repliesFrom: number | null; calledAt: number[] };
