import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, cleanTitle, slugOf, TextRefusal } from "@/lib/posts/text-rules";

function refused(work: () => string): Pick<TextRefusal, "reason" | "field"> | string {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TextRefusal)) throw error;
    expect(error.sentence).toMatch(/^[A-Z][^!]*\.$/);
    return { reason: error.reason, field: error.field };
  }
}

describe("a post's text", () => {
  test.each([
    ["is kept as it was typed", "  Hi, *all*\t✓\n\n👩‍👩‍👧 ", "  Hi, *all*\t✓\n\n👩‍👩‍👧 "],
    ["is composed", "cafe\u0301", "café"],
    ["gets plain line ends", "a\r\nb\rc", "a\nb\nc"],
    ["keeps marks of direction", "a\u200fb", "a\u200fb"],
    [
      "keeps controls of direction that are closed on their line",
      "\u2067שלום\u2069 a\n\u202bx\u202c",
      "\u2067שלום\u2069 a\n\u202bx\u202c",
    ],
    ["loses those that are left open", "a \u202egnp.exe", "a gnp.exe"],
    ["loses those that are closed on another line", "a\u2067b\nc\u2069d", "ab\ncd"],
    ["loses those that cross", "\u2067a\u202bb\u2069c\u202c", "abc"],
    ["may have 32,000 characters", "👍".repeat(32_000), "👍".repeat(32_000)],
    ["may have four accents on a letter", "x\u0301\u0302\u0303\u0304", "x\u0301\u0302\u0303\u0304"],
  ])("%s", (_, raw, kept) => {
    expect(cleanText(raw)).toBe(kept.normalize("NFC"));
  });

  test.each([
    ["nothing", "", "empty"],
    ["blanks", " \n\t ", "empty"],
    ["zero-width spaces", "\u200b\u200d\ufeff", "empty"],
    ["Hangul fillers", "\u3164\u115f\uffa0", "empty"],
    ["empty Braille patterns", "\u2800 \u2800", "empty"],
    ["accents on nothing", " \u0301", "empty"],
    ["32,001 characters", "a".repeat(32_001), "too-long"],
    ["a million characters", "a".repeat(1_000_000), "too-long"],
    ["NUL", "a\0b", "nul"],
    ["half an emoji", "a\ud83d", "broken-character"],
    ["the other half", "\udc4da", "broken-character"],
    ["a bell", "a\u0007", "control-character"],
    ["an escape", "\u001b[31m", "control-character"],
    ["DEL", "a\u007f", "control-character"],
    ["a C1 control", "a\u0085b", "control-character"],
    ["U+FDD0", "a\ufdd0", "noncharacter"],
    ["U+FFFF", "a\uffff", "noncharacter"],
    ["U+10FFFE", "a\u{10fffe}", "noncharacter"],
    ["hidden tags", "a\u{e0041}\u{e0042}", "hidden-tag"],
    ["five accents on a letter", "x\u0301\u0302\u0303\u0304\u0305", "stacked-marks"],
  ])("of %s is refused", (_, raw, reason) => {
    expect(refused(() => cleanText(raw))).toEqual({ reason, field: "text" });
  });

  test("cleaning twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const once = refused(() => cleanText(raw));
        if (typeof once === "string") expect(refused(() => cleanText(once))).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a title", () => {
  test.each([
    ["is kept on one line", " Stem cells\n for  ITP ", "Stem cells for ITP"],
    ["loses controls of direction", "\u2067ITP\u2069 and \u202ework\u200f", "ITP and work"],
    ["may be three letters", "ITP", "ITP"],
    ["may be in any script", "血小板", "血小板"],
    ["may have 120 characters", "é".repeat(120), "é".repeat(120)],
  ])("%s", (_, raw, kept) => {
    expect(cleanTitle(raw)).toBe(kept);
  });

  test.each([
    ["nothing", "", "empty"],
    ["what looks like nothing", "\u3164\u2800\u200b", "empty"],
    ["two letters", "ab", "title-too-short"],
    ["two letters and something invisible", "a\u200b b", "title-too-short"],
    ["121 characters", "a".repeat(121), "title-too-long"],
    ["a hundred thousand characters", "a".repeat(100_000), "title-too-long"],
    ["NUL", "abc\0", "nul"],
    ["five accents on a letter", "abx\u0301\u0302\u0303\u0304\u0305", "stacked-marks"],
  ])("of %s is refused", (_, raw, reason) => {
    expect(refused(() => cleanTitle(raw))).toEqual({ reason, field: "title" });
  });
});

describe("the readable part of a thread's address", () => {
  test.each([
    ["Stem cells for refractory ITP?", "stem-cells-for-refractory-itp"],
    ["Où est-ce l’été à Århus, Łódź & Straße", "ou-est-ce-lete-a-arhus-lodz-strasse"],
    ["血小板", "thread"],
    ["???", "thread"],
    ["344 ×10⁹/L", "344-109-l"],
    ["  --a--  ", "a"],
    [
      "a very long title that goes on and on about platelets and what they do",
      "a-very-long-title-that-goes-on-and-on-about-platelets-and",
    ],
    ["x".repeat(100), "x".repeat(60)],
  ])("%s → %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});
