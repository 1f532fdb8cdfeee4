import { type Html, html } from "./html";
import type { Amended, AmendedField, StudyFacts } from "./types";

// When it was placed is told by the history: a card is the same for all, and not everybody could read of the study by then.

/** A moderator's sentence about the study, before everything that its records say. */
export function contextNotes({ amended = [] }: StudyFacts): Html[] {
  return amended
    .filter(({ kind }) => kind === "note")
    .map(
      (one) => html`<div class="study-note"><p dir="auto">${one.value}</p>
        <p class="study-source">A note by ${moderator(one)}</p></div>`,
    );
}

/** Under a value that a moderator put right: who, why, and what the source says. */
export function correction({ amended = [] }: StudyFacts, field: AmendedField): Html | null {
  const one = amended.find((each) => each.kind === "correction" && each.field === field);
  if (!one?.said) return null;
  const what = field === "title" ? "Title corrected" : field === "published" ? "Date corrected" : "Corrected";
  return html`<span class="study-source study-amended">${what} by ${moderator(one)}: <bdi>${one.reason}</bdi> ${one.said.source} says “<bdi>${one.said.words}</bdi>”.</span>`;
}

/** What a moderator put aside of this card, if anything. */
export function putAside({ amended = [] }: StudyFacts, field: AmendedField): Amended | null {
  return amended.find((each) => each.kind === "hidden" && each.field === field) ?? null;
}

/** It can still be read, by whoever wants to, with who put it aside and why. */
export function aside(one: Amended, what: string, inside: Html | Html[]): Html {
  return html`<details class="study-folded study-aside"><summary>${what}: put aside by ${moderator(one)}</summary>
    <p class="study-amended">Why: <bdi>${one.reason}</bdi></p>${inside}</details>`;
}

function moderator({ by }: Amended): Html {
  return by === null ? html`a moderator who has left` : html`moderator <bdi>${by}</bdi>`;
}
