import { now } from "@/lib/platform/clock";
import { prisma, type Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { type MemberViewer, moderatesAnything } from "@/lib/policy/viewer";
import { hourOf, TOKEN_SHAPE, TOKENS_MAX, type TokenScope, tokenEnd } from "./rules";
import type { MakeTokenInput } from "./schema";
import { hashOf, keyedHash } from "./secrets";
import { hasNewRules, moderatedBy, standingAt } from "./standing";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes a token of the form that asks for it, so that the form sent twice gives the same token and needs no other place
 * to keep it. Null where it was made, and revoked, before.
 */
export async function issueAccessToken(
  tx: Tx,
  memberId: number,
  { name, scope, days, requestId }: MakeTokenInput,
): Promise<{ token: string; isNew: boolean } | null> {
  const token = `wc_${keyedHash(`access token ${memberId} ${requestId} ${scope} ${days} ${name}`)}`;
  const moment = now();
  const known = await tx.accessToken.findUnique({ where: { tokenHash: hashOf(token) }, select: { revokedAt: true } });
  if (known) return known.revokedAt ? null : { token, isNew: false };
  const live = await tx.accessToken.count({
    where: { memberId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: moment } }] },
  });
  if (live >= TOKENS_MAX)
    throw new Refusal("too-many-tokens", `You have ${TOKENS_MAX} tokens already. Please revoke one first.`);
  const expiresAt = days === "0" ? null : new Date(moment.getTime() + Number(days) * DAY);
  await tx.accessToken.create({
    data: { memberId, tokenHash: hashOf(token), name, scope, createdAt: moment, expiresAt },
  });
  return { token, isNew: true };
}

type Found = Omit<MemberViewer, "kind"> & {
  tokenId: number;
  scope: TokenScope;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};

/** In whose name a token asks, and what it may. A revoked token or a suspension is in force at the very next request. */
export async function findViewerByAccessToken(
  token: string,
): Promise<{ viewer: MemberViewer; scope: TokenScope } | null> {
  if (!TOKEN_SHAPE.test(token)) return null;
  const moment = now();
  const [found] = await prisma.$queryRaw<Found[]>`
    SELECT m."id", m."name", m."role"::text, ${standingAt("m", moment)} AS "standing", m."emailVerifiedAt" IS NOT NULL AS "emailVerified",
      ${hasNewRules("m")} AS "newRules", ${moderatedBy("m")} AS "moderates", k."id" AS "tokenId", k."scope", k."createdAt", k."lastUsedAt", k."expiresAt"
    FROM "AccessToken" k JOIN "Member" m ON m."id" = k."memberId"
    WHERE k."tokenHash" = ${hashOf(token)} AND k."revokedAt" IS NULL AND m."closedAt" IS NULL`;
  if (!found) return null;
  const { tokenId, scope, createdAt, lastUsedAt, expiresAt, ...member } = found;
  const viewer: MemberViewer = { kind: "member", ...member };
  const end = tokenEnd({ createdAt, expiresAt }, moderatesAnything(viewer));
  if (end && end <= moment) return null;
  const hour = hourOf(moment);
  if (!lastUsedAt || lastUsedAt < hour)
    await prisma.accessToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: hour } });
  return { viewer, scope };
}

/** Ends one of a member's tokens, or all of them. */
export async function revokeTokens(tx: Tx, memberId: number, which: { only?: number } = {}): Promise<void> {
  await tx.accessToken.updateMany({
    where: { memberId, id: which.only, revokedAt: null },
    data: { revokedAt: now() },
  });
}
