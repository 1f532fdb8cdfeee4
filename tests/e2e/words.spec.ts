import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Pool } from "pg";
import { expect, somePassword, test } from "../support/visitors";

// Whatever happens meanwhile in another tab, what somebody wrote is theirs again: to send once more, or to copy.

/** The first post of the demo that nobody has reported, and where one does. */
async function unreported(database: Pool): Promise<{ number: number; path: string }> {
  const { rows } = await database.query<{ number: number }>(
    `SELECT p."number" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Member" m ON m."id" = p."authorId"
     WHERE p."state" = 'visible' AND t."state" = 'visible' AND t."audience" = 'everyone' AND p."position" > 1
       AND m."role" = 'member' AND m."name" <> 'karenr'
       AND NOT EXISTS (SELECT 1 FROM "Case" k WHERE k."kind" = 'post' AND k."targetId" = p."number")
     ORDER BY p."number" LIMIT 1`,
  );
  const number = rows[0]?.number ?? 0;
  return { number, path: `/p/${number}/report` };
}

/** Reports something, and waits for the answer. */
async function sendReport(page: Page, note: string, answer = "Your report has arrived"): Promise<void> {
  await page.getByLabel("It advertises something").check();
  await page.getByLabel("What should the moderators know?").fill(note);
  await page.getByRole("button", { name: "Send the report" }).click();
  await expect(page.getByRole("heading", { level: 1, name: answer })).toBeVisible();
}

async function openCase(moderator: Page, number: number): Promise<void> {
  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: new RegExp(`^Post #${number} in`) }).click();
}

/** Logs out as in another tab, sends the form, logs in as in a new window, and sends what came back. */
async function sendSignedOut(page: Page, button: string, words: string): Promise<void> {
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "You are signed out" })).toBeVisible();
  await expect(page).toHaveTitle(/You are signed out/);
  expect(await page.content()).not.toContain(somePassword);
  expect(await page.getByRole("main").getByRole("textbox").first().inputValue()).toContain(words);
  await expect(page.getByRole("banner").getByRole("link", { name: "Log in" })).toHaveAttribute("target", "_blank");
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Log in in a new window" }).click();
  const window = await opened;
  await expect(window.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
  expect(new URL(window.url()).searchParams.get("next")).toBe(new URL(page.url()).pathname);
  await window.close();
  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: "Send it again" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a report is sent after all by whoever was signed out while writing it", async ({ member, database }) => {
      const reporter = await member("karenr");
      const { number, path } = await unreported(database);
      await reporter.goto(path);
      await reporter.getByLabel("It advertises something").check();
      await reporter.getByLabel("What should the moderators know?").fill("He sells them himself.");
      await sendSignedOut(reporter, "Send the report", "He sells them himself.");
      await expect(reporter.getByRole("heading", { name: "Your report has arrived" })).toBeVisible();

      const moderator = await member("sandi");
      await openCase(moderator, number);
      await expect(moderator.getByText("He sells them himself.")).toBeVisible();
      await moderator.getByLabel("Nothing to do").check();
      await moderator.getByLabel("Why").fill("They are lozenges.");
      await sendSignedOut(moderator, "Decide", "They are lozenges.");
      await expect(moderator.getByText("Decided, and everyone concerned has been told.")).toBeVisible();
    });

    test("a report on what is hidden meanwhile comes back to be copied", async ({ member, database }) => {
      const { number, path } = await unreported(database);
      const reporter = await member("karenr");
      await reporter.goto(path);
      await reporter.getByLabel("It advertises something").check();
      const note = reporter.getByLabel("What should the moderators know?");
      await note.fill("It doesn’t.");
      await database.query(`UPDATE "Post" SET "state" = 'removed' WHERE "number" = $1`, [number]);
      try {
        await reporter.getByRole("button", { name: "Send the report" }).click();
        await expect(reporter.getByRole("heading", { level: 1, name: /isn’t here any more/ })).toBeVisible();
        await expect(reporter.getByRole("textbox", { name: "What you wrote to the moderators" })).toHaveValue(
          "It doesn’t.",
        );
        await expect(reporter.getByRole("button", { name: "Send it again" })).toHaveCount(0);
      } finally {
        await database.query(`UPDATE "Post" SET "state" = 'visible' WHERE "number" = $1`, [number]);
      }
    });

    test("a second report says that the first one stands, and keeps its text", async ({ member, database }) => {
      const { path } = await unreported(database);
      const first = await member("karenr");
      await first.goto(path);
      const second = await member("karenr");
      await second.goto(path);
      await sendReport(first, "It is not true.");
      await sendReport(second, "And he said it twice.", "You have reported this already");
      await expect(second.getByText("Nothing was added to it now.")).toBeVisible();
      await expect(second.getByRole("main").getByRole("textbox")).toHaveValue("And he said it twice.");
      await first.reload();
      await expect(first.getByRole("heading", { level: 1, name: "Your report has arrived" })).toBeVisible();
    });

    test("settings and the forum’s own texts come back too", async ({ member }) => {
      const page = await member("karenr");
      await page.goto("/settings/profile");
      const about = page.getByLabel("About you");
      const before = await about.inputValue();
      await about.fill(`I knit. ${randomUUID()}`);
      await sendSignedOut(page, "Save", "");
      await expect(page.getByText("Saved.")).toBeVisible();
      await page.goto("/settings/profile");
      await page.getByLabel("About you").fill(before);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Saved.")).toBeVisible();

      const administrator = await member("orla");
      await administrator.goto("/admin/texts/help");
      await administrator.getByLabel("Text").fill("Ask us anything.");
      await administrator.context().clearCookies();
      await administrator.getByRole("button", { name: "Publish" }).click();
      await expect(administrator.getByRole("heading", { level: 1, name: "You are signed out" })).toBeVisible();
      await expect(administrator.getByRole("textbox", { name: "Your text" })).toHaveValue("Ask us anything.");
    });

    test("a platelet count is added after all, and a new address waits for the password", async ({ member }) => {
      const page = await member("hal9k");
      await page.goto("/settings/counts");
      await page.getByLabel("Count", { exact: true }).fill("6");
      await page.getByLabel("Day of the blood test").fill("2019-03-04");
      await sendSignedOut(page, "Add this count", "6");
      await expect(page.getByText("Added.")).toBeVisible();
      await expect(page.getByText("4 Mar 2019: 6")).toBeVisible();
      await page.getByRole("button", { name: /4 Mar 2019/ }).click();
      await expect(page.getByText("Removed.")).toBeVisible();

      await page.goto("/settings/email");
      await page.getByLabel("New e-mail address").fill("hal@example.net");
      await page.getByLabel("Your password", { exact: true }).fill(somePassword);
      await sendSignedOut(page, "Change the address", "hal@example.net");
      await expect(page.getByLabel("New e-mail address")).toHaveValue("hal@example.net");
      await expect(page.getByLabel("Your password", { exact: true })).toHaveValue("");
    });

    test("a moderator who has become part of the case gets the reason back", async ({ member, database }) => {
      const { number, path } = await unreported(database);
      const reporter = await member("karenr");
      await reporter.goto(path);
      await sendReport(reporter, "");

      const moderator = await member("bernhard");
      await openCase(moderator, number);
      await moderator.getByLabel("Nothing to do").check();
      await moderator.getByLabel("Why").fill("He gives them away.");
      const elsewhere = await moderator.context().newPage();
      await elsewhere.goto(path);
      await sendReport(elsewhere, "");
      await moderator.getByRole("button", { name: "Decide" }).click();
      await expect(moderator.getByRole("alert")).toBeVisible();
      await expect(moderator.getByRole("textbox", { name: "Your reason" })).toHaveValue("He gives them away.");
    });
  });
}
