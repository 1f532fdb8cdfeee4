import type { Token } from "markdown-it";
import { parser } from "@/lib/platform/markdown-parser";
import { type Cited, recogniseCitations } from "@/lib/studies/references";
import type { Named } from "@/lib/studies/types";
import { asPlainHtml, checkedHtml, type SafeHtml } from "./html";
import {
  ensureFewMentions,
  ensureModestOutput,
  ensureModestTables,
  ensureSomethingToRead,
  ensureWithinLimits,
} from "./limits";
import { fillMentions } from "./mentions";
import { fillQuotes, takeReferences } from "./quote-blocks";
import { TokenHtml } from "./token-html";

export { fillMentions, fillQuotes, type SafeHtml };

/** Raised when the same source gives other HTML or cites other studies than before; a job then renders stored posts anew. */
export const RENDERER_VERSION = 5;

export type Rendered = {
  html: SafeHtml;
  /** Each study once, in order of appearance, outside quotes by reference; a reference without an identifier stays text. */
  citations: Cited[];
  /** Numbers of the posts quoted by reference, each once. */
  quotes: number[];
  /** Names called with "@", outside quotes by reference, each once. */
  mentions: string[];
  /** Hosts that the author's own links lead to, each once. */
  hosts: string[];
  /** Where those links lead, each once, without studies at the places that publish or register them. */
  links: string[];
  /** True where the second net found something to change: a fault of ours, for the log. The HTML is then the bare source. */
  netCaughtSomething: boolean;
};

/** What a saved post shows. Expects a text from cleanText; throws TextRefusal where a rule of texts forbids it. */
export function renderPost(source: string): Rendered {
  ensureModestTables(source);
  const tokens = parser.parse(source, {});
  ensureWithinLimits(tokens);

  const references = takeReferences(tokens);
  const named = recogniseCitations(source);
  const citations = references.size > 0 ? citedOutside(source, references) : named;
  const linked = new Set(named.map(nameOf));
  const renderer = new TokenHtml(references, (study) => linked.has(nameOf(study)));
  const html = renderer.render(tokens).trim();

  ensureFewMentions([...renderer.mentions.values()]);
  ensureModestOutput(source, html);
  ensureSomethingToRead(html);
  const checked = checkedHtml(html);
  return {
    html: checked ?? asPlainHtml(references.size > 0 ? withoutQuotedLines(source) : source),
    citations,
    quotes: [...new Set(references.values())],
    mentions: [...renderer.mentions.values()],
    hosts: [...renderer.hosts],
    links: [...renderer.links],
    netCaughtSomething: checked === null,
  };
}

/** What a text will cite when it is saved. */
export function recogniseCited(text: string): Cited[] {
  if (!/>[ \t]*#\d/.test(text)) return recogniseCitations(text);
  ensureModestTables(text);
  return citedOutside(text, takeReferences(parser.parse(text, {})));
}

/** What another post names is cited there: its card here would outlive that post when it is hidden. */
function citedOutside(source: string, references: Map<Token, number>): Cited[] {
  return recogniseCitations(withoutBlocks(source, [...references.keys()]));
}

/** Without its markup a quote could not be taken back when the quoted post is hidden. */
function withoutQuotedLines(source: string): string {
  return source.replace(/^[\s*+\-\d.)]*>.*$/gm, "");
}

/** The same text with these blocks left blank. */
function withoutBlocks(source: string, blocks: Token[]): string {
  const lines = source.split("\n");
  for (const { map } of blocks) if (map) lines.fill("", map[0], map[1]);
  return lines.join("\n");
}

function nameOf({ kind, value }: Named): string {
  return `${kind} ${value}`;
}
