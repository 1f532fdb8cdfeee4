import { type Script, says } from "../script";

export const treatments: Script[] = [
  {
    category: "treatments",
    title: "Steroid moods: for us and those who live with us",
    lines: [
      says(
        "2015-12-02",
        "maureen",
        `
Confession. Yesterday I shouted at a man in the post office because the queue was "the wrong shape". Then I came home and wept at an advert for gravy.

I have given these tablets to hundreds of people with a smile and a wee cup of water. I apologise to every one of them.

Tell me I'm not alone.
`,
        { key: "wrong-shape", thanks: ["hal9k", "sandi", "gus", "jasond", "karenr", "orla"] },
      ),
      says("2h", "gus", "I told a roundabout to get out of my way.", {
        thanks: ["maureen", "hal9k", "sandi", "karenr"],
      }),
      says(
        "3h",
        "sandi",
        "In the summer of 2001 I reorganised the church library by colour. Nobody has ever found anything since. You’re not alone.",
        { thanks: ["maureen", "hal9k"] },
      ),
      says(
        "4h",
        "jasond",
        "We had a signal at home. If I put the red pencil behind my ear, it meant *this is the pills talking, love you, back off.* My kids still hand me the red pencil when I'm grumpy.",
        { key: "red-pencil", thanks: ["maureen", "sandi", "hal9k", "karenr", "bernhard"] },
      ),
      says(
        "9h",
        "karenr",
        "My brother wrote NOT KAREN on a flour bag and put it on the counter on bad days. I laughed every time.",
        { thanks: ["maureen", "jasond", "gus"] },
      ),
      says(
        "6h",
        "bernhard",
        "I was not angry. I was magnificent. I translated a whole brochure on centrifuges in one night and in the morning it rhymed.",
        { thanks: ["maureen", "hal9k", "sandi", "jasond"] },
      ),
      says(
        "2018-07-10",
        "luis",
        `
> {{#red-pencil}}
> this is the pills talking, love you, back off

Mila is four and she can not put a pencil. She screamed two days, at her shoes. We have invented the monster Cortisón, he has green hair, and when he comes we all say hello to him and then he gets a yogurt. It helps us more than her.
`,
        { thanks: ["maureen", "jasond", "sandi", "theo", "karenr", "wombat"] },
      ),
      says("5h", "sandi", "Hello, Cortisón. I know you well.", { thanks: ["luis", "maureen"] }),
      says(
        "2026-09-02",
        "amara",
        "read this aloud to the flatmate. he has bought a red pencil AND yoghurt. he says he’s covering all scenarios",
        { thanks: ["luis", "jasond", "maureen", "priya"] },
      ),
      says(
        "3h",
        "hal9k",
        "And if the mood goes somewhere really dark, please tell the clinic and a person near you. I waited too long with that once, because I thought being sad was the polite version. It’s a thing they want to hear about.",
        {
          thanks: ["sandi", "maureen", "amara", "bernhard", "orla", "theo"],
        },
      ),
    ],
  },
  {
    category: "treatments",
    title: "Keep it or lose it: how did you decide about the spleen?",
    lines: [
      says(
        "2016-10-11",
        "maureen",
        `
It's been put to me. Not urgently. "Something to think about over the winter, Mrs B."

I'm not asking whether I should. I've had that from everybody including the window cleaner. I would like to know **how you decided**, those who said yes and those who said no. What tipped it? Who did you talk to? Would you have wanted more time, or less?
`,
        { key: "how-decided", thanks: ["sandi", "jasond", "koen", "karenr"] },
      ),
      says(
        "4h",
        "jasond",
        `
I said yes in 2011. It gave me two good years, and then I was back about where I started.

What tipped it: I was worn out and I wanted a thing that was *done*. A date on a calendar. I don't regret it, and I also think I'd have decided differently with one more winter behind me. Both are true and I quit trying to make them agree.
`,
        { key: "both-true", thanks: ["maureen", "sandi", "koen", "bernhard", "hal9k"] },
      ),
      says(
        "11h",
        "koen",
        "Yes in 2012. Four years, good counts. I was afraid of the operation, it was not so bad. Now I am afraid of infections, I carry a card, I go quickly to the doctor with fever as they told me. One fear for another. But I ride.",
        {
          thanks: ["maureen", "jasond", "sandi"],
        },
      ),
      says(
        "8h",
        "karenr",
        "I said no, twice. Mine sits where it sits and I feel all right. My doctor didn’t push. Thank you for asking it this way.",
        { thanks: ["maureen"] },
      ),
      says(
        "5h",
        "sandi",
        "It was offered to me three times in eight years. The first two I said “not yet”, and the third time my doctor said, “you know, ‘not yet’ is a decision, and it’s allowed.” That sentence did more for me than a leaflet could.",
        { key: "not-yet", thanks: ["maureen", "karenr", "jasond", "koen", "hal9k", "bernhard"] },
      ),
      says(
        "2h",
        "bernhard",
        "I made two columns, as one does. Then I noticed I was being dishonest in one of them: I kept finding prettier words for it. So I knew which one I wanted. I kept it.",
        { thanks: ["sandi", "maureen", "karenr"] },
      ),
      says(
        "18h",
        "maureen",
        `
> {{#not-yet}}
> 'not yet' is a decision, and it's allowed

I read that to the cat. Then I read it to my daughter. I'm going to say it in that room on the 8th, and if I can't say it I shall hand them my phone.
`,
        { thanks: ["sandi", "karenr", "jasond"] },
      ),
      says("2016-11-09", "maureen", "Said it. The consultant wrote it down, word for word. Winter cancelled.", {
        thanks: ["sandi", "jasond", "koen", "karenr", "hal9k", "gus"],
      }),
      says(
        "2019-09-24",
        "koen",
        "I add to this honestly, because people read old threads: mine came back after seven years. I would still do it again. And I would be angry at somebody who told me so before.",
        {
          thanks: ["jasond", "maureen", "sandi", "theo", "hal9k"],
        },
      ),
      says(
        "2h",
        "jasond",
        `
> {{#both-true}}
> Both are true and I quit trying to make them agree

Quoting my own self, which my students would call a power move. Koen, sorry to have you in the club, pal.
`,
        { thanks: ["koen", "hal9k"] },
      ),
      says(
        "2021-02-03",
        "nadia",
        "I am in the winter of thinking now. I print this page. Thank you that you wrote what was before and not only what came out.",
        { thanks: ["maureen", "jasond", "sandi", "bernhard"] },
      ),
      says("1d", "sandi", "Take the whole winter, Nadia.", { thanks: ["nadia"] }),
    ],
  },
  {
    category: "treatments",
    title: "Asking for a second opinion without hurting the first",
    lines: [
      says(
        "2017-01-23",
        "hal9k",
        "I like my haematologist. I also want someone else to look at my notes. I’ve written the email four times and each time it sounds like a divorce.",
        { key: "divorce", thanks: ["maureen", "sandi"] },
      ),
      says(
        "2h",
        "maureen",
        "From inside: the good ones aren’t hurt. Half of them have asked for one themselves. Say just that: “I’d like a second pair of eyes on this. Who would you choose if it were you?” Then they’re in it with you.",
        { key: "second-pair", thanks: ["hal9k", "sandi", "karenr", "jasond", "bernhard"] },
      ),
      says(
        "5h",
        "jasond",
        "Mine said “finally” and had the referral typed before I got my coat on. I'd been dreading it since Thanksgiving.",
      ),
      says(
        "8h",
        "koen",
        "With us you simply go. But I did not tell the first one, and then they met at a congress. Tell the first one.",
      ),
      says(
        "20h",
        "hal9k",
        `
> {{#second-pair}}
> Who would you choose if it were you?

Sent, with this exact sentence. The answer came from her phone, within the hour: two names and "good idea". I'd had a whole tragedy prepared.
`,
        { thanks: ["maureen", "sandi", "koen"] },
      ),
      says(
        "2017-03-14",
        "hal9k",
        "For completeness: the second opinion agreed with the first in everything but one blood test. So I now have two people I trust and one extra test. Recommended as an experience, if not for the car park.",
        {
          thanks: ["maureen", "sandi", "karenr", "jasond"],
        },
      ),
      says("2024-01-17", "nadia", "I used the sentence in Swedish. It works also in Swedish.", {
        thanks: ["maureen", "bernhard", "hal9k"],
      }),
    ],
  },
  {
    category: "treatments",
    title: "Infusion day: what’s in your bag?",
    lines: [
      says(
        "2018-02-12",
        "maureen",
        `
Fourth infusion tomorrow and I've got the bag down to an art:

1. a cardigan that opens at the front
2. my own mug, because theirs taste of Tuesday
3. a puzzle book, a pencil with a rubber on the end
4. ginger biscuits for the nurses (bribery)
5. nothing that matters if it gets coffee on it

What's in yours?
`,
        { key: "infusion-bag", thanks: ["karenr", "hal9k", "gus", "sandi"] },
      ),
      says(
        "2h",
        "hal9k",
        "Noise-cancelling headphones, and a very long cable, because the one socket is always behind the other patient.",
        { thanks: ["maureen"] },
      ),
      says("7h", "karenr", "A loaf for the staff room. They remember you."),
      says("8h", "gus", "The wife. She does the talking and I do the bleeding.", {
        thanks: ["maureen", "karenr", "jasond"],
      }),
      says(
        "2018-05-07",
        "theo",
        "A talking book and the name of the nurse who knows how to park a chair next to a drip without trapping the line. Her name is Bronwen. May you all have a Bronwen.",
        { thanks: ["maureen", "sandi", "hal9k", "karenr"] },
      ),
      says("1d", "wombat", "Can’t bring the wombat. I asked. I asked TWICE.", { thanks: ["theo", "maureen", "gus"] }),
      says(
        "2019-02-19",
        "priya",
        "A printed list of the friends I’ll text afterwards, in order, because my head is soup for the evening and people worry.",
        { thanks: ["maureen", "sandi"] },
      ),
      says(
        "2024-02-08",
        "nadia",
        "A small ball of clay. My hand works and the time goes. By now the ward has eleven little birds.",
        {
          thanks: [
            "maureen",
            "theo",
            "karenr",
            "priya",
            "sandi",
            "wombat",
            "bernhard",
            "jasond",
            "hal9k",
            "gus",
            "luis",
          ],
        },
      ),
    ],
  },
  {
    category: "treatments",
    title: "First weeks on something new, a diary",
    lines: [
      says(
        "2014-04-07 22:40",
        "jasond",
        `
My doctor and I changed things around last fall and I promised Sandi I'd keep a diary for whoever comes after me. I leave the name and the dose out on purpose: it isn't about which, it's about what waiting is like.

| Visit | My count (×10³/µL) | What I wrote in the margin |
| --- | ---: | --- |
| before | 18 | tired of this |
| first | 22 | don't get excited |
| second | 57 | got excited |
| third | 39 | told you so |
| today | 61 | steady hands, built a stool |
`,
        { key: "stool-diary", thanks: ["sandi", "orla"] },
      ),
      says(
        "3h",
        "sandi",
        `
> {{#stool-diary}}
> don't get excited / got excited / told you so

That's the whole illness in nine words.
`,
        { thanks: ["jasond"] },
      ),
      says("2014-05-22", "karenr", "Thank you for leaving the dose out. I always compare and then I’m cranky.", {
        thanks: ["jasond", "sandi"],
      }),
      says("2015-04-13", "jasond", "One year later: 88. The stool is still standing too. It wobbles less than I did.", {
        thanks: ["sandi", "karenr", "orla", "gus"],
        edit: {
          after: "35m",
          text: "One year later: 88, on the same tablets. The stool is still standing too. It wobbles less than I did.",
          reason: "Said that nothing else had changed, because someone will wonder",
        },
      }),
      says("5h", "gus", "Photo of stool or it didn’t happen."),
      says(
        "10h",
        "jasond",
        "My daughter says describe it instead, so: three legs, white oak, one of the wedges is proud by a hair, and I know which one, and I'll think about it until I die.",
        { thanks: ["gus", "karenr", "sandi"] },
      ),
    ],
  },
  {
    category: "treatments",
    title: "The questions I take to appointments",
    lines: [
      says(
        "2019-01-28",
        "priya",
        `
I've been reading here for two weeks and what I can give back is a list. This is on an index card in my purse, both sides.

**Front**
- What are we hoping for, in words, not in numbers?
- How shall we know it isn't working, and when?
- What would you want to hear about from me straight away, day or night, and on which phone?
- What if we do nothing for now?

**Back**
- What have I forgotten to tell you? *(Then I stay quiet and count to ten.)*
- Can I repeat it back to you?

It's the quiet count to ten that does it. I'm usually the one who fills it.
`,
        { key: "index-card", thanks: ["sandi", "maureen", "hal9k", "karenr", "theo", "bernhard", "luis", "jasond"] },
      ),
      says("2h", "theo", "“And on which phone” is worth the price of admission.", { thanks: ["priya", "sandi"] }),
      says(
        "5h",
        "luis",
        "For a child I add one: «What do I tell to her?» The doctor thought about it longer than about all the others.",
        { key: "tell-her", thanks: ["priya", "sandi", "maureen", "karenr", "theo"] },
      ),
      says(
        "3h",
        "maureen",
        `
> {{#index-card}}
> What if we do nothing for now?

I never once heard a patient ask that in thirty-eight years, and I wish I had. Well done, you.
`,
        { thanks: ["priya", "karenr"] },
      ),
      says("7h", "hal9k", "Mine is only: “How sure are you, from pub bet to gravity?” It gets honest answers.", {
        thanks: ["priya", "jasond", "gus", "theo"],
      }),
      says("1d", "gus", "Mine’s “would you get on this bus?”"),
      says(
        "2020-03-06",
        "nadia",
        "I ask to record it on the telephone, with permission. At home I listen with the dictionary and with soup.",
        { thanks: ["priya", "bernhard", "theo"] },
      ),
      says(
        "2026-08-27",
        "amara",
        "copied both sides onto a card. counted to ten. at about seven i told her about the nosebleeds i wasn’t going to mention",
        {
          thanks: ["priya", "maureen", "sandi", "theo", "nadia", "hal9k", "luis"],
        },
      ),
    ],
  },
  {
    category: "treatments",
    title: "When a treatment works and you stop anyway",
    lines: [
      says(
        "2023-04-18",
        "koen",
        "The doctor proposes that we go slowly down and look if it holds. I should be glad. I am like a man who has to give back a borrowed umbrella and it does not rain but there are clouds. Who knows this?",
        { key: "umbrella", thanks: ["sandi", "bernhard", "theo", "nadia"] },
      ),
      says(
        "3h",
        "gus",
        "Came off mine in 2017 with my doctor. For a month I looked at my shins more than at the road.",
        { thanks: ["koen", "hal9k"] },
      ),
      says(
        "4h",
        "sandi",
        `
> {{#umbrella}}
> a borrowed umbrella and it does not rain but there are clouds

I've been without one since 2006 and I still look up. It gets to be a habit more than a fear. Who's holding the umbrella while you try? That was what mattered to me, that somebody had said: ring this number, we'll see you the same day.
`,
        { thanks: ["koen", "maureen", "nadia", "bernhard"] },
      ),
      says("10h", "koen", "I have a number. It is the nurse Els. She says I may call even when it only drips.", {
        thanks: ["sandi", "maureen", "gus"],
      }),
      says("2023-09-05", "koen", "Five months. It holds. I say this quietly.", {
        thanks: ["sandi", "gus", "jasond", "karenr", "hal9k", "theo", "maureen", "luis", "nadia", "priya", "bernhard"],
      }),
      says("2h", "karenr", "(quietly) hooray", { thanks: ["koen", "sandi"] }),
    ],
  },
  {
    category: "treatments",
    title: "Papaya leaves, once more",
    locked: true,
    lines: [
      says(
        "2020-07-14",
        "wombat",
        "My neighbour swears by papaya leaf tea, he read it on his phone. Anyone? I’m asking mostly so I can tell him I asked.",
        { thanks: ["gus"] },
      ),
      says("2h", "gus", "In Hull?", { key: "in-hull" }),
      says(
        "3h",
        "hal9k",
        "I went looking for a trial in people with ITP, with a comparison group, and came back with three shops and a poem. Which isn’t a no. It’s an “I found nothing I could lean on”, and I’m no librarian.",
        {
          thanks: ["wombat", "jasond", "bernhard", "maureen"],
        },
      ),
      says(
        "4h",
        "jasond",
        "Told my doctor about a tea once, some other leaf. She was glad I'd mentioned it and looked it up right there with my other medicines. That's my whole experience with leaves.",
        { thanks: ["wombat", "maureen", "sandi"] },
      ),
      says(
        "5h",
        "koen",
        "My colleague sells these leafs in powder, he is honest, I can give his address to who wants.",
        { key: "leaf-address", withdrawnAfter: "14h" },
      ),
      says(
        "6h",
        "bernhard",
        `
> {{#leaf-address}}
> I can give his address to who wants

Koen, I know you mean it kindly. But here nobody sells and nobody passes on an address, because the next one won't be a colleague. Please take the line out yourself; then there is nothing more to say about it.

As everybody has now said what they had to say, I close the thread. Whoever finds a study with people in it is welcome to open a new one, with the reference.
`,
        { thanks: ["orla", "sandi", "hal9k", "maureen"] },
      ),
    ],
  },
];
