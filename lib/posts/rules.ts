export const POSTS_PER_PAGE = 20;

/** A post keeps its position for ever, so its page never moves. */
export function pageOf(position: number): number {
  return Math.max(1, Math.ceil(position / POSTS_PER_PAGE));
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
