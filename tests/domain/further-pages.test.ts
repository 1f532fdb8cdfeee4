import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import NotFound from "@/app/not-found";
import { answerApi, isApiPath, keptAnswerKey } from "@/lib/api/api";
import { Door } from "@/lib/door/door";
import { decideCase, openCaseMyself } from "@/lib/moderation/commands";
import { prisma } from "@/lib/platform/db";
import { forgetForum } from "@/lib/platform/kept-forum";
import { PageStore } from "@/lib/platform/pages";
import { newRequest, withRequest } from "@/lib/platform/request";
import { pageLeft } from "@/lib/platform/static-page";
import { expirer } from "@/lib/platform/touched";
import type { MemberViewer } from "@/lib/policy/viewer";
import { withdrawPost } from "@/lib/posts/commands";
import { resetDatabase, sql } from "../support/database";
import { fillPage } from "../support/pages";
import { category, joined, replies, starts } from "../support/people";

// The door with the real pages behind it: what guests read beyond a list's beginning, and what is kept of it.

const ROUTES: [RegExp, string, string][] = [
  [/^\/c\/([^/]+)$/, "/c/[slug]", "slug"],
  [/^\/studies\/([^/]+)$/, "/studies/[id]", "id"],
  [/^\/studies$/, "/studies", ""],
  [/^\/log$/, "/log", ""],
  [/^\/u\/([^/]+)$/, "/u/[name]", "name"],
];

const store = new PageStore({ maxBytes: 50_000_000, maxAgeMs: 3_600_000 });
const server = http.createServer();
let home: string;
let made: string[] = [];
let sandi: MemberViewer;
let jasond: MemberViewer;
let treatments: number;

beforeAll(async () => {
  store.lease(Number.POSITIVE_INFINITY);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  home = `http://127.0.0.1:${port}`;
  expirer.current = { expire: (tags) => store.expire(tags), acknowledged: async () => {} };
  const door = new Door({
    store,
    inner: {
      ask: async (request, { path }) => {
        const { pathname, searchParams } = new URL(path, home);
        const headers = { "content-type": "text/html" };
        for (const [form, route, name] of ROUTES) {
          const [matched, value = ""] = form.exec(pathname) ?? [];
          if (matched === undefined) continue;
          made.push(path);
          request.session = null;
          const address = { params: { [name]: value }, query: Object.fromEntries(searchParams) };
          const page = await fillPage(request, route, address).catch((error) => {
            if (/NEXT_HTTP_ERROR_FALLBACK;404/.test(String(error.digest))) return null;
            throw error;
          });
          return { status: page === null ? 404 : 200, headers, body: Buffer.from(page ?? "<h1>Not here</h1>") };
        }
        return { status: 404, headers, body: Buffer.from("<h1>Not here</h1>") };
      },
    },
    configured: { host: "127.0.0.1", port },
    development: false,
    noindex: false,
    sessionCookie: "wellcited",
    addressOf: () => "10.0.0.1",
    isReady: async () => true,
    api: {
      owns: isApiPath,
      keptAnswerKey,
      answer: (asked) => {
        made.push(asked.url.pathname + asked.url.search);
        return answerApi(asked, { sessionCookie: "wellcited" });
      },
    },
    onThreadViewed: () => {},
  });
  server.on("request", (req, res) => void door.handle(req, res));
});
afterAll(() => {
  expirer.current = null;
  server.closeAllConnections();
  server.close();
});

beforeEach(async () => {
  await resetDatabase();
  store.empty();
  forgetForum();
  await prisma.forum.create({ data: { id: 1, mode: "live", name: "Wellcited" } });
  await prisma.document.create({ data: { kind: "rules", version: 1, source: "## Kindness\n\n- x", html: "" } });
  sandi = await joined("sandi", { role: "moderator" });
  jasond = await joined("jasond");
  treatments = await category("treatments");
  // Seventy threads with a post each, an hour apart.
  await sql(`
    INSERT INTO "Thread" ("categoryId", "authorId", "title", "slug", "lastPosition", "lastPostAt", "createdAt", "postCount")
    SELECT ${treatments}, ${jasond.id}, 'Thread number ' || n, 'thread-' || n, 1, timestamptz '2026-01-01' + n * interval '1 hour',
      timestamptz '2026-01-01' + n * interval '1 hour', 1 FROM generate_series(1, 70) n`);
  await sql(`
    INSERT INTO "Post" ("threadId", "position", "authorId", "source", "html", "rendererVersion", "state", "createdAt", "appearedAt")
    SELECT t."id", 1, t."authorId", '', '', 1, 'visible', t."createdAt", t."createdAt" FROM "Thread" t ORDER BY t."id"`);
  await sql(`UPDATE "Thread" t SET "lastPostNumber" = p."number" FROM "Post" p WHERE p."threadId" = t."id"`);
  await sql(
    `UPDATE "Category" SET "threadCount" = 70, "publicThreadCount" = 70, "postCount" = 70, "publicPostCount" = 70`,
  );
  await sql(`UPDATE "Member" SET "postCount" = 70, "publicPostCount" = 70 WHERE "id" = ${jasond.id}`);
  made = [];
});

async function read(path: string): Promise<string> {
  const answer = await fetch(home + path);
  return `${answer.status} ${await answer.text()}`;
}

/** How often a page is made for two guests. */
async function timesMade(path: string): Promise<number> {
  made = [];
  for (let n = 0; n < 2; n++) await read(path);
  return made.length;
}

const linkIn = (page: string, words: string) =>
  new RegExp(`<a[^>]* href="([^"]+)"[^>]*>(?:<[^>]+>|\\s)*${words}`).exec(page)?.[1]?.replaceAll("&amp;", "&") ??
  "no link";

async function hides(kind: "thread" | "post", id: number): Promise<void> {
  const { caseId } = await openCaseMyself(sandi, { kind, id });
  const { version } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const press = { rule: "Kindness", rulesVersion: 1, reason: "It hurts.", until: "", requestId: randomUUID() };
  await decideCase(sandi, { id: caseId, version, deed: "hide", ...press });
}

it("the page for what isn't there, which Next makes beside every page, takes no page's place", async () => {
  const request = newRequest("both", "10.0.0.1");
  request.session = null;
  const rules = await fillPage(request, "/rules");
  const frame = await withRequest(request, NotFound);
  await withRequest(request, () => (frame.type as (props: unknown) => Promise<unknown>)(frame.props));
  expect(request.page).toBe(rules);
  expect(request.missingPage).toContain("There’s nothing here");
  expect(pageLeft(200, request)).toBe(rules);
  expect(pageLeft(404, request)).toBe(request.missingPage);
});

describe("what guests read beyond the beginning of a list", () => {
  it("a category's older pages are kept, as far as they are linked to, and the way back", async () => {
    const older = linkIn(await read("/c/treatments"), "Older");
    const second = await read(older);
    expect(second).toMatch(/^200 .*Thread number 40\b.*Thread number 11\b/s);
    for (const path of [older, linkIn(second, "Older"), linkIn(second, "Newer"), linkIn(second, "Oldest")]) {
      expect(path).toMatch(/^\/c\/treatments\?(older|newer)=0-\d+-\d+$/);
      await read(path);
      expect([path, await timesMade(path)]).toEqual([path, 0]);
    }
  });

  it("a thread that a moderator hides is gone from a kept older page at the next request, and so is its place", async () => {
    const older = linkIn(await read("/c/treatments"), "Older");
    const last = linkIn(await read(older), "Older");
    for (const path of [older, last]) expect(await read(path)).toContain("Thread number ");
    expect(await read(last)).toContain("Thread number 5<");
    await hides("thread", 5);
    expect(await read(last)).not.toContain("Thread number 5<");
    expect(await timesMade(last)).toBe(0);
    await hides("thread", 11); // where the last page begins
    expect(await read(last)).toContain("Thread number 10<");
    expect(await timesMade(last)).toBe(2);
    await prisma.category.update({ where: { id: treatments }, data: { audience: "members" } });
    store.expire(["everything"]);
    expect(await read(older)).not.toContain("Thread number");
  });

  it("of places that somebody made up nothing is kept, whatever is said of them", async () => {
    const older = linkIn(await read("/c/treatments"), "Older");
    const [, moment = "", id = ""] = /0-(\d+)-(\d+)$/.exec(older) ?? [];
    const kept = store.size.pages;
    for (const words of [
      `older=0-${moment}-${Number(id) + 1}`,
      `older=0-${Number(moment) + 1}-${id}`,
      `older=1-${moment}-${id}`,
      `older=0-0${moment}-${id}`,
      `older=0-${moment}-${id}&newer=0-${moment}-${id}`,
      `older=0-${moment}-${id}&older=0-${moment}-${id}`,
      "older=0-0-0",
      "newer=1-99999999999999-1",
      "older=x",
    ]) {
      await read(`/c/treatments?${words}`);
      expect([words, store.size.pages]).toEqual([words, kept]);
      expect([words, await timesMade(`/c/treatments?${words}`)]).toEqual([words, 2]);
    }
    expect(await timesMade("/c/treatments?older=&newer=&utm_source=x")).toBe(0);
  });

  it("a month of the public log is kept, until something is done in it; one without anything isn't", async () => {
    await hides("thread", 7);
    const month = new Date().toISOString().slice(0, 7);
    expect(await read(`/log?month=${month}`)).toContain("A thread: hidden");
    expect(await timesMade(`/log?month=${month}`)).toBe(0);
    await hides("thread", 8);
    expect(await read(`/log?month=${month}`)).toContain("(2 times)");
    for (const path of ["/log?month=2020-01", "/log?month=2026-13"]) {
      expect(await read(path)).toMatch(/^404/);
      expect(await timesMade(path)).toBe(2);
    }
  });

  it("a study's older mentions are kept; a post that is hidden or taken back is gone from them", async () => {
    const numbers: number[] = [];
    const { threadId } = await starts(jasond, treatments, "I begin.");
    const people: MemberViewer[] = [];
    for (let n = 1; n <= 40; n++) people.push(await joined(`member${n}`));
    for (const [n, person] of people.entries())
      numbers.push((await replies(person, threadId, `Word ${n}. See 10.5555/wellcited.review`)).number);
    const fourth = people[3] as MemberViewer;
    const { studyId } = (await prisma.citation.findFirstOrThrow()) as { studyId: number };
    const older = linkIn(await read(`/studies/${studyId}`), "Older mentions").replace(/#.*/, "");
    expect(older).toBe(`/studies/${studyId}?before=${numbers[10]}`);
    expect(await read(older)).toContain("member3<");
    expect(await timesMade(older)).toBe(0);
    await hides("post", numbers[2] ?? 0);
    expect(await read(older)).not.toContain("member3<");
    await withdrawPost(fourth, { number: numbers[3] ?? 0 });
    expect(await read(older)).not.toContain("member4<");
    expect(await timesMade(older)).toBe(0);
    for (const before of [numbers[2] ?? 0, 999_999_999, 1, "01"]) {
      const path = `/studies/${studyId}?before=${before}`;
      await read(path);
      expect([path, await timesMade(path)]).toEqual([path, 2]);
    }
  });

  it("the list of studies is kept beyond its beginning; what somebody looked for is not", async () => {
    const { threadId } = await starts(jasond, treatments, "I begin.");
    for (let n = 1; n <= 25; n++)
      await replies(await joined(`member${n}`), threadId, `See 10.5555/wellcited.number-${n}`);
    const more = linkIn(await read("/studies"), "More studies");
    expect(more).toMatch(/^\/studies\?after=\d+-\d+$/);
    await read(more);
    expect(await timesMade(more)).toBe(0);
    for (const path of [more.replace(/-/, "1-"), `${more}&order=year`, "/studies?kind=review", "/studies?free=yes"])
      expect([path, await timesMade(path)]).toEqual([path, 2]);
  });

  it("a member's page is kept under their name as they write it", async () => {
    await read("/u/jasond");
    expect([await timesMade("/u/jasond"), await timesMade("/u/JasonD")]).toEqual([0, 2]);
  });

  it("the API's lists are kept alike: at places that its answers lead to, in three lengths, however they are written", async () => {
    const api = (path: string) => `/api/v1${path}`;
    for (const list of ["/threads", "/categories/treatments/threads", "/posts", "/members/jasond/posts"]) {
      const { next } = (await (await fetch(home + api(list))).json()) as { next: string };
      expect(await read(next)).toMatch(/^200/);
      expect([next, await timesMade(next)]).toEqual([next, 0]);
      expect([next, await timesMade(`${next}&limit=0020`)]).toEqual([next, 0]);
      expect([next, await timesMade(`${next}&limit=19`)]).toEqual([next, 2]);
    }
    const madeUp = (key: unknown[]) => Buffer.from(JSON.stringify(key)).toString("base64url");
    for (const path of [
      `/threads?after=${madeUp(["2026-01-02T00:00:00.001Z", 1])}`,
      `/categories/treatments/threads?after=${madeUp([false, "2026-01-02T00:00:00.001Z", 1])}`,
      "/posts?before=99999",
      "/members/JASOND/posts",
      "/threads/1/posts?after=7",
      "/threads/1/posts?before=3",
      "/threads/1/posts?after=0&before=1",
    ])
      expect([path, await timesMade(api(path))]).toEqual([path, 2]);
    await hides("thread", 66);
    for (const path of ["/threads", "/categories/treatments/threads", "/posts"])
      expect(await read(api(path))).not.toContain("Thread number 66");
  });
});
