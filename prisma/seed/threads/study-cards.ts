import { type Script, says } from "../script";

/** Studies that never happened, under the prefix that Crossref keeps for tests; their records are written for this forum. */
const invented = {
  randomised: "10.5555/wellcited.randomised",
  singleArm: "10.5555/wellcited.single-arm",
  retracted: "10.5555/wellcited.retracted",
  corrected: "10.5555/wellcited.corrected",
  preprint: "10.5555/wellcited.preprint",
  animals: "10.5555/wellcited.animals",
  review: "10.5555/wellcited.review",
  stillRecruiting: "NCT99990003",
};

export const studyCards: Script = {
  category: "research",
  title: "How study cards work",
  pinned: true,
  lines: [
    says(
      "2026-09-06",
      "bernhard",
      `
When a post names a study, a card appears below it. You don't have to do anything for it: write or paste a DOI, a PubMed number with the letters PMID before it, a PMC number or an NCT number, as text or inside a link. Here I explain how to read such a card. **All studies in this post are invented**, every one of them, so that nobody goes home with a result. Open the cards and compare.

**1. The closed card is one line and a title.** What kind of study the records say it is, how many people if the paper’s summary or a trial registry states that, the year, the journal. A trial in which people were assigned by lot looks like this: ${invented.randomised}

**2. What is not on the card is not known.** Here is a small first trial; its registry entry says that there was one group and nobody to compare with, so the card can say it too: ${invented.singleArm}. Where no record says what kind of study it was, you will read *Kind not stated*. The card never guesses, and I ask you not to do it either.

**3. Warnings come first.** This one was retracted, which means that the journal has taken it back: ${invented.retracted}. This one only had a correction: ${invented.corrected}. The link on the card leads to the notice itself.

**4. Preprints** are put online before other researchers have checked them: ${invented.preprint}. If a registry knows that one was published in a journal later, the card says where. This one was; compare the first.

**5. Not every study is about people.** Open this one, look at the kind, and think of Gus and his tails: ${invented.animals}

**6. A review tells about other studies:** ${invented.review}. It is often the better place to begin.

**7. Trials that are not finished** have a card as well, by their registration number: ${invented.stillRecruiting}. Look for the word *planned* beside the number of people.

At the bottom stands where and when it was looked up. The card repeats what the registries state, and the registries can be late or wrong. It gives no advice, and neither do I.
`,
      {
        key: "cards-explained",
        thanks: ["orla", "sandi", "hal9k", "theo", "amara", "jasond", "priya", "karenr", "maureen"],
      },
    ),
    says(
      "3h",
      "theo",
      "Tested with two screen readers. The closed card is one sentence, it announces itself as something to open, and the warning is read before the title. Whoever thought of that order, thank you.",
      { thanks: ["orla", "bernhard", "hal9k", "sandi"] },
    ),
    says(
      "5h",
      "hal9k",
      `
> {{#cards-explained}}
> What is not on the card is not known

I'd like this on a mug. Nadia?
`,
      { thanks: ["bernhard", "nadia", "sandi", "jasond"] },
    ),
    says("9h", "nadia", "On the inside at the bottom, so that one finds it after drinking. Yes.", {
      thanks: ["hal9k", "theo", "bernhard", "maureen"],
    }),
    says("6h", "amara", "wait so if it says retracted, was it fake?", { key: "was-it-fake" }),
    says(
      "2h",
      "bernhard",
      `
> {{#was-it-fake}}
> if it says retracted, was it fake?

Not always. Sometimes it was an honest mistake, found by the authors themselves; sometimes it was worse. The card can't tell these apart, the notice often can. Therefore the link.
`,
      { thanks: ["amara", "hal9k", "sandi", "priya"] },
    ),
    says(
      "7h",
      "jasond",
      "And if there's no number at all, only an old-fashioned reference like the ones I type? No card then?",
      { key: "no-number-at-all" },
    ),
    says(
      "10h",
      "bernhard",
      `
> {{#no-number-at-all}}
> No card then?

No card then, since we don't guess which paper is meant. Put the DOI at the end, as you have done since 2017, and all is well. A card may also say that nothing was found, or that a registry could not be reached and is asked again later. Your link works in any case.
`,
      { thanks: ["jasond", "hal9k", "amara", "orla"] },
    ),
  ],
};
