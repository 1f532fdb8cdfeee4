import { parseDocument } from "htmlparser2";
import { type MarkupNode, oneLine, textOf } from "./markup";
import type { AbstractSection, SourceFacts } from "./types";

const KEEP_DAYS = 30;
const headings = new Set(["h4", "h3", "jats:title", "title"]);
const wrappers = new Set(["jats:sec", "sec", "jats:p", "p", "div", "jats:abstract"]);

/** An abstract's sections from JATS (Crossref) or from HTML with `<h4>` labels (Europe PMC). Exponents stay exponents. */
export function abstractSections(markup: string): AbstractSection[] {
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

/** "cc by" and "cc0" in any spelling, their addresses too; not "cc by-nc", which would forbid a forum with a sponsor. */
export function isOpenLicence(licence: string | undefined): boolean {
  if (!licence) return false;
  return (
    /^cc[ -]?(by|0|zero)$/i.test(licence.trim()) ||
    /creativecommons\.org\/(licenses\/by\/|publicdomain\/zero\/)/i.test(licence)
  );
}

/** The abstract as it may be kept: for thirty days, or as long as we like under an open licence. */
export function keptAbstract(
  sections: AbstractSection[],
  licence: string | undefined,
  retrievedAt: string,
): Pick<SourceFacts, "abstract"> {
  if (sections.length === 0) return {};
  const until = new Date(Date.parse(retrievedAt) + KEEP_DAYS * 24 * 60 * 60 * 1000).toISOString();
  return { abstract: { sections, keepUntil: isOpenLicence(licence) ? null : until } };
}
