import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { orNotFound } from "@/lib/platform/errors";
import { spelledOnce } from "@/lib/platform/spelled-once";
import { refusal } from "@/lib/policy/decision";
import { isMember } from "@/lib/policy/viewer";
import { type Caller, findCaller } from "./caller";
import { bodyOf, queryOf, requestIdOf } from "./input";
import { type Headers, PROBLEM_TYPE, problemOf, unfit } from "./problems";
import { BASE, type Params, paramsOf, type Route } from "./route";
import { routes } from "./routes";

export type ApiRequest = {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  /** It comes from one of our own pages. */
  sameOrigin: boolean;
  body(): Promise<Buffer | "too-long">;
};

export type ApiAnswer = { status: number; headers: Headers; contentType: string; body: Buffer };

/** The cookie of a session has a name by the forum's own address. */
export type ApiOptions = { sessionCookie: string };

export function isApiPath(pathname: string): boolean {
  return pathname === BASE || pathname.startsWith(`${BASE}/`);
}

/** Of all lengths that a list may have only those that programs ask for. */
const KEPT_LIMITS = [20, 50, 100];

/** The name under which a guest's answer may be kept; null where it is made anew each time. */
export function keptAnswerKey(url: URL, { accept }: IncomingHttpHeaders): string | null {
  if (!isJsonWelcome(accept)) return null;
  const [found] = routesAt(url.pathname).filter(({ route }) => route.method === "GET" && route.kept);
  if (!found || found.route.keptUnless.some((name) => url.searchParams.has(name))) return null;
  const pathname = spelledOnce(url.pathname);
  if (url.searchParams.size === 0) return pathname;
  // By what was understood: one list, however its place and length are written.
  const { data } = found.route.query.safeParse(Object.fromEntries(url.searchParams));
  if (!data || (data.limit !== undefined && !KEPT_LIMITS.includes(data.limit as number))) return null;
  return `${pathname}?${JSON.stringify(data)}`;
}

/** Answers one request to the API. Whatever goes wrong is an answer too. */
export async function answerApi(request: ApiRequest, options: ApiOptions): Promise<ApiAnswer> {
  try {
    return await answer(request, options);
  } catch (error) {
    const { problem, headers } = problemOf(error);
    return json(problem.status, problem, headers, PROBLEM_TYPE);
  }
}

async function answer(request: ApiRequest, options: ApiOptions): Promise<ApiAnswer> {
  const there = routesAt(request.url.pathname);
  orNotFound(there[0]);
  const methods = [...new Set(there.flatMap(({ route: { method } }) => (method === "GET" ? ["GET", "HEAD"] : method)))];
  const allow = { allow: [...methods, "OPTIONS"].join(", ") };
  if (request.method === "OPTIONS") return { status: 204, headers: allow, contentType: "", body: Buffer.alloc(0) };
  const method = request.method === "HEAD" ? "GET" : request.method;
  const found = there.find(({ route }) => route.method === method);
  if (!found) {
    const { problem } = problemOf(unfit("method"));
    return json(405, problem, allow, PROBLEM_TYPE);
  }
  if (!isJsonWelcome(request.headers.accept)) throw unfit("json-only");
  return carryOut(found.route, found.params, request, options);
}

async function carryOut(
  route: Route,
  params: Params,
  request: ApiRequest,
  { sessionCookie }: ApiOptions,
): Promise<ApiAnswer> {
  const { headers } = request;
  const caller = await findCaller(headers, sessionCookie);
  const { viewer } = caller;
  if (route.method !== "GET") ensureMayWrite(caller, request.sameOrigin);
  if (isMember(viewer) && viewer.standing === "suspended" && !route.whileSuspended) throw refusal("suspended");

  const asked = {
    params: orNotFound(route.params.safeParse(params).data) as never,
    query: queryOf(route.query, request.url.searchParams) as never,
    body: (route.body ? await bodyOf(route.body, headers, request.body) : {}) as never,
    requestId: route.once ? requestIdOf(headers) : randomUUID(),
  };
  const made = await route.carryOut(viewer, asked);
  if (route.status === 204) return { status: 204, headers: {}, contentType: "", body: Buffer.alloc(0) };
  return json(
    route.status,
    made as object,
    route.location ? { location: `${BASE}${route.location(made as never)}` } : {},
  );
}

/** Another site's page can send a browser's cookie along; a token it can't know. */
function ensureMayWrite({ by, mayWrite }: Caller, sameOrigin: boolean): void {
  if (by !== "token" && !sameOrigin) throw unfit("other-origin");
  if (!mayWrite) throw refusal("token-reads");
}

function routesAt(pathname: string): { route: Route; params: Params }[] {
  if (!isApiPath(pathname)) return [];
  const parts = pathname
    .slice(BASE.length + 1)
    .split("/")
    .map(decodeURIComponent);
  return routes.flatMap((route) => {
    const params = paramsOf(route.path, parts);
    return params ? [{ route, params }] : [];
  });
}

function isJsonWelcome(accept = "*/*"): boolean {
  const welcome = accept.split(",").map((one) => one.split(";")[0]?.trim().toLowerCase() ?? "");
  return welcome.some((type) => /^(\*\/\*|application\/(\*|json|problem\+json))$/.test(type));
}

function json(status: number, value: object, headers: Headers, contentType = "application/json"): ApiAnswer {
  return { status, headers, contentType, body: Buffer.from(JSON.stringify(value)) };
}
