import { defineConfig } from "@playwright/test";
import { findChromium } from "./bin/chromium.mjs";

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".test/e2e",
  workers: 1, // one forum for all of them
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env.E2E_ORIGIN,
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 30_000,
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: (await findChromium()) ?? undefined,
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // a page that asks another host gets no answer
      ],
    },
  },
  webServer: {
    command: "node --import tsx tests/support/e2e-server.ts",
    env: { NODE_ENV: "production" },
    // The named parts become the tests' environment.
    wait: {
      stdout:
        /forum for tests at (?<E2E_ORIGIN>\S+) with data in (?<E2E_DATA_DIR>\S+) and database (?<E2E_DATABASE_URL>\S+)/,
    },
    timeout: 300_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
