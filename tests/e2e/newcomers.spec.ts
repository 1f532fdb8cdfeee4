import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { threadPath } from "../support/outlets";
import { expect, numberOf, openMail, postWith, test } from "../support/visitors";

// A newcomer's post waits, a moderator reads and shows it: by keyboard alone, with and without scripts.

/** Walks on with the Tab key to a control, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  await expect(wanted).toBeVisible();
  for (let steps = 0; steps < 300; steps++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a newcomer’s post waits for a moderator and is shown with one press, by keyboard alone", async ({
      member,
      visitor,
      request,
      database,
    }) => {
      await database.query(
        `UPDATE "Post" SET "appearedAt" = NULL FROM "Member" m WHERE m."id" = "authorId" AND m."name" = 'ines_m'`,
      );
      const thread = await threadPath(request, "dentist-next-week-and-im-rehearsing");
      const words = `I count the ceiling tiles (${javaScriptEnabled ? "first" : "second"} try).`;
      const author = await member("ines_m");
      await author.goto(thread);
      await tabTo(author, "#reply textarea");
      await author.keyboard.type(words);
      await tabTo(author, '#reply button[type="submit"]:not([name]):not([data-preview])');
      await author.keyboard.press("Enter");
      await expect(postWith(author, words)).toContainText("Waiting for a moderator");
      await expect(postWith(author, words)).toContainText("one of your first two posts");
      const number = await numberOf(author, words);
      await expect(postWith(author, words).getByRole("link", { name: `Edit post ${number}` })).toBeVisible();

      const guest = await visitor();
      await guest.goto(thread);
      await expect(guest.getByText(words)).toHaveCount(0);
      await expect(guest.locator(`#p${number}`)).toHaveCount(0);

      const moderator = await member("bernhard");
      await moderator.goto("/moderation");
      const line = moderator.getByRole("listitem").filter({ hasText: `Post #${number} in` });
      await expect(line).toContainText("One of a new member’s first two posts");
      const place = await line.getByRole("link", { name: `Post #${number}` }).getAttribute("href");
      await tabTo(moderator, `a[href="${place}"]`);
      await moderator.keyboard.press("Enter");
      await expect(moderator.getByText(words)).toBeVisible();
      if (javaScriptEnabled) {
        const { violations } = await new AxeBuilder({ page: moderator }).setLegacyMode(true).analyze();
        expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
      }
      await tabTo(moderator, 'section[aria-labelledby="approve"] button');
      await moderator.keyboard.press("Enter");
      await expect(moderator.getByText("Decided, and everyone concerned has been told.")).toBeVisible();

      await guest.goto(thread);
      await expect(postWith(guest, words)).toBeVisible();
      await author.goto(thread);
      await expect(postWith(author, words)).not.toContainText("Waiting");
      await openMail(guest, "ines@example.org", "A decision of the moderators");
      await expect(guest.getByText("can read it now")).toBeVisible();
    });
  });
}
