import type { State } from "@/lib/policy/can";
import type { Decision } from "@/lib/policy/decision";
import type { Standing } from "@/lib/policy/viewer";
import type { HoldReason } from "@/lib/posts/rules";
import type { ReadablePost } from "@/lib/posts/types";
import type { StudyForCase } from "@/lib/studies/types";
import type { CaseCause, CaseKind, Deed, ReportReason, Urgency } from "./rules";

/** What someone is about to report, as its report page names it. */
export type Reportable = {
  kind: CaseKind;
  id: number;
  /** Where it stands, to go back to. */
  href: string;
  /** A thread's title or a member's name. */
  title: string;
  excerpt: string;
  /** When this viewer reported it, if that still waits. */
  reportedAt: Date | null;
  /** A moderator opens a case instead of reporting to themselves. */
  moderates: boolean;
};

export type CaseRow = {
  id: number;
  kind: CaseKind;
  targetId: number;
  /** A thread's or study's title, or a member's name. */
  about: string;
  /** Null: a study is nobody's. */
  subject: { name: string; former: boolean } | null;
  categoryName: string | null;
  open: boolean;
  urgency: Urgency;
  reasons: ReportReason[];
  /** Why it waits for a moderator before others see it. */
  heldFor: HoldReason | null;
  /** What the forum itself found about a study. */
  causes: CaseCause[];
  reports: number;
  /** Appeals that wait for an answer. */
  appeals: number;
  openedAt: Date;
};

export type ReportView = {
  id: number;
  /** Null: a guest, by the contact page. */
  reporter: { name: string; former: boolean } | null;
  reason: ReportReason;
  note: string;
  snapshot: string;
  snapshotVersion: number | null;
  at: Date;
  answered: boolean;
};

export type DecisionView = {
  id: number;
  by: string;
  deed: Deed;
  rule: string;
  rulesVersion: number;
  reason: string;
  until: Date | null;
  at: Date;
};

export type AppealView = { id: number; text: string; at: Date; against: Deed; by: string; answered: boolean };

/** A decision as the one it is about reads it. */
export type OwnDecision = {
  id: number;
  /** In one sentence. */
  sentence: string;
  reason: string;
  rule: string;
  rulesVersion: number;
  at: Date;
  /** Of a post or thread: where it stands. */
  href: string | null;
  appeal: { text: string; at: Date; answer: { sentence: string; reason: string; at: Date } | null } | null;
  canAppeal: Decision;
  appealUntil: Date;
};

/** A post of the thread, as the case page shows it around the one it is about. */
export type ThreadLine = {
  number: number;
  author: { name: string; former: boolean };
  html: string;
  at: Date;
  itself: boolean;
};

export type PastCase = { id: number; kind: CaseKind; about: string; open: boolean; deeds: Deed[]; openedAt: Date };

export type CaseView = CaseRow & {
  version: number;
  href: string;
  /** The post's or thread's own; a member has none. */
  state: State | null;
  locked: boolean;
  post: ReadablePost | null;
  /** Where the links of the post, or of a thread's first post, lead. */
  hosts: string[];
  around: ThreadLine[];
  /** Of a member: what their page says. */
  profile: string | null;
  /** Null where it is about something else, or the study is gone because nobody cites it. */
  study: StudyForCase | null;
  reportList: ReportView[];
  appealList: AppealView[];
  decisions: DecisionView[];
  standing: {
    standing: Standing;
    until: Date | null;
    reason: string | null;
    role: string;
    joinedAt: Date;
    posts: number;
  } | null;
  pastCases: PastCase[];
  rules: { version: number; headings: string[] };
  deeds: Deed[];
  /** Why this moderator can't decide it; null where they can. */
  notMine: string | null;
};

/** One line of the public log: no names, no numbers, nothing of what was written. What is alike on one day is one line. */
export type LogLine = { day: string; times: number } & (
  | { kind: CaseKind; deed: Deed; rule: string }
  /** About the forum itself; what it says is in lib/administration/rules.ts. */
  | { kind: "forum"; deed: string; rule: "" }
);

/** A month of the public log, as "2026-11", and the months beside it in which something was done. */
export type LogMonth = { month: string | null; lines: LogLine[]; older: string | null; newer: string | null };

/** `decisionId`: the decision behind it, for an appeal. */
export type OwnStanding = { standing: Standing; until: Date | null; reason: string | null; decisionId: number | null };
