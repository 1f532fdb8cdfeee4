/** The pages that guests are served from the store, and the query names that make another page of them. */
const PUBLIC_PAGES: { path: RegExp; query: string[]; asked?: string[] }[] = [
  { path: /^\/$/, query: [] },
  { path: /^\/c\/[a-z0-9-]{1,80}$/, query: [], asked: ["older", "newer"] },
  { path: /^\/(c\/[a-z0-9-]{1,80}|t\/\d{1,10})\/feed\.xml$/, query: [] },
  { path: /^\/t\/\d{1,10}\/[^/]{1,200}$/, query: ["page"] },
  { path: /^\/u\/[^/]{1,200}$/, query: [] },
  // What somebody looked for is theirs; there are too many such pages to keep, and hardly anybody wants the same.
  {
    path: /^\/studies$/,
    query: [],
    asked: ["q", "condition", "treatment", "kind", "subject", "from", "to", "warning", "free", "order", "after"],
  },
  { path: /^\/studies\/\d{1,10}$/, query: [], asked: ["before"] },
  { path: /^\/(rules|privacy|help|help\/(cards|api|glossary))$/, query: [] },
  { path: /^\/log$/, query: [], asked: ["month"] },
  { path: /^\/(feed\.xml|sitemap\.xml|robots\.txt)$/, query: [] },
];

/** The address under which a public page is kept: unknown query names make no page of their own. Null for any other page, for an answer to what somebody asked (`asked`), and for what is no page number: that is a 404. */
export function publicPageKey(url: URL): string | null {
  const pathname = spelledOnce(url.pathname);
  const page = PUBLIC_PAGES.find(({ path }) => path.test(pathname));
  if (!page || page.asked?.some((name) => url.searchParams.get(name))) return null;
  const known: string[] = [];
  for (const name of page.query) {
    const value = url.searchParams.get(name);
    if (value === null || value === "1") continue;
    if (!/^[1-9]\d{0,6}$/.test(value)) return null;
    known.push(`${name}=${value}`);
  }
  return known.length > 0 ? `${pathname}?${known.join("&")}` : pathname;
}

/** One spelling for all ways of escaping the same path. */
function spelledOnce(pathname: string): string {
  return pathname
    .split("/")
    .map((part) => encodeURIComponent(decodeURIComponent(part)))
    .join("/");
}

/** The thread whose page this is, for counting its views. */
export function threadOfPage(pathname: string): number | null {
  const match = /^\/t\/(\d{1,9})\/[^/]+$/.exec(pathname);
  return match && !pathname.endsWith("/feed.xml") ? Number(match[1]) : null;
}
