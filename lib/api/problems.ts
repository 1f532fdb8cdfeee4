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

/** Why the API itself refuses something; the forum's own reasons are in lib/policy/reasons.ts. */
export const apiReasons = {
  unfit: { sentence: "Something in this request isn’t as it should be; “errors” says what.", status: 422 },
  "not-found": { sentence: "There is nothing here.", status: 404 },
  method: { sentence: "This address takes other methods; “Allow” names them.", status: 405 },
  "json-only": { sentence: "Only JSON can be had here.", status: 406 },
  "json-body": { sentence: "The body has to be JSON, with the content type application/json.", status: 415 },
  unreadable: { sentence: "The body can’t be read as a JSON object.", status: 400 },
  "too-long": { sentence: "That is too long to be sent: a body has 1 MB at most.", status: 413 },
  "other-origin": {
    sentence: "This did not come from one of our pages. A program uses a token instead.",
    status: 403,
  },
  "too-many": { sentence: "Your programs ask very often. Please let them wait a minute.", status: 429 },
  unavailable: { sentence: "The forum can’t be reached for a moment. Please try again in a minute.", status: 503 },
  fault: {
    sentence: "Something went wrong on our side. If it happens again, please tell us this id.",
    status: 500,
  },
} as const;
export type ApiReason = keyof typeof apiReasons;

export function unfit(reason: ApiReason, retryAfter?: number): Refusal {
  const { sentence, status } = apiReasons[reason];
  return new Refusal(reason, sentence, { status, retryAfter });
}

/** Several fields at once. */
export class UnfitFields extends Refusal {
  constructor(readonly errors: Record<string, string>) {
    super("unfit", apiReasons.unfit.sentence, { status: apiReasons.unfit.status });
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
      problem: named("unavailable", 503, apiReasons.unavailable.sentence),
      headers: { "retry-after": "30" },
    };
  }
  const id = requestAtHand()?.id ?? "";
  log.error({ err: error, id }, "a request to the API failed");
  return {
    problem: {
      ...named("fault", 500, apiReasons.fault.sentence),
      id,
    },
    headers: {},
  };
}

function named(reason: string, status: number, detail: string): Problem {
  return { type: `/help/api#${reason}`, title: reason, status, detail };
}
