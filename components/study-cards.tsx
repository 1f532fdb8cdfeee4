import { StoredHtml } from "./stored-html";

/**
 * The cards of one post, as stored. public/enhance.js asks for them again while one is being looked up; without any, this is
 * the place of a card that may still come.
 */
export function StudyCards({ number, html, waiting = false }: { number: number; html: string; waiting?: boolean }) {
  if (!html && !waiting) return null;
  return (
    <section className="cards" data-post={number} data-waiting={waiting ? "" : undefined} hidden={!html}>
      <StoredHtml html={html} className="cards-inside" />
    </section>
  );
}
