import type { AuthorView } from "@/lib/accounts/types";
import { origin } from "@/lib/platform/config";
import { excerptOf } from "@/lib/posts/rules";
import type { ReadablePost } from "@/lib/posts/types";
import { postPath, threadPath } from "@/lib/threads/paths";
import type { ThreadView } from "@/lib/threads/types";

/** schema.org's DiscussionForumPosting for a public thread's page: each visible post under its own author's name. */
export function threadFacts(
  thread: ThreadView,
  page: number,
  posts: ReadablePost[],
  authors: Map<number, AuthorView>,
): object {
  const home = origin();
  const person = (name: string, former?: boolean) => ({
    "@type": "Person",
    name,
    ...(former ? {} : { url: `${home}/u/${encodeURIComponent(name)}` }),
  });
  const visible = posts.filter(({ state }) => state === "visible");
  const opening = page === 1 && visible[0]?.position === 1 ? visible[0] : null;
  const replies = opening ? visible.slice(1) : visible;
  const factsOf = (post: ReadablePost) => {
    const author = authors.get(post.authorId);
    return {
      url: `${home}${postPath(post.number)}`,
      author: person(author?.name ?? "former member", author?.former ?? true),
      datePublished: post.createdAt.toISOString(),
      ...(post.edited ? { dateModified: post.edited.at.toISOString() } : {}),
      text: excerptOf(post.html, 5_000),
      interactionStatistic: {
        "@type": "InteractionCounter",
        interactionType: "https://schema.org/LikeAction",
        userInteractionCount: post.thanks.count,
      },
    };
  };
  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    headline: thread.title,
    ...(opening
      ? factsOf(opening)
      : { author: person(thread.author.name, thread.author.former), datePublished: thread.createdAt.toISOString() }),
    "@id": `${home}${threadPath(thread)}`,
    url: `${home}${threadPath(thread, page)}`,
    isPartOf: { "@type": "WebPage", name: thread.categoryName, url: `${home}/c/${thread.categorySlug}` },
    commentCount: thread.replyCount,
    comment: replies.map((post) => ({ "@type": "Comment", ...factsOf(post) })),
  };
}
