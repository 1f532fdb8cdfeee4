import { addressOf } from "./identifiers";
import { titleSaysRetracted } from "./notices";
import type { Identifier, StudyFacts } from "./types";
import { retractionInShort } from "./wording";

/** What is known of a study, for references made of it. */
export type Referred = { id: number; identifiers: Identifier[]; facts: StudyFacts | null };

/** `family` and `given` of a person; `group` where the record names a group, or a name that can't be parted. */
export type ReferredAuthor = { family: string; given?: string } | { group: string };

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const VANCOUVER_NAMES = 6;
const GROUP =
  /\b(?:group|consortium|collaborat|investigators?|network|team|committee|society|trialists|association|study|panel|initiative)\b/i;

/** As the record parts them; where it was read before parts were kept, by how names are written. */
export function authorsOfStudy(facts: StudyFacts): { authors: ReferredAuthor[]; more: number } {
  const value = facts.authors?.value;
  const authors = (value?.names ?? []).map(
    (name, at) => value?.parts?.[at] ?? parted(name, value?.parts !== undefined),
  );
  return { authors, more: Math.max(0, (value?.total ?? 0) - authors.length) };
}

function parted(name: string, knownAsGroup: boolean): ReferredAuthor {
  const words = name.split(/\s+/);
  if (knownAsGroup || words.length < 2 || GROUP.test(name)) return { group: name };
  const initials = /^(.+) (\p{Lu}{1,3})$/u.exec(name);
  if (initials?.[1] && initials[2]) return { family: initials[1], given: initials[2] };
  let first = words.length - 1;
  while (
    first > 1 &&
    /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|ter|ten)$/i.test(words[first - 1] as string)
  )
    first--;
  return { family: words.slice(first).join(" "), given: words.slice(0, first).join(" ") };
}

/** "Jean-Pierre", "J.-P." and "JP" are JP. */
export function initialsOf(given: string): string {
  if (/^\p{Lu}{1,3}$/u.test(given)) return given;
  return given
    .split(/[\s.\-‐‑–]+/u)
    .flatMap((word) => [...word][0]?.toUpperCase() ?? [])
    .join("");
}

/** Vancouver style as NLM describes it (Citing Medicine): six authors, then "et al." One line, of the record's words only. */
export function vancouver({ identifiers, facts }: Referred): string {
  if (!facts) return identifiers.map((one) => addressOf(one)).join(" ");
  const trial = registeredAs(facts);
  const parts = [
    names(facts),
    `${titleOf(facts)}${trial ? " [Registered trial]" : facts.preprint ? " [Preprint]" : ""}${markOf(facts)}`,
    trial ? "ClinicalTrials.gov" : (facts.journalShort ?? facts.journal)?.value,
    trial ? trial.value : where(facts),
    ...(trial ? [`Available from: ${addressOf(trial)}`] : numbersOf(facts)),
  ];
  return parts
    .flatMap((part) => (part ? [oneLine(part)] : []))
    .map((part) => (/[.?!]$/.test(part) || /^(?:doi:|Available)/.test(part) ? part : `${part}.`))
    .join(" ");
}

function names(facts: StudyFacts): string | undefined {
  const { authors, more } = authorsOfStudy(facts);
  const shown = authors
    .slice(0, VANCOUVER_NAMES)
    .map((author) => ("group" in author ? author.group : `${author.family} ${initialsOf(author.given ?? "")}`.trim()));
  if (shown.length === 0) return registeredAs(facts) ? facts.trials[0]?.value.sponsor : undefined;
  return authors.length + more > VANCOUVER_NAMES ? `${shown.join(", ")}, et al` : shown.join(", ");
}

export function titleOf(facts: StudyFacts): string {
  return oneLine(facts.title?.value ?? "[No title in the record]");
}

/** " [Partly retracted]"; a title that says so itself needs no mark. */
function markOf(facts: StudyFacts): string {
  const retracted = retractionInShort(facts);
  return retracted && !titleSaysRetracted(titleOf(facts)) ? ` [${retracted}]` : "";
}

/** "2017 May 3;13(5):2255-2258", as much of it as is known. */
function where({ published, printed }: StudyFacts): string | undefined {
  const [year, month, day] = published?.value.split("-") ?? [];
  const date = [year, month && months[Number(month) - 1], day && Number(day)].filter(Boolean).join(" ");
  const { volume, issue, pages } = printed?.value ?? {};
  const place = `${volume ?? ""}${issue ? `(${issue})` : ""}`;
  return `${date}${place ? `;${place}` : ""}${pages ? `:${pages.replace(/[–—]/g, "-")}` : ""}` || undefined;
}

function numbersOf(facts: StudyFacts): string[] {
  const doi = identifierOf(facts, "doi");
  const pmid = identifierOf(facts, "pmid");
  return [...(doi ? [`doi:${doi}`] : []), ...(pmid ? [`PMID: ${pmid}`] : [])];
}

export function identifierOf(facts: StudyFacts, kind: Identifier["kind"]): string | undefined {
  return facts.identifiers.find(({ value }) => value.kind === kind)?.value.value;
}

/** A study cited by its registration alone. */
export function registeredAs(facts: StudyFacts): Identifier | undefined {
  return facts.identifiers.find(({ value }) => value.kind === "nct")?.value;
}

/** No line, field or record can be begun from within a value. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
