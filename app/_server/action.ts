import { redirect } from "next/navigation";
import type { z } from "zod";
import { isRefusal, isUnavailable } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type FormState, requestAtHand } from "@/lib/platform/request";
import type { Viewer } from "@/lib/policy/viewer";
import { currentViewer } from "./auth";

type Action = (form: FormData) => Promise<void>;
type Options<Input> = {
  /** What a form sent with `intent=preview` shows instead of being carried out. */
  preview?: (viewer: Viewer, input: Input) => Promise<unknown>;
};

/** Words a form never gives back. */
const NEVER_SHOWN = /password/i;
/** Parts of a form that are about the form: its name on the page, which button was pressed, and what React adds. */
const ABOUT_THE_FORM = /^(form|intent)$|^\$ACTION/;

/**
 * Makes a server action of a schema and a command. Forms name themselves in a hidden field `form`; after a refusal the
 * page is rendered again in the same request and finds the typed text under that name (`formState`).
 * `goTo` says where a command that went well leads; without it the same page is shown anew.
 */
export function formAction<S extends z.ZodType, Result>(
  schema: S,
  command: (viewer: Viewer, input: z.output<S>) => Promise<Result>,
  goTo?: (result: Result, input: z.output<S>) => string | Promise<string>,
  options: Options<z.output<S>> = {},
): Action {
  return async (form) => {
    const values = textsOf(form);
    const state = await carryOut();
    if ("goTo" in state) redirect(state.goTo);
    const request = requestAtHand();
    request?.forms.set(String(form.get("form") ?? "form"), state);
    if (request && state.status !== 200) request.status = state.status;

    async function carryOut(): Promise<FormState | { goTo: string }> {
      const shownAgain = Object.fromEntries(Object.entries(values).filter(([name]) => !NEVER_SHOWN.test(name)));
      try {
        const viewer = await currentViewer();
        if (form.get("intent") === "preview" && options.preview) {
          return {
            values: shownAgain,
            errors: {},
            status: 200,
            shown: await options.preview(viewer, values as z.output<S>),
          };
        }
        const unkept = fieldsThatCannotBeKept(values);
        if (unkept) return { values: shownAgain, errors: unkept, status: 422 };
        const parsed = schema.safeParse(values);
        if (!parsed.success) return { values: shownAgain, errors: sentencesOf(parsed.error), status: 422 };
        const result = await command(viewer, parsed.data);
        if (goTo) return { goTo: await goTo(result, parsed.data) };
        return { values: {}, errors: {}, status: 200, shown: result };
      } catch (error) {
        return { values: shownAgain, ...refusalState(error) };
      }
    }
  };
}

function refusalState(error: unknown): Omit<FormState, "values"> {
  if (isRefusal(error)) {
    const { reason, sentence, status, more } = error;
    const request = requestAtHand();
    if (request && more.retryAfter) request.retryAfter = more.retryAfter;
    return {
      errors: more.field ? { [more.field]: sentence } : {},
      refusal: { reason, sentence, both: more.both },
      status,
    };
  }
  if (isUnavailable(error)) {
    log.warn({ err: error }, "a form met a database that is away");
    return {
      errors: {},
      refusal: {
        reason: "unavailable",
        sentence: "The forum can’t save anything for a moment. Your text is still here; please try again in a minute.",
      },
      status: 503,
    };
  }
  throw error;
}

function textsOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !ABOUT_THE_FORM.test(name)) values[name] = value.replace(/\r\n?/g, "\n");
  }
  return values;
}

/** Short fields with signs that no database keeps. Texts and titles have rules, and sentences, of their own. */
function fieldsThatCannotBeKept(values: Record<string, string>): Record<string, string> | null {
  const names = Object.keys(values).filter(
    (name) => name !== "text" && name !== "title" && values[name]?.includes("\0"),
  );
  if (names.length === 0) return null;
  return Object.fromEntries(
    names.map((name) => [name, "This has a character that can’t be kept. Please leave it out."]),
  );
}

function sentencesOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "form")] ??= issue.message;
  return errors;
}
