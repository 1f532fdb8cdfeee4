import { BASE, type Method, type Route } from "./route";
import { routes } from "./routes";

export type RouteLine = { method: Method; path: string; summary: string; who: Route["who"] };

/** What there is, for the page about it. */
export function listRoutes(): RouteLine[] {
  return routes.map(({ method, path, summary, who }) => ({ method, path: `${BASE}${path}`, summary, who }));
}
