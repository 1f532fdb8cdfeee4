import { describe, expect, it } from "vitest";
import { authorsOf } from "@/lib/studies/authors";
import { bibtex, ris } from "@/lib/studies/reference-files";
import { authorsOfStudy, initialsOf, vancouver } from "@/lib/studies/reference-out";
import type { Identifier, StudyFacts } from "@/lib/studies/types";

const from = { source: "pubmed" as const, url: "https://example.org/", retrievedAt: "2026-01-01T00:00:00.000Z" };
const field = <T>(value: T) => ({ value, ...from });
const doi: Identifier = { kind: "doi", value: "10.3892/etm.2017.4229" };

const wang: StudyFacts = {
  title: field("Cells in immune thrombocytopenia: a two-year follow-up"),
  authors: field({
    names: ["Xiaohua Wang", "Jean-Pierre de la Cruz", "RECOVERY Collaborative Group"],
    total: 3,
    parts: [{ family: "Wang", given: "Xiaohua" }, { family: "de la Cruz", given: "Jean-Pierre" }, null],
  }),
  journal: field("Experimental and therapeutic medicine"),
  journalShort: field("Exp Ther Med"),
  published: field("2017-05-03"),
  printed: field({ volume: "13", issue: "5", pages: "2255–2258" }),
  identifiers: [field(doi), field<Identifier>({ kind: "pmid", value: "28565834" })],
  trials: [],
  notices: [],
};
const study = (more: Partial<StudyFacts> = {}) => ({ id: 7, identifiers: [doi], facts: { ...wang, ...more } });
const without = (...names: (keyof StudyFacts)[]) => {
  const facts = { ...wang };
  for (const name of names) delete facts[name];
  return { id: 7, identifiers: [doi], facts };
};
const people = (count: number, total = count) =>
  field({
    names: Array.from({ length: count }, (_, n) => `Given Name${n}`),
    total,
    parts: Array.from({ length: count }, (_, n) => ({ family: `Name${n}`, given: "Given" })),
  });

describe("a reference in Vancouver style", () => {
  it.each([
    [
      "a whole one",
      study(),
      "Wang X, de la Cruz JP, RECOVERY Collaborative Group. Cells in immune thrombocytopenia: a two-year follow-up. Exp Ther Med. 2017 May 3;13(5):2255-2258. doi:10.3892/etm.2017.4229 PMID: 28565834.",
    ],
    ["one without authors", without("authors"), /^Cells in immune/],
    ["one without a title", without("title"), /RECOVERY Collaborative Group\. \[No title in the record\]\. Exp/],
    ["one without a journal", without("journal", "journalShort"), /follow-up\. 2017 May 3;13/],
    ["one without a place in its journal", without("printed"), /Exp Ther Med\. 2017 May 3\. doi:/],
    ["one without a date", without("published", "printed"), /Exp Ther Med\. doi:/],
    ["a title that asks", study({ title: field("Do cells help?") }), /Group\. Do cells help\? Exp/],
    ["a retracted one", study({ notices: [{ kind: "retraction", from: [from] }] }), /follow-up \[Retracted\]\. Exp/],
    [
      "one whose title says so",
      study({ title: field("RETRACTED: Cells"), notices: [{ kind: "retraction", from: [from] }] }),
      /Group\. RETRACTED: Cells\. Exp/,
    ],
    ["a preprint", study({ preprint: field(true as const) }), /follow-up \[Preprint\]\. Exp/],
    ["six authors", study({ authors: people(6) }), /^Name0 G, Name1 G, Name2 G, Name3 G, Name4 G, Name5 G\. Cells/],
    ["seven authors", study({ authors: people(7) }), /Name5 G, et al\. Cells/],
    [
      "1,014 authors, of whom twenty are kept",
      study({ authors: people(20, 1014) }),
      /^Name0 G.*Name5 G, et al\. Cells/,
    ],
    ["an exponent", study({ title: field("Doses of 5×10⁷ cells") }), /Doses of 5×10⁷ cells\./],
    ["a title of several lines", study({ title: field("One\r\nTY  - JOUR\u2028two") }), /One TY - JOUR two\. Exp/],
    ["nothing but its number", { id: 7, identifiers: [doi], facts: null }, "https://doi.org/10.3892/etm.2017.4229"],
  ])("%s", (_, referred, expected) => {
    if (typeof expected === "string") expect(vancouver(referred)).toBe(expected);
    else expect(vancouver(referred)).toMatch(expected);
  });

  it("a registered trial is named with its register", () => {
    const trial: StudyFacts = {
      title: field("Cells for Refractory ITP"),
      trials: [field({ nct: "NCT04014166", sponsor: "Invented Hospital" })],
      identifiers: [field<Identifier>({ kind: "nct", value: "NCT04014166" })],
      notices: [],
    };
    expect(vancouver({ id: 1, identifiers: [], facts: trial })).toBe(
      "Invented Hospital. Cells for Refractory ITP [Registered trial]. ClinicalTrials.gov. NCT04014166. Available from: https://clinicaltrials.gov/study/NCT04014166",
    );
  });

  it.each([
    ["Jean-Pierre", "JP"],
    ["J.-P.", "JP"],
    ["J P", "JP"],
    ["JP", "JP"],
    ["Ö.", "Ö"],
    ["xiao li", "XL"],
    ["", ""],
  ])("%j has the initials %s", (given, initials) => expect(initialsOf(given)).toBe(initials));

  it.each([
    ["Xiaohua Wang", { family: "Wang", given: "Xiaohua" }],
    ["Wang XH", { family: "Wang", given: "XH" }],
    ["Ludwig van der Berg", { family: "van der Berg", given: "Ludwig" }],
    ["RECOVERY Collaborative Group", { group: "RECOVERY Collaborative Group" }],
    ["Madonna", { group: "Madonna" }],
  ])("a name that no record parted: %s", (name, author) => {
    expect(authorsOfStudy({ ...wang, authors: field({ names: [name], total: 1 }) }).authors).toEqual([author]);
  });

  it("names are kept as a record parts them, a group’s as it is", () => {
    expect(
      authorsOf([{ shown: "Ada Lovelace", family: "Lovelace", given: "Ada" }, { shown: "A Group" }, undefined]),
    ).toEqual({
      names: ["Ada Lovelace", "A Group"],
      total: 2,
      parts: [{ family: "Lovelace", given: "Ada" }, null],
    });
    expect(authorsOf(["Ada Lovelace"])).toEqual({ names: ["Ada Lovelace"], total: 1 });
  });
});

describe("files for programs that keep references", () => {
  it("RIS has a line for each field, in its order, ended as the format says", () => {
    expect(ris(study()).split("\r\n")).toEqual([
      "TY  - JOUR",
      "AU  - Wang, Xiaohua",
      "AU  - de la Cruz, Jean-Pierre",
      "AU  - RECOVERY Collaborative Group",
      "TI  - Cells in immune thrombocytopenia: a two-year follow-up",
      "T2  - Experimental and therapeutic medicine",
      "J2  - Exp Ther Med",
      "PY  - 2017",
      "DA  - 2017/05/03/",
      "VL  - 13",
      "IS  - 5",
      "SP  - 2255",
      "EP  - 2258",
      "DO  - 10.3892/etm.2017.4229",
      "AN  - 28565834",
      "UR  - https://doi.org/10.3892/etm.2017.4229",
      "ER  - ",
      "",
    ]);
  });

  it("BibTeX has what is known, and the capitals of the title", () => {
    expect(bibtex(study())).toBe(`@article{wang2017w7,
  author = {Wang, Xiaohua and de la Cruz, Jean-Pierre and {RECOVERY Collaborative Group}},
  title = {{Cells in immune thrombocytopenia: a two-year follow-up}},
  journal = {Experimental and therapeutic medicine},
  year = {2017},
  month = {5},
  volume = {13},
  number = {5},
  pages = {2255--2258},
  doi = {10.3892/etm.2017.4229},
  pmid = {28565834},
  url = {https://doi.org/10.3892/etm.2017.4229}
}
`);
  });

  it("nothing in a record begins a line, a field or an entry of its own", () => {
    const evil = study({
      title: field("A\r\nER  - \r\nTY  - JOUR } , note = {x\n@article{y, \\ 50 % & $5 #1 a_b ~ ^"),
      authors: field({
        names: ["x"],
        total: 1,
        parts: [{ family: "Smith and Jones\nAU  - Nobody", given: "A, B}" }],
      }),
      identifiers: [field<Identifier>({ kind: "doi", value: "10.1002/(sici)1<1::aid>3.0.co;2-{#" })],
    });
    expect(ris(evil).match(/^(TY|ER) {2}-/gm)).toEqual(["TY  -", "ER  -"]);
    const entry = bibtex(evil);
    let depth = 0;
    for (const sign of entry) {
      if (sign === "{") depth++;
      if (sign === "}") depth--;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(entry.match(/^@/gm)).toHaveLength(1);
    expect(entry).toContain("50 \\% \\& \\$5 \\#1 a\\_b \\textasciitilde{} \\textasciicircum{}");
    expect(entry).toContain("{Smith and Jones AU - Nobody}");
  });

  it("a thousand authors are counted, retraction and concern noted, exponents kept", () => {
    const many = study({
      title: field("5×10⁷ cells"),
      authors: people(20, 1014),
      notices: [
        { kind: "retraction", from: [from] },
        { kind: "concern", from: [from] },
      ],
    });
    expect(ris(many)).toContain("N1  - Retracted\r\nN1  - Expression of concern\r\nN1  - And 994 more authors\r\n");
    expect(bibtex(many)).toContain(" and others},");
    expect(bibtex(many)).toContain("note = {Retracted. Expression of concern}");
    for (const file of [ris(many), bibtex(many)]) expect(file).toContain("5×10⁷ cells");
  });

  it("what isn’t known isn’t there", () => {
    const bare = { id: 9, identifiers: [doi], facts: { trials: [], identifiers: [], notices: [] } };
    for (const file of [ris(bare), bibtex(bare), vancouver(bare)])
      expect(file).not.toMatch(/undefined|null|NaN|\[object/);
    expect(ris({ id: 9, identifiers: [doi], facts: null })).toBe(
      "TY  - GEN\r\nTI  - 10.3892/etm.2017.4229\r\nUR  - https://doi.org/10.3892/etm.2017.4229\r\nER  - \r\n",
    );
    expect(bibtex({ id: 9, identifiers: [doi], facts: null })).toMatch(/^@misc\{wellcited9,/);
  });
});
