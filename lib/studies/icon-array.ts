import type { PartOfWhole } from "./counts";
import { Html, html } from "./html";

const ACROSS = 10;
const WIDE = 20;
const CELL = { width: 14, height: 22 };

/** As many figures as people, the part filled; a screen reader hears "8 of 18 people". The words beside are the sentence's own. */
export function iconArray({ part, whole, words }: PartOfWhole): Html {
  const across = whole > 2 * ACROSS ? WIDE : ACROSS;
  const columns = Math.min(whole, across);
  const rows = Math.ceil(whole / across);
  const figures = Array.from({ length: whole }, (_, at) => {
    const [x, y] = [(at % across) * CELL.width, Math.floor(at / across) * CELL.height];
    return `<path class="${at < part ? "filled" : "empty"}" d="M${x + 7} ${y + 2.5}a3 3 0 1 0 .01 0zM${x + 3} ${y + 19}v-6a4 4 0 0 1 8 0v6z"/>`;
  }).join("");
  const [width, height] = [columns * CELL.width, rows * CELL.height];
  return html`<figure class="study-count"><svg role="img" aria-label="${part} of ${whole} figures are filled" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${new Html(figures)}</svg><figcaption><strong>${part} of ${whole}</strong>: <q>${words}</q></figcaption></figure>`;
}
