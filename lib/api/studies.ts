import { z } from "zod";
import { Refusal } from "@/lib/platform/errors";
import { listCitingThreads, listStudies, readStudy, type StudySummary } from "@/lib/studies/queries";
import { StudyFilters } from "@/lib/studies/schema";
import { changeKinds, studyStates } from "@/lib/studies/types";
import { cursor, cursorId, cursorOf, limit, nextAddress } from "./cursor";
import { route } from "./route";
import { count, html, id, iso, moment, Next, Person, person, shape, state } from "./shapes";

/** What no record says is null: not known, never “none”. */
export const StudyInShort = shape(
  "StudyInShort",
  z.strictObject({
    id,
    title: z.string(),
    kind: z.string().nullable(),
    also: z
      .string()
      .nullable()
      .meta({ description: "What a preprint is besides, such as “Study in mice, not in people”." }),
    journal: z.string().nullable(),
    year: z.int().nullable(),
    people: count
      .nullable()
      .meta({ description: "How many took part, by the abstract; for a registered trial, by the registry." }),
    peopleInWords: z.string().nullable().meta({
      description:
        "As its card says it: “18 people”, “trial planned for 60 people”, “845 people in the studies pooled”.",
    }),
    warnings: z.array(z.string()).meta({ description: "Such as “Retracted”, the gravest first." }),
  }),
);

export function studyInShort({ id, title, kind, also, journal, year, people, peopleInWords, chips }: StudySummary) {
  return {
    id,
    title,
    kind: kind ?? null,
    also: also ?? null,
    journal: journal ?? null,
    year: year ?? null,
    people: people ?? null,
    peopleInWords: peopleInWords ?? null,
    warnings: chips.map(({ words }) => words),
  };
}

const Harms = z
  .strictObject({
    state: z.enum([
      "quoted",
      "none-found",
      "unquoted",
      "no-abstract",
      "not-yet",
      "not-english",
      "titles-disagree",
      "aside",
    ]),
    sentence: z.string().nullable(),
    unsure: z.boolean(),
  })
  .nullable()
  .meta({
    description:
      "A sentence of its abstract about harms, `unsure` where it may as well be about the illness; “none-found” means that we found none there, not that there were none; “not-yet” means that a registry that may have an abstract hasn’t answered so far. Null where nothing of an abstract is quoted.",
  });

const busy = {
  slow: "That search took too long. One more word, or a rarer one, makes it quicker.",
  busy: "Many people are searching just now. Please ask again in a moment.",
};

export const studyRoutes = [
  route({
    method: "GET",
    path: "/studies",
    summary:
      "The studies people talk about here, by words and filters as on the studies page. Any text in `q` is a query; `condition` and `treatment` are names as in the answers’ `conditions` and `treatments`.",
    who: "guests",
    kept: true,
    keptUnless: Object.keys(StudyFilters.shape),
    refusals: [503],
    query: z.strictObject({
      ...StudyFilters.shape,
      order: z.enum(["discussed", "year"]).default("discussed").meta({ description: "The newest first." }),
      after: cursor(z.tuple([cursorId, cursorId])),
      limit,
    }),
    answer: z.strictObject({
      studies: z.array(
        StudyInShort.extend({
          conditions: z.array(z.string()),
          treatments: z.array(z.string()),
          harms: Harms,
          threads: count,
          moreThreads: z.boolean().meta({ description: "It may be in more threads: the counting ended." }),
        }),
      ),
      next: Next,
    }),
    carryOut: async (viewer, { query: { after, limit, ...wish } }) => {
      const { studies, next, trouble } = await listStudies(viewer, wish, after ?? null, limit);
      if (trouble === "slow" || trouble === "busy")
        throw new Refusal(`search-${trouble}`, busy[trouble], { status: 503, retryAfter: 5 });
      return {
        studies: studies.map((study) => ({
          ...studyInShort(study),
          harms: study.harms
            ? {
                state: study.harms.state,
                sentence: "text" in study.harms ? study.harms.text : null,
                unsure: "unsure" in study.harms,
              }
            : null,
          conditions: study.conditions,
          treatments: study.treatments,
          threads: study.threads,
          moreThreads: study.more ?? false,
        })),
        next:
          next &&
          nextAddress("/studies", {
            ...wish,
            order: wish.order === "year" ? "year" : undefined,
            after: cursorOf(next),
            limit,
          }),
      };
    },
  }),
  route({
    method: "GET",
    path: "/studies/{id}",
    summary:
      "One study: its card, the threads that discuss it, what posts say where they name it, and what changed about it.",
    who: "guests",
    kept: true,
    params: z.strictObject({ id }),
    query: z.strictObject({
      before: z.coerce
        .number()
        .int()
        .min(1)
        .max(2_147_483_647)
        .optional()
        .meta({ description: "Mentions before this post." }),
      limit,
    }),
    answer: z.strictObject({
      id,
      title: z.string(),
      state: z.enum(studyStates),
      card: html,
      reference: z.string().meta({ description: "In Vancouver style, of what its records say." }),
      threads: z.array(
        z.strictObject({
          id,
          slug: z.string(),
          title: z.string(),
          post: id.meta({ description: "The first post there that cites it, among the newest 500 mentions." }),
          posts: count,
          citedAt: moment,
        }),
      ),
      mentions: z.array(
        z.strictObject({
          post: id,
          thread: z.strictObject({ id, slug: z.string(), title: z.string() }),
          author: Person,
          at: moment,
          state,
          sentence: z
            .string()
            .nullable()
            .meta({ description: "The post’s own words around the name; null where it is named in a quote only." }),
        }),
      ),
      next: Next,
      firstNamed: z.strictObject({ post: id, at: moment }),
      history: z
        .array(
          z.strictObject({
            at: moment,
            what: z.enum(changeKinds),
            before: z.string().nullable(),
            after: z.string().nullable(),
          }),
        )
        .meta({ description: "What changed since it was first named where you may read, the newest first." }),
    }),
    carryOut: async (viewer, { params, query: { before, limit } }) => {
      const study = await readStudy(viewer, params.id, before ?? null, limit);
      const threads = await listCitingThreads(viewer, study.studyId);
      return {
        id: study.studyId,
        title: study.title,
        state: study.state,
        card: study.cardHtml,
        reference: study.reference,
        threads: threads.map(({ id, slug, title, number, posts, citedAt }) => ({
          id,
          slug,
          title,
          post: number,
          posts,
          citedAt: iso(citedAt),
        })),
        mentions: study.mentions.map(({ number, thread, author, at, state, sentence }) => ({
          post: number,
          thread,
          author: person(author),
          at: iso(at),
          state,
          sentence,
        })),
        next: study.next ? nextAddress(`/studies/${study.studyId}`, { before: study.next, limit }) : null,
        firstNamed: { post: study.firstNamed.number, at: iso(study.firstNamed.at) },
        history: study.history.map((line) => ({ ...line, at: iso(line.at) })),
      };
    },
  }),
];
