import { StoredHtml } from "./stored-html";

/** The cards of one post, as stored. public/enhance.js asks for them again while one is being looked up. */
export function StudyCards({ number, html, waiting = false }: { number: number; html: string; waiting?: boolean }) {
  if (!html) return null;
  return (
    <section className="cards" data-post={number} data-waiting={waiting ? "" : undefined}>
      <StoredHtml html={html} className="cards-inside" />
    </section>
  );
}
