import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { log } from "@/lib/platform/log";
import { makePage, type Page, type PageStore, type Rendered } from "@/lib/platform/pages";
import { newRequest, type RequestAtHand, tagsToKeepBy, withRequest } from "@/lib/platform/request";
import { cookieIn } from "@/lib/platform/session-cookie";
import { PAGE_PLACE, pageLeft, withPage } from "@/lib/platform/static-page";
import { type Beforehand, DirectPages } from "./direct";
import { faultPage, sentFields } from "./fault-page";
import { headersForNext, isFrameworkRequest, securityHeaders } from "./headers";
import type { Answer, InnerServer } from "./inner";
import { publicPageKey, threadOfPage } from "./public-pages";
import { bytesOf, encodingFor, headersOfPage, isNamed, QuickAnswers, takesGzip } from "./quick-answers";
import { isSameOrigin, ownOriginOf } from "./same-origin";
import { stripScripts } from "./strip-scripts";
import { typedWords } from "./typed-words";

const compress = promisify(gzip);
const MAX_BODY = 1024 * 1024;
/** An answer that took longer is worth a line in the log. */
const SLOW_MS = 3_000;

const HTML = "text/html; charset=utf-8";

const AWAY: Answer = { status: 503, headers: {}, body: Buffer.alloc(0) };

/** The one write that needs not come from a page of ours (RFC 8058). */
const UNSUBSCRIBE_PATH = "/unsubscribe/one-click";

/** Development serves the pages that readers get; this loads them again when Next says that a source has changed. */
const RELOAD_PATH = "/development-reload.js";
const RELOAD_TAG = `<script src="${RELOAD_PATH}" defer></script>`;
const RELOAD_SCRIPT = `const socket = new WebSocket("ws://" + location.host + "/_next/hmr?id=" + Math.random());
socket.onmessage = ({ data }) => typeof data === "string" && data.includes('"serverComponentChanges"') && location.reload();
`;

export type DoorOptions = {
  store: PageStore;
  inner: Pick<InnerServer, "ask">;
  configured: { origin?: string; host: string; port: number };
  development: boolean;
  noindex: boolean;
  sessionCookie: string;
  addressOf(req: IncomingMessage): string;
  isReady(): Promise<boolean>;
  api: Api;
  onThreadViewed(threadId: number): void;
  beforehand?: Beforehand;
};

/** The JSON API, answered without Next. */
export type Api = {
  owns(pathname: string): boolean;
  /** The name under which a guest's answer may be kept, if it may. */
  keptAnswerKey(url: URL, headers: IncomingHttpHeaders): string | null;
  answer(asked: ApiRequest): Promise<ApiAnswer>;
};
type ApiRequest = {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  sameOrigin: boolean;
  body(): Promise<Buffer | "too-long">;
};
type ApiAnswer = { status: number; headers: Record<string, string>; contentType: string; body: Buffer };

/** Everything that comes in passes here; nothing about permission is decided here. */
export class Door {
  readonly #direct: DirectPages;
  #assets = new Map<string, { page: Page; cacheControl: string }>();
  readonly #security: OutgoingHttpHeaders;
  readonly #quick: QuickAnswers;
  readonly #underWay = new Set<Promise<void>>();

  constructor(private readonly options: DoorOptions) {
    this.#security = securityHeaders({
      https: Boolean(options.configured.origin?.startsWith("https:")),
      noindex: options.noindex,
    });
    this.#direct = new DirectPages(options.beforehand);
    this.#quick = new QuickAnswers(options.store, this.#security, options.onThreadViewed);
  }

  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (this.#quick.send(req, res)) return;
    const answering = this.#handleAtLength(req, res);
    this.#underWay.add(answering);
    await answering.finally(() => this.#underWay.delete(answering));
  }

  /** Nothing is being answered any more, also for those who have gone: what answers need can be taken away. */
  async finished(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #handleAtLength(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(this.#security)) if (value !== undefined) res.setHeader(name, value);
    const request = newRequest(randomUUID(), this.options.addressOf(req));
    const began = performance.now();
    try {
      await this.#answer(req, res, request);
    } catch (error) {
      if (res.headersSent || res.destroyed) return void res.destroy();
      log.error({ err: error, id: request.id }, "a request failed at the door");
      this.#send(res, 500, HTML, Buffer.from(faultPage({ status: 500, id: request.id, typed: [] })));
    } finally {
      const took = Math.round(performance.now() - began);
      if (took > SLOW_MS)
        log.warn(
          {
            id: request.id,
            method: req.method,
            path: parseUrl(req.url)?.pathname,
            took,
            statements: request.statements,
          },
          "an answer took long",
        );
    }
  }

  async #answer(req: IncomingMessage, res: ServerResponse, request: RequestAtHand): Promise<void> {
    const { method = "GET" } = req;
    const origin = ownOriginOf(req.headers.host, this.options.configured);
    const url = parseUrl(req.url);
    if (url?.pathname === "/livez") return this.#plain(res, 200, "alive");
    if (url?.pathname === "/readyz")
      return (await this.options.isReady()) ? this.#plain(res, 200, "ready") : this.#plain(res, 503, "not ready");
    if (!origin) return this.#plain(res, 421, "This forum has another address.");
    if (!url) return this.#plain(res, 400, "This address can't be read.");

    if (this.options.development && url.pathname === RELOAD_PATH)
      return this.#send(res, 200, "text/javascript; charset=utf-8", Buffer.from(RELOAD_SCRIPT));
    const reading = method === "GET" || method === "HEAD";
    if (this.options.api.owns(url.pathname)) return this.#serveApi(req, res, request, origin, url);
    // Mail programs press it from elsewhere. Its link is all it goes by: no cookie comes along.
    const unsubscribing = method === "POST" && url.pathname === UNSUBSCRIBE_PATH;
    if (unsubscribing) req.headers = pick(req.headers, "host", "content-type");
    if (!reading && !unsubscribing && !isSameOrigin(req.headers, origin))
      return this.#plain(
        res,
        403,
        "This form did not come from one of our pages. Please open the page again and send it from there.",
      );

    if (!reading && method !== "POST") {
      res.setHeader("allow", "GET, HEAD, POST");
      return this.#plain(res, 405, "Pages are read, and their forms are sent; nothing else can be done with them.");
    }

    const key = reading && !this.#isMembers(req) && !isFrameworkRequest(req) ? publicPageKey(url) : null;
    if (key) return this.#serveGuest(req, res, request, origin, key, url.pathname);
    if (reading && isAsset(url.pathname) && !this.options.development)
      return this.#serveAsset(req, res, request, origin, url.pathname);

    request.leaving = leavingOf(res);
    const body = reading ? null : await readBody(req);
    if (body === "too-long")
      return this.#plain(
        res,
        413,
        "That is too long to be sent. Please go back, your text is still in the form, and shorten it.",
      );
    if (reading && !isFrameworkRequest(req) && !this.options.development) {
      const page = await this.#direct.make(request, url, cookieIn(req.headers.cookie, this.options.sessionCookie));
      if (page === "away") return this.#sendAnswer(req, res, request, AWAY, null);
      if (page) {
        this.#noteView(req, url.pathname);
        res.setHeader("vary", "Cookie, Accept-Encoding");
        res.setHeader("cache-control", "private, no-store");
        return this.#sendCompressed(req, res, 200, HTML, page);
      }
    }
    const headersWith = (bodyLength: number | null) =>
      headersForNext(req.headers, { origin, requestId: request.id, bodyLength });
    let answer = await this.options.inner.ask(request, {
      method,
      path: url.pathname + url.search,
      body,
      headers: headersWith(body ? body.length : null),
    });
    if (reading && this.#lacksItsPage(answer)) answer = await this.#nothingHere(request, headersWith(null));
    if (body && this.#losesWords(answer, request)) {
      request.handBack = { path: url.pathname + url.search, action: await actionIn(body, req.headers["content-type"]) };
      request.status = refusalIn(request)?.status ?? 404; // the page knows better where whoever asks is signed out
      answer = await this.#nothingHere(request, headersWith(null));
    }
    if (reading && answer.status === 200) {
      this.#noteView(req, url.pathname);
      this.#learn(url.pathname, answer);
    }
    await this.#sendAnswer(req, res, request, answer, body);
  }

  #isMembers(req: IncomingMessage): boolean {
    return cookieIn(req.headers.cookie, this.options.sessionCookie) !== null;
  }

  #learn(pathname: string, answer: Answer): void {
    if (answer.status === 200) this.#direct.learn(pathname, () => stripScripts(answer.body.toString("utf8")));
  }

  /** Someone who is told that a page is unchanged reads it; a program that asks for its headers doesn't. */
  #noteView({ method }: IncomingMessage, pathname: string): void {
    const threadId = method === "HEAD" ? null : threadOfPage(pathname);
    if (threadId) this.options.onThreadViewed(threadId);
  }

  async #serveGuest(
    req: IncomingMessage,
    res: ServerResponse,
    request: RequestAtHand,
    origin: string,
    key: string,
    pathname: string,
  ): Promise<void> {
    const render = async (): Promise<Rendered> => {
      // Guests' pages are the same for all: none of this guest's headers go along.
      const direct = this.options.development
        ? null
        : await this.#direct.make(request, new URL(key, "http://forum.invalid"), null);
      if (direct === "away") return { page: await makePage(503, HTML, AWAY.body), tags: new Set() };
      if (direct) return { page: await makePage(200, HTML, direct), tags: tagsToKeepBy(request) };
      const headers = headersForNext({ accept: "text/html" }, { origin, requestId: request.id, bodyLength: null });
      let answer = await this.options.inner.ask(request, { method: "GET", path: key, body: null, headers });
      if (this.#lacksItsPage(answer)) answer = await this.#nothingHere(request, headers);
      this.#learn(pathname, answer);
      const page = await makePage(
        answer.status,
        answer.headers["content-type"] ?? HTML,
        this.#finished(answer, request),
      );
      page.location = answer.headers.location;
      if (answer.status >= 500 && request.status === 503) page.status = 503; // for those who wait for this render, too
      const keepable = answer.status === 200 && !answer.headers["set-cookie"] && !this.options.development;
      return { page, tags: keepable ? tagsToKeepBy(request) : new Set() };
    };
    const page = await this.options.store.page(key, render);
    if (page.status !== 200) {
      const headers = { "content-type": page.contentType, ...(page.location ? { location: page.location } : {}) };
      return this.#sendAnswer(req, res, request, { status: page.status, headers, body: page.body }, null);
    }
    this.#noteView(req, pathname);
    this.#quick.remember(req, key, pathname);
    this.#sendPage(req, res, page);
  }

  /** Guests' answers are kept as their pages are; everyone else's are nobody's to keep. */
  async #serveApi(
    req: IncomingMessage,
    res: ServerResponse,
    request: RequestAtHand,
    origin: string,
    url: URL,
  ): Promise<void> {
    const { method = "GET", headers } = req;
    const { api, store } = this.options;
    const asked = { method, url, headers, sameOrigin: isSameOrigin(headers, origin), body: () => readBody(req) };
    const vary = "Authorization, Cookie, Accept-Encoding";
    const reading = method === "GET" || method === "HEAD";
    const asGuest = reading && headers.authorization === undefined && !this.#isMembers(req);
    const key = asGuest ? api.keptAnswerKey(url, headers) : null;
    res.setHeader("vary", vary);
    res.setHeader("x-robots-tag", "noindex, nofollow"); // search engines are sent to the pages
    if (key) {
      const render = async (): Promise<Rendered> => {
        const guests = { ...asked, method: "GET", headers: {} };
        const { status, contentType, body } = await withRequest(request, () => api.answer(guests));
        const page = await makePage(status, contentType, body);
        return { page, tags: status === 200 && !this.options.development ? tagsToKeepBy(request) : new Set() };
      };
      const page = await store.page(key, render);
      if (page.status === 200) return this.#sendPage(req, res, page, { vary });
      if (page.status === 503) res.setHeader("retry-after", "30");
      res.setHeader("cache-control", "private, no-store");
      return this.#send(res, page.status, page.contentType, page.body);
    }
    request.leaving = leavingOf(res);
    const answer = await withRequest(request, () => api.answer(asked));
    for (const [name, value] of Object.entries(answer.headers)) res.setHeader(name, value);
    res.setHeader("cache-control", "private, no-store");
    await this.#sendCompressed(req, res, answer.status, answer.contentType, answer.body);
  }

  /** Where a page finds that it isn't there, Next leaves the words to its own script, and ours runs none of them. */
  #lacksItsPage({ status, headers, body }: Answer): boolean {
    return (
      status === 404 && isHtml(headers["content-type"] ?? "") && !body.includes(PAGE_PLACE) && !body.includes("<h1")
    );
  }

  /**
   * A form that was refused, on a page that is none of this person's any more, or that leads elsewhere. With 308 the
   * browser sends the form again by itself.
   */
  #losesWords(answer: Answer, { forms }: RequestAtHand): boolean {
    const leads = answer.status >= 300 && answer.status < 400 && answer.status !== 308;
    if (!leads && !this.#lacksItsPage(answer)) return false;
    return [...forms.values()].some(({ values }) => typedWords(values).length > 0);
  }

  async #nothingHere(request: RequestAtHand, headers: OutgoingHttpHeaders): Promise<Answer> {
    return this.options.inner.ask(request, { method: "GET", path: "/_not-found", body: null, headers });
  }

  async #serveAsset(
    req: IncomingMessage,
    res: ServerResponse,
    request: RequestAtHand,
    origin: string,
    pathname: string,
  ): Promise<void> {
    let asset = this.#assets.get(pathname);
    if (!asset) {
      const answer = await this.options.inner.ask(request, {
        method: "GET",
        path: pathname,
        body: null,
        headers: headersForNext({}, { origin, requestId: request.id, bodyLength: null }),
      });
      if (answer.status !== 200) return this.#sendAnswer(req, res, request, answer, null);
      const immutable = pathname.startsWith("/_next/static/") || pathname.startsWith("/fonts/");
      asset = {
        page: await makePage(200, answer.headers["content-type"] ?? "application/octet-stream", answer.body, "file"),
        cacheControl: immutable ? "public, max-age=31536000, immutable" : "public, no-cache",
      };
      // Files of ours have plain names; any other spelling of one would be another entry, without end.
      if (!pathname.includes("%")) this.#assets.set(pathname, asset);
    }
    this.#sendPage(req, res, asset.page, { "cache-control": asset.cacheControl });
  }

  #sendPage(req: IncomingMessage, res: ServerResponse, page: Page, other: Record<string, string> = {}): void {
    const encoding = encodingFor(req.headers["accept-encoding"]);
    const headers = { ...headersOfPage(page, encoding), ...other };
    const unchanged = isNamed(page.etag, req.headers["if-none-match"]);
    for (const [name, value] of Object.entries(headers))
      if (!unchanged || !name.startsWith("content-")) res.setHeader(name, value);
    if (unchanged) return void res.writeHead(304).end();
    this.#send(res, page.status, page.contentType, bytesOf(page, encoding));
  }

  async #sendAnswer(
    req: IncomingMessage,
    res: ServerResponse,
    request: RequestAtHand,
    answer: Answer,
    sent: Buffer | null,
  ): Promise<void> {
    if (answer.status >= 500 || (sent && this.#lacksItsPage(answer))) {
      const refused = answer.status === 404 ? refusalIn(request) : undefined;
      const status = refused?.status ?? (request.status === 503 ? 503 : answer.status);
      if (status === 503) res.setHeader("retry-after", "30");
      res.setHeader("cache-control", "no-store");
      const typed = typedWords(await sentFields(sent, req.headers["content-type"]));
      return this.#send(
        res,
        status,
        HTML,
        Buffer.from(faultPage({ status, id: request.id, typed, refused: refused?.sentence })),
      );
    }
    for (const [name, value] of Object.entries(answer.headers))
      if (value !== undefined && PASSED_ON.has(name)) res.setHeader(name, value);
    res.setHeader("vary", "Cookie, Accept-Encoding");
    const type = answer.headers["content-type"] ?? "";
    if (isHtml(type)) res.setHeader("cache-control", "private, no-store");
    if (request.retryAfter) res.setHeader("retry-after", String(request.retryAfter));
    const body = this.#finished(answer, request);
    // A refused form is rendered by Next as a page that went well; its status is ours to say.
    const status = (answer.status === 200 || request.handBack) && request.status ? request.status : answer.status;
    await this.#sendCompressed(req, res, status, type, body);
  }

  async #sendCompressed(
    req: IncomingMessage,
    res: ServerResponse,
    status: number,
    type: string,
    body: Buffer,
  ): Promise<void> {
    if (
      body.length > 1_000 &&
      /^(text\/|application\/(json|xml|atom))/.test(type) &&
      takesGzip(req.headers["accept-encoding"])
    ) {
      res.setHeader("content-encoding", "gzip");
      return this.#send(res, status, type, await compress(body, { level: 5 }));
    }
    this.#send(res, status, type, body);
  }

  #finished(answer: Answer, request: RequestAtHand): Buffer {
    if (!isHtml(answer.headers["content-type"] ?? "")) return answer.body;
    const html = withPage(stripScripts(answer.body.toString("utf8")), pageLeft(answer.status, request));
    return Buffer.from(this.options.development ? html.replace("</body>", `${RELOAD_TAG}</body>`) : html);
  }

  #plain(res: ServerResponse, status: number, sentence: string): void {
    res.setHeader("cache-control", "no-store");
    this.#send(res, status, "text/plain; charset=utf-8", Buffer.from(`${sentence}\n`));
  }

  #send(res: ServerResponse, status: number, contentType: string, body: Buffer): void {
    if (contentType) res.setHeader("content-type", contentType);
    if (status !== 304 && status !== 204) res.setHeader("content-length", body.length);
    res.writeHead(status).end(body);
  }
}

/** Headers of Next's answer that a reader gets; the rest is between Next and its own client code. */
const PASSED_ON = new Set([
  "location",
  "set-cookie",
  "cache-control",
  "etag",
  "last-modified",
  "content-disposition",
  "clear-site-data",
  "content-language",
]);

/** A reason that the command gave for what this person can see; of what they can't, it said that it isn't there. */
function refusalIn({ forms }: RequestAtHand): { status: number; sentence: string } | undefined {
  for (const { refusal, status } of forms.values())
    if (refusal && status !== 404) return { status, sentence: refusal.sentence };
  return undefined;
}

/** Made once, and only where somebody wants to know. */
function leavingOf(res: ServerResponse): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (!controller) {
      const made = new AbortController();
      if (res.destroyed) made.abort();
      else res.once("close", () => made.abort());
      controller = made;
    }
    return controller.signal;
  };
}

/** The field that names a form's action, for the same form on another page. */
async function actionIn(body: Buffer, contentType: string | undefined): Promise<Record<string, string>> {
  const fields = Object.entries(await sentFields(body, contentType));
  return Object.fromEntries(fields.filter(([name]) => name.startsWith("$ACTION_ID_")));
}

function isHtml(contentType: string): boolean {
  return contentType.startsWith("text/html");
}

function isAsset(pathname: string): boolean {
  return (
    pathname.startsWith("/_next/static/") ||
    /^\/(fonts\/)?[\w.-]+\.(js|css|svg|png|ico|woff2|webmanifest)$/.test(pathname)
  );
}

function parseUrl(raw: string | undefined): URL | null {
  if (!raw?.startsWith("/") || raw.startsWith("//") || raw.length > 4_000) return null;
  try {
    const url = new URL(raw, "http://forum.invalid");
    return decodeURIComponent(url.pathname).includes("\0") ? null : url; // PostgreSQL has no NUL
  } catch {
    return null;
  }
}

async function readBody(req: IncomingMessage): Promise<Buffer | "too-long"> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) return "too-long";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function pick(headers: IncomingHttpHeaders, ...names: string[]): IncomingHttpHeaders {
  return Object.fromEntries(names.map((name) => [name, headers[name]]));
}
