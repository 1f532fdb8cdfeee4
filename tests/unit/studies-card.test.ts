import { describe, expect, test } from "vitest";
import { cardHelpText } from "@/app/help/texts";
import { abstractSections, keptAbstract } from "@/lib/studies/abstracts";
import { type CardInput, renderCard } from "@/lib/studies/card";
import { addressOf, asIdentifier, readIdentifier, trialNumbersIn } from "@/lib/studies/identifiers";
import { isOpenLicence } from "@/lib/studies/licences";
import { plainText } from "@/lib/studies/markup";
import { mergeRecords } from "@/lib/studies/merging";
import type { SourceFacts } from "@/lib/studies/types";
import { parseXml, xmlText } from "@/lib/studies/xml";

const origin = { url: "https://example.org/", retrievedAt: "2026-11-21T10:00:00.000Z" };
const withFacts = (facts: Partial<SourceFacts>): CardInput => ({
  id: 3,
  state: "found",
  identifiers: [{ kind: "doi", value: "10.5555/x" }],
  facts: mergeRecords([{ source: "crossref", subject: "", ...origin, facts: { identifiers: [], ...facts } }]),
  asked: [{ source: "crossref", retrievedAt: origin.retrievedAt }],
  notReached: [],
});
const waiting = (state: CardInput["state"], more: Partial<CardInput> = {}): CardInput => ({
  id: 3,
  state,
  identifiers: [{ kind: "doi", value: "10.5555/x" }],
  facts: null,
  asked: [],
  notReached: [],
  ...more,
});

describe("a card", () => {
  test("lets nothing that a registry says become markup", () => {
    const attack = `"><img src=x onerror=alert(1)>'</details>&lt;script>`;
    const card = renderCard(
      withFacts({
        title: attack,
        authors: { names: [attack], total: 1 },
        journal: attack,
        publicationTypes: [{ name: "review" }, { name: attack }],
        freeText: { url: `https://example.org/"onclick="alert(1)` },
        notices: [{ kind: "correction", doi: `10.5555/"><b>` }],
        publishedAs: { reference: attack },
      }),
    );
    const tags = [...card.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name);
    expect(new Set(tags)).toEqual(
      new Set(["details", "summary", "span", "strong", "bdi", "div", "ul", "li", "a", "p", "dl", "dt", "dd", "time"]),
    );
    expect(card.match(/<details/g)).toHaveLength(1);
    expect(card).not.toMatch(/<[^>]*\s(on\w+|style)=/);
  });

  test("carries foreign words apart from ours, whichever way they are written", () => {
    const card = renderCard(withFacts({ title: "دراسة", authors: { names: ["محمد"], total: 2 }, journal: "مجلة" }));
    expect(card).toContain(`<span class="study-title" dir="auto">دراسة</span>`);
    expect(card).toContain("<bdi>محمد</bdi> and 1 more");
  });

  test("says what isn't known instead of leaving a guess", () => {
    const card = renderCard(withFacts({}));
    expect(card).toContain("Kind not stated");
    expect(card).toContain("This record has no title");
    expect(card).not.toMatch(/people|retract/i);
  });

  test("names the registries that it is still missing", () => {
    const card = renderCard({
      ...withFacts({ title: "T" }),
      state: "partly-found",
      notReached: ["europepmc", "pubmed"],
    });
    expect(card).toContain("Not looked up yet at Europe PMC or PubMed");
    expect(card).toContain(`data-state="partly-found"`);
  });

  test.each([
    [
      { pmid: "7" },
      `another paper: <a href="https://pubmed.ncbi.nlm.nih.gov/7/" rel="noopener noreferrer nofollow"><bdi>PubMed number 7</bdi></a>`,
    ],
    [{ doi: "10.5555/y", pmid: "7" }, "<bdi>10.5555/y</bdi>"],
    [{ pmid: "7", reference: "Falk B. Ann Imag Med. 2015." }, "<bdi>Falk B. Ann Imag Med. 2015</bdi>"],
  ])("that is a notice names its paper by more than a bare number: %j", (noticeAbout, words) => {
    expect(renderCard(withFacts({ title: "T", noticeOf: "retraction", noticeAbout }))).toContain(words);
  });

  test("warns of the gravest first, in words and not by colour alone", () => {
    const card = renderCard(
      withFacts({ notices: [{ kind: "correction" }, { kind: "retraction", date: "2010-02-06" }], preprint: true }),
    );
    expect(card).toContain(`data-warning="stop"`);
    expect(card).toMatch(/<span class="chip stop">Retracted<\/span> <span class="chip caution">Corrected<\/span>/);
    expect(card).toContain(
      `<strong>This paper was retracted</strong> on <time datetime="2010-02-06">6 Feb 2010</time>`,
    );
  });

  test("of a retracted study folds the results away, also in the sentence that says who took part", () => {
    const sections = [
      { label: "METHODS", text: "Of 18 patients who were enrolled, 8 responded to the cells." },
      { label: "RESULTS", text: "Counts rose in eight. No serious adverse events were seen." },
    ];
    const kept = keptAbstract(sections, "https://creativecommons.org/licenses/by/4.0/", origin.retrievedAt);
    const open = (card: string) => card.replace(/<details class="study-folded">[\s\S]*<\/details>/, "");
    const stands = renderCard(withFacts({ title: "T", ...kept }));
    expect(stands).toContain("8 responded");
    const retracted = renderCard(withFacts({ title: "T", ...kept, notices: [{ kind: "retraction" }] }));
    expect(retracted).toContain("18 people");
    expect(open(retracted)).not.toMatch(/8 responded|Counts rose/);
  });

  test.each([
    ["looking-up", {}, "Looking this study up…"],
    ["unreachable", {}, "We couldn’t reach the registries; we’ll try again."],
    [
      "not-found",
      {
        asked: [
          { source: "europepmc", ...origin },
          { source: "crossref", ...origin },
        ],
      },
      "No study with this identifier was found at Europe PMC or Crossref.",
    ],
    ["not-found", { agency: "mEDRA" }, "registered with mEDRA"],
    ["not-found", { agency: null }, "isn’t registered anywhere"],
  ] as const)("%s keeps the plain link and says so", (state, more, sentence) => {
    const card = renderCard(waiting(state, more as Partial<CardInput>));
    expect(card).toContain(sentence);
    expect(card).toContain(`href="https://doi.org/10.5555/x"`);
    expect(card).not.toContain("<details");
  });
});

describe("a card without quotes", () => {
  const abstract = (text: string) => keptAbstract([{ label: "RESULTS", text }], undefined, origin.retrievedAt, {});
  const of = (source: "pubmed" | "crossref", facts: Partial<SourceFacts>) => ({
    source,
    subject: "",
    ...origin,
    facts: { identifiers: [], ...facts },
  });

  test("says that titles disagree, and doesn't deny that there is an abstract", () => {
    const card = renderCard({
      ...withFacts({}),
      facts: mergeRecords([
        of("pubmed", {
          title: "Platelets in adults with ITP after an infusion",
          ...abstract("Platelets rose in most of the patients after the infusion that was given to them in the trial."),
        }),
        of("crossref", { title: "Growing tomatoes in the shade of old walls" }),
      ]),
    });
    expect(card).toContain("No abstract is shown here, because the registries give different titles");
    expect(card).not.toMatch(/No abstract to read|data-rule="no-abstract"/);
  });

  test("doesn't deny a result that it had no room to quote", () => {
    const text =
      "Of the 18 patients, 8 (44.4%) responded by week 24. Serious adverse events occurred in 4 of the 18 patients (22.2%), among them bleeding. The visits were every month for as long as anybody wanted to come, and the nurses called those who had not come to ask how they were.";
    const card = renderCard(withFacts(abstract(text)));
    expect(card).toContain(
      `No result is quoted here. There may be one in the abstract: see it at <a href="https://example.org/"`,
    );
    expect(card).not.toContain("We found no short sentence");
  });

  test("says that there is no abstract where the registries gave none", () => {
    const card = renderCard(withFacts({ title: "T" }));
    expect(card).toContain("No abstract to read.");
    expect(card).toContain(`data-rule="no-abstract"`);
  });
});

test("a moderator's note stands there as the help says: with the name, and no day", () => {
  const study = withFacts({ title: "T" });
  const note = {
    kind: "note" as const,
    field: "note" as const,
    value: "It ended early.",
    by: "sandi",
    at: "2026-11-20",
    reason: "r",
  };
  const card = renderCard({
    ...study,
    facts: { ...mergeRecords([]), ...study.facts, amended: [note] } as CardInput["facts"],
  });
  const shown = /<div class="study-note">.*?<\/div>/s.exec(card)?.[0];
  expect(shown).toContain("A note by moderator <bdi>sandi</bdi>");
  expect(shown).not.toMatch(/20 Nov|<time/);
  const help = cardHelpText.split("\n").find((line) => line.startsWith("- **A moderator’s note**"));
  expect(help).toContain("with their name:");
  expect(help).not.toContain("name and day");
});

describe("quotes under an open licence", () => {
  const text =
    "Platelets rose in most of the patients by week 24 of the trial. Serious adverse events occurred in few of them, among them bleeding and fever.";
  const shown = (licence?: string) =>
    renderCard(
      withFacts({
        ...(licence ? { licence } : {}),
        ...keptAbstract([{ label: "RESULTS", text }], licence, origin.retrievedAt, {}),
      }),
    );

  test("name the licence and who says so", () => {
    expect(shown("cc by")).toContain(
      `Quoted under the licence CC BY (Creative Commons, with the authors’ names), according to <a href="https://example.org/"`,
    );
    expect(shown("http://creativecommons.org/licenses/by/4.0/")).toContain(
      `href="https://creativecommons.org/licenses/by/4.0/"`,
    );
    expect(shown("https://creativecommons.org/publicdomain/zero/1.0/")).toContain("CC0 (Creative Commons");
  });

  test("lets no licence become markup", () => {
    expect(shown(`https://creativecommons.org/licenses/by/"><img src=x>`)).not.toContain("<img");
  });

  test("other quotes name none", () => {
    expect(shown()).not.toContain("licence");
    expect(shown("cc by-nc")).not.toContain("Quoted under");
  });
});

describe("figures of people", () => {
  const drawn = (facts: Partial<SourceFacts>, results = "Response was seen in 8 of 18 patients (44.4%) by week 24.") =>
    renderCard(
      withFacts({
        ...facts,
        ...keptAbstract(
          [{ label: "RESULTS", text: `${results} No adverse events occurred in the whole time. ${long}` }],
          undefined,
          origin.retrievedAt,
          {},
        ),
      }),
    ).match(/class="study-count"/g)?.length ?? 0;
  const long = "The other measures stayed as they had been before, and nothing else was seen to change. ".repeat(8);

  test("are drawn for a study in people, or where nothing says of whom it is", () => {
    expect(drawn({})).toBe(1);
    expect(drawn({ publicationTypes: [{ name: "Randomized Controlled Trial" }] })).toBe(1);
  });

  test("show every group that the sentence counts, or none", () => {
    expect(drawn({}, "Response was seen in 3/10 vs 8/10 patients by week 24 of the trial.")).toBe(2);
    expect(drawn({}, "Response was seen in 3/10 vs 80/120 patients by week 24 of the trial.")).toBe(0);
  });

  test("are not drawn for animals, cells or the studies of others", () => {
    expect(drawn({ subjects: ["Animals", "Mice"] })).toBe(0);
    expect(drawn({ publicationTypes: [{ name: "Systematic Review" }] })).toBe(0);
  });
});

describe("identifiers", () => {
  test.each([
    ["doi:10.1038/S41392-024-01793-5", "doi", "10.1038/s41392-024-01793-5"],
    ["https://doi.org/10.5555/ABC", "doi", "10.5555/abc"],
    ["PMID: 28565834", "pmid", "28565834"],
    ["pmc5443306", "pmcid", "PMC5443306"],
    ["nct04014166", "nct", "NCT04014166"],
  ])("%s", (text, kind, value) => {
    expect(readIdentifier(text)).toEqual({ kind, value });
  });

  test.each(["", "0", "123456789", "hello", "10.5555/", "../etc/passwd", "10.5555/../../x", "10.5555/a b", "NCT123"])(
    "“%s” is none",
    (text) => {
      expect(readIdentifier(text)).toBeNull();
    },
  );

  test("an address can't be escaped from", () => {
    expect(addressOf({ kind: "doi", value: `10.5555/a"><?#%` })).toBe("https://doi.org/10.5555/a%22%3E%3C%3F%23%25");
    expect(asIdentifier("doi", `10.5555/${"a".repeat(500)}`)).toBeNull();
  });

  test("trial numbers stand by themselves", () => {
    expect(trialNumbersIn("(nct04014166), xNCT04014167 NCT040141688")).toEqual(["NCT04014166"]);
  });
});

describe("markup", () => {
  test.each([
    ["10<sup>9</sup>/L", "10⁹/L"],
    ["10<sup>-3</sup>", "10⁻³"],
    ["CD4<sup>+</sup> H<sub>2</sub>O", "CD4⁺ H₂O"],
    ["x<sup>abc</sup>", "x^(abc)"],
    ["<i>E. coli</i>\n\n  and more", "E. coli and more"],
    ["G3&amp;#58; Genes", "G3: Genes"],
    ["Science &amp; Medicine", "Science & Medicine"],
    ["p &lt; 0.05", "p < 0.05"],
    ["<mml:math><mml:msup><mml:mn>10</mml:mn><mml:mn>6</mml:mn></mml:msup></mml:math>", "10⁶"],
    ["<script>alert(1)</script>Title", "Title"],
  ])("%s is %s", (given, words) => {
    expect(plainText(given)).toBe(words);
  });

  test("XML keeps mixed content in order, and loads nothing", () => {
    expect(xmlText(parseXml("<t>5×10<sup>7</sup> to 1×10<sup>8</sup> cells</t>"))).toBe("5×10⁷ to 1×10⁸ cells");
    expect(() => parseXml(`<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><t>&x;</t>`)).toThrow();
    expect(() => parseXml("<t>&unknown;</t>")).toThrow();
    expect(() => parseXml("<a>".repeat(5000))).toThrow();
  });

  test("an abstract's headings are labels", () => {
    expect(abstractSections("<h4>Methods</h4>We looked.<h4>Results</h4>10<sup>6</sup> cells.")).toEqual([
      { label: "Methods", text: "We looked." },
      { label: "Results", text: "10⁶ cells." },
    ]);
    expect(abstractSections("<jats:sec><jats:title>Aim</jats:title><jats:p>To see.</jats:p></jats:sec>")).toEqual([
      { label: "Aim", text: "To see." },
    ]);
  });

  test.each([
    ["cc by", true],
    ["CC0", true],
    ["https://creativecommons.org/licenses/by/4.0/", true],
    ["cc by-nc", false],
    ["cc by-nc-nd", false],
    [undefined, false],
    ["https://creativecommons.org/licenses/by-nc/4.0/", false],
  ])("%s lets us keep the abstract: %s", (licence, open) => {
    expect(isOpenLicence(licence)).toBe(open);
  });
});
