import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from "node:http";

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
  "script-src 'self'",
];

/** No page runs a script but those files of ours. */
export function securityHeaders(options: { https: boolean; noindex: boolean }): OutgoingHttpHeaders {
  return {
    "content-security-policy": POLICY.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(options.https ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
    ...(options.noindex ? { "x-robots-tag": "noindex, nofollow" } : {}),
  };
}

const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
  "te",
  "trailer",
  "expect",
]);
/** What only we or Next may say to Next: a client's own would be taken for ours. */
const OURS =
  /^(x-wellcited-|x-middleware-|x-forwarded-|x-nonce$|next-resume$|content-security-policy|x-invoke-|x-matched-path$|x-nextjs-|forwarded$)/;

/** A client's headers as they may reach Next. */
export function headersForNext(
  headers: IncomingHttpHeaders,
  own: { origin: string; requestId: string; bodyLength: number | null },
): OutgoingHttpHeaders {
  const passed: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name) && !OURS.test(name)) passed[name] = value;
  }
  const { host, protocol } = new URL(own.origin);
  delete passed["content-length"];
  return {
    ...passed,
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    "accept-encoding": "identity",
    "x-wellcited-request": own.requestId,
    ...(passed.origin ? { origin: own.origin } : {}),
    ...(own.bodyLength === null ? {} : { "content-length": String(own.bodyLength) }),
  };
}

/** Requests of Next's own client code ask for something other than a page. */
export function isFrameworkRequest(req: IncomingMessage): boolean {
  return (
    req.headers.rsc !== undefined ||
    req.headers["next-router-prefetch"] !== undefined ||
    req.headers["next-action"] !== undefined ||
    req.headers.purpose === "prefetch"
  );
}
