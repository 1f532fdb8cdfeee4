import { expect, test } from "../support/visitors";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a member logs in, opens a thread, replies and finds the reply there", async ({ member }) => {
      const page = await member("jasond");
      await page.goto("/");
      await page.getByRole("main").locator('a[href^="/t/"]').first().click();
      const text = `Thank you all, this helped me today (${javaScriptEnabled ? "one" : "two"}).`;
      const composer = page.locator("#reply");
      await composer.getByRole("textbox").fill(text);
      await composer.getByRole("button", { name: "Reply" }).click();
      await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
      await page.reload();
      await expect(page.getByRole("article").filter({ hasText: text })).toHaveCount(1);
    });
  });
}
