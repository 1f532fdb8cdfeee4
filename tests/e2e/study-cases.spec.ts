import type { Page } from "@playwright/test";
import { expect, postWith, test } from "../support/visitors";

// Something wrong on a card: reported by a member, put right by a moderator, read by everybody.

async function replyIn(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("main").locator('a[href^="/t/"]').first().click();
  await page.locator("#reply").getByRole("textbox").fill(text);
  await page.locator("#reply").getByRole("button", { name: "Reply" }).click();
  await expect(postWith(page, text)).toBeVisible();
}

for (const [javaScriptEnabled, study] of [
  [true, "single-arm"],
  [false, "case-report"],
] as const) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a member says what is wrong on a card, a moderator puts it right, and guests read both", async ({
      member,
      visitor,
    }) => {
      const author = await member("gus_the_bus");
      const text = `Has anybody read 10.5555/wellcited.${study}?`;
      await replyIn(author, text);
      const place = author.url();
      const card = (page: Page) => postWith(page, text).locator(".study-card");
      await expect(async () => {
        await author.goto(place);
        await author.reload();
        await expect(card(author)).toHaveAttribute("data-state", "found", { timeout: 500 });
      }).toPass();

      const reporter = await member("karenr");
      await reporter.goto(place);
      await card(reporter).locator("summary").first().click();
      await card(reporter).getByRole("link", { name: "Something wrong on this card?" }).click();
      await expect(reporter.getByRole("heading", { name: "Something wrong on this card?" })).toBeVisible();
      const here = new URL(reporter.url()).pathname.replace("/report", "");
      const title = (await card(author).locator(".study-title").first().textContent()) ?? "";
      await reporter.getByLabel(/^The card leaves out or twists/).check();
      await reporter.getByLabel("What should the moderators know?").fill("The title is another one.");
      await reporter.getByRole("button", { name: "Send the report" }).click();
      await expect(reporter.getByRole("heading", { name: "Your report has arrived" })).toBeVisible();

      const moderator = await member("sandi");
      await moderator.goto("/moderation");
      const line = moderator
        .getByRole("listitem")
        .filter({ hasText: title })
        .filter({ hasText: "leaves out or twists" });
      await line.getByRole("link", { name: /^Study:/ }).click();
      await expect(moderator.getByText("The title is another one.")).toBeVisible();
      await expect(moderator.getByRole("heading", { name: "What the registries say" })).toBeVisible();
      await moderator.getByLabel("Put right the title").check();
      await moderator.getByLabel("Why").fill("The paper itself says so.");
      await moderator.getByRole("button", { name: "Decide" }).click();
      await expect(moderator.getByText("Please write what should stand there.").first()).toBeVisible();
      await expect(moderator.getByLabel("Why")).toHaveValue("The paper itself says so.");
      await moderator.getByLabel("The note, or what should stand there").fill(`The right title (${study})`);
      await moderator.getByRole("button", { name: "Decide" }).click();
      await expect(moderator.getByText("Decided, and everyone concerned has been told.")).toBeVisible();
      await moderator.getByLabel("Place a note on the card").check();
      await moderator.getByLabel("The note, or what should stand there").fill("A larger study found less.");
      await moderator.getByLabel("Why").fill("Members asked.");
      await moderator.getByRole("button", { name: "Decide" }).click();
      await expect(moderator.getByText("Decided, and everyone concerned has been told.")).toBeVisible();

      const guest = await visitor();
      await guest.goto(here);
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText(`The right title (${study})`);
      await expect(
        guest.getByText(/^Title corrected by moderator sandi: The paper itself says so\. .* says “/),
      ).toBeVisible();
      await expect(guest.getByText("A larger study found less.")).toBeVisible();
      await guest.goto("/log");
      await expect(guest.getByText("A study: a field of its card put right.").first()).toBeVisible();
      // A guest writes to the moderators about it by the contact page.
      await guest.goto(here);
      await guest.getByRole("link", { name: "Something wrong on this card?" }).click();
      await expect(guest.getByLabel(/^The address of the post/)).toHaveValue(here);
    });
  });
}
