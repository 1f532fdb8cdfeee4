import { DomUtils, parseDocument } from "htmlparser2";
import { SaxesParser } from "saxes";

// What a page says, read without a browser: for tests that go through many of them.

export type Html = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export const parseHtml = (html: string): Html => parseDocument(html);

export const elements = (within: Html | Element, name: string): Element[] =>
  DomUtils.getElementsByTagName(name, within, true);

export const attribute = (element: Element | undefined, name: string): string | undefined => element?.attribs[name];

export const textOf = (element: Element | undefined): string =>
  element ? DomUtils.textContent(element).replace(/\s+/g, " ").trim() : "";

export const ofClass = (within: Html | Element, name: string): Element[] =>
  DomUtils.getElementsByClassName(name, within, true);

/** Every address of this forum that a page or a feed names, without the place on the page. */
export function addressesIn(body: string, contentType: string, origin: string): string[] {
  const found = /xml/.test(contentType)
    ? [...body.matchAll(/<loc>([^<]+)<\/loc>|<link [^>]*href="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? "")
    : [...elements(parseHtml(body), "a"), ...elements(parseHtml(body), "link")].map((link) => link.attribs.href ?? "");
  return found.flatMap((href) => {
    const url = URL.canParse(href, origin) ? new URL(href, origin) : null;
    return url?.origin === origin ? [url.pathname + url.search] : [];
  });
}

/** Throws with the line where it is not XML. */
export function readXml(text: string): { name: string; text: string; attributes: Record<string, string> }[] {
  const read: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const open: (typeof read)[number][] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, text: "", attributes: Object.fromEntries(values) };
    read.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return read;
}
