import { spelledOnce } from "@/lib/platform/spelled-once";

type PublicPage = {
  path: RegExp;
  /** The query names that make another page of it: how we write their values, and which value is as good as none. */
  query?: Record<string, { form: RegExp; nothing: string }>;
  /** What somebody looked for is theirs; there are too many such pages to keep, and hardly anybody wants the same. */
  asked?: string[];
};

/** Without zeros in front: each value has one spelling. */
const PLACE = { form: /^[01]-(0|[1-9]\d{0,13})-(0|[1-9]\d{0,8})$/, nothing: "" };

/** The pages that guests are served from the store. A page that reads a place in a list says where that was made up (`madeUp`). */
const PUBLIC_PAGES: PublicPage[] = [
  { path: /^\/$/ },
  { path: /^\/c\/[a-z0-9-]{1,80}$/, query: { older: PLACE, newer: PLACE } },
  { path: /^\/(c\/[a-z0-9-]{1,80}|t\/\d{1,10})\/feed\.xml$/ },
  { path: /^\/t\/\d{1,10}\/[^/]{1,200}$/, query: { page: { form: /^[1-9]\d{0,6}$/, nothing: "1" } } },
  { path: /^\/u\/[^/]{1,200}$/ },
  {
    path: /^\/studies$/,
    query: { after: { form: /^(0|[1-9]\d{0,8})-[1-9]\d{0,8}$/, nothing: "" } },
    asked: ["q", "condition", "treatment", "kind", "subject", "from", "to", "warning", "free", "order"],
  },
  { path: /^\/studies\/\d{1,10}$/, query: { before: { form: /^[1-9]\d{0,8}$/, nothing: "" } } },
  { path: /^\/(rules|privacy|help|help\/(cards|api|glossary))$/ },
  { path: /^\/log$/, query: { month: { form: /^20\d\d-(0[1-9]|1[0-2])$/, nothing: "" } } },
  { path: /^\/(feed\.xml|sitemap\.xml|robots\.txt)$/ },
];

/**
 * The address under which a public page is kept: unknown query names make no page of their own. Null for any other page,
 * for an answer to what somebody asked, for a value that isn't written as we write it, and for more than one at once.
 */
export function publicPageKey({ pathname: path, searchParams }: URL): string | null {
  const pathname = spelledOnce(path);
  const page = PUBLIC_PAGES.find((one) => one.path.test(pathname));
  if (!page || page.asked?.some((name) => searchParams.get(name))) return null;
  let key = pathname;
  for (const [name, { form, nothing }] of Object.entries(page.query ?? {})) {
    const values = searchParams.getAll(name);
    const [value = nothing] = values;
    if (value === nothing && values.length < 2) continue;
    if (key !== pathname || values.length > 1 || !form.test(value)) return null;
    key += `?${name}=${value}`;
  }
  return key;
}

/** The thread whose page this is, for counting its views. */
export function threadOfPage(pathname: string): number | null {
  const match = /^\/t\/(\d{1,9})\/[^/]+$/.exec(pathname);
  return match && !pathname.endsWith("/feed.xml") ? Number(match[1]) : null;
}
