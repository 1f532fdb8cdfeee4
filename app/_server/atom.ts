import { origin } from "@/lib/platform/config";
import { excerptOf } from "@/lib/posts/rules";
import { postPath } from "@/lib/threads/paths";
import type { FeedPost } from "@/lib/threads/queries";

/** An Atom feed (RFC 4287) of posts that guests can read. Each entry carries its own author and an excerpt. */
export function atomFeed(feed: { path: string; page: string; title: string; posts: FeedPost[] }): Response {
  const home = origin();
  const updated = feed.posts[0]?.at ?? new Date(0);
  const entries = feed.posts.map(
    (
      post,
    ) => `<entry><id>${home}${postPath(post.number)}</id><title>${xml(post.threadTitle)}</title><link href="${home}${postPath(post.number)}"/>
<author><name>${xml(post.by)}</name></author><published>${post.at.toISOString()}</published><updated>${post.at.toISOString()}</updated>
<summary>${xml(excerptOf(post.html, 500))}</summary></entry>`,
  );
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${home}${feed.path}</id><title>${xml(feed.title)}</title>
<link rel="self" href="${home}${feed.path}"/><link href="${home}${feed.page}"/><updated>${updated.toISOString()}</updated>
${entries.join("\n")}
</feed>
`;
  return new Response(body, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}

/** Text as XML holds it; signs that XML 1.0 has no place for are left out. */
export function xml(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ""))
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
