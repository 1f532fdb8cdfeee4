import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeAccount } from "@/lib/accounts/commands";
import { hashPassword } from "@/lib/accounts/passwords";
import { findDamage } from "@/lib/integrity/queries";
import { confirmNotice, decideCase, openCaseMyself, report, sendNotice } from "@/lib/moderation/commands";
import { listOpenCases, readCase, readLog, readReportable } from "@/lib/moderation/queries";
import type { Deed } from "@/lib/moderation/rules";
import { DecideOnCardInput } from "@/lib/moderation/schema";
import { listNotices } from "@/lib/notices/queries";
import { pool, prisma, type Tx, transaction } from "@/lib/platform/db";
import { newRequest, withRequest } from "@/lib/platform/request";
import { guest, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { lookUpStudy } from "@/lib/studies/commands";
import { listCitations, readStudy } from "@/lib/studies/queries";
import { readableCard } from "@/lib/studies/readable-card";
import type { Registries } from "@/lib/studies/registries";
import { remakeOldCards } from "@/lib/studies/remaking";
import { storeLookUp } from "@/lib/studies/writes";
import { doi, invented, registriesAt } from "../support/asking";
import { resetDatabase, sql, untilSomebodyWaits } from "../support/database";
import { type FakeRegistries, startFakeRegistries } from "../support/fake-registries";
import { category, joined, starts } from "../support/people";

let fake: FakeRegistries;
let registries: Registries;
let jasond: MemberViewer;
let karenr: MemberViewer;
let orla: MemberViewer;
let bea: MemberViewer;
let number: number;
const STUDY = 1;

beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterAll(() => fake.close());
beforeEach(async () => {
  await resetDatabase();
  registries = registriesAt(fake, 2_000);
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  orla = await joined("Orla", { role: "moderator" });
  bea = await joined("Bea", { role: "moderator" });
  await prisma.document.create({ data: { kind: "rules", version: 1, source: "## Kindness", html: "" } });
  number = (await starts(jasond, await category("treatments"), "See 10.5555/wellcited.randomised.")).number;
  await lookUpStudy(STUDY, registries);
});

const reports = (reporter: Viewer, reason = "wrong-fact", note = "") =>
  report(reporter, { kind: "study", id: STUDY, reason: reason as "other", note, requestId: randomUUID() });

/** The case about the study, opened by a moderator where nobody has reported. */
async function theCase(moderator: MemberViewer = orla): Promise<number> {
  return (await openCaseMyself(moderator, { kind: "study", id: STUDY })).caseId;
}

type More = { on?: string; text?: string; reason?: string; version?: number; by?: MemberViewer };

async function decides(deed: Deed, { on, text, reason = "The full text says so.", version, by = orla }: More = {}) {
  const id = await theCase(by);
  const now = version ?? (await readCase(by, id)).version;
  const input = { id, version: now, deed, rule: "", rulesVersion: 0, reason, until: "" as const, on, text };
  await decideCase(by, { ...input, requestId: randomUUID() });
}

const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "went through",
    (error: { reason?: string }) => error.reason ?? String(error),
  );
const html = async () => (await listCitations(guest, [number])).get(number)?.[0]?.cardHtml ?? "";
const card = async () => readableCard(await html());
const lookAgain = async () => {
  await sql(`UPDATE "Study" SET "checkAfter" = NULL`);
  await lookUpStudy(STUDY, registries);
};

/** The same study by a name of its own, and what a look-up does that finds out. */
async function anotherName() {
  const post = await starts(karenr, 1, "See 10.5555/wellcited.other-name.");
  const [other] = await sql<{ id: number }>(`SELECT max(id) AS id FROM "Study"`);
  const id = other?.id ?? 0;
  const facts = { identifiers: [doi("10.5555/wellcited.other-name")], title: "Another" };
  const retrievedAt = new Date().toISOString();
  const answer = { outcome: "found" as const, facts, url: "https://example.org", retrievedAt };
  const asked = [{ source: "crossref" as const, subject: "", answer }];
  const look = { identifiers: facts.identifiers, asked, known: [], records: [] };
  await transaction((tx) => storeLookUp(tx, id, look));
  const both = { ...look, identifiers: [invented("randomised"), ...facts.identifiers] };
  return { post, id, join: (tx: Tx) => storeLookUp(tx, STUDY, both) };
}

describe("reporting a card", () => {
  it("leads to the study that this one is joined into at the same moment", async () => {
    const { id, join } = await anotherName();
    const input = { kind: "study" as const, id, reason: "other" as const, note: "Wrong.", requestId: randomUUID() };
    const pressed: Promise<unknown>[] = [];
    await transaction(async (tx) => {
      await join(tx);
      pressed.push(report(jasond, input), openCaseMyself(orla, { kind: "study", id }));
      await untilSomebodyWaits();
    });
    await Promise.all(pressed);
    expect(await sql(`SELECT "targetId" FROM "Case"`)).toEqual([{ targetId: STUDY }]);
    expect((await readReportable(jasond, "study", id)).reportedAt).not.toBeNull();
    expect(await brokenPromises()).toEqual([]);
  });

  it("opens one case, with the card as it stood, and one report waits per person", async () => {
    await reports(karenr, "misread", "It leaves out the bleeding.");
    expect(await refused(reports(karenr))).toBe("already-reported");
    await reports(jasond, "wrong-fact");
    const [one] = await listOpenCases(orla);
    expect(one).toMatchObject({
      kind: "study",
      subject: null,
      urgency: 4,
      reports: 2,
      reasons: ["misread", "wrong-fact"],
    });
    const { reportList, study } = await readCase(orla, one?.id ?? 0);
    expect(reportList.at(-1)).toMatchObject({
      note: "It leaves out the bleeding.",
      snapshot: expect.stringContaining("214"),
    });
    expect(study?.records.map(({ source }) => source)).toEqual(["clinicaltrials", "crossref", "europepmc", "pubmed"]);
    expect((await readReportable(karenr, "study", STUDY)).reportedAt).not.toBeNull();
  });

  it("is for those who can see where it is cited", async () => {
    await sql(`UPDATE "Thread" SET "audience" = 'members'`);
    expect(await refused(reports(guest))).toBe("not-found");
    expect(await refused(reports(karenr))).toBe("went through");
    expect(await refused(readReportable(karenr, "study", 999))).toBe("not-found");
  });

  it("is for moderators of everything to decide, since a study is cited in many categories", async () => {
    await reports(karenr);
    const cora = await joined("cora");
    const [{ id = 0 } = {}] = await sql<{ id: number }>(`SELECT id FROM "Category"`);
    await prisma.categoryModerator.create({ data: { categoryId: id, memberId: cora.id } });
    const viewer = { ...cora, moderates: [id] };
    expect(await listOpenCases(viewer)).toEqual([]);
    expect(await refused(readCase(viewer, 1))).toBe("not-found");
    expect(await refused(openCaseMyself(viewer, { kind: "study", id: STUDY }))).toBe("moderators-only");
  });

  it("is answered once, in fixed words, and a guest's by mail", async () => {
    await reports(karenr);
    await withRequest(newRequest("/contact", "192.0.2.1"), () =>
      sendNotice(guest, {
        reason: "wrong-fact",
        about: `/studies/${STUDY}`,
        text: "The number of people is wrong.",
        email: "ada@example.net",
        website: "",
        requestId: randomUUID(),
      }),
    );
    const [mail] = await sql<{ text: string }>(`SELECT text FROM "Mail" WHERE kind = 'confirm-notice'`);
    const token = /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    await withRequest(newRequest("/contact", "192.0.2.1"), () => confirmNotice(guest, { token }));
    await decides("correct", { on: "people", text: "200" });
    const { notices } = await listNotices(karenr);
    expect(notices.map(({ kind, text }) => [kind, text])).toEqual([
      ["outcome", "A moderator has looked at the card and changed something on it. Thank you for telling us."],
    ]);
    const outcomes = await sql<{ to: string; text: string }>(
      `SELECT * FROM "Mail" WHERE kind = 'outcome' ORDER BY "to"`,
    );
    expect(outcomes.map(({ to }) => to)).toEqual(["ada@example.net", "karenr@example.org"]);
    expect(outcomes[0]?.text).toContain("changed something on it");
    expect((await readLog(guest))?.lines).toMatchObject([{ kind: "study", deed: "correct", rule: "" }]);
    expect(await brokenPromises()).toEqual([]);
  });
});

describe("what a moderator places on a card", () => {
  it("a note stands there with its author’s name, everywhere, and has its line in the history, until it is taken back", async () => {
    await decides("note", { text: "A larger trial <b>of 2025</b> found less." });
    expect(await html()).toContain("A larger trial &lt;b&gt;of 2025&lt;/b&gt; found less.");
    expect(await card()).toContain("A note by moderator Orla");
    expect((await readStudy(guest, STUDY)).cardHtml).toContain("A note by moderator");
    expect((await readStudy(guest, STUDY)).history).toMatchObject([{ what: "noted" }, { what: "found" }]);
    const [placed] = (await readCase(bea, await theCase())).study?.placed ?? [];
    await decides("take-back", { on: String(placed?.id), by: bea, reason: "It is outdated." });
    expect(await card()).not.toContain("A larger trial");
    expect((await readStudy(guest, STUDY)).history).toMatchObject([{ what: "found" }]);
    expect(await refused(decides("take-back", { on: String(placed?.id) }))).toBe("not-possible");
    expect(await brokenPromises()).toEqual([]);
  });

  it("a corrected field is shown and listed so, and what the source says stays beside it", async () => {
    await decides("correct", { on: "title", text: "The right title" });
    await decides("correct", { on: "people", text: "200" });
    await decides("correct", { on: "kind", text: "Case report" });
    await decides("correct", { on: "published", text: "2023" });
    const lines = await card();
    expect(lines).toMatch(
      /The right title[\s\S]*Title corrected by moderator Orla: The full text says so\. PubMed says “/,
    );
    expect(lines).toContain("200 people took part");
    expect(lines).toContain("PubMed says “Phase 3 randomised, double-blind trial”");
    const { title, history } = await readStudy(guest, STUDY);
    expect(title).toBe("The right title");
    expect(history.map(({ what, after }) => `${what} ${after}`)).toEqual([
      "put-right the date",
      "put-right the kind",
      "put-right the number of people",
      "put-right the title",
      "found null",
    ]);
  });

  it.each([
    ["people", "many"],
    ["people", "0"],
    ["published", "last year"],
    ["kind", "A wonder"],
    ["title", ""],
  ])("%s can't become “%s”", async (on, text) => {
    expect(await refused(decides("correct", { on, text }))).toBe("not-possible");
    expect(await sql(`SELECT * FROM "Amendment"`)).toEqual([]);
    expect(await sql(`SELECT * FROM "Decision"`)).toEqual([]);
  });

  it("only what the card has can be put right or aside", async () => {
    for (const on of ["note", "duration2", "journal", "__proto__"]) {
      expect(await refused(decides("correct", { on, text: "Something" }))).toBe("not-possible");
      expect(await refused(decides("conceal", { on }))).toBe("not-possible");
    }
  });

  it("outlives the next look-up, a newer form of card, and goes where the source says the same", async () => {
    await decides("correct", { on: "people", text: "200" });
    await decides("conceal", { on: "concluded" });
    await decides("note", { text: "Mind the doses." });
    await lookAgain();
    await sql(`UPDATE "Study" SET "cardVersion" = 0`);
    await remakeOldCards();
    const lines = await card();
    expect(lines).toContain("200 people");
    expect(lines).toContain("Their conclusion: put aside by moderator Orla");
    expect(lines).toContain("Mind the doses.");
    await decides("correct", { on: "people", text: "214" });
    expect(await card()).not.toContain("Corrected by moderator");
  });

  it("follows a study that is joined into another, whose own amendments come first", async () => {
    const { post, id: other, join } = await anotherName();
    const { caseId } = await openCaseMyself(orla, { kind: "study", id: other });
    const decide = (deed: Deed, version: number, more: object) =>
      decideCase(orla, {
        id: caseId,
        version,
        deed,
        rule: "",
        rulesVersion: 0,
        reason: "Because.",
        until: "",
        requestId: randomUUID(),
        ...more,
      });
    await decide("note", 1, { text: "A note on the other." });
    await decide("correct", 2, { on: "title", text: "Theirs" });
    await decides("correct", { on: "title", text: "Ours" });
    await transaction(join);
    const cards = await listCitations(guest, [post.number]);
    expect(cards.get(post.number)?.[0]?.studyId).toBe(STUDY);
    const lines = await card();
    expect(lines).toContain("A note on the other.");
    expect(lines).toContain("Ours");
    expect(lines).not.toContain("Theirs");
    await decide("note", 3, { text: "Placed by the older case." });
    expect(await card()).toContain("Placed by the older case.");
    expect(await brokenPromises()).toEqual([]);
  });

  it("keeps no name of a moderator who has left", async () => {
    await decides("note", { text: "Mind the doses." });
    const passwordHash = await hashPassword("a long enough one");
    await prisma.member.update({ where: { id: orla.id }, data: { passwordHash } });
    await closeAccount(orla, { password: "a long enough one", choice: "keep" } as never);
    expect(await card()).toContain("A note by a moderator who has left");
    expect(await card()).not.toContain("Orla");
  });

  it("waits for who decides second, who sees what happened", async () => {
    const id = await theCase();
    const { version } = await readCase(bea, id);
    await decides("note", { text: "The first." });
    expect(await refused(decides("note", { text: "The second.", version, by: bea }))).toBe("decided-meanwhile");
    expect(await card()).toContain("The first.");
  });

  it("is decided by no one who reported it", async () => {
    await reports(orla);
    expect(await refused(decides("nothing"))).toBe("own-case");
  });
});

describe("a statement that is put aside", () => {
  const quotes = (cardHtml: string) => [...cardHtml.matchAll(/<blockquote/g)].length;
  const outside = async () =>
    (await html()).replace(/<details class="study-folded study-aside">[\s\S]*?<\/details>/g, "");

  it("can be opened, and says who put it aside and why", async () => {
    const before = quotes(await html());
    await decides("conceal", { on: "found", reason: "It is the other group's number." });
    expect(await card()).toMatch(
      /The abstract’s results: put aside by moderator Orla[\s\S]*Why: It is the other group's number\./,
    );
    expect(quotes(await html())).toBe(before);
    expect(await outside()).toContain('class="study-harms"');
  });

  it("leaves no result in view when it is the harms", async () => {
    await decides("conceal", { on: "harms" });
    const left = await outside();
    expect(left).not.toContain("study-effects");
    expect(left).not.toContain("The authors conclude");
    expect(left).not.toContain("study-lay");
    expect(left).toContain("About results and harms, look in the full text.");
    // Opened, they stand together as before.
    expect(await html()).toMatch(/study-aside[\s\S]*study-effects[\s\S]*study-harms/);
    const { study } = await readCase(orla, await theCase());
    expect(study?.conceal.filter((field) => ["found", "harms", "concluded", "lay"].includes(field))).toEqual([]);
  });

  it("takes the number of people off the closed card, too", async () => {
    expect(await html()).toMatch(/study-points">[\s\S]*214 people/);
    await decides("conceal", { on: "people" });
    expect((await html()).split("study-body")[0]).not.toMatch(/study-point">214 people/);
  });
});

it("the form says deed and field in one choice, and takes a kind from its list", () => {
  const typed = {
    id: "1",
    version: "2",
    text: "A title",
    kind: "Case report",
    reason: "Because.",
    requestId: randomUUID(),
  };
  expect(DecideOnCardInput.parse({ ...typed, deed: "correct:title" })).toMatchObject({
    deed: "correct",
    on: "title",
    text: "A title",
  });
  expect(DecideOnCardInput.parse({ ...typed, deed: "correct:kind" })).toMatchObject({ text: "Case report" });
  expect(DecideOnCardInput.parse({ ...typed, deed: "take-back:12" })).toMatchObject({ deed: "take-back", on: "12" });
  const noKind = DecideOnCardInput.safeParse({ ...typed, deed: "correct:kind", kind: "" });
  expect(noKind.error?.issues[0]).toMatchObject({ path: ["kind"], message: "Please choose which kind it is." });
  expect(DecideOnCardInput.safeParse({ ...typed, deed: "hide" }).success).toBe(false);
  expect(DecideOnCardInput.safeParse(typed).success).toBe(false);
});

async function brokenPromises() {
  const client = await pool.connect();
  return findDamage(client).finally(() => client.release());
}
