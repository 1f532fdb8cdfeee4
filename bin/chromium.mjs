import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { runToEnd, step } from "./steps.mjs";

const ON_THE_MACHINE = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser for the end-to-end tests: the machine's own, else Playwright's, else null. */
export async function findChromium() {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const own = ON_THE_MACHINE.find((file) => existsSync(file));
  if (own) return own;
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** As above, but brings Debian's package where that is possible, and says what to do where it isn't. */
export async function bringChromium(print) {
  const found = await findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && /\bdebian\b/.test(await readFile("/etc/os-release", "utf8").catch(() => ""))) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = async () => {
      await runToEnd("apt-get", ["update", "-q"], { env, describe: "apt-get update" });
      await runToEnd("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
        env,
        describe: "apt-get",
      });
    };
    await step("Installing Chromium for the end-to-end tests", "Chromium is installed", apt, print);
    return "/usr/bin/chromium";
  }
  throw new Error(
    "The end-to-end tests need Chromium or Chrome: install Debian's “chromium” package or run “npx playwright install chromium”, or name a browser in CHROMIUM.",
  );
}
