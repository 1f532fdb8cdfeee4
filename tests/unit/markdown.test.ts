import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { fillMentions, fillQuotes, renderPost } from "@/lib/posts/markdown";
import { cleanText, TextRefusal } from "@/lib/posts/text-rules";

const html = (source: string): string => renderPost(source).html;

/** Why a text is refused, or "accepted". */
function refusalOf(source: string): string {
  try {
    renderPost(cleanText(source));
    return "accepted";
  } catch (error) {
    if (error instanceof TextRefusal) return error.reason;
    throw error;
  }
}

describe("what members write", () => {
  test("a single line break shows as one", () => {
    expect(html("one\ntwo\n\nthree")).toBe('<p dir="auto">one<br />\ntwo</p>\n<p dir="auto">three</p>');
  });

  test("emphasis, lists and rules", () => {
    expect(html("**a** *b* ~~c~~")).toBe('<p dir="auto"><strong>a</strong> <em>b</em> <s>c</s></p>');
    expect(html("- a\n- b\n  - c")).toBe(
      '<ul>\n<li dir="auto">a</li>\n<li dir="auto">b\n<ul>\n<li dir="auto">c</li>\n</ul>\n</li>\n</ul>',
    );
    expect(html("3. a\n4. b\n\n---\n")).toBe(
      '<ol start="3">\n<li dir="auto">a</li>\n<li dir="auto">b</li>\n</ol>\n<hr />',
    );
    expect(html("123456789. a")).toBe('<ol>\n<li dir="auto">a</li>\n</ol>');
  });

  test("headings begin below the page's own", () => {
    expect(html("# a\n## b\n### c\n###### d")).toBe(
      '<h3 dir="auto">a</h3>\n<h4 dir="auto">b</h4>\n<h5 dir="auto">c</h5>\n<h5 dir="auto">d</h5>',
    );
  });

  test("a table can be scrolled by keyboard, and its columns keep their side without styles", () => {
    expect(html("| a | b |\n|---|--:|\n| 1 | 2 |")).toBe(
      '<div class="table-wrap" tabindex="0" role="group" aria-label="Table"><table>\n<thead><tr><th dir="auto">a</th><th class="align-right" dir="auto">b</th></tr>\n</thead>\n<tbody><tr><td dir="auto">1</td><td class="align-right" dir="auto">2</td></tr>\n</tbody>\n</table></div>',
    );
  });

  test("tasks show as boxes nobody can tick", () => {
    expect(html("- [x] bloods\n- [ ] call")).toBe(
      '<ul>\n<li dir="auto"><input type="checkbox" disabled checked aria-label="Done" /> bloods</li>\n<li dir="auto"><input type="checkbox" disabled aria-label="Not done" /> call</li>\n</ul>',
    );
  });

  test("code keeps its language only where it is a plain word", () => {
    expect(html("```Python\na < b\n```")).toBe(
      '<pre tabindex="0"><code class="language-python">a &lt; b\n</code></pre>',
    );
    expect(html('```x"onload=1\na\n```')).toBe('<pre tabindex="0"><code>a\n</code></pre>');
  });

  test("HTML shows as it was typed", () => {
    expect(html("<b>x</b><script>alert(1)</script>")).toBe(
      '<p dir="auto">&lt;b&gt;x&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });
});

describe("links", () => {
  const REL = 'rel="ugc nofollow noopener noreferrer"';

  test("an address becomes a link that vouches for nothing", () => {
    expect(html("[a](https://example.org/x)")).toBe(`<p dir="auto"><a href="https://example.org/x" ${REL}>a</a></p>`);
    expect(html("https://example.org/x.")).toBe(
      `<p dir="auto"><a href="https://example.org/x" ${REL}>https://example.org/x</a>.</p>`,
    );
    expect(html("www.example.org")).toContain('<a href="https://www.example.org/"');
    expect(html("[mail](mailto:a@example.org?subject=x)")).toContain('<a href="mailto:a@example.org"');
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#x0a;script:alert(1)",
    "data:text/html,x",
    "data:image/png;base64,xx",
    "vbscript:x",
    "blob:https://example.org/x",
    "view-source:https://example.org",
    "tel:123",
    "ftp://example.org",
    "file:///etc/passwd",
    "//example.org/x",
    "/\\example.org",
    "https:\\\\example.org",
    "https:example.org",
    "/t/12",
    "#p12",
    "https://user:secret@example.org/",
    "https://example.org@evil.example/",
    "mailto:a@example.org,b@example.org",
    "https://",
  ])("%s is no link's target", (address) => {
    const shown = html(`[a](${address}) <${address}> ${address}`);
    expect(shown).not.toContain(">a</a>");
    // An honest address within it may still be a link, to nothing but what it says.
    for (const [, href, words = ""] of shown.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)) expect(href).toContain(words);
  });

  test("a missing blank after a full stop is no host", () => {
    expect(html("my counts.So I asked")).toBe('<p dir="auto">my counts.So I asked</p>');
  });

  test("a look-alike host shows as what it is", () => {
    expect(html("https://раураl.com/x")).toContain(">https://xn--");
  });

  test("a picture elsewhere becomes a link with its host", () => {
    expect(html("![my bruise](https://pics.example/1.png)")).toBe(
      `<p dir="auto"><a href="https://pics.example/1.png" class="picture-link" ${REL}>my bruise (pics.example)</a></p>`,
    );
    expect(html("![](https://pics.example/1.png)")).toContain(">picture (pics.example)</a>");
    expect(html("[![a](https://pics.example/1.png)](https://example.org/)")).toBe(
      `<p dir="auto"><a href="https://example.org/" ${REL}>a (pics.example)</a></p>`,
    );
  });

  test("hosts of links and pictures are told, those of our own study links aren't", () => {
    expect(
      renderPost("[a](https://b.example/) ![x](https://c.example/i.png) 10.1000/x https://b.example/2").hosts,
    ).toEqual(["b.example", "c.example"]);
  });
});

describe("studies", () => {
  test("a study named in the text becomes a link over what was typed", () => {
    expect(html("see 10.1038/ABC.")).toBe(
      '<p dir="auto">see <a href="https://doi.org/10.1038/abc" class="study-link" data-kind="doi" data-value="10.1038/abc" rel="ugc nofollow noopener noreferrer">10.1038/ABC</a>.</p>',
    );
    expect(html("PMIDs 123 and 456; `NCT04014166`").match(/data-value="[^"]*"/g)).toEqual([
      'data-value="123"',
      'data-value="456"',
      'data-value="NCT04014166"',
    ]);
    expect(html("**PMID:** 28565834")).toContain('href="https://pubmed.ncbi.nlm.nih.gov/28565834/"');
  });

  test("a link to a study is marked as one", () => {
    expect(html("[a](https://www.nature.com/articles/s41392-024-01793-5)")).toContain(
      'class="study-link" data-kind="doi" data-value="10.1038/s41392-024-01793-5"',
    );
  });

  test("nothing is found in a code block, and nothing is linked there", () => {
    const { html, citations } = renderPost("```\n10.1038/abc\n```");
    expect(citations).toEqual([]);
    expect(html).not.toContain("<a ");
  });

  test("citations are the post's, once each, in order", () => {
    const { citations } = renderPost("PMC5443306, [x](https://doi.org/10.1000/b), 10.1000/a, 10.1000/B");
    expect(citations.map(({ value }) => value)).toEqual(["PMC5443306", "10.1000/b", "10.1000/a"]);
  });
});

describe("quotes by reference", () => {
  const QUOTE =
    '<blockquote class="quote" data-post="65740" dir="auto"><p class="quote-from"><cite data-post="65740"></cite></p>';

  test("a quote that begins with a post's number refers to it", () => {
    const { html, quotes } = renderPost("> #65740\n> All four went up\n\nReally?");
    expect(html).toBe(`${QUOTE}\n<p dir="auto">All four went up</p>\n</blockquote>\n<p dir="auto">Really?</p>`);
    expect(quotes).toEqual([65740]);
  });

  test("words right below a quote are the author's own", () => {
    expect(html("> #65740\n> theirs\nmine")).toBe(
      `${QUOTE}\n<p dir="auto">theirs</p>\n</blockquote>\n<p dir="auto">mine</p>`,
    );
  });

  test("other quotes stay as they are", () => {
    expect(renderPost("> #1 in my list\n\n> # 12\n\n> #0\n\n> #99999999999").quotes).toEqual([]);
    expect(renderPost("> plain").html).toBe('<blockquote dir="auto">\n<p dir="auto">plain</p>\n</blockquote>');
  });

  test("quotes within quotes all count", () => {
    expect(renderPost("> #1\n> > #2\n> > deep\n>\n> > #1\n> > x").quotes).toEqual([1, 2]);
  });

  test("for each viewer the author is named, or the quote is gone with all that is in it", () => {
    const source = "> #1\n> a\n> > #2\n> > b\n> > > #3\n> > > c\n>\n> d\n\nown\n\n> #2\n> e";
    const stored = html(source);
    const known = (number: number) => ({ name: `n<${number}>`, former: number === 3 });

    const all = fillQuotes(stored, known);
    expect(all).toContain('<cite data-post="1"><a href="/p/1"><bdi>n&lt;1&gt;</bdi>, #1</a></cite>');
    expect(all).toContain('<a href="/p/3">a former member, #3</a>');

    const without2 = fillQuotes(stored, (number) => (number === 2 ? null : known(number)));
    expect(without2.match(/A post that isn’t shown any more/g)).toHaveLength(2);
    for (const word of ["b<", "c<", "e<", "#3"]) expect(without2).not.toContain(word);
    for (const word of [">a<", ">d<", ">own<"]) expect(without2).toContain(word);
    expect(isBalanced(without2)).toBe(true);

    const without1 = fillQuotes(stored, (number) => (number === 1 ? null : known(number)));
    expect(without1.replace(/<[^>]*>/g, "").trim()).toMatch(
      /^A post that isn’t shown any more\.\s+own\s+n&lt;2&gt;, #2\s+e$/,
    );
  });

  test("a quote deeper than ten still goes when its post goes", () => {
    const stored = html(`${"> ".repeat(14)}#5\n${"> ".repeat(14)}secret`);
    expect(stored.match(/<blockquote/g)).toHaveLength(11);
    expect(fillQuotes(stored, () => null)).not.toContain("secret");
  });
});

describe("mentions", () => {
  test("names called with @ are told, once, not in code, links or quotes by reference", () => {
    expect(
      renderPost("@anna and @Björn-2. Hi @ANNA; me@example.org `@code` https://x.example/@link\n\n> #1\n> @quoted")
        .mentions,
    ).toEqual(["ANNA", "Björn-2"]);
  });

  test("become links where somebody has the name, and stay words where nobody has", () => {
    const { html } = renderPost("Ask @anna. Or @nobody & *@Björn-2*, 10.1000/@anna, `@anna`");
    const filled = fillMentions(html, [{ name: "Anna" }, { name: "Björn-2" }]);
    expect(filled).toContain('Ask <a class="mention" href="/u/Anna">@anna</a>. Or @nobody &amp;');
    expect(filled).toContain('<em><a class="mention" href="/u/Bj%C3%B6rn-2">@Björn-2</a></em>');
    expect(filled).toContain("<code>@anna</code>");
    expect(filled).not.toContain("<cite");
    expect(fillMentions(renderPost('<cite class="mention">@anna</cite>').html, [{ name: "anna" }])).toContain(
      "&lt;cite",
    );
  });
});

describe("too much", () => {
  test.each([
    ["quotes twenty deep", `${">".repeat(20)} a`, "accepted"],
    ["quotes deeper than twenty", `${">".repeat(21)} a`, "too-deep"],
    ["quotes so deep that the parser drops what is in them", `${">".repeat(300)} needle`, "too-deep"],
    [
      "lists deeper than twenty",
      Array.from({ length: 25 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
      "too-deep",
    ],
    ["stars within stars", `${"*a ".repeat(30)}b${" a*".repeat(30)}`, "too-deep"],
    ["strong within strong", `${"**".repeat(60)}b${"**".repeat(60)}`, "too-deep"],
    ["a table of 60 columns", table(60), "accepted"],
    ["a table of 61 columns", table(61), "table-too-wide"],
    ["300 links", "[a](https://b.example) ".repeat(300), "accepted"],
    ["301 links", "[a](https://b.example) ".repeat(301), "too-many-links"],
    ["20 names", Array.from({ length: 20 }, (_, n) => `@n${n}`).join(" "), "accepted"],
    ["21 names", Array.from({ length: 21 }, (_, n) => `@n${n}`).join(" "), "too-many-mentions"],
    ["one name 30 times", "@anna ".repeat(30), "accepted"],
    ["eleven studies", Array.from({ length: 11 }, (_, n) => `10.1000/x${n}`).join(" "), "accepted"],
    ["more markup than text", "> a\n\n".repeat(6_000), "too-much-markup"],
    ["markup around nothing", "> \n\n- \n\n#", "empty"],
    ["a definition that shows nothing", "[a]: https://b.example", "empty"],
  ])("%s", (_, source, reason) => {
    expect(refusalOf(source)).toBe(reason);
  });

  // The runner's own limit of five seconds is the bound: anything quadratic would take much longer.
  test.each([
    ["*a_ ", 8_000],
    [">", 5_000],
    ["> ", 16_000],
    ["*", 32_000],
    ["_a", 16_000],
    ["[", 32_000],
    ["[a](", 8_000],
    ["![", 16_000],
    ["]", 32_000],
    ["`", 32_000],
    ["`a``", 8_000],
    ["<", 32_000],
    ["<a ", 10_000],
    ["&", 32_000],
    ["&amp;", 6_400],
    ["\\", 32_000],
    ["~~a ", 8_000],
    ["- ", 16_000],
    ["- a\n", 8_000],
    ["1. ", 10_000],
    ["|a", 16_000],
    ["a\n", 16_000],
    ["\n", 31_999],
    ["#", 32_000],
    ["@a", 16_000],
    ["http://", 4_500],
    ["a.com/", 5_300],
    ["www.a.b ", 4_000],
    ["10.1000/a(", 3_200],
    ["PMID 1, ", 4_000],
    ["[a]: x\n", 4_000],
    ["\u0301a", 16_000],
    ["\u202e\u202c", 16_000],
  ])("%j × %d is answered in time", (piece, times) => {
    refusalOf(piece.repeat(times));
  });

  test("a table of two thousand columns is answered in time", () => {
    expect(refusalOf(`|${"a|".repeat(2_000)}\n|${"-|".repeat(2_000)}\n${"|a|\n".repeat(300)}`)).toBe("table-too-wide");
    refusalOf(`- |${"a|".repeat(60)}\n  |${"-|".repeat(60)}\n${"  |a|\n".repeat(4_000)}`);
    refusalOf(Array.from({ length: 240 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n"));
  });
});

function table(columns: number): string {
  return `|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}`;
}

function isBalanced(markup: string): boolean {
  let implied = false;
  const parser = new Parser({
    onopentag: (_name, _attributes, isImplied) => (implied ||= isImplied),
    onclosetag: (name, isImplied) => (implied ||= isImplied && !["br", "hr", "input"].includes(name)),
  });
  parser.end(markup);
  return !implied;
}

const pieces = [
  ..."*_~`#>-+|[]()!<>&\"'=:/\\@.\n 1ax\t",
  ..."\u202e\u2066\u2069\u0301\u200b",
  ...[
    "> #12\n",
    "```\n",
    "    ",
    "| a |\n|---|\n",
    "[x](",
    "![x](",
    "https://doi.org/10.1000/x",
    "10.1000/",
    "PMID: 123",
    "www.a.org",
  ],
  ...[
    "javascript:",
    "data:",
    "&lt;",
    "&#x0a;",
    "<script>",
    "<img src=x onerror=alert(1)>",
    "- [x] ",
    "1. ",
    " style=",
    "</p>",
    "@anna",
  ],
];
const post = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const ELEMENTS = new Set(
  "p br strong em s code pre blockquote ul ol li h3 h4 h5 hr a table thead tbody tr th td div input cite".split(" "),
);

describe("whatever is typed", () => {
  test("the answer is harmless HTML or a refusal in words, twice the same", () => {
    fc.assert(
      fc.property(post, (raw) => {
        let source = raw;
        try {
          source = cleanText(raw);
          const rendered = renderPost(source);
          expect(rendered.netCaughtSomething).toBe(false);
          expectHarmless(rendered.html);
          expect(renderPost(source)).toEqual(rendered);
          expect(cleanText(source)).toBe(source);
        } catch (error) {
          if (!(error instanceof TextRefusal)) throw error;
          expect(error.sentence).toMatch(/^[A-Z][^!]*\.$/);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test("a text that nobody cleaned is refused or harmless too", () => {
    fc.assert(
      fc.property(post, (raw) => {
        try {
          expectHarmless(renderPost(raw).html);
        } catch (error) {
          if (!(error instanceof TextRefusal)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

function expectHarmless(markup: string) {
  expect(isBalanced(markup)).toBe(true);
  const parser = new Parser({
    onopentag(name, attributes) {
      expect(ELEMENTS).toContain(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(attribute).not.toMatch(/^(?:on|style|id|src|name)/);
        if (attribute === "href") expect(value).toMatch(/^(?:https?:\/\/|mailto:)/);
      }
    },
  });
  parser.end(markup);
}

test("a study that only a quoted post names is cited there and not again here", () => {
  const quoting = "> #12\n> See 10.5555/wellcited.review.\n\nThank you. I read 10.5555/wellcited.animals.";
  expect(renderPost(quoting).citations.map(({ value }) => value)).toEqual(["10.5555/wellcited.animals"]);
  expect(renderPost("> See 10.5555/wellcited.review.").citations).toHaveLength(1); // repeats no post of ours
});
