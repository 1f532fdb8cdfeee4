import { randomUUID } from "node:crypto";
import { joinForum, logIn, verifyEmail } from "@/lib/accounts/commands";
import { accountJobs } from "@/lib/accounts/jobs";
import { JoinInput, LogInInput } from "@/lib/accounts/schema";
import { stamp } from "@/lib/accounts/secrets";
import { findViewerByToken } from "@/lib/accounts/sessions";
import type { SignedInViewer } from "@/lib/accounts/types";
import { publishDocument } from "@/lib/accounts/writes";
import { transaction } from "@/lib/platform/db";
import { runDueJobs } from "@/lib/platform/queue";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest } from "@/lib/policy/viewer";
import { sql } from "./database";

export const PASSWORD = "seventeen bread rolls";

/** The texts that people agree to, in their first version. */
export async function publishTexts(version = 1): Promise<void> {
  await transaction(async (tx) => {
    for (const kind of ["rules", "privacy", "health"] as const)
      await publishDocument(tx, { kind, version, source: kind, html: `<p>${kind}</p>` });
  });
}

/** Everything within is one visit from this network address. */
export function from<T>(address: string, visit: () => Promise<T>): Promise<T> {
  return withRequest(newRequest(randomUUID(), address), visit);
}

let visits = 0;
/** A network of their own for everyone, so that only tests about throttles meet any. */
export const fromAnywhere = <T>(visit: () => Promise<T>) => from(`10.${visits >> 8}.${visits++ & 255}.1`, visit);

/** The form of someone who wants to join, as a browser sends it a minute after opening it. */
export function joinForm(name: string, more: Record<string, string> = {}): JoinInput {
  return JoinInput.parse({
    name,
    email: `${name}@example.org`,
    password: PASSWORD,
    ofAge: "yes",
    agree: "yes",
    rulesVersion: "1",
    privacyVersion: "1",
    website: "",
    startedAt: stamp(new Date(Date.now() - 60_000)),
    requestId: randomUUID(),
    ...more,
  });
}

export type Kept = { id: string; kind: string; to: string; subject: string; text: string };

export async function mailsTo(address: string): Promise<Kept[]> {
  await runDueJobs(accountJobs);
  return sql<Kept>(`SELECT id::text, kind, "to", subject, text FROM "Mail" WHERE "to" = $1 ORDER BY id`, [address]);
}

/** The token in the newest mail of this kind to this address. */
export async function tokenIn(kind: string, address: string): Promise<string> {
  const mail = (await mailsTo(address)).findLast((one) => one.kind === kind);
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

export const logInForm = (who: string, password = PASSWORD, remember = "") =>
  LogInInput.parse({ who, password, remember });

export async function loggedIn(who: string, password = PASSWORD): Promise<{ viewer: SignedInViewer; token: string }> {
  const { token } = await fromAnywhere(() => logIn(guest, logInForm(who, password), "Firefox on Linux"));
  const viewer = await findViewerByToken(token);
  if (!viewer) throw new Error(`${who} is not logged in`);
  return { viewer, token };
}

/** Someone who joined, opened the mail and logged in; known to those who run the forum, so that what they post appears at once. */
export async function newMember(name: string): Promise<{ viewer: SignedInViewer; token: string }> {
  await fromAnywhere(() => joinForum(guest, joinForm(name)));
  await fromAnywhere(async () => verifyEmail(guest, { token: await tokenIn("verify", `${name}@example.org`) }));
  await sql(`UPDATE "Member" SET "trustedAt" = now() WHERE "name" = $1`, [name]);
  return loggedIn(name);
}
