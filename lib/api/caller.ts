import type { IncomingHttpHeaders } from "node:http";
import { findViewerByToken } from "@/lib/accounts/sessions";
import { guest, type Viewer } from "@/lib/policy/viewer";

export type Caller = { viewer: Viewer; by: "nothing" | "cookie" };

/** Who asks: a guest, or whoever is logged in where the cookie comes from. */
export async function findCaller(headers: IncomingHttpHeaders, sessionCookie: string): Promise<Caller> {
  const token = cookieIn(headers.cookie, sessionCookie);
  const viewer = token ? await findViewerByToken(token) : null;
  return viewer ? { viewer, by: "cookie" } : { viewer: guest, by: "nothing" };
}

function cookieIn(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(/;\s*/)) {
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  }
  return null;
}
