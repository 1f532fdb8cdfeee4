import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { exportMyData, readProfile } from "@/lib/accounts/queries";
import { findViewerByToken, openSession } from "@/lib/accounts/sessions";
import { findDamage } from "@/lib/integrity/queries";
import { queueMail } from "@/lib/mail/writes";
import { decideCase, openCaseMyself, report } from "@/lib/moderation/commands";
import {
  listOpenCases,
  OPEN_CASES_PER_PAGE,
  readCase,
  readLog,
  readOwnStanding,
  readReportable,
} from "@/lib/moderation/queries";
import type { CaseKind, Deed, ReportReason } from "@/lib/moderation/rules";
import type { DecideInput } from "@/lib/moderation/schema";
import { forgetInModeration, mailWaitingCases } from "@/lib/moderation/writes";
import { forgetNotices } from "@/lib/notices/writes";
import { withClock } from "@/lib/platform/clock";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { asSql, asWhere, readablePosts } from "@/lib/policy/visible";
import { withdrawPost } from "@/lib/posts/commands";
import { listPosts } from "@/lib/posts/queries";
import { thank } from "@/lib/thanks/commands";
import { listNewestThreads, readThread } from "@/lib/threads/queries";
import { wrongCounters } from "../support/counters";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let orla: MemberViewer;
let sandi: MemberViewer;
let bernhard: MemberViewer;
let jasond: MemberViewer;
let karenr: MemberViewer;
let amara: MemberViewer;
let treatments: number;

beforeEach(async () => {
  await resetDatabase();
  orla = await joined("orla", { role: "administrator" });
  sandi = await joined("sandi", { role: "moderator" });
  bernhard = await joined("bernhard", { role: "moderator" });
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  amara = await joined("amara");
  treatments = await category("treatments");
  await prisma.document.create({
    data: {
      kind: "rules",
      version: 1,
      source: "Be good.\n\n## Kindness\n\n- x\n\n## No promotion\n\n- y\n\n## Moderators\n\nz",
      html: "",
    },
  });
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

const reports = (by: Viewer, kind: CaseKind, id: number, reason: ReportReason = "promotion", note = "Look at this") =>
  report(by, { kind, id, reason, note, requestId: randomUUID() });

async function caseOf(kind: CaseKind, targetId: number) {
  return prisma.case.findUniqueOrThrow({ where: { kind_targetId: { kind, targetId } } });
}

const decision = (one: { id: number; version: number }, deed: Deed, more: Partial<DecideInput> = {}): DecideInput => ({
  id: one.id,
  version: one.version,
  deed,
  rule: "No promotion",
  rulesVersion: 1,
  reason: "It sells something.",
  until: "",
  requestId: randomUUID(),
  ...more,
});

/** On a busy machine a press may be told to try again; the same form is then sent once more. */
async function pressesUntilAnswered(by: MemberViewer, input: DecideInput): Promise<string> {
  for (let press = 1; ; press++) {
    const answer = await refused(decideCase(by, input));
    if (answer === "went through" || answer === "decided-meanwhile" || press === 4) return answer;
  }
}

async function decides(by: MemberViewer, kind: CaseKind, id: number, deed: Deed, more: Partial<DecideInput> = {}) {
  return decideCase(by, decision(await caseOf(kind, id), deed, more));
}

const mailsTo = (name: string, kind: string) => prisma.mail.count({ where: { to: `${name}@example.org`, kind } });
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

describe("reporting", () => {
  it("keeps what stood there, whatever its author does afterwards", async () => {
    const { number } = await starts(jasond, treatments, "Buy my pills.");
    await reports(karenr, "post", number);
    await withdrawPost(jasond, { number });
    const [found] = await prisma.report.findMany();
    expect(found).toMatchObject({ snapshot: "Buy my pills.", snapshotVersion: 1, reason: "promotion" });
    expect(await listOpenCases(sandi)).toMatchObject([{ kind: "post", targetId: number, reports: 1 }]);
  });

  it("a long queue goes on after the last case of a page, with none twice and none left out", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number, "promotion");
    const waiting = Array.from({ length: 60 }, (_, n) => ({
      kind: "post",
      targetId: number + 1 + n,
      categoryId: treatments,
      subjectId: jasond.id,
      urgency: 6,
      openedAt: new Date(Date.now() - (n % 7) * 60_000),
    }));
    await prisma.case.createMany({ data: waiting });
    const first = (await listOpenCases(sandi)).slice(0, OPEN_CASES_PER_PAGE);
    const rest = await listOpenCases(sandi, first.at(-1)?.id);
    expect([first.length, rest.length]).toEqual([50, 11]);
    expect(first[0]).toMatchObject({ targetId: number, reports: 1 });
    const ages = [...first, ...rest].slice(1).map(({ openedAt }) => openedAt.getTime());
    expect(ages).toEqual(ages.toSorted((one, other) => one - other));
    expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(61);
  });

  it("all reports on one thing are one case, by its most urgent reason and then by age", async () => {
    const first = await starts(jasond, treatments);
    const second = await replies(amara, first.threadId);
    await reports(karenr, "post", first.number, "unkind");
    await reports(karenr, "post", second.number, "promotion");
    expect((await listOpenCases(sandi)).map(({ targetId }) => targetId)).toEqual([second.number, first.number]);
    await reports(amara, "post", first.number, "worried");
    expect((await listOpenCases(sandi)).map(({ targetId, reports: n }) => [targetId, n])).toEqual([
      [first.number, 2],
      [second.number, 1],
    ]);
  });

  it("fifty presses and a second form make one report", async () => {
    const { number } = await starts(jasond, treatments);
    const input = { kind: "post" as const, id: number, reason: "unkind" as const, note: "", requestId: randomUUID() };
    await Promise.all(Array.from({ length: 50 }, () => report(karenr, input)));
    expect(await refused(reports(karenr, "post", number))).toBe("already-reported");
    const forms = await Promise.all(Array.from({ length: 10 }, () => refused(reports(amara, "post", number))));
    expect(forms.filter((answer) => answer === "went through")).toHaveLength(1);
    expect(await prisma.report.count()).toBe(2);
  });

  it("threads and members can be reported too; what one can’t see, or is one’s own, can’t", async () => {
    const lounge = await category("lounge", "members");
    const { number, threadId } = await starts(jasond, lounge, "Among ourselves.", "members");
    await reports(karenr, "thread", threadId);
    await reports(karenr, "member", jasond.id);
    expect(await refused(reports(guest, "post", number))).toBe("not-found");
    expect(await refused(reports(jasond, "post", number))).toBe("own-report");
    expect(await refused(reports(jasond, "member", jasond.id))).toBe("own-report");
    expect(await refused(reports(karenr, "post", 99_999))).toBe("not-found");
    const away = await joined("away", { standing: "suspended" });
    expect(await refused(reports(away, "member", jasond.id))).toBe("suspended");
    const quiet = await joined("quiet", { standing: "silenced" });
    expect(await refused(reports(quiet, "member", jasond.id))).toBe("went through");
  });

  it("moderators get one mail when a case becomes urgent, and none for the others", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number, "unkind");
    expect(await prisma.mail.count({ where: { kind: "urgent-case" } })).toBe(0);
    await reports(amara, "post", number, "worried");
    await reports(await joined("theo"), "post", number, "danger");
    expect(await mailsTo("sandi", "urgent-case")).toBe(1);
    expect(await mailsTo("orla", "urgent-case")).toBe(1);
    expect(await prisma.mail.count({ where: { kind: "urgent-case" } })).toBe(3);
  });
});

it("moderators hear once a day how many cases have waited, of those they could decide", async () => {
  const { number } = await starts(sandi, treatments);
  await reports(karenr, "post", number);
  await reports(karenr, "member", jasond.id);
  await transaction((tx) => mailWaitingCases(tx, new Date(Date.now() - 60_000)));
  expect(await prisma.mail.count({ where: { kind: "waiting-cases" } })).toBe(0);
  await transaction((tx) => mailWaitingCases(tx, new Date(Date.now() + 60_000)));
  const mails = await prisma.mail.findMany({ where: { kind: "waiting-cases" }, orderBy: { memberId: "asc" } });
  expect(mails.map(({ subject }) => subject)).toEqual([
    "2 cases are waiting",
    "A case is waiting",
    "2 cases are waiting",
  ]);
});

describe("deciding", () => {
  it("hides a post, says why to its author, writes it down, and answers the reporter, all at once", async () => {
    const { number, threadId } = await starts(jasond, treatments, "Buy my pills.");
    await thank(amara, { number });
    await reports(karenr, "post", number);
    await decides(sandi, "post", number, "hide");
    expect((await listPosts(guest, threadId, 1))[0]).toEqual({ kind: "place", number, position: 1 });
    expect((await listPosts(jasond, threadId, 1))[0]).toMatchObject({
      state: "hidden",
      stateReason: "It sells something.",
    });
    expect(await prisma.logEntry.findMany()).toMatchObject([
      { actorId: sandi.id, deed: "hide", subject: `post:${number}` },
    ]);
    expect([await mailsTo("jasond", "decision"), await mailsTo("karenr", "outcome")]).toEqual([1, 1]);
    expect(await wrongCounters()).toEqual([]);

    await decides(bernhard, "post", number, "restore", { rule: "", reason: "It was no advertisement." });
    expect((await listPosts(guest, threadId, 1))[0]).toMatchObject({ kind: "post", state: "visible" });
    expect([await mailsTo("jasond", "decision"), await mailsTo("karenr", "outcome")]).toEqual([2, 1]);
    expect(await wrongCounters()).toEqual([]);
  });

  it("a withdrawn post that was hidden goes back to being withdrawn", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    await withdrawPost(jasond, { number });
    await decides(sandi, "post", number, "hide");
    await decides(sandi, "post", number, "restore");
    expect(await prisma.post.findUnique({ where: { number } })).toMatchObject({ state: "withdrawn" });
  });

  it("nothing to do tells the reporter and nobody else", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    await decides(sandi, "post", number, "nothing");
    expect([await mailsTo("jasond", "decision"), await mailsTo("karenr", "outcome")]).toEqual([0, 1]);
    expect(await readLog(guest)).toEqual({ month: null, lines: [], older: null, newer: null });
    expect(await prisma.logEntry.count()).toBe(1);
  });

  it("a report after a decision opens the case again, and its reporter hears of the next decision", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    await decides(sandi, "post", number, "nothing");
    expect(await listOpenCases(sandi)).toEqual([]);
    await reports(karenr, "post", number, "danger");
    expect(await listOpenCases(sandi)).toMatchObject([{ targetId: number, reports: 1, urgency: 2 }]);
    await decides(sandi, "post", number, "hide");
    expect(await mailsTo("karenr", "outcome")).toBe(2);
    expect(await prisma.report.count({ where: { decisionId: null } })).toBe(0);
  });

  it("fifty cases decided by two moderators at once: fifty decisions, fifty entries, nobody told twice", async () => {
    const { threadId, number: first } = await starts(jasond, treatments);
    const numbers = [first];
    for (let n = 1; n < 50; n++) {
      const [post] = await sql<{ number: number }>(
        `INSERT INTO "Post" ("threadId", position, "authorId", source, html, "rendererVersion") VALUES ($1, $2, $3, 'x', 'x', 1) RETURNING number`,
        [threadId, n + 1, jasond.id],
      );
      numbers.push(post?.number ?? 0);
    }
    const someone = await Promise.all([0, 1, 2].map((n) => joined(`reporter${n}`)));
    for (const [n, number] of numbers.entries()) await reports(someone[n % 3] as MemberViewer, "post", number);
    await sql(`UPDATE "Thread" SET "lastPosition" = 50, "postCount" = 50 WHERE id = $1`, [threadId]);
    await sql(`UPDATE "Category" SET "postCount" = 50, "publicPostCount" = 50`);
    await sql(`UPDATE "Member" SET "postCount" = 50, "publicPostCount" = 50 WHERE id = $1`, [jasond.id]);
    // A forum's job queue is open before anybody presses anything.
    await transaction((tx) => queueMail(tx, { kind: "first", to: "first@example.org", subject: "", text: "" }));
    const cases = await prisma.case.findMany({ orderBy: { id: "asc" } });
    const answers: string[] = [];
    for (let from = 0; from < 50; from += 5) {
      const batch = cases
        .slice(from, from + 5)
        .flatMap((one) => [
          pressesUntilAnswered(sandi, decision(one, "hide")),
          pressesUntilAnswered(bernhard, decision(one, "warn", { rule: "Kindness" })),
        ]);
      answers.push(...(await Promise.all(batch)));
    }
    expect(answers.filter((answer) => answer === "went through")).toHaveLength(50);
    expect(answers.filter((answer) => answer === "decided-meanwhile")).toHaveLength(50);
    expect([await prisma.decision.count(), await prisma.logEntry.count()]).toEqual([50, 50]);
    expect(await mailsTo("jasond", "decision")).toBe(50);
    expect(await prisma.mail.count({ where: { kind: "outcome" } })).toBe(50);
    expect(await prisma.notice.count()).toBe(100);
    expect(await prisma.post.count({ where: { state: "hidden" } })).toBe(
      await prisma.decision.count({ where: { deed: "hide" } }),
    );
  }, 60_000);

  it("the second moderator sees what the first decided", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    const one = await caseOf("post", number);
    await decideCase(sandi, decision(one, "hide"));
    await expect(decideCase(bernhard, decision(one, "nothing"))).rejects.toMatchObject({
      status: 409,
      sentence: expect.stringContaining("sandi has decided this meanwhile: hidden. “It sells something.”"),
    });
  });

  it("one form sent again and again decides once", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    const input = decision(await caseOf("post", number), "hide");
    await Promise.all(Array.from({ length: 10 }, () => decideCase(sandi, input)));
    expect(await prisma.decision.count()).toBe(1);
    expect(await mailsTo("jasond", "decision")).toBe(1);
  });

  it("nobody decides about themselves or on their own report, and the case of one’s own post is nowhere", async () => {
    const { number } = await starts(sandi, treatments);
    await reports(karenr, "post", number);
    const { id } = await caseOf("post", number);
    expect(await refused(decides(sandi, "post", number, "nothing"))).toBe("not-found");
    expect(await refused(readCase(sandi, id))).toBe("not-found");
    expect(await listOpenCases(sandi)).toEqual([]);
    await reports(bernhard, "post", number);
    expect(await refused(decides(bernhard, "post", number, "nothing"))).toBe("own-case");
    expect((await readCase(bernhard, id)).notMine).toContain("Another moderator");
    expect(await refused(decides(orla, "post", number, "nothing"))).toBe("went through");
  });

  it("members see no cases; a moderator of one category decides there and nowhere else", async () => {
    const elsewhere = await category("elsewhere");
    await sql(`INSERT INTO "CategoryModerator" ("categoryId", "memberId") VALUES ($1, $2)`, [treatments, amara.id]);
    const keeper: MemberViewer = { ...amara, moderates: [treatments] };
    const here = await starts(jasond, treatments);
    const there = await starts(jasond, elsewhere);
    await reports(karenr, "post", here.number);
    await reports(karenr, "post", there.number);
    expect(await refused(listOpenCases(karenr))).toBe("moderators-only");
    expect((await listOpenCases(keeper)).map(({ targetId }) => targetId)).toEqual([here.number]);
    expect(await refused(decides(keeper, "post", there.number, "hide"))).toBe("not-found");
    expect(await refused(decides(keeper, "post", here.number, "suspend"))).toBe("not-possible");
    expect(await refused(decides(keeper, "post", here.number, "hide"))).toBe("went through");
    // They lost the category a moment ago; the page was open.
    await reports(karenr, "thread", here.threadId);
    await sql(`DELETE FROM "CategoryModerator"`);
    expect(await refused(decides(keeper, "thread", here.threadId, "lock"))).toBe("moderators-only");
    const readable = readablePosts(keeper);
    const bySql = await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" c ON c.id = t."categoryId" WHERE ${asSql(readable, "post", { post: "p", thread: "t", category: "c" })}`,
    );
    expect(bySql[0]?.n).toBe(2);
    expect(await prisma.post.count({ where: asWhere(readable) })).toBe(2);
  });

  it("only administrators silence or suspend moderators", async () => {
    await reports(karenr, "member", bernhard.id, "unkind");
    expect(await refused(decides(sandi, "member", bernhard.id, "suspend"))).toBe("not-possible");
    expect(await refused(decides(orla, "member", bernhard.id, "suspend"))).toBe("went through");
    expect(await refused(listOpenCases(bernhard))).toBe("went through"); // the session still says good …
    expect(await refused(decides(bernhard, "member", bernhard.id, "lift"))).toBe("not-found");
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    expect(await refused(decides(bernhard, "post", number, "hide"))).toBe("suspended"); // … the write asks again
  });

  it("a restriction names a rule of the present rules, has a reason, and a silence an end to come", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    expect(await refused(decides(sandi, "post", number, "hide", { rule: "Made up" }))).toBe("rule");
    expect(await refused(decides(sandi, "post", number, "hide", { rulesVersion: 7 }))).toBe("rules-changed");
    expect(await refused(decides(sandi, "post", number, "silence"))).toBe("until");
    expect(await refused(decides(sandi, "post", number, "silence", { until: "2020-01-01" }))).toBe("until");
    expect(await refused(decides(sandi, "post", number, "lock"))).toBe("not-possible");
    expect(await prisma.decision.count()).toBe(0);
  });

  it("a hidden thread takes its posts out of every count, and back in", async () => {
    const { threadId, number } = await starts(jasond, treatments);
    await replies(karenr, threadId);
    await thank(karenr, { number });
    await reports(amara, "thread", threadId);
    await decides(sandi, "thread", threadId, "lock");
    expect(await refused(replies(karenr, threadId))).toBe("thread-locked");
    await decides(sandi, "thread", threadId, "hide");
    expect(await listNewestThreads(guest, 10)).toEqual([]);
    expect(await refused(readThread(karenr, threadId))).toBe("not-found");
    expect(await wrongCounters()).toEqual([]);
    await decides(sandi, "thread", threadId, "restore");
    expect(await listNewestThreads(guest, 10)).toHaveLength(1);
    expect(await wrongCounters()).toEqual([]);
  });

  it("a moderator opens a case about what they found themselves, and decides it", async () => {
    const { number } = await starts(jasond, treatments);
    expect(await refused(openCaseMyself(karenr, { kind: "post", id: number }))).toBe("moderators-only");
    const { caseId } = await openCaseMyself(sandi, { kind: "post", id: number });
    expect(await openCaseMyself(bernhard, { kind: "post", id: number })).toEqual({ caseId });
    await decides(sandi, "post", number, "remove");
    expect(await prisma.post.findUnique({ where: { number } })).toMatchObject({ state: "removed" });
  });
});

describe("standing", () => {
  it("a silence acts on the next write and is over when its time has passed", async () => {
    const { number, threadId } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    await decides(sandi, "post", number, "silence", { until: tomorrow() });
    expect(await refused(replies(jasond, threadId))).toBe("silenced");
    const { token } = await transaction((tx) => openSession(tx, jasond, { remember: true, device: "test" }));
    expect(await findViewerByToken(token)).toMatchObject({ standing: "silenced" });
    expect(await readOwnStanding(jasond)).toMatchObject({ standing: "silenced", reason: "It sells something." });
    await withClock(new Date(Date.now() + 49 * 60 * 60 * 1000), async () => {
      expect(await findViewerByToken(token)).toMatchObject({ standing: "good" });
      expect(await refused(replies(jasond, threadId))).toBe("went through");
    });
  });

  it("a suspension stops a write that was already waiting", async () => {
    const { number, threadId } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    const one = await caseOf("post", number);
    let waiting: Promise<string> | undefined;
    await transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${jasond.id} FOR UPDATE`;
      waiting = refused(replies(jasond, threadId, "One more thing."));
      await new Promise((resume) => setTimeout(resume, 100));
      await tx.member.update({ where: { id: jasond.id }, data: { standing: "suspended", standingReason: "x" } });
    });
    expect(await waiting).toBe("suspended");
    expect(one.open).toBe(true);
  });

  it("can be lifted, and someone suspended for good is told where to read why", async () => {
    await reports(karenr, "member", jasond.id, "unkind");
    await decides(sandi, "member", jasond.id, "suspend");
    const mail = await prisma.mail.findFirstOrThrow({ where: { kind: "decision" } });
    expect(mail.text).toContain("suspended for good");
    expect(mail.text).toContain("/suspended");
    await decides(sandi, "member", jasond.id, "lift", { rule: "" });
    expect(await readOwnStanding(jasond)).toEqual({ standing: "good", until: null, reason: null, decisionId: null });
  });
});

it("who leaves looks after nothing any more, and what they were told goes with them", async () => {
  await sql(`INSERT INTO "CategoryModerator" ("categoryId", "memberId") VALUES ($1, $2)`, [treatments, jasond.id]);
  await reports(karenr, "member", jasond.id, "unkind");
  await decides(orla, "member", jasond.id, "warn");
  await transaction(async (tx) => {
    await forgetInModeration(tx, jasond.id);
    await forgetNotices(tx, jasond.id);
  });
  expect(await sql(`SELECT 1 FROM "CategoryModerator"`)).toEqual([]);
  expect(await prisma.notice.findMany({ select: { kind: true } })).toEqual([{ kind: "outcome" }]);
  const client = await pool.connect();
  try {
    await sql(`UPDATE "Member" SET "closedAt" = now(), email = NULL WHERE id = $1`, [jasond.id]);
    expect(
      (await findDamage(client))
        .flatMap(({ sentences }) => sentences)
        .filter((one) => /Decision|Report|Case/.test(one)),
    ).toEqual([]);
  } finally {
    client.release();
  }
});

describe("nobody learns that they were reported", () => {
  it("not from their pages, their export, their mails, the log or the entries about them", async () => {
    const secret = "whistle7";
    const reporter = await joined("quietreporter");
    const { number, threadId } = await starts(jasond, treatments);
    const all = async () =>
      JSON.stringify([
        await listPosts(jasond, threadId, 1),
        await readThread(jasond, threadId),
        await readProfile(jasond, "jasond"),
        { ...(await exportMyData(jasond)), about: null },
        await readLog(jasond),
        await refused(readReportable(jasond, "post", number)),
        await prisma.mail.findMany({ where: { memberId: jasond.id }, select: { text: true } }),
      ]);
    const before = await all();
    await reports(reporter, "post", number, "unkind", secret);
    await reports(reporter, "member", jasond.id, "unkind", secret);
    expect(await all()).toBe(before);
    await decides(sandi, "post", number, "nothing");
    expect(await all()).toBe(before);
    await decides(sandi, "member", jasond.id, "warn", { rule: "Kindness", reason: "Please be kind." });
    const after = await all();
    expect(after).toContain("Please be kind.");
    for (const word of [secret, "quietreporter", "report"])
      expect(after.toLowerCase().replace("own-report", "")).not.toContain(word);
  });

  it("the public log says what and by which rule, without names, numbers or reasons", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    await withClock(new Date("2026-11-05T12:00:00Z"), () => decides(sandi, "post", number, "hide"));
    const log = await readLog(guest);
    expect(log?.lines).toEqual([{ day: "2026-11-05", deed: "hide", kind: "post", rule: "No promotion", times: 1 }]);
  });

  it("the public log has a page for each month in which something was done", async () => {
    const { threadId } = await starts(jasond, treatments);
    for (const at of ["2026-08-31T23:59:59Z", "2026-09-01T00:00:00Z", "2026-09-01T20:00:00Z", "2026-11-05T12:00:00Z"]) {
      const { number } = await replies(karenr, threadId);
      await reports(jasond, "post", number);
      await withClock(new Date(at), () => decides(sandi, "post", number, "hide"));
    }
    expect(await readLog(guest)).toMatchObject({ month: "2026-11", older: "2026-09", newer: null });
    expect(await readLog(guest, "2026-09")).toEqual({
      month: "2026-09",
      lines: [{ day: "2026-09-01", deed: "hide", kind: "post", rule: "No promotion", times: 2 }],
      older: "2026-08",
      newer: "2026-11",
    });
    expect(await readLog(guest, "2026-08")).toMatchObject({
      lines: [{ day: "2026-08-31" }],
      older: null,
      newer: "2026-09",
    });
    expect(await readLog(guest, "2026-10")).toBeNull();
  });

  it("a decision is never changed", async () => {
    const { number } = await starts(jasond, treatments);
    await reports(karenr, "post", number);
    await decides(sandi, "post", number, "hide");
    await expect(sql(`UPDATE "Decision" SET reason = 'another'`)).rejects.toThrow("stays as it was made");
    await expect(sql(`DELETE FROM "Decision"`)).rejects.toThrow();
  });
});
