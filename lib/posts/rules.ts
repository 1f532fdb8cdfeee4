export const POSTS_PER_PAGE = 20;

/** A post keeps its position for ever, so its page never moves. */
export function pageOf(position: number): number {
  return Math.max(1, Math.ceil(position / POSTS_PER_PAGE));
}
