import { beforeEach, describe, expect, test } from "vitest";
import {
  changeEmail,
  closeAccount,
  confirmNewEmail,
  joinForum,
  logIn,
  resetPassword,
  undoEmailChange,
  updateProfile,
} from "@/lib/accounts/commands";
import { exportMyData, listAuthors, readProfile, readSettings } from "@/lib/accounts/queries";
import { findViewerByToken } from "@/lib/accounts/sessions";
import { inviteAdministrator } from "@/lib/accounts/writes";
import { listCategories } from "@/lib/categories/queries";
import {
  addPlateletCount,
  giveHealthConsent,
  removePlateletCount,
  saveHealthFacts,
  withdrawHealthConsent,
} from "@/lib/health/commands";
import { readHealth, readMyHealth } from "@/lib/health/queries";
import { HealthFactsInput, PlateletCountInput } from "@/lib/health/schema";
import { withClock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { editPost, saveDraft } from "@/lib/posts/commands";
import { listPosts } from "@/lib/posts/queries";
import { thank } from "@/lib/thanks/commands";
import { listFeedPosts, listThreads } from "@/lib/threads/queries";
import { putCountersRight, wrongCounters } from "../support/counters";
import { resetDatabase, sql } from "../support/database";
import {
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
import { category, replies, starts } from "../support/people";

beforeEach(async () => {
  await resetDatabase();
  await publishTexts();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const count = (value: string, day: string) => PlateletCountInput.parse({ value, unit: "10^9/L", day });

describe("another e-mail address", () => {
  const change = (viewer: MemberViewer, email: string, password = PASSWORD) =>
    fromAnywhere(() => changeEmail(viewer, { email, password }));

  test("counts once it is confirmed; until then the old one does", async () => {
    const { viewer } = await newMember("karen");
    await expect(change(viewer, "new@example.org", "not her password")).rejects.toMatchObject({
      more: { field: "password" },
    });
    await change(viewer, "new@example.org");
    expect(await readSettings(viewer)).toMatchObject({
      email: "karen@example.org",
      unverifiedEmail: "new@example.org",
    });
    await fromAnywhere(async () => confirmNewEmail(guest, { token: await tokenIn("change-email", "new@example.org") }));
    expect(await readSettings(viewer)).toMatchObject({ email: "new@example.org", unverifiedEmail: null });
    expect((await loggedIn("new@example.org")).viewer.name).toBe("karen");
  });

  test("can be undone from the old one for a week, which logs everyone out", async () => {
    const { viewer, token } = await newMember("karen");
    await change(viewer, "thief@example.org");
    const undo = await tokenIn("undo-email", "karen@example.org");
    await fromAnywhere(async () =>
      confirmNewEmail(guest, { token: await tokenIn("change-email", "thief@example.org") }),
    );
    await change(viewer, "thief2@example.org"); // whoever has the account can't end the way back by changing once more
    const { resetToken } = await withClock(inDays(6), () =>
      fromAnywhere(() => undoEmailChange(guest, { token: undo })),
    );
    expect(await findViewerByToken(token)).toBeNull();
    expect(await sql(`SELECT email, "unverifiedEmail" FROM "Member"`)).toEqual([
      { email: "karen@example.org", unverifiedEmail: null },
    ]);
    await withClock(inDays(6), () =>
      fromAnywhere(() => resetPassword(guest, { token: resetToken, password: "nineteen apple cakes" })),
    );
    expect((await loggedIn("karen@example.org", "nineteen apple cakes")).viewer.name).toBe("karen");
    // The thief's second change sent the thief such a link as well.
    const thiefs = await tokenIn("undo-email", "thief@example.org");
    await expect(fromAnywhere(() => undoEmailChange(guest, { token: thiefs }))).rejects.toMatchObject({
      reason: "spent-link",
    });
  });

  test("that somebody has is answered like any other, and its owner is told", async () => {
    await newMember("gus");
    const { viewer } = await newMember("karen");
    expect(await change(viewer, "gus@example.org")).toEqual({ email: "gus@example.org" });
    expect((await mailsTo("gus@example.org")).at(-1)?.kind).toBe("taken-address");
    expect((await mailsTo("karen@example.org")).at(-1)?.kind).toBe("undo-email");
  });
});

describe("a profile", () => {
  test("says who is online only to members, and only of those who want it said", async () => {
    const { viewer: karen } = await newMember("karen");
    const { viewer: gus } = await newMember("gus");
    await updateProfile(karen, {
      personalText: "Up before the birds",
      about: "I have a **bakery**.",
      showOnline: true,
    });
    expect((await listAuthors(gus, [karen.id, gus.id])).get(karen.id)).toMatchObject({
      personalText: "Up before the birds",
      online: true,
    });
    expect((await listAuthors(gus, [gus.id])).get(gus.id)?.online).toBeUndefined();
    expect((await listAuthors(guest, [karen.id])).get(karen.id)?.online).toBeUndefined();
    expect((await readProfile(guest, "Karen")).online).toBeUndefined();
    expect((await listAuthors({ ...gus, standing: "suspended" }, [karen.id])).get(karen.id)?.online).toBeUndefined();
    expect((await readProfile(gus, "karen")).aboutHtml).toContain("<strong>bakery</strong>");
  });

  test("counts for guests only what guests can read", async () => {
    const { viewer: karen } = await newMember("karen");
    await starts(karen, await category("open"));
    await starts(karen, await category("inside", "members"), "Hello inside.", "members");
    expect([(await readProfile(guest, "karen")).posts, (await readProfile(karen, "karen")).posts]).toEqual([1, 2]);
  });

  test("repeats no post: nobody would take its words back there when that post is hidden", async () => {
    const { viewer: karen } = await newMember("karen");
    const { number } = await starts(karen, await category("inside", "members"), "Hello inside.", "members");
    const about = `> #${number}\n> Hello inside.\n\nThat is me.`;
    await expect(updateProfile(karen, { personalText: "", about, showOnline: true })).rejects.toMatchObject({
      reason: "own-words",
      more: { field: "about" },
    });
  });

  test("can’t be changed by someone suspended, who can still take their data along", async () => {
    const { viewer } = await newMember("karen");
    const suspended = { ...viewer, standing: "suspended" as const };
    await expect(updateProfile(suspended, { personalText: "", about: "", showOnline: false })).rejects.toMatchObject({
      reason: "suspended",
    });
    expect(await fromAnywhere(() => exportMyData(suspended))).toMatchObject({ account: { name: "karen" } });
  });
});

describe("health facts", () => {
  const facts = (more: Record<string, string> = {}) =>
    HealthFactsInput.parse({
      condition: "ITP",
      diagnosed: "2012",
      status: "Watching",
      statusAudience: "everyone",
      ...more,
    });

  test("are kept only after the separate consent, in the wording it was given to", async () => {
    const { viewer } = await newMember("karen");
    await expect(saveHealthFacts(viewer, facts())).rejects.toMatchObject({ reason: "consent-first" });
    await expect(addPlateletCount(viewer, count("344", "2018-06-09"))).rejects.toMatchObject({
      reason: "consent-first",
    });
    await expect(giveHealthConsent(viewer, { agree: true, version: 2 })).rejects.toMatchObject({
      reason: "texts-changed",
    });
    await giveHealthConsent(viewer, { agree: true, version: 1 });
    await saveHealthFacts(viewer, facts());
    expect((await readMyHealth(viewer)).consent).toMatchObject({ version: 1 });
  });

  test("are each for their own audience", async () => {
    const { viewer: karen } = await newMember("karen");
    const { viewer: gus } = await newMember("gus");
    await giveHealthConsent(karen, { agree: true, version: 1 });
    await saveHealthFacts(karen, facts());
    await addPlateletCount(karen, count("52", "2014-07-02"));
    await addPlateletCount(karen, count("344", "2018-06-09"));
    const kinds = async (viewer: typeof gus | typeof guest) =>
      (await readHealth(viewer, karen.id)).facts.map(({ kind }) => kind);
    expect(await kinds(guest)).toEqual(["status"]);
    expect(await kinds(gus)).toEqual(["condition", "diagnosed", "status"]);
    expect(await kinds({ ...gus, standing: "suspended" })).toEqual(["status"]);
    expect((await readHealth(guest, karen.id)).counts).toEqual([]);
    expect((await listAuthors(guest, [karen.id])).get(karen.id)?.count).toBeUndefined();
    expect((await listAuthors(gus, [karen.id])).get(karen.id)?.count).toMatchObject({
      value: 344,
      unit: "10^9/L",
      old: true,
    });
    await saveHealthFacts(karen, facts({ countsAudience: "everyone" }));
    expect((await listAuthors(guest, [karen.id])).get(karen.id)?.count).toMatchObject({ value: 344 });
    expect((await readHealth(guest, karen.id)).counts.map(({ value }) => value)).toEqual([52, 344]);
  });

  test("a day that no calendar has is not taken for another one", () => {
    const parsed = PlateletCountInput.safeParse({ value: "87", unit: "10^9/L", day: "2018-02-31" });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["There is no such day."]);
  });

  test("a count of a day that is still to come is refused, and nobody removes another’s", async () => {
    const { viewer: karen } = await newMember("karen");
    const { viewer: gus } = await newMember("gus");
    await giveHealthConsent(karen, { agree: true, version: 1 });
    await expect(addPlateletCount(karen, count("52", inDays(3).toISOString().slice(0, 10)))).rejects.toMatchObject({
      more: { field: "day" },
    });
    await addPlateletCount(karen, count("52", "2014-07-02"));
    const [{ id } = { id: 0 }] = (await readMyHealth(karen)).counts;
    await removePlateletCount(gus, { count: id });
    expect((await readMyHealth(karen)).counts).toHaveLength(1);
    await removePlateletCount(karen, { count: id });
    expect((await readMyHealth(karen)).counts).toHaveLength(0);
  });

  test("are emptied when the consent is withdrawn", async () => {
    const { viewer } = await newMember("karen");
    await giveHealthConsent(viewer, { agree: true, version: 1 });
    await saveHealthFacts(viewer, facts());
    await addPlateletCount(viewer, count("52", "2014-07-02"));
    await withdrawHealthConsent(viewer, {});
    expect(await sql(`SELECT 1 FROM "HealthFact" UNION ALL SELECT 1 FROM "PlateletCount"`)).toEqual([]);
    expect((await readMyHealth(viewer)).consent).toBeNull();
    await expect(addPlateletCount(viewer, count("52", "2014-07-02"))).rejects.toMatchObject({
      reason: "consent-first",
    });
  });
});

describe("an export", () => {
  test("has everything the member wrote and nobody else’s words", async () => {
    const { viewer: karen, token } = await newMember("karen");
    const { viewer: gus } = await newMember("gus");
    const place = await category("inside", "members");
    const theirs = await starts(gus, place, "Words of Gus about his bus.", "members");
    const mine = await replies(
      karen,
      theirs.threadId,
      `> #${theirs.number}\n> Words of Gus about his bus.\n\nI first wrote this.`,
    );
    await editPost(karen, {
      number: mine.number,
      version: 1,
      text: "I then wrote that. 10.5555/mine",
      reason: "clearer",
      requestId: crypto.randomUUID(),
    });
    await sql(`UPDATE "Post" SET state = 'hidden', "stateReason" = 'personal data' WHERE number = $1`, [mine.number]);
    await thank(karen, { number: theirs.number });
    await saveDraft(karen, { place: `thread:${theirs.threadId}`, title: "", text: "I am still writing this." });
    await giveHealthConsent(karen, { agree: true, version: 1 });
    await addPlateletCount(karen, count("52", "2014-07-02"));

    const text = JSON.stringify(await fromAnywhere(() => exportMyData(karen)));
    for (const word of [
      "karen@example.org",
      "I first wrote this.",
      "I then wrote that.",
      "personal data",
      "clearer",
      "10.5555/mine",
      "I am still writing this.",
      "2014-07-02",
      "Firefox on Linux",
      '"health"',
    ]) {
      expect(text).toContain(word);
    }
    for (const word of ["Words of Gus", "gus@", "A thread by gus", token, "argon2", "passwordHash", "tokenHash"])
      expect(text).not.toContain(word);
  });

  test("is nobody’s who isn’t logged in", async () => {
    await expect(exportMyData(guest)).rejects.toMatchObject({ status: 401 });
  });
});

describe("closing an account", () => {
  const close = (viewer: MemberViewer, choice: "keep" | "withdraw", password = PASSWORD) =>
    fromAnywhere(() => closeAccount(viewer, { choice, password }));

  test("keeps the posts under “former member” and takes everything about the person", async () => {
    const { viewer, token } = await newMember("karen");
    const { number } = await starts(viewer, await category("general"));
    await updateProfile(viewer, { personalText: "Up before the birds", about: "Adelaide", showOnline: true });
    await giveHealthConsent(viewer, { agree: true, version: 1 });
    await addPlateletCount(viewer, count("52", "2014-07-02"));
    await expect(close(viewer, "keep", "not her password")).rejects.toMatchObject({ more: { field: "password" } });
    await close(viewer, "keep");

    expect(await findViewerByToken(token)).toBeNull();
    expect(await sql(`SELECT state FROM "Post" WHERE number = $1`, [number])).toEqual([{ state: "visible" }]);
    expect((await listAuthors(guest, [viewer.id])).get(viewer.id)).toEqual({
      name: `former member ${viewer.id}`,
      former: true,
      role: "member",
    });
    await expect(readProfile(guest, "karen")).rejects.toMatchObject({ status: 404 });
    const rows = await sql<{ text: string }>(`SELECT m::text AS text FROM "Member" m`);
    expect(rows[0]?.text).not.toMatch(/karen|Adelaide|birds|argon2/);
    expect(
      await sql(
        `SELECT 1 FROM "Session" UNION ALL SELECT 1 FROM "Ticket" UNION ALL SELECT 1 FROM "PlateletCount" UNION ALL SELECT 1 FROM "Consent"`,
      ),
    ).toEqual([]);
    expect((await mailsTo("karen@example.org")).map(({ kind }) => kind)).toEqual(["closed"]);
  });

  test("takes the name off every kept page and feed that had it", async () => {
    const { viewer } = await newMember("karen");
    const categoryId = await category("open");
    const { threadId } = await starts(viewer, categoryId);
    const reads: (() => Promise<unknown>)[] = [
      () => listFeedPosts({}),
      () => listFeedPosts({ categoryId }),
      () => listFeedPosts({ threadId }),
      () => listPosts(guest, threadId, 1),
      () => listThreads(guest, { id: categoryId }),
      () => listCategories(guest),
    ];
    const pages = await Promise.all(
      reads.map(async (read) => {
        const request = newRequest("a page", "10.0.0.1");
        await withRequest(request, read);
        return request.tags;
      }),
    );
    await fromAnywhere(() => closeAccount(viewer, { password: PASSWORD, choice: "keep" }));
    const [expiry] = await sql<{ tags: string[] }>(`SELECT tags FROM "Expiry" ORDER BY seq DESC LIMIT 1`);
    for (const tags of pages) expect([...tags].filter((tag) => expiry?.tags.includes(tag))).not.toEqual([]);
    expect(JSON.stringify(await Promise.all(reads.map((read) => read())))).not.toContain('"karen"');
  });

  test("takes the posts along where the member wants it", async () => {
    const { viewer } = await newMember("karen");
    const { number } = await starts(viewer, await category("general"));
    await close(viewer, "withdraw");
    expect(await sql(`SELECT state FROM "Post" WHERE number = $1`, [number])).toEqual([{ state: "withdrawn" }]);
    expect(await sql(`SELECT "postCount" FROM "Member"`)).toEqual([{ postCount: 0 }]);
  });

  test("takes thousands of posts along at once", async () => {
    const { viewer: karen } = await newMember("karen");
    const { viewer: gus } = await newMember("gus");
    const open = await category("open");
    const lounge = await category("lounge", "members");
    const threads = [
      await starts(gus, open),
      await starts(gus, lounge, "Among us.", "members"),
      await starts(karen, open),
    ];
    for (const { threadId } of threads) {
      await sql(
        `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion", "createdAt")
         SELECT $1, n + 1, $2, 'x', '<p>x</p>', 1, now() FROM generate_series(1, 1000) n`,
        [threadId, karen.id],
      );
      await sql(`UPDATE "Thread" SET "lastPosition" = 1001 WHERE id = $1`, [threadId]);
    }
    await sql(
      `INSERT INTO "Thanks" ("postNumber", "memberId") SELECT number, $1 FROM "Post" WHERE "authorId" = $2 AND number % 3 = 0`,
      [gus.id, karen.id],
    );
    await putCountersRight();
    expect(await wrongCounters()).toEqual([]);
    await fromAnywhere(() => closeAccount(karen, { password: PASSWORD, choice: "withdraw" }));
    expect(await sql(`SELECT state, count(*)::int AS posts FROM "Post" GROUP BY state ORDER BY state`)).toEqual([
      { state: "visible", posts: 2 },
      { state: "withdrawn", posts: 3001 },
    ]);
    expect(await wrongCounters()).toEqual([]);
    expect((await listFeedPosts({})).map(({ by }) => by)).toEqual(["gus"]);
  });

  test("leaves the name to nobody else, nor one that looks like it; the address is free again", async () => {
    const { viewer } = await newMember("coco");
    await close(viewer, "keep");
    for (const name of ["coco", "Coco", "сосо"]) {
      await expect(
        fromAnywhere(() => joinForum(guest, joinForm(name, { email: "other@example.org" }))),
      ).rejects.toMatchObject({ reason: "name-taken" });
    }
    await expect(fromAnywhere(() => logIn(guest, logInForm("coco")))).rejects.toMatchObject({ reason: "wrong-log-in" });
    await fromAnywhere(() => joinForum(guest, joinForm("coralie", { email: "coco@example.org" })));
    expect((await mailsTo("coco@example.org")).at(-1)?.kind).toBe("verify");
  });

  test("isn’t for the only administrator", async () => {
    const { viewer } = await newMember("karen");
    await sql(`UPDATE "Member" SET role = 'administrator'`);
    await expect(close(viewer, "keep")).rejects.toMatchObject({ reason: "only-administrator" });
    expect((await readSettings(viewer)).onlyAdministrator).toBe(true);
  });
});

test("the first administrator chooses a password by the link from the terminal, once", async () => {
  const link = await transaction((tx) => inviteAdministrator(tx, { name: "orla", email: "Orla@example.org" }));
  const token = new URL(link).searchParams.get("token") ?? "";
  await fromAnywhere(() => resetPassword(guest, { token, password: PASSWORD }));
  expect((await loggedIn("orla")).viewer).toMatchObject({ role: "administrator", emailVerified: true });
  await expect(
    transaction((tx) => inviteAdministrator(tx, { name: "0rla", email: "b@example.org" })),
  ).rejects.toMatchObject({ reason: "name-taken" });
});
