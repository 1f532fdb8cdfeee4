import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Page, PageStore } from "@/lib/platform/pages";
import { isFrameworkRequest } from "./headers";
import { threadOfPage } from "./public-pages";

type Address = { key: string; threadId: number | null };
type Encoding = "br" | "gzip" | "identity";

const REMEMBERED = 20_000;
/** What is longer was made up: remembering it would only fill the memory. */
const LONGEST_ADDRESS = 400;

/**
 * Answers a guest's request for a kept page with as little work as there is: no address is taken apart twice, and an
 * answer's headers are put together once. Whatever is not just that goes the whole way.
 */
export class QuickAnswers {
  /** What host and address led to when they were taken apart. */
  #addresses = new Map<string, Address>();
  readonly #heads = new WeakMap<Page, Partial<Record<Encoding, string[]>>>();
  readonly #fixed: string[];

  constructor(
    private readonly store: PageStore,
    security: OutgoingHttpHeaders,
    private readonly onThreadViewed: (threadId: number) => void,
  ) {
    this.#fixed = Object.entries(security).flatMap(([name, value]) =>
      value === undefined ? [] : [name, String(value)],
    );
  }

  remember({ headers, url }: IncomingMessage, key: string, pathname: string): void {
    if ((url?.length ?? 0) > LONGEST_ADDRESS) return;
    if (this.#addresses.size >= REMEMBERED) this.#addresses.clear();
    this.#addresses.set(`${headers.host} ${url}`, { key, threadId: threadOfPage(pathname) });
  }

  /** True where the answer is on its way. */
  send(req: IncomingMessage, res: ServerResponse): boolean {
    const { headers } = req;
    if (req.method !== "GET" || headers.cookie !== undefined || headers["if-none-match"] !== undefined) return false;
    const address = this.#addresses.get(`${headers.host} ${req.url}`);
    if (!address || isFrameworkRequest(req)) return false;
    const page = this.store.find(address.key);
    if (!page) return false;
    if (address.threadId) this.onThreadViewed(address.threadId);
    const encoding = encodingFor(headers["accept-encoding"]);
    res.writeHead(200, this.#headOf(page, encoding)).end(bytesOf(page, encoding));
    return true;
  }

  #headOf(page: Page, encoding: Encoding): string[] {
    const heads = this.#heads.get(page) ?? {};
    this.#heads.set(page, heads);
    heads[encoding] ??= [
      ...this.#fixed,
      ...Object.entries(headersOfPage(page, encoding)).flat(),
      "content-length",
      String(bytesOf(page, encoding).length),
    ];
    return heads[encoding];
  }
}

/** The best of what the reader can unpack. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  const names = withoutRefused(String(accepted ?? ""));
  return /\bbr\b/.test(names) ? "br" : /\bgzip\b/.test(names) ? "gzip" : "identity";
}

export function takesGzip(accepted: string | string[] | undefined): boolean {
  return /\bgzip\b/.test(withoutRefused(String(accepted ?? "")));
}

/** "br;q=0" says that they can't (RFC 9110, 12.4.2). */
function withoutRefused(accepted: string): string {
  return accepted.includes("q=0") ? accepted.replace(/[\w*-]+\s*;\s*q=0(\.0*)?(?![.\d])/g, "") : accepted;
}

export function bytesOf(page: Page, encoding: Encoding): Buffer {
  return encoding === "br" ? page.brotli : encoding === "gzip" ? page.gzip : page.body;
}

/** Whether If-None-Match names this page (RFC 9110, 13.1.2). A proxy that packs it anew marks its tag as weak. */
export function isNamed(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags: string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return tags.includes(etag) || ifNoneMatch.trim() === "*";
}

/** Of a page that is the same for all guests: browsers keep it and ask each time whether it is still so. */
export function headersOfPage(page: Page, encoding: Encoding): Record<string, string> {
  return {
    "cache-control": "private, no-cache",
    etag: `W/${page.etag}`, // the same page, packed this way or that
    vary: "Cookie, Accept-Encoding",
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    "content-type": page.contentType,
  };
}
