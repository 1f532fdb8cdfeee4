import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { abstractSections } from "@/lib/studies/abstracts";
import { partsOfWhole } from "@/lib/studies/counts";
import { isDamaged } from "@/lib/studies/exponents";
import { plainText } from "@/lib/studies/markup";
import { readAbstract } from "@/lib/studies/reading";
import { roleOf } from "@/lib/studies/sections";
import { splitSentences } from "@/lib/studies/sentences";
import type { Reading } from "@/lib/studies/types";
import { parseXml, xmlText } from "@/lib/studies/xml";
import { effectsIn, quotesOf } from "../cards/measure";

const origin = { source: "pubmed" as const, url: "https://example.org/", retrievedAt: "2026-11-22T10:00:00.000Z" };

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));
const read = (text: string, open = false) => readAbstract([{ text }], { open });

/** The processor's milliseconds, which are the same on a busy machine. */
function workOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("sentences", () => {
  test.each([
    [["It rose (P = .05). We stopped."], ["It rose (P = .05).", "We stopped."]],
    [
      ["Given i.v. vs. orally, e.g. to E. coli carriers. Dr. X agreed."],
      ["Given i.v. vs. orally, e.g. to E. coli carriers.", "Dr. X agreed."],
    ],
    [
      ["In hepatitis B. The dose was 0.5 × 10⁶ cells. hUC-MSCs helped."],
      ["In hepatitis B.", "The dose was 0.5 × 10⁶ cells.", "hUC-MSCs helped."],
    ],
    [
      ["As by Smith et al. (2010). See No. 5. 12 patients died."],
      ["As by Smith et al. (2010).", "See No. 5.", "12 patients died."],
    ],
    [["For 30 min. The cells died."], ["For 30 min.", "The cells died."]],
    [["See ClinicalTrials.gov for more. Thanks."], ["See ClinicalTrials.gov for more.", "Thanks."]],
    [["a cohort study.Objective was met."], ["a cohort study.", "Objective was met."]],
    [["(Funded by X; Y number, NCT02149199 .)."], ["(Funded by X; Y number, NCT02149199 .)."]],
  ])("%j", ([text], expected) => {
    expect(sentences(text as string)).toEqual(expected);
  });

  test("any text is cut into pieces of itself, in order, and nothing but blanks is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        let end = 0;
        let kept = "";
        for (const span of splitSentences(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          kept += text.slice(span.start, span.end);
          end = span.end;
        }
        expect(kept.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("a dose is quoted as it stands or not at all", () => {
  test.each([
    ["0.5 × 10⁶ cells/kg", false],
    ["20 x 10(9)/L", false],
    ["50 × 10^9/L", false],
    ["0.5 × 106 cells/kg", true],
    ["2 x 107 cells", true],
    ["106 cells/kg were given", true],
    ["109/L", true],
    ["60,000/mm<PRE>3</PRE>", true],
    ["P = 1.60 x 10 -19", true],
    ["10 of 106 patients", false],
    ["aged 10-12 years", false],
  ])("%s is damaged: %s", (text, damaged) => {
    expect(isDamaged(text)).toBe(damaged);
  });

  test("a formula that can't be written in a line is marked as missing", () => {
    const fraction = "<mml:math><mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac></mml:math>";
    expect(plainText(`a dose of ${fraction} mg`)).toBe("a dose of [formula] mg");
    expect(xmlText(parseXml(`<t xmlns:mml="x">a dose of ${fraction} mg</t>`))).toBe("a dose of [formula] mg");
    expect(isDamaged("a dose of [formula] mg")).toBe(true);
  });

  test("sub- and superscript together keep both", () => {
    const both = "<mml:msubsup><mml:mi>R</mml:mi><mml:mn>0</mml:mn><mml:mn>2</mml:mn></mml:msubsup>";
    expect(plainText(both)).toBe("R₀²");
    expect(xmlText(parseXml(`<t xmlns:mml="x">${both}</t>`))).toBe("R₀²");
  });
});

describe("sections", () => {
  test.each([
    ["METHODS AND RESULTS", "mixed"],
    ["PATIENTS AND METHODS", "methods"],
    ["Main Outcome Measures", "methods"],
    ["REVIEWERS' CONCLUSIONS", "conclusion"],
    ["CONCLUSIONS AND IMPLICATIONS FOR PRACTICE", "conclusion"],
    ["Findings", "results"],
    ["IMPORTANCE", "background"],
    ["AIM(S)", "aim"],
    ["Trial registration", "other"],
    ["Plain Language Summary", "lay"],
    ["PATIENTS", "people"],
    ["LIMITATIONS", "limits"],
  ])("%s: %s", (label, role) => {
    expect(roleOf(label)).toBe(role);
  });
});

describe("people", () => {
  test.each([
    ["Of 150 patients screened, 120 were enrolled and received the drug.", 120],
    ["We randomly assigned 60 patients to drug A and 58 to drug B.", undefined],
    ["Forty patients and 35 healthy controls were included.", undefined],
    ["One hundred and ten adults with ITP were randomised.", 110],
    ["A total of 13,900 participants were enrolled.", 13900],
    ["The trial will enrol 200 patients.", undefined],
    ["Twenty-four mice were studied.", undefined],
    ["This prospective phase I trial enrolled eighteen eligible patients to explore safety.", 18],
    ["Of 120 patients randomised, 114 were analysed.", 120],
    ["Side effects occurred in 12 patients.", undefined],
    ["51 adults who relapsed from January 2021 to June 2022 were prospectively enrolled.", 51],
    ["From 1,204 patients treated until 2020, 96 matched pairs were analysed.", undefined],
    ["We included 1,204 patients. After propensity score matching, 96 pairs were compared.", undefined],
    ["A total of 1,204 patients were included. 192 patients (96 in each group) were left after matching.", undefined],
    ["We identified 412 adults who received the drug, matched 1:2 to 824 who received another.", undefined],
    ["From 1204 patients with ITP, 192 matched patients were included in the analysis.", 192],
    ["We enrolled 120 patients matched for age with healthy volunteers.", 120],
    ["120 patients were randomly assigned in matched pairs.", 120],
    ["All new users of the drug (N = 14 207) were followed in registers.", 14207],
    ["A total of 120 patients will be randomised.", undefined],
    ["A total of 120 patients was required to detect a difference of a fifth.", undefined],
    ["A sample of 120 patients was needed for 80% power.", undefined],
    ["A total of 200 patients are planned to be enrolled.", undefined],
    ["A total of 120 patients were needed, and 131 patients were enrolled.", 131],
    ["We report the case of a 51-year-old woman who bled after an infusion.", 1],
    ["A case of penicillin anaphylaxis is described.", 1],
    ["We report on a 51-year-old woman and her 48-year-old brother.", undefined],
    ["We report six cases of facial palsy after an operation.", 6],
    ["We describe two women who bled on the drug, as well as a third.", undefined],
    ["The effects of the infusion were investigated in 404 patients with antibodies.", 404],
    ["The management of 153 patients with stones was reviewed.", 153],
    ["We enrolled 449 children with 221 randomized to the drug and 228 to placebo.", 449],
    ["In all, 56 patients received ILF and 58 ELF.", undefined],
    ["Outcome was compared with nine patients who received tablets alone.", undefined],
    ["330 women were found to have had a clot while on the pill.", undefined],
    ["We followed 232,390 people who were prescribed one drug and 266,951 prescribed another.", undefined],
    ["Specimens from 1 9 patients were studied.", undefined],
    ["Male rats (n = 30) were treated for 15 days.", undefined],
    ["741 adults were assessed for eligibility, of whom 141 (19%) were randomly assigned to three doses.", 141],
    [
      "230 participants were randomly assigned, with 174 participants receiving the drug and 56 receiving placebo.",
      230,
    ],
    ["A hundred and seven patients were included.", 107],
    ["Eighteen young people aged 16 to 22 and twelve parents took part in interviews.", undefined],
    ["24 patients (54% of whom male) were included.", 24],
    ["From May 2015 through June 2018 thirty patients were studied.", 30],
    ["Seventy-five patients underwent randomization (36 were assigned to the drug, and 39 to placebo).", 75],
    ["A trial including 84 adults was carried out in three hospitals.", 84],
    ["A total of 1577 people were screened; 1142 (72%) were randomly assigned.", 1142],
    ["We enrolled a total of 2545 women and 6996 men.", undefined],
    ["2590 patients were treated with a first drug, of whom 424 had relapsed and were enrolled.", undefined],
    ["Thirty-five patients were observed for 15 years. In all, 4 patients underwent a transplantation.", undefined],
    ["The subjects were 39 patients with a long history.", 39],
    ["Of 1013 randomized patients, 722 evaluable patients completed the study.", 1013],
    // Only "n =" counts them.
    ["The sample (n = 260) was mostly female.", 260],
    ["In a trial (n = 45) of a tablet (n = 23) or placebo (n = 22), bones were measured.", 45],
    ["Bones were measured in those on a tablet (n = 23) or placebo (n = 22).", undefined],
    // Named in passing, and no other number could be meant.
    ["The operation helped in all but one of the 61 women who had it.", 61],
    ["Twelve of 40 patients in the drug group and 9 of 41 patients on placebo bled.", undefined],
    ["Masks were needed in 3 patients.", undefined],
    ["During the winter 32 patients with known ITP and 14 with new ITP were seen.", undefined],
    ["Platelets from 34 donors were stored.", undefined],
    ["We used 54 genetic variants that were found in 48,666 individuals.", undefined],
    ["Care was given by 14 nurses.", undefined],
    ["Antibodies of 12 patients were given to mice.", undefined],
    ["Eight patients reported nausea.", undefined],
    ["Fifteen patients achieved a complete response.", undefined],
    ["Remission lasted a year in 15 patients.", undefined],
    ["Of 40 men and 35 women who were enrolled, most were well.", undefined],
    ["The drug worked better in 60 women than in 45 men.", undefined],
    ["The derivation cohort comprised 120 patients and the validation cohort 50.", undefined],
    ["The study intended to enroll 290 patients but was stopped early.", undefined],
    ["It was ended when 30 out of 1000 participants had been enrolled.", undefined],
    ["404 patients were diagnosed with myeloma, 174 with a gammopathy, and 34 with other forms.", undefined],
    ["We included 1,344 apixaban and 1,093 rivaroxaban patients.", undefined],
    [
      "Patients in the control group (n = 20) were treated as usual, those in the study group (n = 20) with it.",
      undefined,
    ],
  ])("%s: %s", (text, count) => {
    expect(read(`${text} The outcome was good in most of them.`).people?.count).toBe(count);
  });
});

describe("parts of a whole", () => {
  test.each([
    ["The overall response rate was 44.4% (8/18) among all enrolled patients.", [[8, 18]]],
    ["Of six patients, five (83.3%; 95% CI 35.9% to 99.6%) achieved it.", [[5, 6]]],
    ["A count was seen in 61 of 107 patients.", []],
    [
      "Serious adverse events occurred in four patients (4/18, 22.2%), including bleeding (2/4) and clots (1/4).",
      [[4, 18]],
    ],
    ["Blood pressure was 120/80 mmHg; grade 3/4 events were rare.", []],
    ["Response in 9/20 (60%) was claimed.", []],
    ["Seven of 12 patients improved.", [[7, 12]]],
    ["Of 219 defects 46 (21%) changed.", []],
    // All groups or none.
    [
      "It helped 3/10 vs 8/10 patients.",
      [
        [3, 10],
        [8, 10],
      ],
    ],
    [
      "12/20 (60%) with cells and 4/21 with placebo responded.",
      [
        [12, 20],
        [4, 21],
      ],
    ],
    [
      "The response rates were 41.7% in the dose-escalation phase (5/12, two received 1.0 × 10⁶ cells/kg per week, and three received 2.0 × 10⁶ cells/kg per week) and 50.0% (3/6) in the dose-expansion phase.",
      [
        [5, 12],
        [3, 6],
      ],
    ],
    [
      "Response was seen in 28 (62%) of 45 patients versus 12 (25%) of 48.",
      [
        [28, 45],
        [12, 48],
      ],
    ],
    [
      "17 (22%) of 78 patients responded compared with two (5%) of 40 receiving placebo.",
      [
        [17, 78],
        [2, 40],
      ],
    ],
    [
      "Response was seen in 8 of 10 patients versus none of 12.",
      [
        [8, 10],
        [0, 12],
      ],
    ],
    ["Response was seen in 8 of 10 patients versus 60 of 120.", []],
    ["Response was seen in 8 of 10 patients versus 9/20 (60%).", []],
    ["Of 8/10 patients the pain score was 4/10 and grade 3/4 events were rare.", [[8, 10]]],
    // Not of people.
    ["Platelets rose in 8/10 (80%) of treated mice.", []],
    ["Platelets rose in 8 of 10 mice and four patients.", []],
    ["Pain was lower in 12/20 (60%) studies.", []],
    ["Fever followed 6/24 (25%) infusions.", []],
    ["Fever followed 25% (6/24) of all infusions.", []],
    ["Of 24 infusions, 6/24 (25%) were followed by fever.", []],
    ["Fever was seen after infusions (6/24, 25%).", []],
    ["8/10 (80%) had a response after two infusions.", [[8, 10]]],
    ["Complete responses were seen in 8/10 (80%).", [[8, 10]]],
    [
      "In the first trial 51 of the 60 patients improved, as compared with 0 of the 35.",
      [
        [51, 60],
        [0, 35],
      ],
    ],
    ["Twenty-one of 24 patients improved.", []],
    ["8 of 12 000 patients bled.", []],
  ])("%s", (text, pairs) => {
    expect(partsOfWhole(text).map(({ part, whole }) => [part, whole])).toEqual(pairs);
  });
});

test("a part of a whole keeps the sentence's own words, and says where they break off", () => {
  const [one, other] = partsOfWhole(
    "It was 41.7% in the first phase (5/12, two of them late) and 50.0% (3/6) in the second.",
  );
  expect(one?.words).toBe("41.7% in the first phase (5/12 …)");
  expect(other?.words).toBe("50.0% (3/6)");
});

const pieces = [
  "Twenty patients were enrolled.",
  "We randomly assigned 40 adults to drug or placebo.",
  "Serious adverse events occurred in 4 of 18 patients (22%).",
  "The dose was 2 × 10⁶ cells/kg.",
  "A dose of 2 × 106 cells was lost in copying.",
  "RESULTS: Platelets rose in 8/18 (44.4%).",
  "In conclusion, the drug is safe (P < .05).",
  "<b>Markup</b> & co.",
  "((((((((((",
  "Ünïcödé 10⁹/L … ",
  "mice were treated in vitro; ",
  "\n",
];

describe("any abstract", () => {
  const anyText = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 60 })), { maxLength: 40 })
    .map((parts) => parts.join(" "));

  test("is quoted letter for letter, sparingly, and never an effect without harms or the line that none was found", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), anyText, (text, open, summary) => {
        const reading = readAbstract([{ text }], { open, lay: [{ text: summary }] });
        const quotes = quotesOf(reading);
        for (const quote of quotes) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          expect(isDamaged(quote.text)).toBe(false);
        }
        expect(quotes.length).toBeLessThanOrEqual(open ? 6 : 4);
        if (!open) expect(lengthOf(quotes)).toBeLessThanOrEqual(text.length / 3);
        if (reading.found.length > 0 || reading.concluded || reading.lay)
          expect(reading.harmsState).not.toBe("unquoted");
        expect(reading.harms.length > 0).toBe(reading.harmsState === "quoted");
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["brackets", "(".repeat(20_000)],
    ["full stops", ". ".repeat(10_000)],
    ["one word", "a".repeat(20_000)],
    ["numbers", "12 ".repeat(6_700)],
    ["patients", "12 patients and ".repeat(1_300)],
    ["percentages", "5 (20%) of 25 patients, ".repeat(900)],
    ["numbers in words", "one hundred and twenty-".repeat(900)],
    ["adverse events", "no adverse event was seen in the ".repeat(650)],
    ["randomised", "this double-blind, randomised, placebo-controlled, ".repeat(400)],
    ["follow-up", "median follow-up of the follow-up was ".repeat(550)],
    [
      "ordinary sentences",
      "In this trial 18 patients were enrolled and 4 of 18 patients (22%) had serious adverse events. ".repeat(210),
    ],
  ])("of 20,000 characters of %s is read in a moment", (_what, text) => {
    expect(workOf(() => read(text))).toBeLessThan(5_000); // what a pattern that runs away takes is minutes
  });

  test("twice as long takes about twice as long", () => {
    const text =
      "In this trial 18 patients with (say) ITP were enrolled, of whom 4 of 18 (22%) had adverse events after 12 weeks. ";
    const time = (times: number) => {
      const long = text.repeat(times);
      return Math.min(...Array.from({ length: 7 }, () => workOf(() => read(long))));
    };
    time(60);
    const [short, long] = [Math.max(time(60), 2), time(480)];
    expect(long / short).toBeLessThan(40);
  });

  test("a long one costs little memory", () => {
    const text = "Twenty patients were enrolled and no adverse events occurred. ".repeat(320);
    read(text);
    const before = process.memoryUsage().heapUsed;
    for (let time = 0; time < 5; time++) read(text);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 1024 * 1024);
  });
});

describe("what an abstract doesn't say", () => {
  test("harms that were only looked for aren't told of", () => {
    expect(
      read("We aimed to assess the safety of X. Forty patients were enrolled. Platelets rose in most of them.")
        .harmsState,
    ).toBe("none-found");
  });

  test("an abstract in another language is not read, and says nothing about harms", () => {
    const reading = read(
      "Die Behandlung wurde bei den meisten Patienten gut vertragen und es traten keine schweren Nebenwirkungen auf, die mit der Behandlung in Verbindung standen.",
    );
    expect(reading).toMatchObject({ english: false, found: [], harms: [] });
  });

  test("where harms are too long to quote, nothing tells of effects: not the results, nor the summary for everyone", () => {
    const harms = `Serious adverse events were ${Array.from({ length: 90 }, (_, at) => `kind ${at} of them`).join(", ")}.`;
    const lay = [{ text: "We found that the cells helped most people get better." }];
    const told = (text: string) => readAbstract([{ label: "RESULTS", text }], { lay });
    const held = told(`Response was seen in most of the patients. ${harms}`);
    expect(held).toMatchObject({ harmsState: "unquoted", found: [] });
    expect(held.lay).toBeUndefined();
    expect(
      told(`Response was seen in most. ${"The rest of what we saw was as it had been. ".repeat(8)}`).lay?.quotes,
    ).toHaveLength(1);
  });

  test.each([
    ["people", "Of the 18 patients who took part, 8 responded."],
    ["people", "Eighteen patients were enrolled and 8 of them were cured."],
    ["pooled", "In twelve trials with a total of 845 patients the cells worked better than placebo."],
    [
      "arms",
      "We enrolled 40 adults, who were randomly assigned to cells or placebo, and remission was more common with cells.",
    ],
    ["design", "This single-arm trial in 18 patients showed that half of them were better."],
  ] as const)("where harms are too long to quote, the sentence about %s tells of no effect: %s", (_, telling) => {
    const harms = `Serious adverse events were ${Array.from({ length: 90 }, (_, at) => `kind ${at} of them`).join(", ")}.`;
    const rest = "The rest of what we did was as it had been. ".repeat(12).trim();
    for (const label of ["METHODS", "RESULTS", "CONCLUSION", undefined]) {
      const told = (text: string) => readAbstract([{ ...(label ? { label } : {}), text }], { open: true });
      const held = told(`${telling} ${rest} ${harms}`);
      expect(held.harmsState).toBe("unquoted");
      expect(effectsIn({ reading: { ...origin, value: held } })).toEqual([]);
      expect(quotesOf(held).map(({ text }) => text)).not.toContain(telling);
    }
  });

  test("and its words stay, as does a sentence that tells of none", () => {
    const harms = `Serious adverse events were ${Array.from({ length: 90 }, (_, at) => `kind ${at} of them`).join(", ")}.`;
    const words = (text: string) => readAbstract([{ text: `${text} ${harms}` }]).people;
    expect(words("Eighteen patients were enrolled and 8 of them were cured.")).toMatchObject({ count: 18 });
    expect(words("Eighteen patients were enrolled and 8 of them were cured.")?.quote).toBeUndefined();
    expect(words("Eighteen patients were enrolled.")?.quote?.text).toBe("Eighteen patients were enrolled.");
  });

  test("Europe PMC's headings count as sections", () => {
    const reading = readAbstract(
      abstractSections(
        "<h4>Methods</h4>We enrolled 40 adults with ITP.<h4>Results</h4>Response was seen in 20 of 40 patients (50%) at 24 weeks, and it lasted in all.<h4>Conclusions</h4>It works, say we who made it and hope that it does.",
      ),
    );
    expect(reading.people).toMatchObject({ count: 40, section: "Methods" });
  });
});

function lengthOf(quotes: Reading["found"]): number {
  return quotes.reduce((sum, { text }) => sum + text.length, 0);
}
