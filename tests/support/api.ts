import http, { type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import { openSession } from "@/lib/accounts/sessions";
import { answerApi, isApiPath, keptAnswerKey } from "@/lib/api/api";
import { Problem, statusesOf } from "@/lib/api/openapi";
import { BASE, paramsOf, type Route } from "@/lib/api/route";
import { routes } from "@/lib/api/routes";
import { Door } from "@/lib/door/door";
import { transaction } from "@/lib/platform/db";
import { PageStore } from "@/lib/platform/pages";
import { type Expirer, expirer } from "@/lib/platform/touched";
import type { MemberViewer } from "@/lib/policy/viewer";

// The API behind the real door on a port of its own. Whatever it answers is held against what the document says.

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape was checked a moment ago
type Body = any;
export type Answered = { status: number; headers: IncomingHttpHeaders; text: string; body: Body };
export type Asking = {
  as?: MemberViewer;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Where it says it comes from: our own pages, unless the test says otherwise. */
  from?: string | null;
};

export type OpenedApi = {
  home: string;
  ask(method: string, path: string, asking?: Asking): Promise<Answered>;
  /** "GET /threads/{id}" of every route that gave what it is for. */
  answered: Set<string>;
  close(): void;
};

export async function openApiServer(): Promise<OpenedApi> {
  const store = new PageStore({ maxBytes: 10_000_000, maxAgeMs: 60_000 });
  store.lease(Number.POSITIVE_INFINITY);
  const server = http.createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const home = `http://127.0.0.1:${port}`;
  const sessionCookie = "wellcited";
  const before = expirer.current;
  expirer.current = { expire: (tags) => store.expire(tags), acknowledged: async () => {} } satisfies Expirer;
  const door = new Door({
    store,
    inner: { ask: async () => ({ status: 404, headers: { "content-type": "text/html" }, body: Buffer.from("<h1>") }) },
    configured: { host: "127.0.0.1", port },
    development: false,
    noindex: false,
    sessionCookie,
    addressOf: () => "10.0.0.1",
    isReady: async () => true,
    api: { owns: isApiPath, keptAnswerKey, answer: (asked) => answerApi(asked, { sessionCookie }) },
    onThreadViewed: () => {},
  });
  server.on("request", (req, res) => void door.handle(req, res));
  const answered = new Set<string>();
  const cookies = new WeakMap<MemberViewer, string>();

  async function cookieOf(member: MemberViewer): Promise<string> {
    const known = cookies.get(member);
    if (known) return known;
    const { token } = await transaction((tx) => openSession(tx, member, { remember: false, device: "A test" }));
    cookies.set(member, token);
    return token;
  }

  return {
    home,
    answered,
    async ask(method, path, { as, token, body, headers = {}, from = home } = {}) {
      const sent: Record<string, string> = {
        ...(as ? { cookie: `${sessionCookie}=${await cookieOf(as)}` } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(from && method !== "GET" ? { origin: from } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      };
      const text = body === undefined || typeof body === "string" ? (body as string) : JSON.stringify(body);
      const answer = await request(method, `${home}${BASE}${path}`, sent, text);
      const route = routeOf(method, path);
      if (route) holdAgainstItsDescription(route, answer);
      if (route && answer.status === route.status) answered.add(`${route.method} ${route.path}`);
      return answer;
    },
    close() {
      expirer.current = before;
      server.closeAllConnections();
      server.close();
    },
  };
}

/** By hand: fetch keeps Origin and Host for itself. */
function request(
  method: string,
  address: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = http.request(address, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const isJson = /json/.test(incoming.headers["content-type"] ?? "") && text !== "";
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          body: isJson ? JSON.parse(text) : null,
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

export function routeOf(method: string, path: string): Route | undefined {
  const parts = (path.split("?")[0] ?? "").slice(1).split("/").map(decodeURIComponent);
  return routes.find((route) => route.method === method && paramsOf(route.path, parts));
}

function holdAgainstItsDescription(route: Route, { status, headers, body, text }: Answered): void {
  const label = `${route.method} ${route.path}: ${status} ${text.slice(0, 300)}`;
  if (status === route.status) {
    if (!route.answer) {
      expect(text, label).toBe("");
      return;
    }
    expect(headers["content-type"], label).toBe("application/json");
    const read = route.answer.safeParse(body);
    expect(read.error?.issues ?? [], label).toEqual([]);
    return;
  }
  expect(statusesOf(route), label).toContain(status);
  expect(headers["content-type"], label).toBe("application/problem+json");
  expect(Problem.safeParse(body).error?.issues ?? [], label).toEqual([]);
  expect(body.status, label).toBe(status);
}
