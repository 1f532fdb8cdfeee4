import { present } from "./answers";
import { plainText } from "./markup";
import type { AuthorParts, Authors, Printed } from "./types";

const KEPT = 20;

type Given = { shown?: string | undefined; family?: string | undefined; given?: string | undefined };

/** Persons' and groups' names in the record's order; undefined for a record that names nobody. */
export function authorsOf(names: (Given | string | undefined)[]): Authors | undefined {
  const all = names
    .map((name) => (typeof name === "object" ? name : { shown: name }))
    .map(({ shown, family, given }) => ({ shown: plainText(shown ?? ""), parts: partsOf(family, given) }))
    .filter(({ shown }) => shown);
  if (all.length === 0) return undefined;
  const kept = all.slice(0, KEPT);
  const parted = kept.some(({ parts }) => parts !== null);
  return {
    names: kept.map(({ shown }) => shown),
    total: all.length,
    ...(parted ? { parts: kept.map(({ parts }) => parts) } : {}),
  };
}

function partsOf(family: string | undefined, given: string | undefined): AuthorParts | null {
  const [last, first] = [plainText(family ?? ""), plainText(given ?? "")];
  return last ? { family: last, ...(first ? { given: first } : {}) } : null;
}

/** Undefined where a record says nothing of the place in a journal. */
export function printedIn(
  volume: string | undefined,
  issue: string | undefined,
  pages: string | undefined,
): Printed | undefined {
  const tidy = (text: string | undefined) => plainText(text ?? "").slice(0, 40) || undefined;
  const printed = present({ volume: tidy(volume), issue: tidy(issue), pages: tidy(pages) });
  return Object.keys(printed).length > 0 ? printed : undefined;
}
