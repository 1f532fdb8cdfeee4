import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a write comes from one of our own pages. Browsers say where a request comes from in Sec-Fetch-Site; older ones
 * at least send Origin. A write that says neither is refused: server actions would run it (they only compare an Origin
 * that is there).
 */
export function isSameOrigin(headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const site = headers["sec-fetch-site"];
  const from = headers.origin;
  if (site !== undefined)
    return site === "same-origin" && (from === undefined || from === "null" || from === ownOrigin);
  return from === ownOrigin;
}

/**
 * The origin that a request reached us at, or null where its Host is none of ours (as when another site's name is
 * pointed at this machine). Without ORIGIN the forum answers to the names of the machine itself only.
 */
export function ownOriginOf(
  host: string | undefined,
  configured: { origin?: string; host: string; port: number },
): string | null {
  if (!host) return null;
  if (configured.origin) return new URL(configured.origin).host === host.toLowerCase() ? configured.origin : null;
  const names = ["127.0.0.1", "localhost", "[::1]", configured.host];
  return names.some((name) => host.toLowerCase() === `${name}:${configured.port}` || host.toLowerCase() === name)
    ? `http://${host.toLowerCase()}`
    : null;
}
