import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recogniseStudies } from "@/lib/studies/recognise";

/** "10.…" and "10/…" are DOIs, "PMC…" and "NCT…" speak for themselves, "pmid 1" is a PMID. */
function namesIn(text: string): string[] {
  return recogniseStudies(text).map(({ kind, value }) => (kind === "pmid" ? `pmid ${value}` : value));
}

type Case = [text: string, ...names: string[]];

function eachCase(title: string, cases: Case[]) {
  describe(title, () => {
    test.each(cases.map(([text, ...names]) => ({ text, names })))("$text → $names", ({ text, names }) => {
      expect(namesIn(text)).toEqual(names);
    });
  });
}

const SICI = "10.1002/(sici)1096-8644(199601)99:1<135::aid-ajpa8>3.0.co;2-#";
const LANCET = "10.1016/s0140-6736(97)11096-0";

eachCase("a DOI in a sentence", [
  ["Has anyone read 10.1038/s41392-024-01793-5 yet", "10.1038/s41392-024-01793-5"],
  ["It is 10.3892/etm.2017.4229.", "10.3892/etm.2017.4229"],
  ["doi:10.3892/etm.2017.4229", "10.3892/etm.2017.4229"],
  ["DOI: 10.3892/ETM.2017.4229", "10.3892/etm.2017.4229"],
  ["DOI 10.3892/etm.2017.4229; I liked it", "10.3892/etm.2017.4229"],
  ["(10.3892/etm.2017.4229)", "10.3892/etm.2017.4229"],
  ["(see 10.3892/etm.2017.4229).", "10.3892/etm.2017.4229"],
  ["[10.3892/etm.2017.4229]", "10.3892/etm.2017.4229"],
  ["{10.3892/etm.2017.4229}", "10.3892/etm.2017.4229"],
  ["<10.3892/etm.2017.4229>", "10.3892/etm.2017.4229"],
  ["“10.3892/etm.2017.4229” she said", "10.3892/etm.2017.4229"],
  ["‘10.3892/etm.2017.4229’", "10.3892/etm.2017.4229"],
  ['"10.3892/etm.2017.4229",', "10.3892/etm.2017.4229"],
  ["«10.3892/etm.2017.4229»", "10.3892/etm.2017.4229"],
  ["Really, 10.3892/etm.2017.4229?!", "10.3892/etm.2017.4229"],
  ["10.3892/etm.2017.4229…", "10.3892/etm.2017.4229"],
  ["10.1130/2013.2502...',", "10.1130/2013.2502"],
  ["10.1130/2013.2502(04)", "10.1130/2013.2502(04)"],
  ["10.1130/2013.2502(04))))", "10.1130/2013.2502(04)"],
  ["(10.1130/2013.2502(04)).", "10.1130/2013.2502(04)"],
  ["10.1016/0005-2744(70)90072-0 is old", "10.1016/0005-2744(70)90072-0"],
  [`(10.1016/S0140-6736(97)11096-0)`, LANCET],
  ["10.1890/0012-9658(2006)87[2445:HITROL]2.0.CO;2", "10.1890/0012-9658(2006)87[2445:hitrol]2.0.co;2"],
  ["10.1002/(SICI)1096-8644(199601)99:1<135::AID-AJPA8>3.0.CO;2-#", SICI],
  ["10.1002/(SICI)1096-8644(199601)99:1<135::AID-AJPA8>3.0.CO;2-#',", SICI],
  ["10.1002/(SICI)1096-8644(199601)99:1&lt;135::AID-AJPA8&gt;3.0.CO;2-#", SICI],
  [
    "10.1002/(SICI)1097-0258(19980815/30)17:15/16<iii::AID-SIM968>3.0.CO;2-2 here",
    "10.1002/(sici)1097-0258(19980815/30)17:15/16<iii::aid-sim968>3.0.co;2-2",
  ],
  ["10.1000/182 is the handbook", "10.1000/182"],
  ["10.1155/2013/148363", "10.1155/2013/148363"],
  ["10.1234567/x.y", "10.1234567/x.y"],
  ["10.123456789/foobar", "10.123456789/foobar"],
  ["10.1000.10/abc", "10.1000.10/abc"],
  ["10.21203/rs.3.rs-123456/v1", "10.21203/rs.3.rs-123456/v1"],
  ["10.12688/f1000research.12345.3", "10.12688/f1000research.12345.3"],
  ["10.1002/14651858.CD003456.pub2", "10.1002/14651858.cd003456.pub2"],
  ["10.7287/peerj.3819v0.1/reviews/2", "10.7287/peerj.3819v0.1/reviews/2"],
  ["10.1186/ISRCTN11093872", "10.1186/isrctn11093872"],
  ["10.1007/978-3-030-12345-6_12", "10.1007/978-3-030-12345-6_12"],
  ["10.1101/2020.03.22.20040758v2", "10.1101/2020.03.22.20040758"],
  ["10.64898/2026.01.02.123456v11", "10.64898/2026.01.02.123456"],
  ["10.1101/gr.123456.111", "10.1101/gr.123456.111"],
  ["10.1038/ABC and again 10.1038/abc", "10.1038/abc"],
]);

eachCase("several DOIs", [
  ["10.1000/a, 10.1000/b and 10.1000/c", "10.1000/a", "10.1000/b", "10.1000/c"],
  ["10.1000/a,10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a;10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a|10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a,doi:10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a;https://doi.org/10.1000/b", "10.1000/a", "10.1000/b"],
  ["https://doi.org/10.1000/a,https://doi.org/10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/a;PMID:12345678", "10.1000/a", "pmid 12345678"],
  ["10.1000/foo\u200310.1000/bar", "10.1000/foo", "10.1000/bar"],
  ["10.1000/a\n10.1000/b", "10.1000/a", "10.1000/b"],
  ["10.1000/b before 10.1000/a", "10.1000/b", "10.1000/a"],
]);

eachCase("a DOI among Markdown and invisible marks", [
  ["**10.1000/xyz**", "10.1000/xyz"],
  ["_10.1000/xyz_", "10.1000/xyz"],
  ["*10.1000/xyz*.", "10.1000/xyz"],
  ["~~10.1000/xyz~~", "10.1000/xyz"],
  ["**DOI:** 10.1000/xyz", "10.1000/xyz"],
  ["`10.1000/xyz`, as code", "10.1000/xyz"],
  ["| 10.1000/xyz | good |", "10.1000/xyz"],
  ["|10.1000/xyz|good|", "10.1000/xyz"],
  ["> 10.1000/xyz", "10.1000/xyz"],
  ["- 10.1000/xyz\n- 10.1000/abc", "10.1000/xyz", "10.1000/abc"],
  ["# 10.1000/xyz", "10.1000/xyz"],
  ["10.1007/978-3-030-12345-6\\_12", "10.1007/978-3-030-12345-6_12"],
  ["10.1000/xyz\\", "10.1000/xyz"],
  ["[10.1000/xyz](https://doi.org/10.1000/xyz)", "10.1000/xyz"],
  ["[the paper](https://doi.org/10.1000/xyz)", "10.1000/xyz"],
  ["[the paper](<https://doi.org/10.1000/xyz>)", "10.1000/xyz"],
  ['[the paper](https://doi.org/10.1000/xyz "10.1000/title")', "10.1000/xyz", "10.1000/title"],
  ["[the paper][1]\n\n[1]: https://doi.org/10.1000/xyz", "10.1000/xyz"],
  ["<https://doi.org/10.1000/xyz>", "10.1000/xyz"],
  ["10.1000/xyz</p>", "10.1000/xyz"],
  ["10.1000/xyz<br>and more", "10.1000/xyz"],
  ['<a href="https://doi.org/10.1000/xyz">10.1000/abc</a>', "10.1000/xyz", "10.1000/abc"],
  ["10.1000/x&amp;y", "10.1000/x&y"],
  ["10.1000/xyz&nbsp;and", "10.1000/xyz"],
  ["10.1038/s41392\u200b-024-\u00ad01793-5", "10.1038/s41392-024-01793-5"],
  ["10.1038/s41392‐024–01793−5", "10.1038/s41392-024-01793-5"],
  ["10.1038/s41392&ndash;024&#8211;01793-5", "10.1038/s41392-024-01793-5"],
  ["10.1000/xyz\u00a0is it", "10.1000/xyz"],
  ["参见10.1000/xyz。谢谢", "10.1000/xyz"],
  ["10.1000/xyz，以及", "10.1000/xyz"],
  ["DOI：10.1000/xyz；", "10.1000/xyz"],
  ["（10.1000/xyz）", "10.1000/xyz"],
  ["10.1000/xyz👍", "10.1000/xyz"],
  ["10.1000/xyz(open access)", "10.1000/xyz"],
  ["(10.1000/xyz)(see also below)", "10.1000/xyz"],
  ["10.1000/xyz's results", "10.1000/xyz"],
  ["10.1000/xyz— well", "10.1000/xyz"],
]);

eachCase("an address", [
  ["https://doi.org/10.3892/etm.2017.4229", "10.3892/etm.2017.4229"],
  ["http://dx.doi.org/10.3892/etm.2017.4229.", "10.3892/etm.2017.4229"],
  ["doi.org/10.3892/etm.2017.4229", "10.3892/etm.2017.4229"],
  ["https://doi.org/10.1016%2Fj.cell.2020.01.001", "10.1016/j.cell.2020.01.001"],
  ["https://doi.org/doi:10.1000/xyz", "10.1000/xyz"],
  ["https://doi.org/10.1000/xyz/", "10.1000/xyz"],
  ["https://doi.org/10.1000/xyz?utm_source=x", "10.1000/xyz"],
  ["doi.org/10.1000/xyz?utm_source=x", "10.1000/xyz"],
  ["https://doi.org/10.1000/xyz#section", "10.1000/xyz"],
  ["https://doi.org/10.1000/xyz&amp;x=1", "10.1000/xyz"],
  ["https://doi.org/10.1002/(SICI)1096-8644(199601)99:1%3C135::AID-AJPA8%3E3.0.CO;2-%23", SICI],
  ["(https://doi.org/10.1016/S0140-6736(97)11096-0)", LANCET],
  ["[a](https://doi.org/10.1016/S0140-6736(97)11096-0)", LANCET],
  ["http://www.spandidos-publications.com/10.3892/etm.2017.4229", "10.3892/etm.2017.4229"],
  ["https://www.spandidos-publications.com/10.3892/etm.2017.4229/abstract", "10.3892/etm.2017.4229"],
  ["https://onlinelibrary.wiley.com/doi/full/10.1002/ajh.24321", "10.1002/ajh.24321"],
  ["https://onlinelibrary.wiley.com/doi/10.1002/ajh.24321/full", "10.1002/ajh.24321"],
  ["https://onlinelibrary.wiley.com/doi/epdf/10.1002/ajh.24321", "10.1002/ajh.24321"],
  ["https://www.frontiersin.org/articles/10.3389/fimmu.2020.01234/full", "10.3389/fimmu.2020.01234"],
  ["https://www.frontiersin.org/articles/10.3389/fimmu.2020.01234/pdf/download", "10.3389/fimmu.2020.01234"],
  ["https://link.springer.com/content/pdf/10.1007%2Fs00120-007-1345-2.pdf", "10.1007/s00120-007-1345-2"],
  ["https://link.springer.com/article/10.1007/s00120-007-1345-2/fulltext.html", "10.1007/s00120-007-1345-2"],
  ["https://link.springer.com/article/10.1007/s00120-007-1345-2/tables/2", "10.1007/s00120-007-1345-2"],
  ["https://link.springer.com/article/10.1007/s00120-007-1345-2/figures/10", "10.1007/s00120-007-1345-2"],
  ["https://www.medrxiv.org/content/10.1101/2020.03.22.20040758v2.full.pdf", "10.1101/2020.03.22.20040758"],
  ["https://www.biorxiv.org/content/10.1101/2020.03.22.123456v1.abstract", "10.1101/2020.03.22.123456"],
  ["https://www.biorxiv.org/content/10.64898/2026.01.02.123456v1.full", "10.64898/2026.01.02.123456"],
  [
    "https://academic.oup.com/rheumatology/article/doi/10.1093/rheumatology/keab123/6133456",
    "10.1093/rheumatology/keab123",
  ],
  ["https://academic.oup.com/jcem/article-lookup/doi/10.1210/jc.2019-01234", "10.1210/jc.2019-01234"],
  ["https://example.org/doi/10.1093/rheumatology/keab123/6133456", "10.1093/rheumatology/keab123/6133456"],
  ["https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0033693", "10.1371/journal.pone.0033693"],
  [
    "https://journals.plos.org/plosone/article/file?id=10.1371%2Fjournal.pone.0033693&type=printable",
    "10.1371/journal.pone.0033693",
  ],
  ["https://www.tandfonline.com/action/showCitFormats?doi=10.1080/xyz.2020&x=1", "10.1080/xyz.2020"],
  ["https://www.google.com/url?q=https://doi.org/10.1000/xyz&sa=D", "10.1000/xyz"],
  ["https://www.google.com/url?sa=t&url=https%3A%2F%2Fdoi.org%2F10.1000%2Fxyz%3Fa%3D1", "10.1000/xyz"],
  [
    "https://www.google.com/url?q=https%3A%2F%2Fwww.nature.com%2Farticles%2Fs41586-020-2012-7&sa=D",
    "10.1038/s41586-020-2012-7",
  ],
  [
    "https://proxy.example.edu/login?url=https://www.nature.com/articles/s41586-020-2012-7",
    "10.1038/s41586-020-2012-7",
  ],
  ["https://www.nature.com/articles/s41392-024-01793-5", "10.1038/s41392-024-01793-5"],
  ["www.nature.com/articles/s41392-024-01793-5.", "10.1038/s41392-024-01793-5"],
  ["nature.com/articles/s41392-024-01793-5#Sec2", "10.1038/s41392-024-01793-5"],
  ["https://www.nature.com/articles/s41392-024-01793-5.pdf", "10.1038/s41392-024-01793-5"],
  ["https://www.nature.com/articles/s41392-024-01793-5/figures/1", "10.1038/s41392-024-01793-5"],
  ["HTTPS://WWW.NATURE.COM/articles/NCOMMS1234", "10.1038/ncomms1234"],
  ["https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(97)11096-0/fulltext", LANCET],
  ["https://www.thelancet.com/journals/lancet/article/PIIS0140-6736%2897%2911096-0/fulltext", LANCET],
  ["[x](https://www.thelancet.com/pdfs/journals/lancet/PIIS0140-6736(97)11096-0.pdf)", LANCET],
  ["https://www.thelancet.com/article/S0140-6736(97)11096-0/fulltext"],
]);

eachCase("a short DOI", [
  ["doi:10/ggH8dz", "10/ggh8dz"],
  ["DOI: 10/f3mwhk.", "10/f3mwhk"],
  ["https://doi.org/10/aabbe", "10/aabbe"],
  ["(doi.org/10/aabbe)", "10/aabbe"],
  ["http://dx.doi.org/10/aabbe", "10/aabbe"],
  ["[x](https://doi.org/10/aabbe)", "10/aabbe"],
  ["10/aabbe"],
  ["https://example.org/10/aabbe"],
  ["doi: 10/10 would read again"],
  ["doi: 10/12/2020"],
]);

eachCase("a PMID", [
  ["PMID: 28565834", "pmid 28565834"],
  ["PMID 28565834", "pmid 28565834"],
  ["PMID:28565834.", "pmid 28565834"],
  ["pmid28565834", "pmid 28565834"],
  ["(PMID: 28565834)", "pmid 28565834"],
  ["PMID = 28565834", "pmid 28565834"],
  ["PubMed ID 28565834", "pmid 28565834"],
  ["PubMed ID: 00012345", "pmid 12345"],
  ["**PMID:** 28565834", "pmid 28565834"],
  ["PMID：28565834。", "pmid 28565834"],
  ["PMID: [28565834](https://pubmed.ncbi.nlm.nih.gov/28565834/)", "pmid 28565834"],
  ["PMIDs 123, 456 and 789", "pmid 123", "pmid 456", "pmid 789"],
  ["PMIDs: 28565834,39038316, and 40245290.", "pmid 28565834", "pmid 39038316", "pmid 40245290"],
  ["PMIDs 28565834 & 39038316", "pmid 28565834", "pmid 39038316"],
  ["PMID: 28565834, PMID: 39038316", "pmid 28565834", "pmid 39038316"],
  ["PMID 28565834 and 3 others", "pmid 28565834"],
  [
    "PMID: 28565834; PMCID: PMC5443306; DOI: 10.3892/etm.2017.4229",
    "pmid 28565834",
    "PMC5443306",
    "10.3892/etm.2017.4229",
  ],
  ["https://pubmed.ncbi.nlm.nih.gov/28565834/", "pmid 28565834"],
  ["https://pubmed.ncbi.nlm.nih.gov/28565834?dopt=Abstract", "pmid 28565834"],
  ["pubmed.ncbi.nlm.nih.gov/28565834.", "pmid 28565834"],
  ["https://www.ncbi.nlm.nih.gov/pubmed/28565834", "pmid 28565834"],
  ["http://ncbi.nlm.nih.gov/m/pubmed/28565834/", "pmid 28565834"],
  ["https://www.ncbi.nlm.nih.gov/sites/entrez?db=pubmed&cmd=Retrieve&list_uids=28565834", "pmid 28565834"],
  ["https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&amp;db=PubMed&amp;list_uids=28565834", "pmid 28565834"],
  ["https://europepmc.org/article/MED/28565834", "pmid 28565834"],
  ["https://europepmc.org/abstract/med/28565834#x", "pmid 28565834"],
]);

eachCase("a PMCID or NCT number", [
  ["PMC5443306", "PMC5443306"],
  ["PMCID: pmc5443306.2", "PMC5443306"],
  ["https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5443306/", "PMC5443306"],
  ["https://pmc.ncbi.nlm.nih.gov/articles/PMC5443306/pdf/x.pdf", "PMC5443306"],
  ["europepmc.org/articles/PMC5443306", "PMC5443306"],
  ["_PMC5443306_", "PMC5443306"],
  ["NCT04014166", "NCT04014166"],
  ["trial nct04014166, phase I", "NCT04014166"],
  ["(NCT03171194/NCT02633163)", "NCT03171194", "NCT02633163"],
  ["_NCT04014166_", "NCT04014166"],
  ["#NCT04014166", "NCT04014166"],
  ["https://clinicaltrials.gov/study/NCT04014166?term=itp", "NCT04014166"],
  ["https://clinicaltrials.gov/ct2/show/nct04014166", "NCT04014166"],
]);

eachCase("what only looks like one", [
  ["My count went from 10.2019/11.2019 on"],
  ["between 10.2019/03.2020"],
  ["10.2019/2020 was a bad winter"],
  ["since 03.10.2019/04.10.2019"],
  ["10/20 and 10.5/20"],
  ["10.000/µl to 10.000.000/µl"],
  ["10.5000/ml"],
  ["It costs $10.1000/month"],
  ["€ 10.9900/dose"],
  ["10.2500/day"],
  ["USD 10.9950/unit"],
  ["score 10.0000/10"],
  ["a ratio of 10.5000/2.5000"],
  ["the address 10.0.0.1/24"],
  ["10.255.255.255/8"],
  ["version 10.1234/5"],
  ["v10.1234/foo"],
  ["Tel. 10.1234/567890"],
  ["+10.1234/567890"],
  ["2010.1234/foo"],
  ["110.1234/foo"],
  ["1.10.1234/foo"],
  ["x10.1234/foo"],
  ["10.123/foo"],
  ["10.1234567890/foo"],
  ["10.1234/"],
  ["10.1130/!).',"],
  ["10.1130/..."],
  ["10.1130/ foo"],
  ["10.1130 / foo"],
  ["10,1130/foo"],
  ["```\n10.1000/xyz\n```"],
  ["~~~\nPMID: 28565834\n~~~"],
  ["    10.1000/xyz"],
  ["> ```\n> NCT04014166\n> ```"],
  ["- like this:\n\n      10.1000/xyz"],
  ["28565834"],
  ["PMID: 0"],
  ["PMID: 000"],
  ["PMID: 123456789"],
  ["PMID: 1234a"],
  ["XPMID: 28565834"],
  ["PMID unknown, 28565834 people"],
  ["PMID: 12.10.2020"],
  ["PMID: n/a"],
  ["PubMed 28565834"],
  ["https://pubmed.ncbi.nlm.nih.gov/?term=28565834"],
  ["https://www.ncbi.nlm.nih.gov/pubmed/?term=28565834"],
  ["https://pubmed.ncbi.nlm.nih.gov.example.com/28565834"],
  ["https://notpubmed.ncbi.nlm.nih.gov/28565834"],
  ["https://www.ncbi.nlm.nih.gov/gene/28565834"],
  ["https://www.ncbi.nlm.nih.gov/entrez?db=gene&list_uids=28565834"],
  ["https://europepmc.org/article/PPR/28565834"],
  ["PMC1234"],
  ["PMC123456789"],
  ["PMCID: 5443306"],
  ["PMC 5443306"],
  ["PMC5443306a"],
  ["EPMC5443306"],
  ["NCT0401416"],
  ["NCT040141667"],
  ["NCT 04014166"],
  ["XNCT04014166"],
  ["NCT04014166b"],
  ["ISRCTN11093872, EudraCT 2019-001234-12, ChiCTR2000012345, jRCT1031190123"],
  ["https://nature.com.evil.example/articles/s41392-024-01793-5"],
  ["https://nature.com@evil.example/articles/s41392-024-01793-5"],
  ["https://mynature.com/articles/s41392-024-01793-5"],
  ["https://www.nature.com/subjects/immunology"],
  ["https://www.nature.com/articles"],
  ["https://www.sciencedirect.com/science/article/pii/S0140673697110960"],
  ["https://www.cell.com/cell/fulltext/S0092-8674(20)30001-2"],
  ["https://jamanetwork.com/journals/jama/fullarticle/2761044"],
  ["https://www.mdpi.com/2077-0383/10/4/660"],
  ["https://www.bmj.com/content/368/bmj.m123"],
  ["https://doi.org/handbook"],
  ["https://doi.org/10.1016%252Fj.cell.2020.01.001"],
]);

describe("places", () => {
  test("a find says where it stands in the source, also behind entities and invisible marks", () => {
    const source = "Tom &amp; Ann: **10.1038/s41392\u200b&ndash;024** and [x](https://doi.org/10.1000%2FAbc).";
    const shown = recogniseStudies(source).map(({ shown }) => shown);
    expect(shown).toEqual(["10.1038/s41392\u200b&ndash;024", "10.1000%2FAbc"]);
  });

  test("a DOI is compared in lower case and shown as it was typed", () => {
    expect(recogniseStudies("10.1038/ABC")).toEqual([
      { kind: "doi", value: "10.1038/abc", shown: "10.1038/ABC", start: 0, end: 11 },
    ]);
  });
});

const pieces = [
  ..."10.1000/x ;2-#|<>()[]{}*_~`\\/?&=%,.:\"'’–\u200b\u00a0。\n",
  ...[
    "10.1038/",
    "https://doi.org/",
    "doi.org/10/",
    "PMID: ",
    "PMC1234567",
    "NCT12345678",
    "&lt;",
    "%2F",
    "](",
    "url=",
    " and ",
    "```\n",
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));

describe("whatever is typed", () => {
  test("finds are in order, apart from each other, and stand in the text", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (source) => {
        let before = 0;
        for (const { start, end, shown, value } of recogniseStudies(source)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(shown).toBe(source.slice(start, end));
          expect(value).not.toMatch(/\s/);
          before = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("each study is found once", () => {
    fc.assert(
      fc.property(text, (source) => {
        const names = recogniseStudies(source).map(({ kind, value }) => `${kind} ${value}`);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 500 },
    );
  });

  // The runner's own limit of five seconds is the bound: anything quadratic would take minutes.
  test.each([
    "10.1000/",
    "10.1000/a(",
    "10.1000/a,",
    "10.1000/.",
    "https://",
    "https://a.b/?url=",
    "a.b.",
    "a-",
    "a.a/",
    "<a <",
    "&amp;",
    "&",
    "\\",
    "%25",
    "PMID 1, ",
    "PMID ",
    "PMC12345",
    "NCT12345678",
    "doi: ",
    "doi:10/a",
    "> ",
    "- ",
    "[(",
    ")]",
    "1",
    "//",
  ])("a megabyte of %j is read in time", (piece) => {
    recogniseStudies(piece.repeat(Math.ceil(1_000_000 / piece.length)));
  });
});
