import { describe, expect, test } from "vitest";
import { renderCard } from "@/lib/studies/card";
import { cautionsOf } from "@/lib/studies/cautions";
import { mergeRecords } from "@/lib/studies/merging";
import { mergeNotices } from "@/lib/studies/merging-notices";
import { noticeFromReference, noticeKindOfUpdate, partialDate, titleSaysRetracted } from "@/lib/studies/notices";
import { goodFor, retryIn, stateAfter } from "@/lib/studies/rules";
import { titlesAgree } from "@/lib/studies/titles";
import type { Notice, Source, SourceFacts, SourceRecord, Trial } from "@/lib/studies/types";

function record(source: Source, facts: Partial<SourceFacts>, subject = ""): SourceRecord {
  const retrievedAt = "2026-11-21T10:00:00.000Z";
  return { source, subject, url: `https://example.org/${source}`, retrievedAt, facts: { identifiers: [], ...facts } };
}
const noticed = (source: Source, ...notices: Notice[]) => record(source, { notices });

describe("merging", () => {
  test("each field is one record's own: NLM's title, Crossref's names, the fullest list of authors", () => {
    const facts = mergeRecords([
      record("europepmc", { title: "From Europe PMC", authors: { names: ["A"], total: 1 } }),
      record("crossref", {
        title: "From Europe PMC",
        journal: "The Journal",
        authors: { names: ["Anna A", "Bo B"], total: 2 },
      }),
      record("pubmed", {
        title: "From Europe PMC.",
        journal: "The journal",
        journalShort: "J",
        authors: { names: ["A", "B"], total: 2 },
      }),
    ]);
    expect(facts.title?.source).toBe("pubmed");
    expect(facts.journal).toMatchObject({ source: "crossref", value: "The Journal" });
    expect(facts.journalShort?.source).toBe("pubmed");
    expect(facts.authors).toMatchObject({ source: "crossref", value: { names: ["Anna A", "Bo B"] } });
  });

  test("the year is the issue's in PubMed; the day comes from whoever knows it for that year and month", () => {
    const dates = (pubmed: string, crossref: string) =>
      mergeRecords([record("crossref", { published: crossref }), record("pubmed", { published: pubmed })]).published
        ?.value;
    expect(dates("2017-05", "2017-05-03")).toBe("2017-05-03");
    expect(dates("2017-05", "2017-03-16")).toBe("2017-05");
    expect(dates("2017", "2016-12-30")).toBe("2017");
  });

  test("a missing field stays missing", () => {
    expect(Object.keys(mergeRecords([record("crossref", { title: "Only a title" })])).sort()).toEqual([
      "identifiers",
      "notices",
      "title",
      "trials",
    ]);
  });

  test("records with other titles are shown as being in dispute", () => {
    const facts = mergeRecords([
      record("pubmed", { title: "Rituximab in adults with immune thrombocytopenia" }),
      record("crossref", { title: "Bridge building in the nineteenth century" }),
    ]);
    expect(facts.titlesDisagree?.map(({ source }) => source)).toEqual(["pubmed", "crossref"]);
  });

  test("a review that names a trial is not that trial", () => {
    const trial = {
      nct: "NCT99990001",
      studyType: "INTERVENTIONAL",
      phases: ["PHASE1"],
      interventionModel: "SINGLE_GROUP",
      enrolment: { count: 18, type: "ACTUAL" as const },
    };
    const withTypes = (...names: string[]) =>
      mergeRecords([
        record("pubmed", { publicationTypes: names.map((name) => ({ name })) }),
        record("clinicaltrials", { trial }, "NCT99990001"),
      ]);
    expect(withTypes("Journal Article")).toMatchObject({
      kind: { value: { words: "Phase 1 trial, no comparison group" } },
      participants: { value: { count: 18 } },
    });
    expect(withTypes("Journal Article", "Review").participants).toBeUndefined();
    expect(withTypes("Comment").kind?.value.words).toBe("Comment on another paper");
  });

  describe("what PubMed’s types leave open the registry of its one trial adds", () => {
    const NCT = "NCT99990001";
    const kindOf = (type: string, trial: Partial<Trial>, title = "Cells for platelets") =>
      mergeRecords([
        record("pubmed", { title, publicationTypes: [{ name: type }] }),
        record("clinicaltrials", { trial: { nct: NCT, studyType: "INTERVENTIONAL", ...trial } }, NCT),
      ]);
    const oneGroup = { interventionModel: "SINGLE_GROUP" };
    const masked = (masking: string) => ({ allocation: "RANDOMIZED", masking });

    test.each([
      ["Clinical Trial, Phase I", oneGroup, undefined, "Phase 1 trial, no comparison group"],
      ["Clinical Trial", { ...oneGroup, allocation: "NA" }, undefined, "Clinical trial, no comparison group"],
      ["Clinical Trial, Phase I", { interventionModel: "PARALLEL" }, undefined, "Phase 1 trial"],
      ["Clinical Trial, Phase II", oneGroup, "Cells for platelets: a randomised trial", "Phase 2 trial"],
      ["Controlled Clinical Trial", oneGroup, undefined, "Controlled clinical trial"],
      ["Randomized Controlled Trial", oneGroup, undefined, "Randomised controlled trial"],
      ["Randomized Controlled Trial", masked("DOUBLE"), undefined, "Randomised, double-blind trial"],
      ["Randomized Controlled Trial", masked("NONE"), undefined, "Randomised, open-label trial"],
      ["Randomized Controlled Trial", { masking: "DOUBLE" }, undefined, "Randomised controlled trial"],
      [
        "Randomized Controlled Trial",
        masked("DOUBLE"),
        "Cells: an open-label randomised trial",
        "Randomised, open-label trial",
      ],
      ["Review", oneGroup, undefined, "Review of other studies"],
    ])("%s, %j, %s: %s", (type, trial, title, words) => {
      expect(kindOf(type, trial, title).kind?.value.words).toBe(words);
    });

    test("and the card says so, warns of it, and names who says it", () => {
      const facts = kindOf("Clinical Trial, Phase I", oneGroup);
      expect(cautionsOf(facts, 2026).map(({ rule }) => rule)).toContain("no-comparison");
      const card = renderCard({ id: 1, state: "found", identifiers: [], facts, asked: [], notReached: [] });
      expect(card.replace(/<[^>]+>/g, "")).toContain(
        `PubMed, read on 21 Nov 2026: Clinical Trial, Phase I; ClinicalTrials.gov, ${NCT}: single group`,
      );
    });
  });

  test("two trials in one paper give no number of people", () => {
    const trial = (nct: string) =>
      record("clinicaltrials", { trial: { nct, enrolment: { count: 9, type: "ACTUAL" } } }, nct);
    const facts = mergeRecords([record("pubmed", {}), trial("NCT99990001"), trial("NCT99990002")]);
    expect(facts.participants).toBeUndefined();
    expect(facts.trials).toHaveLength(2);
  });

  test.each([
    [["Animals", "Mice"], "Study in mice, not in people"],
    [["Animals", "Mice", "Rats"], "Study in animals, not in people"],
    [["Animals", "Humans", "Mice"], undefined],
    [["Mice"], undefined],
  ])("MeSH %j: %s", (subjects, words) => {
    expect(mergeRecords([record("pubmed", { subjects })]).kind?.value.words).toBe(words);
  });
});

describe("titles", () => {
  test.each([
    ["RETRACTED: Cells for all", "Cells for all.", true],
    ["Effects of β-blockers: a trial", "Effects of β-blockers – a trial", true],
    ["A long enough title about platelets", "A long enough title about platelets: a randomised trial", true],
    ["Eltrombopag in adults", "Romiplostim in children", false],
  ])("“%s” and “%s”", (one, other, agree) => {
    expect(titlesAgree({ identifiers: [], title: one }, { identifiers: [], title: other })).toBe(agree);
  });

  test("a translated title proves nothing against its original", () => {
    const translated = { identifiers: [], title: "Nature in the universities", titleIsTranslated: true };
    expect(titlesAgree(translated, { identifiers: [], title: "Naturheilverfahren an den Universitäten" })).toBe(true);
  });
});

describe("notices", () => {
  test("one notice asserted three times is one line with three sources", () => {
    const merged = mergeNotices([
      noticed("pubmed", { kind: "retraction", pmid: "20137807", doi: "10.1016/n", date: "2010-02-06" }),
      noticed("europepmc", { kind: "retraction" }),
      noticed(
        "crossref",
        { kind: "title-says-retracted" },
        { kind: "retraction", doi: "10.1016/n", date: "2010-02-06" },
      ),
    ]);
    expect(merged.map(({ kind, from }) => [kind, from.length])).toEqual([["retraction", 3]]);
  });

  test("two corrections stay two; the gravest notice comes first", () => {
    const merged = mergeNotices([
      noticed(
        "crossref",
        { kind: "correction", doi: "10.1/a" },
        { kind: "correction", doi: "10.1/b" },
        { kind: "concern", doi: "10.1/c" },
        { kind: "retraction", doi: "10.1/d" },
      ),
    ]);
    expect(merged.map(({ kind }) => kind)).toEqual(["retraction", "concern", "correction", "correction"]);
  });

  test("a title's prefix alone is a warning to check", () => {
    expect(mergeNotices([noticed("crossref", { kind: "title-says-retracted" })]).map(({ kind }) => kind)).toEqual([
      "title-says-retracted",
    ]);
  });

  test.each([
    ["RETRACTED: A study", true],
    ["Retracted article: A study", true],
    ["[WITHDRAWN] A study", true],
    ["Retraction: A study", false],
    ["Withdrawn treatments and their effects", false],
    ["Retraction Note: A study", false],
  ])("“%s” says retracted: %s", (title, says) => {
    expect(titleSaysRetracted(title)).toBe(says);
  });

  test.each([
    ["RetractionIn", "retraction"],
    ["Retraction in", "retraction"],
    ["ExpressionOfConcernIn", "concern"],
    ["Erratum in", "correction"],
    ["RetractionOf", undefined],
    ["CommentIn", undefined],
    ["ErratumFor", undefined],
  ])("%s means %s for this paper", (type, kind) => {
    expect(noticeFromReference(type, "Lancet. 2010 Feb 6;375(9713):445.", undefined)?.kind).toBe(kind);
  });

  test("a reference gives its date and DOI", () => {
    expect(
      noticeFromReference(
        "RetractionIn",
        "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4.",
        "20137807",
      ),
    ).toMatchObject({
      date: "2010-02-06",
      doi: "10.1016/s0140-6736(10)60175-4",
      pmid: "20137807",
    });
  });

  test.each([
    ["retraction", "retraction"],
    ["partial_retraction", "partial-retraction"],
    ["removal", "removal"],
    ["withdrawal", "withdrawal"],
    ["corrigendum", "correction"],
    ["expression_of_concern", "concern"],
    ["new_version", "update"],
    ["something new", "update"],
  ])("Crossref's %s is a %s", (type, kind) => {
    expect(noticeKindOfUpdate(type)).toBe(kind);
  });
});

describe("time", () => {
  test.each([
    [["2017", "May", undefined], "2017-05"],
    [["2017", "05", "3"], "2017-05-03"],
    [["2017", "Spring", undefined], "2017"],
    [[null, undefined, undefined], undefined],
    [["17", undefined, undefined], undefined],
  ] as const)("%j is %s", (parts, date) => {
    expect(partialDate(...parts)).toBe(date);
  });

  test("a failure never takes a found study back", () => {
    expect(stateAfter({ hasFacts: true, missed: true })).toBe("partly-found");
    expect(stateAfter({ hasFacts: false, missed: true })).toBe("unreachable");
    expect(stateAfter({ hasFacts: false, missed: false })).toBe("not-found");
  });

  test("retries wait as the registry says, else two, eight and sixty seconds, then an hour", () => {
    expect([1, 2, 3, 4, 5].map((attempts) => retryIn({ attempts, retryAfter: null, chance: 0 }) / 1000)).toEqual([
      2, 8, 60, 3600, 3600,
    ]);
    expect(retryIn({ attempts: 1, retryAfter: 7_000, chance: 0 })).toBe(7_000);
    expect(retryIn({ attempts: 99, retryAfter: null, chance: 0 })).toBe(24 * 3_600_000);
  });

  test("what was found is looked at again after a week, what nobody knows after a day", () => {
    const days = (facts: Parameters<typeof goodFor>[0]) => goodFor(facts) / 86_400_000;
    expect(days(null)).toBe(1);
    expect(days(mergeRecords([record("crossref", { title: "A" })]))).toBe(7);
  });
});
