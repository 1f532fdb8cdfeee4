import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { UnfitFields, unfit } from "./problems";

export function queryOf(schema: z.ZodObject, asked: URLSearchParams): object {
  return fitting(schema, Object.fromEntries(asked));
}

/** A JSON object in the shape that is asked for; anything else is refused with a sentence by field. */
export async function bodyOf(
  schema: z.ZodObject,
  headers: IncomingHttpHeaders,
  read: () => Promise<Buffer | "too-long">,
): Promise<object> {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw unfit("json-body");
  const bytes = await read();
  if (bytes === "too-long") throw unfit("too-long");
  const value = parsed(bytes);
  const unkept = fieldsThatCannotBeKept(value);
  if (Object.keys(unkept).length > 0) throw new UnfitFields(unkept);
  return fitting(schema, value);
}

/** The press that a write is. Who sends none asks for no second look at what the first one did. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const key = headers["idempotency-key"];
  if (key === undefined) return randomUUID();
  const read = z.uuid().safeParse(
    String(key)
      .replace(/^"(.*)"$/, "$1")
      .toLowerCase(),
  );
  if (!read.success) throw new UnfitFields({ "Idempotency-Key": "Please send a UUID." });
  return read.data;
}

function parsed(bytes: Buffer): object {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below, as for what is JSON and no object.
  }
  throw unfit("unreadable");
}

/** No database keeps these. Texts and titles have rules, and sentences, of their own. */
function fieldsThatCannotBeKept(value: object): Record<string, string> {
  const sentence = "This has a character that can’t be kept. Please leave it out.";
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) =>
      name !== "text" && name !== "title" && typeof text === "string" && /[\0\p{Surrogate}]/u.test(text)
        ? [[name, sentence]]
        : [],
    ),
  );
}

function fitting<S extends z.ZodObject>(schema: S, value: object): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors: Record<string, string> = {};
  for (const issue of read.error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")];
    for (const name of names)
      errors[name] ??= issue.code === "unrecognized_keys" ? "There is nothing of this name here." : issue.message;
  }
  throw new UnfitFields(errors);
}
