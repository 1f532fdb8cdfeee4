import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "@playwright/test";
import { StartProblem } from "@/lib/platform/start-problem";
import { findChromium } from "../chromium.mjs";
import type { Places } from "./community";
import type { BrowserFigure } from "./report";

// A phone of a few years ago on a slow line: the processor four times slower, 150 ms to the forum and back, 1.6 Mbit/s.
// Each visit is somebody new with an empty cache.

const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  locale: "en-GB",
  timezoneId: "UTC",
};
const SLOWER = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const VISITS = 5;

const ARGUMENTS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** What has a bar in it. Anything else is told for what it is. */
const BARS: Record<string, number> = {
  "guest: largest paint": 1_500,
  "guest: layout shift": 0,
  "guest: page": 30,
  "guest: script": 5,
  "guest: opening a card": 100,
  "member: largest paint": 2_500,
  "member: layout shift": 0,
  "member: script": 130,
  "member: opening a card": 100,
  "member: thanking": 100,
  "member: previewing": 100,
};

/** What one visit came to, by the names of the figures. */
type Visit = Map<string, number>;

type Seen = {
  largestPaint: number;
  shift: number;
  shifted: string[];
  events: number[];
  frame: number;
  pressedAt: number;
};
declare global {
  // bin/bench/in-page.js
  var benchSeen: Seen;
}

/** Opens the thread of 20 posts and 6 cards as a guest and as members do, some times each. */
export async function browse(url: string, places: Places, tokens: string[]): Promise<BrowserFigure[]> {
  const executablePath = await findChromium();
  if (!executablePath) throw new StartProblem("--browser needs Chromium or Chrome, or its path in CHROMIUM.");
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    args: [...ARGUMENTS, ...(asRoot ? ["--no-sandbox"] : [])],
  });
  try {
    const visits: Record<"guest" | "member", Visit[]> = { guest: [], member: [] };
    for (let turn = 0; turn <= VISITS; turn++) {
      const guest = await visit(browser, url, places.thread, null);
      const member = await visit(browser, url, places.thread, tokens[turn] ?? null);
      if (turn === 0) continue; // the forum's and the browser's first page
      visits.guest.push(guest);
      visits.member.push(member);
    }
    return [...figures("guest", visits.guest), ...figures("member", visits.member)];
  } finally {
    await browser.close();
  }
}

/** The middle of the visits, and how far they lay apart. */
function figures(who: string, visits: Visit[]): BrowserFigure[] {
  return [...(visits[0]?.keys() ?? [])].map((what) => {
    const values = visits.map((one) => one.get(what) ?? Number.NaN).sort((a, b) => a - b);
    const name = `${who}: ${what}`;
    return {
      name,
      unit: WEIGHTS.includes(what) ? "KB" : what === "layout shift" ? "" : "ms",
      middle: values[Math.floor(values.length / 2)] as number,
      least: values[0] as number,
      most: values.at(-1) as number,
      bar: BARS[name] ?? null,
    };
  });
}

async function visit(browser: Browser, url: string, address: string, token: string | null): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, baseURL: url });
  try {
    if (token) await context.addCookies([{ name: "wellcited", value: token, url }]);
    await context.addInitScript({ path: path.join(import.meta.dirname, "in-page.js") });
    const page = await context.newPage();
    const weights = await throttle(context, page);
    await page.goto(address, { waitUntil: "networkidle" });
    await page.evaluate(() => document.fonts.ready);
    await frames(page);
    const found: Visit = new Map([["largest paint", (await seenIn(page)).largestPaint]]);
    for (const [what, bytes] of weights) found.set(what, bytes / 1000);
    await scrollThrough(page);
    if (token) await pressAsMember(page, found);
    else found.set("opening a card", await press(page, page.locator(".study-summary").first()));
    const { shift, shifted } = await seenIn(page);
    if (shift > 0) console.log(`Something moved: ${[...new Set(shifted)].join(", ")}`);
    found.set("layout shift", shift);
    return found;
  } finally {
    await context.close();
  }
}

const WEIGHTS = ["page", "style", "script", "fonts", "other files"];
const KINDS: Record<string, string> = { Document: "page", Stylesheet: "style", Script: "script", Font: "fonts" };

/** Makes a phone of it, and counts what comes over the line: compressed, with its headers. */
async function throttle(context: BrowserContext, page: Page): Promise<Map<string, number>> {
  const weights = new Map(WEIGHTS.map((what) => [what, 0]));
  const kinds = new Map<string, string>();
  const session = await context.newCDPSession(page);
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, KINDS[type] ?? "other files"));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) weights.set(kind, (weights.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LINE);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return weights;
}

async function pressAsMember(page: Page, found: Visit): Promise<void> {
  found.set("opening a card", await press(page, page.locator(".study-summary").first()));

  const post = page.locator(".post", { has: page.locator(".thank-button:not(.thanked)") }).first();
  const id = await post.getAttribute("id");
  found.set("thanking", await press(page, post.locator(".thank-button")));
  found.set("thanking, until it says so", await until(page, `#${id} .thank-button.thanked`));
  const { shift } = await seenIn(page);
  await press(page, page.locator(`#${id} .thank-button`)); // as it was before, which is no part of the visit
  await until(page, `#${id} .thank-button:not(.thanked)`);
  await frames(page);
  await page.evaluate((before) => {
    globalThis.benchSeen.shift = before;
  }, shift);

  await page
    .locator(".composer textarea")
    .fill("My haematologist showed me a **short** paper last week.\n\n- It was about steroids.\n- I had questions.");
  found.set("previewing", await press(page, page.locator(".composer button[data-preview]")));
  found.set("previewing, until it is there", await until(page, ".composer .preview > *"));
}

/** As a finger does. Milliseconds from it to the next frame that the browser painted. */
async function press(page: Page, place: Locator): Promise<number> {
  await place.scrollIntoViewIfNeeded();
  await frames(page);
  await page.evaluate(() => {
    globalThis.benchSeen.events = [];
    globalThis.benchSeen.frame = 0;
  });
  await place.tap();
  await page.waitForFunction(() => globalThis.benchSeen.frame > 0);
  await page.waitForFunction(() => globalThis.benchSeen.events.length > 0, null, { timeout: 500 }).catch(() => null);
  const { events, frame } = await seenIn(page);
  return events.length > 0 ? Math.max(...events) : frame;
}

/** Milliseconds from the last press to when this is on the page. */
async function until(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { state: "attached" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => resolve(performance.now() - globalThis.benchSeen.pressedAt)),
      ),
  );
}

/** To the end and back, so that what is laid out late has had its chance to move something. */
async function scrollThrough(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at < height; at += 600) {
    await page.evaluate((top) => scrollTo(0, top), at);
    await frames(page);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await frames(page);
}

async function frames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

function seenIn(page: Page): Promise<Seen> {
  return page.evaluate(() => globalThis.benchSeen);
}
