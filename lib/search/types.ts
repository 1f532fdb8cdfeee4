import type { Audience } from "@/lib/policy/audience";

/** A text in pieces, so that a page can mark what was found without taking any of it for HTML. */
export type Marked = { text: string; found: boolean }[];

export type SearchHit = {
  number: number;
  threadId: number;
  threadSlug: string;
  threadTitle: Marked;
  categoryName: string;
  categorySlug: string;
  audience: Audience;
  author: { name: string; former: boolean };
  createdAt: Date;
  /** Null where only the thread's title was found and its first post isn't shown. */
  excerpt: Marked | null;
};

export type SearchAnswer = {
  hits: SearchHit[];
  /** The best first; otherwise, where no words were given, the newest first. */
  ranked: boolean;
  page: number;
  pages: number;
  /** How many posts match; where `bounded`, at least so many, and only the newest of them were compared. */
  total: number;
  bounded: boolean;
  /** "nothing": there was nothing in the words to look for. "slow" and "busy": no answer this time. */
  trouble: "nothing" | "slow" | "busy" | null;
  /** Names in `author:` and `category:` that nobody and nothing here goes by, as far as this viewer may know. */
  unknown: { authors: string[]; categories: string[] };
  /** What was typed had more than is read. */
  shortened: boolean;
};
