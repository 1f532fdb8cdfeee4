import { parseDocument } from "htmlparser2";
import { isOpenLicence } from "./licences";
import { type MarkupNode, oneLine, textOf } from "./markup";
import { readAbstract } from "./reading";
import type { AbstractSection, SourceFacts } from "./types";

const KEEP_DAYS = 30;
/** Several times the longest abstract there is. What is longer is no abstract, and reading it would cost too much memory. */
const MOST_CHARACTERS = 200_000;
const headings = new Set(["h4", "h3", "jats:title", "title"]);
const wrappers = new Set(["jats:sec", "sec", "jats:p", "p", "div", "jats:abstract"]);

/** An abstract's sections from JATS (Crossref) or from HTML with `<h4>` labels (Europe PMC). Exponents stay exponents. */
export function abstractSections(markup: string): AbstractSection[] {
  if (markup.length > MOST_CHARACTERS) return [];
  const sections: { label?: string; text: string }[] = [{ text: "" }];
  const walk = (nodes: MarkupNode[]) => {
    for (const node of nodes) {
      const name = "name" in node ? node.name : "";
      if (headings.has(name)) sections.push({ label: oneLine(textOf([node])), text: "" });
      else if (wrappers.has(name) && "children" in node) {
        walk(node.children as MarkupNode[]);
        append(" ");
      } else append(textOf([node]));
    }
  };
  const append = (text: string) => {
    const last = sections.at(-1);
    if (last) last.text += text;
  };
  walk(parseDocument(markup).children);
  return tidy(sections);
}

export function tidy(sections: AbstractSection[]): AbstractSection[] {
  return sections
    .map(({ label, text }) => ({ ...(label && !/^abstract$/i.test(label) ? { label } : {}), text: oneLine(text) }))
    .filter(({ text }) => text !== "");
}

/** The abstract as it may be kept: for thirty days, or as long as we like under an open licence. What was read in it stays. */
export function keptAbstract(
  sections: AbstractSection[],
  licence: string | undefined,
  retrievedAt: string,
  { lay, title }: { lay?: AbstractSection[]; title?: string } = {},
): Pick<SourceFacts, "abstract" | "reading"> {
  const length = sections.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0 || length > MOST_CHARACTERS) return {};
  const reading = readAbstract(sections, {
    open: isOpenLicence(licence),
    ...(lay ? { lay } : {}),
    ...(title ? { title } : {}),
  });
  const until = new Date(Date.parse(retrievedAt) + KEEP_DAYS * 24 * 60 * 60 * 1000).toISOString();
  return { abstract: { sections, keepUntil: isOpenLicence(licence) ? null : until }, reading };
}
