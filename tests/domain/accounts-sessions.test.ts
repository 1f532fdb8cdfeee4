import { createHash } from "node:crypto";
import { getServerSession } from "next-auth";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  askForNewPassword,
  changePassword,
  endOtherSessions,
  endSession,
  logIn,
  logOut,
  resetPassword,
} from "@/lib/accounts/commands";
import { type Asked, authOptions, signInThroughNextAuth } from "@/lib/accounts/next-auth";
import { listSessions, readTicket } from "@/lib/accounts/queries";
import { findViewerByToken } from "@/lib/accounts/sessions";
import { withoutThrottles } from "@/lib/accounts/throttles";
import { withClock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { guest } from "@/lib/policy/viewer";
import { resetDatabase, sql } from "../support/database";
import {
  from,
  fromAnywhere,
  joinForm,
  loggedIn,
  logInForm,
  mailsTo,
  newMember,
  PASSWORD,
  publishTexts,
  tokenIn,
} from "../support/joining";

beforeEach(async () => {
  await resetDatabase();
  await publishTexts();
});

const NEW = "nineteen apple cakes";
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const whoHolds = async (token: string) => (await findViewerByToken(token))?.name ?? null;

describe("a session", () => {
  test("ends at the very next request when it is ended elsewhere", async () => {
    const phone = await newMember("karen");
    const laptop = await loggedIn("karen");
    const sessions = await listSessions(laptop.viewer);
    expect(sessions.map(({ device, current }) => [device, current])).toEqual([
      ["Firefox on Linux", true],
      ["Firefox on Linux", false],
    ]);
    await endSession(laptop.viewer, { session: phone.viewer.sessionId });
    expect(await whoHolds(phone.token)).toBeNull();
    expect(await whoHolds(laptop.token)).toBe("karen");
  });

  test("is held in the middle of a change that takes minutes, too: reading waits for nobody", async () => {
    const karen = await newMember("karen");
    await sql(`UPDATE "Session" SET "lastSeenAt" = now() - interval '1 hour'`);
    await transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Member" FOR NO KEY UPDATE`;
      expect(await whoHolds(karen.token)).toBe("karen");
    });
    const seenLately = `SELECT 1 FROM "Session" WHERE "lastSeenAt" > now() - interval '1 minute'`;
    expect(await sql(seenLately)).toHaveLength(1);
  });

  test("of someone else can’t be ended", async () => {
    const karen = await newMember("karen");
    const gus = await newMember("gus");
    await endSession(gus.viewer, { session: karen.viewer.sessionId });
    expect(await whoHolds(karen.token)).toBe("karen");
  });

  test("ends by logging out, the others stay", async () => {
    const one = await newMember("karen");
    const other = await loggedIn("karen");
    await logOut(one.viewer, {});
    expect([await whoHolds(one.token), await whoHolds(other.token)]).toEqual([null, "karen"]);
    await endOtherSessions(other.viewer, {});
    expect(await whoHolds(other.token)).toBe("karen");
  });

  test("tells of a suspension and of a new role at the next request", async () => {
    const { token } = await newMember("karen");
    await sql(`UPDATE "Member" SET standing = 'suspended', "standingReason" = 'advertising', role = 'moderator'`);
    expect(await findViewerByToken(token)).toMatchObject({ standing: "suspended", role: "moderator" });
  });

  test("lasts twelve hours unused, and a day at most", async () => {
    const { token } = await newMember("karen");
    expect(await withClock(inHours(13), () => whoHolds(token))).toBeNull();
    for (const hours of [6, 12, 18, 23]) expect(await withClock(inHours(hours), () => whoHolds(token))).toBe("karen");
    expect(await withClock(inHours(25), () => whoHolds(token))).toBeNull();
  });

  test("that is remembered lasts a month unused, a moderator’s a day all the same", async () => {
    await newMember("karen");
    const remembered = await fromAnywhere(() => logIn(guest, logInForm("karen", PASSWORD, "yes")));
    expect(remembered.keepUntil?.getTime()).toBeGreaterThan(inHours(89 * 24).getTime());
    expect(await withClock(inHours(29 * 24), () => whoHolds(remembered.token))).toBe("karen");
    await sql(`UPDATE "Member" SET role = 'moderator'`);
    const moderators = await fromAnywhere(() => logIn(guest, logInForm("karen", PASSWORD, "yes")));
    expect(await withClock(inHours(25), () => whoHolds(moderators.token))).toBeNull();
  });

  test("is a new one after each log-in: the one it was opened with ends", async () => {
    const { viewer, token } = await newMember("karen");
    const next = await fromAnywhere(() => logIn(viewer, logInForm("karen")));
    expect(next.token).not.toBe(token);
    expect([await whoHolds(token), await whoHolds(next.token)]).toEqual([null, "karen"]);
  });
});

describe("through next-auth", () => {
  const ask = async (token: string) => {
    const asked: Asked = {};
    const answer = { getHeader: () => undefined, setHeader: () => undefined };
    const session = await getServerSession(
      { headers: {}, cookies: { wellcited: token } } as never,
      answer as never,
      authOptions(asked),
    );
    return { asked, session };
  };

  test("someone logs in, is recognised by the cookie, and isn’t once their session is ended", async () => {
    await newMember("karen");
    const { token, keepUntil } = await fromAnywhere(() =>
      signInThroughNextAuth(guest, logInForm("karen"), "Firefox on Linux"),
    );
    expect(keepUntil).toBeNull();
    const { asked, session } = await ask(token);
    expect(asked.viewer).toMatchObject({ kind: "member", name: "karen", emailVerified: true });
    expect(session?.user).toEqual({ id: asked.viewer?.id, name: "karen", role: "member" }); // no more than that reaches a browser
    await sql(`DELETE FROM "Session" WHERE "tokenHash" = $1`, [createHash("sha256").update(token).digest()]);
    expect((await ask(token)).asked).toEqual({ viewer: undefined });
  });

  test("a refusal keeps its reason and its field", async () => {
    await newMember("karen");
    const attempt = fromAnywhere(() =>
      signInThroughNextAuth(guest, logInForm("karen", "not her password"), "A browser"),
    );
    await expect(attempt).rejects.toMatchObject({ reason: "wrong-log-in", more: { field: "password" } });
  });

  test("made-up tokens are nobody’s", async () => {
    for (const token of ["x", "eyJhbGciOiJub25lIn0.e30.", "%", "a".repeat(5000)])
      expect((await ask(token)).asked.viewer).toBeUndefined();
  });
});

describe("a forgotten name or password", () => {
  const forgot = (email: string) => fromAnywhere(() => askForNewPassword(guest, { email }));

  test("brings one mail with the name and a link, and to nobody none", async () => {
    await newMember("karen");
    expect(await forgot("karen@example.org")).toEqual({ email: "karen@example.org" });
    expect(await forgot("nobody@example.org")).toEqual({ email: "nobody@example.org" });
    const mail = (await mailsTo("karen@example.org")).at(-1);
    expect(mail?.text).toContain("Your name at Wellcited is karen");
    expect(await mailsTo("nobody@example.org")).toEqual([]);
  });

  test("looking at the link spends nothing; a new password ends every session and the link", async () => {
    const { token: held } = await newMember("karen");
    await forgot("karen@example.org");
    const token = await tokenIn("reset", "karen@example.org");
    expect(await readTicket(guest, token, "reset")).toMatchObject({ name: "karen" });
    await fromAnywhere(() => resetPassword(guest, { token, password: NEW }));
    expect(await whoHolds(held)).toBeNull();
    expect((await loggedIn("karen", NEW)).viewer.name).toBe("karen");
    await expect(loggedIn("karen", PASSWORD)).rejects.toMatchObject({ reason: "wrong-log-in" });
    await expect(fromAnywhere(() => resetPassword(guest, { token, password: NEW }))).rejects.toMatchObject({
      reason: "spent-link",
    });
    await expect(readTicket(guest, token, "reset")).rejects.toMatchObject({ status: 404 });
    expect((await mailsTo("karen@example.org")).at(-1)?.kind).toBe("password-changed");
  });

  test("a link runs out after an hour, and a newer one ends it", async () => {
    await newMember("karen");
    await forgot("karen@example.org");
    const first = await tokenIn("reset", "karen@example.org");
    await expect(
      withClock(inHours(1.1), () => fromAnywhere(() => resetPassword(guest, { token: first, password: NEW }))),
    ).rejects.toMatchObject({ reason: "spent-link" });
    await forgot("karen@example.org");
    expect(await tokenIn("reset", "karen@example.org")).not.toBe(first);
    await expect(fromAnywhere(() => resetPassword(guest, { token: first, password: NEW }))).rejects.toMatchObject({
      reason: "spent-link",
    });
  });

  test("a link for one purpose serves no other", async () => {
    const { joinForum } = await import("@/lib/accounts/commands");
    await fromAnywhere(() => joinForum(guest, joinForm("karen")));
    const token = await tokenIn("verify", "karen@example.org");
    await expect(fromAnywhere(() => resetPassword(guest, { token, password: NEW }))).rejects.toMatchObject({
      reason: "spent-link",
    });
  });
});

describe("a new password", () => {
  test("needs the present one, logs out the other devices and is told by mail", async () => {
    const phone = await newMember("karen");
    const laptop = await loggedIn("karen");
    await expect(
      changePassword(laptop.viewer, { password: "not her password", newPassword: NEW }),
    ).rejects.toMatchObject({ more: { field: "password" } });
    await expect(
      changePassword(laptop.viewer, { password: PASSWORD, newPassword: "karenkarenkaren" }),
    ).rejects.toMatchObject({ more: { field: "newPassword" } });
    await changePassword(laptop.viewer, { password: PASSWORD, newPassword: NEW });
    expect([await whoHolds(phone.token), await whoHolds(laptop.token)]).toEqual([null, "karen"]);
    expect((await mailsTo("karen@example.org")).at(-1)?.kind).toBe("password-changed");
  });
});

describe("guessing", () => {
  const wrong = (address: string, who = "karen") =>
    from(address, () => logIn(guest, logInForm(who, "not the password")));

  test("is slowed down after five tries, for a name that exists and for one that doesn’t", async () => {
    await newMember("karen");
    for (const who of ["karen", "nobody"]) {
      for (let tries = 0; tries < 5; tries++)
        await expect(wrong("203.0.113.9", who)).rejects.toMatchObject({ reason: "wrong-log-in" });
      await expect(wrong("203.0.113.9", who)).rejects.toMatchObject({
        status: 429,
        more: { retryAfter: expect.any(Number) },
      });
    }
  });

  test("is counted in the database, so another process knows of it", async () => {
    await newMember("karen");
    for (let tries = 0; tries < 5; tries++)
      await expect(wrong("203.0.113.9")).rejects.toMatchObject({ reason: "wrong-log-in" });
    vi.resetModules();
    const another = await import("@/lib/accounts/commands");
    expect(another.logIn).not.toBe(logIn);
    await expect(from("203.0.113.9", () => another.logIn(guest, logInForm("karen")))).rejects.toMatchObject({
      status: 429,
    });
  });

  test("from many networks doesn’t lock out the member at home", async () => {
    const { joinForum, verifyEmail } = await import("@/lib/accounts/commands");
    await fromAnywhere(() => joinForum(guest, joinForm("karen")));
    await fromAnywhere(async () => verifyEmail(guest, { token: await tokenIn("verify", "karen@example.org") }));
    await from("198.51.100.1", () => logIn(guest, logInForm("karen")));
    for (let network = 0; network < 20; network++)
      await expect(wrong(`203.0.113.${network}`)).rejects.toMatchObject({ reason: "wrong-log-in" });
    await expect(from("203.0.113.99", () => logIn(guest, logInForm("karen")))).rejects.toMatchObject({ status: 429 });
    await from("198.51.100.1", () => logIn(guest, logInForm("karen")));
  });

  test("counts a household’s IPv6 addresses as one", async () => {
    await newMember("karen");
    for (let tries = 0; tries < 5; tries++)
      await expect(wrong(`2001:db8:1:2::${tries + 1}`)).rejects.toMatchObject({ reason: "wrong-log-in" });
    await expect(wrong("2001:db8:1:2:ffff::1")).rejects.toMatchObject({ status: 429 });
    await expect(wrong("2001:db8:1:3::1")).rejects.toMatchObject({ reason: "wrong-log-in" });
  });

  test("leaves no address and no name in the database", async () => {
    await newMember("karen");
    await expect(wrong("203.0.113.9")).rejects.toThrow();
    const keys = await sql<{ key: string }>(`SELECT key FROM "Throttle"`);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.map(({ key }) => key).join()).not.toMatch(/203\.0|karen/);
  });

  test("mails are few, and the seed meets no throttle", async () => {
    const ask = () => fromAnywhere(() => askForNewPassword(guest, { email: "karen@example.org" }));
    for (let tries = 0; tries < 3; tries++) await ask();
    await expect(ask()).rejects.toMatchObject({ status: 429 });
    await withoutThrottles(ask);
  });
});
