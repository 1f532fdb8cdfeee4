import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { exportMyData } from "@/lib/accounts/queries";
import { withoutThrottles } from "@/lib/accounts/throttles";
import { findDamage } from "@/lib/integrity/queries";
import { confirmNotice, decideCase, sendNotice } from "@/lib/moderation/commands";
import { guestSweeps } from "@/lib/moderation/guests";
import { listOpenCases, readCase } from "@/lib/moderation/queries";
import { type Deed, thingAt } from "@/lib/moderation/rules";
import { NoticeInput } from "@/lib/moderation/schema";
import { withClock } from "@/lib/platform/clock";
import { pool, prisma, transaction } from "@/lib/platform/db";
import { inPortions } from "@/lib/platform/portions";
import { guest, type MemberViewer } from "@/lib/policy/viewer";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { resetDatabase } from "../support/database";
import { fromAnywhere, mailsTo } from "../support/joining";
import { category, joined, starts } from "../support/people";

const WHO = "passer.by@example.com";
const DAY = 24 * 60 * 60 * 1000;

let sandi: MemberViewer;
let bernhard: MemberViewer;
let jasond: MemberViewer;
let number: number;

beforeEach(async () => {
  await resetDatabase();
  sandi = await joined("sandi", { role: "moderator" });
  bernhard = await joined("bernhard", { role: "moderator" });
  jasond = await joined("jasond");
  await prisma.document.create({ data: { kind: "rules", version: 1, source: "## No promotion\n\n- y", html: "" } });
  number = (await starts(jasond, await category("treatments"), "Buy my pills.")).number;
});

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

const notice = (about: string, more: Partial<Record<keyof NoticeInput, string>> = {}): NoticeInput =>
  NoticeInput.parse({
    reason: "promotion",
    about,
    text: "Somebody sells pills there.",
    email: WHO,
    requestId: randomUUID(),
    ...more,
  });

const sends = (input: NoticeInput) => fromAnywhere(() => sendNotice(guest, input));
const confirms = (token: string) => fromAnywhere(() => confirmNotice(guest, { token }));

async function newestToken(email = WHO): Promise<string> {
  const mail = (await mailsTo(email)).findLast(({ kind }) => kind === "confirm-notice");
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

async function writes(about: string, more: Partial<Record<keyof NoticeInput, string>> = {}): Promise<void> {
  await sends(notice(about, more));
  await confirms(await newestToken(more.email ?? WHO));
}

async function decides(by: MemberViewer, deed: Deed) {
  const one = await prisma.case.findFirstOrThrow();
  const rule = deed === "nothing" ? "" : "No promotion";
  return decideCase(by, {
    id: one.id,
    version: one.version,
    deed,
    rule,
    rulesVersion: 1,
    reason: "It sells something.",
    until: "",
    requestId: randomUUID(),
  });
}

async function damage(): Promise<string[]> {
  const client = await pool.connect();
  try {
    return (await findDamage(client)).flatMap(({ sentences }) => sentences);
  } finally {
    client.release();
  }
}

describe("a guest who writes to the moderators", () => {
  it("is heard once they have shown that the address is theirs, and not before", async () => {
    await sends(notice(`/p/${number}`));
    expect(await listOpenCases(sandi)).toEqual([]);
    expect(await prisma.report.count()).toBe(0);
    const [mail] = await mailsTo(WHO);
    expect(mail?.text).not.toContain("pills");
    await confirms(await newestToken());
    const [one] = await listOpenCases(sandi);
    expect(one).toMatchObject({ kind: "post", targetId: number, reports: 1, reasons: ["promotion"] });
    expect((await readCase(sandi, one?.id ?? 0)).reportList).toMatchObject([
      { reporter: null, note: "Somebody sells pills there.", snapshot: "Buy my pills." },
    ]);
    expect((await mailsTo(WHO)).map(({ kind }) => kind)).toEqual(["confirm-notice", "notice-arrived"]);
    expect(await damage()).toEqual([]);
  });

  it("makes one report, however often they press and open the link", async () => {
    const input = notice(`/p/${number}`);
    await withoutThrottles(() => Promise.all(Array.from({ length: 10 }, () => sends(input))));
    await sends(input);
    expect(await prisma.waitingNotice.count()).toBe(1);
    const token = await newestToken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refused(confirms(token))));
    expect(answers.filter((answer) => answer === "went through")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "spent-link")).toHaveLength(9);
    await writes(`/p/${number}`);
    expect(await prisma.report.count()).toBe(1);
  });

  it("hears the outcome once, and the author never that there was a notice", async () => {
    await writes(`/p/${number}`);
    await decides(sandi, "hide");
    await decides(bernhard, "restore");
    const outcomes = (await mailsTo(WHO)).filter(({ kind }) => kind === "outcome");
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.text).toContain("done something about it");
    const author = JSON.stringify([
      { ...(await exportMyData(jasond)), about: null },
      await prisma.mail.findMany({ where: { memberId: jasond.id }, select: { text: true } }),
      await prisma.notice.findMany({ where: { memberId: jasond.id }, select: { text: true } }),
    ]);
    expect(author).not.toContain("passer");
    expect(await damage()).toEqual([]);
  });

  it("who wrote about what they can’t see hears what they would hear if it weren’t there", async () => {
    const lounge = await starts(jasond, await category("lounge", "members"), "Among ourselves.", "members");
    const waiting = await starts(await joined("newcomer", { newcomer: true }), 1);
    await transaction(async (tx) => {
      const post = await lockPostAndThread(tx, number);
      if (post) await setPostState(tx, post, "hidden", "for the test");
    });
    const places = [`/p/${lounge.number}`, `/t/${lounge.threadId}/x`, `/p/${waiting.number}`, `/p/${number}`];
    const cases = await prisma.case.count();
    const heard = [];
    for (const [n, place] of [...places, "/p/999999", "", "https://elsewhere.example/p/1"].entries()) {
      const email = `reader${n}@example.com`;
      await writes(place, { email });
      heard.push((await mailsTo(email)).map(({ kind, text }) => [kind, text.replace(/token=[\w-]+/, "")]));
    }
    expect(new Set(heard.map((mails) => JSON.stringify(mails))).size).toBe(1);
    expect([await prisma.case.count(), await prisma.report.count()]).toEqual([cases, 0]);
    const toUs = await mailsTo("tests@example.org");
    expect(toUs).toHaveLength(7);
    expect(toUs.some(({ text }) => text.startsWith("reader0@example.com wrote"))).toBe(true);
    for (const { text } of toUs) expect(text).toContain("Somebody sells pills there.");
  });

  it("about danger wakes the moderators", async () => {
    await writes(`/p/${number}`, { reason: "danger" });
    expect(await prisma.mail.count({ where: { kind: "urgent-case" } })).toBe(2);
  });

  it("can’t be used to send mails to strangers without end", async () => {
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await refused(sends(notice(`/p/${number}`))));
    expect(answers).toEqual(["went through", "went through", "went through", "too-many"]);
  });

  it("who fills in the field that people don’t see is refused", () => {
    expect(() => notice("", { website: "https://spam.example" })).toThrow();
  });
});

it("what was never confirmed and the addresses of those who were answered are deleted", async () => {
  await sends(notice(`/p/${number}`, { email: "never@example.com" }));
  const token = await newestToken("never@example.com");
  await writes(`/p/${number}`);
  await decides(sandi, "hide");
  await withClock(new Date(Date.now() + 3 * DAY), async () => {
    expect(await refused(confirms(token))).toBe("spent-link");
    await inPortions(...guestSweeps);
  });
  expect(await prisma.waitingNotice.count()).toBe(0);
  expect(await prisma.report.findMany()).toMatchObject([{ guestEmail: WHO }]);
  await withClock(new Date(Date.now() + 31 * DAY), () => inPortions(...guestSweeps));
  expect(await prisma.report.findMany()).toMatchObject([{ guestEmail: null, reporterId: null }]);
  expect(await damage()).toEqual([]);
});

describe("what an address names", () => {
  it.each([
    ["https://forum.example/p/12", { kind: "post", id: 12 }],
    ["/p/12", { kind: "post", id: 12 }],
    ["https://forum.example/t/3/a-title?page=2#p44", { kind: "post", id: 44 }],
    ["https://forum.example/t/3/a-title#reply", { kind: "thread", id: 3 }],
    [" https://forum.example/u/Theo.W ", { kind: "member", id: "Theo.W" }],
    ["https://forum.example/u/%D9%86", { kind: "member", id: "ن" }],
    ["https://forum.example/rules", null],
    ["https://elsewhere.example/p/12", null],
    ["//elsewhere.example/p/12", null],
    ["p/12", null],
    ["/p/0", null],
    ["", null],
  ])("%s", (address, thing) => expect(thingAt(address, "https://forum.example")).toEqual(thing));
});
