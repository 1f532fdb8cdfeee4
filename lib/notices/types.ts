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
  /** Of decisions and outcomes. */
  text: string;
};

export type NoticeSettingsView = { onSite: NoticeKind[]; byMail: NoticeKind[]; followsOwnPosts: boolean };

/** Where someone stands in a thread. */
export type ReadingView = {
  /** The last place they have read. */
  position: number;
  follows: boolean;
  /** They have opened the thread before. */
  opened: boolean;
  /** Posts of others that are new to them, up to a hundred. */
  unread: number;
  /** The first place of this thread that a waiting notice is about. */
  noticesFrom: number | null;
};
