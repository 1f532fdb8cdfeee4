import { SaxesParser } from "saxes";
import { FORMULA, lowered, oneLine, raised, unwritable } from "./markup";

export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const MAX_DEPTH = 100;
/** A paper with five thousand authors has a third of it. */
const MAX_ELEMENTS = 100_000;

/** A tree that keeps mixed content in order. No entities but XML's own, nothing is loaded; throws on anything that isn't well formed. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const top: XmlElement = { name: "", attributes: {}, children: [] };
  const open: XmlElement[] = [top];
  let count = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) throw new Error("a document type with its own entities");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > MAX_DEPTH) throw new Error("nested too deep");
    if (++count > MAX_ELEMENTS) throw new Error("too many elements");
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (part) => open.at(-1)?.children.push(part));
  parser.on("cdata", (part) => open.at(-1)?.children.push(part));
  parser.write(text).close();
  const root = top.children.find((child) => typeof child !== "string");
  if (!root || typeof root === "string") throw new Error("no element");
  return root;
}

export function elements(parent: XmlElement | undefined, name: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== "string" && child.name === name,
  );
}

/** The first element down a path of names; undefined where the record leaves a step out. */
export function at(parent: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((element, name) => elements(element, name)[0], parent);
}

/** Text with raised and lowered characters as Unicode; undefined where there is none. */
export function textAt(parent: XmlElement | undefined, ...path: string[]): string | undefined {
  const element = at(parent, ...path);
  const text = element ? oneLine(xmlText(element)) : "";
  return text === "" ? undefined : text;
}

export function xmlText(element: XmlElement): string {
  const parts = element.children.map((child) => (typeof child === "string" ? child : xmlText(child)));
  const local = element.name.replace(/^mml:/, "");
  if (local === "sup") return raised(parts.join(""));
  if (local === "sub") return lowered(parts.join(""));
  if (local === "msup" || local === "msub") {
    const [base = "", exponent = "", ...rest] = element.children
      .filter((child) => typeof child !== "string")
      .map((child) => xmlText(child as XmlElement));
    return base + (local === "msup" ? raised(exponent) : lowered(exponent)) + rest.join("");
  }
  if (local === "msubsup") {
    const [base = "", low = "", high = ""] = element.children
      .filter((child) => typeof child !== "string")
      .map((child) => xmlText(child as XmlElement).trim());
    return base + lowered(low) + raised(high);
  }
  if (unwritable.has(local)) return FORMULA;
  return /^(annotation|annotation-xml|tex-math)$/.test(local) ? "" : parts.join("");
}
