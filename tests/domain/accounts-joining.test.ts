import { beforeEach, describe, expect, test } from "vitest";
import { joinForum, logIn, resendVerification, verifyEmail } from "@/lib/accounts/commands";
import { readProfile } from "@/lib/accounts/queries";
import { stamp } from "@/lib/accounts/secrets";
import { findViewerByToken } from "@/lib/accounts/sessions";
import { accountSweeps } from "@/lib/accounts/writes";
import { withClock } from "@/lib/platform/clock";
import { inPortions } from "@/lib/platform/portions";
import { guest } from "@/lib/policy/viewer";
import { startThread } from "@/lib/threads/commands";
import { resetDatabase, sql } from "../support/database";
import {
  from,
  fromAnywhere,
  joinForm,
  loggedIn,
  logInForm,
  mailsTo,
  newMember,
  publishTexts,
  tokenIn,
} from "../support/joining";
import { category, starts } from "../support/people";

beforeEach(async () => {
  await resetDatabase();
  await publishTexts();
});

const join = (name: string, more?: Record<string, string>) =>
  fromAnywhere(() => joinForum(guest, joinForm(name, more)));
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test("someone joins, opens the mail, logs in and posts", async () => {
  await join("karen");
  const [mail] = await mailsTo("karen@example.org");
  expect(mail?.text).toContain("http://127.0.0.1:3000/verify?token=");
  expect(
    await fromAnywhere(async () => verifyEmail(guest, { token: await tokenIn("verify", "karen@example.org") })),
  ).toEqual({ name: "karen" });
  const { viewer } = await loggedIn("karen@example.org");
  expect((await starts(viewer, await category("general"))).number).toBe(1);
});

test("an account whose address isn’t confirmed can log in and read, not post, and has no page yet", async () => {
  await join("karen");
  const { viewer } = await loggedIn("karen");
  expect(viewer.emailVerified).toBe(false);
  const thread = {
    categoryId: await category("general"),
    audience: "everyone" as const,
    title: "Hello all",
    text: "I am new.",
    requestId: crypto.randomUUID(),
  };
  await expect(startThread(viewer, thread)).rejects.toMatchObject({ reason: "verify-first" });
  await expect(readProfile(guest, "karen")).rejects.toMatchObject({ status: 404 });
  expect(await readProfile(viewer, "karen")).toMatchObject({ own: true });
});

test("what the member agreed to is kept in its version", async () => {
  await join("karen");
  expect(await sql(`SELECT kind, version FROM "Consent" ORDER BY kind`)).toEqual([
    { kind: "privacy", version: 1 },
    { kind: "rules", version: 1 },
  ]);
  await publishTexts(2);
  await expect(join("gus")).rejects.toMatchObject({ reason: "texts-changed" });
});

describe("one answer whether or not an address has an account", () => {
  test("joining with somebody’s address looks like any joining, and only the owner of the address hears of it", async () => {
    await newMember("karen");
    const fresh = await join("gus");
    const again = await join("karla", { email: "karen@example.org" });
    expect(again).toEqual({ ...fresh, email: "karen@example.org" });
    expect((await mailsTo("karen@example.org")).map(({ kind }) => kind)).toEqual(["verify", "taken-address"]);
    // Even from the inside the two accounts look the same.
    expect((await loggedIn("karla")).viewer).toMatchObject({ name: "karla", emailVerified: false });
    expect((await loggedIn("gus")).viewer).toMatchObject({ name: "gus", emailVerified: false });
  });

  test("an unconfirmed account keeps nobody from their own address", async () => {
    await join("squatter", { email: "karen@example.org" });
    await newMember("karen");
    expect((await loggedIn("karen@example.org")).viewer.name).toBe("karen");
    await fromAnywhere(async () => resendVerification((await loggedIn("squatter")).viewer, {}));
    expect((await mailsTo("karen@example.org")).map(({ kind }) => kind)).toEqual(["verify", "verify", "taken-address"]);
  });

  test("of two claims to an address the first that is confirmed counts", async () => {
    await join("karen", { email: "shared@example.org" });
    const first = await tokenIn("verify", "shared@example.org");
    await join("karla", { email: "shared@example.org" });
    const second = await tokenIn("verify", "shared@example.org");
    await fromAnywhere(() => verifyEmail(guest, { token: second }));
    await expect(fromAnywhere(() => verifyEmail(guest, { token: first }))).rejects.toMatchObject({
      reason: "address-taken",
    });
  });

  test("a wrong password and nobody’s name get the same words", async () => {
    await newMember("karen");
    const refusals = await Promise.all(
      [logInForm("karen", "not her password"), logInForm("nobody-at-all"), logInForm("nobody@example.org")].map(
        (form) =>
          fromAnywhere(() => logIn(guest, form)).catch(({ reason, sentence, more }) => ({ reason, sentence, more })),
      ),
    );
    expect(refusals[0]).toMatchObject({ reason: "wrong-log-in" });
    expect(refusals[1]).toEqual(refusals[0]);
    expect(refusals[2]).toEqual(refusals[0]);
  });
});

test("a second press of the button makes no second account and no second mail", async () => {
  const form = joinForm("karen");
  const [one, other] = await Promise.all([
    fromAnywhere(() => joinForum(guest, form)),
    fromAnywhere(() => joinForum(guest, form)),
  ]);
  expect(other).toEqual(one);
  expect(await mailsTo("karen@example.org")).toHaveLength(1);
});

test("a form sent again with the address put right isn't answered as if nothing had changed", async () => {
  const form = joinForm("karen", { email: "karne@example.org" });
  await fromAnywhere(() => joinForum(guest, form));
  const putRight = { ...form, name: "karenr", email: "karen@example.org" };
  await fromAnywhere(() => joinForum(guest, putRight));
  expect(await mailsTo("karen@example.org")).toHaveLength(1);
  await expect(fromAnywhere(() => joinForum(guest, { ...putRight, name: "karen" }))).rejects.toMatchObject({
    reason: "name-taken",
  });
});

test("looking for a name that is still free, and pressing twice, shuts nobody out", async () => {
  await newMember("coco");
  const joining = (form: Parameters<typeof joinForum>[1]) => from("198.51.100.7", () => joinForum(guest, form));
  for (let n = 0; n < 8; n++) await expect(joining(joinForm("coco"))).rejects.toMatchObject({ reason: "name-taken" });
  const form = joinForm("karen");
  for (let n = 0; n < 8; n++) expect(await joining(form)).toEqual({ email: "karen@example.org" });
  expect(await mailsTo("karen@example.org")).toHaveLength(1);
});

test.each([
  ["a name that someone has", "coco"],
  ["someone’s name in capitals", "COCO"],
  ["a name in Cyrillic letters that looks like someone’s", "сосо"],
])("%s can’t be taken", async (_what, name) => {
  await newMember("coco");
  await expect(join(name, { email: "other@example.org" })).rejects.toMatchObject({ reason: "name-taken" });
});

test("of two people who want one name at the same time, one gets it", async () => {
  const answers = await Promise.allSettled([
    join("karen", { email: "a@example.org" }),
    join("Karen", { email: "b@example.org" }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "name-taken" } });
});

test.each([
  ["sent within a second", 1_000, "too-quick"],
  ["open for two days", 2 * 86_400_000, "old-form"],
])("a form %s is refused", async (_what, age, reason) => {
  await expect(join("karen", { startedAt: stamp(new Date(Date.now() - age)) })).rejects.toMatchObject({ reason });
});

test("a form with a time of its own making is refused", async () => {
  await expect(join("karen", { startedAt: `${Date.now() - 60_000}.made-up` })).rejects.toMatchObject({
    reason: "old-form",
  });
});

test("a link works once, for a day, and a newer one ends it", async () => {
  await join("karen");
  const first = await tokenIn("verify", "karen@example.org");
  await fromAnywhere(async () => resendVerification((await loggedIn("karen")).viewer, {}));
  await expect(fromAnywhere(() => verifyEmail(guest, { token: first }))).rejects.toMatchObject({
    reason: "spent-link",
  });
  const second = await tokenIn("verify", "karen@example.org");
  expect(second).not.toBe(first);
  await expect(
    withClock(inDays(1.1), () => fromAnywhere(() => verifyEmail(guest, { token: second }))),
  ).rejects.toMatchObject({ reason: "spent-link" });
  await fromAnywhere(() => verifyEmail(guest, { token: second }));
  await expect(fromAnywhere(() => verifyEmail(guest, { token: second }))).rejects.toMatchObject({
    reason: "spent-link",
  });
});

test("passwords, sessions and links can’t be read in the database", async () => {
  const { token } = await newMember("karen");
  const rows = await sql<{ text: string }>(
    `SELECT m::text || s::text || t::text AS text FROM "Member" m JOIN "Session" s ON s."memberId" = m.id JOIN "Ticket" t ON t."memberId" = m.id`,
  );
  const kept = rows.map(({ text }) => text).join();
  expect(kept).toContain("$argon2id$");
  for (const secret of [token, "seventeen", await tokenIn("verify", "karen@example.org")])
    expect(kept).not.toContain(secret);
});

test("an account that was never confirmed goes after a week, a member stays", async () => {
  await newMember("karen");
  await join("never");
  const { token } = await loggedIn("never");
  await withClock(inDays(8), () => inPortions(...accountSweeps));
  expect(await sql(`SELECT name FROM "Member"`)).toEqual([{ name: "karen" }]);
  expect(await findViewerByToken(token)).toBeNull();
});
