import { Parser } from "htmlparser2";
import { nameKey } from "@/lib/accounts/names";
import type { SafeHtml } from "./html";
import { isOrdinaryWord, isTerm } from "./ordinary-words";

const WORD = /[\p{L}\p{M}\p{Nd}]+(?:[_.-][\p{L}\p{M}\p{Nd}]+)*/gu;
const PART = /[\p{L}\p{M}\p{Nd}]+/gu;
const CAPITALISED = /^\p{Lu}[\p{Ll}\p{M}]+$/u;
const SENTENCE_BEGINS = /(?:^|[.!?…]["”’)\]]*\s)\s*["“‘([]*$/u;
const BLOCKS = new Set(["p", "li", "h3", "h4", "h5", "td", "th", "br", "pre", "dd", "dt"]);

type Form = "name" | "short";

/**
 * The names of members where somebody typed them into a text, as "another member"; also "Jason" and "Theo" for jasond and
 * Theo.W. What is also a word is taken for a name only where it is written as one.
 */
export function withoutNames(html: SafeHtml, names: string[], own: string): SafeHtml {
  const forms = formsOf(names, own);
  if (forms.size === 0) return html;
  let left = "";
  let copiedTo = 0;
  let said = "";
  const replaced = (text: string): string =>
    text.replace(WORD, (word, at: number) => {
      if (forms.has(nameKey(word))) return named(word, `${said}${text.slice(0, at)}`, text.slice(at + word.length));
      return word.replace(PART, (part, place: number) =>
        named(part, `${said}${text.slice(0, at + place)}`, text.slice(at + place + part.length)),
      );
    });
  const named = (word: string, before: string, after: string): string => {
    const form = forms.get(nameKey(word));
    const begins = SENTENCE_BEGINS.test(before.slice(-40));
    if (!form || !isWrittenAsName(word, form, begins, after)) return word;
    return begins ? "Another member" : "another member";
  };
  const parser: Parser = new Parser({
    onopentag(name) {
      if (BLOCKS.has(name)) said = "";
    },
    ontext(words) {
      const raw = html.slice(parser.startIndex, parser.endIndex + 1);
      // A character written as an entity has letters in its name.
      if (!raw.startsWith("&")) {
        left += html.slice(copiedTo, parser.startIndex) + replaced(raw);
        copiedTo = parser.endIndex + 1;
      }
      said = `${said}${words}`.slice(-40);
    },
  });
  parser.end(html);
  return (left + html.slice(copiedTo)) as SafeHtml;
}

function isWrittenAsName(word: string, form: Form, begins: boolean, after: string): boolean {
  const key = nameKey(word);
  if (form === "short") return CAPITALISED.test(word);
  if (isTerm(key)) return false;
  // "May 2021" is a month, and "Will it help?" asks nobody.
  return !isOrdinaryWord(key) || (CAPITALISED.test(word) && !begins && !/^\s*\d/.test(after));
}

function formsOf(names: string[], own: string): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const name of names) {
    const first = /^\p{L}+/u.exec(name)?.[0] ?? "";
    const shorter = first === name ? [name.slice(0, -1)].filter(({ length }) => length > 3) : [first];
    for (const short of shorter)
      if (short.length > 2 && !isOrdinaryWord(nameKey(short))) forms.set(nameKey(short), "short");
  }
  for (const name of names) forms.set(nameKey(name), "name");
  forms.delete(nameKey(own));
  return forms;
}
