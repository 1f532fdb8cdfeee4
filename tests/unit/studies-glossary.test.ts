import { describe, expect, test } from "vitest";
import { abstractSections, keptAbstract } from "@/lib/studies/abstracts";
import { renderCard } from "@/lib/studies/card";
import { findTerm, glossary, termsIn } from "@/lib/studies/glossary";
import { mergeRecords } from "@/lib/studies/merging";

const explained = (text: string) => termsIn(text).map(({ term }) => term);

describe("a hard word is explained as it is meant", () => {
  test.each([
    ["One patient died of uncontrolled bleeding.", []],
    ["Blood pressure was controlled in all of them.", []],
    ["Two people had pain in the arm, and one in both arms.", []],
    ["Correction of the platelet count took a week.", ["platelet count"]],
    ["The treatment protocol lasted a month.", []],
    ["Clot retraction was slower.", []],
    ["This may mean less bleeding.", []],
    ["They complement each other over a wide range of doses.", []],
    ["Records were found by chart review.", []],
    ["It sustained injuries of clinically significant size.", []],
    ["The drug controls bleeding.", []],
    ["In this uncontrolled trial most improved.", ["single-arm"]],
    ["A randomised, controlled trial of it.", ["randomised trial", "controlled"]],
    ["Nausea was commoner in the treatment arm.", ["arm"]],
    ["It was higher than in healthy controls.", ["comparison group"]],
    ["The study protocol was changed.", ["protocol"]],
    ["The paper was retracted.", ["retraction"]],
    ["The mean age was 40 years (range, 18 to 70).", ["mean", "range"]],
    ["A sustained platelet response was seen.", ["durable response", "platelet"]],
  ])("%s", (text, terms) => {
    expect(explained(text)).toEqual(terms);
  });

  test("every term keeps its place in the list, and our own words for a kind lead there", () => {
    expect(glossary.flatMap(({ terms }) => terms).length).toBeGreaterThanOrEqual(120);
    for (const name of ["controlled", "uncontrolled", "arm", "correction", "protocol"])
      expect(findTerm(name)).toBeDefined();
  });
});

test("a card explains the words of harms before those of results, and also those of groups and of the plain summary", () => {
  const origin = { url: "https://example.org/", retrievedAt: "2026-11-22T10:00:00.000Z" };
  const filler = "The visits were every month for as long as anybody wanted to come. ".repeat(20);
  const sections = abstractSections(
    `<h4>Methods</h4>Adults were randomly assigned to eltrombopag or placebo for 13 weeks. ${filler}<h4>Results</h4>The overall response rate was 44% (8/18 patients) at week 24. Sepsis occurred in 2 of 18 patients as a serious adverse event.`,
  );
  const facts = mergeRecords([
    {
      source: "pubmed",
      subject: "",
      ...origin,
      facts: {
        identifiers: [],
        ...keptAbstract(sections, "cc by", origin.retrievedAt, {
          lay: [{ text: "We found that the medicine made a remission more likely for many." }],
        }),
      },
    },
  ]);
  const card = renderCard({ id: 1, state: "found", identifiers: [], facts, asked: [], notReached: [] });
  const list = /class="study-word-list">([^<]*)</.exec(card)?.[1]?.split(", ") ?? [];
  expect(list.slice(0, 2)).toEqual(["sepsis", "serious adverse event"]);
  expect(list).toEqual(expect.arrayContaining(["overall response", "remission", "eltrombopag", "placebo"]));
});
