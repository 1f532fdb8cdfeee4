import type { Page } from "@playwright/test";
import { expect, postWith, test } from "../support/visitors";

// An answer is told to whom it concerns, and leads there; reading it is enough.

const bell = (page: Page) => page.getByRole("link", { name: /^Notices/ });

async function startsThread(page: Page, title: string): Promise<string> {
  await page.goto("/new?category=new-here");
  await page.getByLabel("Title").fill(title);
  await page.locator("textarea[name=text]").fill("Something to talk about.");
  await page.getByRole("button", { name: /^Start the thread|^Post|^Start/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function replies(page: Page, path: string, text: string): Promise<void> {
  await page.goto(path);
  await page.locator("#reply").getByRole("textbox").fill(text);
  await page.locator("#reply").getByRole("button", { name: "Reply" }).click();
  await expect(postWith(page, text)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    // Not the same two both times: nobody may post five times a minute.
    const [whoStarts, whoReplies] = javaScriptEnabled ? ["priya.k", "gus_the_bus"] : ["luis_valencia", "maureen_b"];

    test("a reply rings the bell, leads to itself, and is read by reading it", async ({ member }) => {
      const title = `What I found out today (${javaScriptEnabled ? "first" : "second"} try)`;
      const author = await member(whoStarts);
      await author.goto("/notices");
      if (await author.getByRole("button", { name: "Mark all as read" }).isVisible())
        await author.getByRole("button", { name: "Mark all as read" }).click();
      await expect(bell(author)).toHaveAccessibleName("Notices");
      const path = await startsThread(author, title);

      const other = await member(whoReplies);
      await replies(other, path, `I found that out as well, @${whoStarts}.`);
      await replies(other, path, "And one more thing.");

      await author.goto("/");
      await expect(bell(author)).toHaveAccessibleName("Notices, 2 unread");
      const row = author.getByRole("main").getByRole("listitem").filter({ hasText: title }).last();
      await expect(row.getByRole("link", { name: /2 new posts/ })).toBeVisible();
      await bell(author).click();
      await author.getByRole("link", { name: `${whoReplies} called you by name in “${title}”` }).click();
      await expect(postWith(author, "I found that out as well")).toBeVisible();
      await expect(postWith(author, "I found that out").getByRole("link", { name: `@${whoStarts}` })).toBeVisible();
      await expect(author.getByText("New since you were here")).toBeVisible();
      await expect(async () => {
        await author.goto("/");
        await expect(bell(author)).toHaveAccessibleName("Notices", { timeout: 500 });
      }).toPass();
      await expect(row.getByRole("link", { name: /new post/ })).toHaveCount(0);
    });

    test("someone follows a thread without writing in it, and chooses what to hear of", async ({ member }) => {
      const reader = await member("Theo.W");
      await reader.goto("/");
      await reader.getByRole("main").locator('.thread-row a[href^="/t/"]').first().click();
      const follow = reader.getByRole("button", { name: "Follow this thread" });
      if (await follow.isVisible()) await follow.click();
      await reader.getByRole("button", { name: "Stop following" }).click();
      await follow.click();
      await expect(reader.getByRole("button", { name: "Stop following" })).toBeVisible();

      await reader.goto("/settings/notices");
      const box = reader.getByRole("checkbox", { name: "Thanks for your posts: by mail" });
      const before = await box.isChecked();
      await box.setChecked(!before);
      await reader.getByRole("button", { name: "Save" }).click();
      await expect(reader.getByText("Saved.")).toBeVisible();
      await expect(box).toBeChecked({ checked: !before });
    });
  });
}

test("a link from a mail that is not ours ends nothing, wherever its press comes from", async ({
  request,
  visitor,
}) => {
  const answer = await request.post("/unsubscribe/one-click?token=1.reply.made-up", {
    headers: { origin: "https://mail.example" },
    form: { "List-Unsubscribe": "One-Click" },
  });
  expect(answer.status()).toBe(404);
  const page = await visitor();
  await page.goto("/unsubscribe?token=1.reply.made-up");
  await expect(page.getByRole("heading", { name: "This link doesn’t work" })).toBeVisible();
  await page.goto("/notices");
  await expect(page).toHaveURL(/\/login\?next=/);
});
