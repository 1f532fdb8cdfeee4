import { expect, passwordOf, test } from "../support/visitors";

for (const javaScriptEnabled of [true, false]) {
  test(`a member gives a program a token, sees it once, and takes it back, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    member,
    request,
  }) => {
    const page = await member("jasond", { javaScriptEnabled });
    const name = `A reader ${javaScriptEnabled}`;
    await page.goto("/settings/tokens");
    await page.getByLabel("What it is for").fill(name);
    await page.getByRole("radio", { name: "Read and write" }).check();
    await page.getByLabel("Your password", { exact: true }).fill("not this one");
    await page.getByRole("button", { name: "Make the token" }).click();
    await expect(page.getByRole("alert")).toContainText("That is not your password.");
    await expect(page.getByLabel("What it is for")).toHaveValue(name);
    await expect(page.getByRole("radio", { name: "Read and write" })).toBeChecked();

    await page.getByLabel("Your password", { exact: true }).fill(await passwordOf("jasond"));
    await page.getByRole("button", { name: "Make the token" }).click();
    await expect(page.getByRole("status")).toContainText(name);
    const token = (await page.locator("code.new-token").textContent()) ?? "";
    const ask = () => request.get("/api/v1/me", { headers: { authorization: `Bearer ${token}` } });
    expect(await (await ask()).json()).toMatchObject({ name: "jasond", standing: "good" });

    await page.goto("/settings/tokens");
    await expect(page.getByText(token)).toHaveCount(0);
    await page.getByRole("button", { name: `Revoke : ${name}` }).click();
    await expect(page.getByText("Revoked.")).toBeVisible();
    await expect(page.getByText(name)).toHaveCount(0);
    expect((await ask()).status()).toBe(401);
  });
}
