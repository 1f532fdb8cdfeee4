import { notFound, redirect } from "next/navigation";
import { isRefusal } from "@/lib/platform/errors";

/**
 * Reads for a page. What isn't there, or isn't for this viewer, is a 404; what needs someone signed in leads to the log-in
 * page and back to `here`.
 */
export async function reading<T>(read: Promise<T>, here = "/"): Promise<T> {
  const result = await read.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("value" in result) return result.value;
  if (!isRefusal(result.error)) throw result.error;
  if (result.error.status === 401) redirect(loginHref(here));
  if (result.error.reason === "suspended") redirect("/suspended");
  notFound();
}

export function loginHref(here: string): string {
  return `/login?next=${encodeURIComponent(here)}`;
}

export function joinHref(here: string): string {
  return `/register?next=${encodeURIComponent(here)}`;
}

/** A page number from an address: 1 where there is none, a 404 where it is no number. */
export function pageNumber(raw: string | string[] | undefined): number {
  if (raw === undefined) return 1;
  if (typeof raw !== "string" || !/^[1-9]\d{0,6}$/.test(raw)) notFound();
  return Number(raw);
}

/** An id from an address; anything else is a 404. */
export function idIn(raw: string): number {
  if (!/^[1-9]\d{0,9}$/.test(raw) || Number(raw) > 2_147_483_647) notFound();
  return Number(raw);
}
