import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { findDamage } from "@/lib/integrity/queries";
import { appeal, decideCase, openCaseMyself, report } from "@/lib/moderation/commands";
import { purgeRemoved } from "@/lib/moderation/purging";
import {
  findNewestOwnDecision,
  listOpenCases,
  readCase,
  readOwnDecision,
  readOwnStanding,
} from "@/lib/moderation/queries";
import type { CaseKind, Deed } from "@/lib/moderation/rules";
import { findNoticePath } from "@/lib/notices/queries";
import { withClock } from "@/lib/platform/clock";
import { pool, prisma } from "@/lib/platform/db";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { editPost } from "@/lib/posts/commands";
import { renderOldPosts } from "@/lib/posts/jobs";
import { listPosts, readPost } from "@/lib/posts/queries";
import { readThread } from "@/lib/threads/queries";
import { resetDatabase, sql } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

const DAY = 24 * 60 * 60 * 1000;
const inDays = <T>(days: number, work: () => Promise<T>) => withClock(new Date(Date.now() + days * DAY), work);

let sandi: MemberViewer;
let bernhard: MemberViewer;
let jasond: MemberViewer;
let karenr: MemberViewer;
let number: number;
let threadId: number;

beforeEach(async () => {
  await resetDatabase();
  sandi = await joined("sandi", { role: "moderator" });
  bernhard = await joined("bernhard", { role: "moderator" });
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  await prisma.document.create({ data: { kind: "rules", version: 1, source: "## Kindness\n\n- y", html: "" } });
  ({ number, threadId } = await starts(jasond, await category("treatments"), "My neighbour is a goose."));
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

async function decides(by: MemberViewer, kind: CaseKind, id: number, deed: Deed) {
  await openCaseMyself(by, { kind, id }).catch(() => undefined);
  const one = await prisma.case.findUniqueOrThrow({ where: { kind_targetId: { kind, targetId: id } } });
  await decideCase(by, {
    id: one.id,
    version: one.version,
    deed,
    rule: deed === "restore" || deed === "nothing" || deed === "lift" ? "" : "Kindness",
    rulesVersion: 1,
    reason: `Because of ${deed}.`,
    until: deed === "silence" ? new Date(Date.now() + 9 * DAY).toISOString().slice(0, 10) : "",
    requestId: randomUUID(),
  });
  return (await prisma.decision.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
}

const appeals = (by: MemberViewer, id: number, text = "It is a goose, and it knows.") =>
  appeal(by, { id, text, requestId: randomUUID() });

const mailsTo = (who: MemberViewer) =>
  prisma.mail.findMany({ where: { memberId: who.id }, orderBy: { id: "asc" }, select: { subject: true, text: true } });

async function damage(): Promise<string[]> {
  const client = await pool.connect();
  try {
    return (await findDamage(client)).flatMap(({ sentences }) => sentences);
  } finally {
    client.release();
  }
}

describe("whoever a decision takes something from", () => {
  it("appeals, another moderator looks again, and the answer is told once", async () => {
    const hiding = await decides(sandi, "post", number, "hide");
    expect((await mailsTo(jasond))[0]?.text).toContain(`/decisions/${hiding}`);
    const [told] = await prisma.notice.findMany({ where: { memberId: jasond.id } });
    expect(await findNoticePath(jasond, told?.id ?? 0)).toBe(`/decisions/${hiding}`);
    await appeals(jasond, hiding);
    const [open] = await listOpenCases(bernhard);
    expect(open).toMatchObject({ targetId: number, appeals: 1 });
    expect((await readCase(bernhard, open?.id ?? 0)).appealList).toMatchObject([
      { text: "It is a goose, and it knows.", against: "hide", by: "sandi", answered: false },
    ]);
    expect((await readCase(sandi, open?.id ?? 0)).notMine).toContain("Another moderator");
    expect(await refused(decides(sandi, "post", number, "nothing"))).toBe("own-decision");
    await decides(bernhard, "post", number, "restore");
    expect(await readPost(guest, number)).toMatchObject({ state: "visible" });
    const mails = await mailsTo(jasond);
    expect(mails.map(({ subject }) => subject)).toEqual(["A decision of the moderators", "The answer to your appeal"]);
    expect(await prisma.notice.count({ where: { memberId: jasond.id, kind: "decision" } })).toBe(2);
    expect((await readOwnDecision(jasond, hiding)).appeal?.answer).toMatchObject({ reason: "Because of restore." });
    expect(await damage()).toEqual([]);
  });

  it("is told, with the reason, when the decision stays", async () => {
    const hiding = await decides(sandi, "post", number, "hide");
    await appeals(jasond, hiding);
    await decides(bernhard, "post", number, "nothing");
    const mails = await mailsTo(jasond);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain("what was decided stays");
    expect(mails[1]?.text).toContain("Because of nothing.");
    expect(await readPost(jasond, number)).toMatchObject({ state: "hidden" });
    expect(await refused(appeals(jasond, hiding))).toBe("appeal-answered");
    expect(await damage()).toEqual([]);
  });

  it.each(["silence", "suspend"] as const)("someone they %s appeals too, and it can be ended", async (deed) => {
    const decision = await decides(sandi, "member", jasond.id, deed);
    const shut: MemberViewer = { ...jasond, standing: deed === "silence" ? "silenced" : "suspended" };
    expect(await readOwnStanding(shut)).toMatchObject({ decisionId: decision });
    await appeals(shut, decision);
    await decides(bernhard, "member", jasond.id, "lift");
    expect(await readOwnStanding(jasond)).toMatchObject({ standing: "good", decisionId: null });
    expect(await damage()).toEqual([]);
  });

  it("what was removed, or refused, can come back by an appeal", async () => {
    const removal = await decides(sandi, "post", number, "remove");
    expect(await refused(decides(bernhard, "post", number, "restore"))).toBe("not-possible");
    await appeals(jasond, removal);
    await decides(bernhard, "post", number, "restore");
    expect(await readPost(guest, number)).toMatchObject({ state: "visible" });
    const amara = await joined("amara", { newcomer: true });
    const waiting = await replies(amara, threadId);
    const refusal = await decides(sandi, "post", waiting.number, "refuse");
    await appeals(amara, refusal);
    await decides(bernhard, "post", waiting.number, "restore");
    expect(await readPost(guest, waiting.number)).toMatchObject({ state: "visible" });
    expect(await damage()).toEqual([]);
  });

  it("appeals once, within six months, against what took something, and only their own", async () => {
    const hiding = await decides(sandi, "post", number, "hide");
    expect(await refused(appeals(karenr, hiding))).toBe("not-found");
    expect(await refused(appeals(jasond, 9_999))).toBe("not-found");
    expect(await inDays(185, () => refused(appeals(jasond, hiding)))).toBe("appeal-too-late");
    const input = { id: hiding, text: "It is a goose, and it knows.", requestId: randomUUID() };
    await Promise.all(Array.from({ length: 10 }, () => appeal(jasond, input)));
    expect(await refused(appeals(jasond, hiding))).toBe("appealed-already");
    expect(await prisma.appeal.count()).toBe(1);
    const showing = await decides(bernhard, "post", number, "restore");
    expect(await refused(appeals(jasond, showing))).toBe("no-appeal");
    const warning = await decides(bernhard, "post", number, "warn");
    expect(await refused(appeals(jasond, warning))).toBe("no-appeal");
  });

  it("where there is no other moderator, the same one looks again", async () => {
    await sql(`UPDATE "Member" SET "role" = 'member' WHERE "name" = 'bernhard'`);
    const hiding = await decides(sandi, "post", number, "hide");
    await appeals(jasond, hiding);
    expect(await refused(decides(sandi, "post", number, "restore"))).toBe("went through");
  });

  it("a moderator who has the page from before the appeal reads it first", async () => {
    const hiding = await decides(sandi, "post", number, "hide");
    const one = await prisma.case.findFirstOrThrow();
    await appeals(jasond, hiding);
    const late = decideCase(bernhard, {
      id: one.id,
      version: one.version,
      deed: "remove",
      rule: "Kindness",
      rulesVersion: 1,
      reason: "Unkind.",
      until: "",
      requestId: randomUUID(),
    });
    expect(await refused(late)).toBe("decided-meanwhile");
  });

  it("learns from it nothing of reports", async () => {
    await report(karenr, { kind: "post", id: number, reason: "unkind", note: "whistle7", requestId: randomUUID() });
    const hiding = await decides(sandi, "post", number, "hide");
    await appeals(jasond, hiding);
    await decides(bernhard, "post", number, "nothing");
    const read = JSON.stringify([await readOwnDecision(jasond, hiding), await mailsTo(jasond)]);
    for (const word of ["whistle7", "karenr", "report"]) expect(read.toLowerCase()).not.toContain(word);
    expect(await findNewestOwnDecision(karenr, "post", number)).toBeNull();
  });
});

describe("what was removed", () => {
  const texts = async () =>
    JSON.stringify([
      await prisma.post.findMany({ select: { source: true, html: true } }),
      await prisma.revision.findMany({ select: { source: true } }),
      await prisma.report.findMany({ select: { snapshot: true } }),
      await prisma.thread.findMany({ select: { title: true, slug: true } }),
      await prisma.postLink.findMany(),
    ]);

  it("is taken away for good once nobody can appeal any more, with every copy, and that is in the log", async () => {
    await editPost(jasond, {
      number,
      version: 1,
      text: "A goose: https://goose.example/x",
      reason: "",
      requestId: randomUUID(),
    });
    await report(karenr, { kind: "post", id: number, reason: "unkind", note: "", requestId: randomUUID() });
    await decides(sandi, "post", number, "remove");
    expect(await inDays(180, purgeRemoved)).toBe(0);
    expect(await inDays(185, purgeRemoved)).toBe(1);
    expect(await inDays(186, purgeRemoved)).toBe(0);
    expect(await texts()).not.toContain("goose");
    expect(await prisma.logEntry.findMany({ where: { deed: "purge" } })).toMatchObject([{ subject: `post:${number}` }]);
    expect((await listPosts(guest, threadId, 1))[0]).toMatchObject({ kind: "place", number });
    await sql(`UPDATE "Post" SET "rendererVersion" = 0`);
    await renderOldPosts();
    expect(await damage()).toEqual([]);
  });

  it("stays as long as an appeal waits", async () => {
    const removal = await decides(sandi, "post", number, "remove");
    await inDays(183, () => appeals(jasond, removal));
    expect(await inDays(300, purgeRemoved)).toBe(0);
    await decides(bernhard, "post", number, "nothing");
    expect(await inDays(300, purgeRemoved)).toBe(1);
    expect(await damage()).toEqual([]);
  });

  it("what was hidden only, or shown again, stays", async () => {
    await decides(sandi, "post", number, "hide");
    expect(await inDays(300, purgeRemoved)).toBe(0);
    const removal = await decides(sandi, "post", number, "remove");
    await appeals(jasond, removal);
    await decides(bernhard, "post", number, "restore");
    expect(await inDays(300, purgeRemoved)).toBe(0);
    expect(await texts()).toContain("goose");
  });

  it("of a thread the copies in reports of its author’s posts go, too, and of a first post those in reports of the thread", async () => {
    const other = await starts(jasond, await category("second"), "A second goose.");
    for (const [kind, id] of [
      ["post", number],
      ["thread", other.threadId],
    ] as const)
      await report(karenr, { kind, id, reason: "unkind", note: "", requestId: randomUUID() });
    const heron = await replies(karenr, threadId, "Mine is a heron.");
    await report(jasond, { kind: "post", id: heron.number, reason: "unkind", note: "", requestId: randomUUID() });
    await report(karenr, { kind: "post", id: other.number, reason: "unkind", note: "", requestId: randomUUID() });
    await report(karenr, { kind: "thread", id: threadId, reason: "unkind", note: "", requestId: randomUUID() });
    await decides(sandi, "thread", threadId, "remove");
    await decides(sandi, "post", other.number, "remove");
    expect(await inDays(185, purgeRemoved)).toBe(2);
    const left = await texts();
    expect(left).not.toContain("goose");
    expect(left).toContain("heron");
    expect(await damage()).toEqual([]);
  });

  it("of a thread its title and its author’s posts go; what others wrote is theirs", async () => {
    await replies(karenr, threadId, "Mine is a heron.");
    await decides(sandi, "thread", threadId, "remove");
    expect(await inDays(185, purgeRemoved)).toBe(1);
    const left = await texts();
    expect(left).not.toContain("goose");
    expect(left).not.toContain("A thread by");
    expect(left).toContain("heron");
    expect(await refused(readThread(karenr, threadId))).toBe("not-found");
    expect(await damage()).toEqual([]);
  });

  it("of a thread in which its author wrote a great deal, a few posts at a time, so that none is too many", async () => {
    await decides(sandi, "thread", threadId, "remove");
    await sql(
      `INSERT INTO "Post" ("threadId", "position", "authorId", "source", "html", "rendererVersion", "appearedAt")
       SELECT $1, n, $2, 'goose', '<p>goose</p>', 1, now() FROM generate_series(101, 230) n`,
      [threadId, jasond.id],
    );
    expect(await inDays(185, purgeRemoved)).toBe(1);
    expect(await texts()).not.toContain("goose");
    const together = await sql<{ n: number }>(`SELECT count(*)::int AS n FROM "Post" GROUP BY xmin`);
    expect(Math.max(...together.map(({ n }) => n))).toBeLessThanOrEqual(50);
    expect(await inDays(186, purgeRemoved)).toBe(0);
    expect(await prisma.logEntry.count({ where: { deed: "purge" } })).toBe(1);
  });
});
