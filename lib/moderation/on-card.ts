import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { refusal } from "@/lib/policy/decision";
import { placeAmendment, problemOfAmendment, takeAmendmentBack } from "@/lib/studies/amending";
import type { AmendedField } from "@/lib/studies/types";
import type { CaseForAction } from "./queries";
import type { Deed } from "./rules";

/** Its reason stands on the card, where a sentence has room. */
export const REASON_ON_CARD_MAX = 300;

type OnCard = {
  deed: Extract<Deed, "note" | "correct" | "conceal" | "take-back">;
  on: string;
  text: string;
  reason: string;
  moderatorId: number;
  decisionId: number;
};

/** Places a moderator's words on a study's card, or takes them away again. What the sources say stays readable beside them. */
export async function carryOutOnCard(
  tx: Tx,
  { studyId }: Pick<CaseForAction, "studyId">,
  { deed, on, text, reason, moderatorId, decisionId }: OnCard,
): Promise<void> {
  if (studyId === null) throw refused("deed", refusal("not-possible").sentence);
  if (deed === "take-back") {
    if (/^[1-9]\d{0,8}$/.test(on) && (await takeAmendmentBack(tx, studyId, Number(on)))) return;
    throw refused("deed", "This isn’t on the card any more. Please choose again.");
  }
  if (deed !== "note" && reason.length > REASON_ON_CARD_MAX)
    throw refused("reason", `The reason stands on the card, so please keep it under ${REASON_ON_CARD_MAX} characters.`);
  const amendment = {
    kind: ({ note: "note", correct: "correction", conceal: "hidden" } as const)[deed],
    field: (deed === "note" ? "note" : on) as AmendedField,
    value: deed === "conceal" ? "" : text,
  };
  const problem = await problemOfAmendment(tx, studyId, amendment);
  if (problem) throw refused(problem.field, problem.sentence);
  await placeAmendment(tx, studyId, { ...amendment, reason, moderatorId, decisionId });
}

function refused(field: string, sentence: string): Refusal {
  return new Refusal("not-possible", sentence, { status: 422, field });
}
