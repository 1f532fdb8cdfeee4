import { readFile } from "node:fs/promises";
import path from "node:path";
import { test as base, type Page } from "@playwright/test";

type Account = { name: string; password: string };

/** `logInAs("willa")` logs a member of the demo in on the page at hand, with the password that this demo gave her. */
export const test = base.extend<{ logInAs: (name: string) => Promise<void> }>({
  logInAs: async ({ page }, use) => {
    await use((name) => logIn(page, name));
  },
});

export { expect } from "@playwright/test";

async function logIn(page: Page, name: string): Promise<void> {
  const file = path.join(process.env.E2E_DATA_DIR ?? "", "demo-accounts.json");
  const accounts = JSON.parse(await readFile(file, "utf8")) as Account[];
  const account = accounts.find((one) => one.name === name);
  if (!account) throw new Error(`Nobody in the demo is called ${name}.`);
  await page.goto("/login");
  await page.getByLabel("Name or e-mail address").fill(account.name);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await page.waitForURL((url) => url.pathname !== "/login");
}
