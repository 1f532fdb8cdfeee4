import { expect, it } from "vitest";
import { renderPost } from "@/lib/posts/markdown";
import { withoutNames } from "@/lib/posts/others-names";
import { ownWordsOnly } from "@/lib/posts/own-words";

it.each([
  ["only mine", '<p dir="auto">only mine</p>'],
  [
    "> #12\n> A secret.\n>\n> > #11\n> > Deeper.\n\nI agree.",
    /^<p class="left-out">\(A quote stood here\.\)<\/p>\s*<p dir="auto">I agree\.<\/p>\s*$/,
  ],
  ["> pasted words\n\n> more\n\nMine", /^(?!.*(pasted|more)).*Mine/s],
  ["Thank you @karenr for **this**.", '<p dir="auto">Thank you another member for <strong>this</strong>.</p>'],
  [
    "See [karenr *here*](https://forum.example/u/karenr) and [the trial](https://doi.org/10.5555/a.b)",
    /^(?!.*karenr).*another member and <a.*the trial/s,
  ],
  ["| a | b |\n|---|---|\n| 1 | 2 |", /<td dir="auto">2<\/td>/],
])("%j", (source, expected) => {
  const html = ownWordsOnly(renderPost(source).html);
  if (typeof expected === "string") expect(html).toBe(expected);
  else expect(html).toMatch(expected);
});

const others = ["sandi", "jasond", "gus_the_bus", "Theo.W", "koen76", "hope", "may", "itp", "ITP_fighter", "nadia"];

it.each([
  ["Four patients, as Jason says.", "Four patients, as another member says."],
  ["I’ve found nothing newer. Sandi’s question stands.", "I’ve found nothing newer. Another member’s question stands."],
  ["thanks sandi, and SANDI again", "thanks another member, and another member again"],
  [
    "**Gus**: I asked Theo.W, theo.w and Theo; koen76-style",
    /member.*asked another member, another member and another member; another member-style/,
  ],
  ["I hope so. Hope it helps! Will Hope come?", "I hope so. Hope it helps! Will another member come?"],
  ["In May 2021 my ITP began; itp is odd, it may go.", "In May 2021 my ITP began; itp is odd, it may go."],
  [
    "The bus, a fighter, Nadiah and Sandimmun stay. So does [sandi](https://a.example/sandi) where it leads.",
    /^.*The bus, a fighter, Nadiah and Sandimmun stay\. So does <a href="https:\/\/a\.example\/sandi"[^>]*>another member<\/a>.*$/,
  ],
  ["I am hal9k & “Hal”.", "I am hal9k &amp; “Hal”."],
])("names of other members are left out: %j", (source, expected) => {
  const html = withoutNames(ownWordsOnly(renderPost(source).html), others, "hal9k");
  if (typeof expected === "string") expect(html).toBe(`<p dir="auto">${expected}</p>`);
  else expect(html).toMatch(expected);
});
