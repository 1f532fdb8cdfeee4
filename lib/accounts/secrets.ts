import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { config } from "@/lib/platform/config";
import { invariant } from "@/lib/platform/errors";

/** What goes into a cookie or a mail; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(token).digest());
}

/** Names a value without telling it to whoever reads the database. */
export function keyedHash(value: string): string {
  return createHmac("sha256", secret()).update(value).digest("base64url");
}

/** A moment that a form carries back to us unchanged or not at all. */
export function stamp(moment: Date): string {
  const at = String(moment.getTime());
  return `${at}.${keyedHash(`form ${at}`)}`;
}

/** The moment in a stamp of ours, null for any other text. */
export function momentOf(stamped: string): Date | null {
  const [at = "", signature = ""] = stamped.split(".");
  const expected = Buffer.from(keyedHash(`form ${at}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return new Date(Number(at));
}

export function secret(): string {
  const { AUTH_SECRET } = config();
  invariant(AUTH_SECRET, "the start sees to AUTH_SECRET");
  return AUTH_SECRET;
}
