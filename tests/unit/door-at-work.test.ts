import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Door, type DoorOptions } from "@/lib/door/door";
import type { Answer } from "@/lib/door/inner";
import { directPages } from "@/lib/platform/direct-pages";
import { PageStore } from "@/lib/platform/pages";
import { type RequestAtHand, requestAtHand } from "@/lib/platform/request";
import { PAGE_PLACE } from "@/lib/platform/static-page";

// The door on a port of its own, with someone who answers in Next's place.

let server: http.Server | null = null;
let door: Door;
afterEach(() => void server?.close());

type Asked = { method: string; path: string; cookie?: unknown };

async function open(
  answer: (asked: Asked, request: RequestAtHand) => Promise<Partial<Answer>>,
  options: Partial<DoorOptions> = {},
): Promise<string> {
  const store = new PageStore({ maxBytes: 1_000_000, maxAgeMs: 60_000 });
  store.lease(Number.POSITIVE_INFINITY);
  server = http.createServer();
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  door = new Door({
    store,
    inner: {
      ask: async (request, message) => ({
        status: 200,
        headers: { "content-type": "text/html" },
        body: Buffer.from("<h1>A page</h1>"),
        ...(await answer({ method: message.method, path: message.path, cookie: message.headers.cookie }, request)),
      }),
    },
    configured: { host: "127.0.0.1", port },
    development: false,
    noindex: false,
    sessionCookie: "wellcited",
    addressOf: () => "10.0.0.1",
    isReady: async () => true,
    api: {
      owns: () => false,
      keptAnswerKey: () => null,
      answer: async () => ({ status: 404, headers: {}, contentType: "", body: Buffer.alloc(0) }),
    },
    onThreadViewed: () => {},
    ...options,
  });
  server.on("request", (req, res) => void door.handle(req, res));
  return `http://127.0.0.1:${port}`;
}

describe("the door", () => {
  it("says that a form is too long instead of hanging up", async () => {
    const home = await open(async () => ({}));
    const body = "x".repeat(5_000_000);
    const answer = await fetch(`${home}/new`, { method: "POST", headers: { origin: home }, body });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("too long");
  });

  it("lets a mail program's press through from elsewhere, without any cookie, and nothing else", async () => {
    const asked: Asked[] = [];
    const home = await open(async (message) => {
      asked.push(message);
      return {};
    });
    const press = { method: "POST", headers: { origin: "https://mail.example", cookie: "wellcited=x" } };
    expect((await fetch(`${home}/unsubscribe/one-click?token=1.reply.x`, press)).status).toBe(200);
    expect(asked).toMatchObject([
      { method: "POST", path: "/unsubscribe/one-click?token=1.reply.x", cookie: undefined },
    ]);
    for (const other of ["/unsubscribe", "/unsubscribe/one-click/", "/settings/notices"])
      expect((await fetch(`${home}${other}`, press)).status).toBe(403);
    expect((await fetch(`${home}/unsubscribe/one-click`, { ...press, method: "DELETE" })).status).toBe(403);
    const own = { method: "DELETE", headers: { origin: home } };
    expect((await fetch(`${home}/new`, own)).status).toBe(405);
    expect(asked).toHaveLength(1);
  });

  it("keeps a file once, however its address is written", async () => {
    const asked: string[] = [];
    const home = await open(async ({ path }) => {
      asked.push(path);
      return { headers: { "content-type": "text/css" } };
    });
    for (let n = 0; n < 2; n++) await fetch(`${home}/_next/static/a.css`);
    expect(asked).toHaveLength(1);
    for (let n = 0; n < 2; n++) await fetch(`${home}/_next/static/%61.css`);
    expect(asked).toHaveLength(3); // answered, and not kept
  });

  it("tells everyone who waits for a page that the database is away, not that the forum has a fault", async () => {
    const home = await open(async (_, request) => {
      await new Promise((resume) => setTimeout(resume, 50));
      request.status = 503;
      return { status: 500 };
    });
    const answers = await Promise.all([fetch(`${home}/`), fetch(`${home}/`), fetch(`${home}/`)]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  });

  it("is finished when nothing is being answered any more, also for someone who has gone", async () => {
    let answered = () => {};
    const home = await open(async () => {
      await new Promise<void>((done) => {
        answered = done;
        leaving.abort();
      });
      return {};
    });
    const leaving = new AbortController();
    await expect(fetch(`${home}/settings`, { signal: leaving.signal })).rejects.toThrow();
    let over = false;
    const finished = door.finished().then(() => {
      over = true;
    });
    await new Promise((resume) => setImmediate(resume));
    expect(over).toBe(false);
    answered();
    await finished;
  });

  it("puts the body of a page where Next left its place", async () => {
    const home = await open(async ({ path }, request) => {
      if (path === "/nothing") return { status: 404, body: Buffer.from("<html><body></body></html>") };
      request.page = path === "/" ? "<main>costs $& and $1</main>" : "<main>nothing here</main>";
      return { status: path === "/" ? 200 : 404, body: Buffer.from(`<body>${PAGE_PLACE}</body>`) };
    });
    expect(await (await fetch(`${home}/`)).text()).toBe("<body><main>costs $& and $1</main></body>");
    const missing = await fetch(`${home}/nothing`);
    expect([missing.status, await missing.text()]).toEqual([404, "<body><main>nothing here</main></body>"]);
  });

  it("shows the page, and not what Next made beside it in case it were missing, whichever was finished last", async () => {
    const home = await open(async ({ path }, request) => {
      request.missingPage = "<main>nothing here</main>";
      request.page = "<main>the rules</main>";
      return { status: path === "/rules" ? 200 : 404, body: Buffer.from(`<body>${PAGE_PLACE}</body>`) };
    });
    const read = async (path: string) => (await fetch(home + path)).text();
    expect(await read("/rules")).toBe("<body><main>the rules</main></body>");
    expect(await read("/studies/7")).toBe("<body><main>nothing here</main></body>");
  });

  it("makes a page by itself once Next has shown how it is framed, and leaves to Next what is no page", async () => {
    const asked: string[] = [];
    const home = await open(async ({ path }, request) => {
      asked.push(path);
      request.page = "<main>by Next</main>";
      return { body: Buffer.from(`<head><meta name="color-scheme" content="x"/></head><body>${PAGE_PLACE}</body>`) };
    });
    directPages.set("/u/[name]", async ({ name }) => {
      const request = requestAtHand();
      if (!request || name === "nobody") throw new Error("not found");
      if (name === "away") throw Object.assign(new Error("the database is away"), { code: "ECONNREFUSED" });
      request.page = `<main>${name}, read by ${request.session ?? "a guest"}</main>`;
      return "<title>made</title>";
    });
    const read = async (path: string, headers = {}) => (await fetch(`${home}${path}`, { headers })).text();
    try {
      expect(await read("/u/ines")).toContain("<main>by Next</main>");
      expect(await read("/u/jason")).toBe(
        "<head><title>made</title></head><body><main>jason, read by a guest</main></body>",
      );
      expect(await read("/u/jason", { cookie: "wellcited=abc" })).toContain("read by abc");
      expect(await read("/u/nobody")).toContain("<main>by Next</main>");
      expect(asked).toEqual(["/u/ines", "/u/nobody"]);
      for (const headers of [{}, { cookie: "wellcited=abc" }] as Record<string, string>[]) {
        const away = await fetch(`${home}/u/away`, { headers });
        expect([away.status, away.headers.get("retry-after")]).toEqual([503, "30"]);
      }
      expect(asked).toHaveLength(2);
    } finally {
      directPages.delete("/u/[name]");
    }
  });

  it("needs no answer of Next's for a page whose frame an earlier start has learnt", async () => {
    const asked: string[] = [];
    const loaded: string[] = [];
    const learnt: string[][] = [];
    const shell = { before: "<head>", after: "</body>" };
    const home = await open(
      async ({ path }, request) => {
        asked.push(path);
        request.page = "<main>by Next</main>";
        return { body: Buffer.from(`<head><meta name="color-scheme" content="x"/></head><body>${PAGE_PLACE}</body>`) };
      },
      {
        beforehand: {
          shells: new Map([
            ["/u/[name]", shell],
            ["/c/[slug]", shell],
          ]),
          learnt: (shells) => learnt.push([...shells.keys()]),
          load: async (route) => {
            loaded.push(route);
            if (route !== "/u/[name]") throw new Error("there is no such file");
            directPages.set(route, async ({ name }) => {
              const request = requestAtHand();
              if (request) request.page = `<main>${name}</main>`;
              return "<title>made</title>";
            });
          },
        },
      },
    );
    const read = async (path: string) => (await fetch(`${home}${path}`)).text();
    try {
      const pages = await Promise.all([read("/u/ines"), read("/u/jason")]);
      expect(pages).toEqual(
        ["ines", "jason"].map((name) => `<head><title>made</title></head><body><main>${name}</main></body>`),
      );
      expect([loaded, asked]).toEqual([["/u/[name]"], []]);
      expect(await read("/c/research")).toContain("<main>by Next</main>"); // what can't be loaded is Next's
      expect(await read("/")).toContain("<main>by Next</main>");
      expect(learnt).toEqual([["/u/[name]", "/c/[slug]", "/"]]);
    } finally {
      directPages.delete("/u/[name]");
    }
  });

  it("answers a kept page again with the same headers, and looks closely at whatever else comes", async () => {
    let made = 0;
    const home = await open(async (_, request) => {
      request.tags.add("thread 1");
      return { body: Buffer.from(`<h1>${++made}</h1>`) };
    });
    const headersOf = (answer: Response) => [...answer.headers].filter(([name]) => name !== "date").sort();
    const first = await fetch(`${home}/rules`);
    const again = await fetch(`${home}/rules`);
    expect(headersOf(again)).toEqual(headersOf(first));
    expect(await again.text()).toBe("<h1>1</h1>");
    const unchanged = await fetch(`${home}/rules`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(unchanged.status).toBe(304);
    expect((await fetch(`${home}/rules`, { method: "HEAD" })).headers.get("etag")).toBe(first.headers.get("etag"));
    expect(await (await fetch(`${home}/rules`, { headers: { cookie: "wellcited=abc" } })).text()).toBe("<h1>2</h1>");
    const elsewhere = await fetch(`${home.replace("127.0.0.1", "localhost")}/rules`, { headers: { "x-a": "b" } });
    expect(await elsewhere.text()).toBe("<h1>1</h1>");
  });

  it("keeps no page of an address that somebody made up", async () => {
    let made = 0;
    const home = await open(async (_, request) => {
      request.tags.add("thread 1");
      request.madeUp = true;
      return { body: Buffer.from(`<h1>${++made}</h1>`) };
    });
    for (const words of ["<h1>1</h1>", "<h1>2</h1>"])
      expect(await (await fetch(`${home}/c/research?older=0-1-1`)).text()).toBe(words);
  });

  it("keeps no page that came with a cookie, and gives nobody another's", async () => {
    let made = 0;
    const home = await open(async (_, request) => {
      request.tags.add("thread 1");
      const headers = { "content-type": "text/html", "set-cookie": ["wellcited=of-one-reader"] };
      return { headers, body: Buffer.from(`<h1>${++made}</h1>`) };
    });
    for (const words of ["<h1>1</h1>", "<h1>2</h1>"]) {
      const answer = await fetch(`${home}/rules`);
      expect([await answer.text(), answer.headers.get("set-cookie")]).toEqual([words, null]);
    }
  });

  it.each([500, 503])("asks anew for a page that failed with %i", async (status) => {
    let asked = 0;
    const home = await open(async (_, request) => {
      request.tags.add("thread 1");
      return ++asked === 1 ? { status } : {};
    });
    const failed = await fetch(`${home}/rules`);
    expect([failed.status, failed.headers.get("cache-control"), failed.headers.get("etag")]).toEqual([
      status,
      "no-store",
      null,
    ]);
    for (let n = 0; n < 2; n++) expect((await fetch(`${home}/rules`)).status).toBe(200);
    expect(asked).toBe(2);
  });

  it("gives a guest the guests' page, whoever has read it before, and tells caches who else would get another", async () => {
    const home = await open(async ({ cookie }, request) => {
      request.tags.add("thread 1");
      return { body: Buffer.from(`<h1>for ${cookie ?? "a guest"}</h1>`) };
    });
    const read = async (cookie?: string) => {
      const answer = await fetch(`${home}/rules`, { headers: cookie ? { cookie } : {} });
      expect(answer.headers.get("vary")).toBe("Cookie, Accept-Encoding");
      return [await answer.text(), answer.headers.get("cache-control")];
    };
    const members = ["<h1>for wellcited=abc</h1>", "private, no-store"];
    const guests = ["<h1>for a guest</h1>", "private, no-cache"];
    expect(await read("wellcited=abc")).toEqual(members);
    expect(await read("theme=dark")).toEqual(guests); // made from this request, and without its cookie
    expect(await read()).toEqual(guests);
    expect(await read("wellcited=abc")).toEqual(members);
    expect(await read()).toEqual(guests);
  });

  it("says of a page that a guest has already only that it is unchanged, until it has changed", async () => {
    const store = new PageStore({ maxBytes: 1_000_000, maxAgeMs: 60_000 });
    store.lease(Number.POSITIVE_INFINITY);
    let words = "<h1>first</h1>";
    const home = await open(
      async (_, request) => {
        request.tags.add("thread 1");
        return { body: Buffer.from(words) };
      },
      { store },
    );
    const tag = (await fetch(`${home}/rules`)).headers.get("etag") ?? "";
    const again = async () => fetch(`${home}/rules`, { headers: { "if-none-match": tag } });
    const unchanged = await again();
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get("content-type")]).toEqual([304, "", null]);
    expect([
      unchanged.headers.get("etag"),
      unchanged.headers.get("vary"),
      unchanged.headers.get("cache-control"),
    ]).toEqual([tag, "Cookie, Accept-Encoding", "private, no-cache"]);
    const members = await fetch(`${home}/rules`, { headers: { "if-none-match": tag, cookie: "wellcited=abc" } });
    expect([members.status, await members.text()]).toEqual([200, words]);
    words = "<h1>second</h1>";
    store.expire(["thread 1"]);
    const changed = await again();
    expect([changed.status, await changed.text()]).toEqual([200, words]);
    expect(changed.headers.get("etag")).not.toBe(tag);
  });

  it.each([
    ["the page's tag among others", (tag: string) => `"another, one", ${tag} , "third"`, 304],
    ["it as a proxy has weakened it", (tag: string) => `W/${tag}`, 304],
    ["it weakened and last of a list", (tag: string) => `W/"another",W/${tag}`, 304],
    ["any page there is", () => "*", 304],
    ["others only", (tag: string) => `"another", W/"x${tag.slice(1)}`, 200],
    ["it without its marks", (tag: string) => tag.slice(1, -1), 200],
    ["a star as another's tag", () => '"*"', 200],
    ["nothing", () => "", 200],
  ])("takes a reader's word for what they have where they name %s", async (_, named, status) => {
    const home = await open(async () => ({}));
    const tag = (await fetch(`${home}/rules`)).headers.get("etag")?.replace("W/", "") ?? "";
    for (const method of ["GET", "HEAD"])
      expect((await fetch(`${home}/rules`, { method, headers: { "if-none-match": named(tag) } })).status).toBe(status);
  });

  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["br;q=0.0, gzip;q=0", null],
    ["br;q=0.5", "br"],
    ["", null],
  ])("packs a page as its reader says they can unpack it: %s", async (accepted, packed) => {
    const home = await open(async (_, request) => {
      request.tags.add("rules");
      return {};
    });
    for (let time = 0; time < 2; time++) {
      const answer = await fetch(`${home}/rules`, { headers: { "accept-encoding": accepted } });
      expect([answer.headers.get("content-encoding"), await answer.text()]).toEqual([packed, "<h1>A page</h1>"]);
    }
  });

  it("counts who reads a thread, new to them or unchanged, and no program that asks for its headers only", async () => {
    const viewed: number[] = [];
    const home = await open(
      async ({ path }, request) => {
        request.tags.add("thread 7");
        return path === "/t/8/gone" ? { status: 404 } : {};
      },
      { onThreadViewed: (threadId) => viewed.push(threadId) },
    );
    const views = async (method: string, headers: Record<string, string>, path = "/t/7/rest") => {
      viewed.length = 0;
      const answer = await fetch(home + path, { method, headers });
      return [answer.status, ...viewed];
    };
    const member = { cookie: "wellcited=abc" };
    for (let n = 0; n < 2; n++) expect(await views("HEAD", {})).toEqual([200]);
    for (let n = 0; n < 2; n++) expect(await views("GET", {})).toEqual([200, 7]);
    expect(await views("GET", { "if-none-match": "*" })).toEqual([304, 7]);
    expect(await views("GET", member)).toEqual([200, 7]);
    expect(await views("HEAD", member)).toEqual([200]);
    expect(await views("GET", {}, "/t/8/gone")).toEqual([404]);
  });

  it("can't be made to ask the database for an empty character", async () => {
    const home = await open(async () => ({}));
    expect((await fetch(`${home}/u/%00`)).status).toBe(400);
  });
});
