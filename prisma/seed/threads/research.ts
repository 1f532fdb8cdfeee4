import { type Script, says } from "../script";

export const research: Script[] = [
  {
    category: "research",
    title: "Cord-derived stem cells for refractory ITP",
    lines: [
      says(
        "2017-10-14",
        "jasond",
        `
Found this in the news section of a cord blood bank, so keep in mind who's telling it: they store the stuff for a living.

In short, and in my words: a group of doctors gave four people with long-standing ITP, the kind that hadn't answered to the usual things, an infusion of stem cells grown from umbilical cord. They say all four responded, the slowest after sixteen days. Three got a second infusion later on. Three were called a complete remission at twelve months and the fourth at twenty-four, and in the meantime nobody was given other drugs to hold down the immune system.

Four people is a carpool, not a crowd. Still, it's the first I've read of this for *us* and not for some other disease.

Reference: Wang X, Yin X, Sun W, Bai J, Shen Y, Ao Q, Gu Y, Liu Y. Intravenous infusion umbilical cord-derived mesenchymal stem cell in primary immune thrombocytopenia: A two-year follow-up. Exp Ther Med. 2017 May; 13(5):2255-2258
`,
        { key: "cord-news", thanks: ["karenr", "sandi", "hal9k", "maureen"] },
      ),
      says(
        "5h",
        "hal9k",
        `
Went looking for the whole thing, and it's free at the publisher's: https://www.spandidos-publications.com/10.3892/etm.2017.4229

I've been through it twice on the train. Four patients, as Jason says. What puzzles me is what *isn't* there: adverse events seem to be skipped. I'd expected a table of who felt what, however dull. Did I miss it, or is it simply not written up? In my job "no bugs reported" and "nobody looked" are two different sentences.
`,
        {
          key: "cord-full-text",
          thanks: ["jasond", "sandi", "bernhard", "karenr"],
          edit: {
            after: "25m",
            text: `
Went looking for the whole thing, and it's free at the publisher's: https://www.spandidos-publications.com/10.3892/etm.2017.4229

I've been through it twice on the train. Four patients, as Jason says. What puzzles me is what *isn't* there: adverse events seem to be skipped, at least I can't find a place that goes through them one by one. I'd expected a table of who felt what, however dull. Did I miss it, or is it simply not written up? In my job "no bugs reported" and "nobody looked" are two different sentences.
`,
            reason: "Said more exactly what I couldn’t find",
          },
        },
      ),
      says(
        "4h",
        "sandi",
        `
> {{#cord-news}}
> a complete remission at twelve months and the fourth at twenty-four

Thank you both. My question is the one I've had about everything since 1998: **does it last?** If I read the summary right they were followed for thirteen to twenty-four months. I had things that were marvellous at thirteen months.

I'm not being sour. I'd just like somebody to ring those four people up today.
`,
        { key: "does-it-last", thanks: ["jasond", "hal9k", "maureen", "gus", "bernhard"] },
      ),
      says("6h", "karenr", "Thank you Jason. I’d never have found this, and I’d never have understood it either.", {
        thanks: ["jasond"],
      }),
      says(
        "9h",
        "bernhard",
        `
> {{#cord-full-text}}
> adverse events seem to be skipped

In the summary there is one sentence on it: no *severe* ones, during or afterwards. I translate such sentences for a living, of machines at least. "No severe" says nothing of the mild. So both of you are right: it is mentioned, and it is short.
`,
        { key: "no-severe", thanks: ["hal9k", "jasond", "sandi", "maureen", "karenr"] },
      ),
      says(
        "3h",
        "hal9k",
        "Fair. I had read past that sentence because I was looking for a heading. Noted: look for sentences as well.",
        { thanks: ["bernhard"] },
      ),
      says(
        "7h",
        "wombat",
        "Nobody to compare them with either, right? When I feed four wombats a new pellet and they all get fat I still don’t know if it was the pellet or the spring.",
        { thanks: ["hal9k", "jasond", "sandi", "bernhard", "gus", "karenr"] },
      ),
      says("6h", "jasond", "Pellet or spring. That's going on the wall of my shop.", { thanks: ["wombat"] }),
      says(
        "2018-11-06",
        "hal9k",
        "For people who search by number: the same paper is PMID 28565834 and PMC5443306. I’ve found nothing newer on those four. Sandi’s question stands.",
        { thanks: ["sandi", "jasond", "theo"] },
      ),
      says(
        "2024-11-19",
        "jasond",
        "Seven years later there's a bigger one, eighteen people this time. I started a fresh thread for it so that this one can stay what it is.",
        { thanks: ["sandi", "hal9k", "karenr", "nadia"] },
      ),
    ],
  },
  {
    category: "research",
    title: "Eighteen people this time: the 2024 dose-escalation trial",
    lines: [
      says(
        "2024-11-19",
        "jasond",
        `
Remember the four people from 2017? There is now a phase I trial with eighteen, from the Institute of Hematology & Blood Diseases Hospital in China.

Same idea, cells from umbilical cord, for ITP that had not responded to much. Three dose steps, weekly for four weeks, then six more people on the highest step. By their count 8 of the 18 responded, so about half.

I read the abstract twice and then I read it to my wife, and she said "and the other ten?". So that is my question for the group.

Reference: Chen Y, Xu Y, Chi Y, et al. Signal Transduct Target Ther. 2024. https://doi.org/10.1038/s41392-024-01793-5
Registered as NCT04014166.
`,
        {
          key: "eighteen",
          thanks: ["sandi", "hal9k", "karenr", "nadia", "bernhard", "priya"],
          edit: {
            after: "50m",
            text: `
Remember the four people from 2017? There is now a phase I trial with eighteen, from the Institute of Hematology & Blood Diseases Hospital in China.

Same idea, cells from umbilical cord, for ITP that had not responded to much. Three dose steps, weekly for four weeks, then six more people on the highest step. By their count 8 of the 18 responded, so a bit under half.

I read the abstract twice and then I read it to my wife, and she said "and the other ten?". So that is my question for the group.

Reference: Chen Y, Xu Y, Chi Y, et al. Signal Transduct Target Ther. 2024. https://doi.org/10.1038/s41392-024-01793-5
Registered as NCT04014166.
`,
            reason: "8 of 18 isn’t half, and here of all places I shouldn’t round up",
          },
        },
      ),
      says(
        "6h",
        "hal9k",
        `
This time I looked for sentences. From the abstract:

- 13 of 18 had at least one adverse event
- 4 of 18 had a **serious** one: two bleeds in the gut, one very heavy period, one heart attack
- three people were added at the top dose because of a dose-limiting toxicity

And the abstract ends by calling it effective and well tolerated. Both things are in the same paragraph. I'm not saying they're wrong; in people that ill, bleeding may be the illness and not the cells. I'm saying one can't tell from this, because there is no second group.
`,
        { key: "thirteen-of-eighteen", thanks: ["jasond", "sandi", "bernhard", "maureen", "theo", "koen", "priya"] },
      ),
      says(
        "3h",
        "maureen",
        `
> {{#thirteen-of-eighteen}}
> one very heavy period

"Profuse menstruation", they call it. That'll be somebody's cardigan round the waist. I'm glad it's counted as serious, for it is.
`,
        { thanks: ["hal9k", "priya", "sandi", "nadia", "karenr"] },
      ),
      says(
        "8h",
        "theo",
        "What does phase I mean for the reader? I’ve always taken it as: they’re mostly asking whether it’s safe enough to go on asking.",
        { key: "phase-one", thanks: ["hal9k", "sandi"] },
      ),
      says(
        "4h",
        "bernhard",
        `
> {{#phase-one}}
> whether it's safe enough to go on asking

That is a good translation. The registry says: one group, nobody blinded, phase 1, adults between 18 and 60. It also says that the status is *unknown*, which only means that nobody has updated the entry for a long while, and that no results are posted there. The paper is where the results are.
`,
        { thanks: ["theo", "hal9k", "jasond", "sandi"] },
      ),
      says("12h", "karenr", "Thank you both for reading it slower than I could.", { thanks: ["hal9k", "bernhard"] }),
      says(
        "7h",
        "sandi",
        `
My old question again. The abstract says they watched the counts all through the "follow-up period", but it doesn't say there how long that was. Hal, would you look in the full text when you have an evening? I'd rather know it than guess it.
`,
        { thanks: ["hal9k", "jasond", "nadia"] },
      ),
      says("1d", "hal9k", "Will do. It’s open access, anybody may. If I’m not back by Christmas, send Gus.", {
        thanks: ["sandi", "gus"],
      }),
      says("3h", "gus", "I’ll come with the bus."),
    ],
  },
  {
    category: "research",
    title: "Lupus and cord cells: our cousins are ahead of us",
    lines: [
      says(
        "2025-04-23",
        "wombat",
        `
Lupus hat on today. My rheumatologist mentioned a trial in South Carolina with the same sort of cells you lot discuss for ITP, so I went hunting. With my thumbs. In gauntlets.

What I found:

1. A small finished one, phase 1. Six people, all women as it turned out, one infusion each. Five of the six met the goal they had set. They write that side effects were minimal. Paper: 10.1136/lupus-2022-000704, registered as NCT03171194
2. A bigger one by the same university, phase 2: NCT02633163. That one has a placebo infusion and it's drawn by lot and double blind!

So there IS somebody comparing the pellet with the spring.
`,
        { key: "lupus-hunt", thanks: ["jasond", "hal9k", "sandi", "karenr", "nadia"] },
      ),
      says(
        "9h",
        "hal9k",
        `
> {{#lupus-hunt}}
> drawn by lot and double blind!

This is the first of these where I'd put the kettle on and wait for the answer. The registry gives 81 people as the *planned* number, and "active, not recruiting", last updated in March this year. So: full or closed to new people, still watching the ones they have, no results posted yet.
`,
        { key: "kettle-on", thanks: ["wombat", "sandi", "jasond", "bernhard", "theo"] },
      ),
      says(
        "5h",
        "sandi",
        "Five out of six sounds wonderful, and then I see that the range they print beside it goes from about a third to nearly all. With six people it can’t do otherwise, can it?",
        { thanks: ["hal9k", "priya", "bernhard"] },
      ),
      says(
        "4h",
        "priya",
        "It can’t. I do this with my class: five heads in six throws. Who wants to bet their lunch that the coin is crooked? Nobody ever does, and they’re thirteen. (It’s not a perfect comparison, but it cures you of percentages of six.)",
        { thanks: ["sandi", "hal9k", "wombat", "theo", "maureen", "jasond"] },
      ),
      says(
        "6h",
        "jasond",
        "And a reminder to myself: lupus isn't ITP. Cousins at best. I get to be curious without getting to be hopeful yet.",
        { thanks: ["sandi", "bernhard", "nadia", "wombat"] },
      ),
      says(
        "5h",
        "wombat",
        "I’ve got both so I’m allowed to be curious twice. My rheumatologist says no to me for other reasons, and that’s fine. I just like knowing someone is counting properly.",
        { thanks: ["jasond", "sandi", "hal9k"] },
      ),
      says("2h", "karenr", "Thanks for typing all that in gauntlets, Jo.", { thanks: ["wombat"] }),
    ],
  },
  {
    category: "research",
    title: "How do you read an abstract? (slowly, with biscuits)",
    lines: [
      says(
        "2018-02-20",
        "hal9k",
        `
People keep asking me how I read these, as if I knew. I'm a software tester. But here is my order, and I'd like to hear yours:

1. **Who was in it?** People? How many? People like me?
2. **Compared with what?** If the answer is "nothing", I write NOTHING in the margin in capitals.
3. **How long did they watch?**
4. **What went wrong for some?** I don't stop before I've found that sentence or am sure there isn't one.
5. Only now the last line, where they tell me what to think.

It takes one cup and two biscuits.
`,
        { key: "hal-order", thanks: ["jasond", "sandi", "karenr", "bernhard", "maureen", "wombat", "gus"] },
      ),
      says("3h", "bernhard", "I read the last line first, so that I know what I shall be sold. Then your order.", {
        thanks: ["hal9k", "jasond"],
      }),
      says(
        "6h",
        "jasond",
        `
> {{#hal-order}}
> People?

Learned that one the hard way. I once read half my supper away over a paper on umbilical cord blood cells, 10.1016/j.neurobiolaging.2010.03.024, before I got to the word "mouse". It's in the TITLE. I was that hungry for it.
`,
        { thanks: ["hal9k", "sandi", "gus", "karenr", "wombat"] },
      ),
      says("2h", "gus", "Rule 0. Check for tails.", { thanks: ["hal9k", "jasond", "maureen", "wombat", "karenr"] }),
      says(
        "9h",
        "maureen",
        "On the ward the question was always “and what did the control arm get?” The answer was usually “tea and sympathy”, which works better than you’d think.",
        { thanks: ["hal9k", "sandi"] },
      ),
      says(
        "2018-05-11",
        "theo",
        "Practical note: abstracts with headings (Background, Methods, Results) are a pleasure with a screen reader. One solid paragraph is like being told a recipe by somebody running past.",
        { thanks: ["hal9k", "bernhard", "orla"] },
      ),
      says(
        "2021-03-09",
        "hal9k",
        "One more for the collection: the search box gave me PMID 14668030 because it has platelet counts in the title. It is about Gaucher disease. Right word, wrong people. Rule 1 again.",
        { thanks: ["jasond", "bernhard", "priya"] },
      ),
      says(
        "2026-09-15",
        "amara",
        "printed the list. two biscuits per abstract is unsustainable on a student budget but i respect the method",
        { thanks: ["hal9k", "gus"] },
      ),
    ],
  },
  {
    category: "research",
    title: "Being in a trial: what was it like?",
    lines: [
      says(
        "2020-09-22",
        "nadia",
        "They asked me to be in a study. Not a new medicine, they compare two ways of checking on people. I have two weeks to think. Who has done such a thing, and what was it like as a person? Not the results, only the days.",
        { thanks: ["sandi", "bernhard", "theo", "priya"] },
      ),
      says(
        "5h",
        "jasond",
        "Did one years back. What I remember: the nurse had *time*. Forty minutes, on a chair, eyes at my level. I also remember the paperwork, which came in a binder my students could have used as a step.",
        { thanks: ["nadia", "sandi", "maureen"] },
      ),
      says(
        "8h",
        "maureen",
        "I ran the ward end of a few. My one thing to say as a patient now: you can change your mind, at any time, and they must be nice about it. Ask them to say it to your face and see if they’re comfortable saying it.",
        {
          key: "to-your-face",
          thanks: ["nadia", "theo", "priya", "sandi", "hal9k", "bernhard"],
        },
      ),
      says(
        "3h",
        "theo",
        "I asked for the consent papers in a form I could read. It took them five weeks. The study had closed by then. I mention it so that someone on a committee may find this one day and blush.",
        {
          thanks: ["orla", "hal9k", "sandi", "nadia", "maureen"],
        },
      ),
      says(
        "3d",
        "nadia",
        `
> {{#to-your-face}}
> you can change your mind, at any time

I asked to hear it to my face. The doctor said it two times, the second time without paper. Then I said yes. خطوة صغيرة
`,
        { thanks: ["maureen", "sandi", "theo", "bernhard", "luis", "jasond"] },
      ),
      says(
        "2021-10-05",
        "nadia",
        "It is finished. I was in the group that is checked as always, so nothing happened to me, and I am told that this is exactly what they needed from me. I have never been so useful with doing nothing.",
        {
          thanks: ["jasond", "hal9k", "maureen", "theo", "priya", "koen", "gus", "sandi"],
        },
      ),
    ],
  },
];
