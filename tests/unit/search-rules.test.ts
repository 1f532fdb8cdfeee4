import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeQuery, markedPieces, readWish } from "@/lib/search/rules";
import { QUERY_MAX, TERMS_MAX } from "@/lib/search/schema";

/** The words of a query as a line: "bleeding | -aspirin | the first dose". */
const words = (typed: string) =>
  readWish(typed)
    .terms.map(({ text, without }) => `${without ? "-" : ""}${text}`)
    .join(" | ");

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

describe("what someone types is read as", () => {
  it.each([
    ["one word", "bleeding", "bleeding"],
    ["several words", "  nose   bleeding ", "nose | bleeding"],
    ["a phrase", `"the first dose" tired`, "the first dose | tired"],
    ["a phrase without an end", `tired "the first dose`, "tired | the first dose"],
    ["a phrase in marks of other keyboards", "“the first dose” „müde“ «fatigue»", "the first dose | müde | fatigue"],
    ["a word that must not be there", "steroids -prednisone", "steroids | -prednisone"],
    ["a phrase that must not be there", `steroids -"four weeks"`, "steroids | -four weeks"],
    ["a long minus", "steroids −prednisone –dexamethasone", "steroids | -prednisone | -dexamethasone"],
    ["only a minus", "-", ""],
    ["only what must not be there", "-prednisone", "-prednisone"],
    ["a hyphen inside a word", "well-cited", "well-cited"],
    ["an operator of another language", "a & | b !c <-> (d)", "a | b | !c | (d)"],
    ["nothing", "", ""],
    ["blanks and a phrase of nothing", `  "" " " `, ""],
    ["emoji alone", "🙂 👩‍👩‍👧 ❤️", ""],
    ["emoji beside a word", "🙂 better", "better"],
    ["signs alone", "?!… ((( ]]] %%% ___ ''' \\\\", ""],
    ["right to left", "نزيف الأنف -ألم", "نزيف | الأنف | -ألم"],
    ["marks of writing direction", "\u200fauthor:\u202bx\u202c", ""],
    ["a NUL and a control", "nose\0bleed\u0001ing", "nose | bleed | ing"],
    ["half a character", "nose\ud800bleed", "nose | bleed"],
    ["letters with accents in two ways", "Mu\u0308ller", "Müller"],
    ["a word from a study", "10.1056/NEJMoa2310422", "10.1056/NEJMoa2310422"],
    ["a colon in a sentence", "remember: rest", "remember: | rest"],
    ["a filter without a value", "author:", "author:"],
    [
      "a day that is none",
      "before:surgery after:2020-02-31 has:hope",
      "before | surgery | after | 2020-02-31 | has | hope",
    ],
  ])("%s", (_what, typed, read) => {
    expect(words(typed)).toBe(read);
  });

  it("whom it is by, and where it stands", () => {
    const wish = readWish(`author:KarenR -author:@hal9k Category:"Living with ITP" category:research dose`);
    expect(wish.authors).toEqual([
      { name: "KarenR", without: false },
      { name: "hal9k", without: true },
    ]);
    expect(wish.categories.map(({ name }) => name)).toEqual(["Living with ITP", "research"]);
    expect(wish.terms).toEqual([{ text: "dose", without: false }]);
  });

  it.each([
    ["before:2020", null, "2020-01-01"],
    ["before: 2020", null, "2020-01-01"],
    ["after:2020", "2020-01-01", null],
    ["after:2020-4 before:2021/02/03", "2020-04-01", "2021-02-03"],
    ["after:2018 after:2020 before:2023 before:2022", "2020-01-01", "2022-01-01"],
    ["-before:2020", "2020-01-01", null],
    ["after:1815 before:99999", null, null],
  ])("when it was written: %s", (typed, after, before) => {
    const wish = readWish(typed);
    expect([day(wish.after), day(wish.before)]).toEqual([after, before]);
  });

  it.each([
    ["has:study", true],
    ["has: studies", true],
    ["-has:study", false],
    ["study", null],
  ])("whether it cites a study: %s", (typed, hasStudy) => {
    expect(readWish(typed).hasStudy).toBe(hasStudy);
  });

  it("no more than two hundred characters and twelve words, and it says so", () => {
    expect(readWish("word ".repeat(TERMS_MAX)).shortened).toBe(false);
    const many = readWish("word ".repeat(TERMS_MAX + 1));
    expect(many).toMatchObject({ shortened: true });
    expect(many.terms).toHaveLength(TERMS_MAX);
    const long = readWish("ü".repeat(QUERY_MAX + 1));
    expect(long).toMatchObject({ shortened: true, terms: [{ text: "ü".repeat(QUERY_MAX) }] });
    expect(readWish("ü".repeat(QUERY_MAX)).shortened).toBe(false);
  });

  it("something, whatever it is: any text is a query", () => {
    for (const text of [
      "(".repeat(50_000),
      '"'.repeat(50_001),
      "-".repeat(20_000),
      "- ".repeat(20_000),
      "𝒳".repeat(9_000),
    ])
      expect(() => readWish(text)).not.toThrow();
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 250 }), (points) => {
        const text = String.fromCodePoint(...points);
        const { terms, authors, categories } = readWish(text);
        expect(terms.length + authors.length + categories.length).toBeLessThanOrEqual(TERMS_MAX * 2);
        for (const term of terms) expect(term.text).not.toMatch(/["\0\p{Surrogate}]/u);
      }),
    );
  });
});

describe("terms are put together", () => {
  const term = (english: string, plain: string, without = false) => ({ english, plain, without });
  it.each([
    ["side by side", [term("'nose'", ""), term("'bleed'", "")], "('nose') & ('bleed')"],
    ["with what must not be there", [term("'steroid'", ""), term("'tire'", "", true)], "('steroid') & !('tire')"],
    ["without the words English drops", [term("", "'the'"), term("'dose'", "")], "('dose')"],
    ["with them where there is nothing else", [term("", "'will'")], "('will')"],
    ["to nothing where there was no word", [term("", "")], null],
    ["to nothing where there is none at all", [], null],
  ])("%s", (_how, terms, composed) => {
    expect(composeQuery(terms)).toBe(composed);
  });
});

it("what was found is marked, and nothing in a text is taken for a mark of ours", () => {
  expect(markedPieces("My \u0001nose\u0002 <mark>bled\u0002 \u0001again")).toEqual([
    { text: "My ", found: false },
    { text: "nose", found: true },
    { text: " <mark>bled\u0002 \u0001again", found: false },
  ]);
});
