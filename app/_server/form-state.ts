import { type FormState, requestAtHand } from "@/lib/platform/request";

export const blank: FormState = { values: {}, errors: {}, status: 200 };

/** What the form of this name has to show again in this very request; blank where it was not sent. */
export function formState(form: string): FormState {
  return requestAtHand()?.forms.get(form) ?? blank;
}

export function wasSent(form: string): boolean {
  return requestAtHand()?.forms.has(form) ?? false;
}

/** Somebody's words may be on this page, so links on it lead to a window of their own. */
export function anythingSent(): boolean {
  return (requestAtHand()?.forms.size ?? 0) > 0;
}

/** Refusals of forms whose names begin so, as for the many small forms of a thread. */
export function refusalOf(prefix: string): FormState["refusal"] {
  for (const [form, state] of requestAtHand()?.forms ?? [])
    if (form.startsWith(prefix) && state.refusal) return state.refusal;
  return undefined;
}
