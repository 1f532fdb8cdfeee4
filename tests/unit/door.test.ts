import { describe, expect, it } from "vitest";
import { faultPage, sentFields } from "@/lib/door/fault-page";
import { headersForNext, securityHeaders } from "@/lib/door/headers";
import { publicPageKey, threadOfPage } from "@/lib/door/public-pages";
import { isSameOrigin, ownOriginOf } from "@/lib/door/same-origin";
import { stripScripts } from "@/lib/door/strip-scripts";
import { typedWords } from "@/lib/door/typed-words";

const own = "https://forum.example";

describe("a write is taken from our own pages only", () => {
  it.each([
    ["a form on our page", { "sec-fetch-site": "same-origin", origin: own }, true],
    ["a form on our page that hides its address", { "sec-fetch-site": "same-origin", origin: "null" }, true],
    ["an older browser on our page", { origin: own }, true],
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://clinic.example" }, false],
    ["a sister of our domain", { "sec-fetch-site": "same-site", origin: "https://other.forum.example" }, false],
    [
      "another site that names us in a forwarding header",
      { origin: "https://clinic.example", "x-forwarded-host": "clinic.example" },
      false,
    ],
    ["something that says neither", {}, false],
    ["a hidden address without fetch metadata", { origin: "null" }, false],
  ])("%s", (_, headers, taken) => expect(isSameOrigin(headers, own)).toBe(taken));
});

describe("the forum answers to its own names only", () => {
  const demo = { host: "127.0.0.1", port: 3000 };
  it.each([
    ["127.0.0.1:3000", demo, "http://127.0.0.1:3000"],
    ["localhost:3000", demo, "http://localhost:3000"],
    ["evil.example:3000", demo, null],
    ["forum.example", { ...demo, origin: own }, own],
    ["localhost:3000", { ...demo, origin: own }, null],
    [undefined, demo, null],
  ])("%s", (host, configured, origin) => expect(ownOriginOf(host, configured)).toBe(origin));
});

describe("guests' pages", () => {
  it("lose every script but our own file and the facts for search engines", () => {
    const html = `<script src="/_next/a.js" async=""></script><script type="application/ld+json">{"a":1}</script><p>&lt;script&gt; said Amara</p><script>self.__next_f.push([1,"\\u003c/script>"])</script><script type="module" src="/composer.js"></script><script src="/enhance.js" defer=""></script><link rel="preload" as="script" href="/b.js"/>`;
    expect(stripScripts(html)).toBe(
      `<script type="application/ld+json">{"a":1}</script><p>&lt;script&gt; said Amara</p><script type="module" src="/composer.js"></script><script src="/enhance.js" defer=""></script>`,
    );
  });

  it.each([
    ["/t/12/cord-cells?page=3&utm_source=x", "/t/12/cord-cells?page=3"],
    ["/t/12/cord-cells?page=1", "/t/12/cord-cells"],
    ["/t/12/cord-cells?page=../../x", null],
    ["/t/12/cord-cells?quote=4", "/t/12/cord-cells"],
    ["/?anything=1", "/"],
    ["/u/%6Aasond", "/u/jasond"],
    ["/u/%D9%86%D8%A7", "/u/%D9%86%D8%A7"],
    ["/t/12/feed.xml?page=3", "/t/12/feed.xml"],
    ["/studies?q=&kind=&utm_source=x", "/studies"],
    ["/help/glossary?x=1", "/help/glossary"],
    ["/studies?q=cells", null],
    ["/studies?after=12-3", "/studies?after=12-3"],
    ["/studies?after=12-3&order=year", null],
    ["/c/research?older=0-1620036672123-455&utm_source=x", "/c/research?older=0-1620036672123-455"],
    ["/c/research?newer=1-0-0&older=", "/c/research?newer=1-0-0"],
    ["/c/research?older=0-01-1", null],
    ["/c/research?older=0-1-1&newer=0-1-1", null],
    ["/c/research?older=0-1-1&older=0-1-1", null],
    ["/studies/7?before=12", "/studies/7?before=12"],
    ["/studies/7?before=012", null],
    ["/log?month=2026-11", "/log?month=2026-11"],
    ["/log?month=2026-13", null],
    ["/login?next=/", null],
    ["/settings/profile", null],
    ["/p/12", null],
  ])("%s is kept as %s", (address, key) => expect(publicPageKey(new URL(address, own))).toBe(key));

  it("allow no inline script and nothing from elsewhere", () => {
    const policy = String(securityHeaders({ https: true, noindex: false })["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it("count a view for the thread, not for its feed", () => {
    expect(threadOfPage("/t/12/cord-cells")).toBe(12);
    expect(threadOfPage("/t/12/feed.xml")).toBeNull();
  });
});

it("a client's own framework headers don't reach Next", () => {
  const passed = headersForNext(
    {
      "x-middleware-subrequest": "1",
      "x-forwarded-host": "evil",
      "next-resume": "1",
      "content-security-policy": "script-src 'nonce-x'",
      "x-wellcited-request": "mine",
      cookie: "a=b",
    },
    { origin: own, requestId: "ours", bodyLength: null },
  );
  expect(passed).toEqual({
    cookie: "a=b",
    host: "forum.example",
    "x-forwarded-host": "forum.example",
    "x-forwarded-proto": "https",
    "accept-encoding": "identity",
    "x-wellcited-request": "ours",
  });
});

describe("after a fault of ours", () => {
  it("the page gives back what was typed, and never a password", async () => {
    const form = new FormData();
    form.set("text", "My <b>long</b> story");
    form.set("password", "correct horse battery");
    form.set("$ACTION_ID_1", "x");
    const sent = new Response(form);
    const typed = typedWords(
      await sentFields(Buffer.from(await sent.clone().arrayBuffer()), sent.headers.get("content-type") ?? ""),
    );
    expect(typed).toEqual([{ name: "text", label: "Your text", text: "My <b>long</b> story" }]);
    const page = faultPage({ status: 500, id: "abc", typed });
    expect(page).toContain("My &#60;b&#62;long&#60;/b&#62; story");
    expect(page).toContain("abc");
  });

  it("a refusal whose page is not there for this person says why, and nothing of a fault", () => {
    const typed = [{ name: "text", label: "Your text", text: "My story" }];
    const page = faultPage({ status: 403, id: "abc", typed, refused: "Only its author can do this." });
    expect(page).toContain("Only its author can do this.");
    expect(page).toContain("My story");
    expect(page).not.toMatch(/taken down|our side|abc/);
  });

  it.each([
    ["a report", { form: "report", kind: "post", id: "7", reason: "worried", note: "Look at this" }, ["note"]],
    ["a decision", { id: "7", version: "2", deed: "hide", rule: "Be kind", reason: "It names a person" }, ["reason"]],
    ["an edit", { number: "7", version: "2", text: "My words", reason: "a slip" }, ["text", "reason"]],
    ["a new thread", { categoryId: "1", audience: "everyone", title: "Hello", text: "All" }, ["title", "text"]],
    ["a profile", { personalText: "Since 2019", about: "I knit", showOnline: "on" }, ["personalText", "about"]],
    ["a new password", { password: "old one here", newPassword: "new one here" }, []],
    ["a new address", { email: "karen@example.org", password: "correct horse battery" }, ["email"]],
    ["a platelet count", { value: "45", unit: "10^9/L", day: "2026-11-20" }, ["value", "day"]],
    ["a count taken away", { form: "press:count 5", count: "5", value: "45", day: "2026-11-20" }, []],
    ["a reply of one character", { form: "reply", threadId: "7", text: "5" }, ["text"]],
    ["a reply of one word", { form: "reply", threadId: "7", text: "no" }, ["text"]],
    ["an empty reply", { form: "reply", threadId: "7", text: " \n" }, []],
    ["a choice among letters", { letter: "b", follows: "yes" }, []],
    ["a link from a mail", { token: "a.long.signed.text" }, []],
    ["a thank you", { form: "press:thank 7", number: "7" }, []],
  ])("of %s only what was written comes back", (_, sent, names) => {
    expect(typedWords(sent).map(({ name }) => name)).toEqual(names);
  });

  it("a message to the moderators names what it is about, and a profile whom", () => {
    const about = (sent: Record<string, string>) => typedWords(sent).find(({ name }) => name === "about")?.label;
    expect(about({ about: "/t/7/a-thread", text: "Look", email: "guest@example.org" })).toBe("What it is about");
    expect(about({ about: "I knit", personalText: "" })).toBe("About you");
  });
});
