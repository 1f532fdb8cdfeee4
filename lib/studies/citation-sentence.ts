import { parseDocument } from "htmlparser2";
import type { MarkupNode } from "./markup";
import { authorsIn } from "./reference-authors";
import { recogniseReferences } from "./references";
import { splitSentences } from "./sentences";

/** What a post calls the study by; a reference without an identifier is `journal|year|volume|page|author`. */
type Named = { kind: string; value: string };
/** `written`: as a reference, from its first author on. */
type Mention = { start: number; end: number; written?: true };
/** A paragraph's or an item's words, with the place where the study is named in them. */
type Block = { text: string; mention: Mention | null };

const LONGEST = 320;
/** A reference has its authors no further before the address of the paper. */
const LONGEST_REFERENCE = 1_000;
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
  const mention = asReference(block.text, block.mention);
  const place = spans.findIndex(({ end }) => mention.start < end);
  const last = spans.find(({ end }) => mention.end <= end) ?? spans.at(-1);
  const span = { start: spans[place]?.start ?? 0, end: last?.end ?? block.text.length };
  const sentence = shortened(block.text, span, mention);
  const before = block.text.slice(span.start, mention.start);
  const after = block.text.slice(mention.end, span.end);
  // What follows a reference tells of it only where the sentence goes on: "… 2255-2258 is about four people".
  const alone = mention.written && !/^[\s,)\]]*\p{Ll}/u.test(after) ? before : before + after;
  if ((alone.match(/\p{L}/gu)?.length ?? 0) >= FEW_LETTERS) return sentence;
  const earlier = spans[place - 1];
  const said = earlier
    ? block.text.slice(earlier.start, earlier.end)
    : lastSentence(blocks.slice(0, at).findLast(({ text }) => /\p{L}/u.test(text))?.text ?? "");
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

/** A reference is no link: it is where its fields stand, or its volume and page together. */
function referenceIn(text: string, named: Named[]): Mention | null {
  for (const { kind, value } of named) {
    if (kind !== "reference") continue;
    const [, year = "", volume = "", page = ""] = value.split("|");
    const found = new RegExp(`\\b${escaped(volume)}\\D.{0,20}?${escaped(page)}`, "i").exec(text);
    if (!found || !text.includes(year)) continue;
    const whole = recogniseReferences(text, []).find((one) => one.value === value);
    return whole
      ? { start: whole.start, end: whole.end, written: true }
      : { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** An address or a number that ends a reference names the study together with it. */
function asReference(text: string, mention: Mention): Mention {
  if (mention.written) return mention;
  const from = Math.max(0, mention.start - LONGEST_REFERENCE);
  const before = text.slice(from, mention.start);
  let start: number | null = null;
  let readTo = 0;
  for (let authors = authorsIn(before); authors; authors = authorsIn(before.slice(readTo))) {
    const between = before.slice(readTo + authors.end);
    if (authors.sure && isRestOfReference(between)) start = from + readTo + authors.start;
    readTo += authors.end;
  }
  return start === null ? mention : { start, end: mention.end, written: true };
}

/** No title says these, nor does a reference go on behind an address. */
const NO_REFERENCE =
  /[?!]\s|https?:|\b10\.\d{4}|(?<!\b(?:phase|factor|type|class|stage|grade) )\bI\b|\b(?:my|me|we|our|you|your)\b/i;

/** What stands between the authors and the address: a title, a journal, a year; not "and Yin said in 2017 that". */
function isRestOfReference(text: string): boolean {
  return /^[.,:;]?\s*[("“]?(?:\p{Lu}|\d)/u.test(text) && /\b(?:19|20)\d\d\b/.test(text) && !NO_REFERENCE.test(text);
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
