import type { Tx } from "@/lib/platform/db";
import { aboutOf } from "./about";
import { retractionOf } from "./merging-notices";
import type { EntryKind } from "./schema";
import type { Identifier, SourceFacts, StudyFacts, StudyState } from "./types";
import { chipsOf } from "./wording";

export type Entry = {
  listed: boolean;
  title: string;
  /** Everything else that the study is found by. */
  body: string;
  year: number;
  kinds: EntryKind[];
  subject: string | null;
  warning: "retracted" | "withdrawn" | "concern" | "corrected" | null;
  free: boolean;
  conditions: string[];
  treatments: string[];
};

/** What the studies page looks in, made of what the card is made of. `records` are those that were found. */
export function entryOf(study: {
  state: StudyState;
  identifiers: Identifier[];
  facts: StudyFacts | null;
  records: SourceFacts[];
}): Entry {
  const { facts, records } = study;
  const names = study.identifiers.map(({ value }) => value);
  const listed = study.state !== "not-found";
  const nothing = { year: 0, kinds: [], subject: null, warning: null, free: false, conditions: [], treatments: [] };
  if (!facts) return { listed, title: "", body: names.join(" "), ...nothing };
  const title = facts.title?.value ?? "";
  const subjects = records.flatMap((record) => record.subjects ?? []);
  const trials = facts.trials.map(({ value }) => value);
  const registered = {
    conditions: trials.flatMap((trial) => trial.conditions ?? []),
    interventions: trials.flatMap((trial) => trial.interventions ?? []),
  };
  // A paper may name trials in passing; what those are about is then not what it is about.
  const own = trials.length === 1 ? registered : { conditions: [], interventions: [] };
  const { conditions, treatments, also } = aboutOf({ title, subjects, ...own });
  const reading = facts.reading?.value;
  const quoted = [
    ...(reading?.found ?? []),
    ...(reading?.harms ?? []),
    ...(reading?.concluded ? [reading.concluded] : []),
    ...(reading?.lay?.quotes ?? []),
  ].map(({ text }) => text);
  return {
    listed,
    title,
    body: [
      ...(facts.authors?.value.names ?? []),
      facts.journal?.value,
      facts.journalShort?.value,
      facts.published?.value.slice(0, 4),
      ...subjects,
      ...registered.conditions,
      ...registered.interventions,
      also,
      facts.kind?.value.words,
      facts.kind?.value.also,
      ...chipsOf(facts).map(({ words }) => words),
      ...names,
      ...facts.identifiers.map(({ value }) => value.value),
      ...trials.map(({ nct }) => nct),
      ...quoted,
    ]
      .filter(Boolean)
      .join(" \n "),
    year: Number(facts.published?.value.slice(0, 4) ?? 0),
    kinds: kindsOf(facts),
    subject: facts.kind?.value.subject ?? null,
    warning: warningOf(facts),
    free: facts.freeText !== undefined,
    conditions,
    treatments,
  };
}

function kindsOf(facts: StudyFacts): EntryKind[] {
  const words = `${facts.kind?.value.words ?? ""} ${facts.kind?.value.also ?? ""}`;
  const others = /review|pooled analysis|guideline|notice|correction|plan of a trial|comment|editorial/i.test(words);
  const isTrial = !others && /\btrial\b/i.test(words);
  const all: [EntryKind, boolean][] = [
    ["randomised", isTrial && /randomised/i.test(words)],
    ["trial", isTrial],
    ["observational", /observational|cohort|case-control|cross-sectional|retrospective|survey/i.test(words)],
    ["case-report", /case report|case series/i.test(words)],
    ["review", /\breview\b|pooled analysis/i.test(words)],
    ["guideline", /guideline/i.test(words)],
    ["preprint", facts.preprint !== undefined],
    ["registered", facts.identifiers.some(({ value }) => value.kind === "nct")],
  ];
  return all.flatMap(([kind, is]) => (is ? [kind] : []));
}

/** Found by the word that the card has: what was withdrawn isn't called retracted, for it may only be out of date. */
function warningOf({ notices }: StudyFacts): Entry["warning"] {
  const has = (kind: string) => notices.some((notice) => notice.kind === kind);
  const gravest = retractionOf(notices);
  if (gravest) {
    const withdrawn = gravest.kind === "withdrawal" || gravest.kind === "removal";
    return withdrawn || gravest.marked === "withdrawn" || gravest.marked === "removed" ? "withdrawn" : "retracted";
  }
  return has("concern") ? "concern" : has("correction") ? "corrected" : null;
}

/** Called wherever a card is made, so that what one finds is what one reads. */
export async function keepEntry(tx: Tx, studyId: number, entry: Entry): Promise<void> {
  const { title, body, listed, year, kinds, subject, warning, free, conditions, treatments } = entry;
  // The search parser takes "<" for the beginning of a tag, and PostgreSQL has no NUL.
  const [inTitle, inBody] = [title, body].map((text) => text.replace(/[<\0]/g, " "));
  await tx.$executeRaw`
    INSERT INTO "StudyEntry" ("studyId", "listed", "words", "year", "kinds", "subject", "warning", "free", "conditions", "treatments")
    VALUES (${studyId}, ${listed}, "search_words"(${inTitle}, ${inBody}), ${year}, ${kinds}, ${subject}, ${warning}, ${free}, ${conditions}, ${treatments})
    ON CONFLICT ("studyId") DO UPDATE SET "listed" = excluded."listed", "words" = excluded."words", "year" = excluded."year", "kinds" = excluded."kinds",
      "subject" = excluded."subject", "warning" = excluded."warning", "free" = excluded."free", "conditions" = excluded."conditions", "treatments" = excluded."treatments"`;
}
