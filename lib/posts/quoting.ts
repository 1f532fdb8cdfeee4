import { Refusal } from "@/lib/platform/errors";
import type { Audience } from "@/lib/policy/audience";
import { canQuoteInto, type State } from "@/lib/policy/can";

/** A quote repeats its text to everyone who reads the thread, so that text must have been written for all of them. */
export function ensureQuotes(
  numbers: number[],
  quotable: Map<number, { state: State; audience: Audience }>,
  into: { audience: Audience },
): void {
  for (const number of numbers) {
    const quoted = quotable.get(number);
    if (!quoted) throw new Refusal("not-shown", `There is no post #${number} that could be quoted.`, { field: "text" });
    const decision = canQuoteInto(quoted, into);
    if (!decision.allowed) throw new Refusal(decision.reason, decision.sentence, { field: "text" });
  }
}
