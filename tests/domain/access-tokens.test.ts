import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  askForNewPassword,
  changePassword,
  closeAccount,
  makeAccessToken,
  resetPassword,
  revokeAccessToken,
} from "@/lib/accounts/commands";
import { exportMyData, listAccessTokens } from "@/lib/accounts/queries";
import { MakeTokenInput } from "@/lib/accounts/schema";
import type { SignedInViewer } from "@/lib/accounts/types";
import { TOKEN_REQUESTS_A_MINUTE } from "@/lib/api/caller";
import { prisma } from "@/lib/platform/db";
import { guest } from "@/lib/policy/viewer";
import { type OpenedApi, openApiServer } from "../support/api";
import { resetDatabase, sql } from "../support/database";
import { fromAnywhere, mailsTo, newMember, PASSWORD, publishTexts, tokenIn } from "../support/joining";
import { category, joined, starts } from "../support/people";
import { tokenOf } from "../support/tokens";

let api: OpenedApi;
let jasond: SignedInViewer;

beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());

beforeEach(async () => {
  await resetDatabase();
  await publishTexts();
  jasond = (await newMember("jasond")).viewer;
});

const form = (more: Partial<Record<keyof MakeTokenInput, string>> = {}): MakeTokenInput =>
  MakeTokenInput.parse({
    name: "My reader",
    scope: "write",
    days: "90",
    password: PASSWORD,
    requestId: randomUUID(),
    ...more,
  });

const me = (token: string) => api.ask("GET", "/me", { token });

describe("a token", () => {
  it("is shown once, kept as a hash, told to its owner by mail, and speaks in their name", async () => {
    const { token } = await makeAccessToken(jasond, form());
    expect(token).toMatch(/^wc_[\w-]{43}$/);
    expect(await me(token)).toMatchObject({ status: 200, body: { name: "jasond" } });
    const rows = await sql<object>(`SELECT k::text, encode("tokenHash", 'escape') AS hash FROM "AccessToken" k`);
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
    const mails = await mailsTo("jasond@example.org");
    const mail = mails.find(({ kind }) => kind === "token-made");
    expect(mail?.text).toContain("My reader");
    expect(mail?.text).not.toContain(token);
    expect(await listAccessTokens(jasond)).toMatchObject([{ name: "My reader", scope: "write" }]);
    expect(JSON.stringify(await exportMyData(jasond))).toContain("My reader");
  });

  it("asked for by one form pressed five times is one token and one mail", async () => {
    const once = form();
    const made = await Promise.all(Array.from({ length: 5 }, () => makeAccessToken(jasond, once)));
    expect(new Set(made.map(({ token }) => token)).size).toBe(1);
    expect(await listAccessTokens(jasond)).toHaveLength(1);
    expect((await mailsTo("jasond@example.org")).filter(({ kind }) => kind === "token-made")).toHaveLength(1);
  });

  it("needs the password, a confirmed address, and room for one more", async () => {
    await expect(makeAccessToken(jasond, form({ password: "not this one" }))).rejects.toMatchObject({
      reason: "wrong-password",
    });
    await expect(makeAccessToken({ ...jasond, emailVerified: false }, form())).rejects.toMatchObject({
      reason: "verify-first",
    });
    for (let n = 0; n < 20; n++) await tokenOf(jasond);
    await expect(makeAccessToken(jasond, form())).rejects.toMatchObject({ reason: "too-many-tokens" });
  });

  it("that is revoked, has run out or was never one is refused at the next request, and nobody else can revoke it", async () => {
    const { token } = await makeAccessToken(jasond, form());
    const [row] = await listAccessTokens(jasond);
    const other = await joined("karenr");
    await revokeAccessToken(other, { token: row?.id ?? 0 });
    expect((await me(token)).status).toBe(200);
    await revokeAccessToken(jasond, { token: row?.id ?? 0 });
    const refused = await me(token);
    expect(refused).toMatchObject({ status: 401, body: { title: "bad-token" } });
    expect(refused.headers["www-authenticate"]).toContain("invalid_token");

    const short = await tokenOf(jasond);
    await prisma.accessToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    const others = [short, `wc_${"x".repeat(43)}`, "wc_short", "' OR 1=1"];
    for (const wrong of others) expect((await me(wrong)).text).toBe(refused.text);
    const basic = await api.ask("GET", "/me", { headers: { authorization: "Basic amFzb25kOng=" } });
    expect(basic.text).toBe(refused.text);
  });

  it("follows its owner's standing at the very next request", async () => {
    const token = await tokenOf(jasond);
    await prisma.member.update({ where: { id: jasond.id }, data: { standing: "suspended", standingReason: "x" } });
    expect((await api.ask("GET", "/categories", { token })).body.title).toBe("suspended");
    expect((await me(token)).body.standing).toBe("suspended");
  });

  it("ends with a new password, by a link or in the settings, and with the account", async () => {
    const byLink = await tokenOf(jasond);
    await fromAnywhere(() => askForNewPassword(guest, { email: "jasond@example.org" }));
    const token = await tokenIn("reset", "jasond@example.org");
    await fromAnywhere(() => resetPassword(guest, { token, password: "eighteen bread rolls" }));
    expect((await me(byLink)).status).toBe(401);

    const changed = await tokenOf(jasond);
    await changePassword(jasond, { password: "eighteen bread rolls", newPassword: "nineteen bread rolls" });
    expect((await me(changed)).status).toBe(401);

    const last = await tokenOf(jasond);
    await closeAccount(jasond, { choice: "keep", password: "nineteen bread rolls" });
    expect((await me(last)).status).toBe(401);
    expect(await prisma.accessToken.count()).toBe(0);
  });

  it("of someone who moderates works for thirty days, whatever was chosen", async () => {
    const sandi = await joined("sandi", { role: "moderator" });
    const token = await tokenOf(sandi);
    expect((await me(token)).status).toBe(200);
    await prisma.accessToken.updateMany({ data: { createdAt: new Date(Date.now() - 31 * 86_400_000) } });
    expect((await me(token)).status).toBe(401);
    expect(await listAccessTokens(sandi)).toEqual([]);
  });

  it("says when it was last used to the hour, and is no sign that its owner is here", async () => {
    const token = await tokenOf(jasond);
    await prisma.member.update({ where: { id: jasond.id }, data: { lastSeenAt: null } });
    await me(token);
    const [row] = await listAccessTokens(jasond);
    expect(row?.lastUsedAt?.getUTCMinutes()).toBe(0);
    expect(await prisma.member.findUnique({ where: { id: jasond.id } })).toMatchObject({ lastSeenAt: null });
  });

  it("counts, where a browser's cookie comes with it", async () => {
    const karenr = await joined("karenr");
    const token = await tokenOf(karenr);
    expect((await api.ask("GET", "/me", { as: jasond, token })).body.name).toBe("karenr");
    expect((await api.ask("GET", "/me", { as: jasond, token: "wc_wrong" })).status).toBe(401);
  });

  it("may ask often, but not without end", async () => {
    const token = await tokenOf(await joined("busy"));
    for (let n = 0; n < TOKEN_REQUESTS_A_MINUTE; n += 50)
      await Promise.all(Array.from({ length: 50 }, () => me(token)));
    const refused = await me(token);
    expect(refused).toMatchObject({ status: 429, body: { title: "too-many" } });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    const { threadId } = await starts(jasond, await category("open"));
    expect((await api.ask("GET", `/threads/${threadId}`, { as: jasond })).status).toBe(200);
  });

  it("guessed again and again from one network is met with a pause", async () => {
    for (let n = 0; n < 30; n++) await me("wc_wrong");
    expect((await me("wc_wrong")).status).toBe(429);
    expect((await me(await tokenOf(jasond))).status).toBe(200);
  });
});
