import { nameKey } from "@/lib/accounts/names";
import { attribute, type SafeHtml } from "./html";

/** A name that a text calls: whether somebody has it, and still has it, is asked when the text is read. */
export function openMention(words: string): string {
  return `<cite class="mention">${words}</cite>`;
}

// The renderer escapes what people type, so nobody else writes this element.
const MENTION = /<cite class="mention">(@[^<]*)<\/cite>/g;

/** Makes links of the names that belong to these members; any other name is words like the rest. */
export function fillMentions(html: SafeHtml, members: { name: string }[]): SafeHtml {
  if (!html.includes('<cite class="mention">')) return html;
  const names = new Map(members.map(({ name }) => [nameKey(name), name]));
  return html.replace(MENTION, (_, words: string) => {
    const name = names.get(nameKey(words.slice(1)));
    if (!name) return words;
    return `<a${attribute("class", "mention")}${attribute("href", `/u/${encodeURIComponent(name)}`)}>${words}</a>`;
  }) as SafeHtml;
}
