import type { Identifier } from "@/lib/studies/types";

/**
 * What a person read in a record. `people`: the number of people in the study itself, null where none is stated (arms alone,
 * other people's studies, animals). `pooled`: people in the studies a review pools. `harms`: whether the abstract tells of
 * harms; null where that can be argued. `kinds`: every kind that would be right; "none" where saying nothing is right too.
 */
export type Label = {
  id: string;
  people: number | null;
  /** Whether the abstract says in one number how many there were: "yes", or only of groups, or arguable. Absent where nobody noted it. */
  total?: "yes" | "no" | "arguable";
  /** Other numbers that are right too. */
  alsoRight?: number[];
  pooled?: number;
  harms: boolean | null;
  kinds: string[];
  /** The abstract is in another language. */
  foreign?: boolean;
  retracted?: boolean;
};

export type SampleLabel = Label & { identifier: Identifier };

function pubmed(
  number: string,
  people: number | null,
  harms: boolean | null,
  kinds: string,
  more: Partial<Label> = {},
): SampleLabel {
  return {
    id: `PubMed ${number}`,
    identifier: { kind: "pmid", value: number },
    people,
    harms,
    kinds: kinds.split(" "),
    ...more,
  };
}
function doi(
  value: string,
  people: number | null,
  harms: boolean | null,
  kinds: string,
  more: Partial<Label> = {},
): SampleLabel {
  return { id: value, identifier: { kind: "doi", value }, people, harms, kinds: kinds.split(" "), ...more };
}

/** Of the recorded answers: identifiers and labels only; the texts stay where they lie. */
export const sampleLabels: SampleLabel[] = [
  pubmed("10612833", null, false, "none cells"),
  pubmed("11034741", null, false, "review systematic"),
  pubmed("11243089", 435, false, "none cross-sectional survey observational"),
  pubmed("11442735", 105, false, "randomised"),
  pubmed("11543891", null, false, "none", { retracted: true }),
  pubmed("11909345", null, false, "none"),
  pubmed("12230384", null, false, "handout"),
  pubmed("12416895", 36, true, "none retrospective observational"),
  pubmed("14668030", 138, false, "none observational cross-sectional retrospective"),
  pubmed("14695699", 16, false, "none retrospective observational"),
  pubmed("14749521", null, false, "news"),
  pubmed("15228064", 1, null, "case-report"),
  pubmed("15968009", 351, true, "randomised"),
  pubmed("1669026", null, false, "none"),
  pubmed("21413195", null, false, "guideline"),
  pubmed("23326248", null, true, "case-report"),
  pubmed("28565834", 4, true, "none case-series observational"),
  pubmed("28731372", null, false, "randomised"),
  pubmed("29768149", 3849, null, "randomised"),
  pubmed("29869631", null, false, "none"),
  pubmed("29872490", null, false, "none case-control meta"),
  pubmed("32292800", 31, false, "none trial single-arm observational"),
  pubmed("33856845", null, false, "systematic"),
  pubmed("35830032", null, true, "meta review"),
  pubmed("38048813", null, false, "editorial"),
  pubmed("38147649", null, false, "none people-and-animals animals"),
  pubmed("38329942", null, false, "none people-and-animals animals"),
  pubmed("38704912", 140, true, "observational cohort"),
  pubmed("38762411", null, false, "case-report"),
  pubmed("38962805", null, false, "notice"),
  pubmed("41884685", 13, false, "none interviews"),
  pubmed("5757641", null, false, "animals"),
  pubmed("8941094", 40, false, "none observational"),
  pubmed("9110943", null, false, "meta"),
  pubmed("9482442", null, false, "case-report"),
  pubmed("9500320", null, false, "none", { retracted: true }),
  pubmed("9505772", 85, true, "randomised"),
  pubmed("9634358", null, false, "notice"),
  pubmed("993", null, false, "animals", { retracted: true }),
  pubmed("39038316", 103, null, "retrospective observational"),
  pubmed("39212676", null, false, "systematic"),
  pubmed("39709208", null, false, "notice"),
  pubmed("39709209", null, false, "none case-report"),
  pubmed("40245290", null, null, "none registry observational"),
  pubmed("40377773", null, false, "notice"),
  pubmed("40437959", 821, false, "none observational trial"),
  pubmed("40468710", 331, false, "observational survey cohort"),
  pubmed("40493882", 732, false, "observational"),
  pubmed("40506198", null, false, "review"),
  pubmed("40524053", null, false, "review"),
  pubmed("40530674", 113030, false, "cross-sectional"),
  doi("10.1101/2020.06.22.20137273", null, false, "preprint"),
  doi("10.1038/s41392-024-01793-5", 18, true, "phase single-arm"),
  doi("10.1002/jor.1100150407", null, false, "animals"),
  doi("10.1007/s00120-007-1345-2", null, false, "none"),
  doi("10.1016/j.neurobiolaging.2010.03.024", null, false, "animals"),
  doi("10.1136/jclinpath-2020-206745", null, false, "none cells"),
  doi("10.1186/isrctn11093872", null, false, "dataset"),
  doi("10.1371/journal.pone.0033693", null, false, "animals"),
  doi("10.1515/crelle-2013-0024", null, false, "none"),
  doi("10.3892/ijo_00000353", null, false, "cells"),
  doi("10.4018/978-1-4666-9588-7.les2", null, false, "chapter"),
  doi("10.7287/peerj.3819v0.1/reviews/2", null, false, "peer-review"),
  doi("10.7554/elife.01567", null, false, "none"),
  doi("10.1016/s0140-6736(97)11096-0", null, false, "none", { retracted: true }),
  doi("10.1016/s0140-6736(10)60175-4", null, false, "notice"),
  doi("10.1136/lupus-2022-000704", 6, true, "phase single-arm"),
];

/** Of invented papers and notices that are asked for as real ones are. */
export const inventedLabels: SampleLabel[] = [
  doi("10.5555/wellcited.retracted", 40, false, "none", { retracted: true }),
  doi("10.5555/wellcited.retraction-notice", null, false, "notice"),
  doi("10.5555/wellcited.notice-titled-retracted", null, false, "notice"),
];

/** Kinds as the card words them, for comparing with the labels. */
export const kindsByWords: [RegExp, string[]][] = [
  [/^(Retraction notice|Correction of|Expression of concern)/, ["notice"]],
  [/^Preprint/, ["preprint"]],
  [/not in people|^Review of studies in/, ["animals"]],
  [/^Laboratory study/, ["cells"]],
  [/^Plan of/, ["protocol"]],
  [/^Pooled/, ["meta"]],
  [/^Systematic/, ["systematic"]],
  [/^Guideline/, ["guideline"]],
  [/^Case report/, ["case-report"]],
  [/^Case series/, ["case-series"]],
  [/^Review/, ["review"]],
  [/randomised/i, ["randomised"]],
  [/^Phase .*no comparison/, ["single-arm"]],
  [/^Phase/, ["phase"]],
  [/no comparison group/, ["single-arm"]],
  [/^(Clinical trial|Controlled clinical trial|Open-label trial|Trial)/, ["trial", "open-label"]],
  [/^Cohort/, ["cohort"]],
  [/^Case-control/, ["case-control"]],
  [/^Cross-sectional/, ["cross-sectional"]],
  [/^Retrospective/, ["retrospective"]],
  [/^Interview/, ["interviews"]],
  [/^Survey/, ["survey"]],
  [/registry/, ["registry"]],
  [/^Observational/, ["observational"]],
  [/^Calculation/, ["model"]],
  [/^Editorial/, ["editorial"]],
  [/^News/, ["news"]],
  [/^Letter/, ["letter"]],
  [/^Information for patients/, ["handout"]],
  [/^Comment/, ["comment"]],
  [/^Referee/, ["peer-review"]],
  [/^Data set/, ["dataset"]],
  [/^Chapter/, ["chapter"]],
];

export function kindLabels(words: string): string[] {
  if (/^Study in .*not in people$/.test(words)) return ["animals"];
  if (/^Laboratory/.test(words)) return ["cells"];
  return kindsByWords.find(([pattern]) => pattern.test(words))?.[1] ?? [words];
}
