import { elements, parseHtml, textOf } from "../support/outlets";
import { expect, numberOf, postWith, test } from "../support/visitors";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a guest searches from any page, reads marked excerpts and comes to the post", async ({ page }) => {
      await page.goto("/rules");
      await page.getByRole("search").getByRole("searchbox", { name: "Search threads and posts" }).fill("bruises");
      await page.getByRole("search").getByRole("button", { name: "Search" }).click();
      await expect(page).toHaveURL(/\/search\?q=bruises$/);
      await expect(page.getByRole("searchbox")).toHaveValue("bruises");
      await expect(page.getByText(/^\d+ posts, the best match first\.$/)).toBeVisible();
      const hits = page.getByRole("main").getByRole("listitem");
      await expect(hits.first().locator("mark").first()).toHaveText(/bruis/i);
      await hits.first().getByRole("heading").getByRole("link").click();
      await expect(page).toHaveURL(/\/t\/\d+\/.*#p\d+$/);
      await expect(page.locator(":target")).toBeInViewport();
    });

    test("whoever finds nothing reads what else they can write, with their words still in the field", async ({
      page,
    }) => {
      await page.goto("/search?q=zebrafish author:nobody.at.all");
      await expect(page.getByText("Nobody here is called “nobody.at.all”.")).toBeVisible();
      await expect(page.getByText("No post was found")).toBeVisible();
      await expect(page.getByText("author:name", { exact: true })).toBeVisible();
      const field = page.getByRole("searchbox");
      await expect(field).toHaveValue("zebrafish author:nobody.at.all");
      await field.fill("bruises author:theo.w");
      await field.press("Enter");
      const authors = page.getByRole("main").getByRole("listitem").locator(".member-name");
      await expect(authors.first()).toHaveText("Theo.W");
      expect(new Set(await authors.allTextContents())).toEqual(new Set(["Theo.W"]));
    });
  });
}

test("what a member writes is found at once, and by nobody once it is withdrawn", async ({ request, member }) => {
  const page = await member("jasond");
  await page.goto("/");
  await page.getByRole("main").locator('a[href^="/t/"]').first().click();
  const words = "My heronry has an aviary";
  await page.locator("#reply").getByRole("textbox").fill(words);
  await page.locator("#reply").getByRole("button", { name: "Reply" }).click();
  await expect(postWith(page, words)).toBeVisible();
  const number = await numberOf(page, words);
  const found = async () =>
    textOf(elements(parseHtml(await (await request.get("/search?q=heronry")).text()), "main")[0]);
  expect(await found()).toContain("1 post, the best match first.");
  await page.goto(`/p/${number}/withdraw`);
  await page.getByRole("main").getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText(words)).toHaveCount(1); // its author still reads it
  expect(await found()).toContain("No post was found");
});

test("members search what is among members, guests don’t", async ({ page, member }) => {
  const among = await member("karenr");
  await among.goto("/search?q=category:kitchen-table");
  await expect(among.getByText("Members only").first()).toBeVisible();
  await page.goto("/search?q=category:kitchen-table");
  await expect(page.getByText("There is no category “kitchen-table” here.")).toBeVisible();
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveCount(0);
});

test("any text is a query, and no answer is kept or shown to search engines", async ({ request }) => {
  const many = [
    "(((",
    '"',
    "-",
    "🙂",
    "a & | b",
    "%00",
    "%ff",
    "\\",
    "'; DROP TABLE",
    "<mark>x</mark>",
    "نزيف",
    "x".repeat(3_000),
  ];
  for (const q of many) {
    const answer = await request.get(`/search?q=${q.startsWith("%") ? q : encodeURIComponent(q)}`);
    expect(answer.status(), q).toBe(200);
    const html = parseHtml(await answer.text());
    expect(elements(html, "mark").map(textOf).join(""), q).not.toContain("<");
    expect(
      elements(html, "meta").some(({ attribs }) => attribs.name === "robots" && /noindex/.test(attribs.content ?? "")),
    ).toBe(true);
    expect(answer.headers()["cache-control"], q).toMatch(/no-store|private/);
  }
  expect((await request.get("/search?q=the&page=11")).status()).toBe(404);
});
