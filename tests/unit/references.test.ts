import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrees } from "@/lib/studies/reference-agreement";
import { recogniseCitations, referenceFrom } from "@/lib/studies/references";

const namesIn = (text: string) =>
  recogniseCitations(text).map(({ kind, value }) => (kind === "pmid" ? `pmid ${value}` : value));

type Case = [text: string, ...names: string[]];

function eachCase(title: string, cases: Case[]) {
  describe(title, () => {
    test.each(cases.map(([text, ...names]) => ({ text, names })))("$text → $names", ({ text, names }) => {
      expect(namesIn(text)).toEqual(names);
    });
  });
}

const CORD = "exp ther med|2017|13|2255|wang";
const CORD_IN_FULL = "experimental and therapeutic medicine|2017|13|2255|wang";
const TITLE = "Intravenous infusion umbilical cord-derived mesenchymal stem cell in primary immune thrombocytopenia";

eachCase("a reference as reference lists print it", [
  [`Wang X et al. ${TITLE}. Exp Ther Med. 2017 May; 13(5):2255-2258`, CORD],
  [
    `Reference: Wang X, Yin X, Sun W, Bai J. ${TITLE}: A two-year follow-up. Exp Ther Med. 2017 May; 13(5):2255-2258`,
    CORD,
  ],
  [`1. Wang X, Yin X, Sun W, et al. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.`, CORD],
  [`[12] Wang X, Yin X. ${TITLE}. Exp Ther Med 2017;13:2255-8.`, CORD],
  [`(3) Wang X. ${TITLE}. Exp Ther Med. 2017;13:2255–8`, CORD],
  [`- Wang X, Yin X. ${TITLE}. *Exp Ther Med*. 2017;**13**(5):2255−2258.`, CORD],
  [`> Wang X, Yin X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.`, CORD],
  [`("Wang X et al. Intravenous infusion … Exp Ther Med. 2017 May; 13(5):2255-2258")`, CORD],
  [`I found this: Wang X, Yin X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258. What do you think?`, CORD],
  [`As shown by Wang X et al. (${TITLE}. Exp Ther Med. 2017;13(5):2255-2258) it may last.`, CORD],
  [`Wang X, Yin X, Sun W.\n${TITLE}.\nExp Ther Med. 2017 May;13(5):2255-2258.`, CORD],
  [`Wang X, Yin X. ${TITLE}. Exp Ther Med. 2017 May-Jun;13(5):2255-2258. Epub 2017 Mar 16.`, CORD],
  [`Wang X, Yin X. ${TITLE}. Exp Ther Med. 2017 Mar 16;13(5):2255-2258.`, CORD],
  [`Wang X, Yin X. ${TITLE}. Exp. Ther. Med. 2017;13:2255–2258.`, CORD],
  [`Wang X., Yin X. ${TITLE}. Exp Ther Med (2017) 13:2255–8.`, CORD],
  [
    `Wang, X., Yin, X., & Sun, W. (2017). ${TITLE}. *Experimental and Therapeutic Medicine*, *13*(5), 2255–2258.`,
    CORD_IN_FULL,
  ],
  [`Wang, X. (2017). ${TITLE}. Experimental and Therapeutic Medicine, 13, 2255-2258.`, CORD_IN_FULL],
  [`Wang, X. et al. ${TITLE}. *Exp. Ther. Med.* **13**, 2255–2258 (2017).`, CORD],
  [`Wang, X., Yin, X., Sun, W., 2017. ${TITLE}. Exp. Ther. Med. 13 (5), 2255–2258.`, CORD],
  [`Wang, X.; Yin, X.; Sun, W. ${TITLE}. *Exp. Ther. Med.* **2017**, *13*, 2255–2258.`, CORD],
  [`X. Wang, X. Yin, and W. Sun, “${TITLE},” *Exp. Ther. Med.*, vol. 13, no. 5, pp. 2255–2258, May 2017.`, CORD],
  [`Wang X, Yin X, Sun W: ${TITLE}. Exp Ther Med 13:2255-2258, 2017`, CORD],
  [`Wang X, Yin X, Sun W, et al: ${TITLE}. Exp Ther Med 13: 2255-2258, 2017.`, CORD],
  [
    "Neunert C, Terrell DR, Arnold DM, et al. American Society of Hematology 2019 guidelines for immune thrombocytopenia. Blood Adv. 2019;3(23):3829-3866.",
    "blood adv|2019|3|3829|neunert",
  ],
  [
    "Cines DB, Blanchette VS. Immune thrombocytopenic purpura. N Engl J Med. 2002 Mar 28;346(13):995-1008.",
    "n engl j med|2002|346|995|cines",
  ],
  [
    "Cines DB, Blanchette VS. Immune thrombocytopenic purpura. N. Engl. J. Med. 2002;346:995–1008.",
    "n engl j med|2002|346|995|cines",
  ],
  [
    "Kuter DJ, Bussel JB, Lyons RM, et al. Efficacy of romiplostim in patients with chronic immune thrombocytopenic purpura: a double-blind randomised controlled trial. Lancet. 2008;371(9610):395-403.",
    "lancet|2008|371|395|kuter",
  ],
  [
    "Mahévas M, Michel M. How we manage immune thrombocytopenia in the elderly. Br J Haematol. 2016;173(6):844-56.",
    "br j haematol|2016|173|844|mahevas",
  ],
  [
    "Moulis G, Palmaro A. Epidemiology of incident immune thrombocytopenia. Medicine (Baltimore). 2016;95(3):e1234.",
    "medicine (baltimore)|2016|95|e1234|moulis",
  ],
  [
    "van der Berg A, Smith B. Something about four invented words. N Engl J Med. 2020;382:e105.",
    "n engl j med|2020|382|e105|van der berg",
  ],
  [
    "O'Brien SH, Ritchey AK. The invented burden of counting platelets. Pediatr Blood Cancer. 2011;57(1):S22-S29.",
    "pediatr blood cancer|2011|57|s22|o'brien",
  ],
  [
    "García-Márquez L, Núñez P. Trombocitopenia inmune en adultos mayores. Med Clin (Barc). 2015;144(9):389-96.",
    "med clin (barc)|2015|144|389|garcia-marquez",
  ],
  [
    "Østergård K. Platelet counts in the long run: an invented cohort. Acta Haematol. 2009;121 Suppl 1:77-80.",
    "acta haematol|2009|121|77|ostergard",
  ],
  [
    "Kiefel V. Immunthrombozytopenie im Kindesalter und danach. Hamostaseologie. 2015;35(2):112-5.",
    "hamostaseologie|2015|35|112|kiefel",
  ],
]);

eachCase("a reference with a name or number that is easily misread", [
  [
    "O'Byrne PM, FitzGerald JM, et al. Inhaled Combined Budesonide-Formoterol as Needed in Mild Asthma. N Engl J Med. 2018;378(20):1865-1876.",
    "n engl j med|2018|378|1865|o'byrne",
  ],
  [
    "Orten, D. J., Weston, M. D. (2000). Analysis of DNA elements that modulate expression in humans. *Human mutation*, *15*(1), 114–5.",
    "human mutation|2000|15|114|orten",
  ],
  [
    "Zhan K, Wu H, Xu Y, et al. The function of the gut axis in an invented syndrome. mSystems. 2024;9(3):e0129923.",
    "msystems|2024|9|e0129923|zhan",
  ],
  [
    "Ritz NL, Brocka M. An invented disorder increases invented fear. Proc Natl Acad Sci U S A. 2024;121(1):e2308706120.",
    "proc natl acad sci u s a|2024|121|e2308706120|ritz",
  ],
  [
    "Aubert, B. et al. Measurement of branching fractions and charge asymmetries. Phys. Rev. Lett. 88, 101805 (2002).",
    "phys rev lett|2002|88|101805|aubert",
  ],
  [
    "Dunkel EC, Scheer DI. Retraction: A rabbit model for an invented disease (J Infect Dis 1993;168:336-44). J Infect Dis. 1998;177(6):1778.",
    "j infect dis|1998|177|1778|dunkel",
  ],
  [
    "Dunkel, E. C., & Scheer, D. I. (1998). Retraction: A rabbit model (J Infect Dis 1993;168:336-44). *The Journal of Infectious Diseases*, *177*(6), 1778.",
    "the journal of infectious diseases|1998|177|1778|dunkel",
  ],
]);

eachCase("a reference in short", [
  ["Rodeghiero F et al, Blood 2009; 113: 2386–2393", "blood|2009|113|2386|rodeghiero"],
  ["Rodeghiero F, et al. Blood. 2009;113(11):2386-2393.", "blood|2009|113|2386|rodeghiero"],
  ["See Rodeghiero et al., Blood 2009;113:2386.", "blood|2009|113|2386|rodeghiero"],
  ["(Rodeghiero et al, Blood. 2009;113:2386-93)", "blood|2009|113|2386|rodeghiero"],
  ["Smith J. Blood. 2010;115:168-86.", "blood|2010|115|168|smith"],
  ["Smith J. Blood 2010;115:168-86.", "blood|2010|115|168|smith"],
  ["Provan D, Newland AC. Br J Haematol 2002;118:933-44", "br j haematol|2002|118|933|provan"],
  ["Stasi and Provan, Mayo Clin Proc 2004;79:504-22", "mayo clin proc|2004|79|504|stasi"],
]);

eachCase("several references", [
  [
    `1. Wang X, Yin X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.\n2. Smith J. Blood. 2010;115:168-86.`,
    CORD,
    "blood|2010|115|168|smith",
  ],
  [
    "Rodeghiero F et al, Blood 2009;113:2386-93; Smith J, Jones B. Blood 2010;115:168-86.",
    "blood|2009|113|2386|rodeghiero",
    "blood|2010|115|168|smith",
  ],
  ["Smith J. Blood. 2010;115:168-86. And again, Smith J. Blood. 2010;115:168-86.", "blood|2010|115|168|smith"],
  ["Smith J. Blood. 2010;115:168-86.\n\n10.1000/abc is another one", "blood|2010|115|168|smith", "10.1000/abc"],
]);

eachCase("with an identifier beside it, the identifier alone says what is meant", [
  [`Wang X, Yin X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258. doi: 10.3892/etm.2017.4229`, "10.3892/etm.2017.4229"],
  [
    `Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258. PMID: 28565834; PMCID: PMC5443306.`,
    "pmid 28565834",
    "PMC5443306",
  ],
  [`Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.\ndoi: 10.3892/etm.2017.4229.`, "10.3892/etm.2017.4229"],
  [
    `https://doi.org/10.3892/etm.2017.4229 Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.`,
    "10.3892/etm.2017.4229",
  ],
  [
    `[Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258](https://doi.org/10.3892/etm.2017.4229)`,
    "10.3892/etm.2017.4229",
  ],
  [
    `Rodeghiero F et al, Blood 2009;113:2386-93; Wang X. ${TITLE}. Exp Ther Med. 2017;13:2255-8. doi: 10.3892/etm.2017.4229`,
    "blood|2009|113|2386|rodeghiero",
    "10.3892/etm.2017.4229",
  ],
  [
    `- Smith J. Blood. 2010;115:168-86.\n- Wang X. ${TITLE}. Exp Ther Med. 2017;13:2255-8. PMID 28565834`,
    "blood|2010|115|168|smith",
    "pmid 28565834",
  ],
  ...[
    " 10.3892/etm.2017.4229",
    ". https://doi.org/10.3892/etm.2017.4229",
    ". Epub 2017 Mar 16. doi:10.3892/etm.2017.4229",
    ". Published online 16 March 2017. [CrossRef] https://doi.org/10.3892/etm.2017.4229",
    ". Available from: https://doi.org/10.3892/etm.2017.4229",
    ". Retrieved May 3rd, 2020, from https://doi.org/10.3892/etm.2017.4229",
    ". You can read it here: https://doi.org/10.3892/etm.2017.4229",
    ". It’s free: https://doi.org/10.3892/etm.2017.4229",
    ".\nFull text:\nhttps://doi.org/10.3892/etm.2017.4229",
    ", which my doctor sent me (https://doi.org/10.3892/etm.2017.4229)",
    ". doi:10.3892/etm.2017.4229",
  ].map((after): Case => [`Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258${after}`, "10.3892/etm.2017.4229"]),
  [
    `Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258. Registered as NCT04014166. PMID: 28565834.`,
    "NCT04014166",
    "pmid 28565834",
  ],
  [
    `Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258. PMID: 28565834. And see also 10.1000/xyz.`,
    "pmid 28565834",
    "10.1000/xyz",
  ],
]);

eachCase("an identifier that stands for another study takes nothing from a reference", [
  [
    `Chen Y, Xu Y. ${TITLE}. Signal Transduct Target Ther. 2024;9(1):102. Registered as NCT04014166.`,
    "signal transduct target ther|2024|9|102|chen",
    "NCT04014166",
  ],
  [`NCT04014166 led to Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.`, "NCT04014166", CORD],
  [
    "I know PMID 28565834 already. Kuter DJ, Bussel JB. Efficacy of romiplostim in chronic purpura. Lancet 2008;371:395-403",
    "pmid 28565834",
    "lancet|2008|371|395|kuter",
  ],
  [`Have you read 10.1000/abc? Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.`, "10.1000/abc", CORD],
  [
    `> I know\n> **PMID 28565834** already.\n> Rodeghiero F et al, Blood 2009;113:2386-93; Smith J. Blood. 2010;115:168-86. PMID: 7`,
    "pmid 28565834",
    "blood|2009|113|2386|rodeghiero",
    "pmid 7",
  ],
  ...[
    ". And see also 10.1000/xyz",
    ". and see also 10.1000/xyz",
    ". There is a newer one, too: https://doi.org/10.1000/xyz",
    ". It was small. My doctor trusts doi:10.1000/xyz more",
    "! Compare it with 10.1000/xyz",
    ".” Then I read Smith’s answer, 10.1000/xyz",
    ". Erratum in: Exp Ther Med. doi: 10.1000/xyz",
    ".\nSomebody posted 10.1000/xyz last week.",
  ].map((after): Case => [`Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258${after}`, CORD, "10.1000/xyz"]),
  [
    `> Wang X. ${TITLE}. *Exp Ther Med*. 2017;**13**(5):2255-2258. *And* see\n> also PMID 7. Smith J. Blood. 2010;115:168-86. PMID: 8`,
    CORD,
    "pmid 7",
    "pmid 8",
  ],
  [`PMID 28565834: Wang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.`, "pmid 28565834"],
  [`This is\n10.3892/etm.2017.4229\nWang X. ${TITLE}. Exp Ther Med. 2017;13(5):2255-2258.`, "10.3892/etm.2017.4229"],
]);

const traps = [
  "John 3:16",
  "1 Corinthians 13:4-7 was read at the wedding in 2017.",
  "Psalm 119:105-112, Luke 2:1-20 and Mark 4:9",
  "Smith J won 6:4, 7:5 in 2017; 13:11 in the last set",
  "The match of 2017 ended 3:2 (1:1), Miller T scored in the 13th and 55th.",
  "My counts: 2017; 13, 22, 45, 30",
  "Platelets 2017, 13, 22, 45",
  "Platelets 2017: 13-22; 2018: 45-60; 2019: 80-110",
  "Anna B says platelets 2019, 45, 60-80 and stable since",
  "Dr Smith J. Appointment 5 May 2017; 13:45-14:30",
  "Appointment with Dr. Brown A. on 12 May 2021; 9:30-10:15, room 4",
  "Infusion 2021 May 4; 13:30-17:00 with nurse Kelly A.",
  "Open 2017; Mon-Fri 9:00-17:30",
  "Call 020 7946 0018 (2017; 13:00-15:00)",
  "+44 20 7946 0958, ext 13(5), 2255-2258",
  "It cost 2017; 13.50-22.58 pounds",
  "£13,225-2,258 in 2017",
  "Romiplostim 2017: 13 weeks at 250-500",
  "I took prednisone 60 mg in 2017, 13(5) weeks, tapering 22-5",
  "Dexamethasone 40 mg (2017), 13 days, 22-58",
  "In 2017 (13 patients, 22-58 years old) Wang X was quoted by the newspaper.",
  "Wang X et al. found that 13 of 22 patients responded in 2017.",
  "Wang X et al. (2017) followed 13 patients, 22-58 years old.",
  "Wang et al 2017 is what my doctor mentioned.",
  "Wang et al. (2017)",
  "Exp Ther Med. 2017 May; 13(5):2255-2258",
  "Blood 2017;130",
  "I read Blood and Lancet in 2017.",
  "See chapter 13(5), pages 2255-2258, of the 2017 handbook.",
  "Windows 10.0.2017; 13(5):2255",
  "Version 2017.13.5:2255-2258",
  "ISBN 978-0-13-468599-1, 2017, pp. 13-22",
  "Order 2017-13-2255, Maria K.",
  "Flight BA2017; 13:25-16:40, seat 22A, Smith J.",
  "Bus 2017 13:05-13:55 from Anna B.",
  "12/05/2017; 13:5",
  "2017;13(5):2255-2258",
  "Maria K and I met in Berlin 2017; 13 people, 22-58 years",
  "Peter H. born 2007; 13 years, count 22-58",
  "Haemoglobin (2017) 13:2 and (2018) 12:9, says Clara B.",
  "Ratio 2017; 1:80 by Dr Hall C, then 1:160",
  "Vitamin D. 2000; 10:00-11:00 with breakfast",
  "Act 1974; 37(1):2-9",
  "`Smith v. Jones, 347 U.S. 483 (1954)`",
  "Smith J v Jones B, 347 U.S. 483 (1954)",
  "From my diary, Karen R: Mon 2017; 44(2) up, 51-60 on Friday",
  "Recipe by Julia C. 2017; 2(1):3-4 cups of flour, sugar and butter",
  "Marlow K, Platelet Party, London 2017; 13:00-22:00",
  "Counts from Kim L, et al. this year: 2024, 31, 45-60 and last year 2023, 20, 33-41",
  "Model T. Ford 1908; 20(4):20-22 hp",
  "10:30-12:45, 2017",
  "Comment by Hall C: see the older one (J Infect Dis 1993;168:336-44).",
  "Anna B. (2017). My second year. I had counts of 13(5), 22-58, 45 and so on.",
  "Maria K. (2019) wrote: We met in Leeds, 13, 22-24 King Street.",
  "Gus T, Ines M. 2021. Trains to Leeds, 13, 22-45 and hourly.",
  "Emma L, Ben K (2020): Bring soup, 2, 3-4 bowls each.",
  "Sandi 2018; Karen R 2019; 12(3):45 pm",
  "    Wang X. Some words in code stay code here. Exp Ther Med. 2017;13(5):2255-2258.",
  "```\nWang X. Some words in code stay code here. Exp Ther Med. 2017;13(5):2255-2258.\n```",
  "Wang X. Some words and a range that goes back. Exp Ther Med. 2017;13(5):2258-2155.",
];

describe("what only looks like a reference", () => {
  test.each(traps)("%s", (text) => {
    expect(recogniseCitations(text).filter(({ kind }) => kind === "reference")).toEqual([]);
  });
});

const pieces = [
  "Wang X, Yin X, et al. ",
  "Wang, X., & Sun, W. (2017). ",
  "A title of four words. ",
  "Exp Ther Med. ",
  "Blood ",
  "2017 May;",
  "13(5):2255-2258. ",
  ", 13(5), 2255–2258. ",
  "(2017)",
  "10.3892/etm.2017.4229 ",
  "PMID 28565834 ",
  "NCT04014166. ",
  "\n",
  "\n\n- ",
  "> ",
  "*",
  "&amp;",
  "\u200b",
  "ß",
  "😀",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join("")),
);

describe("any text", () => {
  test("finds are in order, apart from each other, and stand in the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const one of recogniseCitations(text)) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          expect(text.slice(one.start, one.end)).toBe(one.shown);
          if (one.kind === "reference")
            expect(one.value).toMatch(/^[^|]+\|(19|20)[0-9]{2}\|[0-9a-z]+\|[0-9a-z]+\|[^|]+$/);
          end = one.end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    "2017;13(5):2255-2258 ",
    "Wang X. 2017;13(5):2255-2258 ",
    "Wang X (2017). ",
    "Wang X, ",
    "A. B. (2017), 1, 2-3 ",
    "Exp Ther Med ",
    "J. ",
    "(",
    "Wang et al. Title, 13(5), 2255-2258 ",
    "2017 ",
  ])("a megabyte of “%s” is read in time", (piece) => {
    recogniseCitations(`2017 ${piece.repeat(1_000_000 / piece.length)}`);
  });
});

describe("a record agrees with a reference", () => {
  const reference = referenceFrom("exp ther med|2017|13|2255|wang");
  const record = { pmid: "1", author: "Wang", years: ["2017"], volume: "13", pages: ["2255-2258"] };

  test.each([
    ["as it is", {}],
    ["where its pages are elided", { pages: ["2255-8; discussion 2260"] }],
    ["where it appeared a year before its issue", { years: ["2018", "2017"] }],
    ["where its volume has a supplement", { volume: "13 Suppl 1" }],
    ["where its author has capitals and accents", { author: "WÁNG" }],
  ])("%s", (_, other) => {
    expect(agrees(reference, { ...record, ...other })).toBe(true);
  });

  test.each([
    ["another first author", { author: "Yin" }],
    ["an author whose name only begins the same", { author: "Wangner" }],
    ["no author but a group", { author: undefined }],
    ["another year", { years: ["2016"] }],
    ["no year", { years: [] }],
    ["another volume", { volume: "14" }],
    ["no volume", { volume: undefined }],
    ["another first page", { pages: ["2256-2258"] }],
    ["a page that only ends the range", { pages: ["2250-2255"] }],
    ["an e-page", { pages: ["e2255"] }],
    ["no pages", { pages: [] }],
  ])("not with %s", (_, other) => {
    expect(agrees(reference, { ...record, ...other })).toBe(false);
  });

  test.each([
    ["n engl j med|2020|382|e105|van der berg", "Berg", "E105"],
    ["n engl j med|2020|382|e105|berg", "van der Berg", "e105-e110"],
    ["n engl j med|2020|382|s22|garcia-marquez", "García Márquez", "S22-9"],
    ["n engl j med|2020|382|7|ostergard", "Østergård", "7-12"],
    ["n engl j med|2020|382|7|o'brien", "O’Brien", "007"],
  ])("%s is by %s on page %s", (value, author, pages) => {
    const { year, volume } = referenceFrom(value);
    expect(agrees(referenceFrom(value), { pmid: "1", author, years: [year], volume, pages: [pages] })).toBe(true);
  });
});
