import { type Script, says } from "../script";

export const families: Script[] = [
  {
    category: "families",
    title: "Mila is four and has ITP since nine days",
    lines: [
      says(
        "2018-06-04 21:38",
        "luis",
        `
Good night from the corridor of the hospital. Here it is half past eleven. My daughter sleeps and I can not.

She is Mila, she is four. Nine days ago she had a cold, then she had small red points, like somebody painted her with a very fine brush. I thought of everything. The doctors are calm and they say that in children it often goes away alone. They say it kindly, they have said it many times, also to me. But my eyes do not believe it, because my eyes see her legs.

How do you live with waiting, when you can not explain to her for what?
`,
        { key: "corridor", thanks: ["sandi", "theo", "maureen", "karenr", "wombat", "hal9k"] },
      ),
      says(
        "40m",
        "sandi",
        `
Luis, I'm awake too, it's evening here. You're not bothering anybody.

I have no child with ITP and I won't pretend. But I was the one with the legs, once, and my mother was the one in the corridor. She told me years later that she'd counted the floor tiles, and that what helped her was the cleaner who came by at night and said the number had been right.

So how many tiles has it got, your corridor?
`,
        { key: "tiles", thanks: ["luis", "theo", "maureen", "jasond", "karenr", "hal9k"] },
      ),
      says(
        "9h",
        "luis",
        "Four hundred and eighteen. I counted two times. Thank you Sandi. Then I slept on the chair.",
        { thanks: ["sandi", "maureen", "theo", "karenr"] },
      ),
      says(
        "3h",
        "maureen",
        "Four hundred and eighteen it is. Son, do they let you have a bed beside her? Ask for one, most wards have a folding thing in a cupboard. Ask the one who looks most tired, she’ll know where it is.",
        { thanks: ["luis", "sandi"] },
      ),
      says("7h", "luis", "There was one in the cupboard!! The nurse who looked most tired knew it.", {
        thanks: ["maureen", "sandi", "gus", "hal9k", "karenr", "jasond"],
      }),
      says(
        "11h",
        "karenr",
        "Thinking of you and Mila from Adelaide. When she’s home, small jobs at the table helped my niece through a broken leg. She shelled peas for weeks.",
        { thanks: ["luis"] },
      ),
      says(
        "2018-06-09",
        "luis",
        "We are at home. She may not go to the park now, she may go to the boat. She paints the boat with water. It is a very big brush this time.",
        { thanks: ["sandi", "maureen", "theo", "karenr", "wombat", "koen", "gus"] },
      ),
      says(
        "6h",
        "jasond",
        "Water on a boat hull is a real apprentice's job, tell her. You can see where you've been and nothing's ruined.",
      ),
      says(
        "2018-09-10",
        "luis",
        "She starts the school. I am the father who stands at the fence, they know me now. I bring it to the other thread.",
        { thanks: ["sandi", "karenr"] },
      ),
      says(
        "2019-06-04",
        "luis",
        "One year. It did not go away alone, so now they say another word, chronic. She says «crónica» is the name of a princess. OK. She is the princess Crónica of the boat.",
        {
          thanks: ["sandi", "maureen", "theo", "priya", "karenr", "wombat", "hal9k", "jasond", "gus", "koen"],
        },
      ),
      says(
        "2021-10-18",
        "luis",
        `
> {{#corridor}}
> But my eyes do not believe it, because my eyes see her legs.

I read again what I wrote. I want to write to that man in the corridor.

Since the spring Mila's counts are like those of other children. Today the doctor said: come back in a year, and if you have something, and bring me a drawing. She is seven. She remembers the folding bed and not the needles. I remember everything, but it has become smaller.

For who comes here from a corridor: I don't know how it goes with yours. I know only that there were people awake.
`,
        {
          key: "to-that-man",
          thanks: [
            "sandi",
            "maureen",
            "theo",
            "priya",
            "karenr",
            "wombat",
            "hal9k",
            "jasond",
            "gus",
            "koen",
            "nadia",
            "bernhard",
            "orla",
          ],
        },
      ),
      says("1h", "sandi", "Oh, Luis. Four hundred and eighteen.", { thanks: ["luis", "maureen", "karenr"] }),
      says(
        "2026-06-05",
        "luis",
        "She is twelve and has eye-rolls like waves. Yesterday she asked me if «the people with the platelets» still exist. I showed her. She says hello, and that Gus is not so funny as I said.",
        {
          thanks: ["sandi", "gus", "maureen", "theo", "priya", "karenr", "wombat", "nadia"],
        },
      ),
    ],
  },
  {
    category: "families",
    title: "School, the fence and the climbing frame",
    lines: [
      says(
        "2018-09-10",
        "luis",
        "First week of school. The teacher is good, she is also afraid. She holds Mila at the hand the whole break and Mila is furious. How do I tell the teacher enough and not too much?",
        { key: "at-the-hand", thanks: ["sandi", "maureen"] },
      ),
      says(
        "3h",
        "sandi",
        `
From a school office: teachers are afraid of the thing they'd have to decide alone. Take the deciding away. One page, agreed with Mila's doctor, in three boxes:

- what she can do like everyone
- what we ring you about
- what we call an ambulance for, and after that you

Let the doctor fill in the boxes, not you and not us. And put a photo of her laughing at the top, so that it's about a girl.
`,
        { key: "three-boxes", thanks: ["luis", "maureen", "karenr", "bernhard", "theo"] },
      ),
      says(
        "5h",
        "theo",
        "And ask Mila which grown-up she’d like to tell first when something happens. I was asked exactly nothing about my own school day after the accident, and I was nineteen.",
        { thanks: ["luis", "sandi", "maureen"] },
      ),
      says(
        "2d",
        "luis",
        `
> {{#three-boxes}}
> put a photo of her laughing at the top

It hangs in the room of the teachers. Mila has chosen the cook to tell first. The cook is now the most important person in Valencia.
`,
        { thanks: ["sandi", "theo", "karenr", "maureen", "wombat"] },
      ),
      says("7h", "wombat", "Always befriend the cook. Wombat rule number one.", { thanks: ["luis", "karenr"] }),
      says(
        "2019-01-29",
        "priya",
        "As a teacher: yes to the page! I’ve got a girl with epilepsy and a boy with a nut allergy, and the families who give me one page are the ones whose kids get to go on the trips.",
        { thanks: ["luis", "sandi", "theo"] },
      ),
      says(
        "2019-09-17",
        "luis",
        "Second year. The new teacher had the page already from the old teacher, and the old one has written on it by hand: «she climbs better than the others, look away a little.»",
        {
          thanks: ["sandi", "priya", "theo", "maureen", "karenr", "nadia", "hal9k"],
        },
      ),
    ],
  },
  {
    category: "families",
    title: "Pregnant with ITP: not the thread of doom",
    lines: [
      says(
        "2019-07-02",
        "priya",
        `
So. Twelve weeks. I've read every frightening page there is, and I would like there to be ONE page on the internet that isn't, so I'm starting it.

House rules for this thread:

1. Your own story, whatever happened in it
2. No "my friend's cousin"
3. Numbers only if they're your own, and nobody compares

I have a haematologist and an obstetrician, and they've got each other's phone numbers. I made them swap in front of me.
`,
        { key: "not-doom", thanks: ["sandi", "maureen", "karenr", "theo", "wombat", "koen", "hal9k"] },
      ),
      says(
        "2h",
        "sandi",
        "Congratulations! I had my second in 1995, three years before all this, so I’ve no story for you. I’ll knit instead. What colour?",
        { thanks: ["priya"] },
      ),
      says("6h", "maureen", "“I made them swap in front of me.” I’d have given you a job.", {
        thanks: ["priya", "sandi"],
      }),
      says("4h", "priya", "Yellow please. Like dal.", { thanks: ["sandi"] }),
      says(
        "2019-10-08",
        "priya",
        `
26 weeks. Blood test every two weeks, always with the same phlebotomist, who has started to bring me samosas from her mother.

Hardest part: the anaesthetist talk. He needed to explain what would depend on my count on the day, and I needed to not know yet. We agreed that he'd tell my husband and write it down for me to open when I wanted. I opened it that night. Of course I did.
`,
        { thanks: ["sandi", "maureen", "nadia", "theo", "karenr", "luis"] },
      ),
      says(
        "9h",
        "nadia",
        "في عيون أمهاتنا كلنا أطفال. (In the eyes of our mothers we are all children.) Let somebody mother you a little, Priya. Samosas count.",
        { thanks: ["priya", "sandi", "luis"] },
      ),
      says(
        "2020-01-24",
        "priya",
        `
> {{#not-doom}}
> Your own story, whatever happened in it

Hers is: Anjali, born on Saturday, cross, perfect, a full head of hair. They tested her blood and mine. We both stayed a few days longer than planned because of mine, and now we're home and it's snowing and everything smells of milk.

It wasn't simple. It also wasn't doom.
`,
        {
          thanks: [
            "sandi",
            "maureen",
            "karenr",
            "luis",
            "nadia",
            "theo",
            "hal9k",
            "jasond",
            "gus",
            "wombat",
            "koen",
            "bernhard",
            "orla",
          ],
        },
      ),
      says("3h", "luis", "¡Bienvenida Anjali! Mila has drawn her with eleven fingers, to be sure.", {
        thanks: ["priya", "sandi"],
      }),
      says(
        "2022-09-27",
        "priya",
        "Postscript: Rohan, in August. Different pregnancy, different story, same phlebotomist, who is now a sort of aunt. I’m happy to answer people here, as far as it’s mine to tell.",
        {
          thanks: ["sandi", "maureen", "karenr", "nadia", "luis", "theo"],
        },
      ),
      says("8h", "karenr", "Made a plaited loaf in his honour. It got eaten in his honour too.", { thanks: ["priya"] }),
    ],
  },
  {
    category: "families",
    title: "For partners: what has actually helped?",
    lines: [
      says(
        "2016-03-07",
        "jasond",
        "My wife would like me to ask this for her. She says everyone asks how I am and she's supposed to hold the coats. What helped the one who holds the coats?",
        { key: "the-coats", thanks: ["sandi", "maureen", "hal9k", "karenr"] },
      ),
      says(
        "3h",
        "sandi",
        "Mine got his own hour. Wednesdays seven to eight, a friend came and sat with me, and he went out and was not allowed to buy groceries.",
        { thanks: ["jasond", "maureen", "karenr"] },
      ),
      says(
        "10h",
        "gus",
        "Asked the wife. She says: being told the number straight, when I get it, and not being told “fine”. And a sandwich.",
        { key: "not-fine", thanks: ["jasond", "sandi", "hal9k"] },
      ),
      says(
        "4h",
        "maureen",
        "My husband is gone nine years, before all this. What I’d have wanted to say to him: don’t be brave AT me. Sit down.",
        { thanks: ["jasond", "sandi", "gus", "karenr", "hal9k", "bernhard"] },
      ),
      says(
        "6h",
        "jasond",
        `
> {{#not-fine}}
> And a sandwich.

Read her all of it. She laughed at the sandwich and went quiet at Maureen's. Then she told me some things I hadn't known, and I'd been there for all of them. Thank you, everyone, from both sides of the coats.
`,
        { thanks: ["sandi", "maureen", "gus", "karenr", "bernhard"] },
      ),
      says(
        "2019-10-15",
        "koen",
        "Late. My husband Wim writes here with my account: give us a job with a beginning and an end. I repaired all the bicycles.",
        { thanks: ["jasond", "sandi", "theo", "maureen", "gus"] },
      ),
      says(
        "2026-09-12",
        "amara",
        "asked my mum this on the phone to lagos. she said: send me a voice note EVERY day, even if it’s only you brushing your teeth. so now i do. she plays them to my gran",
        {
          thanks: ["sandi", "nadia", "maureen", "luis", "karenr", "priya", "jasond"],
        },
      ),
    ],
  },
];
