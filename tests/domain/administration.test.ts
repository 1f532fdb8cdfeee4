import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptRules, joinForum, logIn, resetPassword, updateProfile, verifyEmail } from "@/lib/accounts/commands";
import { findNewRules, findOwnText, readProfile } from "@/lib/accounts/queries";
import { findViewerByToken, openSession } from "@/lib/accounts/sessions";
import { inviteAdministrator } from "@/lib/accounts/writes";
import {
  appointCategoryModerator,
  dismissCategoryModerator,
  forgetJob,
  giveRole,
  previewText,
  publishText,
  retryJob,
  retryMail,
  sendTestMail,
  setReadOnly,
  stopMail,
} from "@/lib/administration/commands";
import {
  listJobsThatFailed,
  listKeepers,
  listOwnTexts,
  readHowItRuns,
  readOverview,
  readOwnText,
} from "@/lib/administration/queries";
import type { OwnText } from "@/lib/administration/schema";
import { changeCategory, createCategory, deleteCategory, placeCategory } from "@/lib/categories/commands";
import { listCategories, listCategorySetUps, readCategory, readCategorySetUp } from "@/lib/categories/queries";
import type { ChangeCategoryInput, CreateCategoryInput } from "@/lib/categories/schema";
import { findDamage } from "@/lib/integrity/queries";
import { mailJobs } from "@/lib/mail/jobs";
import { findTestMail, listFailedMails } from "@/lib/mail/queries";
import { openCaseMyself, report } from "@/lib/moderation/commands";
import { readLog } from "@/lib/moderation/queries";
import { now, withClock } from "@/lib/platform/clock";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { readForum } from "@/lib/platform/forum";
import { forgetForum } from "@/lib/platform/kept-forum";
import { PageStore } from "@/lib/platform/pages";
import { enqueue, openQueue, runDueJobs } from "@/lib/platform/queue";
import { newRequest, withRequest } from "@/lib/platform/request";
import { expirer } from "@/lib/platform/touched";
import type { Audience } from "@/lib/policy/audience";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { replyToThread, withdrawPost } from "@/lib/posts/commands";
import { listPosts } from "@/lib/posts/queries";
import { search } from "@/lib/search/queries";
import { listStudies } from "@/lib/studies/queries";
import { thank } from "@/lib/thanks/commands";
import { listFeedPosts, listNewestThreads, readThread } from "@/lib/threads/queries";
import { publishFirstDocuments } from "@/prisma/first-documents";
import { wrongCounters } from "../support/counters";
import { resetDatabase, sql } from "../support/database";
import { fromAnywhere, joinForm, PASSWORD, publishTexts } from "../support/joining";
import { category, joined, replies, starts } from "../support/people";
import { plansOf } from "../support/plans";

let orla: MemberViewer;
let sandi: MemberViewer;
let jasond: MemberViewer;
let karenr: MemberViewer;

beforeAll(openQueue);
beforeEach(async () => {
  await resetDatabase();
  forgetForum();
  orla = await joined("orla", { role: "administrator" });
  sandi = await joined("sandi", { role: "moderator" });
  jasond = await joined("jasond");
  karenr = await joined("karenr");
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

const words = {
  name: "Treatments",
  description: "What it was like for us.",
  audience: "everyone" as Audience,
  whoStarts: "members" as const,
  whoReplies: "members" as const,
  locked: false,
};

const makes = (by: Viewer, more: Partial<CreateCategoryInput> = {}) =>
  createCategory(by, { ...words, ...more, requestId: randomUUID() });

async function changes(by: Viewer, id: number, more: Partial<ChangeCategoryInput> = {}) {
  const { name, description, audience, whoStarts, whoReplies, locked } = await prisma.category.findUniqueOrThrow({
    where: { id },
  });
  const present = { name, description, audience, whoStarts, whoReplies, locked };
  return changeCategory(by, { id, ...present, place: 1, confirm: true, ...more });
}

const deeds = () =>
  sql<{ deed: string; subject: string; reason: string }>(
    `SELECT "deed", "subject", "reason" FROM "LogEntry" ORDER BY "id"`,
  );
const mailsTo = (name: string) =>
  prisma.mail.findMany({ where: { to: `${name}@example.org` }, select: { subject: true, text: true } });

describe("categories", () => {
  it("an administrator makes one, members find it and write in it", async () => {
    const { id } = await makes(orla, { name: "Über uns" });
    expect(await readCategory(guest, "uber-uns")).toMatchObject({ id, name: "Über uns" });
    await starts(karenr, id);
    expect(await deeds()).toEqual([{ deed: "create-category", subject: `category:${id}`, reason: "Über uns" }]);
  });

  it("fifty presses of one form make one category; two of a name are not possible", async () => {
    const input = { ...words, requestId: randomUUID() };
    const made = await Promise.all(Array.from({ length: 50 }, () => createCategory(orla, input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await refused(makes(orla, { name: "TREATMENTS" }))).toBe("name-taken");
    const other = await makes(orla, { name: "Treatments?" });
    expect(await prisma.category.findUnique({ where: { id: other.id } })).toMatchObject({ slug: "treatments-2" });
  });

  it("keeps its address when it is renamed", async () => {
    const { id } = await makes(orla);
    await changes(orla, id, { name: "Treatments and decisions" });
    expect(await readCategory(guest, "treatments")).toMatchObject({ id, name: "Treatments and decisions" });
  });

  it("stands where it is put, also when the press is repeated", async () => {
    const ids = [];
    for (const name of ["One", "Two", "Three"]) ids.push((await makes(orla, { name })).id);
    const order = async () => (await listCategories(guest)).map(({ name }) => name);
    expect(await order()).toEqual(["One", "Two", "Three"]);
    await placeCategory(orla, { id: ids[2] ?? 0, place: 2 });
    await placeCategory(orla, { id: ids[2] ?? 0, place: 2 });
    expect(await order()).toEqual(["One", "Three", "Two"]);
    await changes(orla, ids[0] ?? 0, { place: 99 });
    expect(await order()).toEqual(["Three", "Two", "One"]);
    expect((await listCategorySetUps(orla)).map(({ place }) => place)).toEqual([1, 2, 3]);
  });

  it("goes only when nothing was ever written in it", async () => {
    const empty = await makes(orla);
    const used = await makes(orla, { name: "Used" });
    const { threadId } = await starts(karenr, used.id);
    await prisma.thread.update({ where: { id: threadId }, data: { state: "removed", stateReason: "test" } });
    expect(await refused(deleteCategory(orla, { id: used.id }))).toBe("not-empty");
    await deleteCategory(orla, { id: empty.id });
    expect(await refused(readCategory(orla, "treatments"))).toBe("not-found");
    expect(await refused(deleteCategory(orla, { id: empty.id }))).toBe("not-found");
  });

  it("its moderators write where members may not", async () => {
    const { id } = await makes(orla, { name: "News", whoStarts: "moderators", whoReplies: "moderators" });
    expect(await refused(starts(karenr, id))).toBe("moderators-start");
    const { threadId } = await starts(sandi, id);
    expect(await refused(replies(karenr, threadId))).toBe("moderators-reply");
    await appointCategoryModerator(orla, { categoryId: id, member: "karenr" });
    await replies({ ...karenr, moderates: [id] }, threadId);
  });

  it("a reply that was on its way when the category closed is refused", async () => {
    const { id } = await makes(orla);
    const { threadId } = await starts(jasond, id);
    const before = { ...(await prisma.category.findUniqueOrThrow({ where: { id } })) };
    expect(before.whoReplies).toBe("members");
    await changes(orla, id, { locked: true });
    expect(await refused(replyToThread(karenr, { threadId, text: "Late.", requestId: randomUUID() }))).toBe(
      "category-locked",
    );
  });
});

describe("whom a category is for", () => {
  /** Everywhere a text shows, as this viewer reads it. */
  async function outletsOf(viewer: Viewer, threadId: number) {
    const shown = await readThread(viewer, threadId).then(
      () => true,
      () => false,
    );
    return {
      thread: shown,
      front: (await listNewestThreads(viewer, 10)).length,
      feed: (await listFeedPosts({})).length,
      search: (await search(viewer, { q: "words", page: 1 })).total,
      studies: (await listStudies(viewer, {})).studies.length,
    };
  }

  it("narrowing it hides its threads everywhere at once, and counts stay right", async () => {
    const open = await category("open");
    const { id } = await makes(orla, { name: "Ours" });
    const { threadId, number } = await starts(jasond, id, "My own words. See 10.5555/wellcited.randomised.");
    await replies(karenr, threadId);
    await thank(karenr, { number });
    const elsewhere = await starts(karenr, open, `> #${number}\n> My own words.\n\nI agree.`);
    expect((await readProfile(guest, "jasond")).posts).toBe(1);

    expect(await refused(changes(orla, id, { audience: "members", confirm: false }))).toBe("confirm");
    await changes(orla, id, { audience: "members" });

    const [post] = await listPosts(guest, elsewhere.threadId, 1);
    expect(post).toMatchObject({ kind: "post", html: expect.not.stringContaining("My own words") });
    expect(await outletsOf(guest, threadId)).toMatchObject({ thread: false, front: 1, feed: 1, search: 0, studies: 0 });
    expect(await outletsOf(karenr, threadId)).toMatchObject({ thread: true, front: 2, search: 1 });
    expect((await readProfile(guest, "jasond")).posts).toBe(0);
    expect((await readProfile(karenr, "jasond")).posts).toBe(1);
    expect(await refused(readCategory(guest, "ours"))).toBe("not-found");
    expect(await wrongCounters()).toEqual([]);
    const client = await pool.connect();
    expect(await findDamage(client as never).finally(() => client.release())).toEqual([]);
  });

  it("widening it shows again what was written for everyone, and nothing that was said among members", async () => {
    const { id } = await makes(orla);
    const before = await starts(jasond, id, "For everyone.");
    const both = await starts(karenr, id, "For everyone, too.");
    await withClock(new Date(now().getTime() + 1_800_000), () => changes(orla, id, { audience: "members" }));
    await withClock(new Date(now().getTime() + 3_600_000), async () => {
      await replies(jasond, both.threadId, "Among ourselves.");
      await starts(jasond, id, "New, among ourselves.", "members");
      await changes(orla, id, { audience: "members_unlisted" });
    });
    await withClock(new Date(now().getTime() + 7_200_000), () => changes(orla, id, { audience: "everyone" }));

    expect((await listNewestThreads(guest, 10)).map((thread) => thread.id)).toEqual([before.threadId]);
    expect(await refused(readThread(guest, both.threadId))).toBe("not-found");
    expect(await wrongCounters()).toEqual([]);
  });

  it("a category of a million posts is counted in stretches, none longer than a statement has time for", async () => {
    const { id } = await makes(orla);
    const elsewhere = await starts(jasond, await category("open"));
    const numbers: number[] = [];
    const later = async (number: number) => sql(`SELECT setval('"Post_number_seq"', ${number})`);
    const { threadId } = await starts(jasond, id);
    for (const after of [99_999, 100_000, 250_000, 999_998]) {
      await later(after);
      const { number } = await replies(karenr, threadId);
      await thank(jasond, { number });
      numbers.push(number);
    }
    expect(numbers).toEqual([100_000, 100_001, 250_001, 999_999]);
    await thank(karenr, { number: elsewhere.number });
    const large = (posts: number) =>
      prisma.category.update({ where: { id }, data: { postCount: { increment: posts } } });

    expect((await readCategorySetUp(orla, id)).large).toBe(false);
    await large(1_000_000);
    expect((await readCategorySetUp(orla, id)).large).toBe(true);
    const plans = await plansOf(async () => {
      await changes(orla, id, { audience: "members" });
      expect((await readProfile(guest, "karenr")).posts).toBe(0);
      // An hour on, so that nobody wrote among members.
      await prisma.category.update({ where: { id }, data: { audienceSince: new Date(now().getTime() + 3_600_000) } });
      await changes(orla, id, { audience: "everyone" });
      expect((await readProfile(guest, "karenr")).posts).toBe(4);
    });
    const counting = plans.filter((plan) => /CTE p\n/.test(plan));
    expect(counting.length).toBe(3); // who is counted, how often, and what stays among its readers
    expect(counting.filter((plan) => !/CTE p\n.*\(number >= \$\d+\) AND \(number <= /s.test(plan))).toEqual([]);
    await large(-1_000_000);
    expect(await wrongCounters()).toEqual([]);
  });

  it("people who write meanwhile are counted right", async () => {
    const { id } = await makes(orla);
    const { threadId } = await starts(jasond, id);
    const people = await Promise.all(Array.from({ length: 8 }, (_, n) => joined(`member${n}`)));
    const answers = await Promise.all([
      ...people.map((person) => refused(replies(person, threadId))),
      refused(changes(orla, id, { audience: "members" })),
      ...people.map((person) => refused(starts(person, id, "One more.", "members"))),
    ]);
    expect(new Set(answers)).toEqual(new Set(["went through"]));
    expect(await wrongCounters()).toEqual([]);
    await changes(orla, id, { audience: "everyone" });
    expect(await wrongCounters()).toEqual([]);
  });

  it("no stored page outlives it, whatever it declared to have read", async () => {
    const { id } = await makes(orla);
    await starts(jasond, id);
    const store = new PageStore({ maxBytes: 1_000_000, maxAgeMs: 60_000 });
    store.lease(Number.POSITIVE_INFINITY);
    const page = {
      status: 200,
      contentType: "",
      etag: "",
      body: Buffer.from(""),
      gzip: Buffer.from(""),
      brotli: Buffer.from(""),
    };
    await store.page("/anything", async () => ({ page, tags: new Set(["study:5"]) }));
    expirer.current = { expire: (tags) => store.expire(tags), acknowledged: async () => {} };
    try {
      await changes(orla, id, { audience: "members" });
    } finally {
      expirer.current = null;
    }
    expect(store.find("/anything")).toBeUndefined();
  });
});

describe("roles", () => {
  const gives = (by: Viewer, member: string, role: "member" | "moderator" | "administrator") =>
    giveRole(by, { member, role, reason: "She knows everybody." });

  it("someone made moderator is told why, and it is in the log", async () => {
    await prisma.session.create({
      data: {
        memberId: karenr.id,
        tokenHash: Buffer.from("a"),
        device: "Firefox",
        remember: true,
        idleExpiresAt: new Date(),
        absoluteExpiresAt: new Date(),
      },
    });
    await gives(orla, "KarenR", "moderator");
    expect(await readProfile(guest, "karenr")).toMatchObject({ role: "moderator" });
    expect(await mailsTo("karenr")).toMatchObject([{ text: expect.stringContaining("She knows everybody.") }]);
    expect(await deeds()).toEqual([
      { deed: "make-moderator", subject: `member:${karenr.id}`, reason: "She knows everybody." },
    ]);
    expect(await prisma.session.count()).toBe(0); // theirs was longer than a moderator's
    expect(await refused(gives(orla, "karenr", "moderator"))).toBe("member");
  });

  it("the last administrator can’t step down; of two who depose each other one stays", async () => {
    expect(await refused(gives(orla, "orla", "member"))).toBe("only-administrator");
    await gives(orla, "sandi", "administrator");
    const both = [gives(orla, "sandi", "member"), gives({ ...sandi, role: "administrator" }, "orla", "member")];
    const answers = await Promise.all(both.map(refused));
    expect(answers.filter((answer) => answer === "went through")).toHaveLength(1);
    expect(await prisma.member.count({ where: { role: "administrator" } })).toBe(1);
  });

  it.each([
    ["nobody", "there is no member of this name"],
    ["fresh", "has not confirmed"],
    ["quiet", "silenced or suspended"],
  ])("%s can’t be made a moderator", async (name, sentence) => {
    await joined("fresh", { emailVerified: false });
    await joined("quiet", { standing: "silenced" });
    await expect(gives(orla, name, "moderator")).rejects.toThrow(new RegExp(sentence, "i"));
  });

  it("someone whose silence is over can be made a moderator, and an administrator whose silence is over is one", async () => {
    const over = { standing: "silenced", standingReason: "x", standingUntil: new Date(Date.now() - 1000) } as const;
    await prisma.member.update({ where: { id: karenr.id }, data: over });
    await gives(orla, "karenr", "administrator");
    await gives(orla, "orla", "member");
    expect(await prisma.member.count({ where: { role: "administrator" } })).toBe(1);
  });

  it("a category’s moderator is named once, told once, and can be thanked and let go", async () => {
    const id = await category("news");
    const appoint = () => appointCategoryModerator(orla, { categoryId: id, member: "karenr" });
    await Promise.all([appoint(), appoint(), appoint()]);
    expect(await listKeepers(orla)).toMatchObject([
      { name: "orla", role: "administrator" },
      { name: "sandi", role: "moderator" },
      { name: "karenr", role: "member", categories: [{ name: "news" }] },
    ]);
    const dismiss = () => dismissCategoryModerator(orla, { categoryId: id, memberId: karenr.id });
    await Promise.all([dismiss(), dismiss()]);
    expect(await mailsTo("karenr")).toHaveLength(2);
    expect((await deeds()).map(({ deed }) => deed)).toEqual(["appoint-moderator", "dismiss-moderator"]);
  });
});

describe("the forum’s own texts", () => {
  const rules = (more = "") => `## Kindness\n\nBe kind.${more}`;
  const publishes = (by: Viewer, kind: OwnText, text: string, version: number) =>
    publishText(by, { kind, text, version, requestId: randomUUID() });
  const again = async (member: MemberViewer) => ({ ...member, ...(await asSignedIn(member)) });

  /** The member as their next request finds them. */
  async function asSignedIn({ id, role }: MemberViewer): Promise<MemberViewer> {
    const { token } = await transaction((tx) => openSession(tx, { id, role }, { remember: false, device: "Firefox" }));
    const viewer = await findViewerByToken(token);
    if (!viewer) throw new Error("nobody is signed in");
    return viewer;
  }

  it("new rules stop nobody from reading, and everyone from writing until they accepted them", async () => {
    const id = await category("news");
    const { threadId, number } = await starts(jasond, id);
    await publishes(orla, "rules", rules(), 0);
    expect((await asSignedIn(karenr)).newRules).toBe(false); // joined under the first version
    await publishes(orla, "rules", rules(" Always."), 1);

    const karen = await again(karenr);
    expect(karen.newRules).toBe(true);
    expect((await readThread(karen, threadId)).reply).toMatchObject({ allowed: false, reason: "accept-rules" });
    expect(await refused(thank(karenr, { number }))).toBe("accept-rules"); // a page that was open before
    expect(
      await refused(report(karen, { kind: "post", id: number, reason: "unkind", note: "", requestId: randomUUID() })),
    ).toBe("went through");
    expect(await findNewRules(karen)).toMatchObject({ version: 2, accepted: rules(), source: rules(" Always.") });

    await acceptRules(karen, { version: 2, agree: true, next: "/" });
    await acceptRules(karen, { version: 2, agree: true, next: "/" });
    expect(await findNewRules(karen)).toBeNull();
    await thank(karenr, { number });
    expect(await prisma.consent.count({ where: { memberId: karenr.id, kind: "rules", version: 2 } })).toBe(1);
    expect((await asSignedIn(orla)).newRules).toBe(false); // who publishes them accepts them
  });

  it("an older version can’t be accepted in place of the newest", async () => {
    await publishes(orla, "rules", rules(), 0);
    await publishes(orla, "rules", rules("!"), 1);
    await publishes(orla, "rules", rules("!!"), 2);
    expect(await refused(acceptRules(karenr, { version: 2, agree: true, next: "/" }))).toBe("texts-changed");
  });

  it("of two who publish at once the second sees both texts, and nothing is lost", async () => {
    await giveRole(orla, { member: "sandi", role: "administrator", reason: "two are better" });
    const second: MemberViewer = { ...sandi, role: "administrator" };
    const answers = await Promise.all([
      publishes(orla, "help", "Mine.", 0).catch((error) => error),
      publishes(second, "help", "Hers.", 0).catch((error) => error),
    ]);
    const conflict = answers.find((answer) => answer.reason === "text-changed");
    const kept = await findOwnText("help");
    expect(conflict.more.both).toMatchObject({ version: 1, theirs: /Mine/.test(kept?.html ?? "") ? "Mine." : "Hers." });
    expect(await prisma.document.count({ where: { kind: "help" } })).toBe(1);
  });

  it.each([
    ["rules", "no heading at all", "text"],
    ["rules", "", "empty"],
    ["privacy", "  ", "empty"],
    ["banner", Array.from({ length: 7 }, (_, n) => `line ${n}`).join("\n"), "text"],
    ["banner", "x".repeat(81), "text"],
    ["banner", "same\nsame", "text"],
    ["announcement", "long ".repeat(200), "text"],
    ["help", "", "unchanged"],
  ] as const)("%s: “%s” is refused", async (kind, text, reason) => {
    expect(await refused(publishes(orla, kind, text, 0))).toBe(reason);
  });

  it("an announcement and the lines at the top stand on every page at once, and can go again", async () => {
    await prisma.forum.create({ data: { id: 1, mode: "live", name: "Wellcited" } });
    expect(await readForum()).toMatchObject({ announcement: "", banner: "", readOnly: false });
    await publishes(orla, "announcement", "We move on **Sunday**. <script>alert(1)</script>", 0);
    await publishes(orla, "banner", " Be kind. \n\nRead first.", 0);
    const forum = await readForum();
    expect(forum.announcement).toContain("<strong>Sunday</strong>");
    expect(forum.announcement).not.toContain("<script");
    expect(forum.banner).toBe("Be kind.\nRead first.");
    await publishes(orla, "announcement", "", 1);
    expect((await readForum()).announcement).toBe("");
    expect((await readOwnText(orla, "announcement", 2)).looked).toMatchObject({ version: 2, after: "" });
  });

  it("publishing is in the log, for everyone where it is about rules and privacy", async () => {
    await publishes(orla, "rules", rules(), 0);
    await publishes(orla, "help", "How to.", 0);
    expect(await deeds()).toMatchObject([
      { deed: "publish-rules", subject: "document:rules/1" },
      { deed: "publish-help", subject: "document:help/1" },
    ]);
    expect((await readLog(guest))?.lines.map(({ deed }) => deed)).toEqual(["publish-rules"]);
  });
});

describe("read-only mode", () => {
  const oneDay = new Date(); // the log's page is a month's
  const turn = (readOnly: "yes" | "no") => withClock(oneDay, () => setReadOnly(orla, { readOnly, reason: "We move." }));

  it("refuses every write but reports with its reason, and lets people in and administrators work", async () => {
    await prisma.forum.create({ data: { id: 1, mode: "live", name: "Wellcited" } });
    await publishTexts();
    const id = await category("news");
    const { threadId, number } = await starts(jasond, id);
    await fromAnywhere(() => joinForum(guest, joinForm("amara")));
    const token =
      /token=([\w-]+)/.exec((await prisma.mail.findFirstOrThrow({ where: { to: "amara@example.org" } })).text)?.[1] ??
      "";
    await turn("yes");
    await turn("yes");

    const writes: Promise<unknown>[] = [
      starts(karenr, id),
      starts(orla, id),
      replies(karenr, threadId),
      thank(karenr, { number }),
      withdrawPost(jasond, { number }),
      openCaseMyself(sandi, { kind: "post", id: number }),
      updateProfile(karenr, { personalText: "Hello", about: "", showOnline: false }),
      fromAnywhere(() => joinForum(guest, joinForm("newcomer"))),
      fromAnywhere(() => verifyEmail(guest, { token })),
    ];
    expect(new Set(await Promise.all(writes.map(refused)))).toEqual(new Set(["read-only"]));
    expect(await readForum()).toMatchObject({ readOnly: true });

    const help = { kind: "post", id: number, reason: "worried", note: "", requestId: randomUUID() } as const;
    expect(await refused(report(karenr, help))).toBe("went through");
    const who = { who: "amara", password: PASSWORD, remember: false, next: "/" };
    expect(await refused(fromAnywhere(() => logIn(guest, who)))).toBe("went through");
    const make = () => createCategory(orla, { ...words, requestId: randomUUID() });
    expect(await refused(withClock(oneDay, make))).toBe("went through");
    await turn("no");
    expect(await readForum()).toMatchObject({ readOnly: false });
    expect(await refused(replies(karenr, threadId))).toBe("went through");
    expect((await readLog(guest))?.lines.map(({ deed }) => deed)).toEqual([
      "end-read-only",
      "create-category",
      "begin-read-only",
    ]);
  });
});

describe("mails that don’t go out", () => {
  const failed = (more: object = {}) =>
    prisma.mail.create({
      data: {
        kind: "verify",
        to: "karenr@example.org",
        subject: "Confirm",
        text: "Hello Karen, https://forum.example/verify?token=secret",
        messageId: randomUUID(),
        attempts: 12,
        lastError: "550 <karenr@example.org>: no such user",
        stoppedAt: new Date(),
        ...more,
      },
    });
  const waiting = () =>
    sql<{ data: { id: string; attempt: number } }>(
      `SELECT data FROM pgboss.job WHERE name = 'mail.send' AND state = 'created'`,
    );

  it("are listed with what was said, and neither with their words nor with whose they are", async () => {
    await failed();
    await failed({ attempts: 2, stoppedAt: null });
    await failed({ attempts: 0, stoppedAt: null, lastError: null }); // on its way
    await failed({ sentAt: new Date(), stoppedAt: null });
    const mails = await listFailedMails(orla);
    expect(mails).toMatchObject([
      { stopped: false, attempts: 2 },
      { stopped: true, attempts: 12, to: "k…@example.org", error: "550 <k…@example.org>: no such user" },
    ]);
    expect(JSON.stringify(mails)).not.toMatch(/secret|karenr|Hello/);
  });

  it("are tried again, singly or all that nothing tries any more, or given up", async () => {
    const [one, two] = [await failed(), await failed()];
    const later = await failed({ attempts: 3, stoppedAt: null });
    expect(await retryMail(orla, { id: one.id })).toEqual({ count: 1 });
    expect(await retryMail(orla, {})).toEqual({ count: 1 });
    expect((await waiting()).map(({ data }) => data)).toEqual([
      { id: String(one.id), attempt: 12 },
      { id: String(two.id), attempt: 12 },
    ]);
    await stopMail(orla, { id: later.id });
    await stopMail(orla, { id: later.id });
    expect((await deeds()).map(({ deed, subject }) => `${deed} ${subject}`)).toEqual([
      `retry-mail mail:${one.id}`,
      "retry-mail mails:1",
      `give-up-mail mail:${later.id}`,
    ]);
  });

  it("a mail that went out is tried no more, and one tried early once", async () => {
    const sent = await failed({ sentAt: new Date(), stoppedAt: null });
    expect(await retryMail(orla, { id: sent.id })).toEqual({ count: 0 });
    const late = await failed({ attempts: 3, stoppedAt: null });
    await retryMail(orla, { id: late.id });
    await retryMail(orla, { id: late.id });
    process.env.SMTP_URL = "smtp://127.0.0.1:1"; // nobody is there
    await prisma.forum.create({ data: { id: 1, mode: "live", name: "Wellcited" } });
    await runDueJobs(mailJobs);
    expect(await prisma.mail.findUnique({ where: { id: late.id } })).toMatchObject({ attempts: 4, stoppedAt: null });
  });

  it("a test mail goes to oneself, and its page says what became of it", async () => {
    expect(await findTestMail(orla)).toBeNull();
    const requestId = randomUUID();
    await Promise.all([sendTestMail(orla, { requestId }), sendTestMail(orla, { requestId })]);
    expect(await prisma.mail.count({ where: { kind: "test", to: "orla@example.org" } })).toBe(1);
    expect(await findTestMail(orla)).toMatchObject({ to: "orla@example.org", sentAt: null, error: null });
    for (let n = 0; n < 4; n++) await sendTestMail(orla, { requestId: randomUUID() });
    expect(await refused(sendTestMail(orla, { requestId: randomUUID() }))).toBe("too-fast");
  });
});

describe("jobs that failed", () => {
  async function failedJob(kind: string, payload: object) {
    await transaction((tx) => enqueue(tx, kind, payload));
    await sql(
      `UPDATE pgboss.job SET state = 'failed', completed_on = now(), output = '{"message":"Error: no answer for karenr@example.org"}' WHERE name = $1`,
      [kind],
    );
  }

  it("are listed without what they work on, tried again, or given up", async () => {
    await failedJob("test.work", { email: "karenr@example.org" });
    await failedJob("test.other", {});
    const jobs = await listJobsThatFailed(orla);
    expect(jobs.map(({ kind, error }) => [kind, error])).toEqual(
      expect.arrayContaining([["test.work", "Error: no answer for k…@example.org"]]),
    );
    expect(JSON.stringify(jobs)).not.toContain("karenr");

    const idOf = (kind: string) => jobs.find((job) => job.kind === kind)?.id ?? "";
    await Promise.all([retryJob(orla, { id: idOf("test.work") }), retryJob(orla, { id: idOf("test.work") })]);
    await forgetJob(orla, { id: idOf("test.other") });
    expect(await listJobsThatFailed(orla)).toEqual([]);
    expect(await sql(`SELECT name, state::text, data FROM pgboss.job WHERE name LIKE 'test.%'`)).toEqual([
      { name: "test.work", state: "created", data: { email: "karenr@example.org" } },
    ]);
    expect((await deeds()).map(({ deed, subject }) => `${deed} ${subject}`)).toEqual([
      "retry-job job:test.work",
      "give-up-job job:test.other",
    ]);
  });
});

it("a forum is set up from nothing by its administrator alone, and a member joins and writes", async () => {
  await resetDatabase();
  await prisma.forum.create({ data: { id: 1, mode: "live", name: "Wellcited" } });
  await publishFirstDocuments({ forum: "Wellcited", contact: "contact@forum.example" });
  const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1] ?? "";
  const signsIn = (who: string) =>
    fromAnywhere(async () => {
      const { token } = await logIn(guest, { who, password: PASSWORD, remember: false, next: "/" });
      return (await findViewerByToken(token)) ?? guest;
    });

  const link = await transaction((tx) => inviteAdministrator(tx, { name: "orla", email: "orla@forum.example" }));
  await fromAnywhere(() => resetPassword(guest, { token: tokenIn(link), password: PASSWORD }));
  let administrator = await signsIn("orla");
  expect(await readOverview(administrator)).toMatchObject({ categories: 0, ownRules: false, mailWent: false });

  const { id } = await makes(administrator, { name: "New here" });
  await sendTestMail(administrator, { requestId: randomUUID() });
  const { version, source } = await readOwnText(administrator, "rules");
  await publishText(administrator, { kind: "rules", version, text: `${source}\n\nBe well.`, requestId: randomUUID() });
  administrator = await signsIn("orla");
  await starts(administrator as MemberViewer, id, "Welcome.");

  await fromAnywhere(() => joinForum(guest, joinForm("amara", { rulesVersion: "2" })));
  const { text } = await prisma.mail.findFirstOrThrow({ where: { to: "amara@example.org", kind: "verify" } });
  await fromAnywhere(() => verifyEmail(guest, { token: tokenIn(text) }));
  const amara = (await signsIn("amara")) as MemberViewer;
  const { threadId } = await starts(amara, id, "Hello, I am new.");
  expect(await readThread(amara, threadId)).toMatchObject({ categoryName: "New here" });
  expect(await readOverview(administrator)).toMatchObject({ categories: 1, ownRules: true, administrators: 1 });
  expect(await wrongCounters()).toEqual([]);
});

describe("to everyone else there is no administration", () => {
  const input = { ...words, requestId: randomUUID() };
  const commands: [string, (by: Viewer, id: number) => Promise<unknown>][] = [
    ["making a category", (by) => createCategory(by, input)],
    ["changing one", (by, id) => changeCategory(by, { ...words, id, place: 1, confirm: true })],
    ["moving one", (by, id) => placeCategory(by, { id, place: 1 })],
    ["deleting one", (by, id) => deleteCategory(by, { id })],
    ["giving a role", (by) => giveRole(by, { member: "karenr", role: "administrator", reason: "me" })],
    ["naming a category’s moderator", (by, id) => appointCategoryModerator(by, { categoryId: id, member: "karenr" })],
    ["letting one go", (by, id) => dismissCategoryModerator(by, { categoryId: id, memberId: 1 })],
    ["publishing a text", (by) => publishText(by, { kind: "help", text: "x", version: 0, requestId: randomUUID() })],
    ["looking at one before", (by) => previewText(by, { kind: "help", text: "x" })],
    ["making the forum read-only", (by) => setReadOnly(by, { readOnly: "yes", reason: "" })],
    ["sending a test mail", (by) => sendTestMail(by, { requestId: randomUUID() })],
    ["trying a mail again", (by) => retryMail(by, {})],
    ["giving a mail up", (by) => stopMail(by, { id: 1n })],
    ["trying a job again", (by) => retryJob(by, { id: randomUUID() })],
    ["giving a job up", (by) => forgetJob(by, { id: randomUUID() })],
    ["listing the mails", (by) => listFailedMails(by)],
    ["listing one’s test mail", (by) => findTestMail(by)],
    ["listing the jobs", (by) => listJobsThatFailed(by)],
    ["listing what there is to do", (by) => readOverview(by)],
    ["reading how it runs", async (by) => readHowItRuns(by)],
    ["listing the texts", (by) => listOwnTexts(by)],
    ["listing the versions of one", (by) => readOwnText(by, "rules")],
    ["listing the categories", (by) => listCategorySetUps(by)],
    ["listing who looks after it", (by) => listKeepers(by)],
  ];
  it.each(commands)("%s", async (_, command) => {
    const id = await category("news");
    const past: MemberViewer = { ...karenr, role: "administrator" }; // who was one when the page was opened
    const silenced = await joined("quiet", { role: "administrator", standing: "silenced" });
    for (const viewer of [guest, karenr, sandi, silenced]) expect(await refused(command(viewer, id))).toBe("not-found");
    if (!/^(listing|looking)/.test(_)) expect(await refused(command(past, id))).toBe("not-found");
    expect(await deeds()).toEqual([]);
  });
});

it("the public log says what changed about the forum, and names nobody and no category", async () => {
  await withClock(new Date(), async () => {
    const { id } = await makes(orla, { name: "Secret garden", audience: "members" });
    await changes(orla, id, { audience: "members_unlisted" });
    await giveRole(orla, { member: "karenr", role: "moderator", reason: "because" });
  });
  const log = await withRequest(newRequest("a", "127.0.0.1"), () => readLog(guest));
  expect(log?.lines.map(({ deed }) => deed)).toEqual(["change-audience", "create-category"]);
  expect(JSON.stringify(log)).not.toMatch(/Secret|karenr|orla/);
});
