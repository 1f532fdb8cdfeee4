import { timingSafeEqual } from "node:crypto";
import { keyedHash } from "@/lib/accounts/secrets";
import { origin } from "@/lib/platform/config";
import { type NoticeKind, noticeKinds } from "./rules";

/** Whose mails, and of which kind. */
export type Subscription = { memberId: number; kind: NoticeKind };

const sign = (said: string) => keyedHash(`unsubscribe ${said}`);

/** It works without logging in and for as long as the mail is kept; all it can do is to end this one kind of mails. */
function tokenFor({ memberId, kind }: Subscription): string {
  const said = `${memberId}.${kind}`;
  return `${said}.${sign(said)}`;
}

/** What a token is for; null for any text that isn’t ours. */
export function subscriptionOf(token: string): Subscription | null {
  const [, said = "", id = "", kind = "", signature = ""] =
    /^((\d{1,10})\.([a-z]+))\.([\w-]{1,100})$/.exec(token) ?? [];
  const expected = Buffer.from(sign(said));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const known = noticeKinds.find((one) => one === kind);
  return known ? { memberId: Number(id), kind: known } : null;
}

/** The page for people, and the address that mail programs send their one press to. */
export function unsubscribeLinks(subscription: Subscription): { page: string; oneClick: string } {
  const token = tokenFor(subscription);
  return {
    page: `${origin()}/unsubscribe?token=${token}`,
    oneClick: `${origin()}/unsubscribe/one-click?token=${token}`,
  };
}
