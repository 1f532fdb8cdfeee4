import { Parser } from "htmlparser2";
import type { SafeHtml } from "./html";

const LEFT_OUT = '<p class="left-out">(A quote stood here.)</p>';
const SOMEBODY = "another member";

/**
 * Of a post's stored HTML what its author wrote alone: whole quotes go, and so do other members' names, whether called
 * with "@" or linked to. What is left stays as the renderer made it.
 */
export function ownWordsOnly(html: string): SafeHtml {
  let own = "";
  let copiedTo = 0;
  let quotes = 0;
  let named = 0;
  const copyTo = (end: number) => {
    own += html.slice(copiedTo, end);
    copiedTo = end;
  };
  const isNamed = (name: string, { href = "" }: Record<string, string> = {}) =>
    name === "cite" || (name === "a" && /^(?:https?:\/\/[^/]+)?\/u\//.test(href));
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      if (name === "blockquote" && quotes++ === 0 && named === 0) copyTo(parser.startIndex);
      if (quotes > 0) return;
      if (named > 0) named++;
      else if (isNamed(name, attributes)) {
        copyTo(parser.startIndex);
        named = 1;
      }
    },
    onclosetag(name) {
      if (name === "blockquote" && --quotes === 0) {
        own += LEFT_OUT;
        copiedTo = parser.endIndex + 1;
      }
      if (quotes === 0 && named > 0 && --named === 0) {
        own += SOMEBODY;
        copiedTo = parser.endIndex + 1;
      }
    },
  });
  parser.end(html);
  if (quotes === 0 && named === 0) copyTo(html.length);
  return own as SafeHtml;
}
