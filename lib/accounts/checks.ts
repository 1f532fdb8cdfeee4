import { now } from "@/lib/platform/clock";
import { prisma } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { MemberViewer } from "@/lib/policy/viewer";
import { problemOfName } from "./names";
import { problemOfPassword } from "./password-rules";
import { isPassword } from "./passwords";
import { findPasswordHash } from "./queries";
import { FORM_MAX_MS, FORM_MIN_MS } from "./rules";
import type { JoinInput, LogInInput } from "./schema";
import { momentOf } from "./secrets";
import { forgive, giveBack, isKnownNetwork, networkAtHand, rememberNetwork, throttle } from "./throttles";
import type { Account } from "./types";

export function ensureFilledInByAPerson(startedAt: string): void {
  const age = now().getTime() - (momentOf(startedAt)?.getTime() ?? 0);
  if (age < FORM_MIN_MS)
    throw new Refusal("too-quick", "That was very quick. Please wait a few seconds and press the button again.");
  if (age > FORM_MAX_MS)
    throw new Refusal(
      "old-form",
      "This page was open for more than a day. Please load it again and send it from there.",
    );
}

export function ensureUsableName(name: string): void {
  const problem = problemOfName(name);
  if (problem) throw new Refusal("name", problem, { field: "name" });
}

export function ensureUsablePassword(password: string, own: { name: string; email: string }, field: string): void {
  const problem = problemOfPassword(password, own);
  if (problem) throw new Refusal("password", problem, { field });
}

export async function ensureCurrentTexts({ rulesVersion, privacyVersion }: JoinInput): Promise<void> {
  const newest = await prisma.document.groupBy({
    by: ["kind"],
    where: { kind: { in: ["rules", "privacy"] } },
    _max: { version: true },
  });
  const versionOf = (kind: string) => newest.find((one) => one.kind === kind)?._max.version;
  if (versionOf("rules") === rulesVersion && versionOf("privacy") === privacyVersion) return;
  throw new Refusal(
    "texts-changed",
    "The rules or the privacy text have changed since you opened this page. Please load it again and read them.",
    { field: "agree" },
  );
}

/** One answer for a wrong password and for nobody there, after the same work. */
export async function ensureRightLogIn(account: Account | null, { who, password }: LogInInput): Promise<Account> {
  const network = networkAtHand();
  const key = account ? String(account.id) : `nobody ${who.toLowerCase()}`;
  await throttle("log in by network", network);
  await throttle("log in by account and network", `${key} ${network}`);
  if (!(await isKnownNetwork(account?.id ?? 0))) await throttle("log in by account", key);
  const right = await isPassword(password, account?.passwordHash ?? null);
  if (account && right) return account;
  throw wrongLogIn();
}

export function wrongLogIn(): Refusal {
  return new Refusal("wrong-log-in", "This name or address and this password don’t belong together.", {
    field: "password",
  });
}

export async function countAsGood(memberId: number): Promise<void> {
  await forgive("log in by account and network", `${memberId} ${networkAtHand()}`);
  if (!(await isKnownNetwork(memberId))) await giveBack("log in by account", String(memberId));
  await giveBack("log in by network", networkAtHand());
  await rememberNetwork(memberId);
}

export async function ensureOwnPassword(member: MemberViewer, password: string): Promise<{ email: string | null }> {
  await throttle("password by member", member.id);
  const { passwordHash, email } = await findPasswordHash(member);
  if (await isPassword(password, passwordHash)) return { email };
  throw new Refusal("wrong-password", "That is not your password.", { field: "password" });
}

/** Nobody can guess a link; who tries all the same is slowed down. */
export async function ensureFewLinks(): Promise<void> {
  await throttle("link by network", networkAtHand());
}

export async function ensureFewMails(email: string): Promise<void> {
  await throttle("mail by network", networkAtHand());
  await throttle("mail by account", email);
}
