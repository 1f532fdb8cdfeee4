import { describe, expect, test } from "vitest";
import { keptAbstract } from "@/lib/studies/abstracts";
import { armsIn } from "@/lib/studies/arms";
import { renderCard } from "@/lib/studies/card";
import { conditionsNamedTwice } from "@/lib/studies/conditions";
import { mergeRecords } from "@/lib/studies/merging";
import { readText } from "@/lib/studies/sections";
import type { SourceFacts, SourceRecord, Trial } from "@/lib/studies/types";

function arms(text: string): string | null {
  const found = armsIn(readText([{ label: "METHODS", text }]));
  return found === null ? null : found.sentence.text.slice(found.start, found.end);
}

describe("what was compared, in the abstract's own words", () => {
  test.each([
    ["Children were randomly assigned (1:1) to eltrombopag or placebo for 13 weeks.", "eltrombopag or placebo"],
    [
      "Between 1990 and 1993, 299 women were randomised to oral clodronate 1600 mg daily (149) or controls (150) for 3 years.",
      "oral clodronate 1600 mg daily (149) or controls (150)",
    ],
    [
      "We randomly assigned adults in a 2:1 ratio to receive either dexamethasone 40 mg/day (n = 40), or prednisone 1 mg/kg (n = 20).",
      "dexamethasone 40 mg/day (n = 40), or prednisone 1 mg/kg (n = 20)",
    ],
    [
      "Patients underwent randomization to hypnosis versus a waiting list; all were women.",
      "hypnosis versus a waiting list",
    ],
    // What isn't named plainly is left to the registry.
    ["Patients were randomly assigned to the treatment group or the control group.", null],
    ["They were randomised to DXM 40 mg/d for 4 days or prednisone 1.0 mg/kg daily.", null],
    ["Patients were randomly divided into two groups.", null],
    ["Eighty were assigned to avatrombopag and 40 to placebo.", null],
    ["The arms were well balanced, and patients were randomised by computer.", null],
  ])("%s", (text, expected) => {
    expect(arms(text)).toBe(expected);
  });
});

describe("the condition, where the record names it among its subjects and in its title", () => {
  test.each([
    [
      "Romiplostim in adults with immune thrombocytopenia",
      ["Purpura, Thrombocytopenic, Idiopathic", "Adult"],
      ["Purpura, Thrombocytopenic, Idiopathic"],
    ],
    [
      "Hormones in systemic lupus erythematosus",
      ["Lupus Erythematosus, Systemic", "Female"],
      ["Lupus Erythematosus, Systemic"],
    ],
    [
      "Antibodies in autoimmune haemolytic anaemia",
      ["Anemia, Hemolytic, Autoimmune"],
      ["Anemia, Hemolytic, Autoimmune"],
    ],
    ["Platelets in patients with Gaucher disease", ["Gaucher Disease", "Interleukin-6"], ["Gaucher Disease"]],
    ["Voclosporin for active lupus nephritis", ["Lupus Nephritis", "Nephritis"], ["Lupus Nephritis"]],
    // Named as what followed, as what is no illness, or only in one place.
    ["Myocardial ischaemia after bypass grafting", ["Myocardial Ischemia"], []],
    [
      "Risk of natalizumab-associated progressive multifocal leukoencephalopathy",
      ["Leukoencephalopathy, Progressive Multifocal"],
      [],
    ],
    ["Apoptosis of platelets in the cold", ["Apoptosis", "Blood Platelets"], []],
    ["A woman with nodules in her lungs", ["Silicosis"], []],
    ["Secondary lymphoma in transplant recipients", ["Lymphoma"], []],
  ])("%s", (title, subjects, expected) => {
    expect(conditionsNamedTwice({ title, subjects })).toEqual(expected);
  });
});

const origin = { subject: "", url: "https://example.org/", retrievedAt: "2026-11-22T10:00:00.000Z" };
const paper = (facts: Partial<SourceFacts>): SourceRecord => ({
  ...origin,
  source: "pubmed",
  facts: { identifiers: [{ kind: "pmid", value: "1" }], title: "A trial in lupus", ...facts },
});
const registered = (trial: Partial<Trial>, subject = "NCT00000001"): SourceRecord => ({
  ...origin,
  subject,
  source: "clinicaltrials",
  facts: { identifiers: [{ kind: "nct", value: "NCT00000001" }], trial: { nct: "NCT00000001", ...trial } },
});
function cardOf(records: SourceRecord[]): string {
  return renderCard({
    id: 1,
    state: "found",
    identifiers: [],
    facts: mergeRecords(records),
    asked: [],
    notReached: [],
  });
}
function lines(records: SourceRecord[]): string {
  return (/<dl class="study-facts">.*<\/dl>/s.exec(cardOf(records))?.[0] ?? "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("the card", () => {
  test("names condition and groups as the registry does, with what each group is given", () => {
    const said = lines([
      registered(
        {
          conditions: ["Atopic Dermatitis"],
          arms: [
            { label: "Placebo qw", given: ["Placebo"] },
            { label: "Test group", given: ["Dupilumab"] },
          ],
        },
        "",
      ),
    ]);
    expect(said).toContain("Condition Atopic Dermatitis ClinicalTrials.gov");
    expect(said).toContain("Groups Placebo qw; Test group (Dupilumab) ClinicalTrials.gov, NCT00000001");
  });

  test("leads from every row to its record, with the day it was read", () => {
    const card = cardOf([
      registered(
        {
          conditions: ["Fatigue"],
          arms: [{ label: "Placebo" }],
          status: "RECRUITING",
          enrolment: { count: 40, type: "ACTUAL" },
        },
        "",
      ),
    ]);
    const rows = [...card.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)];
    expect(rows.map(([, name]) => name)).toEqual(
      expect.arrayContaining(["Kind", "Condition", "Groups", "How many", "Status"]),
    );
    for (const [, name, row] of rows.filter(([, name]) => name !== "Kind"))
      expect(row, name).toMatch(
        /<a href="https:\/\/example.org\/"[^>]*>ClinicalTrials.gov.*<time datetime="2026-11-22">/,
      );
  });

  test("leads from the words that tell the kind to the record they stand in, with their section", () => {
    const text = "We conducted a retrospective cohort study of adults with lupus who were treated in our hospital.";
    const said = lines([
      paper({ title: "Lupus", ...keptAbstract([{ label: "METHODS", text }], undefined, origin.retrievedAt, {}) }),
    ]);
    expect(said).toMatch(/“[^”]*cohort study”, in its abstract, METHODS , PubMed , read on 22 Nov 2026/);
  });

  describe("opens the whole sentence from which it tells the kind", () => {
    const kept = (text: string, licence?: string, title = "Lupus") =>
      keptAbstract([{ label: "METHODS", text }], licence, origin.retrievedAt, { title });
    /** What the details in the row of the kind hold: its summary, and each sentence with where it stands. */
    const opened = (...records: SourceRecord[]) => {
      const row = /<dt>Kind<\/dt>(.*?)<\/dd>/s.exec(cardOf(records))?.[1] ?? "";
      const [details = ""] = /<details class="study-where">.*<\/details>/s.exec(row) ?? [];
      const plain = (part: string) => part.replace(/<[^>]+>/g, "").trim();
      return {
        summary: plain(/<summary>(.*?)<\/summary>/s.exec(details)?.[1] ?? ""),
        sentences: [...details.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)].map(([, words = ""]) =>
          plain(words),
        ),
        places: [...details.matchAll(/<p class="study-source">(.*?)<\/p>/gs)].map(([, words = ""]) => plain(words)),
        links: [...details.matchAll(/href="([^"]*)"/g)].map(([, address]) => address),
      };
    };
    const cohort = "We conducted a retrospective cohort study of adults with lupus who were treated in our hospital.";
    const after = "They were seen once a year. Their doctors kept notes. The notes were read by two of us. "
      .repeat(6)
      .trim();

    test("of the abstract, letter for letter, with section and link", () => {
      const crossref = { ...paper({ title: "Lupus" }), source: "crossref" as const, url: "https://doi.org/10.5555/x" };
      const read = paper({ title: "Lupus", ...kept(`${cohort} ${after}`) });
      for (const records of [[read], [crossref, read]])
        expect(opened(...records)).toEqual({
          summary: "The sentence about the kind of study",
          sentences: [cohort],
          places: ["METHODS, PubMed, read on 22 Nov 2026"],
          links: [origin.url],
        });
    });

    test("of a study in animals", () => {
      const sentence = "Rats were given eltrombopag or water for two weeks, and other rats were given nothing at all.";
      expect(opened(paper({ title: "Eltrombopag", ...kept(`${sentence} ${after}`) }))).toMatchObject({
        summary: "The sentence about the kind of study",
        sentences: [sentence],
      });
    });

    test("the title where that tells it", () => {
      const title = "Eltrombopag in lupus: a retrospective cohort study";
      expect(opened(paper({ title }))).toEqual({
        summary: "The title, which tells the kind of study",
        sentences: [title],
        places: ["Title, PubMed, read on 22 Nov 2026"],
        links: [origin.url],
      });
    });

    test("title and abstract where each tells a part of it", () => {
      const title = "Eltrombopag in lupus: a randomised trial";
      const blind = "This was a double-blind study in adults whose platelets had been few for a year.";
      const records = [paper({ title, ...kept(`${blind} ${after}`, undefined, title) })];
      expect(opened(...records)).toMatchObject({
        summary: "The sentences about the kind of study",
        sentences: [title, blind],
      });
      expect(lines(records)).toContain("double-blind trial");
    });

    test("also where words only add to what the record calls it, and of a preprint", () => {
      const text = `This double-blind trial was done in adults. ${after}`;
      const publicationTypes = [{ name: "Randomized Controlled Trial", ui: "D016449" }];
      const typed = paper({ title: "Eltrombopag", publicationTypes, ...kept(text) });
      expect(lines([typed])).toContain("Randomized Controlled Trial; “double-blind”");
      expect(opened(typed).sentences).toEqual(["This double-blind trial was done in adults."]);
      expect(opened(paper({ preprint: true, title: "Lupus", ...kept(`${cohort} ${after}`) })).sentences).toEqual([
        cohort,
      ]);
    });

    test("only the words of one that may not be quoted", () => {
      const long = `${cohort.slice(0, -1)}, ${"and they came from near and far, ".repeat(25)}as we know.`;
      expect(opened(paper({ title: "Lupus", ...kept(`${long} ${after}`) }))).toMatchObject({
        summary: "The words about the kind of study",
        sentences: [expect.stringMatching(/^… [^.]*cohort study …$/)],
      });
      expect(opened(paper({ title: "Lupus", ...kept(cohort) })).sentences).toEqual([
        expect.stringMatching(/^… [^.]*cohort study …$/),
      ]);
      expect(opened(paper({ title: "Lupus", ...kept(cohort, "cc by") })).sentences).toEqual([cohort]);
    });

    test("of the record that the card quotes, and of no other", () => {
      const closed = paper({ title: "Lupus", ...kept(cohort) });
      const open = { ...closed, source: "europepmc" as const, url: "https://europepmc.org/1" };
      const licensed = {
        ...open,
        facts: { ...paper({ title: "Lupus", licence: "cc by", ...kept(cohort, "cc by") }).facts },
      };
      expect(opened(closed, licensed)).toMatchObject({ sentences: [cohort], links: [licensed.url] });
      // What may be quoted is counted in one reading, and Europe PMC's has the harms.
      const harmful = {
        ...open,
        facts: { ...paper({ title: "Lupus" }).facts, ...kept(`${cohort} One patient died of a stroke.`) },
      };
      expect(opened(paper({ title: "Lupus", ...kept(`${cohort} ${after}`) }), harmful).sentences).toEqual([
        expect.stringMatching(/^… [^.]*cohort study …$/),
      ]);
    });

    test("and none where a registry or an index tells it", () => {
      expect(opened(paper({ title: "Lupus", subjects: ["Animals", "Mice"] })).summary).toBe("");
    });
  });

  test("says of title, authors, journal and date which record has them", () => {
    const card = cardOf([
      paper({ authors: { names: ["Wang X"], total: 1 }, published: "2017" }),
      { ...paper({ journal: "The Journal" }), source: "crossref", url: "https://doi.org/10.5555/x" },
    ]).replace(/<[^>]+>/g, "");
    expect(card).toContain(
      "From the records: title, authors and date: PubMed, read on 22 Nov 2026; journal: Crossref, read on 22 Nov 2026.",
    );
  });

  test("calls a condition as people do, with the record's own words beside its name", () => {
    const said = lines([registered({ conditions: ["ITP", "Purpura, Thrombocytopenic, Idiopathic", "Fatigue"] }, "")]);
    expect(said).toContain(
      "Condition Immune thrombocytopenia (ITP); Fatigue ClinicalTrials.gov , read on 22 Nov 2026 . It says “Purpura, Thrombocytopenic, Idiopathic”",
    );
  });

  test.each([
    ["cc by", ["sentence", "sentence", "sentence", "words"]],
    [undefined, ["words", "sentence", "words", "words"]],
  ])("names what can be opened for what it is about, under the licence %s", (licence, what) => {
    const text =
      "We enrolled 40 adults with lupus. Children were randomly assigned (1:1) to eltrombopag or placebo for 13 weeks. The patients were followed up for 24 weeks.";
    const said = lines([paper(keptAbstract([{ label: "METHODS", text }], licence, origin.retrievedAt, {}))]);
    const named = [...said.matchAll(/The (?:sentence|words) about [a-z ]+?(?= …| [A-Z])/g)].map(([words]) => words);
    const about = ["the kind of study", "who took part", "the groups", "how long it went on"];
    expect(named).toEqual(about.map((one, at) => `The ${what[at]} about ${one}`));
  });

  test("says nothing of a condition or of groups where no record does", () => {
    const said = lines([paper({ subjects: ["Humans", "Lupus Nephritis"] })]);
    expect(said).not.toMatch(/Condition|Groups/);
  });

  test("names no condition of people for a study in animals", () => {
    const said = lines([
      paper({ title: "Thymoquinone for lupus nephritis in mice", subjects: ["Animals", "Mice", "Lupus Nephritis"] }),
    ]);
    expect(said).not.toContain("Condition");
  });

  test.each([
    ["COMPLETED", false, "no results posted there"],
    ["TERMINATED", false, "no results posted there"],
    ["COMPLETED", true, "; results posted there"],
    ["RECRUITING", false, "; no results posted there yet"],
    ["SUSPENDED", false, "; no results posted there yet"],
    ["WITHDRAWN", false, "; no results posted there ClinicalTrials.gov"],
    ["UNKNOWN", false, "; no results posted there ClinicalTrials.gov"],
  ])("a trial that is %s (results: %s) says so", (status, resultsPosted, words) => {
    expect(lines([registered({ status, resultsPosted }, "")])).toContain(words);
  });

  test.each([
    ["TERMINATED", "Slow accrual", "Why it stopped Slow accrual"],
    ["TERMINATED", undefined, "Why it stopped The registry doesn’t say"],
    ["SUSPENDED", "A pause for safety", "Why it is paused A pause for safety"],
    ["WITHDRAWN", undefined, "Why it was withdrawn The registry doesn’t say"],
  ])("a trial that is %s says why (%s), or that it isn't said", (status, whyStopped, words) => {
    expect(lines([registered({ status, ...(whyStopped ? { whyStopped } : {}) }, "")])).toContain(words);
  });

  test("a trial that goes on isn't asked why it stopped", () => {
    expect(lines([registered({ status: "RECRUITING" }, "")])).not.toContain("Why it");
  });
});
