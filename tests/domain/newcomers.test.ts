import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { closeAccount, updateProfile } from "@/lib/accounts/commands";
import { readProfile } from "@/lib/accounts/queries";
import { findDamage } from "@/lib/integrity/queries";
import { queueMail } from "@/lib/mail/writes";
import { decideCase } from "@/lib/moderation/commands";
import { listDecidedCases, listDecidedCasesBefore, listOpenCases, readCase, readLog } from "@/lib/moderation/queries";
import { APPROVED, type CaseKind, type Deed } from "@/lib/moderation/rules";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { bringBackPost, editPost, withdrawPost } from "@/lib/posts/commands";
import { findPlace, listPosts, readPost } from "@/lib/posts/queries";
import { search } from "@/lib/search/queries";
import { thank } from "@/lib/thanks/commands";
import { startThread } from "@/lib/threads/commands";
import { listFeedPosts, listNewestThreads, listThreads, readThread } from "@/lib/threads/queries";
import { wrongCounters } from "../support/counters";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let sandi: MemberViewer;
let bernhard: MemberViewer;
let jasond: MemberViewer;
let amara: MemberViewer;
let treatments: number;
let threadId: number;

beforeEach(async () => {
  await resetDatabase();
  sandi = await joined("sandi", { role: "moderator" });
  bernhard = await joined("bernhard", { role: "moderator" });
  jasond = await joined("jasond");
  amara = await joined("amara", { newcomer: true });
  treatments = await category("treatments");
  await prisma.document.create({ data: { kind: "rules", version: 1, source: "## No promotion\n\n- y", html: "" } });
  threadId = (await starts(jasond, treatments)).threadId;
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );
const stateOf = async (number: number) => (await prisma.post.findUniqueOrThrow({ where: { number } })).state;
const caseOf = (kind: CaseKind, targetId: number) =>
  prisma.case.findUniqueOrThrow({ where: { kind_targetId: { kind, targetId } } });

async function decides(by: MemberViewer, kind: CaseKind, id: number, deed: Deed, version?: number) {
  const one = await caseOf(kind, id);
  return decideCase(by, {
    id: one.id,
    version: version ?? one.version,
    deed,
    rule: deed === "approve" ? "" : "No promotion",
    rulesVersion: 1,
    reason: deed === "approve" ? APPROVED : "It sells something.",
    until: "",
    requestId: randomUUID(),
  });
}

async function edits(by: MemberViewer, number: number, text: string) {
  const { version } = await prisma.post.findUniqueOrThrow({ where: { number } });
  return editPost(by, { number, version, text, reason: "", requestId: randomUUID() });
}

/** As after so many posts that others could read. */
async function hasPosted(author: MemberViewer, posts: number): Promise<void> {
  const started = await starts(await joined(`host of ${author.name}`), treatments);
  for (let n = 0; n < posts; n++) {
    await sql(`UPDATE "Member" SET "trustedAt" = now() WHERE "id" = $1`, [author.id]);
    await replies(author, started.threadId, `My post ${n}.`);
    await sql(`UPDATE "Post" SET "createdAt" = "createdAt" - interval '1 day' WHERE "authorId" = $1`, [author.id]);
    await sql(
      `UPDATE "Thread" t SET "lastPostAt" = (SELECT "createdAt" FROM "Post" WHERE "number" = t."lastPostNumber")`,
    );
  }
  await sql(`UPDATE "Member" SET "trustedAt" = NULL WHERE "id" = $1`, [author.id]);
}

async function damage(): Promise<string[]> {
  const client = await pool.connect();
  try {
    return (await findDamage(client)).flatMap(({ sentences }) => sentences);
  } finally {
    client.release();
  }
}

describe("the first two posts of a new member", () => {
  it("wait for a moderator: the author and moderators see them, nobody else finds a trace", async () => {
    const before = JSON.stringify([
      await listPosts(guest, threadId, 1),
      await readThread(jasond, threadId),
      await listThreads(jasond, { id: treatments }),
      await listFeedPosts({}),
    ]);
    const { number } = await replies(amara, threadId, "Hello, xylophones.");
    const after = JSON.stringify([
      await listPosts(guest, threadId, 1),
      await readThread(jasond, threadId),
      await listThreads(jasond, { id: treatments }),
      await listFeedPosts({}),
    ]);
    expect(after).toBe(before);
    for (const viewer of [guest, jasond] as Viewer[]) {
      expect(await refused(readPost(viewer, number))).toBe("not-found");
      expect(await findPlace(viewer, number)).toBeNull();
    }
    expect(await refused(thank(jasond, { number }))).toBe("not-found");
    expect((await search(amara, { q: "xylophones", page: 1 })).hits).toEqual([]);
    expect(await readPost(amara, number)).toMatchObject({ state: "held", stateReason: "first-posts" });
    expect(await readPost(sandi, number)).toMatchObject({ state: "held" });
    expect(await listOpenCases(sandi)).toMatchObject([{ kind: "post", targetId: number, heldFor: "first-posts" }]);
    expect(await wrongCounters()).toEqual([]);
    expect(await damage()).toEqual([]);
  });

  it("make no page that others could count: the twenty-first post of a thread, while it waits", async () => {
    for (let n = 0; n < 19; n++) await replies(await joined(`member${n}`), threadId);
    await replies(amara, threadId);
    expect((await readThread(guest, threadId)).pageCount).toBe(1);
    expect((await readThread(amara, threadId)).pageCount).toBe(2);
  });

  it("a new thread waits whole, and is there for everyone once a moderator has approved it", async () => {
    const started = await starts(amara, treatments, "Hello, I am new.");
    expect(await refused(readThread(jasond, started.threadId))).toBe("not-found");
    expect((await listNewestThreads(guest, 10)).map(({ id }) => id)).toEqual([threadId]);
    expect(await readThread(amara, started.threadId)).toMatchObject({ state: "held", stateReason: "first-posts" });
    expect(await damage()).toEqual([]);
    await decides(sandi, "thread", started.threadId, "approve");
    expect((await listNewestThreads(guest, 10)).map(({ id }) => id)).toEqual([started.threadId, threadId]);
    expect((await listPosts(guest, started.threadId, 1))[0]).toMatchObject({ kind: "post", state: "visible" });
    expect((await prisma.post.findUniqueOrThrow({ where: { number: started.number } })).appearedAt).not.toBeNull();
    expect(await damage()).toEqual([]);
  });

  it("once approved they are counted, found and told to their author, and the third appears at once", async () => {
    const first = await replies(amara, threadId, "Hello, xylophones.");
    const second = await replies(amara, threadId, "One more.");
    for (const { number } of [first, second]) await decides(sandi, "post", number, "approve");
    expect(await readPost(guest, first.number)).toMatchObject({ state: "visible", stateReason: null });
    expect((await search(guest, { q: "xylophones", page: 1 })).hits).toHaveLength(1);
    const mails = await prisma.mail.findMany({ where: { memberId: amara.id } });
    expect(mails).toHaveLength(2);
    expect(mails[0]?.text).toContain("can read it now");
    expect(mails[0]?.text).not.toContain(APPROVED);
    expect(await stateOf((await replies(amara, threadId, "And a third.")).number)).toBe("visible");
    expect((await readLog(guest))?.lines).toEqual([]);
    expect(await prisma.logEntry.count()).toBe(2);
    expect(await damage()).toEqual([]);
  });

  it("tell whom they concern when they can be read, and not before", async () => {
    const [first] = await prisma.post.findMany();
    const { number } = await replies(amara, threadId, `> #${first?.number}\n> Hello\n\nHello back.`);
    expect(await prisma.notice.count()).toBe(0);
    await decides(sandi, "post", number, "approve");
    expect(await prisma.notice.findMany({ where: { memberId: jasond.id } })).toMatchObject([
      { kind: "quote", postNumber: number },
    ]);
    expect(await damage()).toEqual([]);
  });

  it("count only once others could read them: waiting, withdrawn and refused ones don't make one known", async () => {
    const first = await replies(amara, threadId, "Hello.");
    const second = await replies(amara, threadId, "Buy my drops.");
    await withdrawPost(amara, first);
    await decides(sandi, "post", second.number, "refuse");
    expect(await stateOf((await replies(amara, threadId, "A third.")).number)).toBe("held");
  });

  it("moderators and people known from before are newcomers nowhere", async () => {
    const keeper = await joined("keeper", { newcomer: true });
    await sql(`INSERT INTO "CategoryModerator" ("categoryId", "memberId") VALUES ($1, $2)`, [treatments, keeper.id]);
    expect(await stateOf((await replies(keeper, threadId)).number)).toBe("visible");
    expect(await stateOf((await replies(sandi, threadId, "See https://a.example/x")).number)).toBe("visible");
    expect(await stateOf((await replies(jasond, threadId, "See https://a.example/x")).number)).toBe("visible");
  });
});

describe("refusing", () => {
  it("keeps it out of sight, says why to its author alone, and can be taken back", async () => {
    const { number } = await replies(amara, threadId, "Buy my drops.");
    await decides(sandi, "post", number, "refuse");
    expect(await readPost(amara, number)).toMatchObject({ state: "hidden", stateReason: "It sells something." });
    expect(await refused(readPost(jasond, number))).toBe("not-found");
    const [mail] = await prisma.mail.findMany({ where: { memberId: amara.id } });
    expect(mail?.text).toContain("It sells something.");
    expect((await readLog(guest))?.lines).toMatchObject([{ deed: "refuse", rule: "No promotion" }]);
    expect(await damage()).toEqual([]);
    await decides(bernhard, "post", number, "restore");
    expect(await readPost(guest, number)).toMatchObject({ state: "visible" });
    expect(await damage()).toEqual([]);
  });

  it("nothing else can be decided about what waits, or it would wait for ever", async () => {
    const { number } = await replies(amara, threadId);
    const { id } = await caseOf("post", number);
    expect((await readCase(sandi, id)).deeds).toEqual(["approve", "refuse", "remove"]);
    for (const deed of ["nothing", "hide", "warn", "suspend"] as const)
      expect(await refused(decides(sandi, "post", number, deed))).toBe("not-possible");
  });
});

describe("a link in the first ten posts", () => {
  it.each([
    ["anywhere", "Look at https://pills.example/buy", "held"],
    ["as a picture", "![my arm](https://pics.example/1.png)", "held"],
    ["to an address of the author’s own", "[write to me](mailto:me@pills.example)", "held"],
    ["with a DOI in an address of a shop", "https://pills.example/10.1038/s41392-024-01793-5", "held"],
    ["to a study", "https://doi.org/10.1038/s41392-024-01793-5 and 10.1038/s41392-024-01793-5", "visible"],
    ["to a study at its journal", "https://www.nature.com/articles/s41392-024-01793-5", "visible"],
    ["to this forum", "http://127.0.0.1:3000/rules", "visible"],
    ["nowhere", "pills dot example", "visible"],
  ])("%s", async (_, text, state) => {
    await hasPosted(amara, 2);
    expect(await stateOf((await replies(amara, threadId, text)).number)).toBe(state);
  });

  it("the tenth waits, the eleventh doesn’t", async () => {
    await hasPosted(amara, 9);
    const tenth = await replies(amara, threadId, "https://a.example/x");
    expect(await readPost(amara, tenth.number)).toMatchObject({ state: "held", stateReason: "early-link" });
    await decides(sandi, "post", tenth.number, "approve");
    expect(await stateOf((await replies(amara, threadId, "https://b.example/x")).number)).toBe("visible");
  });

  it("keeps each link’s host with its post, and the moderators see it", async () => {
    await hasPosted(amara, 2);
    const { number } = await replies(
      amara,
      threadId,
      "https://b.example/x https://a.example/ https://doi.org/10.1038/x",
    );
    const { id } = await caseOf("post", number);
    expect((await readCase(sandi, id)).hosts).toEqual(["a.example", "b.example", "doi.org"]);
    await edits(amara, number, "https://c.example/x");
    expect((await readCase(sandi, id)).hosts).toEqual(["c.example"]);
  });

  it("can’t be smuggled in by an edit, nor by changing where an approved one leads", async () => {
    await hasPosted(amara, 2);
    const { number } = await replies(amara, threadId, "I read something.");
    await thank(jasond, { number });
    await edits(amara, number, "I read something good.");
    expect(await stateOf(number)).toBe("visible");
    await edits(amara, number, "I read https://short.example/a");
    expect(await stateOf(number)).toBe("held");
    expect(await refused(readPost(guest, number))).toBe("not-found");
    expect(await damage()).toEqual([]);
    await decides(sandi, "post", number, "approve");
    await edits(amara, number, "I have read https://short.example/a");
    expect(await stateOf(number)).toBe("visible");
    await edits(amara, number, "I have read https://short.example/b");
    expect(await stateOf(number)).toBe("held");
    expect(await damage()).toEqual([]);
  });

  it("a moderator who corrects a newcomer’s post doesn’t make it wait", async () => {
    await hasPosted(amara, 2);
    const { number } = await replies(amara, threadId, "I read something.");
    await edits(sandi, number, "I read https://a.example/x");
    expect(await stateOf(number)).toBe("visible");
  });
});

describe("while it waits", () => {
  it("an edit shows the moderator the new text before they approve it", async () => {
    const { number } = await replies(amara, threadId, "Hello.");
    const { version } = await caseOf("post", number);
    await edits(amara, number, "Buy my drops.");
    expect(await refused(decides(sandi, "post", number, "approve", version))).toBe("decided-meanwhile");
    expect(await stateOf(number)).toBe("held");
    const started = await starts(amara, treatments, "Hello.");
    const thread = await caseOf("thread", started.threadId);
    await edits(amara, started.number, "Buy my drops: https://a.example/x");
    expect(await refused(decides(sandi, "thread", started.threadId, "approve", thread.version))).toBe(
      "decided-meanwhile",
    );
    expect(await damage()).toEqual([]);
  });

  it("withdrawing and bringing back doesn’t get past the moderators", async () => {
    const { number } = await replies(amara, threadId, "Hello.");
    await withdrawPost(amara, { number });
    expect(await listOpenCases(sandi)).toEqual([]);
    expect(await damage()).toEqual([]);
    await bringBackPost(amara, { number });
    expect(await stateOf(number)).toBe("held");
    expect(await listOpenCases(sandi)).toMatchObject([{ targetId: number, heldFor: "first-posts" }]);
    await decides(sandi, "post", number, "approve");
    await withdrawPost(amara, { number });
    await bringBackPost(amara, { number });
    expect(await stateOf(number)).toBe("visible");
    expect(await damage()).toEqual([]);
  });

  it("fifty presses make one waiting post and one case", async () => {
    const input = { threadId, text: "Only once.", requestId: randomUUID() };
    const { replyToThread } = await import("@/lib/posts/commands");
    await Promise.all(Array.from({ length: 50 }, () => replyToThread(amara, input)));
    expect([await prisma.post.count({ where: { authorId: amara.id } }), await prisma.case.count()]).toEqual([1, 1]);
  });
});

it("a hundred waiting posts approved or refused by two moderators at once: a hundred decisions, entries and letters", async () => {
  const newcomers = await Promise.all(Array.from({ length: 25 }, (_, n) => joined(`new${n}`, { newcomer: true })));
  for (const one of newcomers) for (let n = 0; n < 4; n++) await replies(one, threadId, `Hello ${n}.`);
  await transaction((tx) => queueMail(tx, { kind: "first", to: "first@example.org", subject: "", text: "" }));
  const cases = await prisma.case.findMany({ orderBy: { id: "asc" } });
  const answers: string[] = [];
  const presses = async (by: MemberViewer, targetId: number, deed: Deed, version: number) => {
    for (let press = 1; ; press++) {
      const answer = await refused(decides(by, "post", targetId, deed, version));
      if (answer === "went through" || answer === "decided-meanwhile" || press === 4) return answer;
    }
  };
  for (let from = 0; from < 100; from += 5) {
    const batch = cases
      .slice(from, from + 5)
      .flatMap(({ targetId, version }) => [
        presses(sandi, targetId, "approve", version),
        presses(bernhard, targetId, "refuse", version),
      ]);
    answers.push(...(await Promise.all(batch)));
  }
  expect(answers.filter((answer) => answer === "went through")).toHaveLength(100);
  expect([await prisma.decision.count(), await prisma.logEntry.count()]).toEqual([100, 100]);
  expect(await prisma.mail.count({ where: { kind: "decision" } })).toBe(100);
  expect(await prisma.notice.count({ where: { kind: "decision" } })).toBe(100);
  expect(await damage()).toEqual([]);
}, 120_000);

it("whoever leaves with their posts leaves no case behind for them", async () => {
  await replies(amara, threadId, "Hello.");
  const { withdrawAllPosts } = await import("@/lib/posts/writes");
  const { forgetInModeration } = await import("@/lib/moderation/writes");
  expect(closeAccount).toBeDefined();
  await transaction(async (tx) => {
    await withdrawAllPosts(tx, amara.id);
    await forgetInModeration(tx, amara.id);
  });
  expect(await listOpenCases(sandi)).toEqual([]);
  expect(await damage()).toEqual([]);
});

describe("an address in a thread’s title", () => {
  const titled = (title: string) =>
    startThread(amara, {
      categoryId: treatments,
      audience: "everyone",
      title,
      text: "Look at this.",
      requestId: randomUUID(),
    });

  it("waits like a link in its text, although nobody can press it there", async () => {
    await hasPosted(amara, 3);
    const { threadId: waiting } = await titled("Cheap at HTTPS://goose.example/shop");
    expect(await readThread(amara, waiting)).toMatchObject({ state: "held", stateReason: "early-link" });
    await sql(`UPDATE "Post" SET "createdAt" = "createdAt" - interval '2 days' WHERE "authorId" = $1`, [amara.id]);
    await sql(`UPDATE "Thread" SET "createdAt" = "createdAt" - interval '2 days' WHERE "authorId" = $1`, [amara.id]);
    expect(await readThread(guest, (await titled("What does 12/nl mean?")).threadId)).toMatchObject({
      state: "visible",
    });
  });
});

describe("what waits and is withdrawn", () => {
  it("is not among the cases that were decided", async () => {
    const { number } = await replies(amara, threadId);
    await withdrawPost(amara, { number });
    expect(await listOpenCases(sandi)).toEqual([]);
    expect(await listDecidedCases(sandi)).toEqual([]);
    expect(await listDecidedCasesBefore(sandi, null, 20)).toEqual([]);
  });
});

describe("a newcomer’s own page", () => {
  const says = (who: MemberViewer, about: string) => updateProfile(who, { personalText: "", about, showOnline: false });

  it("has no links to elsewhere before others have read ten of their posts", async () => {
    expect(await refused(says(amara, "Buy at https://goose.example/shop today"))).toBe("early-link");
    await says(amara, "I bake, and I read PMID 12345678.");
    await hasPosted(amara, 10);
    await says(amara, "My bakery: https://goose.example/shop");
    expect((await readProfile(guest, "amara")).aboutHtml).toContain("goose.example/shop");
    await says(jasond, "My bakery: https://goose.example/shop");
  });
});
