import type { ReactNode } from "react";
import { type RequestAtHand, requestAtHand } from "./request";
import { shared } from "./shared";

/** React's own renderer to plain HTML. Next's bundle for server components has none, so `server.ts` brings it. */
type Renderer = { render: ((page: ReactNode) => string) | null };
const renderer = shared<Renderer>("static-page", () => ({ render: null }));

/** What Next sends in place of a page's body. */
export const PAGE_PLACE = '<template id="page"></template>';

export function bringRenderer(render: (page: ReactNode) => string): void {
  renderer.render = render;
}

/**
 * Renders the body of a page and leaves it with the request, for the door to put in its place: no page of ours runs
 * React in the browser, and on the way that makes it able to, most of a page's time went.
 */
export function leavePage(page: ReactNode, as: "page" | "missingPage" = "page"): string {
  const request = requestAtHand();
  if (!request || !renderer.render) throw new Error("A page is rendered behind the door.");
  const html = renderer.render(page);
  request[as] = html;
  return html;
}

/** Whichever of the two was finished last: only the answer's status says which one it is. */
export function pageLeft(status: number, { page, missingPage }: RequestAtHand): string | undefined {
  return status === 404 ? (missingPage ?? page) : page;
}

/** The whole page: what Next sent, with the body that was left for it. */
export function withPage(html: string, page: string | undefined): string {
  return page === undefined ? html : html.replace(PAGE_PLACE, () => page);
}
