import { z } from "zod";
import { listCategories, readCategory } from "@/lib/categories/queries";
import type { CategoryView, NewestPost } from "@/lib/categories/types";
import { route } from "./route";
import { audience, count, id, iso, moment, Person, person, shape } from "./shapes";

const Category = shape(
  "Category",
  z.strictObject({
    id,
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    audience,
    locked: z.boolean(),
    whoStarts: z.enum(["members", "moderators"]),
    whoReplies: z.enum(["members", "moderators"]),
    threads: count,
    posts: count,
  }),
);

const ListedCategory = shape(
  "ListedCategory",
  Category.extend({
    newest: z.strictObject({ number: id, threadTitle: z.string(), at: moment, by: Person }).nullable(),
  }),
);

function category(view: CategoryView) {
  const { id, slug, name, description, audience, locked, whoStarts, whoReplies, threadCount, postCount } = view;
  return {
    id,
    slug,
    name,
    description,
    audience,
    locked,
    whoStarts,
    whoReplies,
    threads: threadCount,
    posts: postCount,
  };
}

function newest(post: NewestPost | null) {
  return post && { number: post.number, threadTitle: post.threadTitle, at: iso(post.at), by: person(post.by) };
}

export const categoryRoutes = [
  route({
    method: "GET",
    path: "/categories",
    summary: "All categories in their order, each with its newest post.",
    who: "guests",
    kept: true,
    answer: z.strictObject({ categories: z.array(ListedCategory) }),
    carryOut: async (viewer) => ({
      categories: (await listCategories(viewer)).map((one) => ({ ...category(one), newest: newest(one.newest) })),
    }),
  }),
  route({
    method: "GET",
    path: "/categories/{slug}",
    summary: "One category.",
    who: "guests",
    kept: true,
    params: z.strictObject({ slug: z.string().max(80) }),
    answer: Category,
    carryOut: async (viewer, { params }) => category(await readCategory(viewer, params.slug)),
  }),
];
