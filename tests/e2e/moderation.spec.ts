import type { Page } from "@playwright/test";
import { expect, openMail, postWith, test } from "../support/visitors";

// A report, its case, the decision, and what everyone hears of it.

async function replyIn(page: Page, text: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("main").locator('a[href^="/t/"]').first().click();
  await page.locator("#reply").getByRole("textbox").fill(text);
  await page.locator("#reply").getByRole("button", { name: "Reply" }).click();
  await expect(postWith(page, text)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a member reports a post, a moderator hides it, and both sides hear what they should", async ({
      member,
      visitor,
    }) => {
      const text = `Order these drops from me (${javaScriptEnabled ? "first" : "second"} try).`;
      const author = await member("gus_the_bus");
      await replyIn(author, text);
      const place = author.url();

      const reporter = await member("karenr");
      await reporter.goto(place);
      await postWith(reporter, text).getByRole("link", { name: "Report" }).click();
      await expect(reporter.getByText("If someone is in danger now, call your emergency number.")).toBeVisible();
      await reporter.getByRole("button", { name: "Send the report" }).click();
      await expect(reporter.getByRole("alert")).toContainText("Please choose what it is about.");
      await reporter.getByLabel("It advertises something").check();
      await reporter.getByLabel("What should the moderators know?").fill("He sells them himself.");
      await reporter.getByRole("button", { name: "Send the report" }).click();
      await expect(reporter.getByRole("heading", { name: "Your report has arrived" })).toBeVisible();

      const moderator = await member("sandi");
      await moderator.goto("/");
      await moderator.getByRole("link", { name: "Moderation" }).click();
      const line = moderator.getByRole("listitem").filter({ hasText: "It advertises something" }).first();
      await line.getByRole("link", { name: /^Post #/ }).click();
      await expect(moderator.getByText("He sells them himself.")).toBeVisible();
      const second = await member("bernhard");
      await second.goto(moderator.url());

      await moderator.getByLabel("Hide it").check();
      await moderator.getByLabel(/^Which rule/).selectOption("No promotion");
      await moderator.getByLabel("Why").fill("Nothing is sold here.");
      await moderator.getByRole("button", { name: "Decide" }).click();
      await expect(moderator.getByText("Decided, and everyone concerned has been told.")).toBeVisible();

      // The page in front of the other one is older than the decision.
      await second.getByLabel("Nothing to do").check();
      await second.getByLabel("Why").fill("Harmless.");
      await second.getByRole("button", { name: "Decide" }).click();
      await expect(second.getByRole("alert")).toContainText(
        "has decided this meanwhile: hidden. “Nothing is sold here.”",
      );
      await expect(second.getByLabel("Why")).toHaveValue("Harmless.");

      const guest = await visitor();
      await guest.goto(place);
      await expect(guest.getByText(text)).toHaveCount(0);
      await guest.goto("/log");
      await expect(guest.getByText("A post: hidden. Rule: No promotion.").first()).toBeVisible();

      await author.reload(); // the same address with its #p… would not be asked for again
      await expect(postWith(author, text)).toContainText("Nothing is sold here.");
      await expect(postWith(author, text).getByText(/report/i)).toHaveCount(0);
      await author.goto("/moderation");
      await expect(author.getByRole("heading", { level: 1 })).not.toHaveText("Moderation");
      await openMail(guest, "karenr@example.org", "What came of your report");
      await expect(guest.getByText("done something about it")).toBeVisible();
    });
  });
}

test("someone suspended finds one page: why, until when, and the way out", async ({ member, visitor, database }) => {
  const page = await member("koen76");
  await page.goto("/u/koen76");
  await database.query(
    `UPDATE "Member" SET standing = 'suspended', "standingReason" = 'For the test.', "standingUntil" = now() + interval '3 days' WHERE name = 'koen76'`,
  );
  try {
    for (const path of ["/", "/u/koen76", "/settings/profile", "/moderation"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: "Your account is suspended" })).toBeVisible();
    }
    await expect(page.getByText("For the test.")).toBeVisible();
    await page.getByRole("link", { name: "Take your data along" }).click();
    await expect(page.getByRole("link", { name: "Download my data" })).toBeVisible();
    await database.query(`UPDATE "Member" SET "standingUntil" = now() - interval '1 second' WHERE name = 'koen76'`);
    await page.goto("/");
    await expect(page).toHaveURL(/\/$/);
    const guest = await visitor();
    await guest.goto("/suspended");
    await expect(guest).toHaveURL(/\/login/);
  } finally {
    await database.query(
      `UPDATE "Member" SET standing = 'good', "standingReason" = NULL, "standingUntil" = NULL WHERE name = 'koen76'`,
    );
  }
});
