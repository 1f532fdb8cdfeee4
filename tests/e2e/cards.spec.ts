import "../support/e2e-database";
import { randomUUID } from "node:crypto";
import { Prisma, prisma, transaction } from "@/lib/platform/db";
import type { MemberViewer } from "@/lib/policy/viewer";
import type { Source } from "@/lib/studies/types";
import { countStudies, makeCard } from "@/lib/studies/writes";
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
    const cited = [...Object.values(known), ...Object.values(made).map((value) => ({ kind: "doi", value }))];
    for (const [position, identifier] of cited.entries()) {
      const { studyId } = await tx.studyIdentifier.findUniqueOrThrow({ where: { kind_value: identifier } });
      await tx.citation.create({ data: { postNumber: number, position, studyId, ...identifier } });
    }
    await countStudies(tx, Prisma.sql`SELECT ${thread.threadId}::int`);
  });
  const { slug } = await prisma.thread.findUniqueOrThrow({ where: { id: thread.threadId } });
  path = threadPath({ id: thread.threadId, slug });
});

const STATES = Object.keys(known).length + Object.keys(made).length;

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
  expect(count).toBe(Object.keys(known).length + 1);
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
  await prisma.studyReference.update({ where: { value }, data: { studyId: card.studyId } });
  await prisma.citation.update({
    where: { postNumber_kind_value: { postNumber: wrote.number, kind: "reference", value } },
    data: { studyId: card.studyId },
  });
  await expect(cards.locator(".study-card")).toContainText("Matched from the reference", { timeout: 30_000 });
  await expect(cards).toBeVisible();
});
