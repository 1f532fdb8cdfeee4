import { type APIRequestContext, expect } from "@playwright/test";
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

/** Only letters and digits, so that quotation marks, spaces and entities make no difference; with or without what stands in tags. */
export function lettersOf(markup: string, { tags }: { tags: boolean }): string {
  const text = tags ? decodeEntities(markup) : DomUtils.textContent(parseDocument(markup));
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function decodeEntities(markup: string): string {
  return DomUtils.textContent(parseDocument(`<textarea>${markup.replace(/<\/?textarea/gi, "")}</textarea>`));
}

/** The addresses of everything that search engines are told of. */
export async function sitemap(request: APIRequestContext): Promise<string[]> {
  const answer = await request.get("/sitemap.xml");
  expect(answer.headers()["content-type"]).toContain("application/xml");
  const locations = readXml(await answer.text()).filter(({ name }) => name === "loc");
  return locations.map(({ text }) => {
    const url = new URL(text);
    expect(url.origin).toBe(process.env.E2E_ORIGIN);
    return url.pathname + url.search;
  });
}

/** Threads' numbers depend on the demo's history; the end of their addresses doesn't. */
export async function threadPath(request: APIRequestContext, slug: string, query = ""): Promise<string> {
  const path = (await sitemap(request)).find((one) => one.endsWith(`/${slug}`));
  expect(path, slug).toBeDefined();
  return `${path}${query}`;
}
