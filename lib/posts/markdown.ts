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

/** Raised when the same source gives other HTML than before; a job then renders stored posts anew. */
export const RENDERER_VERSION = 3;

export type Rendered = {
  html: SafeHtml;
  /** Each study once, in order of appearance; a reference without an identifier stays text. */
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

  const citations = recogniseCitations(source);
  const cited = new Set(citations.map(nameOf));
  const references = takeReferences(tokens);
  const renderer = new TokenHtml(references, (study) => cited.has(nameOf(study)));
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

/** Without its markup a quote could not be taken back when the quoted post is hidden. */
function withoutQuotedLines(source: string): string {
  return source.replace(/^[\s*+\-\d.)]*>.*$/gm, "");
}

function nameOf({ kind, value }: Named): string {
  return `${kind} ${value}`;
}
