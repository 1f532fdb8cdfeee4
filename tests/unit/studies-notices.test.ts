import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptAbstract } from "@/lib/studies/abstracts";
import { type AmendmentRow, amend, amendable, problemOf } from "@/lib/studies/amendments";
import { renderCard } from "@/lib/studies/card";
import { cautionsOf } from "@/lib/studies/cautions";
import { entryOf } from "@/lib/studies/entries";
import { mergeRecords } from "@/lib/studies/merging";
import { ris } from "@/lib/studies/reference-files";
import { vancouver } from "@/lib/studies/reference-out";
import { eventOf, warningOf, warningWords } from "@/lib/studies/rules";
import type { entryWarnings } from "@/lib/studies/schema";
import type { Identifier, NoticeKind, SourceRecord } from "@/lib/studies/types";
import { chipsOf, whenWords } from "@/lib/studies/wording";
import { doi, invented, lookUp, pmid, registriesAt } from "../support/asking";
import { type FakeRegistries, samples, startFakeRegistries } from "../support/fake-registries";

let fake: FakeRegistries;
beforeAll(async () => {
  fake = await startFakeRegistries();
});
afterAll(() => fake.close());

type Row = [identifier: Identifier, chips: string[], event: string | null, lines: string[]];

/** What a card says of notices: its chips, whether that is news for those who read it, and each line with source and date. */
async function said(identifier: Identifier) {
  const { facts, identifiers } = await lookUp(registriesAt(fake), identifier);
  const card = renderCard({ id: 1, state: "found", identifiers, facts, asked: [], notReached: [] });
  const list = /<ul class="study-notices">([\s\S]*?)<\/ul>/.exec(card)?.[1] ?? "";
  const lines = list
    .split("</li>")
    .map((line) =>
      line
        .replace(/<[^>]+>/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);
  return { chips: chipsOf(facts).map(({ words }) => words), event: eventOf(warningOf(facts)), lines, card };
}

const own: Row[] = [
  [
    invented("retracted"),
    ["Retracted", "Corrected"],
    "retracted",
    [
      "This paper was retracted on 6 Feb 2017. The notice. According to PubMed, Europe PMC and Crossref (from Retraction Watch).",
      "A correction of this paper was published on 2 Nov 2015. The notice. According to PubMed, Europe PMC and Crossref.",
    ],
  ],
  [
    invented("retraction-notice"),
    [],
    null,
    [
      "This is itself the retraction of another paper: Falk B, Sommer G. Ann Imag Med. 2015 Jun;6(1):1-9. doi: 10.5555/wellcited.retracted. According to PubMed.",
    ],
  ],
  [
    invented("notice-titled-retracted"),
    [],
    null,
    ["This is itself the retraction of another paper: 10.5555/wellcited.retracted. According to Crossref."],
  ],
  [
    invented("concern"),
    ["Warning by its journal"],
    "concern",
    [
      "The journal warned that something may be wrong in this paper (an “expression of concern”) on 1 Sep 2016. The notice. According to PubMed, Europe PMC and Crossref.",
    ],
  ],
  [
    invented("corrected"),
    ["Corrected"],
    null,
    [
      "A correction of this paper was published on 15 Jan 2020. The notice. According to PubMed, Europe PMC and Crossref.",
    ],
  ],
  [invented("randomised"), [], null, []],
];

const recorded: Row[] = [
  [
    pmid("11543891"),
    ["Retracted"],
    "retracted",
    ["This paper was retracted in Oct 2001. The notice. According to PubMed."],
  ],
  [
    pmid("9500320"),
    ["Retracted", "Warning by its journal"],
    "retracted",
    [
      "This paper was retracted on 6 Feb 2010. The notice. According to PubMed.",
      "The journal warned that something may be wrong in this paper (an “expression of concern”) in Nov 2011. The notice. According to PubMed.",
    ],
  ],
  [
    pmid("993"),
    ["Retracted"],
    "retracted",
    ["This paper was retracted on 15 Apr 1977. The notice. According to PubMed."],
  ],
  [
    doi("10.1016/s0140-6736(97)11096-0"),
    ["Retracted", "Corrected"],
    "retracted",
    [
      "This paper was retracted on 6 Feb 2010. The notice. According to Crossref (from Retraction Watch).",
      "A correction of this paper was published on 6 Mar 2004. The notice. According to Crossref (from Retraction Watch).",
    ],
  ],
  [
    doi("10.1016/s0140-6736(10)60175-4"),
    [],
    null,
    ["This is itself the retraction of another paper: 10.1016/s0140-6736(97)11096-0. According to Crossref."],
  ],
  [
    pmid("38147649"),
    ["Corrected"],
    null,
    ["A correction of this paper was published on 7 Jan 2025. The notice. According to PubMed."],
  ],
  [
    pmid("38962805"),
    [],
    null,
    [
      "This is itself a correction of another paper: AIDS Care. 2024 Jul;36(sup1):24-35. doi: 10.1080/09540121.2024.2308745. According to PubMed.",
    ],
  ],
  [
    doi("10.1101/2020.06.22.20137273"),
    ["Preprint"],
    null,
    [
      "Preprint, since published as The New England journal of medicine. 2021 Feb;384(8):693-704. According to Europe PMC.",
    ],
  ],
];

describe("each notice is shown for what it is, with its source and date", () => {
  test.each(own)("%o", async (identifier, chips, event, lines) => {
    expect(await said(identifier)).toMatchObject({ chips, event, lines });
  });

  test.skipIf(!samples).each(recorded)("as recorded: %o", async (identifier, chips, event, lines) => {
    expect(await said(identifier)).toMatchObject({ chips, event, lines });
  });

  test.skipIf(!samples)("a correction without an address of its own says where it stands", async () => {
    const { lines } = await said(pmid("9505772"));
    expect(lines[0]).toMatch(
      /^A correction of this paper was published in Apr 1998\. It stands in .*1998 Apr.* According to PubMed\.$/,
    );
  });
});

test.each<[NoticeKind, string | null, string]>([
  ["retraction", "retracted", "was retracted"],
  ["removal", "retracted", "was removed by its publisher"],
  ["withdrawal", "retracted", "was withdrawn"],
  ["title-says-retracted", "retracted", "is marked as retracted or withdrawn in its title"],
  ["partial-retraction", "partly-retracted", "was retracted in part"],
  [
    "concern",
    "concern",
    "got a warning from its journal that something may be wrong in it (an “expression of concern”)",
  ],
  ["correction", null, ""],
  ["update", null, ""],
])("of “%s” threads say %s", (kind, event, words) => {
  expect(eventOf({ kind })).toBe(event);
  if (event) expect(warningWords({ kind })).toBe(words);
});

describe("no more is said than the gravest notice says", () => {
  type Said = Record<"chip" | "caution" | "fold" | "threads", string> & {
    title?: string;
    kind: NoticeKind;
    found: keyof typeof entryWarnings;
  };
  test.each<Said>([
    {
      kind: "retraction",
      chip: "Retracted",
      found: "retracted",
      caution: "It was retracted: its results no longer count.",
      fold: "What the paper said before it was retracted",
      threads: "was retracted",
    },
    {
      kind: "partial-retraction",
      chip: "Partly retracted",
      found: "retracted",
      caution: "Part of it was retracted: read in the notice which results no longer count.",
      fold: "What the paper said before a part of it was retracted",
      threads: "was retracted in part",
    },
    {
      kind: "withdrawal",
      chip: "Withdrawn",
      found: "withdrawn",
      caution: "It was withdrawn: its results no longer stand. The notice often says why.",
      fold: "What the paper said before it was withdrawn",
      threads: "was withdrawn",
    },
    {
      kind: "removal",
      chip: "Removed",
      found: "withdrawn",
      caution: "Its publisher removed it: its results no longer stand.",
      fold: "What the paper said before it was removed",
      threads: "was removed by its publisher",
    },
    {
      title: "WITHDRAWN: Platelets and their friends",
      kind: "title-says-retracted",
      chip: "Marked withdrawn",
      found: "withdrawn",
      caution: "Its title is marked as withdrawn. That can mean that it is only out of date: check at the publisher’s.",
      fold: "What the paper says, though its title is marked as withdrawn",
      threads: "is marked as withdrawn in its title",
    },
    {
      title: "Retracted article: Platelets and their friends",
      kind: "title-says-retracted",
      chip: "Marked retracted",
      found: "retracted",
      caution: "Its title is marked as retracted: check at the publisher’s whether its results still count.",
      fold: "What the paper says, though its title is marked as retracted",
      threads: "is marked as retracted in its title",
    },
  ])("$chip", ({ title = "Platelets and their friends", kind, chip, found, caution, fold, threads }) => {
    const origin = { url: "https://example.org/", retrievedAt: "2026-11-21T10:00:00.000Z" };
    const abstract = keptAbstract(
      [{ text: "Counts rose in 9 of 12 patients. No serious adverse events were seen." }],
      undefined,
      origin.retrievedAt,
    );
    const facts = mergeRecords([
      {
        source: "crossref",
        subject: "",
        ...origin,
        facts: { identifiers: [], title, notices: [{ kind }], ...abstract },
      },
    ]);
    expect(chipsOf(facts).map(({ words }) => words)).toEqual([chip]);
    expect(entryOf({ state: "found", identifiers: [], facts, records: [] }).warning).toBe(found);
    const card = renderCard({ id: 1, state: "found", identifiers: [], facts, asked: [], notReached: [] });
    expect(card).toContain(`<li data-rule="retracted">${caution}</li>`);
    expect(card).toContain(`<summary>${fold}</summary>`);
    const warning = warningOf(facts);
    expect(warning && warningWords(warning)).toBe(threads);
    const study = { id: 1, identifiers: [], facts };
    expect(vancouver(study)).toContain(kind === "title-says-retracted" ? `${title}.` : `${title} [${chip}].`);
    expect(ris(study)).toContain(`N1  - ${chip}\r\n`);
  });
});

test.each([
  ["2025-03-12", "on 12 Mar 2025"],
  ["2025-03", "in Mar 2025"],
  ["2025", "in 2025"],
])("a notice of %s was %s", (date, words) => {
  expect(whenWords(date)).toBe(words);
});

describe("what moderators put on a card", () => {
  const recordsOf = async (name: string) => (await lookUp(registriesAt(fake), invented(name))).records;
  const placed = (more: Partial<AmendmentRow>): AmendmentRow => ({
    id: 1,
    kind: "hidden",
    field: "harms",
    value: "",
    by: "Orla",
    at: "2026-11-22T10:00:00.000Z",
    reason: "It is another group's.",
    ...more,
  });

  test("whatever is put aside, no result stands in view without its harms", async () => {
    const read = await recordsOf("randomised");
    const fields = amendable(amend(read, [])).conceal;
    expect(fields).toEqual(expect.arrayContaining(["found", "harms", "concluded"]));
    for (let mask = 0; mask < 2 ** fields.length; mask++) {
      const rows = fields.filter((_, at) => mask & (2 ** at)).map((field, at) => placed({ id: at + 1, field }));
      const ordered = [...rows].sort((one, other) => Number(one.field === "harms") - Number(other.field === "harms"));
      const card = renderCard({
        id: 1,
        state: "found",
        identifiers: [],
        facts: amend(read, ordered),
        asked: [],
        notReached: [],
      });
      const inView = withoutAside(card);
      const results = /What was found[\s\S]*?<blockquote|The authors conclude[\s\S]*?<blockquote/.test(inView);
      if (results) expect(inView).toMatch(/study-harms"[\s\S]*?(<blockquote|We found no sentence about harms)/);
      if (rows.some(({ field }) => field === "harms")) expect(results).toBe(false);
    }
  });

  test("where harms are put aside, no sentence about people, groups or the kind tells an effect either", async () => {
    const sentence =
      "In this retrospective cohort study 40 patients were randomly assigned to eltrombopag or placebo for 13 weeks, and 21 responded.";
    const text = `${sentence} One patient died of a stroke. ${"The notes were read by two of us. ".repeat(12).trim()}`;
    const origin = { source: "pubmed" as const, url: "https://example.org/", retrievedAt: "2026-11-22T10:00:00.000Z" };
    const kept = keptAbstract([{ label: "METHODS", text }], "cc by", origin.retrievedAt, { title: "Lupus" });
    const records: SourceRecord[] = [{ ...origin, subject: "", facts: { identifiers: [], title: "Lupus", ...kept } }];
    const card = (...rows: AmendmentRow[]) =>
      renderCard({ id: 1, state: "found", identifiers: [], facts: amend(records, rows), asked: [], notReached: [] });
    const told = (html: string) => html.split(`${sentence}</blockquote>`).length - 1;
    expect(told(card())).toBeGreaterThan(1);
    for (const field of ["people", "found", "arms"] as const) {
      const folded =
        /<details class="study-folded study-aside"><summary>What the abstract says of results and harms[\s\S]*$/;
      const all = card(placed({ field }), placed({ id: 2 }));
      expect(told(all.replace(folded, ""))).toBe(0);
      expect(all).toContain("40 patients");
    }
  });

  test("a note is plain text, and a card without facts has none", async () => {
    const note = placed({ kind: "note", field: "note", value: '<img src=x onerror="1"> & <!--threads-->' });
    const card = renderCard({
      id: 1,
      state: "found",
      identifiers: [],
      facts: amend(await recordsOf("randomised"), [note]),
      asked: [],
      notReached: [],
    });
    expect(card).toContain("&lt;img src=x onerror=&quot;1&quot;&gt; &amp; &lt;!--threads--&gt;");
    expect(amendable(null)).toEqual({ correct: [], conceal: [] });
  });

  test("a study that is put right to be in animals counts no people any more, whatever was put right before", async () => {
    const trial = await recordsOf("single-arm");
    const card = (...rows: AmendmentRow[]) =>
      renderCard({
        id: 1,
        state: "found",
        identifiers: [],
        facts: amend(trial, rows),
        asked: [],
        notReached: [],
      }).split(/<dt>Registered trial/)[0];
    expect(card()).toMatch(/18 people/);
    const rows = [
      placed({ kind: "correction", field: "people", value: "20" }),
      placed({ id: 2, field: "arms" }),
      placed({ id: 3, kind: "correction", field: "kind", value: "Study in animals, not in people" }),
    ];
    for (const some of [rows.slice(2), rows, [...rows].reverse()]) {
      expect(card(...some)).toContain("Study in animals, not in people");
      expect(card(...some)).not.toMatch(/\b\d+ people|took part|<dt>(?:Who|How many|Groups|Condition)</);
      expect(cautionsOf(amend(trial, some), 2026).map(({ rule }) => rule)).not.toContain("few-people");
      expect(amendable(amend(trial, some)).correct).not.toContain("people");
    }
    const review = amend(trial, [placed({ kind: "correction", field: "kind", value: "Review of other studies" })]);
    expect(review.reading?.value.people ?? review.participants).toBeUndefined();
    expect(review.conditions).toEqual(amend(trial, []).conditions);
    expect(review.conditions).toBeDefined();
  });

  test("a study that is put right to be in people counts those whom its records tell of", () => {
    const origin = { url: "https://example.org/1", retrievedAt: "2026-11-22T10:00:00.000Z" };
    const abstract =
      "BACKGROUND: Platelets are few in this illness. METHODS: We treated 18 patients with immune thrombocytopenia for 12 weeks. RESULTS: The count rose in 8 of 18 patients.";
    const trial = { nct: "NCT99990001", enrolment: { count: 20, type: "ACTUAL" as const }, conditions: ["ITP"] };
    const records: SourceRecord[] = [
      {
        source: "pubmed",
        subject: "",
        ...origin,
        facts: {
          identifiers: [],
          title: "Cells for few platelets",
          subjects: ["Animals", "Mice"],
          trials: [trial.nct],
          ...keptAbstract([{ text: abstract }], undefined, origin.retrievedAt),
        },
      },
      { source: "clinicaltrials", subject: trial.nct, ...origin, facts: { identifiers: [], trial } },
    ];
    const told = (value?: string) => {
      const rows = value ? [placed({ kind: "correction", field: "kind", value })] : [];
      const { kind, reading, participants, conditions } = amend(records, rows);
      return [kind?.value.words, reading?.value.people?.count, participants?.value.count, conditions?.value];
    };
    const none = [undefined, undefined, undefined];
    expect(told()).toEqual(["Study in mice, not in people", ...none]);
    expect(told("Clinical trial")).toEqual(["Clinical trial", 18, 20, ["ITP"]]);
    expect(told("Laboratory study on cells, not in people")).toEqual([expect.stringMatching(/cells/), ...none]);
    expect(told("Review of other studies")).toEqual([expect.stringMatching(/Review/), ...none]);
    expect(told("Plan of a trial, without results").slice(0, 2)).toEqual([expect.stringMatching(/Plan/), undefined]);
    expect(
      amendable(amend(records, [placed({ kind: "correction", field: "kind", value: "Clinical trial" })])).correct,
    ).toContain("people");
  });

  test("a preprint stays a preprint, whatever else it is said to be", async () => {
    const preprint = await recordsOf("preprint");
    const row = placed({ kind: "correction", field: "kind", value: "Case report" });
    expect(amend(preprint, [row]).kind?.value).toMatchObject({
      words: expect.stringMatching(/^Preprint/),
      also: "Case report",
      subject: "people",
    });
  });

  test.each([
    ["people", "24", null],
    ["people", "24 people", "digits"],
    ["published", "2024-02", null],
    ["published", "2024-13", "2024-04"],
    ["kind", "Case report", null],
    ["kind", "Miracle", "which kind"],
    ["title", "x".repeat(501), "500"],
    ["note", "Ok.", null],
  ] as const)("%s “%s”: %s", (field, value, problem) => {
    if (problem === null) expect(problemOf(field, value)).toBeNull();
    else expect(problemOf(field, value)).toContain(problem);
  });
});

/** The card as it stands before anybody opens what was put aside; such parts may hold others. */
function withoutAside(card: string): string {
  const from = card.indexOf('<details class="study-folded study-aside">');
  if (from < 0) return card;
  let depth = 0;
  for (const tag of card.slice(from).matchAll(/<details|<\/details>/g)) {
    depth += tag[0] === "<details" ? 1 : -1;
    if (depth === 0) return withoutAside(card.slice(0, from) + card.slice(from + tag.index + tag[0].length));
  }
  return card;
}
