import { parseDocument } from "htmlparser2";
import type { MarkupNode } from "./markup";
import { splitSentences } from "./sentences";

/** What a post calls the study by; a reference without an identifier is `journal|year|volume|page|author`. */
type Named = { kind: string; value: string };
type Mention = { start: number; end: number };
/** A paragraph's or an item's words, with the place where the study is named in them. */
type Block = { text: string; mention: Mention | null };

const LONGEST = 320;
/** Fewer letters beside the name say nothing: then the sentence before comes along. */
const FEW_LETTERS = 12;

const blockTags = new Set(["p", "li", "h3", "h4", "h5", "ul", "ol", "table", "tr", "div", "hr"]);
/** Quotes are others' words, and code has none. */
const leftOut = new Set(["blockquote", "pre"]);

/**
 * The sentence in which a post names a study, of the post's own words only; null where it does so in a quote. From stored
 * HTML, as plain text.
 */
export function sentenceNaming(html: string, named: Named[]): string | null {
  const blocks = blocksOf(html, named);
  const at = blocks.findIndex(({ mention }) => mention !== null);
  const block = blocks[at];
  if (!block?.mention) return null;
  const spans = splitSentences(block.text);
  const { mention } = block;
  const place = spans.findIndex(({ end }) => mention.start < end);
  const span = spans[place] ?? { start: 0, end: block.text.length };
  const sentence = shortened(block.text, span, mention);
  const alone = `${block.text.slice(span.start, mention.start)}${block.text.slice(mention.end, span.end)}`;
  if ((alone.match(/\p{L}/gu)?.length ?? 0) >= FEW_LETTERS) return sentence;
  const before = spans[place - 1];
  const said = before ? block.text.slice(before.start, before.end) : lastSentence(blocks[at - 1]?.text ?? "");
  return said ? `${tidy(beginning(said))} ${sentence}` : sentence;
}

function blocksOf(html: string, named: Named[]): Block[] {
  const blocks: Block[] = [];
  let block: Block = { text: "", mention: null };
  const flush = () => {
    if (!block.mention) block.mention = referenceIn(block.text, named);
    if (block.text.trim()) blocks.push(block);
    block = { text: "", mention: null };
  };
  const walk = (nodes: MarkupNode[]) => {
    for (const node of nodes) {
      if (node.type === "text") block.text += node.data.replace(/\s+/g, " ");
      if (!("children" in node) || !("name" in node)) continue;
      const { name, attribs } = node;
      if (name === "br") block.text += " ";
      if (name === "td" && block.text.trim()) block.text += " · ";
      if (leftOut.has(name)) {
        flush();
        continue;
      }
      const isBlock = blockTags.has(name);
      if (isBlock) flush();
      const start = block.text.length;
      walk(node.children as MarkupNode[]);
      const isIt = named.some(({ kind, value }) => attribs["data-kind"] === kind && attribs["data-value"] === value);
      if (isIt && !block.mention) block.mention = { start, end: block.text.length };
      if (isBlock) flush();
    }
  };
  walk(parseDocument(html).children);
  flush();
  return blocks;
}

/** A reference is no link: it is where its volume and page stand together. */
function referenceIn(text: string, named: Named[]): Mention | null {
  for (const { kind, value } of named) {
    if (kind !== "reference") continue;
    const [, year = "", volume = "", page = ""] = value.split("|");
    const found = new RegExp(`\\b${escaped(volume)}\\D.{0,20}?${escaped(page)}`, "i").exec(text);
    if (found && text.includes(year)) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function lastSentence(text: string): string {
  const last = splitSentences(text).at(-1);
  return last ? text.slice(last.start, last.end) : "";
}

function beginning(text: string): string {
  return text.length > LONGEST / 2 ? `… ${text.slice(-LONGEST / 2).replace(/^\S*\s/, "")}` : text;
}

/** What is left out of a long sentence is left out at its ends, away from the name. */
function shortened(text: string, span: Mention, mention: Mention): string {
  if (span.end - span.start <= LONGEST) return tidy(text.slice(span.start, span.end));
  const room = Math.max(40, (LONGEST - (mention.end - mention.start)) / 2);
  const from = Math.max(span.start, mention.start - room);
  const to = Math.min(span.end, mention.end + room);
  const before = text.slice(from, mention.start);
  const after = text.slice(mention.end, to);
  return tidy(
    `${from > span.start ? `… ${before.replace(/^\S*\s/, "")}` : before}${text.slice(mention.start, mention.end).slice(0, LONGEST)}${to < span.end ? `${after.replace(/\s\S*$/, "")} …` : after}`,
  );
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
