import { AsyncLocalStorage } from "node:async_hooks";
import type { BothTexts } from "./errors";
import { shared } from "./shared";

/** What a refused form shows again: the text as typed, a sentence beside each field, and the status of the answer. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, string>;
  refusal?: { reason: string; sentence: string; both?: BothTexts };
  /** What a form that did not refuse has to show on the same page, such as a preview. */
  shown?: unknown;
  status: number;
};

/** The request at hand, from the door (`server.ts`) to the last query. */
export type RequestAtHand = {
  id: string;
  /** The address throttles count, proxies taken off. */
  ip: string;
  /** What this render read: thread 12, member 7. A page that declared nothing isn't stored. */
  tags: Set<string>;
  statements: number;
  /** The answer's status where Next would say 200, as after a refused form. */
  status?: number;
  retryAfter?: number;
  forms: Map<string, FormState>;
  /** Set by the door where a form was sent from a page that this person has no more: its address, and its action's field. */
  handBack?: { path: string; action: Record<string, string> };
  /** The finished body of the page, which the door puts where `PAGE_PLACE` is. */
  page?: string;
  /** The same of the page for what isn't there, which Next makes beside every page in case that one turns out to be missing. */
  missingPage?: string;
  memo: Map<string, unknown>;
  /** Aborted when whoever asked goes before the answer; left out where many wait for it, or nobody can go. */
  leaving?: () => AbortSignal;
  /** What was asked for is at no address that we give; its page isn't kept. */
  madeUp?: boolean;
  /** For a page that the door makes itself: the session's token, null for a guest. Left out where Next knows the cookies. */
  session?: string | null;
};

const atHand = shared("request", () => new AsyncLocalStorage<RequestAtHand>());

/** The requests that are on their way through Next, by the id that the door gave them. */
export const underWay = shared("under-way", () => new Map<string, RequestAtHand>());

export const statements = shared("statements", () => ({ count: 0 }));

export function requestAtHand(): RequestAtHand | undefined {
  return atHand.getStore();
}

export function withRequest<T>(request: RequestAtHand, work: () => T): T {
  return atHand.run(request, work);
}

export function newRequest(id: string, ip: string): RequestAtHand {
  return { id, ip, tags: new Set(), statements: 0, forms: new Map(), memo: new Map() };
}

/** Queries say what they showed, so that the page store knows what a page depends on. */
export function seen(...tags: string[]): void {
  const tagged = atHand.getStore()?.tags;
  if (tagged) for (const tag of tags) tagged.add(tag);
}

/**
 * Says that nothing of ours leads here, such as to a place in a list where nothing stands. There are as many such addresses
 * as somebody cares to make up, so what is at them isn't kept.
 */
export function madeUp(): void {
  const request = atHand.getStore();
  if (request) request.madeUp = true;
}

/** What a render read, if its page may be kept: none otherwise. */
export function tagsToKeepBy({ tags, madeUp: isMadeUp }: RequestAtHand): ReadonlySet<string> {
  return isMadeUp ? new Set() : tags;
}

/** What this request asked of the database, and everyone in this process. */
export function countStatement(): void {
  statements.count++;
  const request = atHand.getStore();
  if (request) request.statements++;
}

/** Does `work` once a request; outside a request, each time. */
export function oncePerRequest<T>(key: string, work: () => Promise<T>): Promise<T> {
  const memo = atHand.getStore()?.memo;
  if (!memo) return work();
  if (!memo.has(key)) memo.set(key, work());
  return memo.get(key) as Promise<T>;
}
