import type { Limits } from "./gate";
import type { Asking, Host } from "./registries";

/** `retryAfter` in milliseconds where the registry named a time; `tooLarge` where asking for less may help. */
export type Unreachable = { outcome: "unreachable"; why: string; retryAfter: number | null; tooLarge?: true };
export type Reply =
  | { outcome: "answered"; status: number; type: string; body: string; retrievedAt: string }
  | Unreachable;

const MAX_BYTES = 5 * 1024 * 1024;
const MAX_REDIRECTS = 3;
const LONGEST_RETRY_AFTER = 24 * 60 * 60 * 1000;

/**
 * Asks one registry one thing, at its pace. Never throws for what the network or the registry does:
 * 429, 5xx, time-outs, oversized bodies and redirects to other hosts are all "unreachable".
 * `address` is built on the registry's own base URL, if need be when our turn has come; an address from a post never comes here.
 */
export async function ask(registries: Asking, host: Host, address: URL | (() => URL), accept: string): Promise<Reply> {
  const place = await registries.gates[host].enter();
  if ("comeBackIn" in place) return unreachable("it asked us to wait", place.comeBackIn);

  const limits: Partial<Limits> = {};
  let reply: Reply;
  try {
    const learn = (headers: Headers) => Object.assign(limits, limitsOf(host, headers));
    reply = await read(registries, typeof address === "function" ? address() : address, accept, learn);
  } catch (error) {
    reply = unreachable(reasonOf(error));
  }
  if (reply.outcome === "answered") await place.leave({ outcome: "fine", limits });
  else if (reply.retryAfter === null) await place.leave({ outcome: "failed", limits });
  else await place.leave({ outcome: "told-to-wait", rest: reply.retryAfter, limits });
  return reply;
}

/** For a body that answered with 200 and is not what was promised. */
export function unreachable(why: string, retryAfter: number | null = null): Unreachable {
  return { outcome: "unreachable", why, retryAfter };
}

async function read(registries: Asking, first: URL, accept: string, learn: (headers: Headers) => void): Promise<Reply> {
  const signal = AbortSignal.timeout(registries.timeout);
  const contact = registries.contact ? ` (mailto:${registries.contact})` : "";
  let address = first;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await fetch(address, {
      signal,
      redirect: "manual",
      headers: { accept, "user-agent": `Wellcited/0.1${contact}` },
    });
    learn(response.headers);
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      const next = new URL(location, address);
      if (next.origin !== first.origin) return unreachable(`it sent us to another host, ${next.host}`);
      address = next;
      continue;
    }
    if (response.status === 429 || response.status >= 500) {
      await response.body?.cancel();
      return unreachable(`it answered ${response.status}`, retryAfterOf(response.headers));
    }
    const body = await boundedText(response);
    if (body === null) return { ...unreachable("its answer was too large"), tooLarge: true };
    return {
      outcome: "answered",
      status: response.status,
      type: response.headers.get("content-type") ?? "",
      body,
      retrievedAt: new Date().toISOString(),
    };
  }
  return unreachable("it redirected in circles");
}

async function boundedText(response: Response): Promise<string | null> {
  if (Number(response.headers.get("content-length") ?? 0) > MAX_BYTES) {
    await response.body?.cancel();
    return null;
  }
  if (!response.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) return null; // leaving the loop cancels the stream
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** What a registry may announce and we believe. */
const MOST_PER_SECOND = 1_000;
const MOST_AT_ONCE = 100;

/** Crossref announces its limits on each answer, others may; NCBI has a name of its own for how many a second. */
function limitsOf(host: Host, headers: Headers): Partial<Limits> {
  const own = host === "pubmed" ? headers.get("x-ratelimit-limit") : null;
  const limit = Number(headers.get("x-rate-limit-limit") ?? own);
  const seconds = Number.parseFloat(headers.get("x-rate-limit-interval") ?? "1");
  const concurrency = Number(headers.get("x-concurrency-limit"));
  return {
    ...(limit > 0 && seconds > 0 ? { perSecond: Math.min(limit / seconds, MOST_PER_SECOND) } : {}),
    ...(concurrency >= 1 ? { concurrency: Math.floor(Math.min(concurrency, MOST_AT_ONCE)) } : {}),
  };
}

/** Seconds, or a date; null where neither can be read. */
export function retryAfterOf(headers: Headers, moment = Date.now()): number | null {
  const given = headers.get("retry-after");
  if (!given) return null;
  const milliseconds = /^\d+$/.test(given.trim()) ? Number(given) * 1000 : Date.parse(given) - moment;
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), LONGEST_RETRY_AFTER) : null;
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "it did not answer in time";
  const cause = (error as { cause?: { code?: string } }).cause;
  return `it could not be reached (${cause?.code ?? (error as Error).message})`;
}
