import { Parser } from "htmlparser2";
import type { Token } from "markdown-it";
import { parser } from "@/lib/platform/markdown-parser";
import { attribute, escapeText, type SafeHtml } from "./html";

const REFERENCE = /^#(\d{1,10})[ \t]*(?:\n|$)/;
const LARGEST_NUMBER = 2_147_483_647;

/**
 * Finds quotes by reference: a blockquote whose first line is just "#123". Gives the number for each such
 * blockquote_open and takes the line out of the text.
 */
export function takeReferences(tokens: Token[]): Map<Token, number> {
  const references = new Map<Token, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== "blockquote_open" || tokens[at + 1]?.type !== "paragraph_open") continue;
    const inline = tokens[at + 2];
    const number = Number(REFERENCE.exec(inline?.content ?? "")?.[1] ?? 0);
    if (!inline?.children || number < 1 || number > LARGEST_NUMBER) continue;
    const lineEnd = inline.children.findIndex((child) => child.type === "softbreak" || child.type === "hardbreak");
    inline.children = lineEnd < 0 ? [] : inline.children.slice(lineEnd + 1);
    references.set(token, number);
  }
  return references;
}

/** The lines of a source that repeat other posts, by the numbers of those posts. */
export function quotedLines(source: string): { number: number; from: number; to: number }[] {
  return [...takeReferences(parser.parse(source, {}))].flatMap(([{ map }, number]) =>
    map ? [{ number, from: map[0], to: map[1] }] : [],
  );
}

/** Until someone reads it, a quote has the number only; who wrote that post is filled in for each viewer. */
export function openQuote(number: number): string {
  const post = attribute("data-post", number);
  return `<blockquote class="quote"${post} dir="auto"><p class="quote-from"><cite${post}></cite></p>`;
}

const GONE = '<blockquote class="quote gone"><p>A post that isn’t shown any more.</p></blockquote>';

/**
 * Names the authors of quoted posts in stored HTML. Where `lookup` gives null the viewer may not see that post, and
 * the whole quote goes, with all that is quoted inside it.
 */
export function fillQuotes(
  html: string,
  lookup: (number: number) => { name: string; former: boolean } | null,
): SafeHtml {
  if (!html.includes("<cite ")) return html as SafeHtml;
  let filled = "";
  let copiedTo = 0;
  let depth = 0;
  let goneAt: number | null = null;
  const copyTo = (end: number) => {
    filled += html.slice(copiedTo, end);
    copiedTo = end;
  };

  const parser = new Parser({
    onopentag(name, { class: classes, "data-post": post }) {
      if (name === "blockquote") {
        depth++;
        if (goneAt !== null || classes !== "quote" || lookup(Number(post)) !== null) return;
        copyTo(parser.startIndex);
        goneAt = depth;
      }
      const author = name === "cite" && goneAt === null ? lookup(Number(post)) : null;
      if (!author) return;
      copyTo(parser.endIndex + 1);
      const who = author.former ? "a former member" : `<bdi>${escapeText(author.name)}</bdi>`;
      filled += `<a${attribute("href", `/p/${post}`)}>${who}, #${post}</a>`;
    },
    onclosetag(name) {
      if (name !== "blockquote") return;
      if (goneAt === depth) {
        filled += GONE;
        copiedTo = parser.endIndex + 1;
        goneAt = null;
      }
      depth--;
    },
  });
  parser.end(html);
  copyTo(html.length);
  return filled as SafeHtml;
}
