import { describe, expect, it } from "vitest";
import { possibleDeeds } from "@/lib/moderation/rules";
import { renderPost } from "@/lib/posts/markdown";
import { addedLinks, type NewcomersRecord, whyHeld } from "@/lib/posts/rules";

const record = (more: Partial<NewcomersRecord> = {}): NewcomersRecord => ({
  role: "member",
  moderates: false,
  trusted: false,
  appeared: 0,
  ...more,
});
const plain = { isNew: true, links: [] };
const linked = { isNew: true, links: ["https://a.example/"] };
const edited = { isNew: false, links: [] };
const editedLink = { isNew: false, links: ["https://a.example/"] };

describe("what waits for a moderator", () => {
  it.each([
    ["a first post", record(), plain, "first-posts"],
    ["a second post", record({ appeared: 1 }), plain, "first-posts"],
    ["a third post", record({ appeared: 2 }), plain, null],
    ["a first post with a link", record(), linked, "first-posts"],
    ["a third post with a link", record({ appeared: 2 }), linked, "early-link"],
    ["a tenth post with a link", record({ appeared: 9 }), linked, "early-link"],
    ["an eleventh post with a link", record({ appeared: 10 }), linked, null],
    ["an edit of the only post", record(), edited, null],
    ["an edit that adds a link", record(), editedLink, "early-link"],
    ["an edit that adds a link, among many posts", record({ appeared: 10 }), editedLink, null],
    ["a moderator’s first post", record({ role: "moderator" }), linked, null],
    ["an administrator’s first post", record({ role: "administrator" }), linked, null],
    ["the first post of someone who looks after a category", record({ moderates: true }), linked, null],
    ["the first post of someone known from before", record({ trusted: true }), linked, null],
  ])("%s", (_, author, text, answer) => expect(whyHeld(author, text)).toBe(answer));
});

describe("which links lead elsewhere", () => {
  const here = "https://forum.example";
  it.each([
    ["another host", "https://a.example/x", ["https://a.example/x"]],
    ["a picture", "![](https://a.example/x.png)", ["https://a.example/x.png"]],
    ["an e-mail address", "[me](mailto:me@a.example)", ["mailto:me@a.example"]],
    ["this forum", "https://forum.example/t/1/x", []],
    ["a host that only begins like this forum", "https://forum.example.net/x", ["https://forum.example.net/x"]],
    ["a study by its DOI", "https://doi.org/10.1038/s41392-024-01793-5", []],
    ["a study at PubMed", "https://pubmed.ncbi.nlm.nih.gov/28565834/", []],
    ["a registered trial", "https://clinicaltrials.gov/study/NCT04014166", []],
    [
      "a shop with a DOI in its address",
      "https://shop.example/10.1038/s41392-024-01793-5",
      ["https://shop.example/10.1038/s41392-024-01793-5"],
    ],
    ["a registry’s page that is no study", "https://www.nature.com/about", ["https://www.nature.com/about"]],
    ["a number that we made a link of", "PMID 28565834", []],
    ["a host that was only named", "pills.example", []],
  ])("%s", (_, source, links) => expect(addedLinks(renderPost(source).links, [], here)).toEqual(links));

  it("one that was there before adds nothing; another page of the same host does", () => {
    const links = renderPost("https://a.example/1 https://a.example/2").links;
    expect(addedLinks(links, ["https://a.example/1"], here)).toEqual(["https://a.example/2"]);
  });
});

it("what waits is shown, refused or removed, and nothing else", () => {
  for (const kind of ["post", "thread"] as const)
    expect(possibleDeeds({ kind, state: "held", locked: false, standing: "good", left: false })).toEqual([
      "approve",
      "refuse",
      "remove",
    ]);
  expect(possibleDeeds({ kind: "post", state: "visible", locked: false, standing: "good", left: false })).not.toContain(
    "approve",
  );
});
