import type { SeedStudy } from "@/lib/studies/types";

/**
 * The real studies that the community talks about: bibliographic facts as their records gave them, no abstracts.
 * Registries that weren't asked are named, and asked by the first look-up.
 */
export const realStudies: SeedStudy[] = [
  {
    identifiers: [
      {
        kind: "pmid",
        value: "28565834",
      },
      {
        kind: "pmcid",
        value: "PMC5443306",
      },
      {
        kind: "doi",
        value: "10.3892/etm.2017.4229",
      },
    ],
    references: ["exp ther med|2017|13|2255|wang"],
    records: [
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/28565834/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "28565834",
            },
            {
              kind: "pmcid",
              value: "PMC5443306",
            },
            {
              kind: "doi",
              value: "10.3892/etm.2017.4229",
            },
          ],
          title:
            "Intravenous infusion umbilical cord-derived mesenchymal stem cell in primary immune thrombocytopenia: A two-year follow-up",
          authors: {
            names: [
              "Xiaohua Wang",
              "Xiaoguang Yin",
              "Wei Sun",
              "Jin Bai",
              "Yawen Shen",
              "Qiang Ao",
              "Yongquan Gu",
              "Ying Liu",
            ],
            total: 8,
            parts: [
              {
                family: "Wang",
                given: "Xiaohua",
              },
              {
                family: "Yin",
                given: "Xiaoguang",
              },
              {
                family: "Sun",
                given: "Wei",
              },
              {
                family: "Bai",
                given: "Jin",
              },
              {
                family: "Shen",
                given: "Yawen",
              },
              {
                family: "Ao",
                given: "Qiang",
              },
              {
                family: "Gu",
                given: "Yongquan",
              },
              {
                family: "Liu",
                given: "Ying",
              },
            ],
          },
          journal: "Experimental and therapeutic medicine",
          journalShort: "Exp Ther Med",
          published: "2017-05",
          printed: {
            volume: "13",
            issue: "5",
            pages: "2255-2258",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
          ],
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.3892/etm.2017.4229",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.3892/etm.2017.4229",
            },
          ],
          title:
            "Intravenous infusion umbilical cord-derived mesenchymal stem cell in primary immune thrombocytopenia: A two-year follow-up",
          authors: {
            names: [
              "Xiaohua Wang",
              "Xiaoguang Yin",
              "Wei Sun",
              "Jin Bai",
              "Yawen Shen",
              "Qiang Ao",
              "Yongquan Gu",
              "Ying Liu",
            ],
            total: 8,
            parts: [
              {
                family: "Wang",
                given: "Xiaohua",
              },
              {
                family: "Yin",
                given: "Xiaoguang",
              },
              {
                family: "Sun",
                given: "Wei",
              },
              {
                family: "Bai",
                given: "Jin",
              },
              {
                family: "Shen",
                given: "Yawen",
              },
              {
                family: "Ao",
                given: "Qiang",
              },
              {
                family: "Gu",
                given: "Yongquan",
              },
              {
                family: "Liu",
                given: "Ying",
              },
            ],
          },
          journal: "Experimental and Therapeutic Medicine",
          published: "2017-05",
          printed: {
            volume: "13",
            issue: "5",
            pages: "2255-2258",
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
    notReached: ["europepmc"],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.1038/s41392-024-01793-5",
      },
    ],
    records: [
      {
        source: "europepmc",
        subject: "",
        url: "https://europepmc.org/search?query=DOI%3A%2210.1038%2Fs41392-024-01793-5%22",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.1038/s41392-024-01793-5",
            },
          ],
          title:
            "Efficacy and safety of human umbilical cord-derived mesenchymal stem cells in the treatment of refractory immune thrombocytopenia: a prospective, single arm, phase I trial",
          authors: {
            names: [
              "Yunfei Chen",
              "Yanmei Xu",
              "Ying Chi",
              "Ting Sun",
              "Yuchen Gao",
              "Xueqing Dou",
              "Zhibo Han",
              "Feng Xue",
              "Huiyuan Li",
              "Wei Liu",
              "Xiaofan Liu",
              "Huan Dong",
              "Rongfeng Fu",
              "Mankai Ju",
              "Xinyue Dai",
              "Wentian Wang",
              "Yueshen Ma",
              "Zhen Song",
              "Jundong Gu",
              "Wei Gong",
            ],
            total: 22,
            parts: [
              {
                family: "Chen",
                given: "Yunfei",
              },
              {
                family: "Xu",
                given: "Yanmei",
              },
              {
                family: "Chi",
                given: "Ying",
              },
              {
                family: "Sun",
                given: "Ting",
              },
              {
                family: "Gao",
                given: "Yuchen",
              },
              {
                family: "Dou",
                given: "Xueqing",
              },
              {
                family: "Han",
                given: "Zhibo",
              },
              {
                family: "Xue",
                given: "Feng",
              },
              {
                family: "Li",
                given: "Huiyuan",
              },
              {
                family: "Liu",
                given: "Wei",
              },
              {
                family: "Liu",
                given: "Xiaofan",
              },
              {
                family: "Dong",
                given: "Huan",
              },
              {
                family: "Fu",
                given: "Rongfeng",
              },
              {
                family: "Ju",
                given: "Mankai",
              },
              {
                family: "Dai",
                given: "Xinyue",
              },
              {
                family: "Wang",
                given: "Wentian",
              },
              {
                family: "Ma",
                given: "Yueshen",
              },
              {
                family: "Song",
                given: "Zhen",
              },
              {
                family: "Gu",
                given: "Jundong",
              },
              {
                family: "Gong",
                given: "Wei",
              },
            ],
          },
          journal: "Signal transduction and targeted therapy",
          published: "2024",
          printed: {
            volume: "9",
            issue: "1",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
            },
          ],
          freeText: {
            url: "https://doi.org/10.1038/s41392-024-01793-5",
            licence: "cc by",
          },
          licence: "cc by",
          trials: ["NCT04014166"],
          reading: {
            version: 9,
            hash: "82f5f1496afd5b1701b44b932fbf25dc0846c6b7ce38591ef6597d15ec319972",
            english: true,
            people: {
              count: 18,
              words: "eighteen eligible patients",
              start: 414,
              end: 440,
              quote: {
                text: "This prospective phase I trial enrolled eighteen eligible patients to explore the safety and efficacy of UC-MSCs in treating refractory ITP.",
                start: 374,
                end: 514,
              },
            },
            found: [
              {
                text: "The overall response rate was 44.4% (8/18) among all enrolled patients.",
                start: 1650,
                end: 1721,
              },
              {
                text: "The response rates were 41.7% in the dose-escalation phase (5/12, two received 1.0 × 10⁶ cells/kg per week, and three received 2.0 × 10⁶ cells/kg per week) and 50.0% (3/6) in the dose-expansion phase.",
                start: 1449,
                end: 1649,
              },
            ],
            concluded: {
              text: "To sum up, UC-MSCs are effective and well tolerated in treating refractory ITP (ClinicalTrials.gov ID: NCT04014166).",
              start: 1722,
              end: 1838,
            },
            harms: [
              {
                text: "Serious adverse events occurred in four patients (4/18, 22.2%), including gastrointestinal hemorrhage (2/4), profuse menstruation (1/4), and acute myocardial infarction (1/4).",
                start: 1273,
                end: 1448,
              },
              {
                text: "Thirteen patients (13/18, 72.2%) experienced one or more treatment emergent adverse events.",
                start: 1181,
                end: 1272,
              },
            ],
            harmsState: "quoted",
            design: [
              {
                design: "phase",
                words: "phase I trial",
                start: 391,
                end: 404,
                quote: {
                  text: "This prospective phase I trial enrolled eighteen eligible patients to explore the safety and efficacy of UC-MSCs in treating refractory ITP.",
                  start: 374,
                  end: 514,
                },
              },
            ],
            subjects: {
              animals: 0,
              people: 7,
              cells: 0,
            },
          },
        },
      },
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.1038/s41392-024-01793-5",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.1038/s41392-024-01793-5",
            },
          ],
          title:
            "Efficacy and safety of human umbilical cord-derived mesenchymal stem cells in the treatment of refractory immune thrombocytopenia: a prospective, single arm, phase I trial",
          authors: {
            names: [
              "Yunfei Chen",
              "Yanmei Xu",
              "Ying Chi",
              "Ting Sun",
              "Yuchen Gao",
              "Xueqing Dou",
              "Zhibo Han",
              "Feng Xue",
              "Huiyuan Li",
              "Wei Liu",
              "Xiaofan Liu",
              "Huan Dong",
              "Rongfeng Fu",
              "Mankai Ju",
              "Xinyue Dai",
              "Wentian Wang",
              "Yueshen Ma",
              "Zhen Song",
              "Jundong Gu",
              "Wei Gong",
            ],
            total: 22,
            parts: [
              {
                family: "Chen",
                given: "Yunfei",
              },
              {
                family: "Xu",
                given: "Yanmei",
              },
              {
                family: "Chi",
                given: "Ying",
              },
              {
                family: "Sun",
                given: "Ting",
              },
              {
                family: "Gao",
                given: "Yuchen",
              },
              {
                family: "Dou",
                given: "Xueqing",
              },
              {
                family: "Han",
                given: "Zhibo",
              },
              {
                family: "Xue",
                given: "Feng",
              },
              {
                family: "Li",
                given: "Huiyuan",
              },
              {
                family: "Liu",
                given: "Wei",
              },
              {
                family: "Liu",
                given: "Xiaofan",
              },
              {
                family: "Dong",
                given: "Huan",
              },
              {
                family: "Fu",
                given: "Rongfeng",
              },
              {
                family: "Ju",
                given: "Mankai",
              },
              {
                family: "Dai",
                given: "Xinyue",
              },
              {
                family: "Wang",
                given: "Wentian",
              },
              {
                family: "Ma",
                given: "Yueshen",
              },
              {
                family: "Song",
                given: "Zhen",
              },
              {
                family: "Gu",
                given: "Jundong",
              },
              {
                family: "Gong",
                given: "Wei",
              },
            ],
          },
          journal: "Signal Transduction and Targeted Therapy",
          published: "2024-04-23",
          printed: {
            volume: "9",
            issue: "1",
          },
          language: "en",
          publicationTypes: [
            {
              name: "journal-article",
            },
          ],
          licence: "https://creativecommons.org/licenses/by/4.0",
          trials: ["NCT04014166"],
          reading: {
            version: 9,
            hash: "82f5f1496afd5b1701b44b932fbf25dc0846c6b7ce38591ef6597d15ec319972",
            english: true,
            people: {
              count: 18,
              words: "eighteen eligible patients",
              start: 414,
              end: 440,
              quote: {
                text: "This prospective phase I trial enrolled eighteen eligible patients to explore the safety and efficacy of UC-MSCs in treating refractory ITP.",
                start: 374,
                end: 514,
              },
            },
            found: [
              {
                text: "The overall response rate was 44.4% (8/18) among all enrolled patients.",
                start: 1650,
                end: 1721,
              },
              {
                text: "The response rates were 41.7% in the dose-escalation phase (5/12, two received 1.0 × 10⁶ cells/kg per week, and three received 2.0 × 10⁶ cells/kg per week) and 50.0% (3/6) in the dose-expansion phase.",
                start: 1449,
                end: 1649,
              },
            ],
            concluded: {
              text: "To sum up, UC-MSCs are effective and well tolerated in treating refractory ITP (ClinicalTrials.gov ID: NCT04014166).",
              start: 1722,
              end: 1838,
            },
            harms: [
              {
                text: "Serious adverse events occurred in four patients (4/18, 22.2%), including gastrointestinal hemorrhage (2/4), profuse menstruation (1/4), and acute myocardial infarction (1/4).",
                start: 1273,
                end: 1448,
              },
              {
                text: "Thirteen patients (13/18, 72.2%) experienced one or more treatment emergent adverse events.",
                start: 1181,
                end: 1272,
              },
            ],
            harmsState: "quoted",
            design: [
              {
                design: "phase",
                words: "phase I trial",
                start: 391,
                end: 404,
                quote: {
                  text: "This prospective phase I trial enrolled eighteen eligible patients to explore the safety and efficacy of UC-MSCs in treating refractory ITP.",
                  start: 374,
                  end: 514,
                },
              },
            ],
            subjects: {
              animals: 0,
              people: 7,
              cells: 0,
            },
          },
        },
      },
      {
        source: "clinicaltrials",
        subject: "NCT04014166",
        url: "https://clinicaltrials.gov/study/NCT04014166",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "nct",
              value: "NCT04014166",
            },
          ],
          title:
            "Study of Human Umbilical Cord-derived Mesenchymal Stem Cells for Treatment of Refractory Immune Thrombocytopenia",
          trial: {
            nct: "NCT04014166",
            title:
              "Study of Human Umbilical Cord-derived Mesenchymal Stem Cells for Treatment of Refractory Immune Thrombocytopenia",
            status: "UNKNOWN",
            studyType: "INTERVENTIONAL",
            phases: ["PHASE1"],
            interventionModel: "SINGLE_GROUP",
            masking: "NONE",
            conditions: ["Immune Thrombocytopenia"],
            interventions: ["human umbilical cord-derived mesenchymal stem cells"],
            sponsor: "Institute of Hematology & Blood Diseases Hospital, China",
            resultsPosted: false,
          },
        },
      },
    ],
    notReached: ["pubmed"],
  },
  {
    identifiers: [
      {
        kind: "doi",
        value: "10.1136/lupus-2022-000704",
      },
    ],
    records: [
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.1136/lupus-2022-000704",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.1136/lupus-2022-000704",
            },
          ],
          title:
            "Safety, immunological effects and clinical response in a phase I trial of umbilical cord mesenchymal stromal cells in patients with treatment refractory SLE",
          authors: {
            names: [
              "Diane L Kamen",
              "Caroline Wallace",
              "Zihai Li",
              "Megan Wyatt",
              "Crystal Paulos",
              "Chungwen Wei",
              "Hongjun Wang",
              "Bethany J Wolf",
              "Paul J Nietert",
              "Gary Gilkeson",
            ],
            total: 10,
            parts: [
              {
                family: "Kamen",
                given: "Diane L",
              },
              {
                family: "Wallace",
                given: "Caroline",
              },
              {
                family: "Li",
                given: "Zihai",
              },
              {
                family: "Wyatt",
                given: "Megan",
              },
              {
                family: "Paulos",
                given: "Crystal",
              },
              {
                family: "Wei",
                given: "Chungwen",
              },
              {
                family: "Wang",
                given: "Hongjun",
              },
              {
                family: "Wolf",
                given: "Bethany J",
              },
              {
                family: "Nietert",
                given: "Paul J",
              },
              {
                family: "Gilkeson",
                given: "Gary",
              },
            ],
          },
          journal: "Lupus Science & Medicine",
          published: "2022-07",
          printed: {
            volume: "9",
            issue: "1",
            pages: "e000704",
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
    notReached: ["europepmc", "pubmed"],
  },
  {
    identifiers: [
      {
        kind: "nct",
        value: "NCT02633163",
      },
    ],
    records: [
      {
        source: "clinicaltrials",
        subject: "",
        url: "https://clinicaltrials.gov/study/NCT02633163",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "nct",
              value: "NCT02633163",
            },
          ],
          title:
            "A Phase II Controlled Trial of Allogeneic Mesenchymal Stem Cells for the Treatment of Refractory Lupus",
          trial: {
            nct: "NCT02633163",
            title:
              "A Phase II Controlled Trial of Allogeneic Mesenchymal Stem Cells for the Treatment of Refractory Lupus",
            status: "ACTIVE_NOT_RECRUITING",
            statusDate: {
              date: "2025-03-25",
              what: "updated",
            },
            studyType: "INTERVENTIONAL",
            phases: ["PHASE2"],
            allocation: "RANDOMIZED",
            interventionModel: "PARALLEL",
            masking: "DOUBLE",
            enrolment: {
              count: 81,
              type: "ESTIMATED",
            },
            conditions: ["Systemic Lupus Erythematosus"],
            interventions: [
              "Low Dose Mesenchymal Stem Cells (MSCs)",
              "High Dose Mesenchymal Stem Cells (MSCs)",
              "Placebo Infusion",
            ],
            sponsor: "Medical University of South Carolina",
            startDate: "2018-10-26",
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
        kind: "nct",
        value: "NCT03171194",
      },
    ],
    records: [
      {
        source: "clinicaltrials",
        subject: "",
        url: "https://clinicaltrials.gov/study/NCT03171194",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "nct",
              value: "NCT03171194",
            },
          ],
          title: "Pilot Trial of Mesenchymal Stem Cells for Systemic Lupus Erythematosus",
          trial: {
            nct: "NCT03171194",
            title: "Pilot Trial of Mesenchymal Stem Cells for Systemic Lupus Erythematosus",
            status: "COMPLETED",
            studyType: "INTERVENTIONAL",
            phases: ["PHASE1"],
            interventionModel: "SINGLE_GROUP",
            masking: "NONE",
            enrolment: {
              count: 6,
              type: "ACTUAL",
            },
            conditions: ["Systemic Lupus Erythematosus"],
            interventions: ["Mesenchymal Stem Cells"],
            sponsor: "Medical University of South Carolina",
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
        kind: "nct",
        value: "NCT04014166",
      },
    ],
    records: [
      {
        source: "clinicaltrials",
        subject: "",
        url: "https://clinicaltrials.gov/study/NCT04014166",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "nct",
              value: "NCT04014166",
            },
          ],
          title:
            "Study of Human Umbilical Cord-derived Mesenchymal Stem Cells for Treatment of Refractory Immune Thrombocytopenia",
          trial: {
            nct: "NCT04014166",
            title:
              "Study of Human Umbilical Cord-derived Mesenchymal Stem Cells for Treatment of Refractory Immune Thrombocytopenia",
            status: "UNKNOWN",
            studyType: "INTERVENTIONAL",
            phases: ["PHASE1"],
            interventionModel: "SINGLE_GROUP",
            masking: "NONE",
            conditions: ["Immune Thrombocytopenia"],
            interventions: ["human umbilical cord-derived mesenchymal stem cells"],
            sponsor: "Institute of Hematology & Blood Diseases Hospital, China",
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
        value: "10.1016/j.neurobiolaging.2010.03.024",
      },
    ],
    records: [
      {
        source: "crossref",
        subject: "",
        url: "https://api.crossref.org/works/10.1016/j.neurobiolaging.2010.03.024",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "doi",
              value: "10.1016/j.neurobiolaging.2010.03.024",
            },
          ],
          title:
            "Human umbilical cord blood-derived mesenchymal stem cells improve neuropathology and cognitive impairment in an Alzheimer's disease mouse model through modulation of neuroinflammation",
          authors: {
            names: [
              "Hyun Ju Lee",
              "Jong Kil Lee",
              "Hyun Lee",
              "Janet E. Carter",
              "Jong Wook Chang",
              "Wonil Oh",
              "Yoon Sun Yang",
              "Jun-Gyo Suh",
              "Byoung-Hee Lee",
              "Hee Kyung Jin",
              "Jae-sung Bae",
            ],
            total: 11,
            parts: [
              {
                family: "Lee",
                given: "Hyun Ju",
              },
              {
                family: "Lee",
                given: "Jong Kil",
              },
              {
                family: "Lee",
                given: "Hyun",
              },
              {
                family: "Carter",
                given: "Janet E.",
              },
              {
                family: "Chang",
                given: "Jong Wook",
              },
              {
                family: "Oh",
                given: "Wonil",
              },
              {
                family: "Yang",
                given: "Yoon Sun",
              },
              {
                family: "Suh",
                given: "Jun-Gyo",
              },
              {
                family: "Lee",
                given: "Byoung-Hee",
              },
              {
                family: "Jin",
                given: "Hee Kyung",
              },
              {
                family: "Bae",
                given: "Jae-sung",
              },
            ],
          },
          journal: "Neurobiology of Aging",
          journalShort: "Neurobiology of Aging",
          published: "2012-03",
          printed: {
            volume: "33",
            issue: "3",
            pages: "588-602",
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
    notReached: ["europepmc", "pubmed"],
  },
  {
    identifiers: [
      {
        kind: "pmid",
        value: "14668030",
      },
      {
        kind: "doi",
        value: "10.1080/10245330310001621297",
      },
    ],
    records: [
      {
        source: "pubmed",
        subject: "",
        url: "https://pubmed.ncbi.nlm.nih.gov/14668030/",
        retrievedAt: "2026-11-21T12:00:00.000Z",
        facts: {
          identifiers: [
            {
              kind: "pmid",
              value: "14668030",
            },
            {
              kind: "doi",
              value: "10.1080/10245330310001621297",
            },
          ],
          title: "Platelet counts and interleukin-6 (IL-6) promoter polymorphism in patients with Gaucher disease",
          authors: {
            names: ["Deborah Elstein", "Gheona Altarescu", "Ari Zimran"],
            total: 3,
            parts: [
              {
                family: "Elstein",
                given: "Deborah",
              },
              {
                family: "Altarescu",
                given: "Gheona",
              },
              {
                family: "Zimran",
                given: "Ari",
              },
            ],
          },
          journal: "Hematology (Amsterdam, Netherlands)",
          journalShort: "Hematology",
          published: "2003-12",
          printed: {
            volume: "8",
            issue: "6",
            pages: "367-8",
          },
          language: "eng",
          publicationTypes: [
            {
              name: "Journal Article",
              ui: "D016428",
            },
          ],
          subjects: [
            "Adolescent",
            "Adult",
            "Aged",
            "Aged, 80 and over",
            "Case-Control Studies",
            "Child",
            "Child, Preschool",
            "Female",
            "Gaucher Disease",
            "Humans",
            "Interleukin-6",
            "Jews",
            "Male",
            "Middle Aged",
            "Platelet Count",
            "Polymorphism, Genetic",
            "Promoter Regions, Genetic",
            "Thrombocytopenia",
            "Young Adult",
          ],
        },
      },
    ],
    notReached: ["europepmc", "crossref"],
  },
];
