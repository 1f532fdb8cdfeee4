import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { readXml, threadPath } from "../support/outlets";
import { expect, numberOf, postWith, test } from "../support/visitors";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a thread for members is read by members and found nowhere by guests", async ({
      member,
      visitor,
      request,
    }) => {
      const title = `Nettles for tea, ${how}`;
      const page = await member("karenr");
      await page.goto("/c/living-with-itp");
      await page.getByRole("link", { name: "Start a thread" }).click();
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("Members", { exact: true }).check();
      await page.getByLabel("Your text").fill("Who has picked them without gloves?");
      await page.getByRole("button", { name: "Start the thread" }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const path = new URL(page.url()).pathname;
      const number = await numberOf(page, "without gloves");

      const other = await member("نادية");
      await other.goto("/c/living-with-itp");
      await other.getByRole("link", { name: title }).first().click();
      await expect(postWith(other, "without gloves")).toBeVisible();

      const guest = await visitor();
      for (const address of [path, `/p/${number}`, path.replace(/[^/]+$/, "feed.xml")])
        expect((await guest.goto(address))?.status(), address).toBe(404);
      for (const outlet of ["/", "/c/living-with-itp", "/u/karenr", "/feed.xml", "/c/living-with-itp/feed.xml"])
        expect(await (await request.get(outlet)).text(), outlet).not.toMatch(/nettles|gloves/i);
      const addresses = readXml(await (await request.get("/sitemap.xml")).text()).map(({ text }) => text);
      expect(addresses.filter((address) => address.includes("nettles"))).toEqual([]);
    });

    test("what the preview shows is what is posted", async ({ member, request }) => {
      const page = await member("bernhard");
      await page.goto(await threadPath(request, "writing-your-counts-so-that-everyone-can-read-them"));
      const mark = randomUUID();
      await page
        .getByLabel("Your text")
        .fill(`Mark ${mark}\n\n- **two** cups\n- of _tea_\n\n> old words\n\nhttps://example.org/a?b=1`);
      await page.getByRole("button", { name: "Preview" }).click();
      const preview = page.locator(".preview .post-text");
      await expect(preview.getByRole("listitem")).toHaveText(["two cups", "of tea"]);
      const shown = await preview.innerHTML();
      await expect(page.getByLabel("Your text")).toHaveValue(new RegExp(mark));
      await expect(page.getByRole("article").filter({ hasText: mark })).toHaveCount(0);
      await page.getByRole("button", { name: "Reply" }).click();
      await expect(page).toHaveURL(/#p\d+$/);
      expect(await postWith(page, mark).locator(".post-text").innerHTML()).toBe(shown);
    });

    test("a member quotes a post, and the quote leads back to it", async ({ member, request }) => {
      const page = await member("hal9k");
      await page.goto(await threadPath(request, "the-name-was-an-accident"));
      const quoted = page.getByRole("article").nth(1);
      const number = (await quoted.getAttribute("id"))?.slice(1);
      const author = (await quoted.getByRole("heading").textContent()) ?? "";
      await quoted.getByRole("link", { name: `Quote post ${number}` }).click();
      await expect(page.getByLabel("Your text")).toHaveValue(new RegExp(`^> #${number}\n> \\S`));
      const words = `I smiled at this ${how}.`;
      await page.getByLabel("Your text").press("Control+End");
      await page.getByLabel("Your text").pressSequentially(words);
      await page.getByRole("button", { name: "Reply" }).click();
      const quote = postWith(page, words).locator("blockquote");
      await expect(quote).toContainText(`${author}, #${number}`);
      await quote.getByRole("link").first().click();
      await expect(page).toHaveURL(new RegExp(`#p${number}$`));
    });

    test("an edit says when, by whom and why, and its author sees what was changed", async ({
      member,
      visitor,
      request,
    }) => {
      const page = await member("jasond");
      const path = await threadPath(request, "waiting-for-the-count-what-do-you-do-with-the-hour");
      const mark = `Crossword ${randomUUID().slice(0, 8)}`;
      await page.goto(path);
      await reply(page, `${mark}, in pencil.`);
      const number = await numberOf(page, mark);
      await page.getByRole("link", { name: `Edit post ${number}` }).click();
      await expect(page.getByLabel("Your text")).toHaveValue(`${mark}, in pencil.`);
      await page.getByLabel("Your text").fill(`${mark}, in ink.`);
      await page.getByLabel("Why you changed it (if you like)").fill("pencils break");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page).toHaveURL(new RegExp(`#p${number}$`));
      await expect(postWith(page, mark)).toContainText(/edited \d+ \w{3} \d{4} by jasond — pencils break/);
      await page
        .getByRole("link", { name: /^edited/ })
        .last()
        .click();
      await expect(page.getByRole("deletion")).toContainText("pencil");
      await expect(page.getByRole("insertion")).toContainText("ink");

      const guest = await visitor();
      await guest.goto(path);
      await expect(postWith(guest, mark)).toContainText(/edited .* by jasond — pencils break/);
      await expect(guest.getByRole("link", { name: /^edited/ })).toHaveCount(0);
      await guest.goto(`/p/${number}/revisions`);
      await expect(guest.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
    });

    test("two edits of one post at once lose neither text", async ({ member, request }) => {
      const mark = `Kettle ${randomUUID().slice(0, 8)}`;
      const page = await member("maureen_b");
      await page.goto(await threadPath(request, "shop-teacher-with-sharp-tools-and-few-platelets"));
      await reply(page, `${mark} is on.`);
      const number = await numberOf(page, mark);
      const moderator = await member("sandi");
      for (const one of [page, moderator]) await one.goto(`/p/${number}/edit`);
      await moderator.getByLabel("Your text").fill(`${mark} is off.`);
      await moderator.getByRole("button", { name: "Save" }).click();
      await expect(moderator).toHaveURL(/#p\d+$/);

      await page.getByLabel("Your text").fill(`${mark} sings.`);
      expect(await statusOf(page, () => page.getByRole("button", { name: "Save" }).click())).toBe(409);
      await expect(page.getByRole("heading", { name: "This post changed while you were writing" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText("sandi saved another version");
      await expect(page.getByRole("main")).toContainText(`${mark} is off.`);
      await expect(page.getByLabel("Your text")).toHaveValue(`${mark} sings.`);
      await page.getByLabel("Your text").fill(`${mark} is off and sings.`);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(postWith(page, `${mark} is off and sings.`)).toBeVisible();
    });

    test("an author takes a post back at once for everyone, and brings it back", async ({
      member,
      visitor,
      request,
    }) => {
      const path = await threadPath(request, "back-on-the-bicycle-or-not-yet");
      const mark = `Puncture ${randomUUID().slice(0, 8)}`;
      const page = await member("koen76");
      await page.goto(path);
      await reply(page, mark);
      const number = await numberOf(page, mark);
      const guest = await visitor();
      await guest.goto(path);
      await expect(postWith(guest, mark)).toBeVisible();

      await page.getByRole("link", { name: `Withdraw post ${number}` }).click();
      await page.getByRole("button", { name: "Withdraw it" }).click();
      await expect(postWith(page, mark)).toContainText("You withdrew this.");
      await guest.reload();
      await expect(guest.getByRole("article", { name: `Post ${number}, not shown` })).toHaveText(
        `This post isn’t shown any more.Post #${number}`,
      );
      await expect(guest.getByRole("main")).not.toContainText(mark);
      for (const feed of ["/feed.xml", path.replace(/[^/]+$/, "feed.xml")])
        expect(await (await request.get(feed)).text()).not.toContain(mark);

      await page.getByRole("button", { name: `Bring back post ${number}` }).click();
      await expect(postWith(page, mark)).not.toContainText("You withdrew this.");
      await guest.reload();
      await expect(postWith(guest, mark)).toBeVisible();
    });

    test("thanks are given, shown and taken back", async ({ member, visitor, request }) => {
      const path = await threadPath(request, "asking-for-a-second-opinion-without-hurting-the-first");
      const page = await member(javaScriptEnabled ? "amara" : "orla");
      const name = javaScriptEnabled ? "amara" : "orla";
      await page.goto(path);
      const post = page.getByRole("article").last();
      const number = (await post.getAttribute("id"))?.slice(1);
      await page.evaluate(() => document.body.setAttribute("data-not-reloaded", "yes")).catch(() => {});
      await post.getByRole("button", { name: `Thank you for post ${number}` }).click();
      const back = post.getByRole("button", { name: `Take back thanks for post ${number}` });
      await expect(back).toBeVisible();
      await expect(post.locator(".thanks-names")).toContainText(name);
      if (javaScriptEnabled) {
        await expect(page.locator("body")).toHaveAttribute("data-not-reloaded", "yes");
        await expect(back).toBeFocused();
        await expect(page.getByText("You said thank you.")).toBeAttached();
      }
      const guest = await visitor();
      await guest.goto(path);
      await expect(guest.locator(`#p${number} .thanks-names`)).toContainText(name);
      await back.click();
      await expect(post.getByRole("button", { name: `Thank you for post ${number}` })).toBeVisible();
      await guest.reload();
      await expect(guest.locator(`#p${number}`)).not.toContainText(name);
    });

    test("a refused thread says beside each field what to change, and keeps every word", async ({ member }) => {
      const page = await member("maureen_b");
      await page.goto("/new?category=families");
      const title = page.getByLabel("Title");
      const text = page.getByLabel("Your text");
      const cases = [
        { title: "ok", text: "A fair text.", wrong: title },
        { title: "A fair title", text: "  \n ", wrong: text },
        { title: "A fair title", text: `${"> ".repeat(30)}deep`, wrong: text },
        { title: "A fair title", text: "> #99999999\n> Who said that?\n\nNobody.", wrong: text },
      ];
      for (const one of cases) {
        await title.fill(one.title);
        await text.fill(one.text);
        await page.getByLabel("Members", { exact: true }).check();
        expect(await statusOf(page, () => page.getByRole("button", { name: "Start the thread" }).click())).toBe(422);
        await expect(page.getByRole("alert")).toContainText("Not posted yet. Your text is still here");
        await expect(one.wrong).toHaveAttribute("aria-invalid", "true");
        const id = (await one.wrong.getAttribute("id")) ?? "";
        await expect(page.locator(`#${id}-error`)).toHaveText(/\S.*\.$/);
        await expect(title).toHaveValue(one.title);
        await expect(text).toHaveValue(one.text);
        await expect(page.getByLabel("Members", { exact: true })).toBeChecked();
        await expect(page.getByLabel("Category")).toHaveValue(await categoryValue(page, "Children and families"));
      }
    });

    test("someone who was signed out while writing gets the text back, and can send it after logging in", async ({
      member,
      logIns,
      request,
    }) => {
      const page = await member("Theo.W");
      await page.goto(await threadPath(request, "the-questions-i-take-to-appointments"));
      const words = `Is there a ramp? ${randomUUID()}`;
      await page.getByLabel("Your text").fill(words);
      const cookies = await page.context().cookies();
      await page.context().clearCookies();
      expect(await statusOf(page, () => page.getByRole("button", { name: "Reply" }).click())).toBe(401);
      await expect(page.getByText("You were signed out.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Log in in a new window" })).toBeVisible();
      await expect(page.getByLabel("Your text")).toHaveValue(words);
      await page.context().addCookies(cookies); // as after logging in in the other window
      expect(logIns.has("Theo.W")).toBe(true);
      await page.getByRole("button", { name: "Reply" }).click();
      await expect(postWith(page, words)).toBeVisible();
    });

    test("a fifth post within a minute waits, with its text kept", async ({ member, request }) => {
      const page = await member(javaScriptEnabled ? "WOMBATMUMWOMBATMUMWOMBATMUMWOW" : "bernhard");
      const path = await threadPath(request, "travelling-what-goes-in-the-bag");
      const mark = randomUUID();
      let status = 303;
      for (let time = 1; time <= 5 && status !== 429; time++) {
        await page.goto(path);
        await page.getByLabel("Your text").fill(`Sock ${time} of ${mark}`);
        status = await statusOf(page, () => page.getByRole("button", { name: "Reply" }).click());
      }
      expect(status).toBe(429);
      await expect(page.getByRole("alert")).toContainText("Please wait a minute, then send it again.");
      await expect(page.getByLabel("Your text")).toHaveValue(new RegExp(`^Sock \\d of ${mark}$`));
    });

    test("a form sent twice makes one post", async ({ member, request }) => {
      const page = await member("sandi");
      const path = await threadPath(request, "exams-and-appointments-on-the-same-day-obviously");
      await page.goto(path);
      const words = `Choir first, ${randomUUID()}`;
      await page.getByLabel("Your text").fill(words);
      await page.getByRole("button", { name: "Reply" }).dblclick();
      await expect(page).toHaveURL(/#p\d+$/);
      await page.goto(path);
      await expect(page.getByRole("article").filter({ hasText: words })).toHaveCount(1);
    });
  });
}

test("a form that is sent again after going back makes no second post", async ({ member, request }) => {
  const page = await member("orla", { javaScriptEnabled: false });
  const path = await threadPath(request, "welcome-start-here");
  await page.goto(path);
  const words = `The lights are on, ${randomUUID()}`;
  await page.getByLabel("Your text").fill(words);
  const sent = page.waitForRequest((one) => one.method() === "POST");
  await page.getByRole("button", { name: "Reply" }).click();
  await expect(postWith(page, words)).toBeVisible();
  const form = await sent;
  const headers = { "content-type": form.headers()["content-type"] ?? "", origin: process.env.E2E_ORIGIN ?? "" };
  const again = await page.request.post(path, { headers, data: form.postDataBuffer() ?? "", maxRedirects: 0 });
  expect(again.status()).toBe(303);
  await page.goto(path);
  await expect(page.getByRole("article").filter({ hasText: words })).toHaveCount(1);
});

test("whoever was answering a thread that is taken down meanwhile gets the text back", async ({
  member,
  request,
  database,
}) => {
  const page = await member("karenr", { javaScriptEnabled: false });
  const path = await threadPath(request, "infusion-day-whats-in-your-bag");
  await page.goto(path);
  const words = `Warm socks, ${randomUUID()}`;
  await page.getByLabel("Your text").fill(words);
  const id = path.split("/")[2];
  await database.query(`UPDATE "Thread" SET "state" = 'hidden' WHERE "id" = $1`, [id]);
  try {
    expect(await statusOf(page, () => page.getByRole("button", { name: "Reply" }).click())).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: /isn’t here any more/ })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Your text" })).toHaveValue(words);
  } finally {
    await database.query(`UPDATE "Thread" SET "state" = 'visible' WHERE "id" = $1`, [id]);
  }
});

test("a form from another site is refused", async ({ member, request }) => {
  const page = await member("orla", { javaScriptEnabled: false });
  const path = await threadPath(request, "welcome-start-here");
  const others: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { "sec-fetch-site": "cross-site", origin: process.env.E2E_ORIGIN ?? "" },
  ];
  for (const headers of others) {
    const answer = await page.request.post(path, { headers, multipart: { text: "Buy pills" }, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
  }
});

test("a member replies with the keyboard alone", async ({ member, request }) => {
  const page = await member("نادية");
  await page.goto(await threadPath(request, "hej-and-hello-from-gothenburg"));
  const words = `With two fingers, ${randomUUID()}`;
  const text = page.getByLabel("Your text");
  await tabTo(page, text);
  await page.keyboard.type(words);
  await tabTo(page, page.getByRole("button", { name: "Reply" }));
  await page.keyboard.press("Enter");
  await expect(postWith(page, words)).toBeVisible();
});

test("the toolbar writes what its buttons say", async ({ member, request }) => {
  const page = await member("نادية");
  await page.goto(await threadPath(request, "hej-and-hello-from-gothenburg"));
  const text = page.getByLabel("Your text");
  await text.fill("clay");
  await text.selectText();
  await page.getByRole("button", { name: "Bold" }).click();
  await expect(text).toHaveValue("**clay**");
  await page.getByRole("button", { name: "Quote", exact: true }).click();
  await expect(text).toHaveValue("> **clay**");
});

test("what was typed is there again on the next visit, until it is sent", async ({ member, request }) => {
  const path = await threadPath(request, "first-weeks-on-something-new-a-diary");
  const page = await member("luis_valencia");
  await page.goto(path);
  const words = `Half a sentence ${randomUUID()}`;
  await page.getByLabel("Your text").fill(words);
  await expect(page.getByText(/^Draft saved, \d/)).toBeVisible();
  const later = await member("luis_valencia");
  await later.goto("/drafts");
  await later.getByRole("listitem").filter({ hasText: words }).getByRole("link").click();
  await expect(later.getByLabel("Your text")).toHaveValue(words);
  await later.getByRole("button", { name: "Reply" }).click();
  await expect(postWith(later, words)).toBeVisible();
  await expect(later.getByLabel("Your text")).toHaveValue("");
  await later.goto("/drafts");
  await expect(later.getByRole("main")).not.toContainText(words);
});

async function reply(page: Page, text: string): Promise<void> {
  await page.getByLabel("Your text").fill(text);
  await page.getByRole("button", { name: "Reply" }).click();
  await expect(page).toHaveURL(/#p\d+$/);
}

async function tabTo(page: Page, control: Locator): Promise<void> {
  const isThere = () => control.evaluate((one) => one === document.activeElement);
  for (let presses = 0; presses < 200 && !(await isThere()); presses++) await page.keyboard.press("Tab");
  await expect(control).toBeFocused();
}

/** What the forum answers to the form that this press sends. */
async function statusOf(page: Page, press: () => Promise<void>): Promise<number> {
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === "POST" && !answer.url().endsWith("/drafts/save"),
  );
  await press();
  const answer = await answered;
  if (answer.status() === 429) expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
  await page.waitForLoadState();
  return answer.status();
}

async function categoryValue(page: Page, label: string): Promise<string> {
  return (await page.getByRole("option", { name: label }).getAttribute("value")) ?? "";
}
