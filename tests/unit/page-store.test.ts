import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makePage, PageStore, type Rendered } from "@/lib/platform/pages";

const page = (words: string, status = 200) => makePage(status, "text/html", Buffer.from(words));
const rendered = async (words: string, ...tags: string[]): Promise<Rendered> => ({
  page: await page(words),
  tags: new Set(tags),
});

function store(limits: { maxBytes?: number; maxAgeMs?: number } = {}) {
  const clock = { ms: 0 };
  const made = new PageStore({
    maxBytes: limits.maxBytes ?? 10_000_000,
    maxAgeMs: limits.maxAgeMs ?? 3_600_000,
    now: () => clock.ms,
  });
  made.lease(Number.POSITIVE_INFINITY);
  return { store: made, clock };
}

/** A render that waits until the test lets it go on. */
function parked(words: string, ...tags: string[]) {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { release: () => release(), render: () => held.then(() => rendered(words, ...tags)) };
}

describe("a page ready to send", () => {
  it("is packed looking back no further than 64 KB, which is what making many at once takes in memory", async () => {
    const words = Array.from({ length: 10_000 }, (_, n) => `word ${n}`).join(" ");
    const { brotli, body } = await page(words);
    // RFC 7932, 9.1: a stream that begins with a zero bit has a window of 64 KB.
    expect((brotli[0] ?? 1) & 1).toBe(0);
    expect(brotliDecompressSync(brotli).toString()).toBe(words);
    expect(body.toString()).toBe(words);
  });
});

describe("the page store", () => {
  it("makes a page once for everyone who asks at the same time", async () => {
    const { store: pages } = store();
    let renders = 0;
    const render = () => {
      renders++;
      return rendered("thread", "thread:1");
    };
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => pages.page("/t/1", render)));
    expect(renders).toBe(1);
    expect(new Set(answers).size).toBe(1);
  });

  it("counts what came from memory, what was made and what had to go for want of room", async () => {
    const { store: pages } = store({ maxBytes: 40_000 });
    await Promise.all(Array.from({ length: 10 }, () => pages.page("/t/0", () => rendered("thread", "thread:0"))));
    pages.find("/t/0");
    pages.find("/t/1");
    expect(pages.counted).toEqual({ fromMemory: 10, madeAnew: 1, droppedForRoom: 0 });
    const old = parked("before", "thread:0");
    pages.expire(["thread:0"]);
    const first = pages.page("/t/0", old.render);
    pages.expire(["thread:0"]);
    const late = Array.from({ length: 5 }, () => pages.page("/t/0", () => rendered("after", "thread:0")));
    old.release();
    await Promise.all([first, ...late]);
    expect(pages.counted).toEqual({ fromMemory: 14, madeAnew: 3, droppedForRoom: 0 }); // one before, one after, four who waited
    for (let n = 1; n <= 40; n++) await pages.page(`/t/${n}`, () => rendered("thread", `thread:${n}`));
    expect(pages.counted.droppedForRoom).toBe(41 - pages.size.pages);
    expect(pages.counted.droppedForRoom).toBeGreaterThan(0);
    const { droppedForRoom } = pages.counted;
    pages.empty();
    expect(pages.counted.droppedForRoom).toBe(droppedForRoom);
  });

  it("keeps no page that declared nothing", async () => {
    const { store: pages } = store();
    await pages.page("/x", () => rendered("x"));
    expect(pages.find("/x")).toBeUndefined();
  });

  it("keeps no page that failed", async () => {
    const { store: pages } = store();
    await pages.page("/x", async () => ({ page: await page("gone", 404), tags: new Set(["front"]) }));
    expect(pages.find("/x")).toBeUndefined();
  });

  it("drops a page when something it showed has changed, and no other", async () => {
    const { store: pages } = store();
    await pages.page("/t/1", () => rendered("one", "thread:1", "member:7"));
    await pages.page("/t/2", () => rendered("two", "thread:2"));
    pages.expire(["member:7"]);
    expect(pages.find("/t/1")).toBeUndefined();
    expect(pages.find("/t/2")?.body.toString()).toBe("two");
  });

  it("doesn't keep a render that a change outran", async () => {
    const { store: pages } = store();
    const old = parked("with the hidden post", "thread:1");
    const first = pages.page("/t/1", old.render);
    pages.expire(["thread:1"]);
    old.release();
    await first;
    expect(pages.find("/t/1")).toBeUndefined();
  });

  it("gives nobody who comes after a change a render that began before it", async () => {
    const { store: pages } = store();
    const old = parked("with the hidden post", "thread:1");
    void pages.page("/t/1", old.render);
    pages.expire(["thread:1"]);
    const later = pages.page("/t/1", () => rendered("without it", "thread:1"));
    old.release();
    expect((await later).body.toString()).toBe("without it");
    expect(pages.find("/t/1")?.body.toString()).toBe("without it");
  });

  it.each([
    ["a change has outrun the first render", (pages: PageStore) => pages.expire(["thread:1"])],
    ["its lease has run out", (pages: PageStore) => pages.lease(0)],
  ])("makes a page once at a time, also when %s", async (_, happens) => {
    const { store: pages } = store();
    const old = parked("with the hidden post", "thread:1");
    const first = pages.page("/t/1", old.render);
    happens(pages);
    let [renders, atOnce, most] = [0, 0, 0];
    const later = Array.from({ length: 1_000 }, () =>
      pages.page("/t/1", async () => {
        renders++;
        most = Math.max(most, ++atOnce);
        await new Promise((resume) => setTimeout(resume, 5));
        atOnce--;
        return rendered("without it", "thread:1");
      }),
    );
    expect(renders).toBe(0);
    old.release();
    expect((await first).body.toString()).toBe("with the hidden post");
    for (const page of await Promise.all(later)) expect(page.body.toString()).toBe("without it");
    expect([renders, most]).toEqual([1, 1]);
  });

  it("serves nothing once its lease has run out", async () => {
    const { store: pages, clock } = store();
    pages.lease(1_000);
    await pages.page("/t/1", () => rendered("one", "thread:1"));
    expect(pages.find("/t/1")).toBeDefined();
    clock.ms = 1_001;
    expect(pages.find("/t/1")).toBeUndefined();
  });

  it("keeps a page for an hour at most", async () => {
    const { store: pages, clock } = store();
    await pages.page("/t/1", () => rendered("one", "thread:1"));
    clock.ms = 3_600_001;
    expect(pages.find("/t/1")).toBeUndefined();
  });

  it("stays within its bytes and gives up what was read longest ago", async () => {
    const { store: pages } = store({ maxBytes: 40_000 });
    const words = (seed: number) => `${"page ".repeat(500)}${seed}`;
    for (let n = 0; n < 30; n++) {
      await pages.page(`/t/${n}`, () => rendered(words(n), `thread:${n}`));
      pages.find("/t/0");
    }
    expect(pages.size.bytes).toBeLessThanOrEqual(40_000);
    expect(pages.find("/t/0")).toBeDefined();
    expect(pages.find("/t/1")).toBeUndefined();
  });

  it("forgets everything when it is emptied, also what is being made", async () => {
    const { store: pages } = store();
    const slow = parked("one", "thread:1");
    const first = pages.page("/t/1", slow.render);
    pages.empty();
    slow.release();
    await first;
    expect(pages.size.pages).toBe(0);
  });
});
