import type { MailText } from "@/lib/accounts/letters";
import { now } from "@/lib/platform/clock";
import {
  APPROVED,
  appealableUntil,
  type CaseKind,
  type Deed,
  isRestriction,
  type ReportReason,
  reasonLabels,
  takesSomething,
} from "./rules";

const sign = "\n\nThe people of Wellcited\n";
const day = (moment: Date) => moment.toISOString().slice(0, 10);

const things: Record<CaseKind, string> = { post: "post", thread: "thread", member: "account", study: "study" };

export type Decided = {
  kind: CaseKind;
  deed: Deed;
  rule: string;
  rulesVersion: number;
  reason: string;
  until: Date | null;
};

/** What was decided, to the one it is about, in one sentence. */
export function decisionSentence({ kind, deed, until }: Pick<Decided, "kind" | "deed" | "until">): string {
  const thing = kind === "member" ? "account" : `${things[kind]}`;
  switch (deed) {
    case "approve":
      return `A moderator has looked at your ${thing}, and everyone it is meant for can read it now.`;
    case "refuse":
      return `A moderator has looked at your ${thing} and doesn’t show it. Only you and the moderators see it.`;
    case "hide":
      return `A moderator has hidden your ${thing}. Only you and the moderators see it now.`;
    case "restore":
      return `Your ${thing} can be seen again as before.`;
    case "remove":
      return `A moderator has removed your ${thing}.`;
    case "lock":
      return "A moderator has locked your thread: it can be read, but nobody can reply.";
    case "unlock":
      return "Your thread is open for replies again.";
    case "warn":
      return kind === "member"
        ? "A moderator asks you to keep to the rules."
        : `A moderator asks you to keep to the rules. It is about a ${thing} of yours.`;
    case "silence":
      return `You can read, but not post, thank or edit, until ${until ? day(until) : "further notice"}.`;
    case "suspend":
      return until ? `Your account is suspended until ${day(until)}.` : "Your account is suspended for good.";
    case "lift":
      return "You can take part again as before.";
    default:
      return "A moderator has looked at it again, and what was decided stays.";
  }
}

/** Never says whether somebody reported it. */
export function decisionMail(
  name: string,
  decided: Decided & { answersAppeal?: boolean },
  link: string,
  appealLink: string,
): MailText {
  const rule = decided.rule ? `\nThe rule (version ${decided.rulesVersion}): ${decided.rule}` : "";
  const said = decided.reason === APPROVED ? "" : `${decided.reason}\n\n`;
  const reason = isRestriction(decided.deed) ? `Why: ${decided.reason}${rule}\n\n` : said;
  const appeal = takesSomething(decided.deed)
    ? `If you think this is wrong, tell us until ${day(appealableUntil(now()))}, and another moderator will look at it:\n\n${appealLink}`
    : "";
  const answers = decided.answersAppeal ? "You appealed a decision of the moderators. This is the answer.\n\n" : "";
  return {
    kind: "decision",
    subject: decided.answersAppeal ? "The answer to your appeal" : "A decision of the moderators",
    text: `Hello ${name},

${answers}${decisionSentence(decided)}

${reason}${[link, appeal].filter(Boolean).join("\n\n")}${sign}`,
  };
}

/** What came of a report, to who sent it. What happened to another person is between them and the moderators. */
export function outcomeSentence(deed: Deed, kind: CaseKind): string {
  if (kind === "study")
    return deed === "nothing"
      ? "A moderator has looked at the card and found nothing to change on it. Thank you for telling us; please do so again whenever something looks wrong."
      : "A moderator has looked at the card and changed something on it. Thank you for telling us.";
  if (deed === "nothing" || deed === "approve")
    return "A moderator has looked at it and found nothing that the rules ask to be changed. Thank you for telling us; please do so again whenever something worries you.";
  return "A moderator has looked at it and done something about it. Thank you for telling us.";
}

export function outcomeMail(name: string, on: Date, deed: Deed, kind: CaseKind): MailText {
  return {
    kind: "outcome",
    subject: "What came of your report",
    text: `Hello ${name},

on ${day(on)} you reported something to the moderators.

${outcomeSentence(deed, kind)}${sign}`,
  };
}

export function urgentMail(name: string, link: string): MailText {
  return {
    kind: "urgent-case",
    subject: "An urgent case is open",
    text: `Hello ${name},

a report has come in that shouldn’t wait:

${link}${sign}`,
  };
}

export function waitingMail(name: string, cases: number, link: string): MailText {
  return {
    kind: "waiting-cases",
    subject: cases === 1 ? "A case is waiting" : `${cases} cases are waiting`,
    text: `Hello ${name},

${cases === 1 ? "one case has" : `${cases} cases have`} been open for more than a day:

${link}${sign}`,
  };
}

/** To an address that someone typed: nothing of what they wrote, or this would be a way to write to strangers. */
export function confirmNoticeMail(link: string): MailText {
  return {
    kind: "confirm-notice",
    subject: "Please confirm your message to the moderators",
    text: `Hello,

someone wrote to our moderators and gave this address. If it was you, open this link within two days, and the moderators get your message:

${link}

If it wasn’t you, do nothing. The message is deleted, and so is your address.${sign}`,
  };
}

/** The same for whatever it was about: what a guest can't see is answered like what isn't there. */
export function noticeArrivedMail(): MailText {
  return {
    kind: "notice-arrived",
    subject: "Your message has arrived",
    text: `Hello,

your message has reached the moderators. They are volunteers and may not read it for hours. You will hear from them by mail.

If someone is in danger now, call your emergency number.${sign}`,
  };
}

export function guestOutcomeMail(on: Date, deed: Deed, kind: CaseKind): MailText {
  return {
    kind: "outcome",
    subject: "What came of your message",
    text: `Hello,

on ${day(on)} you wrote to the moderators about something on this forum.

${outcomeSentence(deed, kind)}

Your address is deleted here in a month. If you think the answer is wrong, write again by the contact page, and say why.${sign}`,
  };
}

/** A guest's words, to the people who run the forum. */
export function noticeMail(notice: { reason: ReportReason; about: string; text: string; email: string }): MailText {
  return {
    kind: "notice",
    subject: "A message by the contact page",
    text: `${notice.email} wrote by the contact page. Please answer to that address.

What it is about: ${reasonLabels[notice.reason]}
Address given: ${notice.about || "none"}

${notice.text}${sign}`,
  };
}
