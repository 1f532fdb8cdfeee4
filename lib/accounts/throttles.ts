import { AsyncLocalStorage } from "node:async_hooks";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "@/lib/platform/client-address";
import { pool } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { requestAtHand } from "@/lib/platform/request";
import { shared } from "@/lib/platform/shared";
import { keyedHash } from "./secrets";

const MINUTES = 60;
const HOURS = 60 * MINUTES;
const DAYS = 24 * HOURS;

/** How often, in how many seconds. Whoever meets one is most often a person in a hurry, and is spoken to as one. */
const limits = {
  "join by network": { points: 5, seconds: DAYS },
  "log in by account and network": { points: 5, seconds: 15 * MINUTES },
  "log in by account": { points: 20, seconds: HOURS },
  "log in by network": { points: 50, seconds: HOURS },
  "password by member": { points: 10, seconds: HOURS },
  "mail by account": { points: 3, seconds: HOURS },
  "mail by network": { points: 10, seconds: HOURS },
  "notice by network": { points: 10, seconds: DAYS },
  "link by network": { points: 30, seconds: HOURS },
  "wrong token by network": { points: 30, seconds: HOURS },
  "look-up by member and minute": { points: 6, seconds: MINUTES },
  "look-up by member and day": { points: 200, seconds: DAYS },
  "export by member": { points: 10, seconds: HOURS },
} as const;

export type Throttled = keyof typeof limits;

/** A network from which someone has logged in well keeps its own budget, so that an attack can't lock them out. */
const KNOWN_FOR = 90 * DAYS;

const limiters = new Map<string, RateLimiterPostgres>();
const off = shared("without-throttles", () => new AsyncLocalStorage<true>());

function limiterOf(kind: string, points: number, seconds: number): RateLimiterPostgres {
  const known = limiters.get(kind);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "Throttle",
    tableCreated: true,
    keyPrefix: kind,
    points,
    duration: seconds,
  });
  limiters.set(kind, made);
  return made;
}

/** Counts one try, and refuses when there were too many. Without the database it throws: nobody guesses meanwhile. */
export async function throttle(kind: Throttled, key: string | number): Promise<void> {
  if (off.getStore()) return;
  const { points, seconds } = limits[kind];
  try {
    await limiterOf(kind, points, seconds).consume(keyedHash(String(key)));
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    throw tooMany(Math.max(1, Math.ceil(answer.msBeforeNext / 1000)));
  }
}

/** Forgets the tries: the next was the right one. */
export async function forgive(kind: Throttled, key: string): Promise<void> {
  const { points, seconds } = limits[kind];
  await limiterOf(kind, points, seconds).delete(keyedHash(key));
}

/** Takes back the one try just counted: it was no guess. */
export async function giveBack(kind: Throttled, key: string): Promise<void> {
  const { points, seconds } = limits[kind];
  await limiterOf(kind, points, seconds).reward(keyedHash(key), 1);
}

/** The network the request at hand came from. */
export function networkAtHand(): string {
  return networkOf(requestAtHand()?.ip ?? "here");
}

const knownNetworks = () => limiterOf("known network", 1, KNOWN_FOR);

export async function rememberNetwork(memberId: number): Promise<void> {
  await knownNetworks().set(keyedHash(`${memberId} ${networkAtHand()}`), 1, KNOWN_FOR);
}

export async function isKnownNetwork(memberId: number): Promise<boolean> {
  return (await knownNetworks().get(keyedHash(`${memberId} ${networkAtHand()}`))) !== null;
}

const askedLookUps = () => limiterOf("asked look-up", 1, DAYS);

/** That this member had this looked up while writing: for a day it is counted no more. */
export async function rememberLookUp(memberId: number, name: string): Promise<void> {
  await askedLookUps().set(keyedHash(`${memberId} ${name}`), 1, DAYS);
}

export async function isKnownLookUp(memberId: number, name: string): Promise<boolean> {
  return (await askedLookUps().get(keyedHash(`${memberId} ${name}`))) !== null;
}

/** For the seed, where one process is everybody. */
export function withoutThrottles<T>(work: () => T): T {
  return off.run(true, work);
}

function tooMany(retryAfter: number): Refusal {
  const minutes = Math.ceil(retryAfter / 60);
  const wait =
    retryAfter <= 90 ? "a minute" : minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
  return new Refusal(
    "too-many",
    `That was tried a little too often. Please wait ${wait}; what you typed is still here.`,
    { status: 429, retryAfter },
  );
}
