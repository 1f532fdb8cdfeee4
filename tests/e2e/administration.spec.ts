import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/visitors";

// A forum's administrator at work, through pages alone. New rules aren't tried here: everyone else's tries would have to
// accept them.

/** Goes on to it with the Tab key, as someone without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < 80; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The Tab key doesn’t lead there.");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    const name = `Garden ${javaScriptEnabled ? "one" : "two"}`;
    const path = `/c/${name.toLowerCase().replace(" ", "-")}`;

    test("by keyboard alone: a category is made, closed to guests and deleted", async ({ member, visitor }) => {
      const administrator = await member("orla");
      const guest = await visitor();
      const main = administrator.getByRole("main");
      await administrator.goto("/");
      await tabTo(administrator, administrator.locator(".member-menu > summary"));
      await administrator.keyboard.press("Enter");
      await tabTo(administrator, administrator.getByRole("link", { name: "Administration" }));
      await administrator.keyboard.press("Enter");
      await tabTo(administrator, main.getByRole("link", { name: "Make the categories" }));
      await administrator.keyboard.press("Enter");
      await tabTo(administrator, main.getByRole("link", { name: "Make a category" }));
      await administrator.keyboard.press("Enter");

      await tabTo(administrator, administrator.getByLabel("Name", { exact: true }));
      await administrator.keyboard.type(name);
      await tabTo(administrator, main.getByRole("button", { name: "Make the category" }));
      await administrator.keyboard.press("Enter");
      await expect(administrator.getByRole("alert")).toContainText("Please say in a sentence what belongs here.");
      await expect(administrator.getByLabel("Name", { exact: true })).toHaveValue(name);
      await tabTo(administrator, administrator.getByLabel("What belongs here"));
      await administrator.keyboard.type("Tomatoes and platelets.");
      await tabTo(administrator, main.getByRole("button", { name: "Make the category" }));
      await administrator.keyboard.press("Enter");
      await expect(main.getByText("The category is there.")).toBeVisible();
      await guest.goto("/");
      await expect(guest.getByRole("link", { name })).toBeVisible();

      await tabTo(administrator, main.getByRole("button", { name: `Up : ${name}` }));
      await administrator.keyboard.press("Enter");
      await tabTo(administrator, main.getByRole("link", { name }));
      await administrator.keyboard.press("Enter");
      await tabTo(administrator, administrator.getByRole("radio", { name: "Everyone" }));
      await administrator.keyboard.press("ArrowDown");
      await tabTo(administrator, main.getByRole("button", { name: "Save" }));
      await administrator.keyboard.press("Enter");
      await expect(main.getByText("Saved.")).toBeVisible();
      expect((await guest.goto(path))?.status()).toBe(404);
      await guest.goto("/");
      await expect(guest.getByRole("link", { name })).toHaveCount(0);

      await tabTo(administrator, main.getByRole("button", { name: "Delete this category" }));
      await administrator.keyboard.press("Enter");
      await expect(main.getByText("The category is gone.")).toBeVisible();
    });

    test("an announcement stands on guests’ pages at once and goes again; read-only keeps what was typed", async ({
      member,
      visitor,
    }) => {
      const administrator = await member("orla");
      const guest = await visitor();
      await guest.goto("/studies");
      await administrator.goto("/admin/texts/announcement");
      const text = administrator.getByLabel("Text", { exact: true });
      await text.fill("We move **on Sunday**.");
      await administrator.getByRole("button", { name: "Preview" }).click();
      await expect(administrator.locator("#preview strong")).toHaveText("on Sunday");
      await administrator.getByRole("button", { name: "Publish" }).click();
      await expect(administrator.getByText("Published.")).toBeVisible();
      await guest.goto("/studies");
      await expect(guest.getByText("We move on Sunday.")).toBeVisible();
      await text.fill("");
      await administrator.getByRole("button", { name: "Publish" }).click();
      await expect(administrator.getByText("Published.")).toBeVisible();
      await guest.goto("/studies");
      await expect(guest.getByText("We move on Sunday.")).toHaveCount(0);

      const writer = await member("hal9k");
      await writer.goto("/settings/profile");
      await administrator.goto("/admin/read-only");
      await administrator.getByRole("button", { name: "Make the forum read-only" }).click();
      try {
        await expect(administrator.getByText("The forum is read-only now.")).toBeVisible();
        await writer.getByLabel("Personal line").fill("This may wait.");
        const [answer] = await Promise.all([
          writer.waitForResponse((response) => response.request().method() === "POST"),
          writer.getByRole("button", { name: "Save" }).click(),
        ]);
        expect(answer.status()).toBe(503);
        await expect(writer.getByLabel("Personal line")).toHaveValue("This may wait.");
        await guest.goto("/");
        await expect(guest.getByText("The forum is read-only for a while")).toBeVisible();
      } finally {
        await administrator.goto("/admin/read-only");
        await administrator.getByRole("button", { name: "Let people write again" }).click();
      }
      await expect(administrator.getByText("The forum can be written in, as usual.")).toBeVisible();
    });
  });
}

test("how the process runs is told in figures that move: of the next guests’ pages all come from memory", async ({
  member,
  request,
}) => {
  const administrator = await member("orla");
  const answers = async () => {
    await administrator.goto("/admin/running");
    const told = (await administrator.locator("dl.running").textContent()) ?? "";
    const number = (of: RegExp) => Number(of.exec(told)?.[1]?.replaceAll(",", ""));
    expect(told).toMatch(/Of 100 guests’ pages \d+ came from memory/);
    expect(number(/([\d,]+) MB of 128 MB/)).toBeLessThan(128);
    return {
      all: number(/([\d,]+) answers? so far/),
      made: number(/([\d,]+) pages? made anew/),
      kept: number(/([\d,]+) pages?, /),
    };
  };
  await request.get("/help/glossary");
  const before = await answers();
  for (let n = 0; n < 7; n++) await request.get("/help/glossary");
  const after = await answers();
  expect(after.all - before.all).toBeGreaterThanOrEqual(7);
  expect(after.all - after.made).toBeGreaterThan(before.all - before.made);
  expect(after.kept).toBeGreaterThan(0);
});

test("to a moderator, a member and a guest there is no administration, neither page nor form", async ({
  member,
  visitor,
}) => {
  const nowhere = await (await visitor()).goto("/nonsense");
  for (const page of [await member("sandi"), await member("hal9k"), await visitor()]) {
    for (const path of [
      "/admin",
      "/admin/categories/1",
      "/admin/texts/rules",
      "/admin/mail",
      "/admin/jobs",
      "/admin/running",
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(nowhere?.status());
      await expect(page.getByRole("main")).not.toContainText("Administration");
    }
  }
});
