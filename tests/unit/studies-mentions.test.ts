import { describe, expect, it } from "vitest";
import { renderPost } from "@/lib/posts/markdown";
import { changesBetween } from "@/lib/studies/changes";
import { sentenceNaming } from "@/lib/studies/citation-sentence";
import type { NoticeKind, StudyFacts } from "@/lib/studies/types";

const doi = { kind: "doi", value: "10.5555/a.b" };
const said = (source: string, named: { kind: string; value: string }[] = [doi]) =>
  sentenceNaming(renderPost(source).html, named);

describe("the sentence around a study’s name", () => {
  it.each([
    [
      "It helped me. I read 10.5555/a.b after the first dose. Then it came back.",
      "I read 10.5555/a.b after the first dose.",
    ],
    [
      "See [this trial](https://doi.org/10.5555/a.b), it had 18 people. Good luck!",
      "See this trial, it had 18 people.",
    ],
    [
      "My doctor spoke of this small one.\n\nhttps://doi.org/10.5555/a.b",
      "My doctor spoke of this small one. https://doi.org/10.5555/a.b",
    ],
    [
      "- first: nothing of note here\n- second: 10.5555/a.b had eighteen people in it",
      "second: 10.5555/a.b had eighteen people in it",
    ],
    ["10.5555/a.b", "10.5555/a.b"],
    ["> #12\n> I took 10.5555/a.b to my doctor.\n\nI did not.", null],
    [
      "> #12\n> A secret of another member.\n\nBut 10.5555/a.b says something else altogether.",
      "But 10.5555/a.b says something else altogether.",
    ],
    ["> words of a paper 10.5555/a.b\n\nI agree with that.", null],
    ["Nothing is named here.", null],
    ["| Study | People |\n|---|---|\n| 10.5555/a.b | eighteen of them |", "10.5555/a.b · eighteen of them"],
  ])("%j: %j", (source, sentence) => expect(said(source)).toBe(sentence));

  it("is cut at its ends, never at the name, and stays short", () => {
    const long = `${"word ".repeat(200)}10.5555/a.b ${"more ".repeat(200)}.`;
    const sentence = said(long) ?? "";
    expect(sentence).toContain("10.5555/a.b");
    expect(sentence).toMatch(/^… word.*more …$/);
    expect(sentence.length).toBeLessThan(340);
  });

  it("is found for a reference without an identifier by its volume and page", () => {
    const named = [{ kind: "reference", value: "exp ther med|2017|13|2255|wang" }];
    expect(
      said(
        "I found it. Wang X et al. Intravenous infusion. Exp Ther Med. 2017 May; 13(5):2255-2258. What do you make of it?",
        named as never,
      ),
    ).toContain("13(5):2255");
  });

  it.each([
    [
      "Four people is a carpool, not a crowd.\n\nReference: Wang X, Yin X, Sun W. Intravenous infusion: A two-year follow-up. Exp Ther Med. 2017 May; 13(5):2255-2258",
      "Four people is a carpool, not a crowd. Reference: Wang X, Yin X, Sun W. Intravenous infusion: A two-year follow-up. Exp Ther Med. 2017 May; 13(5):2255-2258",
    ],
    [
      "I found it at last. Wang X et al. Intravenous infusion of cells in four. Exp Ther Med. 2017;13(5):2255-2258. What do you make of it?",
      "I found it at last. Wang X et al. Intravenous infusion of cells in four. Exp Ther Med. 2017;13(5):2255-2258.",
    ],
    [
      "Hello. Wang X, Yin X. Intravenous infusion of cells in four. Exp Ther Med. 2017;13(5):2255-2258 is about four people only. Then I slept.",
      "Wang X, Yin X. Intravenous infusion of cells in four. Exp Ther Med. 2017;13(5):2255-2258 is about four people only.",
    ],
  ])("a reference is shown whole, with what was said before it: %j", (source, sentence) => {
    expect(said(source, [{ kind: "reference", value: "exp ther med|2017|13|2255|wang" }])).toBe(sentence);
  });

  it.each([
    [
      "So that is my question.\n\nReference: Chen Y, Xu Y, Chi Y, et al. Signal Transduct Target Ther. 2024. https://doi.org/10.5555/a.b\nRegistered as NCT04014166.",
      "So that is my question. Reference: Chen Y, Xu Y, Chi Y, et al. Signal Transduct Target Ther. 2024. https://doi.org/10.5555/a.b Registered as NCT04014166.",
    ],
    [
      "- Mine helped.\n- Wang X, Yin X. Cells in four people. Exp Ther Med. 2017;13(5):2255-2258. doi: 10.5555/a.b",
      "Mine helped. Wang X, Yin X. Cells in four people. Exp Ther Med. 2017;13(5):2255-2258. doi: 10.5555/a.b",
    ],
    [
      "Wang and Yin said in 2017 that cells last. They wrote it in 10.5555/a.b for everybody.",
      "They wrote it in 10.5555/a.b for everybody.",
    ],
    [
      "Chen Y, Xu Y. Cells in a phase I trial. Blood. 2024;9:10. I liked it. Then there was 10.5555/a.b for us all.",
      "Then there was 10.5555/a.b for us all.",
    ],
    [
      "Chen Y, Xu Y. Cells. Blood. 2024;9:10. doi:10.5555/c.d. More of it stands in 10.5555/a.b today.",
      "More of it stands in 10.5555/a.b today.",
    ],
    [
      "All of it helps. Chen Y, Xu Y. Cells in a phase I trial. Blood. 2024;9:10. PMID: 1. doi: 10.5555/a.b",
      "All of it helps. Chen Y, Xu Y. Cells in a phase I trial. Blood. 2024;9:10. PMID: 1. doi: 10.5555/a.b",
    ],
    [
      "Rodeghiero F, et al. Blood. 2009;113:2386. Did you know that one? I took 10.5555/a.b to my doctor.",
      "I took 10.5555/a.b to my doctor.",
    ],
  ])("so is one that ends with an address: %j", (source, sentence) => expect(said(source)).toBe(sentence));

  it("comes of any text in time", () => {
    const many = "10.5555/x.y and ".repeat(2_000);
    expect(said(many)).toBeNull();
    for (const piece of ["Wang X, Yin X. ", "Wang X. 2017;13(5):2255-2258 ", "2017 13 2255 "])
      expect(said(`${piece.repeat(1_000)} 10.5555/a.b`)).toContain("10.5555/a.b");
  });
});

describe("what changed about a study", () => {
  const from = { source: "pubmed" as const, url: "https://example.org/", retrievedAt: "2026-01-01T00:00:00.000Z" };
  const facts = (more: Partial<StudyFacts> = {}): StudyFacts => ({
    title: { value: "A title, told", ...from },
    trials: [],
    identifiers: [],
    notices: [],
    ...more,
  });
  const notice = (kind: NoticeKind) => ({ notices: [{ kind, from: [from] }] });
  const retracted = { what: "retracted", after: "was retracted" };
  const inPart = { what: "retracted", after: "was retracted in part" };
  const titled = (value: string) => facts({ title: { value, ...from } });

  it.each([
    ["first found", null, facts(), [{ what: "found" }]],
    ["nothing", facts(), facts(), []],
    ["a full stop", facts(), titled("A Title. Told."), []],
    [
      "another title",
      facts(),
      titled("RETRACTED: A title, told"),
      [{ what: "title", before: "A title, told", after: "RETRACTED: A title, told" }],
    ],
    ["a retraction", facts(), facts(notice("retraction")), [retracted]],
    ["a retraction that goes on", facts(notice("retraction")), facts(notice("retraction")), []],
    ["a concern", facts(), facts(notice("concern")), [{ what: "concern" }]],
    [
      "a concern that became a retraction",
      facts(notice("concern")),
      facts(notice("retraction")),
      [retracted, { what: "cleared", before: "concern" }],
    ],
    ["a part of it retracted", facts(), facts(notice("partial-retraction")), [inPart]],
    ["a part that became the whole", facts(notice("partial-retraction")), facts(notice("retraction")), [retracted]],
    [
      "a whole that was only a part",
      facts(notice("retraction")),
      facts(notice("partial-retraction")),
      [{ what: "cleared", before: "retracted" }, inPart],
    ],
    [
      "a part no longer retracted",
      facts(notice("partial-retraction")),
      facts(),
      [{ what: "cleared", before: "partly-retracted" }],
    ],
    ["a correction taken back", facts(notice("correction")), facts(), [{ what: "cleared", before: "corrected" }]],
    [
      "a preprint published",
      facts(),
      facts({ publishedAs: { value: { doi: "10.5555/x" }, ...from } }),
      [{ what: "published", after: "10.5555/x" }],
    ],
    ["a record that went", facts(), null, []],
  ])("%s", (_, before, after, changes) => expect(changesBetween(before, after)).toEqual(changes));
});
