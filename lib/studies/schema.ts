import { z } from "zod";

/** What a study can be looked for as; one study may be several. */
export const entryKinds = {
  randomised: "Randomised trials",
  trial: "All trials",
  observational: "Observational studies",
  "case-report": "Reports of single cases",
  review: "Reviews of other studies",
  guideline: "Guidelines",
  preprint: "Preprints",
  registered: "Registered trials without a paper",
} as const;
export type EntryKind = keyof typeof entryKinds;

export const entrySubjects = {
  people: "People",
  animals: "Animals",
  cells: "Cells in a laboratory",
  papers: "Other people’s studies",
} as const;

export const entryWarnings = {
  retracted: "Retracted",
  withdrawn: "Withdrawn or removed",
  concern: "Warning by its journal",
  corrected: "Corrected",
  none: "None of these",
} as const;

export const studyOrders = { discussed: "Newest discussion", year: "Newest study" } as const;
export type StudyOrder = keyof typeof studyOrders;

const year = z.coerce.number().int().min(1500).max(2200);
const name = z.string().trim().min(1).max(80);
const oneOf = <K extends string>(names: Record<K, string>) => z.enum(Object.keys(names) as [K, ...K[]]);

/** Any text is a query; of the rest, what isn't there is refused by the API and left out by the page. */
export const StudyFilters = z.strictObject({
  q: z.string().optional(),
  condition: name.optional(),
  treatment: name.optional(),
  kind: oneOf(entryKinds).optional(),
  subject: oneOf(entrySubjects).optional(),
  from: year.optional(),
  to: year.optional(),
  warning: oneOf(entryWarnings).optional(),
  free: z.literal("yes").optional(),
});
export type StudyFilters = z.infer<typeof StudyFilters>;

/** What of these words in an address can be understood; an empty field of a form counts as not filled in. */
export function readFilters(asked: Record<string, string | string[] | undefined>): StudyFilters {
  const filters: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(StudyFilters.shape)) {
    const raw = asked[field];
    const value = (Array.isArray(raw) ? raw[0] : raw)?.replace(/[\0\p{Surrogate}]/gu, "").trim();
    const read = value ? schema.safeParse(value) : undefined;
    if (read?.success && read.data !== undefined) filters[field] = read.data;
  }
  return filters as StudyFilters;
}

/** A text that is being written; as long as a draft may be. */
export const NamingInput = z.strictObject({ text: z.string().max(100_000) });
