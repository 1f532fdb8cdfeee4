import { type DirectPage, directPages } from "@/lib/platform/direct-pages";
import { isUnavailable } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type RequestAtHand, withRequest } from "@/lib/platform/request";
import { PAGE_PLACE } from "@/lib/platform/static-page";
import type { Shell, Shells } from "./shells";

/** The hottest pages, and how their addresses are read. */
const ROUTES: { route: string; address: RegExp; names: string[] }[] = [
  { route: "/", address: /^\/$/, names: [] },
  { route: "/c/[slug]", address: /^\/c\/([^/]+)$/, names: ["slug"] },
  { route: "/t/[id]/[slug]", address: /^\/t\/([^/]+)\/([^/]+)$/, names: ["id", "slug"] },
  { route: "/u/[name]", address: /^\/u\/([^/]+)$/, names: ["name"] },
  { route: "/search", address: /^\/search$/, names: [] },
];

const HEAD_STARTS = '<meta name="color-scheme"';

/** What is known of the pages before Next has answered anything. */
export type Beforehand = {
  shells: Shells;
  /** Hears of each shell that is learnt. */
  learnt(shells: Shells): void;
  /** Has Next load the page of this route, so that it stands in `directPages`. */
  load(route: string): Promise<unknown>;
};

/**
 * Pages that the door makes by itself. Next goes first: from its first answer for a route the shell is taken, and
 * whatever isn't simply a page (a redirect, what isn't there, a fault) is left to it.
 */
export class DirectPages {
  readonly #shells: Map<string, Shell>;
  readonly #loading = new Map<string, Promise<void>>();

  constructor(private readonly beforehand?: Beforehand) {
    this.#shells = new Map(beforehand?.shells);
  }

  /** Takes the shell from an answer of Next's, before the body is put in its place. */
  learn(pathname: string, answered: () => string): void {
    const found = find(pathname);
    if (!found || this.#shells.has(found.route)) return;
    const html = answered();
    const head = html.indexOf(HEAD_STARTS);
    const place = html.indexOf(PAGE_PLACE);
    if (head < 0 || place < head) return;
    this.#shells.set(found.route, { before: html.slice(0, head), after: html.slice(place + PAGE_PLACE.length) });
    this.beforehand?.learnt(this.#shells);
  }

  async #find(route: string): Promise<DirectPage | undefined> {
    const known = directPages.get(route);
    if (known || !this.beforehand) return known;
    const loading = this.#loading.get(route) ?? this.#load(route, this.beforehand);
    this.#loading.set(route, loading);
    await loading;
    return directPages.get(route);
  }

  async #load(route: string, beforehand: Beforehand): Promise<void> {
    try {
      await beforehand.load(route);
    } catch (error) {
      log.warn({ err: error, route }, "a page could not be loaded beforehand"); // Next comes to it in its own way
    }
  }

  /** The whole page for whom this session is; "away" where the database is; null where Next is to answer. */
  async make(request: RequestAtHand, url: URL, session: string | null): Promise<Buffer | "away" | null> {
    const found = find(url.pathname);
    const shell = found && this.#shells.get(found.route);
    const page = shell && (await this.#find(found.route));
    if (!page) return null;
    request.session = session;
    try {
      const head = await withRequest(request, () => page(found.params, queryOf(url)));
      if (request.page !== undefined)
        return Buffer.from(`${shell.before}${head}</head><body>${request.page}${shell.after}`);
    } catch (error) {
      if (isUnavailable(error)) {
        log.error({ err: error, id: request.id, path: url.pathname }, "a page failed");
        request.status = 503;
        return "away";
      }
      // Next comes to the same end, and knows how to say it.
    }
    request.session = undefined;
    request.page = undefined;
    request.missingPage = undefined;
    request.tags.clear();
    request.memo.clear();
    return null;
  }
}

function find(pathname: string): { route: string; params: Record<string, string> } | null {
  for (const { route, address, names } of ROUTES) {
    const match = address.exec(pathname);
    if (match) return { route, params: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ""])) };
  }
  return null;
}

/** A name that comes once gives a text, one that comes several times a list, as Next gives them. */
function queryOf({ searchParams }: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    const all = searchParams.getAll(name);
    query[name] = all.length === 1 ? (all[0] as string) : all;
  }
  return query;
}
