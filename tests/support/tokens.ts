import { randomUUID } from "node:crypto";
import { issueAccessToken } from "@/lib/accounts/access-tokens";
import type { TokenScope } from "@/lib/accounts/rules";
import { transaction } from "@/lib/platform/db";
import type { MemberViewer } from "@/lib/policy/viewer";

/** A token of a member who has no password to make one with: for tests that are not about making them. */
export async function tokenOf(member: MemberViewer, scope: TokenScope = "write"): Promise<string> {
  const form = { name: "a test", scope, days: "90" as const, password: "", requestId: randomUUID() };
  const made = await transaction((tx) => issueAccessToken(tx, member.id, form));
  if (!made) throw new Error("A form of its own gives a token of its own.");
  return made.token;
}
