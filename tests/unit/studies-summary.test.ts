import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PrintSheet } from "@/components/print-sheet";
import { StudyList } from "@/components/study-list";
import { StudyInShort } from "@/lib/api/studies";
import { keptAbstract } from "@/lib/studies/abstracts";
import { renderCard } from "@/lib/studies/card";
import { mergeRecords } from "@/lib/studies/merging";
import { summaryOf } from "@/lib/studies/summary";
import type { Source, SourceFacts, SourceRecord, StudyFacts, Trial } from "@/lib/studies/types";

const origin = { url: "https://example.org/", retrievedAt: "2026-11-21T10:00:00.000Z" };
const record = (source: Source, facts: Partial<SourceFacts>, subject = ""): SourceRecord => ({
  source,
  subject,
  ...origin,
  facts: { identifiers: [], ...facts },
});
const abstract = (text: string) => keptAbstract([{ text }], undefined, origin.retrievedAt, {});
const NCT = "NCT99990001";
const registered = (trial: Partial<Trial>): SourceRecord =>
  record("clinicaltrials", { trial: { nct: NCT, studyType: "INTERVENTIONAL", ...trial } }, NCT);
const trialAlone = (trial: Partial<Trial>): SourceRecord =>
  record("clinicaltrials", {
    identifiers: [{ kind: "nct", value: NCT }],
    title: "A registered trial",
    trial: { nct: NCT, studyType: "INTERVENTIONAL", startDate: "2021-03", ...trial },
  });

const row = (facts: StudyFacts, notReached: Source[] = []) =>
  summaryOf({ id: 1, facts, named: null, notReached, threads: 1 });
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ")
    .trim();
/** The points of the line, before its warnings. */
const lineOf = (html: string) =>
  words(/<p class="study-line">([\s\S]*?)<span class="study-chips">/.exec(html)?.[1] ?? "");
const cardLine = (facts: StudyFacts) =>
  words(
    /<span class="study-points">([\s\S]*?)<\/span>(?=\s*(?:<span class="study-chips">|<\/span>\s*<span class="study-title"))/.exec(
      renderCard({ id: 1, state: "found", identifiers: [], facts, asked: [], notReached: [] }),
    )?.[1] ?? "",
  );

describe("a row of the studies page is the line of the closed card", () => {
  test.each<[string, SourceRecord[]]>([
    [
      "Preprint: not yet checked by other scientists · Study in mice, not in people · 2024",
      [record("pubmed", { title: "Cells", published: "2024", preprint: true, subjects: ["Animals", "Mice"] })],
    ],
    [
      "Pooled analysis of other studies · 845 people in the studies pooled · 2020 · J Old Stud",
      [
        record("pubmed", {
          title: "Cells: a meta-analysis",
          published: "2020",
          journalShort: "J Old Stud",
          publicationTypes: [{ name: "Meta-Analysis" }],
          ...abstract("Twelve trials with a total of 845 patients were included. No serious adverse events were seen."),
        }),
      ],
    ],
    [
      "Phase 1 trial · trial of 18 people · 2024",
      [
        record("pubmed", { title: "Cells", published: "2024" }),
        registered({ phases: ["PHASE1"], enrolment: { count: 18, type: "ACTUAL" } }),
      ],
    ],
    [
      "Plan of a trial, without results · trial planned for 60 people · 2024",
      [
        record("pubmed", {
          title: "Cells",
          published: "2024",
          publicationTypes: [{ name: "Clinical Trial Protocol" }],
        }),
        registered({ phases: ["PHASE2"], enrolment: { count: 60, type: "ESTIMATED" } }),
      ],
    ],
    // A trial that is named in passing says nothing of whom these are about.
    ...[
      ["Case report", { title: "Cells for one man with lupus: a case report" }],
      ["Observational study", { publicationTypes: [{ name: "Observational Study" }] }],
      ["Letter to a journal", { publicationTypes: [{ name: "Letter" }] }],
      ["Retrospective study: looks back at records", { title: "Cells in lupus: a retrospective study" }],
    ].map(([kind, facts]): [string, SourceRecord[]] => [
      `${kind} · 2024`,
      [
        record("pubmed", { title: "Cells", published: "2024", ...(facts as Partial<SourceFacts>) }),
        registered({ phases: ["PHASE2"], enrolment: { count: 845, type: "ACTUAL" } }),
      ],
    ]),
    [
      "Trial · nobody took part · started 2021 · registered trial",
      [trialAlone({ enrolment: { count: 0, type: "ACTUAL" } })],
    ],
    [
      "Trial · 60 people planned · started 2021 · registered trial",
      [trialAlone({ enrolment: { count: 60, type: "ESTIMATED" } })],
    ],
  ])("%s", (line, records) => {
    const facts = mergeRecords(records);
    expect(cardLine(facts)).toBe(line);
    expect(lineOf(renderToStaticMarkup(createElement(StudyList, { studies: [row(facts)] })))).toBe(line);
  });
});

test("the API says whose number of people it gives: the abstract’s, or of a registered trial the registry’s", () => {
  const read = mergeRecords([record("pubmed", { title: "Cells", ...abstract("We enrolled 40 adults with lupus.") })]);
  const { people } = StudyInShort.shape;
  for (const facts of [read, mergeRecords([trialAlone({ enrolment: { count: 40, type: "ACTUAL" } })])])
    expect(row(facts).people).toBe(40);
  expect(people.meta()?.description).toMatch(/by the abstract; for a registered trial, by the registry/);
});

describe("why nothing is said of harms is said as on the card, in the list and on paper", () => {
  const paper = (facts: Partial<SourceFacts>) => record("crossref", { title: "Cells for platelets", ...facts });
  const german = abstract(
    "Die Zahl der Thrombozyten stieg bei 9 von 12 Patienten, und es gab keine schweren Nebenwirkungen.",
  );
  const tomatoes = record("pubmed", { title: "Growing tomatoes in the shade of old walls" });

  test.each<[string, SourceRecord[], Source[], words: string]>([
    ["no-abstract", [paper({})], ["clinicaltrials"], "no abstract to read"],
    ["not-yet", [paper({})], ["europepmc"], "no abstract to read so far"],
    ["not-english", [paper(german)], [], "the abstract isn’t in English"],
    ["titles-disagree", [paper(german), tomatoes], [], "because the registries give different titles"],
  ])("%s", (state, records, notReached, said) => {
    const facts = mergeRecords(records);
    const line = row(facts, notReached);
    expect(line.harms).toEqual({ state });
    const sheet = {
      name: "Jason",
      title: null,
      posts: [],
      studies: [
        {
          id: 1,
          reference: "A reference.",
          kind: null,
          people: null,
          warnings: [],
          found: [],
          concluded: null,
          harms: line.harms ?? null,
          moreHarms: [],
        },
      ],
      address: "",
      backHref: "/",
      printedOn: new Date(origin.retrievedAt),
    };
    for (const html of [
      renderCard({ id: 1, state: "found", identifiers: [], facts, asked: [], notReached }),
      renderToStaticMarkup(createElement(StudyList, { studies: [line] })),
      renderToStaticMarkup(createElement(PrintSheet, sheet)),
    ])
      expect(words(html)).toMatch(new RegExp(`${said}[.,:;]`, "i"));
  });
});
