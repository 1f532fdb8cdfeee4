import "../support/e2e-database";
import { randomUUID } from "node:crypto";
import { decideCase, openCaseMyself } from "@/lib/moderation/commands";
import { Prisma, prisma, transaction } from "@/lib/platform/db";
import type { MemberViewer } from "@/lib/policy/viewer";
import type { Source, SourceFacts } from "@/lib/studies/types";
import { countStudies, makeCard, remakeStudy } from "@/lib/studies/writes";
import { startThread } from "@/lib/threads/commands";
import { threadPath } from "@/lib/threads/paths";
import { anyProblems, axe, whatSticksOut } from "../support/access";
import { expect, test } from "../support/visitors";

// Every state a card can be in, in one post.

const known: Record<string, { kind: string; value: string }> = {
  "a trial": { kind: "doi", value: "10.5555/wellcited.randomised" },
  retracted: { kind: "doi", value: "10.5555/wellcited.retracted" },
  corrected: { kind: "doi", value: "10.5555/wellcited.corrected" },
  "in animals": { kind: "doi", value: "10.5555/wellcited.animals" },
  "a preprint": { kind: "doi", value: "10.5555/wellcited.preprint" },
  "a registered trial alone": { kind: "nct", value: "NCT04014166" },
};
const made = {
  "partly-found": "10.5555/states.partly",
  "looking-up": "10.5555/states.looking",
  "not-found": "10.5555/states.nowhere",
  unreachable: "10.5555/states.away",
};
/** Made out of what the record of a trial says. */
const changed: Record<string, { value: string; records: (fields: SourceFacts) => SourceFacts[] }> = {
  "of concern": {
    value: "10.5555/states.concern",
    records: (fields) => [
      { ...fields, notices: [{ kind: "concern", date: "2024-05-02", doi: "10.5555/states.concern-notice" }] },
    ],
  },
  "a notice itself": {
    value: "10.5555/states.notice",
    records: () => [
      {
        identifiers: [],
        title: "Retracted: what an invented trial said",
        noticeOf: "retraction",
        noticeAbout: { pmid: "99000005" },
      },
    ],
  },
  "with titles that disagree": {
    value: "10.5555/states.titles",
    records: (fields) => [fields, { identifiers: [], title: "Bridges of the north and those who crossed them" }],
  },
  "put right by a moderator": { value: "10.5555/states.amended", records: (fields) => [fields] },
};
const matched = { kind: "reference", value: "j invent haematol|2021|12|1|matched" };
const registries: Source[] = ["europepmc", "pubmed", "crossref"];

let path: string;
let number: number;

test.beforeAll(async () => {
  const { id, name, role, standing } = await prisma.member.findUniqueOrThrow({ where: { nameKey: "theo.w" } });
  const theo = { kind: "member", id, name, role, standing, emailVerified: true } as MemberViewer;
  const research = await prisma.category.findUniqueOrThrow({ where: { slug: "research" } });
  const thread = await startThread(theo, {
    categoryId: research.id,
    audience: "everyone",
    title: "A card of every kind",
    text: "Ten studies in one post, to see whether one can still read it.",
    requestId: randomUUID(),
  });
  number = thread.number;
  await transaction(async (tx) => {
    const review = await tx.studyIdentifier.findUniqueOrThrow({
      where: { kind_value: { kind: "doi", value: "10.5555/wellcited.review" } },
      include: { study: true },
    });
    for (const [state, value] of Object.entries(made)) {
      const study = await tx.study.create({
        data: {
          state,
          checkAfter: new Date("2100-01-01"),
          notReached: state === "unreachable" || state === "partly-found" ? registries : [],
          facts: state === "partly-found" ? (review.study.facts ?? Prisma.DbNull) : Prisma.DbNull,
          identifiers: { create: { kind: "doi", value } },
        },
      });
      if (state === "partly-found") {
        const [record] = await tx.studyRecord.findMany({
          where: { studyId: review.studyId, outcome: "found", subject: "" },
        });
        if (!record) throw new Error("The demo's review has no record.");
        await tx.studyRecord.create({ data: { ...record, studyId: study.id, fields: record.fields ?? Prisma.DbNull } });
      }
      if (state === "not-found")
        await tx.studyRecord.createMany({
          data: registries.map((source) => ({
            studyId: study.id,
            source,
            url: "https://example.org/",
            outcome: "not-found",
            retrievedAt: new Date(),
          })),
        });
      await makeCard(tx, study.id);
    }
    const trial = await tx.studyIdentifier.findUniqueOrThrow({
      where: { kind_value: { kind: "doi", value: "10.5555/wellcited.randomised" } },
    });
    const record = await tx.studyRecord.findFirstOrThrow({
      where: { studyId: trial.studyId, outcome: "found", subject: "", source: "pubmed" },
    });
    for (const { value, records } of Object.values(changed)) {
      const identifiers = { create: { kind: "doi", value } };
      const study = await tx.study.create({
        data: { state: "found", checkAfter: new Date("2100-01-01"), identifiers },
      });
      for (const [at, fields] of records(record.fields as unknown as SourceFacts).entries())
        await tx.studyRecord.create({
          data: {
            ...record,
            studyId: study.id,
            source: registries[at + 1] ?? "crossref",
            fields: fields as unknown as Prisma.InputJsonValue,
          },
        });
      await remakeStudy(tx, study.id);
    }
    // What can be opened comes first, so that the keyboard goes from one to the next.
    const cited = [
      ...Object.values(known),
      ...Object.values(changed).map(({ value }) => ({ kind: "doi", value })),
      matched,
      ...Object.values(made).map((value) => ({ kind: "doi", value })),
    ];
    for (const [position, named] of cited.entries()) {
      const identifier = named === matched ? { kind: "doi", value: "10.5555/wellcited.single-arm" } : named;
      const { studyId } = await tx.studyIdentifier.findUniqueOrThrow({ where: { kind_value: identifier } });
      if (named === matched) await tx.studyReference.create({ data: { value: matched.value, studyId } });
      await tx.citation.create({ data: { postNumber: number, position, studyId, ...named } });
    }
    await countStudies(tx, Prisma.sql`SELECT ${thread.threadId}::int`);
  });
  await putRight("10.5555/states.amended");
  const { slug } = await prisma.thread.findUniqueOrThrow({ where: { id: thread.threadId } });
  path = threadPath({ id: thread.threadId, slug });
});

/** A note, a correction and something put aside. */
async function putRight(value: string): Promise<void> {
  const { id, name, role, standing } = await prisma.member.findUniqueOrThrow({ where: { nameKey: "orla" } });
  const orla = { kind: "member", id, name, role, standing, emailVerified: true } as MemberViewer;
  const { studyId } = await prisma.studyIdentifier.findUniqueOrThrow({ where: { kind_value: { kind: "doi", value } } });
  const { caseId } = await openCaseMyself(orla, { kind: "study", id: studyId });
  const decisions = [
    { deed: "note", text: "A later trial found less." },
    { deed: "correct", on: "people", text: "17" },
    { deed: "conceal", on: "harms" },
  ] as const;
  for (const [at, decision] of decisions.entries())
    await decideCase(orla, {
      id: caseId,
      version: at + 1,
      rule: "",
      rulesVersion: 0,
      reason: "Its abstract says another thing.",
      until: "",
      requestId: randomUUID(),
      ...decision,
    });
}

const OPENED = Object.keys(known).length + Object.keys(changed).length + 2; // partly found, and matched
const STATES = OPENED + Object.keys(made).length - 1;

test("each of these states is told in words", async ({ visitor }) => {
  const page = await visitor();
  await page.goto(path);
  const card = (words: string | RegExp) => page.locator(`#p${number} .study-card`).filter({ hasText: words });
  for (const words of [
    "The journal warned that something may be wrong in this paper",
    "This is itself the retraction of another paper: PubMed number 99000005",
    "The registries give different titles for this study",
    "A later trial found less.",
    "Matched from the reference",
  ])
    await expect(card(words), words).toHaveCount(1);
});

for (const open of [false, true]) {
  test(`cards of every state, ${open ? "open" : "closed"}: read by a screen reader in light and dark, and within a narrow screen`, async ({
    visitor,
  }) => {
    const page = await visitor();
    await page.goto(path);
    const cards = page.locator(`#p${number} .study-card`);
    await expect(cards).toHaveCount(STATES);
    if (open)
      await page.evaluate(() => {
        for (const card of document.querySelectorAll<HTMLDetailsElement>(".study-card, .study-card details"))
          card.open = true;
      });
    expect(await anyProblems(axe(page))).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await anyProblems(axe(page).withRules("color-contrast")), "in the dark").toEqual([]);
    for (const textSize of ["100%", "200%"]) {
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, textSize);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await whatSticksOut(page), `${width} px, text at ${textSize}`).toEqual([]);
      }
    }
  });
}

test("cards are opened, read and closed by keyboard alone, in their order", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(path);
  const summaries = page.locator(`#p${number} .study-card > summary`);
  const count = await summaries.count();
  expect(count).toBe(OPENED);
  await summaries.first().focus();
  for (let at = 0; at < count; at++) {
    const summary = summaries.nth(at);
    await expect(summary).toBeFocused();
    const card = page.locator(`#p${number} details.study-card`).nth(at);
    await page.keyboard.press("Enter");
    await expect(card).toHaveAttribute("open", "");
    await page.keyboard.press("Tab");
    await expect(card.locator(".study-body :focus")).toHaveCount(1);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await expect(card).not.toHaveAttribute("open", "");
    await page.keyboard.press("Tab");
  }
  // What isn't found or reached has no more to open, but its own number leads on.
  await expect(page.locator(`#p${number} div.study-card a`).first()).toBeFocused();
});

test("a closed card is one or two lines, so that a post with ten of them stays readable", async ({ visitor }) => {
  const page = await visitor();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  const heights = await page
    .locator(`#p${number} .study-card`)
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));
  for (const height of heights) expect(height).toBeLessThan(150);
});

test("a reference that is matched while somebody reads gets its card without a reload", async ({ visitor }) => {
  const value = "j invent haematol|2021|12|1|waiting";
  const card = await prisma.studyIdentifier.findUniqueOrThrow({
    where: { kind_value: { kind: "doi", value: "10.5555/wellcited.review" } },
  });
  await prisma.studyReference.create({ data: { value, createdAt: new Date() } });
  const theo = await prisma.member.findUniqueOrThrow({ where: { nameKey: "theo.w" } });
  const research = await prisma.category.findUniqueOrThrow({ where: { slug: "research" } });
  const wrote = await startThread(
    { kind: "member", id: theo.id, name: theo.name, role: theo.role, standing: theo.standing, emailVerified: true },
    {
      categoryId: research.id,
      audience: "everyone",
      title: "A reference that waits",
      text: "Somebody gave me this on paper.",
      requestId: randomUUID(),
    },
  );
  const cite = { postNumber: wrote.number, kind: "reference", value, position: 0 };
  await prisma.citation.create({ data: cite });
  const { slug } = await prisma.thread.findUniqueOrThrow({ where: { id: wrote.threadId } });
  const page = await visitor();
  await page.goto(threadPath({ id: wrote.threadId, slug }));
  const cards = page.locator(`#p${wrote.number} .cards`);
  await expect(cards).toHaveCount(1);
  await expect(cards).toBeHidden();
  await transaction(async (tx) => {
    await tx.studyReference.update({ where: { value }, data: { studyId: card.studyId } });
    await tx.citation.update({
      where: { postNumber_kind_value: { postNumber: wrote.number, kind: "reference", value } },
      data: { studyId: card.studyId },
    });
    await countStudies(tx, Prisma.sql`SELECT ${wrote.threadId}::int`);
  });
  await expect(cards.locator(".study-card")).toContainText("Matched from the reference", { timeout: 30_000 });
  await expect(cards).toBeVisible();
});
