import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { prisma, transaction } from "@/lib/platform/db";
import type { MemberViewer } from "@/lib/policy/viewer";
import { withdrawPost } from "@/lib/posts/commands";
import { lockPostAndThread, setPostState } from "@/lib/posts/writes";
import { storeSeedStudy } from "@/lib/studies/writes";
import { thank } from "@/lib/thanks/commands";
import { lockThread, setThreadState } from "@/lib/threads/writes";
import { type OpenedApi, openApiServer } from "../support/api";
import { doi } from "../support/asking";
import { resetDatabase } from "../support/database";
import { category, joined, replies, starts } from "../support/people";

let api: OpenedApi;
let jasond: MemberViewer;
let karenr: MemberViewer;
let sandi: MemberViewer;

beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  sandi = await joined("sandi", { role: "moderator" });
});

async function hide(number: number): Promise<void> {
  await transaction(async (tx) => {
    const post = await lockPostAndThread(tx, number);
    if (post) await setPostState(tx, post, "hidden", "promotion");
  });
}

describe("reading by the API", () => {
  it("says nothing of posts that wait: not what follows, and no study that only they name", async () => {
    const { threadId } = await starts(jasond, await category("treatments"));
    for (const text of ["One.", "Two."]) await replies(karenr, threadId, text);
    const ask = async () => (await api.ask("GET", `/threads/${threadId}/posts?limit=3`)).body;
    expect(await ask()).toMatchObject({ next: null });
    const newcomer = await joined("amara", { newcomer: true });
    const { number } = await replies(newcomer, threadId, "See 10.5555/wellcited.randomised, please.");
    expect(await ask()).toMatchObject({ next: null });
    expect((await api.ask("GET", `/threads/${threadId}/posts?limit=3`, { as: karenr })).body.next).toBeNull();
    expect((await api.ask("GET", `/threads/${threadId}/posts?limit=3`, { as: newcomer })).body.next).not.toBeNull();
    const { studyId } = await prisma.citation.findFirstOrThrow({ where: { postNumber: number } });
    expect((await api.ask("GET", `/studies/${studyId}`)).status).toBe(404);
    expect((await api.ask("GET", "/studies")).body.studies).toEqual([]);
  });

  it("gives guests what pages give them: categories, threads, posts, people and studies", async () => {
    const treatments = await category("treatments");
    const { threadId, number } = await starts(jasond, treatments, "See 10.5555/wellcited.randomised, please.");
    const quoting = await replies(karenr, threadId, `> #${number}\n> See\n\nI read it too.`);
    await thank(karenr, { number });

    const { body: categories } = await api.ask("GET", "/categories");
    expect(categories.categories).toMatchObject([{ slug: "treatments", posts: 2, newest: { number: quoting.number } }]);
    expect((await api.ask("GET", "/categories/treatments")).body).toMatchObject({ id: treatments, threads: 1 });
    const inCategory = await api.ask("GET", "/categories/treatments/threads");
    expect(inCategory.body).toMatchObject({ threads: [{ id: threadId, replies: 1, studies: 1 }], next: null });
    expect((await api.ask("GET", "/threads")).body.threads).toEqual(inCategory.body.threads);
    expect((await api.ask("GET", `/threads/${threadId}`)).body).toMatchObject({
      title: "A thread by jasond",
      reply: { allowed: false, reason: "sign-in" },
    });

    const { body: page } = await api.ask("GET", `/threads/${threadId}/posts`);
    expect(page).toMatchObject({
      posts: [
        {
          number,
          author: { name: "jasond", former: false },
          thanks: { count: 1, names: ["karenr"], given: false },
          studies: [{ named: [{ kind: "doi", value: "10.5555/wellcited.randomised" }] }],
          can: { thank: false, edit: false },
        },
        { number: quoting.number, position: 2 },
      ],
      next: null,
      previous: null,
    });
    expect(page.posts[1].html).toContain(`/p/${number}`);
    const { body: newest } = await api.ask("GET", "/posts");
    expect(newest.posts.map((post: { number: number }) => post.number)).toEqual([quoting.number, number]);
    expect(newest.posts[0].html).toContain("jasond");
    expect((await api.ask("GET", `/posts/${number}`)).body).toMatchObject({ position: 1, editing: null });

    const { body: member } = await api.ask("GET", "/members/JasonD");
    expect(member).toMatchObject({ name: "jasond", posts: 1, thanksReceived: 1 });
    expect((await api.ask("GET", "/members/jasond/posts")).body.posts).toMatchObject([{ number }]);
    const { body: studies } = await api.ask("GET", "/studies");
    expect(studies).toMatchObject({ studies: [{ threads: 1 }], next: null });
    const study = studies.studies[0].id;
    expect((await api.ask("GET", `/studies/${study}`)).body).toMatchObject({
      threads: [{ id: threadId, post: number }],
    });
    expect((await api.ask("GET", "/search?q=please")).body).toMatchObject({ total: 1, hits: [{ number }] });
    expect((await api.ask("GET", "/openapi.json")).body.openapi).toBe("3.1.0");
  });

  it("finds a withdrawn study by the word that its card has for it", async () => {
    const facts = {
      identifiers: [doi("10.5555/wellcited.herbs")],
      title: "WITHDRAWN: Herbs for few platelets",
      notices: [{ kind: "title-says-retracted" as const }],
    };
    const read = { url: "https://example.org/herbs", retrievedAt: "2026-11-22T10:00:00.000Z" };
    const records = [{ source: "crossref" as const, subject: "", ...read, facts }];
    await transaction((tx) => storeSeedStudy(tx, { identifiers: facts.identifiers, records, notReached: [] }));
    await starts(jasond, await category("treatments"), "I read 10.5555/wellcited.herbs.");
    const found = async (warning: string) => (await api.ask("GET", `/studies?warning=${warning}`)).body.studies;
    expect(await found("withdrawn")).toMatchObject([{ title: facts.title, warnings: ["Marked withdrawn"] }]);
    expect(await found("retracted")).toEqual([]);
  });

  it("gives whoever may edit a post its text and version, and nobody else", async () => {
    const { number } = await starts(jasond, await category("treatments"), "As *typed*.");
    expect((await api.ask("GET", `/posts/${number}`, { as: jasond })).body.editing).toEqual({
      text: "As *typed*.",
      version: 1,
    });
    expect((await api.ask("GET", `/posts/${number}`, { as: sandi })).body.editing).not.toBeNull();
    const { body } = await api.ask("GET", `/posts/${number}`, { as: karenr });
    expect(body).toMatchObject({ editing: null, can: { thank: true, edit: false } });
    expect(JSON.stringify(body)).not.toContain("*typed*");
  });

  it("says who one is, and how one stands", async () => {
    expect((await api.ask("GET", "/me", { as: jasond })).body).toMatchObject({ name: "jasond", standing: "good" });
    const away = await joined("away", { standing: "suspended" });
    expect((await api.ask("GET", "/me", { as: away })).body).toMatchObject({
      standing: "suspended",
      standingReason: "for the test",
    });
    const refused = await api.ask("GET", "/categories", { as: away });
    expect(refused).toMatchObject({ status: 403, body: { title: "suspended" } });
    const guest = await api.ask("GET", "/me");
    expect(guest).toMatchObject({ status: 401, body: { title: "sign-in" } });
    expect(guest.headers["www-authenticate"]).toContain("Bearer");
  });
});

describe("what may not be seen", () => {
  it("answers exactly as what doesn't exist, to the last byte", async () => {
    const open = await category("open");
    const lounge = await category("lounge", "members");
    const secret = await starts(jasond, lounge, "Among us, 10.5555/wellcited.review.", "members");
    const among = await starts(jasond, open, "Among us as well.", "members");
    const { number: hidden } = await starts(jasond, open, "An advertisement.");
    await hide(hidden);
    const study = await prisma.study.findFirstOrThrow();
    const pairs = [
      ["/categories/lounge", "/categories/nowhere"],
      ["/categories/lounge/threads", "/categories/nowhere/threads"],
      [`/threads/${secret.threadId}`, "/threads/99999"],
      [`/threads/${secret.threadId}/posts`, "/threads/99999/posts"],
      [`/threads/${among.threadId}/posts`, "/threads/99999/posts"],
      [`/posts/${secret.number}`, "/posts/99999"],
      [`/posts/${hidden}`, "/posts/99999"],
      [`/studies/${study.id}`, "/studies/99999"],
      ["/members/nobody", "/members/nobody%20either"],
      ["/threads/0", "/nothing/of/the/kind"],
    ] as const;
    const away = await joined("unconfirmed", { emailVerified: false });
    expect((await api.ask("GET", "/members/unconfirmed")).status).toBe(404);
    expect((await api.ask("GET", "/members/unconfirmed", { as: away })).status).toBe(200);
    for (const [there, nowhere] of pairs) {
      const [one, other] = [await api.ask("GET", there), await api.ask("GET", nowhere)];
      expect(one.status, there).toBe(404);
      expect(one.text, there).toBe(other.text);
      const plain = ({ date: _, ...headers }: typeof one.headers) => headers;
      expect(plain(one.headers), there).toEqual(plain(other.headers));
    }
    for (const path of ["/categories", "/threads", "/posts", "/studies", "/members/jasond/posts", "/search?q=among"])
      expect((await api.ask("GET", path)).text, path).not.toMatch(/Among|lounge|advertisement|wellcited.review/);
    expect((await api.ask("GET", "/members/jasond")).body.posts).toBe(0);
  });

  it("leaves one line in a thread, without text or name", async () => {
    const { threadId, number } = await starts(jasond, await category("open"), "Hello.");
    const spam = await replies(karenr, threadId, "An advertisement.");
    const held = await replies(karenr, threadId, "Held words.");
    await replies(jasond, threadId, "The end.");
    await hide(spam.number);
    await prisma.post.update({ where: { number: held.number }, data: { state: "held" } });
    const { body, text } = await api.ask("GET", `/threads/${threadId}/posts`);
    expect(body.posts).toMatchObject([
      { number },
      { kind: "place", number: spam.number, thread: threadId, position: 2 },
      { position: 4 },
    ]);
    expect(text).not.toMatch(/advertisement|Held|karenr/);
    const own = await api.ask("GET", `/threads/${threadId}/posts`, { as: karenr });
    expect(own.body.posts[1]).toMatchObject({ kind: "post", state: "hidden", stateReason: "promotion" });
    expect(own.body.posts[2]).toMatchObject({ kind: "post", state: "held" });
  });

  it("is gone from guests' kept answers with the write that took it away", async () => {
    const { threadId, number } = await starts(jasond, await category("open"), "Hello.");
    const reply = await replies(karenr, threadId, "Taken back.");
    const paths = [`/threads/${threadId}/posts`, "/posts", `/posts/${reply.number}`, "/members/karenr/posts"];
    for (const path of paths) expect((await api.ask("GET", path)).text, path).toContain("Taken back.");
    const [kept] = [await api.ask("GET", `/threads/${threadId}/posts`)];
    const again = { headers: { "if-none-match": String(kept?.headers.etag) } };
    expect((await api.ask("GET", `/threads/${threadId}/posts`, { headers: {} })).headers.etag).toBe(kept?.headers.etag);
    expect((await fetch(`${api.home}/api/v1/threads/${threadId}/posts`, again)).status).toBe(304);
    await withdrawPost(karenr, { number: reply.number });
    for (const path of paths) expect((await api.ask("GET", path)).text, path).not.toContain("Taken back.");
    expect((await api.ask("GET", `/posts/${number}`)).status).toBe(200);
  });
});

describe("lists", () => {
  const numbersIn = (body: { posts: { number: number }[] }) => body.posts.map(({ number }) => number);

  it("can be walked to their end and back by the addresses in their answers", async () => {
    const open = await category("open");
    const { threadId, number } = await starts(jasond, open);
    const all = [number];
    for (let n = 0; n < 6; n++) all.push((await replies(await joined(`member${n}`), threadId)).number);

    const walk = async (path: string, keep: (body: never) => unknown[]) => {
      const seen: unknown[] = [];
      for (let next: string | null = path; next; ) {
        const { body } = await api.ask("GET", next.replace("/api/v1", ""), { as: karenr });
        seen.push(...keep(body as never));
        next = body.next;
      }
      return seen;
    };
    expect(await walk(`/threads/${threadId}/posts?limit=3`, numbersIn as never)).toEqual(all);
    expect(await walk("/posts?limit=2", numbersIn as never)).toEqual([...all].reverse());

    const { body: last } = await api.ask("GET", `/threads/${threadId}/posts?after=5&limit=3`);
    expect(numbersIn(last)).toEqual(all.slice(5));
    expect(last.next).toBeNull();
    const { body: before } = await api.ask("GET", last.previous.replace("/api/v1", ""));
    expect(numbersIn(before)).toEqual(all.slice(2, 5));

    for (let n = 0; n < 4; n++) await starts(await joined(`starter${n}`), open, `See 10.5555/wellcited.number-${n}.`);
    await prisma.thread.update({ where: { id: threadId }, data: { pinned: true } });
    const ids = (body: { threads: { id: number }[] }) => body.threads.map(({ id }) => id);
    const threads = (await prisma.thread.findMany({ orderBy: [{ lastPostAt: "desc" }, { id: "desc" }] })).map(
      (t) => t.id,
    );
    expect(await walk("/threads?limit=2", ids as never)).toEqual(threads);
    const pinnedFirst = [threadId, ...threads.filter((id) => id !== threadId)];
    expect(await walk("/categories/open/threads?limit=2", ids as never)).toEqual(pinnedFirst);
    const studies = (body: { studies: { id: number }[] }) => body.studies.map(({ id }) => id);
    expect(await walk("/studies?limit=3", studies as never)).toHaveLength(4);
  });
});

describe("how it answers", () => {
  it("refuses what isn't JSON, an unknown method, and values that don't fit, each as a problem", async () => {
    expect(await api.ask("GET", "/categories", { headers: { accept: "text/html" } })).toMatchObject({
      status: 406,
      body: { title: "json-only" },
    });
    const wrong = await api.ask("DELETE", "/categories");
    expect(wrong).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, OPTIONS" } });
    expect(await api.ask("GET", "/posts?limit=1000&colour=red")).toMatchObject({
      status: 422,
      body: { title: "unfit", errors: { colour: expect.any(String), limit: expect.any(String) } },
    });
    expect((await api.ask("GET", "/threads?after=nonsense")).body.errors.after).toContain("next");
    expect((await api.ask("GET", "/nothing/here")).body).toMatchObject({ title: "not-found", status: 404 });
  });

  it("answers HEAD without a body and OPTIONS with the methods, and lets no other site's script in", async () => {
    const head = await api.ask("HEAD", "/categories");
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
    const options = await api.ask("OPTIONS", "/categories", {
      headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET" },
    });
    expect(options).toMatchObject({ status: 204, headers: { allow: "GET, HEAD, OPTIONS" } });
    for (const name of Object.keys(options.headers)) expect(name).not.toContain("access-control");
  });

  it("of a hidden thread keeps no words in other threads' quotes, wherever those are listed", async () => {
    const treatments = await category("treatments");
    const quoted = await starts(jasond, treatments, "Eat bread.");
    const elsewhere = await starts(sandi, treatments);
    const quoting = await replies(karenr, elsewhere.threadId, `> #${quoted.number}\n> Eat bread.\n\nI did.`);
    const lists = [
      "/members/karenr/posts",
      "/posts",
      `/posts/${quoting.number}`,
      `/threads/${elsewhere.threadId}/posts`,
    ];
    for (const path of lists) expect((await api.ask("GET", path)).text).toContain("Eat bread.");
    for (const [state, shown] of [
      ["hidden", false],
      ["visible", true],
    ] as const) {
      await transaction(async (tx) => {
        const thread = await lockThread(tx, quoted.threadId);
        if (thread) await setThreadState(tx, thread, state);
      });
      for (const path of lists) expect((await api.ask("GET", path)).text.includes("Eat bread.")).toBe(shown);
    }
  });

  it("goes with the thanks for it, from the pages of those who gave them", async () => {
    const { threadId, number } = await starts(jasond, await category("treatments"));
    const reply = await replies(jasond, threadId);
    for (const post of [number, reply.number]) await thank(karenr, { number: post });
    const given = async () => (await api.ask("GET", "/members/karenr")).body.thanksGiven;
    expect(await given()).toBe(2);
    await withdrawPost(jasond, { number: reply.number });
    expect(await given()).toBe(1);
    await transaction(async (tx) => {
      const thread = await lockThread(tx, threadId);
      if (thread) await setThreadState(tx, thread, "hidden");
    });
    expect(await given()).toBe(0);
  });

  it("keeps members' answers out of every store, and guests' for as long as they are true", async () => {
    await category("open");
    expect((await api.ask("GET", "/categories", { as: jasond })).headers["cache-control"]).toBe("private, no-store");
    const { headers } = await api.ask("GET", "/categories");
    expect(headers["cache-control"]).toBe("private, no-cache");
    expect(headers.vary).toBe("Authorization, Cookie, Accept-Encoding");
  });

  it("tells a fault of ours by its number, and a database that is away by when to come back", async () => {
    await prisma.$executeRaw`ALTER TABLE "Category" RENAME TO "Elsewhere"`;
    try {
      for (const asking of [{}, { as: jasond }]) {
        const fault = await api.ask("GET", "/posts?limit=7", asking);
        expect(fault).toMatchObject({
          status: 500,
          body: { title: "fault", id: expect.stringMatching(/^[\w-]{36}$/) },
        });
        expect(fault.text).not.toMatch(/Category|relation|SELECT/);
      }
    } finally {
      await prisma.$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "Category"`;
    }
    const away = await prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`LOCK TABLE "Category" IN ACCESS EXCLUSIVE MODE`;
        return api.ask("GET", "/categories/open");
      },
      { timeout: 20_000 },
    );
    expect(away).toMatchObject({ status: 503, body: { title: "unavailable" }, headers: { "retry-after": "30" } });
  });
});
