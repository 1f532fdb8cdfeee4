import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import pg from "pg";

export { expect } from "@playwright/test";

type Account = { name: string; password: string };
type Opened = Awaited<ReturnType<BrowserContext["storageState"]>>;
type Options = { javaScriptEnabled?: boolean; userAgent?: string };

type Fixtures = {
  /** A page of somebody new: a guest with a browser and a network of their own. */
  visitor(options?: Options): Promise<Page>;
  /** A page of a member of the demo who has logged in. */
  member(name: string, options?: Options): Promise<Page>;
};

type Shared = {
  /** Each member's log-in, kept for the whole run: logging in is tried by tests of its own. */
  logIns: Map<string, Opened>;
  database: pg.Pool;
};

export const test = base.extend<Fixtures, Shared>({
  extraHTTPHeaders: async ({ locale: _ }, use) => use({ "x-forwarded-for": someNetwork() }),

  visitor: async ({ browser, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        javaScriptEnabled,
        extraHTTPHeaders: { "x-forwarded-for": someNetwork() },
        ...options,
      });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  member: async ({ visitor, logIns }, use) => {
    await use(async (name, options) => {
      const page = await visitor(options);
      const earlier = logIns.get(name);
      if (earlier) await page.context().addCookies(earlier.cookies);
      else {
        await logIn(page, name, await passwordOf(name));
        logIns.set(name, await page.context().storageState());
      }
      return page;
    });
  },

  logIns: [async ({ browserName: _ }, use) => use(new Map()), { scope: "worker" }],

  database: [
    async ({ browserName: _ }, use) => {
      const pool = new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL, max: 2 });
      await use(pool);
      await pool.end();
    },
    { scope: "worker" },
  ],
});

/** Throttles count by network, and everybody here sits on one machine. */
function someNetwork(): string {
  const byte = () => Math.floor(Math.random() * 254) + 1;
  return `10.${byte()}.${byte()}.${byte()}`;
}

/** The password that this demo gave one of its people. */
export async function passwordOf(name: string): Promise<string> {
  const file = path.join(process.env.E2E_DATA_DIR ?? "", "demo-accounts.json");
  const accounts = JSON.parse(await readFile(file, "utf8")) as Account[];
  const account = accounts.find((one) => one.name === name);
  if (!account) throw new Error(`Nobody in the demo is called ${name}.`);
  return account.password;
}

export async function logIn(page: Page, who: string, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("Name or e-mail address").fill(who);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
}

export async function logOut(page: Page): Promise<void> {
  await page.locator(".member-menu > summary").click();
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByText("You are logged out.")).toBeVisible();
}

export const somePassword = "seventeen bread rolls";

export const addressOf = (name: string) => `${name.toLowerCase()}@example.net`;

export async function fillInJoinForm(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(addressOf(name));
  await page.getByLabel("Password", { exact: true }).fill(somePassword);
  await page.getByLabel("I am 16 or older").check();
  await page.getByLabel(/I accept the rules/).check();
}

/** The form refuses whoever is faster than a person, and keeps everything but the password. */
export async function pressJoin(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByLabel("Password", { exact: true }).fill(somePassword);
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Now look into your mail" })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ intervals: [500], timeout: 15_000 });
}

/** Mails are written by a job, so the newest may still be on its way. */
export async function openMail(page: Page, to: string, subject: string): Promise<void> {
  await expect(async () => {
    await page.goto("/dev/mailbox");
    const mail = page.getByRole("listitem").filter({ hasText: `to ${to},` });
    await mail.getByRole("link", { name: subject }).first().click({ timeout: 500 });
  }).toPass({ intervals: [250], timeout: 15_000 });
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
}

/** A moderator lets a newcomer's post be shown, with one press. */
export async function showWhatWaits(moderator: Page, number: number): Promise<void> {
  await moderator.goto("/moderation");
  await moderator.getByRole("link", { name: new RegExp(`^Post #${number} in`) }).click();
  await moderator.getByRole("button", { name: "Show it now" }).click();
  await expect(moderator.getByText("Decided, and everyone concerned has been told.")).toBeVisible();
}

/** The newest post with these words on the page at hand. */
export function postWith(page: Page, words: string | RegExp) {
  return page.getByRole("article").filter({ hasText: words }).last();
}

export async function numberOf(page: Page, words: string): Promise<number> {
  const link = await postWith(page, words)
    .getByRole("link", { name: /^Post #\d+/ })
    .textContent();
  return Number(link?.replace(/\D/g, ""));
}
