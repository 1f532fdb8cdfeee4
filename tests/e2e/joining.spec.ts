import type { Page } from "@playwright/test";
import { threadPath } from "../support/outlets";
import {
  addressOf,
  expect,
  fillInJoinForm,
  logIn,
  logOut,
  numberOf,
  openMail,
  passwordOf,
  postWith,
  pressJoin,
  showWhatWaits,
  somePassword,
  test,
} from "../support/visitors";

const newPassword = "nineteen jars of plum jam";

for (const [javaScriptEnabled, name, study] of [
  [true, "Ines", { doi: "10.5555/wellcited.case-report", title: /a case report/ }],
  [false, "Olle", { doi: "10.5555/wellcited.concern", title: /by moonlight/ }],
] as const) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("somebody new joins, confirms the address, names a study, gets its card, forgets the password and comes back", async ({
      page,
      visitor,
      member,
      request,
      database,
    }) => {
      await database.query(
        `DELETE FROM "Study" WHERE "id" IN (SELECT "studyId" FROM "StudyIdentifier" WHERE "value" = $1)`,
        [study.doi],
      ); // so that it has to be looked up

      await test.step("a refused form keeps what was typed, but never the password", async () => {
        await page.goto("/");
        await page.getByRole("link", { name: "Join", exact: true }).click();
        await fillInJoinForm(page, name);
        await page.getByLabel("I am 16 or older").uncheck();
        await page.getByRole("button", { name: "Create my account" }).click();
        await expect(page.getByRole("alert")).toContainText("Your account isn’t made yet");
        await expect(page.getByLabel("I am 16 or older")).toHaveAccessibleDescription(/16 or older/);
        await expect(page.getByLabel("Name")).toHaveValue(name);
        await expect(page.getByLabel("E-mail address")).toHaveValue(addressOf(name));
        await expect(page.getByLabel(/I accept the rules/)).toBeChecked();
        await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
        await page.getByLabel("I am 16 or older").check();
        await pressJoin(page);
      });

      const thread = await threadPath(request, "being-in-a-trial-what-was-it-like");
      await test.step("before the address is confirmed they can read, not write", async () => {
        await logIn(page, addressOf(name), somePassword);
        await page.goto(thread);
        await expect(page.getByText("Please confirm your e-mail address").first()).toBeVisible();
        await expect(page.getByLabel("Your text")).toHaveCount(0);
      });

      await test.step("the mail's link confirms the address, once", async () => {
        await openMail(page, addressOf(name), "Confirm your e-mail address");
        const link = await page.getByRole("link", { name: /\/verify\?token=/ }).getAttribute("href");
        await page.goto(link ?? "");
        await page.getByRole("button", { name: "This is my address" }).click();
        await page.goto(link ?? "");
        await expect(page.getByRole("heading", { level: 1, name: "This link doesn’t work any more" })).toBeVisible();
      });

      const words = `Has anyone read ${study.doi} to the end?`;
      await test.step("a study that is named gets its card", async () => {
        await page.goto(thread);
        await page.getByLabel("Your text").fill(words);
        await page.getByRole("button", { name: "Reply" }).click();
        await expect(postWith(page, words)).toBeVisible();
        const card = postWith(page, words).locator(".study-card");
        if (javaScriptEnabled) {
          // On the page that is open: a mark set now would be lost by a reload.
          await page.evaluate(() => document.body.setAttribute("data-not-reloaded", "yes"));
          await expect(card.getByText(study.title)).toBeVisible({ timeout: 15_000 });
          await expect(page.locator("body")).toHaveAttribute("data-not-reloaded", "yes");
        } else {
          await expect(async () => {
            await page.goto(thread);
            await expect(card.getByText(study.title)).toBeVisible({ timeout: 100 });
          }).toPass({ intervals: [500], timeout: 15_000 });
        }
        const guest = await visitor();
        await guest.goto(thread);
        await expect(guest.getByText(words)).toHaveCount(0);
        await showWhatWaits(await member("sandi"), await numberOf(page, words));
        await expect(async () => {
          await guest.goto(thread);
          await expect(postWith(guest, words).locator(".study-card").getByText(study.title)).toBeVisible({
            timeout: 100,
          });
        }).toPass({ intervals: [100], timeout: 5_000 });
      });

      await test.step("who logs out is a guest at the next request", async () => {
        await logOut(page);
        await page.goto(thread);
        await expect(page.getByLabel("Your text")).toHaveCount(0);
        await expect(page.getByRole("link", { name: "Log in", exact: true }).first()).toBeVisible();
      });

      await test.step("a forgotten password is replaced by mail, and whoever had the old one is out", async () => {
        const elsewhere = await visitor();
        await logIn(elsewhere, name, somePassword);

        await page.goto("/login");
        await page.getByRole("link", { name: "Forgot your name or password?" }).click();
        await page.getByLabel("E-mail address").fill(addressOf(name));
        await page.getByRole("button", { name: "Send me the mail" }).click();
        await expect(page.getByText("If there is an account with this address")).toBeVisible();
        await openMail(page, addressOf(name), "Your name and a new password");
        await expect(page.getByText(`Your name at Wellcited is ${name}`)).toBeVisible();
        await page.getByRole("link", { name: /\/reset\?token=/ }).click();
        await page.getByLabel("New password", { exact: true }).fill("too short");
        await page.getByRole("button", { name: "Set this password" }).click();
        await expect(page.getByLabel("New password", { exact: true })).toHaveAccessibleDescription(/at least 12/i);
        await page.getByLabel("New password", { exact: true }).fill(newPassword);
        await page.getByRole("button", { name: "Set this password" }).click();
        await expect(page.getByText("Your new password is set.")).toBeVisible();

        await elsewhere.goto("/settings/profile");
        await expect(elsewhere.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
        await elsewhere.getByLabel("Name or e-mail address").fill(name);
        await elsewhere.getByLabel("Password", { exact: true }).fill(somePassword);
        await elsewhere.getByRole("main").getByRole("button", { name: "Log in" }).click();
        await expect(elsewhere.getByRole("alert")).toContainText("You are not logged in yet");
        await expect(elsewhere.getByLabel("Name or e-mail address")).toHaveValue(name);
        await logIn(page, name, newPassword);
      });

      await test.step("who closes the account leaves the posts under “former member”", async () => {
        await page.goto("/settings/close");
        await page.getByLabel(/They stay, under/).check();
        await page.getByLabel("Your password", { exact: true }).fill(newPassword);
        await page.getByRole("button", { name: "Close my account" }).click();
        await expect(page.getByText("Your account is closed.")).toBeVisible();
        const guest = await visitor();
        await guest.goto(thread);
        await expect(postWith(guest, words).getByRole("heading", { name: "former member" })).toBeVisible();
        await expect(guest.getByRole("main")).not.toContainText(name);
        expect((await guest.goto(`/u/${name}`))?.status()).toBe(404);
      });
    });

    test("a member ends a session elsewhere, and it is over at that browser's next request", async ({ visitor }) => {
      const [here, there] = [
        await visitor({ userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" }),
        await visitor({ userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit Safari/604.1" }),
      ];
      for (const page of [here, there]) await logIn(page, "Theo.W", await passwordOf("Theo.W"));
      await here.goto("/settings/sessions");
      const other = here.getByRole("listitem").filter({ hasText: "iOS" });
      await other.first().getByRole("button", { name: /^End/ }).click();
      await expect(here.getByText("Ended.")).toBeVisible();
      await there.goto("/drafts");
      await expect(there.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
      await here.goto("/drafts");
      await expect(here.getByRole("heading", { level: 1, name: "Drafts" })).toBeVisible();
    });

    test("health facts need a consent of their own; guests see none of them, and taking it back deletes them", async ({
      visitor,
      member,
      request,
    }) => {
      const who = javaScriptEnabled ? "amara" : "luis_valencia"; // neither has told anything yet
      const page = await member(who);
      await page.goto("/settings/health");
      await expect(page.getByLabel("Condition", { exact: false })).toHaveCount(0);
      await expect(page.getByLabel(/I agree to this/)).not.toBeChecked();
      await page.getByRole("button", { name: "Save my choice" }).click();
      await expect(page.getByRole("alert")).toContainText("Nothing is kept yet");
      await page.getByLabel(/I agree to this/).check();
      await page.getByRole("button", { name: "Save my choice" }).click();

      await page.getByLabel("Condition (if you like)").fill("ITP since the harvest");
      await page.getByLabel("Year of diagnosis (if you like)").fill("20x4");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByLabel("Year of diagnosis (if you like)")).toHaveAccessibleDescription(/four digits/);
      await expect(page.getByLabel("Condition (if you like)")).toHaveValue("ITP since the harvest");
      await page.getByLabel("Year of diagnosis (if you like)").fill("2014");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("Saved.")).toBeVisible();

      await page.goto("/settings/counts");
      await page.getByLabel("Count", { exact: true }).fill("8x");
      await page.getByLabel("Day of the blood test").fill("2026-06-09");
      await page.getByRole("button", { name: "Add this count" }).click();
      await expect(page.getByLabel("Count", { exact: true })).toHaveAccessibleDescription(/as a number/);
      await page.getByLabel("Count", { exact: true }).fill("87");
      await page.getByRole("button", { name: "Add this count" }).click();
      await expect(page.getByText("Added.")).toBeVisible();

      const thread = await threadPath(request, "dentist-next-week-and-im-rehearsing");
      const words = `Breathing in, says ${who}.`;
      await page.goto(thread);
      await page.getByLabel("Your text").fill(words);
      await page.getByRole("button", { name: "Reply" }).click();
      await expect(postWith(page, words)).toContainText("87 ×109/L");

      const [other, guest] = [await member("maureen_b"), await visitor()];
      await other.goto(thread);
      await expect(postWith(other, words)).toContainText("9 Jun 2026");
      await other.goto(`/u/${who}`);
      await expect(other.getByRole("main")).toContainText("ITP since the harvest");
      await guest.goto(thread);
      await expect(postWith(guest, words)).toBeVisible();
      await expect(postWith(guest, words)).not.toContainText("87");
      await guest.goto(`/u/${who}`);
      await expect(guest.getByRole("main")).toContainText(who);
      await expect(guest.getByRole("main")).not.toContainText(/harvest|2014|87/);

      await page.goto("/settings/health");
      await page.getByRole("button", { name: "Take it back and delete everything" }).click();
      await expect(page.getByText("Your consent is taken back")).toBeVisible();
      await other.goto(`/u/${who}`);
      await expect(other.getByRole("main")).not.toContainText(/harvest|2014|87/);
      await other.goto(thread);
      await expect(postWith(other, words)).not.toContainText("87");
      expect(await myData(page)).not.toMatch(/harvest|"87/);
    });

    test("the file with one's data has one's own words and nobody else's", async ({ member, request }) => {
      const page = await member("priya.k");
      const thread = await threadPath(request, "school-the-fence-and-the-climbing-frame");
      await page.goto(thread);
      const others = page.getByRole("article").filter({ hasNot: page.getByRole("heading", { name: "priya.k" }) });
      const theirs = (await others.first().locator(".post-text p").first().textContent()) ?? "";
      const words = `I keep a list of lists (${javaScriptEnabled ? "one" : "two"}).`;
      await page.getByLabel("Your text").fill(words);
      await page.getByRole("button", { name: "Reply" }).click();
      await expect(postWith(page, words)).toBeVisible();
      const data = await myData(page);
      expect(data).toContain(words);
      expect(data).toContain("priya@example.org");
      expect(data).toContain(String(await numberOf(page, words)));
      expect(theirs.length).toBeGreaterThan(20);
      expect(data).not.toContain(theirs.slice(0, 40));
      expect(data).not.toContain("jasond@example.org");
    });
  });
}

test("whether an address has an account, nobody learns but its owner", async ({ page, visitor }) => {
  await page.goto("/register");
  await fillInJoinForm(page, "Nosy");
  await page.getByLabel("E-mail address").fill("karenr@example.org");
  await pressJoin(page);
  await openMail(page, "karenr@example.org", "You already have an account");
  const other = await visitor();
  const said: (string | null)[] = [];
  for (const address of ["karenr@example.org", "nobody@example.org"]) {
    await other.goto("/forgot");
    await other.getByLabel("E-mail address").fill(address);
    await other.getByRole("button", { name: "Send me the mail" }).click();
    await expect(other.getByText("If there is an account with this address")).toBeVisible();
    said.push(await other.getByRole("main").textContent());
  }
  expect(said[0]).toBe(said[1]);
});

test("after logging in one is back where one came from, and never on another site", async ({ page, request }) => {
  const thread = await threadPath(request, "how-study-cards-work");
  for (const [next, leadsTo] of [
    [`${thread}#reply`, new RegExp(`${thread}#reply$`)],
    ["https://elsewhere.example/", /127\.0\.0\.1:\d+\/$/],
    ["//elsewhere.example/", /127\.0\.0\.1:\d+\/$/],
  ] as const) {
    await page.context().clearCookies();
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await page.getByLabel("Name or e-mail address").fill("koen@example.org");
    await page.getByLabel("Password", { exact: true }).fill(await passwordOf("koen76"));
    await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await expect(page).toHaveURL(leadsTo);
  }
});

async function myData(page: Page): Promise<string> {
  const file = await page.request.get("/settings/export/file");
  expect(file.status()).toBe(200);
  expect(file.headers()["content-disposition"]).toContain("attachment");
  return file.text();
}
