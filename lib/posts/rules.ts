import type { Role } from "@/lib/policy/viewer";

export const POSTS_PER_PAGE = 20;

/** A post keeps its position for ever, so its page never moves. */
export function pageOf(position: number): number {
  return Math.max(1, Math.ceil(position / POSTS_PER_PAGE));
}

export function firstPositionOf(page: number): number {
  return (page - 1) * POSTS_PER_PAGE + 1;
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};

/** The words of our own renderer's HTML, without the quotes of others, cut at a word's end. */
export function excerptOf(html: string, length: number): string {
  const words = html
    .replace(/<blockquote\b[\s\S]*<\/blockquote>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
  if (words.length <= length) return words;
  return `${words.slice(0, length).replace(/\s+\S*$/, "")} …`;
}

/** So many posts of a new member are looked at before others see them, and links in so many. */
export const FIRST_POSTS = 2;
export const EARLY_POSTS = 10;

export const holdReasons = ["first-posts", "early-link"] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Why something waits for a moderator, to its author. */
export const holdSentences: Record<HoldReason, string> = {
  "first-posts": "This is one of your first two posts. A moderator reads those before others see them.",
  "early-link":
    "There is a link in it. A moderator looks at links in a member’s first ten posts before others see them.",
};

/** The same to moderators. */
export const holdLabels: Record<HoldReason, string> = {
  "first-posts": "One of a new member’s first two posts",
  "early-link": "A link in one of a member’s first ten posts",
};

export function holdReasonOf(code: string | null): HoldReason | null {
  return holdReasons.find((reason) => reason === code) ?? null;
}

/** `appeared`: how many other posts of theirs others have read, without those that were hidden or removed. */
export type NewcomersRecord = { role: Role; moderates: boolean; trusted: boolean; appeared: number };

/**
 * Whether a new post, or an edit (`isNew` false), waits for a moderator. `links` are those that nobody has seen yet: a
 * newcomer's edit may put right what it likes, but a link it adds waits like any other.
 */
export function whyHeld(author: NewcomersRecord, text: { isNew: boolean; links: string[] }): HoldReason | null {
  if (author.role !== "member" || author.moderates || author.trusted) return null;
  if (text.isNew && author.appeared < FIRST_POSTS) return "first-posts";
  return text.links.length > 0 && author.appeared < EARLY_POSTS ? "early-link" : null;
}

/** The links among `links` that lead out of this forum and were not there before. By whole address: one host has many pages. */
export function addedLinks(links: string[], before: string[], origin: string): string[] {
  const own = new URL(origin).host;
  return links.filter((href) => !before.includes(href) && !(URL.canParse(href) && new URL(href).host === own));
}

/** Addresses in a title: nobody can press them there, but feed readers and people make links of them. */
export function addressesIn(title: string): string[] {
  return title.match(/\b(?:https?:\/\/|www\.)\S+/gi) ?? [];
}
