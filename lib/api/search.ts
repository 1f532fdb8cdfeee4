import { z } from "zod";
import { Refusal } from "@/lib/platform/errors";
import { search } from "@/lib/search/queries";
import { HITS_PER_PAGE, PAGES_MAX } from "@/lib/search/schema";
import { nextAddress } from "./cursor";
import { route } from "./route";
import { audience, count, id, iso, moment, Next, Person, person } from "./shapes";

const Marked = z
  .array(z.strictObject({ text: z.string(), found: z.boolean() }))
  .meta({ description: "A text in pieces; those with `found` are what was looked for." });

const busy = {
  slow: "Too many posts have these words. One more word, a rarer one, or a year such as after:2022 makes it quicker.",
  busy: "Many people are searching just now. Please ask again in a moment.",
};

/** The hits of a search are ranked anew each time and bounded, so its cursor is how many were given. */
const after = z.coerce
  .number()
  .int()
  .min(0)
  .max(HITS_PER_PAGE * (PAGES_MAX - 1))
  .multipleOf(HITS_PER_PAGE)
  .default(0);

export const searchRoutes = [
  route({
    method: "GET",
    path: "/search",
    summary:
      "Posts by their words, as on the search page: “phrase”, -word, author:, category:, before:, after:, has:study. Any text is a query.",
    who: "guests",
    refusals: [503],
    query: z.strictObject({ q: z.string(), after }),
    answer: z.strictObject({
      hits: z.array(
        z.strictObject({
          number: id,
          thread: id,
          threadTitle: Marked,
          category: z.strictObject({ slug: z.string(), name: z.string() }),
          audience,
          author: Person,
          createdAt: moment,
          excerpt: Marked.nullable().meta({ description: "Null where only the thread’s title was found." }),
        }),
      ),
      ranked: z.boolean().meta({ description: "The best first; otherwise the newest first." }),
      total: count,
      bounded: z.boolean().meta({ description: "There are more than `total`." }),
      unknown: z.strictObject({ authors: z.array(z.string()), categories: z.array(z.string()) }),
      shortened: z.boolean().meta({ description: "There was more in `q` than is read." }),
      next: Next,
    }),
    carryOut: async (viewer, { query: { q, after } }) => {
      const answer = await search(viewer, { q, page: after / HITS_PER_PAGE + 1 });
      const { hits, ranked, total, bounded, unknown, shortened, page, pages, trouble } = answer;
      if (trouble === "slow" || trouble === "busy")
        throw new Refusal(`search-${trouble}`, busy[trouble], { status: 503, retryAfter: 5 });
      return {
        hits: hits.map((hit) => ({
          number: hit.number,
          thread: hit.threadId,
          threadTitle: hit.threadTitle,
          category: { slug: hit.categorySlug, name: hit.categoryName },
          audience: hit.audience,
          author: person(hit.author),
          createdAt: iso(hit.createdAt),
          excerpt: hit.excerpt,
        })),
        ranked,
        total,
        bounded,
        unknown,
        shortened,
        next: page < pages ? nextAddress("/search", { q, after: page * HITS_PER_PAGE }) : null,
      };
    },
  }),
];
