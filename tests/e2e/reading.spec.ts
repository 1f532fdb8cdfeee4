import { expect, test } from "@playwright/test";

test("a guest finds the newest threads, opens one and comes back to a post by its number", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await page.getByRole("main").locator('a[href^="/t/"]').first().click();
  await expect(page).toHaveURL(/\/t\/\d+\//);
  await expect(page.getByRole("article").first()).toBeVisible();
  const number = await page
    .getByRole("article")
    .first()
    .getByRole("link", { name: /^Post #\d+/ })
    .first()
    .textContent();
  await page.goto(`/p/${number?.replace(/\D/g, "")}`);
  await expect(page).toHaveURL(/\/t\/\d+\/.*#p\d+$/);
});

test("a guest's page holds no script at all", async ({ request }) => {
  const html = await (await request.get("/")).text();
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.filter((tag) => !/application\/ld\+json|src="\/enhance\.js/.test(tag))).toEqual([]);
});

test("what isn't there is a 404", async ({ request }) => {
  expect((await request.get("/t/99999999/nothing")).status()).toBe(404);
});
