import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { publishDocument } from "@/lib/accounts/writes";
import { routes } from "@/lib/api/routes";
import { prisma, transaction } from "@/lib/platform/db";
import type { MemberViewer } from "@/lib/policy/viewer";
import { type OpenedApi, openApiServer } from "../support/api";
import { wrongCounters } from "../support/counters";
import { resetDatabase } from "../support/database";
import { category, joined, replies, starts } from "../support/people";
import { tokenOf } from "../support/tokens";

let api: OpenedApi;
let jasond: MemberViewer;
let karenr: MemberViewer;
let sandi: MemberViewer;
let open: number;

beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());

beforeEach(async () => {
  await resetDatabase();
  jasond = await joined("jasond");
  karenr = await joined("karenr");
  sandi = await joined("sandi", { role: "moderator" });
  open = await category("open");
  await transaction((tx) =>
    publishDocument(tx, { kind: "rules", version: 1, source: "## Be kind\n\nTo all.", html: "<h2>Be kind</h2>" }),
  );
});

describe("every route of the table", () => {
  it("answers as the document says", async () => {
    const token = await tokenOf(jasond);
    const thread = { category: open, title: "A first one", text: "See 10.5555/wellcited.randomised." };
    const { body: started, headers } = await api.ask("POST", "/threads", { token, body: thread });
    expect(headers.location).toBe(`/api/v1/threads/${started.thread}`);
    const replied = await api.ask("POST", `/threads/${started.thread}/posts`, { as: karenr, body: { text: "I see." } });
    expect(replied.headers.location).toBe(`/api/v1/posts/${replied.body.number}`);
    const at = `/posts/${replied.body.number}`;

    for (const path of [
      "/categories",
      "/categories/open",
      "/categories/open/threads",
      "/threads",
      `/threads/${started.thread}`,
      `/threads/${started.thread}/posts`,
      "/posts",
      at,
      "/me",
      "/members/karenr",
      "/members/karenr/posts",
      "/studies",
      "/studies/1",
      "/search?q=first",
      "/openapi.json",
    ])
      expect((await api.ask("GET", path, { token })).status, path).toBe(200);

    const edit = { text: "I see it now.", version: 1, reason: "clearer" };
    expect((await api.ask("PATCH", at, { as: karenr, body: edit })).status).toBe(200);
    expect((await api.ask("PUT", `${at}/thanks`, { token })).status).toBe(204);
    expect((await api.ask("GET", at, { token })).body.thanks).toEqual({ count: 1, names: ["jasond"], given: true });
    expect((await api.ask("DELETE", `${at}/thanks`, { token })).status).toBe(204);
    expect((await api.ask("PUT", `${at}/withdrawal`, { as: karenr })).status).toBe(204);
    expect((await api.ask("GET", at)).status).toBe(404);
    expect((await api.ask("DELETE", `${at}/withdrawal`, { as: karenr })).status).toBe(204);

    expect((await api.ask("PUT", `/threads/${started.thread}/following`, { as: sandi })).status).toBe(204);
    expect((await api.ask("DELETE", `/threads/${started.thread}/following`, { as: sandi })).status).toBe(204);
    const { body: told } = await api.ask("GET", "/notices", { token });
    expect(told).toMatchObject({
      notices: [{ kind: "reply", unread: true, people: [{ name: "karenr" }] }],
      next: null,
    });
    expect((await api.ask("PUT", `/notices/${told.notices[0].id}/read`, { as: karenr })).status).toBe(204);
    expect((await api.ask("GET", "/notices", { token })).body.notices[0].unread).toBe(true);
    expect((await api.ask("PUT", `/notices/${told.notices[0].id}/read`, { token })).status).toBe(204);
    expect((await api.ask("GET", "/notices", { token })).body.notices[0].unread).toBe(false);
    expect((await api.ask("PUT", "/notices/read", { token })).status).toBe(204);

    const report = { kind: "post", id: replied.body.number, reason: "unkind", note: "Not nice." };
    expect((await api.ask("POST", "/reports", { token, body: report })).status).toBe(201);
    const { body: cases } = await api.ask("GET", "/cases", { as: sandi });
    expect(cases.cases).toMatchObject([{ kind: "post", target: replied.body.number, subject: { name: "karenr" } }]);
    const opened = await api.ask("POST", "/cases", { as: sandi, body: { kind: "thread", id: started.thread } });
    expect(opened.status).toBe(201);
    const { body: one } = await api.ask("GET", `/cases/${cases.cases[0].id}`, { as: sandi });
    expect(one).toMatchObject({ reportList: [{ note: "Not nice." }], rules: { headings: ["Be kind"] } });
    const decision = { version: one.version, deed: "hide", rule: "Be kind", rulesVersion: 1, reason: "Not kind." };
    expect((await api.ask("POST", `/cases/${one.id}/decisions`, { as: sandi, body: decision })).body).toEqual({
      case: one.id,
    });
    expect((await api.ask("GET", "/cases/decided", { as: sandi })).body.cases).toMatchObject([{ id: one.id }]);
    expect((await api.ask("GET", at)).status).toBe(404);

    expect([...api.answered].sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    expect(await wrongCounters()).toEqual([]);
  });
});

describe("a write", () => {
  it("sent fifty times with one key is done once and answers the same; with other words it is another", async () => {
    const { threadId } = await starts(jasond, open);
    const key = { "idempotency-key": randomUUID() };
    const path = `/threads/${threadId}/posts`;
    const send = (text: string) => api.ask("POST", path, { as: karenr, headers: key, body: { text } });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send("Only once.")));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await prisma.post.count()).toBe(2);
    expect((await send("Said better.")).body.number).not.toBe(answers[0]?.body.number);
    expect(
      await api.ask("POST", path, { as: karenr, headers: { "idempotency-key": "7" }, body: { text: "x" } }),
    ).toMatchObject({
      status: 422,
      body: { errors: { "Idempotency-Key": expect.any(String) } },
    });
  });

  it("by a browser comes from one of our own pages; by a token from anywhere", async () => {
    const { threadId } = await starts(jasond, open);
    const path = `/threads/${threadId}/posts`;
    const body = { text: "From elsewhere." };
    for (const from of ["https://elsewhere.example", "null", null]) {
      const refused = await api.ask("POST", path, { as: karenr, from, body });
      expect(refused, String(from)).toMatchObject({ status: 403, body: { title: "other-origin" } });
    }
    const crossSite = { "sec-fetch-site": "cross-site" };
    expect((await api.ask("POST", path, { as: karenr, headers: crossSite, body })).status).toBe(403);
    const token = await tokenOf(karenr);
    expect((await api.ask("POST", path, { token, from: "https://elsewhere.example", body })).status).toBe(201);
    expect((await api.ask("POST", path, { token, from: null, body })).status).toBe(201);
    expect(await prisma.post.count()).toBe(3);
  });

  it("with a token that may only read is refused, and so is a guest's, each with its reason", async () => {
    const { threadId, number } = await starts(jasond, open);
    const reading = await tokenOf(karenr, "read");
    const writes: [string, string, unknown?][] = [
      ["POST", "/threads", { category: open, title: "A title", text: "Hello." }],
      ["POST", `/threads/${threadId}/posts`, { text: "Hello." }],
      ["PATCH", `/posts/${number}`, { text: "Hello.", version: 1 }],
      ["PUT", `/posts/${number}/thanks`],
      ["DELETE", `/posts/${number}/thanks`],
      ["PUT", `/posts/${number}/withdrawal`],
      ["DELETE", `/posts/${number}/withdrawal`],
      ["POST", "/reports", { kind: "post", id: number, reason: "other" }],
      ["POST", "/cases", { kind: "post", id: number }],
      ["PUT", "/notices/1/read"],
      ["PUT", "/notices/read"],
      ["PUT", `/threads/${threadId}/following`],
      ["DELETE", `/threads/${threadId}/following`],
    ];
    expect(writes.length + 1).toBe(routes.filter(({ method }) => method !== "GET").length); // one more decides cases
    for (const [method, path, body] of writes) {
      const byToken = await api.ask(method, path, { token: reading, body });
      expect(byToken, path).toMatchObject({ status: 403, body: { title: "token-reads" } });
      const byGuest = await api.ask(method, path, { body });
      expect(byGuest, path).toMatchObject({ status: 401, body: { title: "sign-in" } });
    }
    expect(await prisma.post.count()).toBe(1);
  });

  it("is refused with the reasons and sentences of the pages", async () => {
    const { threadId, number } = await starts(jasond, open);
    const quiet = await joined("quiet", { standing: "silenced" });
    const unconfirmed = await joined("unconfirmed", { emailVerified: false });
    const body = { text: "Hello." };
    const path = `/threads/${threadId}/posts`;
    const reasonOf = async (asking: Promise<{ status: number; body: { title: string } }>) => {
      const { status, body } = await asking;
      return `${status} ${body.title}`;
    };
    expect(await reasonOf(api.ask("POST", path, { as: quiet, body }))).toBe("403 silenced");
    expect(await reasonOf(api.ask("POST", path, { as: unconfirmed, body }))).toBe("403 verify-first");
    expect(await reasonOf(api.ask("PUT", `/posts/${number}/thanks`, { as: jasond }))).toBe("403 own-post");
    const edit = { text: "Mine now.", version: 1 };
    expect(await reasonOf(api.ask("PATCH", `/posts/${number}`, { as: karenr, body: edit }))).toBe("403 not-yours");
    const empty = await api.ask("POST", path, { as: karenr, body: { text: " \n " } });
    expect(empty).toMatchObject({ status: 422, body: { errors: { text: expect.any(String) } } });
    expect(empty.body.detail).toBe(empty.body.errors.text);
    for (let n = 0; n < 4; n++) await replies(karenr, threadId, `Number ${n}.`);
    const fast = await api.ask("POST", path, { as: karenr, body });
    expect(fast).toMatchObject({ status: 429, body: { title: "too-fast" }, headers: { "retry-after": "60" } });
    await prisma.thread.update({ where: { id: threadId }, data: { locked: true } });
    expect(await reasonOf(api.ask("POST", path, { as: jasond, body }))).toBe("403 thread-locked");
  });

  it("waits while the forum is read-only, and until its author has accepted new rules", async () => {
    const { threadId } = await starts(jasond, open);
    const reply = () => api.ask("POST", `/threads/${threadId}/posts`, { as: karenr, body: { text: "Hello." } });
    await prisma.forum.create({ data: { mode: "live", name: "The forum", readOnly: true } });
    expect(await reply()).toMatchObject({ status: 503, body: { title: "read-only" } });
    await prisma.forum.update({ where: { id: 1 }, data: { readOnly: false } });
    await transaction((tx) =>
      publishDocument(tx, { kind: "rules", version: 2, source: "## Be kinder", html: "<h2>Be kinder</h2>" }),
    );
    expect(await reply()).toMatchObject({ status: 403, body: { title: "accept-rules" } });
    const token = await tokenOf(karenr);
    expect((await api.ask("GET", "/me", { token })).body.newRules).toBe(true);
    expect((await api.ask("GET", `/threads/${threadId}`, { token })).body.reply.reason).toBe("accept-rules");
    expect(await prisma.post.count()).toBe(1);
  });

  it("by a newcomer waits for a moderator, and is nowhere until then", async () => {
    const { threadId } = await starts(jasond, open);
    const amara = await joined("amara", { newcomer: true });
    const token = await tokenOf(amara);
    const { body } = await api.ask("POST", `/threads/${threadId}/posts`, { token, body: { text: "My first words." } });
    expect((await api.ask("GET", `/posts/${body.number}`, { token })).body).toMatchObject({
      state: "held",
      stateReason: "first-posts",
    });
    for (const asking of [{}, { as: karenr }])
      for (const path of [`/posts/${body.number}`, `/threads/${threadId}/posts`, "/posts", "/members/amara/posts"])
        expect((await api.ask("GET", path, asking)).text, path).not.toContain("My first words.");
    const { body: waiting } = await api.ask("GET", "/cases", { as: sandi });
    expect(waiting.cases).toMatchObject([{ heldFor: "first-posts", reports: 0 }]);
  });

  it("to what one can't see answers as to what doesn't exist", async () => {
    const lounge = await category("lounge", "members");
    const secret = await starts(jasond, lounge, "Among us.", "members");
    const away = await joined("away", { standing: "suspended" });
    const hidden = await starts(jasond, open, "Gone.");
    await prisma.post.update({ where: { number: hidden.number }, data: { state: "removed" } });
    const plain = async (method: string, path: string, asking: Parameters<OpenedApi["ask"]>[2]) => {
      const { status, text } = await api.ask(method, path, asking);
      return `${status} ${text}`;
    };
    const nowhere = await plain("PUT", "/posts/99999/thanks", { as: karenr });
    expect(nowhere).toContain("404");
    expect(await plain("PUT", `/posts/${hidden.number}/thanks`, { as: karenr })).toBe(nowhere);
    expect(await plain("PATCH", `/posts/${hidden.number}`, { as: karenr, body: { text: "x", version: 1 } })).toBe(
      nowhere,
    );
    const report = { kind: "post", id: hidden.number, reason: "other" };
    expect(await plain("POST", "/reports", { as: karenr, body: report })).toBe(nowhere);
    expect(await plain("GET", "/cases/1", { as: sandi })).toBe(await plain("GET", "/cases/2", { as: sandi }));
    for (const path of [`/threads/${secret.threadId}/posts`, "/threads/99999/posts"])
      expect((await api.ask("POST", path, { body: { text: "x" } })).status, path).toBe(404);
    expect(
      (await api.ask("POST", `/threads/${hidden.threadId}/posts`, { as: away, body: { text: "x" } })).body.title,
    ).toBe("suspended");
  });

  it("that someone else got ahead of gets the text that stands now, if it is theirs to edit", async () => {
    const { number } = await starts(jasond, open, "The first text.");
    const path = `/posts/${number}`;
    const edit = (text: string, version: number) => ({ text, version, reason: "" });
    expect((await api.ask("PATCH", path, { as: sandi, body: edit("A moderator’s text.", 1) })).status).toBe(200);
    const late = await api.ask("PATCH", path, { as: jasond, body: edit("My own.", 1) });
    expect(late).toMatchObject({
      status: 409,
      body: { title: "edit-conflict", present: { text: "A moderator’s text.", version: 2, by: "sandi" } },
    });
    expect((await api.ask("PATCH", path, { as: jasond, body: edit("Brought together.", 2) })).status).toBe(200);
  });

  it("that can't be read is refused before anything is done", async () => {
    const { threadId } = await starts(jasond, open);
    const path = `/threads/${threadId}/posts`;
    const send = (body: unknown, headers = {}) => api.ask("POST", path, { as: karenr, body, headers });
    expect(await send("text=Hello", { "content-type": "application/x-www-form-urlencoded" })).toMatchObject({
      status: 415,
    });
    for (const body of ["", "{", "null", "[]", '"Hello."', "\u0000"])
      expect(await send(body), body).toMatchObject({ status: 400, body: { title: "unreadable" } });
    expect((await send({ text: "x".repeat(1_100_000) })).status).toBe(413);
    expect((await send({ text: 7 })).body.errors.text).toBeDefined();
    expect((await send({})).body.errors.text).toBeDefined();
    expect((await send({ text: "Hello.", state: "visible", authorId: 1 })).body.errors).toEqual({
      state: "There is nothing of this name here.",
      authorId: "There is nothing of this name here.",
    });
    expect((await send({ text: { not: "x" } })).status).toBe(422);
    expect((await send({ text: "A \u0000 in it" })).status).toBe(422);
    const report = { kind: "thread", id: threadId, reason: "other", note: "half a character: \ud83d" };
    expect((await api.ask("POST", "/reports", { as: karenr, body: report })).body.errors.note).toBeDefined();
    expect(await prisma.post.count()).toBe(1);
  });
});

describe("deciding by the API", () => {
  it("is for moderators, of their category, and not of what is their own", async () => {
    const other = await category("other");
    const { number } = await starts(karenr, open, "An advertisement.");
    await api.ask("POST", "/reports", { as: jasond, body: { kind: "post", id: number, reason: "promotion" } });
    const elsewhere = await joined("elsewhere");
    await prisma.categoryModerator.create({ data: { categoryId: other, memberId: elsewhere.id } });
    const { body: one } = await api.ask("GET", "/cases/1", { as: sandi });
    const decision = { version: one.version, deed: "nothing", rulesVersion: 1, reason: "Nothing here." };
    const decide = (as?: MemberViewer) => api.ask("POST", "/cases/1/decisions", { as, body: decision });
    expect((await decide()).status).toBe(404);
    expect((await decide(karenr)).text).toBe((await decide()).text);
    expect((await decide(elsewhere)).text).toBe((await decide()).text);
    expect((await api.ask("GET", "/cases", { as: karenr })).body.title).toBe("moderators-only");
    expect((await api.ask("GET", "/cases", { as: elsewhere })).body.cases).toEqual([]);
    expect((await decide(sandi)).status).toBe(201);
    const second = await joined("second", { role: "moderator" });
    expect(await decide(second)).toMatchObject({ status: 409, body: { title: "decided-meanwhile" } });
    expect(await prisma.decision.count()).toBe(1);
  });
});
