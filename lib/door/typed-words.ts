/** Something that somebody wrote into a form, with what the form called it. */
export type TypedWord = { name: string; label: string; text: string };

const labels: Record<string, string> = {
  text: "Your text",
  title: "Title",
  note: "What you wrote to the moderators",
  reason: "Your reason",
  about: "About you",
  personalText: "The line under your name",
  description: "Description",
  name: "Name",
  email: "E-mail address",
  condition: "Condition",
  diagnosed: "Year of diagnosis",
  status: "How it is now",
  treatments: "Treatments",
};

const labelsOfCount: Record<string, string> = { value: "Count", day: "Day of the blood test" };

/** What a form carries without anybody having written it, and what is nobody's to see again. */
const NOT_TYPED =
  /password|token|^\$|^(form|intent|id|kind|deed|rule|rulesVersion|privacyVersion|number|version|threadId|categoryId|memberId|place|page|session|count|website|next|who|on|part|value|day|until|unit|days|scope|choice|role|member|audience|confirm|locked|readOnly)$|requestId|startedAt|Audience$|^who[A-Z]/i;

const TICKED = /^(on|yes|no|.)$/;

/** The words in what a form sent, to hand them back where the form itself is gone. Never a password. */
export function typedWords(sent: Record<string, string>): TypedWord[] {
  return Object.entries(sent).flatMap(([name, text]) => {
    const label = text.trim() === "" || isChosenReason(name, sent) ? undefined : labelOf(name, text, sent);
    return label === undefined ? [] : [{ name, label, text }];
  });
}

/** What one field is called; undefined for what nobody has written. */
function labelOf(name: string, text: string, sent: Record<string, string>): string | undefined {
  if ("unit" in sent && Object.hasOwn(labelsOfCount, name)) return labelsOfCount[name];
  if (name === "about" && "email" in sent) return "What it is about";
  if (Object.hasOwn(labels, name)) return labels[name];
  return NOT_TYPED.test(name) || TICKED.test(text) ? undefined : "What you wrote";
}

/** Whoever reports chooses a reason from a list and writes a note; whoever decides or edits writes the reason. */
function isChosenReason(name: string, sent: Record<string, string>): boolean {
  return name === "reason" && ("note" in sent || "website" in sent);
}
