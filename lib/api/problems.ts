import { isRefusal, isUnavailable, Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { requestAtHand } from "@/lib/platform/request";

/** RFC 9457. `title` is the reason, `detail` the sentence that a page would show, `errors` sentences by field. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: Record<string, string>;
  /** Of an edit that others got ahead of: the text that stands now. */
  present?: { text: string; version: number; by: string; at: string };
  /** Of a fault of ours: the number to tell us. */
  id?: string;
};

export type Headers = Record<string, string>;

const ASK_FOR_TOKEN = 'Bearer realm="forum"';
const WRONG_TOKEN = `${ASK_FOR_TOKEN}, error="invalid_token"`;

export const PROBLEM_TYPE = "application/problem+json";

/** A refusal of the API itself; the forum's own come from its commands. */
export function unfit(reason: string, sentence: string, status: number, more: { field?: string } = {}): Refusal {
  return new Refusal(reason, sentence, { status, ...more });
}

/** Several fields at once. */
export class UnfitFields extends Refusal {
  constructor(readonly errors: Record<string, string>) {
    super("unfit", "Something in this request isn’t as it should be; “errors” says what.", { status: 422 });
  }
}

/** Whatever was thrown, as an answer. Only what is no refusal is a fault, and only faults are logged. */
export function problemOf(error: unknown): { problem: Problem; headers: Headers } {
  if (isRefusal(error)) {
    const { reason, sentence, status, more } = error;
    const errors = error instanceof UnfitFields ? error.errors : more.field ? { [more.field]: sentence } : undefined;
    const { both } = more;
    return {
      problem: {
        ...named(reason, status, sentence),
        ...(errors ? { errors } : {}),
        ...(both
          ? { present: { text: both.theirs, version: both.version, by: both.by, at: both.at.toISOString() } }
          : {}),
      },
      headers: {
        ...(status === 401 ? { "www-authenticate": reason === "bad-token" ? WRONG_TOKEN : ASK_FOR_TOKEN } : {}),
        ...(more.retryAfter ? { "retry-after": String(more.retryAfter) } : {}),
      },
    };
  }
  if (isUnavailable(error)) {
    log.warn({ err: error }, "an answer of the API met a database that is away");
    return {
      problem: named("unavailable", 503, "The forum can’t be reached for a moment. Please try again in a minute."),
      headers: { "retry-after": "30" },
    };
  }
  const id = requestAtHand()?.id ?? "";
  log.error({ err: error, id }, "a request to the API failed");
  return {
    problem: {
      ...named("fault", 500, "Something went wrong on our side. If it happens again, please tell us this id."),
      id,
    },
    headers: {},
  };
}

function named(reason: string, status: number, detail: string): Problem {
  return { type: `/help/api#${reason}`, title: reason, status, detail };
}
