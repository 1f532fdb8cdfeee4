import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { cleanText } from "@/lib/posts/text-rules";
import { recogniseStudies } from "@/lib/studies/recognise";
import { type ForumSentence, sentencesWithStudies, traps } from "../support/forum-sentences";

function namesIn(text: string): string[] {
  return recogniseStudies(text).map(({ kind, value }) => (kind === "pmid" ? `pmid ${value}` : value));
}

// At their first look 188 of these 190 were read exactly right, with one false find in the 51 traps.
describe.each<[string, ForumSentence[]]>([
  ["sentences of members that name studies", sentencesWithStudies],
  ["sentences that only look as if they did", traps],
])("%s", (_title, sentences) => {
  test.each(sentences.map(([text, ...names]) => ({ text, names })))("$text → $names", ({ text, names }) => {
    expect(namesIn(text)).toEqual(names);
  });
});

const everySentence = [...sentencesWithStudies, ...traps].map(([text]) => text);
const post = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...everySentence) },
      fc.constantFrom(
        "```",
        "~~~\nPMID 28565834\n~~~",
        "    10.1000/xyz",
        "- a",
        "1. b",
        "> PMC5443306",
        "# Title",
        "",
      ),
      fc.string({ unit: "grapheme-composite", maxLength: 30 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .chain((parts) => fc.constantFrom("\n", "\n\n", " ").map((between) => parts.join(between)));

describe("whatever members write", () => {
  test("a post quoted whole names the studies that it named itself", () => {
    fc.assert(
      fc.property(post, (written) => {
        const text = written.replace(/\r\n?/g, "\n");
        const quoted = text
          .split("\n")
          .map((line) => `> ${line}`)
          .join("\n");
        expect(namesIn(quoted)).toEqual(namesIn(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test("saving a post again, unchanged, finds the same in the same places", () => {
    fc.assert(
      fc.property(post, (written) => {
        const saved = savedOrNull(written);
        fc.pre(saved !== null);
        const again = savedOrNull(saved ?? "");
        expect(recogniseStudies(again ?? "")).toEqual(recogniseStudies(saved ?? ""));
      }),
      { numRuns: 500 },
    );
  });

  test("a browser's line ends change no find", () => {
    fc.assert(
      fc.property(post, (written) => {
        const plain = written.replace(/\r\n?/g, "\n");
        const saved = savedOrNull(plain);
        fc.pre(saved !== null);
        expect(namesIn(savedOrNull(plain.replace(/\n/g, "\r\n")) ?? "")).toEqual(namesIn(saved ?? ""));
      }),
      { numRuns: 500 },
    );
  });
});

function savedOrNull(text: string): string | null {
  try {
    return cleanText(text);
  } catch {
    return null; // refused at the door
  }
}

// Nothing is timed: what is counted are the patterns tried and the characters handed about, so a busy machine changes nothing.
describe("twice the text takes twice the work", () => {
  test.each([
    ...["10.1000/", "10.1000/a(", "10.1000/a,", "10.1000/a.b;", "https://a.b/?url=", "a.b.", "a.a/", "<a <", "&amp;"],
    ...["%25", "PMID 1, ", "PMID: 28565834, ", "PMC1234567 ", "NCT12345678 ", "doi:10/a ", "> ", "- ", "[(", ")]", "`"],
    ...["https://doi.org/10.1000/x ", "[x](https://doi.org/10.1000/x) ", "```\n", "~~~\na\n~~~\n", "    10.1000/x\n"],
    ...everySentence.slice(0, 20).map((sentence) => `${sentence}\n\n`),
  ])("%j over and over", (piece) => {
    // The parser of code blocks is markdown-it, which is counted as well; it drops what is nested too deeply.
    const once = workOf(piece.repeat(Math.ceil(10_000 / piece.length)));
    const twice = workOf(piece.repeat(Math.ceil(10_000 / piece.length) * 2));
    expect(once).toBeGreaterThan(1_000);
    expect(twice).toBeLessThan(once * 2.3 + 2_000);
  });
});

function workOf(text: string): number {
  let work = 0;
  const { exec } = RegExp.prototype;
  const { slice } = String.prototype;
  const spies = [
    vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, read: string) {
      const from = this.lastIndex;
      const match = exec.call(this, read);
      // A pattern that searches has looked at all between where it began and what it found; a sticky one at what it took.
      if (this.sticky) work += 1 + (match?.[0].length ?? 0);
      else if (this.global) work += 1 + (match ? match.index + match[0].length : read.length) - from;
      else work += 1 + (match ? match.index + match[0].length : read.length);
      return match;
    }),
    vi.spyOn(String.prototype, "slice").mockImplementation(function (this: string, from?: number, to?: number) {
      const taken = slice.call(this, from, to);
      work += 1 + taken.length;
      return taken;
    }),
  ];
  try {
    recogniseStudies(text);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return work;
}
