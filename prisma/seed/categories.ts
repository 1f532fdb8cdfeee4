import type { SeedCategory } from "./types";

/** In the order of the front page. */
export const categories = [
  {
    slug: "new-here",
    name: "New here",
    description:
      "Say hello, tell as much of your story as you like, and ask what you didn’t dare ask in the waiting room.",
    audience: "everyone",
  },
  {
    slug: "living-with-itp",
    name: "Living with ITP",
    description: "Work, travel, tiredness, teeth, bruises and everything between two blood tests.",
    audience: "everyone",
  },
  {
    slug: "treatments",
    name: "Treatments and decisions",
    description: "What it was like for us. Experience, not advice: the decisions are yours and your doctors’.",
    audience: "everyone",
  },
  {
    slug: "research",
    name: "Research and news",
    description: "Studies and news items, always with the reference, read slowly and together.",
    audience: "everyone",
  },
  {
    slug: "families",
    name: "Children and families",
    description: "For parents, partners and everybody who waits in the car park.",
    audience: "everyone",
  },
  {
    slug: "kitchen-table",
    name: "The kitchen table",
    description: "Only members can read here. Bread, wombats and the days when nothing helps.",
    audience: "members",
  },
] as const satisfies SeedCategory[];

export type CategorySlug = (typeof categories)[number]["slug"];
