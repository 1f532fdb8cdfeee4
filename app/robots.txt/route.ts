import { origin } from "@/lib/platform/config";
import { readForum } from "@/lib/platform/forum";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  seen(tags.documents());
  const { mode } = await readForum();
  const open = [
    "User-agent: *",
    "Disallow: /api/",
    "Disallow: /p/",
    "Disallow: /u/",
    "Disallow: /search",
    "Disallow: /login",
    "Disallow: /register",
    "Disallow: /settings",
    `Sitemap: ${origin()}/sitemap.xml`,
  ];
  const closed = ["User-agent: *", "Disallow: /"];
  return new Response(`${(mode === "demo" ? closed : open).join("\n")}\n`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
