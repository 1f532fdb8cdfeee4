import { origin } from "@/lib/platform/config";
import { type NoticeKind, siteKinds } from "./rules";
import { type Subscription, unsubscribeLinks } from "./unsubscribing";

type MailedKind = (typeof siteKinds)[number];

/** That something is there, and where; never what it says, nor what its thread is called: others may look over a shoulder. */
const words: Record<MailedKind, { subject: string; sentence: string }> = {
  reply: { subject: "New posts in a thread you follow", sentence: "there are new posts in a thread you follow:" },
  quote: { subject: "Someone quoted you", sentence: "someone has quoted a post of yours:" },
  mention: { subject: "Someone called you by name", sentence: "someone has called you by name in a post:" },
  study: {
    subject: "Something happened to a study",
    sentence: "there is news of a study that is cited in a thread you wrote in or follow:",
  },
  thanks: { subject: "Someone thanked you", sentence: "someone has thanked you for a post:" },
};

export function isMailed(kind: NoticeKind): kind is MailedKind {
  return (siteKinds as readonly NoticeKind[]).includes(kind);
}

export function noticeMail(kind: MailedKind, name: string, link: string) {
  const { subject, sentence } = words[kind];
  const more = kind === "reply" ? "\n\nYou get no other mail about this thread until you have read it." : "";
  return {
    kind: `notice-${kind}`,
    subject,
    text: `Hello ${name},\n\n${sentence}\n\n${link}${more}\n\nThe people of Wellcited\n`,
  };
}

/** A letter with its ways to get no more of its kind: a line for people, an address for mail programs. */
export function withUnsubscribing<Letter extends { text: string }>(letter: Letter, subscription: Subscription) {
  const { page, oneClick } = unsubscribeLinks(subscription);
  const foot = `\n--\nNo more mails like this: ${page}\nAll your choices: ${origin()}/settings/notices\n`;
  return { ...letter, text: `${letter.text}${foot}`, unsubscribe: oneClick };
}
