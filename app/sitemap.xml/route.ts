import { xml } from "@/app/_server/atom";
import { listCategoryNames } from "@/lib/categories/queries";
import { origin } from "@/lib/platform/config";
import { guest } from "@/lib/policy/viewer";
import { threadPath } from "@/lib/threads/paths";
import { listSitemapThreads } from "@/lib/threads/queries";

export const dynamic = "force-dynamic";

/** What search engines may have: the pages of public threads and categories. Members' pages stay out of it. */
export async function GET(): Promise<Response> {
  const home = origin();
  const categories = await listCategoryNames(guest);
  const threads = await listSitemapThreads();
  const urls = [
    `<url><loc>${home}/</loc></url>`,
    `<url><loc>${home}/studies</loc></url>`,
    ...categories.map(({ slug }) => `<url><loc>${home}/c/${xml(slug)}</loc></url>`),
    ...threads.flatMap((thread) =>
      Array.from(
        { length: thread.pageCount },
        (_, index) =>
          `<url><loc>${xml(home + threadPath(thread, index + 1))}</loc><lastmod>${thread.lastPostAt.toISOString()}</lastmod></url>`,
      ),
    ),
  ].slice(0, 50_000);
  const body = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(body, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
