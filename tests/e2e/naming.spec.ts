import AxeBuilder from "@axe-core/playwright";
import { threadPath } from "../support/outlets";
import { expect, postWith, test } from "../support/visitors";

const TITLE = /A steady dose or a stepped dose of an invented thrombopoietin agonist/;
const COUNTS = "writing-your-counts-so-that-everyone-can-read-them";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "while it is typed" : "without scripts, after Preview";
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("an author sees which studies a text names", async ({ member, request }) => {
      const page = await member("bernhard");
      const faults: Error[] = [];
      page.on("pageerror", (fault) => faults.push(fault));
      await page.goto(await threadPath(request, COUNTS));
      const text = page.getByLabel("Your text");
      await text.fill("Both 10.5555/wellcited.randomised and PMID 99000008 are about it.");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Preview" }).click();
      const named = page.locator(".named");
      await expect(named.getByRole("status")).toHaveText("Your text names 2 studies.");
      await expect(named.getByRole("listitem").first()).toContainText("10.5555/wellcited.randomised");
      await expect(named.getByRole("listitem").first()).toContainText(TITLE);
      await expect(text).toHaveValue(/PMID 99000008/);
      if (!javaScriptEnabled) return;
      await page.setViewportSize({ width: 360, height: 800 });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(".composer").analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await text.fill("Nothing of the kind.");
      await expect(named.getByRole("listitem")).toHaveCount(0);
      await expect(named.locator(".named-count")).toBeEmpty();
      expect(faults).toEqual([]);
    });
  });
}

test("a reference without an identifier has its card, which says that it was matched", async ({ visitor, request }) => {
  const guest = await visitor();
  await guest.goto(await threadPath(request, "cord-derived-stem-cells-for-refractory-itp"));
  const first = postWith(guest, "Found this in the news section");
  await expect(first.locator(".study-card")).toContainText("Matched from the reference");
  await expect(first.locator(".study-card")).toContainText("A two-year follow-up");
  await expect(first.locator(".post-text a")).toHaveCount(0);
  const second = postWith(guest, "Went looking for the whole thing");
  await expect(second.locator(".study-card")).not.toContainText("Matched from the reference");
});
