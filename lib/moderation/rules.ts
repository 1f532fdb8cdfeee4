import type { State } from "@/lib/policy/can";
import type { Standing } from "@/lib/policy/viewer";

const DAY = 24 * 60 * 60 * 1000;

export const caseKinds = ["post", "thread", "member", "study"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** In the order of urgency: whose life or safety may depend on it comes first. */
export const generalReasons = ["worried", "danger", "personal", "promotion", "unkind", "other"] as const;
/** Of a study's card. */
export const studyReasons = ["outdated", "misread", "wrong-fact", "wrong-study", "other"] as const;
/** What a guest chooses from: what their notice is about is an address they typed. */
export const noticeReasons = ["worried", "danger", "personal", "promotion", "unkind", "wrong-fact", "other"] as const;
export const reportReasons = [...generalReasons, "outdated", "misread", "wrong-fact", "wrong-study"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What a member can choose about a thing of this kind. */
export function reasonsFor(kind: CaseKind): readonly ReportReason[] {
  return kind === "study" ? studyReasons : generalReasons;
}

export const reasonLabels: Record<ReportReason, string> = {
  worried: "I am worried about this person",
  danger: "It could harm someone’s health",
  personal: "It gives away somebody’s personal data",
  promotion: "It advertises something",
  unkind: "It is unkind",
  outdated: "The study was retracted or corrected, and the card doesn’t say so",
  misread: "The card leaves out or twists what the study says",
  "wrong-fact": "Something on a study’s card is wrong, such as a number",
  "wrong-study": "The card is about another study than the one meant",
  other: "Something else",
};

export type Urgency = 1 | 2 | 3 | 4 | 5 | 6;

const urgencies: Record<ReportReason, Urgency> = {
  worried: 1,
  danger: 2,
  personal: 3,
  outdated: 3,
  promotion: 4,
  misread: 4,
  unkind: 5,
  "wrong-fact": 5,
  "wrong-study": 5,
  other: 6,
};

export function urgencyOf(reason: ReportReason): Urgency {
  return urgencies[reason];
}

/** What the forum itself finds about a study, so that a moderator looks at it. */
export const caseCauses = ["retracted", "partly-retracted", "concern", "titles-disagree", "cleared"] as const;
export type CaseCause = (typeof caseCauses)[number];

export const causeLabels: Record<CaseCause, string> = {
  retracted: "Retracted",
  "partly-retracted": "Partly retracted",
  concern: "Expression of concern",
  "titles-disagree": "The registries’ titles disagree",
  cleared: "No longer said to be retracted or of concern",
};

/** None is mailed at once: the card and the threads say so already, and what is missing is a sentence in context. */
export const causeUrgency: Record<CaseCause, Urgency> = {
  retracted: 4,
  "partly-retracted": 4,
  concern: 5,
  cleared: 5,
  "titles-disagree": 5,
};

/** Moderators get a mail at once. */
export function isUrgent(urgency: number): boolean {
  return urgency <= urgencyOf("personal");
}

/** Of what waits to be shown: after danger and personal data, as early as what advertises something. */
export const HELD: Urgency = 4;

/** Of a case that is open again because someone appeals: who waits for it may be shut out meanwhile. */
export const APPEALED: Urgency = 4;

/** Of a case that a moderator opened without a report. */
export const UNREPORTED: Urgency = 6;

export const deeds = [
  "nothing",
  "approve",
  "refuse",
  "hide",
  "restore",
  "remove",
  "lock",
  "unlock",
  "warn",
  "silence",
  "suspend",
  "lift",
  "note",
  "correct",
  "conceal",
  "take-back",
] as const;
export type Deed = (typeof deeds)[number];

/** As the form says them. */
export const deedLabels: Record<Deed, string> = {
  nothing: "Nothing to do",
  approve: "Show it",
  refuse: "Don’t show it",
  hide: "Hide it",
  restore: "Show it again",
  remove: "Remove it for good",
  lock: "Lock the thread",
  unlock: "Unlock the thread",
  warn: "Warn its author",
  silence: "Silence its author for a time",
  suspend: "Suspend its author",
  lift: "End the silence or suspension",
  note: "Place a note on the card",
  correct: "Put a field right",
  conceal: "Put a statement aside",
  "take-back": "Take something back that a moderator placed",
};

/** The same about a member: there is no author, the member is it. */
export function deedLabel(kind: CaseKind, deed: Deed): string {
  return kind === "member" ? deedLabels[deed].replace("its author", "them") : deedLabels[deed];
}

/** As the log says them. */
export const deedDone: Record<Deed, string> = {
  nothing: "left as it is",
  approve: "shown",
  refuse: "not shown",
  hide: "hidden",
  restore: "shown again",
  remove: "removed",
  lock: "locked",
  unlock: "unlocked",
  warn: "warned",
  silence: "silenced for a time",
  suspend: "suspended",
  lift: "silence or suspension ended",
  note: "a note placed on its card",
  correct: "a field of its card put right",
  conceal: "a statement of its card put aside",
  "take-back": "something that a moderator had placed on its card taken back",
};

/** Needs a rule to stand on. */
export function isRestriction(deed: Deed): boolean {
  return !["nothing", "approve", "restore", "unlock", "lift"].includes(deed) && !isOnCard(deed);
}

/** What can be done about a study, besides nothing; what exactly is said beside it. */
export function isOnCard(deed: Deed): deed is "note" | "correct" | "conceal" | "take-back" {
  return deed === "note" || deed === "correct" || deed === "conceal" || deed === "take-back";
}

/** What the person concerned can ask another moderator to look at again. */
export function takesSomething(deed: Deed): boolean {
  return deed === "hide" || deed === "remove" || deed === "refuse" || deed === "silence" || deed === "suspend";
}

/** Six months, in days enough for any of them: the least that the Digital Services Act (article 20) leaves people to object. */
const APPEAL_DAYS = 184;

export function appealableUntil(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + APPEAL_DAYS * DAY);
}

/** What ends the waiting of something held, one way or another. */
export function endsHold(deed: Deed): boolean {
  return deed === "approve" || deed === "refuse" || deed === "remove";
}

/** Not in the public log: nothing was taken from anybody. */
export const unloggedDeeds: Deed[] = ["nothing", "approve"];

/** What one press says where nothing needs saying; not repeated to the author. */
export const APPROVED = "It fits the rules.";

export function changesStanding(deed: Deed): deed is "silence" | "suspend" | "lift" {
  return deed === "silence" || deed === "suspend" || deed === "lift";
}

/** `kept`: its author appeals its removal, and its text is still there. */
export type TargetNow = {
  kind: CaseKind;
  state: State | null;
  locked: boolean;
  standing: Standing;
  left: boolean;
  kept?: boolean;
};

/** What can be done about a thing as it stands now. */
export function possibleDeeds({ kind, state, locked, standing, left, kept = false }: TargetNow): Deed[] {
  const shown = state === "visible" || state === "withdrawn";
  if (kind === "study") return deeds.filter((deed) => deed === "nothing" || isOnCard(deed));
  // Whatever else is decided would close the case and leave it waiting.
  if (state === "held") return deeds.filter(endsHold);
  return deeds.filter((deed) => {
    if (deed === "nothing") return true;
    if (deed === "approve" || deed === "refuse" || isOnCard(deed)) return false;
    if (deed === "hide") return shown;
    if (deed === "restore") return state === "hidden" || (state === "removed" && kept);
    if (deed === "remove") return shown || state === "hidden";
    if (deed === "lock") return kind === "thread" && !locked;
    if (deed === "unlock") return kind === "thread" && locked;
    if (left) return false;
    return deed === "lift" ? standing !== "good" : true;
  });
}

/** The rules one can name: the headings of their text, without those that ask nothing of anybody. */
export function headingsOf(source: string): string[] {
  return [...source.matchAll(/^##\s+(.+?)\s*$/gm)]
    .map((match) => match[1] ?? "")
    .filter((heading) => heading && heading !== "Moderators");
}

/** Until the end of a day as a form names it ("2026-12-01"), in UTC. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T23:59:59.000Z`);
}

/** A guest's notice waits so long for its address to be confirmed. */
export const NOTICE_WAITS_MS = 2 * DAY;
/** A guest's address is kept so long after the answer, in case the mail comes back. */
export const ADDRESS_KEPT_MS = 30 * DAY;

/** What an address of this forum names, as someone copied it from their browser; null for anything else. */
export function thingAt(address: string, origin: string): { kind: CaseKind; id: number | string } | null {
  const typed = address.trim().replace(/^(?=\/(?!\/))/, origin);
  if (!URL.canParse(typed) || new URL(typed).host !== new URL(origin).host) return null;
  const { pathname, hash } = new URL(typed);
  const post = /^\/p\/([1-9]\d{0,8})(\/|$)/.exec(pathname)?.[1];
  const thread = /^\/t\/([1-9]\d{0,8})(\/|$)/.exec(pathname)?.[1];
  const within = thread && /^#p([1-9]\d{0,8})$/.exec(hash)?.[1];
  if (post || within) return { kind: "post", id: Number(post ?? within) };
  if (thread) return { kind: "thread", id: Number(thread) };
  const study = /^\/studies\/([1-9]\d{0,8})(\/|$)/.exec(pathname)?.[1];
  if (study) return { kind: "study", id: Number(study) };
  const member = /^\/u\/([^/]{1,200})(\/|$)/.exec(pathname)?.[1];
  return member ? { kind: "member", id: decoded(member) } : null;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export const REPORTS_PER_DAY = 20;
