import { z } from "zod";

/** Characters and words that are read; whatever comes after them is left out, and the page says so. */
export const QUERY_MAX = 200;
export const TERMS_MAX = 12;

export const HITS_PER_PAGE = 20;
export const PAGES_MAX = 10;

/** Any text is a query. */
export const SearchInput = z.strictObject({
  q: z.string().default(""),
  page: z.coerce.number().int().min(1).max(PAGES_MAX).default(1),
});
export type SearchInput = z.infer<typeof SearchInput>;
