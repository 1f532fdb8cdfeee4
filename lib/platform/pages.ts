import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzipSync, gzip } from "node:zlib";
import { tags as names } from "./tags";

/** A guest's page, ready to send; for the few who can unpack nothing it is unpacked when they ask. */
export class Page {
  /** Where a redirect leads. */
  location?: string;

  constructor(
    public status: number,
    readonly contentType: string,
    readonly etag: string,
    readonly gzip: Buffer,
    readonly brotli: Buffer,
  ) {}

  get body(): Buffer {
    return gunzipSync(this.gzip);
  }
}

type Kept = { page: Page; tags: string[]; keptAt: number; bytes: number };

/** What a render hands over: no tags means "don't keep". */
export type Rendered = { page: Page; tags: ReadonlySet<string> };

/** Measured: what a page's key and headers, and each tag of it, take besides. */
const BYTES_BESIDE = 1_500;
const BYTES_A_TAG = 150;

const everything = names.everything();

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/**
 * How hard to compress: a page has a reader waiting for it and an hour to live, a file is the same for years. `window` is
 * how far back brotli looks, as a power of two. Further than a page is long gains nothing, and takes megabytes for each
 * page that is being made: with the usual 22, V8 looked for free memory four times as often as for a member's page.
 */
const EFFORT = { page: { gzip: 4, brotli: 5, window: 16 }, file: { gzip: 9, brotli: 11, window: 22 } };

/** Compressed away from the event loop, once for all readers of a page. */
export async function makePage(
  status: number,
  contentType: string,
  body: Buffer,
  kind: keyof typeof EFFORT = "page",
): Promise<Page> {
  const [gzipped, brotlied] = await Promise.all([
    compressGzip(body, { level: EFFORT[kind].gzip }),
    compressBrotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: EFFORT[kind].brotli,
        [constants.BROTLI_PARAM_LGWIN]: EFFORT[kind].window,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  ]);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  return new Page(status, contentType, etag, exactly(gzipped), exactly(brotlied));
}

/** What zlib gives is a piece of a larger buffer, which would be kept whole. */
function exactly(piece: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(piece.length);
  piece.copy(own);
  return own;
}

/**
 * Guests' pages, kept whole (design.md, "The page store"). Five rules: a page carries the tags of what it read, and
 * one without tags isn't kept; a render that one of its tags outran isn't kept; a store whose lease has run out serves
 * nothing; nothing is kept for more than an hour or beyond the bytes given; a page is made once at a time: whoever asks
 * meanwhile waits for that render, or, if something expired since it began, for the one after it.
 */
export class PageStore {
  /** Moves with each expiry; a render remembers where it stood at the start. */
  #moment = 0;
  /** Since when a tag is out of date. Cut short now and then: renders from before the cut aren't kept. */
  #expired = new Map<string, number>();
  #cut = 0;
  #kept = new Map<string, Kept>();
  #byTag = new Map<string, Set<string>>();
  #bytes = 0;
  #rendering = new Map<string, { since: number; done: Promise<Page>; next?: Promise<Page> }>();
  /** In the process's own monotonic time; a store that shares its database serves only before it. */
  #leaseEnd = 0;
  /** Since the start: answers that were there, renders, and pages that went only because others needed their room. */
  readonly counted = { fromMemory: 0, madeAnew: 0, droppedForRoom: 0 };

  constructor(
    readonly limits: { maxBytes: number; maxAgeMs: number; now?: () => number },
    private readonly time = limits.now ?? (() => performance.now()),
  ) {}

  lease(until: number): void {
    this.#leaseEnd = until;
  }

  get serving(): boolean {
    return this.time() < this.#leaseEnd;
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#kept.size, bytes: this.#bytes };
  }

  find(key: string): Page | undefined {
    const kept = this.#kept.get(key);
    if (!kept || !this.serving) return undefined;
    if (this.time() - kept.keptAt > this.limits.maxAgeMs) {
      this.#drop(key);
      return undefined;
    }
    // Map keeps the order of insertion: the least recently used stands first.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    this.counted.fromMemory++;
    return kept.page;
  }

  /** The kept page, or the one being made, or the answer of `render`. */
  async page(key: string, render: () => Promise<Rendered>): Promise<Page> {
    const found = this.find(key);
    if (found) return found;
    const running = this.#rendering.get(key);
    if (running && running.since === this.#moment && this.serving) {
      this.counted.fromMemory++;
      return running.done;
    }
    if (running) {
      // What is being made may be older than this question: everyone who asks from now on waits for one render after it.
      const again = () => this.page(key, render);
      if (running.next) this.counted.fromMemory++;
      running.next ??= running.done.then(again, again);
      return running.next;
    }
    const since = this.#moment;
    const done = this.#render(key, since, render).finally(() => {
      if (this.#rendering.get(key)?.done === done) this.#rendering.delete(key);
    });
    this.#rendering.set(key, { since, done });
    return done;
  }

  async #render(key: string, since: number, render: () => Promise<Rendered>): Promise<Page> {
    this.counted.madeAnew++;
    const { page, tags } = await render();
    if (page.status === 200 && tags.size > 0 && this.serving && !this.#outran(tags, since))
      this.#keep(key, page, [...tags]);
    return page;
  }

  #outran(tags: ReadonlySet<string>, since: number): boolean {
    if (since < this.#cut) return true;
    for (const tag of tags) if ((this.#expired.get(tag) ?? -1) > since) return true;
    return false;
  }

  #keep(key: string, page: Page, tags: string[]): void {
    this.#drop(key);
    const bytes = page.gzip.length + page.brotli.length + BYTES_BESIDE + tags.length * BYTES_A_TAG;
    if (bytes > this.limits.maxBytes / 8) return;
    this.#kept.set(key, { page, tags, keptAt: this.time(), bytes });
    this.#bytes += bytes;
    for (const tag of tags) {
      const keys = this.#byTag.get(tag);
      if (keys) keys.add(key);
      else this.#byTag.set(tag, new Set([key]));
    }
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.limits.maxBytes) break;
      this.#drop(oldest);
      this.counted.droppedForRoom++;
    }
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
    for (const tag of kept.tags) {
      const keys = this.#byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#byTag.delete(tag);
    }
  }

  expire(tags: Iterable<string>): void {
    this.#moment++;
    for (const tag of tags) {
      if (tag === everything) this.empty();
      this.#expired.set(tag, this.#moment);
      for (const key of [...(this.#byTag.get(tag) ?? [])]) this.#drop(key);
    }
    if (this.#expired.size > 20_000) {
      this.#expired.clear();
      this.#cut = this.#moment;
    }
  }

  /** Everything goes, and no render that is under way is kept. */
  empty(): void {
    this.#moment++;
    this.#cut = this.#moment;
    this.#expired.clear();
    this.#kept.clear();
    this.#byTag.clear();
    this.#bytes = 0;
  }
}
