import { z } from "zod";
import { listStudiesAfter, readStudy, type StudySummary } from "@/lib/studies/queries";
import { studyStates } from "@/lib/studies/types";
import { cursor, cursorId, cursorOf, limit, paged } from "./cursor";
import { route } from "./route";
import { count, html, id, iso, moment, Next, shape } from "./shapes";

/** What no record says is null: not known, never “none”. */
export const StudyInShort = shape(
  "StudyInShort",
  z.strictObject({
    id,
    title: z.string(),
    kind: z.string().nullable(),
    journal: z.string().nullable(),
    year: z.int().nullable(),
    people: count.nullable().meta({ description: "How many took part, for a registered trial that says so." }),
    warnings: z.array(z.string()).meta({ description: "Such as “Retracted”, the gravest first." }),
  }),
);

export function studyInShort({ id, title, kind, journal, year, people, chips }: StudySummary) {
  return {
    id,
    title,
    kind: kind ?? null,
    journal: journal ?? null,
    year: year ?? null,
    people: people ?? null,
    warnings: chips.map(({ words }) => words),
  };
}

export const studyRoutes = [
  route({
    method: "GET",
    path: "/studies",
    summary: "The studies people talk about here, the newest mention first.",
    who: "guests",
    kept: true,
    query: z.strictObject({ after: cursor(z.tuple([cursorId, cursorId])), limit }),
    answer: z.strictObject({ studies: z.array(StudyInShort.extend({ threads: count })), next: Next }),
    carryOut: async (viewer, { query }) => {
      const rows = await listStudiesAfter(viewer, query.after ?? null, query.limit + 1);
      const keyOf = (row: (typeof rows)[number]) => cursorOf([row.newestMention, row.id]);
      const { shown, next } = paged(rows, query.limit, "/studies", "after", keyOf);
      return { studies: shown.map((study) => ({ ...studyInShort(study), threads: study.threads })), next };
    },
  }),
  route({
    method: "GET",
    path: "/studies/{id}",
    summary: "One study: its card, and the threads that discuss it.",
    who: "guests",
    kept: true,
    params: z.strictObject({ id }),
    answer: z.strictObject({
      id,
      title: z.string(),
      state: z.enum(studyStates),
      card: html,
      threads: z.array(
        z.strictObject({
          id,
          slug: z.string(),
          title: z.string(),
          post: id.meta({ description: "The first post there that cites it." }),
          posts: count,
          citedAt: moment,
        }),
      ),
    }),
    carryOut: async (viewer, { params }) => {
      const { studyId, title, state, cardHtml, threads } = await readStudy(viewer, params.id);
      return {
        id: studyId,
        title,
        state,
        card: cardHtml,
        threads: threads.map(({ id, slug, title, number, posts, citedAt }) => ({
          id,
          slug,
          title,
          post: number,
          posts,
          citedAt: iso(citedAt),
        })),
      };
    },
  }),
];
