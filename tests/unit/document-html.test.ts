import { describe, expect, it } from "vitest";
import { documentHtml } from "@/app/_server/document-html";
import { apiHelpText } from "@/app/help/api/text";
import { cardHelpText, helpText } from "@/app/help/texts";
import { renderPost } from "@/lib/posts/markdown";
import { documents } from "@/prisma/seed/documents";

describe("the HTML of a long text", () => {
  it("begins its headings at h2 and keeps their order", () => {
    const html = documentHtml(renderPost("## One\n\n### Two\n\nwords\n\n## Three").html);
    expect([...html.matchAll(/<(h\d) id="([^"]+)"/g)].map(([, tag, id]) => `${tag} ${id}`)).toEqual([
      "h2 one",
      "h3 two",
      "h2 three",
    ]);
    expect(html).not.toMatch(/<\/?h[4-6]/);
  });

  it("gives an address once, and none to a heading without letters", () => {
    const html = documentHtml("<h4>Who can **read**?</h4><h4>Who can read</h4><h4>…</h4>");
    expect(html).toBe('<h2 id="who-can-read">Who can **read**?</h2><h2>Who can read</h2><h2>…</h2>');
  });

  it("finds when to call for help by what is said there", () => {
    const html = documentHtml("<h4>Hello</h4><p>Hi</p><h4>Not here</h4><p>Call your emergency number.</p>");
    expect(html).toContain('<h2 id="emergency">Not here</h2>');
    expect(html).toContain('<h2 id="hello">Hello</h2>');
  });

  it("links to our own pages and to nothing else", () => {
    const linked = (words: string) => documentHtml(renderPost(words).html);
    expect(linked("See [the rules](/rules#emergency).")).toContain('<a href="/rules#emergency">the rules</a>');
    expect(linked("See [this](//example.org).")).not.toContain("<a");
  });

  it("says #emergency nowhere else", () => {
    expect(documentHtml("<h4>Hello</h4><p>Hi</p>")).toBe('<h2 id="hello">Hello</h2><p>Hi</p>');
  });

  it("leaves a text without headings as it is", () => {
    expect(documentHtml("<p>Call the emergency number.</p>")).toBe("<p>Call the emergency number.</p>");
  });
});

describe("our own texts", () => {
  const rules = documents.find(({ kind }) => kind === "rules")?.source ?? "";

  it("say at #emergency on the rules' and on the help page when to call for help", () => {
    for (const source of [rules, helpText]) expect(documentHtml(renderPost(source).html)).toContain('id="emergency"');
  });

  it("are rendered whole, with nothing left to fill in", () => {
    for (const source of [helpText, cardHelpText, apiHelpText]) {
      const { netCaughtSomething, html } = renderPost(source);
      expect(netCaughtSomething).toBe(false);
      expect(html).not.toContain("{{");
    }
  });

  it("lead from page to page by addresses that exist", () => {
    const pages = new Set([
      "/help/cards",
      "/help/glossary",
      "/help",
      "/contact",
      "/register",
      "/rules",
      "/search",
      "/settings",
      "/settings/notices",
      "/notices",
    ]);
    for (const page of ["/help/api", "/settings/tokens", "/api/v1/openapi.json"]) pages.add(page);
    const ids = new Set(
      [...documentHtml(renderPost(helpText).html).matchAll(/ id="([^"]+)"/g)].map(([, id]) => `/help#${id}`),
    );
    for (const source of [helpText, cardHelpText, apiHelpText])
      for (const [, href = ""] of source.matchAll(/\]\((\/[^)]*)\)/g))
        expect(pages.has(href) || ids.has(href), href).toBe(true);
  });
});
