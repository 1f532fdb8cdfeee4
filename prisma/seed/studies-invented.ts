import type { SeedStudy } from "@/lib/studies/types";

/** Studies that never happened, as the forum's parsers read their records in tests/support/registry-records; a test compares the two. */
export const inventedStudies: SeedStudy[] = [
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.randomised",
      },
      {
        kind: "pmid",
        value: "99000001",
      },
      {
        kind: "pmcid",
        value: "PMC99000001",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000001",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.randomised",
            },
            {
              kind: "pmid",
              value: "99000001",
            },
            {
              kind: "pmcid",
              value: "PMC99000001",
            },
          ],
          title:
            "A steady dose or a stepped dose of an invented thrombopoietin agonist in adults with chronic ITP: a randomised trial that never took place",
          authors: {
            names: ["Ines Maria Lindqvist", "Tomas Mora", "Ngozi Okafor", "Aiko Tanabe", "Invented ITP Study Group"],
            total: 5,
            parts: [
              {
                family: "Lindqvist",
                given: "Ines Maria",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
              {
                family: "Okafor",
                given: "Ngozi",
              },
              {
                family: "Tanabe",
                given: "Aiko",
              },
              null,
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2021",
          printed: {
            volume: "12",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
            {
              name: "Multicenter Study",
            },
            {
              name: "Randomized Controlled Trial",
            },
            {
              name: "Clinical Trial, Phase III",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic", "Adult"],
          freeText: {
            url: "https://europepmc.org/articles/PMC99000001",
            licence: "cc by",
          },
          licence: "cc by",
          reading: {
            version: 9,
            hash: "3b54a278f24e20376c0da7bb1de5fc237b9ea555c9431a5016c8ac7573583d29",
            english: true,
            people: {
              count: 214,
              words: "214 adults",
              section: "Methods",
              start: 157,
              end: 167,
              quote: {
                text: "In this double-blind trial, 214 adults with chronic ITP were randomly assigned to a steady or a stepped dose for 26 weeks.",
                section: "Methods",
                start: 129,
                end: 251,
              },
            },
            arms: {
              words: "a steady or a stepped dose",
              section: "Methods",
              start: 211,
              end: 237,
              quote: {
                text: "In this double-blind trial, 214 adults with chronic ITP were randomly assigned to a steady or a stepped dose for 26 weeks.",
                section: "Methods",
                start: 129,
                end: 251,
              },
            },
            found: [
              {
                text: "A count of at least 50 × 10⁹/L in most weeks was seen in 61 of 107 patients and 58 of 107 patients.",
                section: "Results",
                start: 252,
                end: 351,
              },
            ],
            concluded: {
              text: "The two ways of dosing did not differ in this invented trial.",
              section: "Conclusions",
              start: 406,
              end: 467,
            },
            harms: [
              {
                text: "Serious adverse events occurred in 9 and 11 patients.",
                section: "Results",
                start: 352,
                end: 405,
              },
            ],
            harmsState: "quoted",
            design: [
              {
                design: "randomised",
                words: "were randomly assigned",
                section: "Methods",
                start: 185,
                end: 207,
                quote: {
                  text: "In this double-blind trial, 214 adults with chronic ITP were randomly assigned to a steady or a stepped dose for 26 weeks.",
                  section: "Methods",
                  start: 129,
                  end: 251,
                },
              },
              {
                design: "double-blind",
                words: "double-blind",
                section: "Methods",
                start: 137,
                end: 149,
                quote: {
                  text: "In this double-blind trial, 214 adults with chronic ITP were randomly assigned to a steady or a stepped dose for 26 weeks.",
                  section: "Methods",
                  start: 129,
                  end: 251,
                },
              },
            ],
            subjects: {
              animals: 0,
              people: 4,
              cells: 0,
            },
          },
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000001/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000001",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.randomised",
            },
            {
              kind: "pmcid",
              value: "PMC99000001",
            },
          ],
          title:
            "A steady dose or a stepped dose of an invented thrombopoietin agonist in adults with chronic ITP: a randomised trial that never took place",
          authors: {
            names: ["Ines Maria Lindqvist", "Tomas Mora", "Ngozi Okafor", "Aiko Tanabe", "Invented ITP Study Group"],
            total: 5,
            parts: [
              {
                family: "Lindqvist",
                given: "Ines Maria",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
              {
                family: "Okafor",
                given: "Ngozi",
              },
              {
                family: "Tanabe",
                given: "Aiko",
              },
              null,
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2021-03-18",
          printed: {
            volume: "12",
            issue: "1",
            pages: "1-9",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
            {
              name: "Multicenter Study",
              ui: "D016448",
            },
            {
              name: "Randomized Controlled Trial",
              ui: "D016449",
            },
            {
              name: "Clinical Trial, Phase III",
              ui: "D017428",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic", "Adult"],
          trials: ["NCT99990002"],
          reading: {
            version: 9,
            hash: "3b54a278f24e20376c0da7bb1de5fc237b9ea555c9431a5016c8ac7573583d29",
            english: true,
            people: {
              count: 214,
              words: "214 adults",
              section: "METHODS",
              start: 157,
              end: 167,
            },
            arms: {
              words: "a steady or a stepped dose",
              section: "METHODS",
              start: 211,
              end: 237,
            },
            found: [
              {
                text: "A count of at least 50 × 10⁹/L in most weeks was seen in 61 of 107 patients and 58 of 107 patients.",
                section: "RESULTS",
                start: 252,
                end: 351,
              },
            ],
            harms: [
              {
                text: "Serious adverse events occurred in 9 and 11 patients.",
                section: "RESULTS",
                start: 352,
                end: 405,
              },
            ],
            harmsState: "quoted",
            design: [
              {
                design: "randomised",
                words: "were randomly assigned",
                section: "METHODS",
                start: 185,
                end: 207,
              },
              {
                design: "double-blind",
                words: "double-blind",
                section: "METHODS",
                start: 137,
                end: 149,
              },
            ],
            subjects: {
              animals: 0,
              people: 4,
              cells: 0,
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.randomised",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.randomised",
            },
          ],
          title:
            "A steady dose or a stepped dose of an invented thrombopoietin agonist in adults with chronic ITP: a randomised trial that never took place",
          authors: {
            names: ["Ines Maria Lindqvist", "Tomas Mora", "Ngozi Okafor", "Aiko Tanabe", "Invented ITP Study Group"],
            total: 5,
            parts: [
              {
                family: "Lindqvist",
                given: "Ines Maria",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
              {
                family: "Okafor",
                given: "Ngozi",
              },
              {
                family: "Tanabe",
                given: "Aiko",
              },
              null,
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2021-03-18",
          printed: {
            volume: "12",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          licence: "https://creativecommons.org/licenses/by/4.0/",
          trials: ["NCT99990002"],
        },
      },
      {
        source: "clinicaltrials",
        subject: "NCT99990002",
        url: "https://clinicaltrials.gov/study/NCT99990002",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "nct",
              value: "NCT99990002",
            },
          ],
          title: "Steady or Stepped Dose of an Invented Agonist in Chronic ITP",
          trial: {
            nct: "NCT99990002",
            title: "Steady or Stepped Dose of an Invented Agonist in Chronic ITP",
            status: "COMPLETED",
            statusDate: {
              date: "2021-06-30",
              what: "updated",
            },
            studyType: "INTERVENTIONAL",
            phases: ["PHASE3"],
            allocation: "RANDOMIZED",
            interventionModel: "PARALLEL",
            masking: "DOUBLE",
            enrolment: {
              count: 214,
              type: "ACTUAL",
            },
            conditions: ["Immune Thrombocytopenia"],
            sponsor: "Invented University Hospital",
            startDate: "2018-05-02",
            resultsPosted: true,
          },
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.single-arm",
      },
      {
        kind: "pmid",
        value: "99000002",
      },
      {
        kind: "pmcid",
        value: "PMC99000002",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000002",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.single-arm",
            },
            {
              kind: "pmid",
              value: "99000002",
            },
            {
              kind: "pmcid",
              value: "PMC99000002",
            },
          ],
          title:
            "Weekly infusions of invented cord-derived cells in adults with refractory ITP: a first trial that never took place",
          authors: {
            names: ["Astrid Lindqvist", "Tomas Mora", "Ngozi Okafor", "Kwame Boateng", "Lucia Ferri"],
            total: 5,
            parts: [
              {
                family: "Lindqvist",
                given: "Astrid",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
              {
                family: "Okafor",
                given: "Ngozi",
              },
              {
                family: "Boateng",
                given: "Kwame",
              },
              {
                family: "Ferri",
                given: "Lucia",
              },
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2024",
          printed: {
            volume: "15",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
          ],
          freeText: {
            url: "https://europepmc.org/articles/PMC99000002",
            licence: "cc by-nc",
          },
          licence: "cc by-nc",
          trials: ["NCT99990001"],
          reading: {
            version: 9,
            hash: "baddbe8dd312426a798e67b51b51a00ab7d2904ebee18745d58f8d127e6a915c",
            english: true,
            people: {
              count: 18,
              words: "Eighteen adults",
              start: 0,
              end: 15,
            },
            found: [],
            harms: [
              {
                text: "Serious adverse events occurred in 4 of 18 patients.",
                start: 142,
                end: 194,
              },
            ],
            harmsState: "quoted",
            design: [],
            subjects: {
              animals: 0,
              people: 3,
              cells: 0,
            },
          },
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000002/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000002",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.single-arm",
            },
            {
              kind: "pmcid",
              value: "PMC99000002",
            },
          ],
          title:
            "Weekly infusions of invented cord-derived cells in adults with refractory ITP: a first trial that never took place",
          authors: {
            names: ["Astrid Lindqvist", "Tomas Mora", "Ngozi Okafor", "Kwame Boateng", "Lucia Ferri"],
            total: 5,
            parts: [
              {
                family: "Lindqvist",
                given: "Astrid",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
              {
                family: "Okafor",
                given: "Ngozi",
              },
              {
                family: "Boateng",
                given: "Kwame",
              },
              {
                family: "Ferri",
                given: "Lucia",
              },
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2024-04-23",
          printed: {
            volume: "15",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
          ],
          trials: ["NCT99990001"],
          reading: {
            version: 9,
            hash: "baddbe8dd312426a798e67b51b51a00ab7d2904ebee18745d58f8d127e6a915c",
            english: true,
            people: {
              count: 18,
              words: "Eighteen adults",
              start: 0,
              end: 15,
            },
            found: [],
            harms: [
              {
                text: "Serious adverse events occurred in 4 of 18 patients.",
                start: 142,
                end: 194,
              },
            ],
            harmsState: "quoted",
            design: [],
            subjects: {
              animals: 0,
              people: 3,
              cells: 0,
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.single-arm",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.single-arm",
            },
          ],
          title:
            "Weekly infusions of invented cord-derived cells in adults with refractory ITP: a first trial that never took place",
          authors: {
            names: ["Astrid Lindqvist", "Tomas Mora", "Ngozi Okafor", "Kwame Boateng", "Lucia Ferri"],
            total: 5,
            parts: [
              {
                family: "Lindqvist",
                given: "Astrid",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
              {
                family: "Okafor",
                given: "Ngozi",
              },
              {
                family: "Boateng",
                given: "Kwame",
              },
              {
                family: "Ferri",
                given: "Lucia",
              },
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2024-04-23",
          printed: {
            volume: "15",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          licence: "https://creativecommons.org/licenses/by-nc/4.0/",
          trials: ["NCT99990001"],
        },
      },
      {
        source: "clinicaltrials",
        subject: "NCT99990001",
        url: "https://clinicaltrials.gov/study/NCT99990001",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "nct",
              value: "NCT99990001",
            },
          ],
          title: "Invented Cord-derived Cells in Adults With Refractory ITP",
          trial: {
            nct: "NCT99990001",
            title: "Invented Cord-derived Cells in Adults With Refractory ITP",
            status: "COMPLETED",
            statusDate: {
              date: "2025-08-02",
              what: "updated",
            },
            studyType: "INTERVENTIONAL",
            phases: ["PHASE1"],
            allocation: "NA",
            interventionModel: "SINGLE_GROUP",
            masking: "NONE",
            enrolment: {
              count: 18,
              type: "ACTUAL",
            },
            conditions: ["Immune Thrombocytopenia"],
            sponsor: "Invented University Hospital",
            startDate: "2022-01-10",
            resultsPosted: false,
          },
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.retracted",
      },
      {
        kind: "pmid",
        value: "99000003",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000003",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.retracted",
            },
            {
              kind: "pmid",
              value: "99000003",
            },
          ],
          title: "An invented herbal extract restores platelet counts in every patient",
          authors: {
            names: ["Bruno Falk", "Greta Sommer"],
            total: 2,
            parts: [
              {
                family: "Falk",
                given: "Bruno",
              },
              {
                family: "Sommer",
                given: "Greta",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2015",
          printed: {
            volume: "6",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
            {
              name: "Retracted Publication",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
          notices: [
            {
              kind: "correction",
              date: "2015-11-02",
              doi: "10.5555/wellcited.erratum-of-retracted",
              reference: "Ann Imag Med. 2015 Nov 2;6(4):410. doi: 10.5555/wellcited.erratum-of-retracted.",
            },
            {
              kind: "retraction",
              date: "2017-02-06",
              doi: "10.5555/wellcited.retraction-notice",
              pmid: "99000004",
              reference: "Ann Imag Med. 2017 Feb 6;8(1):12. doi: 10.5555/wellcited.retraction-notice.",
            },
          ],
          reading: {
            version: 9,
            hash: "50b16904ed9b811ed6ca4fc10c56289215d540507d972ebc8119976297957224",
            english: true,
            people: {
              count: 40,
              words: "40 invented patients",
              start: 7,
              end: 27,
            },
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 1,
              cells: 0,
            },
          },
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000003/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000003",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.retracted",
            },
          ],
          title: "An invented herbal extract restores platelet counts in every patient",
          authors: {
            names: ["Bruno Falk", "Greta Sommer"],
            total: 2,
            parts: [
              {
                family: "Falk",
                given: "Bruno",
              },
              {
                family: "Sommer",
                given: "Greta",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2015-06",
          printed: {
            volume: "6",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
            {
              name: "Retracted Publication",
              ui: "D016441",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
          notices: [
            {
              kind: "correction",
              date: "2015-11-02",
              doi: "10.5555/wellcited.erratum-of-retracted",
              reference: "Ann Imag Med. 2015 Nov 2;6(4):410. doi: 10.5555/wellcited.erratum-of-retracted.",
            },
            {
              kind: "retraction",
              date: "2017-02-06",
              doi: "10.5555/wellcited.retraction-notice",
              pmid: "99000004",
              reference: "Ann Imag Med. 2017 Feb 6;8(1):12. doi: 10.5555/wellcited.retraction-notice.",
            },
          ],
          reading: {
            version: 9,
            hash: "50b16904ed9b811ed6ca4fc10c56289215d540507d972ebc8119976297957224",
            english: true,
            people: {
              count: 40,
              words: "40 invented patients",
              start: 7,
              end: 27,
            },
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 1,
              cells: 0,
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.retracted",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.retracted",
            },
          ],
          title: "RETRACTED: An invented herbal extract restores platelet counts in every patient",
          authors: {
            names: ["Bruno Falk", "Greta Sommer"],
            total: 2,
            parts: [
              {
                family: "Falk",
                given: "Bruno",
              },
              {
                family: "Sommer",
                given: "Greta",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2015-06",
          printed: {
            volume: "6",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          notices: [
            {
              kind: "correction",
              doi: "10.5555/wellcited.erratum-of-retracted",
              date: "2015-11-02",
              assertedBy: "publisher",
            },
            {
              kind: "retraction",
              doi: "10.5555/wellcited.retraction-notice",
              date: "2017-02-06",
              assertedBy: "retraction-watch",
            },
            {
              kind: "title-says-retracted",
            },
          ],
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.corrected",
      },
      {
        kind: "pmid",
        value: "99000005",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000005",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.corrected",
            },
            {
              kind: "pmid",
              value: "99000005",
            },
          ],
          title: "Fatigue and platelet count in 132 invented adults with ITP: an observational study",
          authors: {
            names: ["Oluwaseun Adeyemi", "Marit de Vries", "Jean Petit"],
            total: 3,
            parts: [
              {
                family: "Adeyemi",
                given: "Oluwaseun",
              },
              {
                family: "de Vries",
                given: "Marit",
              },
              {
                family: "Petit",
                given: "Jean",
              },
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2019",
          printed: {
            volume: "10",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
            {
              name: "Observational Study",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
          notices: [
            {
              kind: "correction",
              date: "2020-01-15",
              doi: "10.5555/wellcited.erratum-of-corrected",
              pmid: "99000010",
              reference: "J Invent Haematol. 2020 Jan 15;11(1):77. doi: 10.5555/wellcited.erratum-of-corrected.",
            },
          ],
          reading: {
            version: 9,
            hash: "cad48a2f7971d515c1653cbe20a1e9ddcc0b97a51b7aaba3a4f6e892c193ed6f",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 1,
              cells: 0,
            },
          },
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000005/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000005",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.corrected",
            },
          ],
          title: "Fatigue and platelet count in 132 invented adults with ITP: an observational study",
          authors: {
            names: ["Oluwaseun Adeyemi", "Marit de Vries", "Jean Petit"],
            total: 3,
            parts: [
              {
                family: "Adeyemi",
                given: "Oluwaseun",
              },
              {
                family: "de Vries",
                given: "Marit",
              },
              {
                family: "Petit",
                given: "Jean",
              },
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2019-09-12",
          printed: {
            volume: "10",
            issue: "1",
            pages: "S45-52",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
            {
              name: "Observational Study",
              ui: "D064888",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
          notices: [
            {
              kind: "correction",
              date: "2020-01-15",
              doi: "10.5555/wellcited.erratum-of-corrected",
              pmid: "99000010",
              reference: "J Invent Haematol. 2020 Jan 15;11(1):77. doi: 10.5555/wellcited.erratum-of-corrected.",
            },
          ],
          reading: {
            version: 9,
            hash: "cad48a2f7971d515c1653cbe20a1e9ddcc0b97a51b7aaba3a4f6e892c193ed6f",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 1,
              cells: 0,
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.corrected",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.corrected",
            },
          ],
          title: "Fatigue and platelet count in 132 invented adults with ITP: an observational study",
          authors: {
            names: ["Oluwaseun Adeyemi", "Marit de Vries", "Jean Petit"],
            total: 3,
            parts: [
              {
                family: "Adeyemi",
                given: "Oluwaseun",
              },
              {
                family: "de Vries",
                given: "Marit",
              },
              {
                family: "Petit",
                given: "Jean",
              },
            ],
          },
          journal: "Journal of Invented Haematology",
          journalShort: "J Invent Haematol",
          published: "2019-09-12",
          printed: {
            volume: "10",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          notices: [
            {
              kind: "correction",
              doi: "10.5555/wellcited.erratum-of-corrected",
              date: "2020-01-15",
              assertedBy: "publisher",
            },
          ],
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.preprint",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/PPR/PPR990001",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.preprint",
            },
          ],
          title: "A steady dose or a stepped dose of an invented thrombopoietin agonist in adults with chronic ITP",
          authors: {
            names: ["Ines Maria Lindqvist", "Tomas Mora"],
            total: 2,
            parts: [
              {
                family: "Lindqvist",
                given: "Ines Maria",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
            ],
          },
          journal: "Invented Preprints",
          published: "2020-10-02",
          language: "eng",
          publicationTypes: [
            {
              name: "Preprint",
            },
          ],
          preprint: true,
          publishedAs: {
            pmid: "99000001",
            reference: "Journal of Invented Haematology. 2021 Mar;12(1):1-9",
          },
          freeText: {
            url: "https://doi.org/10.5555/wellcited.preprint",
            licence: "cc by",
          },
          licence: "cc by",
          reading: {
            version: 9,
            hash: "f412e647be6f72b55768b1ec9c946d374a2b19e2ca1bb2e9ff13d9118f9bb992",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 0,
              cells: 0,
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.preprint",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.preprint",
            },
          ],
          title: "A steady dose or a stepped dose of an invented thrombopoietin agonist in adults with chronic ITP",
          authors: {
            names: ["Ines Maria Lindqvist", "Tomas Mora"],
            total: 2,
            parts: [
              {
                family: "Lindqvist",
                given: "Ines Maria",
              },
              {
                family: "Mora",
                given: "Tomas",
              },
            ],
          },
          published: "2020-10-02",
          language: "en",
          publicationTypes: [
            {
              name: "preprint",
            },
          ],
          preprint: true,
          publishedAs: {
            doi: "10.5555/wellcited.randomised",
          },
          licence: "https://creativecommons.org/licenses/by/4.0/",
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.animals",
      },
      {
        kind: "pmid",
        value: "99000006",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000006",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.animals",
            },
            {
              kind: "pmid",
              value: "99000006",
            },
          ],
          title:
            "Umbilical cord mesenchymal stem cells raise platelets in an invented Mus musculus model of immune thrombocytopenia",
          authors: {
            names: ["Sofia Rinaldi", "Peter Holm"],
            total: 2,
            parts: [
              {
                family: "Rinaldi",
                given: "Sofia",
              },
              {
                family: "Holm",
                given: "Peter",
              },
            ],
          },
          journal: "Invented Reports in Blood & Immunity",
          journalShort: "Invent Rep Blood Immun",
          published: "2018",
          printed: {
            volume: "3",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
          ],
          subjects: ["Animals", "Mice", "Mice, Inbred BALB C", "Disease Models, Animal"],
          reading: {
            version: 9,
            hash: "cfc935f6c323861fe01c8f67f1e1f1c9b8f3b5a6f9d9f3078a2ae22c33079ae4",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 1,
              people: 0,
              cells: 0,
              animalWords: {
                words: "mice",
                start: 9,
                end: 13,
              },
            },
          },
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000006/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000006",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.animals",
            },
          ],
          title:
            "Umbilical cord mesenchymal stem cells raise platelets in an invented Mus musculus model of immune thrombocytopenia",
          authors: {
            names: ["Sofia Rinaldi", "Peter Holm"],
            total: 2,
            parts: [
              {
                family: "Rinaldi",
                given: "Sofia",
              },
              {
                family: "Holm",
                given: "Peter",
              },
            ],
          },
          journal: "Invented Reports in Blood & Immunity",
          journalShort: "Invent Rep Blood Immun",
          published: "2018-05-03",
          printed: {
            volume: "3",
            issue: "1",
            pages: "e17",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
          ],
          subjects: ["Animals", "Mice", "Mice, Inbred BALB C", "Disease Models, Animal"],
          reading: {
            version: 9,
            hash: "cfc935f6c323861fe01c8f67f1e1f1c9b8f3b5a6f9d9f3078a2ae22c33079ae4",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 1,
              people: 0,
              cells: 0,
              animalWords: {
                words: "mice",
                start: 9,
                end: 13,
              },
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.animals",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.animals",
            },
          ],
          title:
            "Umbilical cord mesenchymal stem cells raise platelets in an invented Mus musculus model of immune thrombocytopenia",
          authors: {
            names: ["Sofia Rinaldi", "Peter Holm"],
            total: 2,
            parts: [
              {
                family: "Rinaldi",
                given: "Sofia",
              },
              {
                family: "Holm",
                given: "Peter",
              },
            ],
          },
          journal: "Invented Reports in Blood & Immunity",
          journalShort: "Invent Rep Blood Immun",
          published: "2018-05-03",
          printed: {
            volume: "3",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.review",
      },
      {
        kind: "pmid",
        value: "99000007",
      },
      {
        kind: "pmcid",
        value: "PMC99000007",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000007",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.review",
            },
            {
              kind: "pmid",
              value: "99000007",
            },
            {
              kind: "pmcid",
              value: "PMC99000007",
            },
          ],
          title: "Second-line treatment of chronic ITP: a systematic review of invented studies",
          authors: {
            names: ["Hannah Weiss", "Ravi Menon", "Chloe Dubois", "Mei Chen", "Omar Haddad", "Lena Kovacs"],
            total: 6,
            parts: [
              {
                family: "Weiss",
                given: "Hannah",
              },
              {
                family: "Menon",
                given: "Ravi",
              },
              {
                family: "Dubois",
                given: "Chloe",
              },
              {
                family: "Chen",
                given: "Mei",
              },
              {
                family: "Haddad",
                given: "Omar",
              },
              {
                family: "Kovacs",
                given: "Lena",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2022",
          printed: {
            volume: "13",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
            {
              name: "Systematic Review",
            },
            {
              name: "Meta-Analysis",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
          freeText: {
            url: "https://europepmc.org/articles/PMC99000007",
            licence: "cc by-nc-nd",
          },
          licence: "cc by-nc-nd",
          reading: {
            version: 9,
            hash: "69aff62484420cf0c6b9ff592b4dabb78d6967560109bc8c52f84ed4678e6503",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 0,
              cells: 0,
            },
          },
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000007/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000007",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.review",
            },
            {
              kind: "pmcid",
              value: "PMC99000007",
            },
          ],
          title: "Second-line treatment of chronic ITP: a systematic review of invented studies",
          authors: {
            names: ["Hannah Weiss", "Ravi Menon", "Chloe Dubois", "Mei Chen", "Omar Haddad", "Lena Kovacs"],
            total: 6,
            parts: [
              {
                family: "Weiss",
                given: "Hannah",
              },
              {
                family: "Menon",
                given: "Ravi",
              },
              {
                family: "Dubois",
                given: "Chloe",
              },
              {
                family: "Chen",
                given: "Mei",
              },
              {
                family: "Haddad",
                given: "Omar",
              },
              {
                family: "Kovacs",
                given: "Lena",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2022-11-30",
          printed: {
            volume: "13",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
            {
              name: "Systematic Review",
              ui: "D000078182",
            },
            {
              name: "Meta-Analysis",
              ui: "D017418",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
          reading: {
            version: 9,
            hash: "69aff62484420cf0c6b9ff592b4dabb78d6967560109bc8c52f84ed4678e6503",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 0,
              cells: 0,
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.review",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.review",
            },
          ],
          title: "Second-line treatment of chronic ITP: a systematic review of invented studies",
          authors: {
            names: ["Hannah Weiss", "Ravi Menon", "Chloe Dubois", "Mei Chen", "Omar Haddad", "Lena Kovacs"],
            total: 6,
            parts: [
              {
                family: "Weiss",
                given: "Hannah",
              },
              {
                family: "Menon",
                given: "Ravi",
              },
              {
                family: "Dubois",
                given: "Chloe",
              },
              {
                family: "Chen",
                given: "Mei",
              },
              {
                family: "Haddad",
                given: "Omar",
              },
              {
                family: "Kovacs",
                given: "Lena",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2022-11-30",
          printed: {
            volume: "13",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          licence: "https://creativecommons.org/licenses/by-nc-nd/4.0/",
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.retraction-notice",
      },
      {
        kind: "pmid",
        value: "99000004",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000004",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.retraction-notice",
            },
            {
              kind: "pmid",
              value: "99000004",
            },
          ],
          title: "Retraction: An invented herbal extract restores platelet counts in every patient",
          authors: {
            names: ["The Editors"],
            total: 1,
            parts: [
              {
                family: "Editors",
                given: "The",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2017",
          printed: {
            volume: "8",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Retraction of Publication",
            },
          ],
          noticeOf: "retraction",
          noticeAbout: {
            pmid: "99000003",
            reference: "Falk B, Sommer G. Ann Imag Med. 2015 Jun;6(1):1-9. doi: 10.5555/wellcited.retracted.",
          },
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000004/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000004",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.retraction-notice",
            },
          ],
          title: "Retraction: An invented herbal extract restores platelet counts in every patient",
          authors: {
            names: ["The Editors"],
            total: 1,
            parts: [
              {
                family: "Editors",
                given: "The",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2017-02-06",
          printed: {
            volume: "8",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Retraction of Publication",
              ui: "D016440",
            },
          ],
          noticeOf: "retraction",
          noticeAbout: {
            pmid: "99000003",
            reference: "Falk B, Sommer G. Ann Imag Med. 2015 Jun;6(1):1-9. doi: 10.5555/wellcited.retracted.",
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.retraction-notice",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.retraction-notice",
            },
          ],
          title: "Retraction: An invented herbal extract restores platelet counts in every patient",
          authors: {
            names: ["The Editors"],
            total: 1,
            parts: [
              {
                family: "Editors",
                given: "The",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2017-02-06",
          printed: {
            volume: "8",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          noticeOf: "retraction",
          noticeAbout: {
            doi: "10.5555/wellcited.retracted",
          },
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.case-report",
      },
      {
        kind: "pmid",
        value: "99000008",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000008",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.case-report",
            },
            {
              kind: "pmid",
              value: "99000008",
            },
          ],
          title: "Recovery of the platelet count after an invented change of diet: a case report",
          authors: {
            names: ["Dana Novak"],
            total: 1,
            parts: [
              {
                family: "Novak",
                given: "Dana",
              },
            ],
          },
          journal: "Invented Reports in Blood & Immunity",
          journalShort: "Invent Rep Blood Immun",
          published: "2016",
          printed: {
            volume: "1",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Case Reports",
            },
            {
              name: "Letter",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000008/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000008",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.case-report",
            },
          ],
          title: "Recovery of the platelet count after an invented change of diet: a case report",
          authors: {
            names: ["Dana Novak"],
            total: 1,
            parts: [
              {
                family: "Novak",
                given: "Dana",
              },
            ],
          },
          journal: "Invented Reports in Blood & Immunity",
          journalShort: "Invent Rep Blood Immun",
          published: "2016-08",
          printed: {
            volume: "1",
            issue: "1",
            pages: "101-6",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Case Reports",
              ui: "D002363",
            },
            {
              name: "Letter",
              ui: "D016422",
            },
          ],
          subjects: ["Humans", "Purpura, Thrombocytopenic, Idiopathic"],
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.case-report",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.case-report",
            },
          ],
          title: "Recovery of the platelet count after an invented change of diet: a case report",
          authors: {
            names: ["Dana Novak"],
            total: 1,
            parts: [
              {
                family: "Novak",
                given: "Dana",
              },
            ],
          },
          journal: "Invented Reports in Blood & Immunity",
          journalShort: "Invent Rep Blood Immun",
          published: "2016-08",
          printed: {
            volume: "1",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.concern",
      },
      {
        kind: "pmid",
        value: "99000009",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/article/MED/99000009",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.concern",
            },
            {
              kind: "pmid",
              value: "99000009",
            },
          ],
          title: "Counting platelets by moonlight: an invented method",
          authors: {
            names: ["Ludo Peeters", "Ana Silva"],
            total: 2,
            parts: [
              {
                family: "Peeters",
                given: "Ludo",
              },
              {
                family: "Silva",
                given: "Ana",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2014",
          printed: {
            volume: "5",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
          ],
          subjects: ["Humans"],
          notices: [
            {
              kind: "concern",
              date: "2016-09-01",
              doi: "10.5555/wellcited.concern-notice",
              pmid: "99000011",
              reference: "Ann Imag Med. 2016 Sep 1;7(3):200. doi: 10.5555/wellcited.concern-notice.",
            },
          ],
        },
      },
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/99000009/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "99000009",
            },
            {
              kind: "doi",
              value: "10.5555/wellcited.concern",
            },
          ],
          title: "Counting platelets by moonlight: an invented method",
          authors: {
            names: ["Ludo Peeters", "Ana Silva"],
            total: 2,
            parts: [
              {
                family: "Peeters",
                given: "Ludo",
              },
              {
                family: "Silva",
                given: "Ana",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2014-02-14",
          printed: {
            volume: "5",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
          ],
          subjects: ["Humans"],
          notices: [
            {
              kind: "concern",
              date: "2016-09-01",
              doi: "10.5555/wellcited.concern-notice",
              pmid: "99000011",
              reference: "Ann Imag Med. 2016 Sep 1;7(3):200. doi: 10.5555/wellcited.concern-notice.",
            },
          ],
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.concern",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.concern",
            },
          ],
          title: "Counting platelets by moonlight: an invented method",
          authors: {
            names: ["Ludo Peeters", "Ana Silva"],
            total: 2,
            parts: [
              {
                family: "Peeters",
                given: "Ludo",
              },
              {
                family: "Silva",
                given: "Ana",
              },
            ],
          },
          journal: "Annals of Imaginary Medicine",
          journalShort: "Ann Imag Med",
          published: "2014-02-14",
          printed: {
            volume: "5",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          notices: [
            {
              kind: "concern",
              doi: "10.5555/wellcited.concern-notice",
              date: "2016-09-01",
              assertedBy: "publisher",
            },
          ],
        },
      },
    ],
    notReached: [],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.5555/wellcited.only-crossref",
      },
    ],
    records: [
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.5555/wellcited.only-crossref",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.5555/wellcited.only-crossref",
            },
          ],
          title: "What adults with ITP ask each other: a reading of invented forum posts",
          authors: {
            names: ["Yara Benali", "Tom Fletcher"],
            total: 2,
            parts: [
              {
                family: "Benali",
                given: "Yara",
              },
              {
                family: "Fletcher",
                given: "Tom",
              },
            ],
          },
          journal: "Invented Reports in Blood & Immunity",
          journalShort: "Invent Rep Blood Immun",
          published: "2023-02",
          printed: {
            volume: "8",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          reading: {
            version: 9,
            hash: "9b0b4a2108d54eb6aef9b6200c8615d9e9d279707455ff33fa8e1b4184a05835",
            english: true,
            found: [],
            harms: [],
            harmsState: "none-found",
            design: [],
            subjects: {
              animals: 0,
              people: 0,
              cells: 0,
            },
          },
        },
      },
    ],
    notReached: [],
  },
];
