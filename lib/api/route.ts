import { z } from "zod";
import type { Viewer } from "@/lib/policy/viewer";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export const BASE = "/api/v1";

const nothing = z.strictObject({});

/** What a route's own work is given; everything in it has passed the route's schemas. */
export type Asked<P, Q, B> = {
  params: P;
  query: Q;
  body: B;
  /** Of a write: the press that it is, so that sending it again does nothing twice. */
  requestId: string;
};

/** One line of the API's table. Handler, document and tests all read it, and nothing else says what there is. */
export type Route = {
  method: Method;
  /** Below `/api/v1`. `{id}` and `{number}` are whole numbers, any other name in braces is text. */
  path: string;
  summary: string;
  /** Who can get something out of it; who may really do it is the command's or query's to say. */
  who: "guests" | "members" | "moderators";
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodObject | null;
  answer: z.ZodType | null;
  status: 200 | 201 | 204;
  /** A guest's answer may be kept in the page store. */
  kept: boolean;
  /** Except where one of these is asked: there are too many such answers, and hardly anybody wants the same. */
  keptUnless: readonly string[];
  /** Takes an Idempotency-Key. */
  once: boolean;
  whileSuspended: boolean;
  /** Statuses of refusals beyond those that any request can meet. */
  refusals: readonly number[];
  location: ((answer: never) => string) | null;
  carryOut(viewer: Viewer, asked: Asked<never, never, never>): Promise<unknown>;
};

type Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject, A extends z.ZodType> = {
  method: Method;
  path: string;
  summary: string;
  who: Route["who"];
  params?: P;
  query?: Q;
  body?: B;
  answer?: A;
  status?: Route["status"];
  kept?: boolean;
  keptUnless?: readonly string[];
  once?: boolean;
  whileSuspended?: boolean;
  refusals?: readonly number[];
  /** Where what was made can be read, below `/api/v1`. */
  location?: (answer: z.input<A>) => string;
  carryOut(viewer: Viewer, asked: Asked<z.output<P>, z.output<Q>, z.output<B>>): Promise<z.input<A>>;
};

export function route<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject, A extends z.ZodType>(
  given: Given<P, Q, B, A>,
): Route {
  return {
    params: nothing,
    query: nothing,
    body: null,
    answer: null,
    status: given.answer ? 200 : 204,
    kept: false,
    keptUnless: [],
    once: false,
    whileSuspended: false,
    refusals: [],
    location: null,
    ...given,
  } as unknown as Route;
}

const WHOLE_NUMBER = /^[1-9]\d{0,9}$/;
const NUMBERED = new Set(["id", "number"]);

export type Params = Record<string, string | number>;

/** The values of a path's names in braces; null where this address isn't one of that path. */
export function paramsOf(path: string, parts: string[]): Params | null {
  const names = path.slice(1).split("/");
  if (names.length !== parts.length) return null;
  const params: Params = {};
  for (const [at, name] of names.entries()) {
    const part = parts[at] ?? "";
    const placeholder = /^\{(\w+)\}$/.exec(name)?.[1];
    if (!placeholder) {
      if (part !== name) return null;
    } else if (NUMBERED.has(placeholder)) {
      if (!WHOLE_NUMBER.test(part)) return null;
      params[placeholder] = Number(part);
    } else {
      if (part === "") return null;
      params[placeholder] = part;
    }
  }
  return params;
}
