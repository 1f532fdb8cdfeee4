import { z } from "zod";
import { BASE } from "./route";

/** How many things a list gives at once. */
export const limit = z.coerce.number().int().min(1).max(100).default(20);

/** How many to read so that `paged` sees whether there is more; in few sizes, for each is a statement of its own. */
export function toSeeMore(limit: number): number {
  return limit < 21 ? 21 : limit < 51 ? 51 : 101;
}

/** A place in a list: the sort key of the last thing given, as one word that only we read. */
export function cursorOf(key: readonly (string | number | boolean)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Reads such a word again; `key` says what it holds. */
export function cursor<K extends z.ZodType>(key: K) {
  return z
    .string()
    .max(300)
    .transform((word, context): z.output<K> => {
      const read = key.safeParse(parsed(word));
      if (read.success) return read.data;
      context.addIssue({ code: "custom", message: "Please take this from an answer’s “next”." });
      return z.NEVER;
    })
    .optional();
}

function parsed(word: string): unknown {
  try {
    return JSON.parse(Buffer.from(word, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

/** A moment as it stands in a cursor. */
export const cursorMoment = z.iso.datetime().transform((at) => new Date(at));
export const cursorId = z.int().min(0).max(2_147_483_647);

/** More than is wanted was read, to see whether there is more: gives the wanted ones and the address of the rest. */
export function paged<T>(
  rows: T[],
  wanted: number,
  path: string,
  name: "after" | "before",
  keyOf: (last: T) => string,
  query: Record<string, string | undefined> = {},
): { shown: T[]; next: string | null } {
  const shown = rows.slice(0, wanted);
  const last = shown.at(-1);
  if (rows.length <= wanted || last === undefined) return { shown, next: null };
  return { shown, next: nextAddress(path, { ...query, [name]: keyOf(last), limit: wanted }) };
}

export function nextAddress(path: string, query: Record<string, string | number | undefined>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && !(name === "limit" && value === 20)) asked.set(name, String(value));
  return `${BASE}${path}?${asked}`;
}
