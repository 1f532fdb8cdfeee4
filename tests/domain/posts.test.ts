import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { withClock } from "@/lib/platform/clock";
import { prisma, transaction } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { bringBackPost, editPost, replyToThread, saveDraft, strikeRevision, withdrawPost } from "@/lib/posts/commands";
import { findDraft, findPlace, listPosts, listRevisions, readQuote } from "@/lib/posts/queries";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { takeBackThanks, thank } from "@/lib/thanks/commands";
import { startThread } from "@/lib/threads/commands";
import { setThreadMarks } from "@/lib/threads/writes";
import { wrongCounters } from "../support/counters";
import { resetDatabase, sql, untilSomebodyWaits } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let jasond: MemberViewer;
let karenr: MemberViewer;
let sandi: MemberViewer;
let treatments: number;

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  sandi = await joined("sandi", { role: "moderator" });
  treatments = await category("treatments");
});

const hide = (number: number, reason = "promotion") =>
  transaction(async (tx) => {
    const post = await lockPostAndThread(tx, number);
    if (post) await setPostState(tx, post, "hidden", reason);
  });
const restore = (number: number) =>
  transaction(async (tx) => {
    const post = await lockPostAndThread(tx, number);
    if (post) await setPostState(tx, post, "visible");
  });
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

describe("replying", () => {
  it("adds a post at the end of the thread, and everything that counts posts says so", async () => {
    const { threadId } = await starts(jasond, treatments);
    const { number } = await replies(karenr, threadId);
    expect(await findPlace(guest, number)).toMatchObject({ number, threadId, page: 1 });
    expect(await wrongCounters()).toEqual([]);
  });

  it("fifty presses of one form make one post", async () => {
    const { threadId } = await starts(jasond, treatments);
    const input = { threadId, text: "Only once.", requestId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => replyToThread(karenr, input)));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await prisma.post.count({ where: { authorId: karenr.id } })).toBe(1);
    expect(await wrongCounters()).toEqual([]);
  });

  it("a form sent again with other words, as after going back, loses none of them", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    const requestId = randomUUID();
    const first = await replyToThread(karenr, { threadId, text: "As it was.", requestId });
    const second = await replyToThread(karenr, { threadId, text: "As I meant it.", requestId });
    expect(second.number).not.toBe(first.number);
    expect(await replyToThread(karenr, { threadId, text: "As I meant it.", requestId })).toEqual(second);
    const edit = (text: string) => editPost(jasond, { number, version: 1, text, reason: "", requestId });
    await edit("Hello again.");
    await edit("Hello again.");
    await expect(edit("Hello once more.")).rejects.toMatchObject({ reason: "edit-conflict" });
    const thread = { categoryId: treatments, audience: "everyone" as const, title: "One title", text: "x", requestId };
    const begun = await startThread(jasond, thread);
    expect(await startThread(jasond, thread)).toEqual(begun);
    expect((await startThread(jasond, { ...thread, title: "A better title" })).threadId).not.toBe(begun.threadId);
  });

  it("people who reply at the same moment each get a place of their own", async () => {
    const { threadId } = await starts(jasond, treatments);
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => joined(`member${n}`)));
    await Promise.all(people.map((person) => replies(person, threadId)));
    const posts = await prisma.post.findMany({ where: { threadId }, orderBy: { position: "asc" } });
    expect(posts.map(({ position }) => position)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    expect(await wrongCounters()).toEqual([]);
  });

  it("is refused in a locked thread, to guests, and to someone silenced a moment ago", async () => {
    const { threadId } = await starts(jasond, treatments);
    await prisma.member.update({ where: { id: karenr.id }, data: { standing: "silenced", standingReason: "test" } });
    expect(await refused(replies(karenr, threadId))).toBe("silenced");
    expect(await refused(replyToThread(guest, { threadId, text: "x", requestId: randomUUID() }))).toBe("sign-in");
    await transaction((tx) => setThreadMarks(tx, threadId, { locked: true }));
    expect(await refused(replies(jasond, threadId))).toBe("thread-locked");
  });

  it("is refused with a pause to someone who posts very fast, who keeps their text", async () => {
    const { threadId } = await starts(jasond, treatments);
    for (let n = 0; n < 4; n++) await replies(karenr, threadId, `Quick one ${n}`);
    await expect(replies(karenr, threadId, "Quick one 5")).rejects.toMatchObject({
      reason: "too-fast",
      status: 429,
      more: { retryAfter: 60 },
    });
    await withClock(new Date(Date.now() + 61_000), () => replies(karenr, threadId, "After a minute"));
  });

  it("a thread is never wider than its category", async () => {
    const members = await category("members-corner", "members");
    const input = {
      categoryId: members,
      audience: "everyone" as const,
      title: "Hello there",
      text: "Hi",
      requestId: randomUUID(),
    };
    expect(await refused(startThread(jasond, input))).toBe("wider-audience");
  });
});

describe("a quote is a reference", () => {
  it("names its author, and says nothing once the quoted post is hidden", async () => {
    const { threadId, number } = await starts(jasond, treatments, "All four went up within two weeks.");
    await replies(karenr, threadId, `> #${number}\n> All four went up within two weeks.\n\nFor how long?`);
    const htmlFor = async (viewer: MemberViewer | typeof guest) =>
      (await listPosts(viewer, threadId, 1)).map((post) => (post.kind === "post" ? post.html : "")).join("");
    expect(await htmlFor(guest)).toContain("jasond");
    await hide(number);
    const html = await htmlFor(guest);
    expect(html).not.toContain("All four went up");
    expect(html).not.toContain("jasond");
    expect(html).toContain("A post that isn’t shown any more");
    expect(html).toContain("For how long?");
  });

  it("from a members' thread into a public one is refused, and so is one of a post that isn't there", async () => {
    const lounge = await category("lounge", "members");
    const secret = await starts(jasond, lounge, "Among ourselves.", "members");
    const { threadId } = await starts(karenr, treatments);
    expect(await refused(replies(karenr, threadId, `> #${secret.number}\n> Among ourselves.`))).toBe("wider-audience");
    expect(await refused(replies(karenr, threadId, "> #999999\n> made up"))).toBe("not-shown");
  });

  it("that was sent while its post is being withdrawn leaves no kept page with those words", async () => {
    const quoted = await starts(jasond, treatments, "All four went up.");
    const { threadId } = await starts(karenr, await category("families"));
    const request = newRequest("a page", "10.0.0.1");
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, quoted.number);
      if (post) await setPostState(tx, post, "withdrawn");
      await replies(karenr, threadId, `> #${quoted.number}\n> All four went up.\n\nFor how long?`);
      const [, reply] = await withRequest(request, () => listPosts(guest, threadId, 1));
      expect(reply).toMatchObject({ html: expect.stringContaining("All four went up.") });
    });
    const [expiry] = await sql<{ tags: string[] }>(`SELECT tags FROM "Expiry" ORDER BY seq DESC LIMIT 1`);
    expect(expiry?.tags.filter((tag) => request.tags.has(tag))).toContain(`post:${quoted.number}`);
  });

  it("starts with the post's own text", async () => {
    const { number } = await starts(jasond, treatments, "One.\n\nTwo.");
    expect(await readQuote(karenr, number)).toBe(`> #${number}\n> One.\n>\n> Two.\n\n`);
  });

  it("of a post that quotes another says nothing of that one once it is hidden, to whoever may not read it", async () => {
    const { threadId, number } = await starts(jasond, treatments, "My surgeon is Dr Needle.");
    const quoting = `> #${number}\n> My surgeon is Dr Needle.\n> > Dr Needle, as was said before.\n\nMine too.\n\n- > #${number}\n  > Dr Needle, in a list.\n- And on.`;
    const reply = await replies(karenr, threadId, quoting);
    expect(await readQuote(guest, reply.number)).toContain("Dr Needle");
    await withdrawPost(jasond, { number });
    for (const viewer of [guest, sandi, karenr]) {
      const quote = await readQuote(viewer, reply.number);
      expect(quote).not.toContain("Needle");
      expect(quote).toContain("> Mine too.");
      expect(quote).toContain("> - And on.");
    }
    // What the button wrote can be sent.
    await replies(sandi, threadId, `${await readQuote(sandi, reply.number)}So was mine.`);
  });
});

describe("editing", () => {
  const edit = (viewer: MemberViewer, number: number, version: number, text: string, reason = "") =>
    editPost(viewer, { number, version, text, reason, requestId: randomUUID() });

  it("keeps every text, with who, when and why", async () => {
    const { number } = await starts(jasond, treatments, "Four people.");
    await edit(jasond, number, 1, "Four people, all refractory.", "more exact");
    const [newest, oldest] = await listRevisions(jasond, number);
    expect(newest).toMatchObject({ version: 2, by: "jasond", reason: "more exact" });
    expect(
      newest?.changes
        ?.filter(({ kind }) => kind === "added")
        .map(({ text }) => text)
        .join(""),
    ).toContain("all refractory");
    expect(oldest?.source).toBe("Four people.");
    expect(await refused(listRevisions(karenr, number))).toBe("not-yours");
  });

  it("begun on an older version is refused and shows both texts", async () => {
    const { number } = await starts(jasond, treatments, "First.");
    await edit(sandi, number, 1, "First, tidied.");
    await expect(edit(jasond, number, 1, "First, my way.")).rejects.toMatchObject({
      reason: "edit-conflict",
      status: 409,
      more: { both: { theirs: "First, tidied.", version: 2, by: "sandi" } },
    });
    expect((await prisma.post.findUniqueOrThrow({ where: { number } })).source).toBe("First, tidied.");
  });

  it("someone else's post is for moderators only, and leaves a log entry", async () => {
    const { number } = await starts(jasond, treatments);
    expect(await refused(edit(karenr, number, 1, "Mine now"))).toBe("not-yours");
    await edit(sandi, number, 1, "Without the phone number.", "personal data");
    expect(await prisma.logEntry.findMany({ select: { actorId: true, deed: true, reason: true } })).toEqual([
      { actorId: sandi.id, deed: "edit-post", reason: "personal data" },
    ]);
  });

  it("by someone who was a moderator until a moment ago is refused", async () => {
    const { threadId, number } = await starts(jasond, treatments, "Mine.");
    await edit(jasond, number, 1, "Mine, as I like it.");
    await transaction((tx) => setThreadMarks(tx, threadId, { locked: true }));
    await prisma.member.update({ where: { id: sandi.id }, data: { role: "member" } });
    expect(await refused(edit(sandi, number, 2, "Not yours."))).toBe("not-yours");
    expect(await refused(strikeRevision(sandi, { number, version: 1, reason: "personal" }))).toBe("not-yours");
    expect(await refused(replies(sandi, threadId))).toBe("thread-locked");
  });

  it("into a quote of the very post is refused in a sentence", async () => {
    const { number } = await starts(jasond, treatments, "Mine.");
    expect(await refused(edit(jasond, number, 1, `> #${number}\n> Mine.\n\nAs I said.`))).toBe("own-quote");
  });

  it("an earlier version can be struck: its place stays, its text is nowhere", async () => {
    const { number } = await starts(jasond, treatments, "My number is 555-0199.");
    await edit(jasond, number, 1, "Never mind.");
    expect(await refused(strikeRevision(jasond, { number, version: 2, reason: "personal" }))).toBe("newest-revision");
    expect(await refused(strikeRevision(karenr, { number, version: 1, reason: "personal" }))).toBe("not-yours");
    await strikeRevision(sandi, { number, version: 1, reason: "a phone number" });
    const [, first] = await listRevisions(jasond, number);
    expect(first).toMatchObject({ version: 1, source: null, struck: { by: "sandi", reason: "a phone number" } });
    for (const table of ["Post", "Revision", "Draft", "OnceOnly", "LogEntry"]) {
      expect(await sql(`SELECT 1 FROM "${table}" x WHERE x::text LIKE '%555-0199%'`), table).toEqual([]);
    }
    expect(await prisma.logEntry.count({ where: { deed: "strike-revision" } })).toBe(1);
  });
});

describe("withdrawing", () => {
  it("leaves one neutral line for others, and the author can bring it back for a day", async () => {
    const { threadId } = await starts(jasond, treatments);
    const { number } = await replies(karenr, threadId, "Too much about me.");
    await thank(jasond, { number });
    await withdrawPost(karenr, { number });
    await withdrawPost(karenr, { number });
    const [, forGuest] = await listPosts(guest, threadId, 1);
    expect(forGuest).toEqual({ kind: "place", number, position: 2 });
    const [, forAuthor] = await listPosts(karenr, threadId, 1);
    expect(forAuthor).toMatchObject({ kind: "post", state: "withdrawn", can: { bringBack: { allowed: true } } });
    expect(await wrongCounters()).toEqual([]);
    await bringBackPost(karenr, { number });
    expect((await listPosts(guest, threadId, 1))[1]).toMatchObject({
      kind: "post",
      thanks: { count: 1, names: ["jasond"] },
    });
    expect(await wrongCounters()).toEqual([]);
  });

  it("a held post has no place on others' pages at all", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    const held = await replies(karenr, threadId);
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, held.number);
      if (post) await setPostState(tx, post, "held", "first post");
    });
    const numbersFor = async (viewer: MemberViewer | typeof guest) =>
      (await listPosts(viewer, threadId, 1)).map((post) => post.number);
    expect(await numbersFor(guest)).toEqual([number]);
    expect(await numbersFor(jasond)).toEqual([number]);
    expect(await numbersFor(karenr)).toEqual([number, held.number]);
    expect(await numbersFor(sandi)).toEqual([number, held.number]);
    expect(await wrongCounters()).toEqual([]);
  });
});

describe("thanks", () => {
  it("count once per person and post, and the first ten names come in order of time", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    const people = [];
    for (let n = 0; n < 12; n++) people.push(await joined(`reader${n}`));
    for (const person of people) {
      await thank(person, { number });
      await thank(person, { number });
    }
    const [post] = await listPosts(people[0] ?? guest, threadId, 1);
    expect(post).toMatchObject({
      thanks: { count: 12, given: true, names: people.slice(0, 10).map(({ name }) => name) },
    });
    expect(await wrongCounters()).toEqual([]);
  });

  it("hold still under two hundred presses and undos at once", async () => {
    const { number } = await starts(jasond, treatments);
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => joined(`reader${n}`)));
    await Promise.all(
      people.flatMap((person) =>
        Array.from({ length: 10 }, (_, n) => (n % 2 ? takeBackThanks(person, { number }) : thank(person, { number }))),
      ),
    );
    expect(await wrongCounters()).toEqual([]);
  });

  it("between two people who thank each other at the same moment both arrive", async () => {
    const one = await starts(jasond, treatments);
    const two = await starts(karenr, treatments);
    for (let n = 0; n < 5; n++) {
      await Promise.all([thank(karenr, { number: one.number }), thank(jasond, { number: two.number })]);
      await Promise.all([
        takeBackThanks(karenr, { number: one.number }),
        takeBackThanks(jasond, { number: two.number }),
      ]);
    }
    expect(await wrongCounters()).toEqual([]);
    expect(await prisma.thanks.count()).toBe(0);
  });

  it("don't wait for a moderator's edit who waits for them", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    const thanking = await transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Thread" WHERE "id" = ${threadId} FOR NO KEY UPDATE`;
      const thanking = thank(karenr, { number });
      await untilSomebodyWaits();
      await tx.$executeRaw`SELECT 1 FROM "Post" WHERE "number" = ${number} FOR NO KEY UPDATE NOWAIT`;
      return { thanking };
    });
    expect(await thanking.thanking).toEqual({ number });
  });

  it("by a moderator in a thread that isn't shown count once it is", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    await sql(`UPDATE "Thread" SET state = 'hidden' WHERE id = $1`, [threadId]);
    await thank(sandi, { number });
    expect((await wrongCounters()).filter(({ what }) => what.startsWith("thanks"))).toEqual([]);
  });

  it("are frozen in a locked thread, and go and come with a hidden post", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    await thank(karenr, { number });
    await hide(number);
    expect(await wrongCounters()).toEqual([]);
    expect(await refused(thank(sandi, { number }))).toBe("not-shown");
    expect(await prisma.member.findUniqueOrThrow({ where: { id: jasond.id } })).toMatchObject({ thanksReceived: 0 });
    await restore(number);
    expect(await prisma.member.findUniqueOrThrow({ where: { id: jasond.id } })).toMatchObject({ thanksReceived: 1 });
    await transaction((tx) => setThreadMarks(tx, threadId, { locked: true }));
    expect(await refused(takeBackThanks(karenr, { number }))).toBe("thread-locked");
    expect(await wrongCounters()).toEqual([]);
  });
});

describe("drafts", () => {
  it("are kept while writing, are one's own, and go when the post is sent", async () => {
    const { threadId } = await starts(jasond, treatments);
    const place = `thread:${threadId}`;
    await saveDraft(karenr, { place, title: "", text: "Half a thou" });
    await saveDraft(karenr, { place, title: "", text: "Half a thought\0" });
    expect(await findDraft(karenr, place)).toMatchObject({ text: "Half a thought" });
    expect(await findDraft(jasond, place)).toBeNull();
    await replies(karenr, threadId, "A whole thought");
    expect(await findDraft(karenr, place)).toBeNull();
  });

  it("of an edit remember the version it began on, so that nobody's change since is overwritten unseen", async () => {
    const { number } = await starts(jasond, treatments, "My number is 555-0199.");
    const place = `post:${number}`;
    await saveDraft(jasond, { place, title: "", text: "My number is 555-0199, call me.", version: 1 });
    await editPost(sandi, {
      number,
      version: 1,
      text: "Without it.",
      reason: "personal data",
      requestId: randomUUID(),
    });
    const draft = await findDraft(jasond, place);
    expect(draft).toMatchObject({ version: 1 });
    const edit = { number, version: draft?.version ?? 2, text: draft?.text ?? "", reason: "", requestId: randomUUID() };
    expect(await refused(editPost(jasond, edit))).toBe("edit-conflict");
  });

  it("are not kept for someone who was silenced or left a moment ago, nor without end", async () => {
    const draft = (n: number) => saveDraft(karenr, { place: `thread:${n}`, title: "", text: "Half a thought" });
    for (let n = 1; n <= 100; n++) await draft(n);
    expect(await refused(draft(101))).toBe("too-many-drafts");
    await draft(100);
    await prisma.draft.deleteMany();
    await prisma.member.update({ where: { id: karenr.id }, data: { email: null, closedAt: new Date() } });
    expect(await refused(draft(1))).toBe("sign-in");
    expect(await prisma.draft.count()).toBe(0);
  });
});
