/**
 * The HTML of a long text of ours, as the renderer of posts made it, for a page whose only heading so far is its h1: the
 * text's headings begin at h2, and each has an address made of its words. The part that says when to call the emergency
 * number is always at #emergency, whatever its heading says. Links to our own pages, which posts can't have, become links.
 */
export function documentHtml(html: string): string {
  const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
  const shift = Math.min(...levels, 6) - 2;
  const emergency = html.slice(0, Math.max(0, html.search(/emergency number/i))).search(/<h\d(?![\s\S]*<h\d)/);
  const taken = new Set(["emergency"]);
  const addressed = html.replace(
    /<h([1-6])([^>]*)>(.*?)<\/h\1>/gs,
    (_, level: string, attributes: string, words: string, at) => {
      const id = at === emergency ? "emergency" : free(addressOf(words), taken);
      const tag = `h${Number(level) - shift}`;
      return `<${tag}${id && ` id="${id}"`}${attributes}>${words}</${tag}>`;
    },
  );
  return addressed.replace(/\[([^[\]<>]+)\]\((\/(?!\/)[a-z0-9/#.-]*)\)/g, '<a href="$2">$1</a>');
}

function addressOf(words: string): string {
  return words
    .replace(/<[^>]*>|&[^;]*;/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The first of two headings with the same words keeps the address. */
function free(id: string, taken: Set<string>): string {
  if (taken.has(id)) return "";
  taken.add(id);
  return id;
}
