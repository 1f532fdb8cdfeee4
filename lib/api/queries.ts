import { apiReasons } from "./problems";
import { BASE, type Method, type Route } from "./route";
import { routes } from "./routes";

export type RouteLine = { method: Method; path: string; summary: string; who: Route["who"] };

/** Why the API itself refuses something. */
export function listReasons(): { reason: string; sentence: string; status: number }[] {
  return Object.entries(apiReasons).map(([reason, said]) => ({ reason, ...said }));
}

/** What there is, for the page about it. */
export function listRoutes(): RouteLine[] {
  return routes.map(({ method, path, summary, who }) => ({ method, path: `${BASE}${path}`, summary, who }));
}
