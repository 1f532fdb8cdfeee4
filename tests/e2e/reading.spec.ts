import type { APIResponse } from "@playwright/test";
import { attribute, elements, ofClass, parseHtml, readXml, sitemap, textOf, threadPath } from "../support/outlets";
import { expect, test } from "../support/visitors";

const origin = () => process.env.E2E_ORIGIN ?? "";

/** The pages a guest can open. A canonical address only where search engines may come. */
const pages = [
  { what: "the front page", path: "/", canonical: true },
  { what: "a category", path: "/c/research", canonical: true },
  { what: "a thread", thread: "how-study-cards-work", canonical: true },
  { what: "the second page of a long thread", thread: "counts-and-coffee", query: "?page=2", canonical: true },
  { what: "a member’s page", path: "/u/jasond", canonical: true },
  { what: "the list of studies", path: "/studies", canonical: true },
  { what: "a study", path: "/studies/1", canonical: true },
  { what: "the rules", path: "/rules", canonical: true },
  { what: "the privacy text", path: "/privacy", canonical: true },
  { what: "the help", path: "/help", canonical: true },
  { what: "the words explained", path: "/help/glossary", canonical: true },
  { what: "the contact page", path: "/contact", canonical: true },
  { what: "the search page", path: "/search", canonical: false },
  { what: "what a search found", path: "/search?q=bruises", canonical: false },
  { what: "the log-in page", path: "/login", canonical: false },
  { what: "the form to join", path: "/register", canonical: false },
  { what: "the page for a forgotten password", path: "/forgot", canonical: false },
];

test.describe("with every script switched off", () => {
  test.use({ javaScriptEnabled: false });

  test("a guest goes by links from the front page to a category, a thread and its second page", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "Living with ITP", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Living with ITP" })).toBeVisible();
    await page.getByRole("link", { name: "Counts and coffee" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Counts and coffee" })).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(20);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Page 2", exact: true }).click();
    await expect(page).toHaveURL(/\/t\/\d+\/counts-and-coffee\?page=2$/);
    await expect(page.getByText("Page 2 of 15")).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(20);
    await page.getByRole("link", { name: "Previous" }).first().click();
    await expect(page).toHaveURL(/\/counts-and-coffee$/);
  });

  test("a post's number is a link that leads to its place on its page", async ({ page, request }) => {
    await page.goto(await threadPath(request, "counts-and-coffee", "?page=15"));
    const post = page.getByRole("article").nth(3);
    const words = (await post.locator(".post-text").textContent()) ?? "";
    const number = await post.getByRole("link", { name: /^Post #/ }).getAttribute("href");
    await page.goto(number ?? "");
    await expect(page).toHaveURL(/counts-and-coffee\?page=15#p\d+$/);
    const place = page.locator(":target");
    await expect(place).toBeInViewport();
    await expect(place.locator(".post-text")).toHaveText(words);
  });

  test("under each post a guest finds the way to join, and comes back to that post", async ({ page, request }) => {
    const path = await threadPath(request, "how-study-cards-work");
    await page.goto(path);
    const second = page.getByRole("article").nth(1);
    const spot = await second.getAttribute("id");
    await expect(page.getByRole("link", { name: "create an account" })).toHaveCount(1); // read out once a page
    await second.locator(".join-line a", { hasText: "Log in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Log in" })).toBeVisible();
    expect(new URL(page.url()).searchParams.get("next")).toBe(`${path}#${spot}`);
  });

  test("a guest opens a study's card without a script", async ({ page, request }) => {
    await page.goto(await threadPath(request, "how-study-cards-work"));
    const card = page.locator("details.study-card").first();
    await expect(card.getByText("Looked up").first()).toBeHidden();
    await card.locator(".study-summary").click();
    await expect(card.locator(".study-body")).toBeVisible();
    const where = card.locator(".study-where", { hasText: "The sentence about" }).first();
    await where.getByText("The sentence").press("Enter");
    await expect(where.locator("blockquote")).toBeVisible();
    await card.getByText("Words explained").click();
    await expect(card.locator(".study-words dl")).toBeVisible();
  });
});

for (const { what, path, thread, query = "", canonical } of pages) {
  test(`a guest gets a whole page that runs nothing but our own file: ${what}`, async ({ request }) => {
    const address = path ?? (await threadPath(request, thread ?? "", query));
    const answer = await request.get(address);
    expect(answer.status()).toBe(200);
    expectSafe(answer);
    const text = await answer.text();
    expectStill(text);

    const html = parseHtml(text);
    expect(elements(html, "h1").map(textOf)).toEqual([expect.stringMatching(/\S/)]);
    expect(elements(html, "main")).toHaveLength(1);
    expect(elements(html, "title").map(textOf)).toEqual([expect.stringMatching(/\S.*Wellcited|^Wellcited/)]);
    expect(elements(html, "html").map((root) => attribute(root, "lang"))).toEqual(["en"]);
    const links = elements(html, "link").filter((link) => attribute(link, "rel") === "canonical");
    const canonicals = links.map((link) => new URL(attribute(link, "href") ?? "").href);
    expect(canonicals).toEqual(canonical ? [new URL(address, origin()).href] : []);
  });
}

test("an address with a slip in it leads to the right thread", async ({ request }) => {
  const path = await threadPath(request, "counts-and-coffee");
  for (const [wrong, right] of [
    [path.replace("counts-and-coffee", "coffee"), path],
    [path.replace("/counts-and-coffee", ""), path],
    [`${path.replace("counts-and-coffee", "x")}?page=3`, `${path}?page=3`],
  ] as const) {
    const answer = await request.get(wrong, { maxRedirects: 0 });
    expect(answer.status(), wrong).toBe(308);
    expect(answer.headers().location, wrong).toBe(right);
  }
});

test("what isn't there is said to be missing, on a whole page with a way back", async ({ request }) => {
  const long = await threadPath(request, "counts-and-coffee");
  for (const address of [
    "/nonsense",
    "/t/99999999/nothing",
    "/t/abc/nothing",
    `${long}?page=16`,
    `${long}/more`,
    "/c/nowhere",
    "/c/research?older=9",
    "/c/kitchen-table",
    "/u/nobody.at.all",
    "/p/99999999",
    "/p/x",
    "/studies/99999999",
    "/studies?after=99",
    "/t/99999999/feed.xml",
    "/c/nowhere/feed.xml",
    "/c/kitchen-table/feed.xml",
  ]) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(404);
    if (address.endsWith(".xml")) continue;
    const text = await answer.text();
    const html = parseHtml(text);
    expect(elements(html, "h1").map(textOf), address).toEqual(["There’s nothing here"]);
    expect(
      elements(html, "a").some((link) => attribute(link, "href") === "/"),
      address,
    ).toBe(true);
    expectStill(text);
  }
});

test("search engines read each post under the name of whoever wrote it", async ({ request }) => {
  let posts = 0;
  for (const path of await sitemap(request)) {
    if (!path.startsWith("/t/")) continue;
    const html = parseHtml(await (await request.get(path)).text());
    const script = elements(html, "script").find((one) => attribute(one, "type") === "application/ld+json");
    const facts = JSON.parse(textOf(script));
    expect(facts["@type"], path).toBe("DiscussionForumPosting");
    const opening = elements(html, "article").some((post) => facts.url.endsWith(`/p/${numberOfPost(post)}`));
    const told = [...(/[?&]page=/.test(path) || opening ? [] : [facts]), ...facts.comment];
    const shown = ofClass(html, "post").filter((post) => !attribute(post, "class")?.includes("placeholder"));
    expect(
      told.map((one: { author: { name: string } }) => one.author.name),
      path,
    ).toEqual(shown.map((post) => textOf(ofClass(post, "author-name")[0])));
    for (const [index, one] of facts.comment.entries())
      expect(one.url, path).toBe(`${origin()}/p/${numberOfPost(shown[index + told.length - facts.comment.length])}`);
    posts += told.length;
  }
  expect(posts).toBeGreaterThan(500);
});

test("feeds and the sitemap are well-formed, and every page in them is there", async ({ request }) => {
  const addresses = await sitemap(request);
  expect(addresses.length).toBeGreaterThan(50);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200);

  const thread = (await threadPath(request, "how-study-cards-work")).split("/").slice(0, 3).join("/");
  for (const feed of ["/feed.xml", "/c/research/feed.xml", `${thread}/feed.xml`]) {
    const answer = await request.get(feed);
    expect(answer.headers()["content-type"], feed).toContain("application/atom+xml");
    const read = readXml(await answer.text());
    const entries = read.filter(({ name }) => name === "entry");
    expect(entries.length, feed).toBeGreaterThan(0);
    for (const part of ["author", "summary", "published"])
      expect(read.filter(({ name }) => name === part).length, `${part} in ${feed}`).toBe(entries.length);
    const links = read.filter(({ name, attributes }) => name === "link" && attributes.href?.includes("/p/"));
    for (const { attributes } of links) {
      const post = await request.get(attributes.href ?? "", { maxRedirects: 0 });
      expect(post.headers().location, attributes.href).toMatch(/^\/t\/\d+\/.*#p\d+$/);
    }
  }
});

test("a page kept for guests is the same for all of them, down to the byte", async ({ request }) => {
  const path = await threadPath(request, "diagnosed-in-1998-still-here");
  const first = await request.get(path);
  const body = await first.body();
  const tag = first.headers().etag ?? "";
  expect(first.headers()["cache-control"]).toBe("private, no-cache");
  for (const [another, headers] of [
    [path, {}],
    [path, { cookie: "theme=dark; other=1" }],
    [path, { "user-agent": "Googlebot/2.1", accept: "*/*" }],
    [`${path}?utm_source=mail&fbclid=x`, {}],
    [`${path}?page=1`, {}],
  ] as const) {
    const again = await request.get(another, { headers });
    expect((await again.body()).equals(body), another).toBe(true);
    expect(again.headers().etag, another).toBe(tag);
    expect(again.headers()["set-cookie"]).toBeUndefined();
  }

  const unchanged = await request.get(path, { headers: { "if-none-match": tag } });
  expect(unchanged.status()).toBe(304);
  expect(await unchanged.body()).toHaveLength(0);
});

test("the pages that the door makes are those that Next makes, to the letter", async ({ request, member, visitor }) => {
  const thread = await threadPath(request, "counts-and-coffee");
  const addresses = [
    "/",
    "/c/new-here",
    thread,
    `${thread}?page=2`,
    `${thread}?quote=5`,
    `${thread}?page=0`,
    "/u/jasond",
    "/search",
    "/search?q=counts",
    "/search?q=author%3Anobody&page=2",
  ];
  const unlike = /(?<=name="requestId" value=")[^"]+|[\d,]+ views?/g; // each form's own number, and what goes on counting
  for (const page of [await visitor(), await member("jasond"), await member("sandi")]) {
    for (const address of addresses) {
      const made = async (headers: Record<string, string>) =>
        (await (await page.request.get(address, { headers })).text()).replace(unlike, "");
      await made({}); // the first page of its kind is Next's
      let byTheDoor: string;
      let byNext: string;
      let since = await made({});
      do {
        byTheDoor = since;
        byNext = await made({ purpose: "prefetch" }); // this the door leaves to Next
        since = await made({});
      } while (since !== byTheDoor); // something was noted as read meanwhile
      expect(byTheDoor.length, address).toBeGreaterThan(2_000);
      expect(byNext, address).toBe(byTheDoor);
    }
  }
});

test("pages come compressed to those who can read that, and HEAD asks without a page", async ({ request }) => {
  const path = await threadPath(request, "diagnosed-in-1998-still-here");
  const plain = await request.get(path, { headers: { "accept-encoding": "identity" } });
  expect(plain.headers()["content-encoding"]).toBeUndefined();
  for (const encoding of ["gzip", "br"]) {
    const packed = await request.get(path, { headers: { "accept-encoding": encoding } });
    expect(packed.headers()["content-encoding"]).toBe(encoding);
    expect(Number(packed.headers()["content-length"])).toBeLessThan(Number(plain.headers()["content-length"]) / 2);
    expect(await packed.text()).toBe(await plain.text());
  }
  const head = await request.head(path, { headers: { "accept-encoding": "identity" } });
  expect(head.status()).toBe(200);
  expect(await head.body()).toHaveLength(0);
  expect(head.headers()["content-length"]).toBe(plain.headers()["content-length"]);
  expect(head.headers().etag).toBe(plain.headers().etag);
});

test("members see who is online, guests never do", async ({ request, member }) => {
  const path = await threadPath(request, "counts-and-coffee", "?page=15");
  const page = await member("jasond");
  await page.goto(path);
  await expect(page.getByText(/^(Online|Offline)$/).first()).toBeVisible();
  for (const address of [path, "/u/jasond", "/u/sandi", "/"]) {
    const panels = ofClass(parseHtml(await (await request.get(address)).text()), "author-title");
    for (const panel of panels) expect(textOf(panel), address).not.toMatch(/online|offline/i);
    expect(await (await request.get(address)).text(), address).not.toMatch(/class="presence/);
  }
});

test("times stand in words, with the exact moment for machines and on hover", async ({ request }) => {
  const html = parseHtml(await (await request.get(await threadPath(request, "diagnosed-in-1998-still-here"))).text());
  const [written] = ofClass(html, "post-meta").flatMap((line) => elements(line, "time"));
  expect(textOf(written)).toBe("14 Jan 2014, 13:41");
  expect(attribute(written, "datetime")).toBe("2014-01-14T13:41:10.000Z");
  expect(attribute(written, "title")).toBe("14 January 2014, 13:41:10 UTC");
});

function numberOfPost(post: Parameters<typeof attribute>[0]): string {
  return attribute(post, "id")?.slice(1) ?? "";
}

function expectSafe(answer: APIResponse): void {
  const policy = answer.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|nonce/);
}

/** Sent whole, with nothing that a script would have to finish. */
function expectStill(text: string): void {
  const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.filter((tag) => !/type="application\/ld\+json"|src="\/enhance\.js"/.test(tag))).toEqual([]);
  expect(text).not.toMatch(/<template|<div hidden="?"? id="S:|<!--\$/);
  expect(text).not.toMatch(/<[a-z][^>]* style=/);
  expect(text).not.toMatch(/<[a-z][^>]* on[a-z]+="/);
}
