/** The text that stands now, of an edit begun on an older one. */
export type BothTexts = { theirs: string; version: number; by: string; at: Date };

/** Something a person may not do, or typed wrongly: expected, shown as its sentence, never logged as a fault. */
export class Refusal extends Error {
  override name = "Refusal";
  constructor(
    readonly reason: string,
    readonly sentence: string,
    /** `field` stands beside a form's field; `retryAfter` is in seconds; `both` carries the two texts of an edit conflict. */
    readonly more: { status?: number; field?: string; retryAfter?: number; both?: BothTexts } = {},
  ) {
    super(sentence);
  }

  get status(): number {
    return this.more.status ?? 422;
  }
}

/** The classes exist once in each module world, so `instanceof` would miss the other world's. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === "Refusal";
}

export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refusal("not-found", "There is nothing here.", { status: 404 });
  return value;
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken promise: ${message}`);
}

const UNAVAILABLE_CODES = new Set([
  "P1001",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "57P01",
  "57P02",
  "57P03",
  // A pooler that can't reach its server, or lost it.
  "08P01",
  // A server that is, or has become, somebody's copy.
  "25006",
  // Somebody held what this needed for too long.
  "55P03",
  "57014",
  "40001",
  "40P01",
  "53100",
  "53300",
  "08006",
  "08001",
  "08003",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
]);

/** True where the database is away, full or too busy: the person should try again, nothing is wrong with what they did. */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at && depth < 5; depth++) {
    const { code, originalCode, message, cause, meta } = at as {
      code?: string;
      originalCode?: string;
      message?: string;
      cause?: unknown;
      meta?: { code?: string; driverAdapterError?: unknown };
    };
    if ([code, originalCode, meta?.code].some((one) => one && UNAVAILABLE_CODES.has(one))) return true;
    if (
      message &&
      /Connection terminated|connection error and is not queryable|connection timeout|Query read timeout|timeout exceeded when trying to connect|DatabaseNotReachable/i.test(
        message,
      )
    )
      return true;
    at = cause ?? meta?.driverAdapterError;
  }
  return false;
}
