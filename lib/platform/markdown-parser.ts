import MarkdownIt from "markdown-it";
import { safeHref } from "./safe-href";

/**
 * The one reading of Markdown in this forum. It only parses; how tokens become HTML is decided in lib/posts.
 * Typographer stays off: its smart quotes were quadratic once, and people's text stays as typed.
 */
export const parser = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true });

// "counts.So I" is a missing blank rather than an address in Somalia; the renderer unlinks hosts without a path.
parser.linkify.set({ fuzzyLink: true, fuzzyEmail: false, fuzzyIP: false });

parser.normalizeLink = (typed) => safeHref(typed) ?? "";
parser.validateLink = (href) => href !== "";
parser.normalizeLinkText = (typed) => {
  const host = /^(?:[a-z]+:)?\/\/([^/?#]*)/i.exec(typed)?.[1] ?? "";
  // A look-alike host is shown as what it is: раураl.example reads xn--…
  return isAscii(host) ? typed : (safeHref(typed) ?? typed);
};

// CommonMark lets a line without ">" go on with the quote above it. Members who answer right below a quote would
// put their words into someone else's mouth.
parser.block.ruler.before(
  "paragraph",
  "end_of_quote",
  (state, _start, _end, silent) => silent && String(state.parentType) === "blockquote",
  {
    alt: ["blockquote"],
  },
);

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
