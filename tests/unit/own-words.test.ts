import { expect, it } from "vitest";
import { renderPost } from "@/lib/posts/markdown";
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
