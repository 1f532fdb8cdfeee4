import { parseDocument } from "htmlparser2";
import type { MarkupNode } from "./markup";

const lines = new Set(["p", "li", "div", "dt", "dd", "summary", "ul", "dl", "blockquote", "figure"]);

/** A card as plain lines, for a terminal: what a person reads, with the addresses of its links. */
export function readableCard(card: string): string {
  return linesOf(parseDocument(card).children)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .map((line) => `  ${line}`)
    .join("\n");
}

function linesOf(nodes: MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.data;
      if (!("children" in node) || !("name" in node)) return "";
      const inner = linesOf(node.children as MarkupNode[]);
      if (node.name === "a" && node.attribs.href?.startsWith("http")) return `${inner} <${node.attribs.href}>`;
      if (node.name === "dt") return `\n${inner}: `;
      if (node.name === "dd") return `${inner}\n`;
      if (node.name === "span" && node.attribs.class === "study-title") return `\n${inner}\n`;
      if (node.name === "span" && node.attribs.class?.startsWith("chip ")) return ` [${inner}]`;
      if (node.name === "span" && node.attribs.class === "study-source") return ` (${inner})`;
      return lines.has(node.name) ? `\n${inner}\n` : inner;
    })
    .join("");
}
