import { z } from "zod";
import { log } from "@/lib/platform/log";
import { type Reply, type Unreachable, unreachable } from "./fetch";
import type { SourceFacts } from "./types";

/**
 * What came of asking one registry. `url` is the record's public page, never the address asked (which carries our key).
 * "refused": the registry answered, but not about the identifier we asked for, so nothing of it is used.
 * `agency`: the DOI is registered elsewhere, with this agency; null: with none.
 */
export type SourceAnswer =
  | { outcome: "found"; facts: SourceFacts; url: string; retrievedAt: string }
  | { outcome: "not-found"; url: string; retrievedAt: string; agency?: string | null }
  | { outcome: "refused"; url: string; retrievedAt: string }
  | Unreachable;

/** Everything in a record may be missing, null or of another type than documented; what isn't as expected counts as missing. */
export const text = z.string().optional().catch(undefined);
export const textOrNumber = z.coerce.string().optional().catch(undefined);
export function list<T extends z.ZodType>(of: T) {
  return z
    .array(of.nullable().catch(null))
    .catch([])
    .default([])
    .transform((all) => all.filter((one) => one !== null));
}

/** Escapes of characters that the database keeps in no text: NUL and halves of a pair. */
const UNSTORABLE = /\\u(0000|d[89a-f])/i;

function storable(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\0|\p{Surrogate}/gu, "\ufffd") : value;
}

/** The JSON of an answer with status 200, or why it can't be trusted. HTML and XML with 200 are an error page of a proxy. */
export function jsonOf<T extends z.ZodType>(reply: Reply, shape: T): { json: z.infer<T> } | Unreachable {
  if (reply.outcome === "unreachable") return reply;
  if (reply.status !== 200) return unreachable(`it answered ${reply.status}`);
  if (!/\bjson\b/i.test(reply.type)) return unreachable("its answer was no JSON");
  let parsed: unknown;
  try {
    parsed = UNSTORABLE.test(reply.body) ? JSON.parse(reply.body, storable) : JSON.parse(reply.body);
  } catch {
    return unreachable("its answer was no JSON");
  }
  const checked = shape.safeParse(parsed);
  return checked.success ? { json: checked.data } : unreachable("its answer had another shape than its documentation");
}

/** What a record says; one that our reading trips over counts as not reached, and is in the log. */
export function found(read: () => SourceFacts, origin: { url: string; retrievedAt: string }): SourceAnswer {
  try {
    return { outcome: "found", facts: read(), ...origin };
  } catch (error) {
    log.error({ err: error, url: origin.url }, "a record could not be read");
    return unreachable("its record could not be read");
  }
}

/** An http(s) address a person may open, else undefined. */
export function webAddress(given: string | undefined): string | undefined {
  if (!given || given.length > 2_000) return undefined;
  try {
    const url = new URL(given);
    return (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves out what is undefined, so that a missing field is missing. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as never;
}
