import { type Script, says } from "../script";

export const kitchenTable: Script[] = [
  {
    category: "kitchen-table",
    title: "Things I can’t say at home",
    lines: [
      says("2017-04-03", "maureen", "I’ll start. I’m tired of being told I’m marvellous.", {
        thanks: ["sandi", "hal9k", "karenr", "jasond", "wombat", "koen"],
      }),
      says("2h", "hal9k", "Some days I’m jealous of people with illnesses that have a ribbon.", {
        thanks: ["maureen", "gus", "jasond"],
      }),
      says(
        "4h",
        "jasond",
        "I checked what my life insurance says about all this, and I didn't tell my wife I'd checked.",
        { thanks: ["maureen", "sandi", "bernhard"] },
      ),
      says("8h", "bernhard", "I understand my mother for not believing my counts. I would also rather not.", {
        thanks: ["maureen", "sandi", "karenr"],
      }),
      says("3h", "sandi", "I feel guilty towards all of you for being well. There. Eleven years I’ve had that one.", {
        key: "guilty-well",
        thanks: ["maureen", "karenr", "gus", "jasond", "hal9k"],
      }),
      says(
        "5h",
        "maureen",
        `
> {{#guilty-well}}
> I feel guilty towards all of you for being well

Away with you. You're the only proof we've got that the door opens from the inside.
`,
        { thanks: ["sandi", "jasond", "karenr", "hal9k", "gus"] },
      ),
      says(
        "2020-04-14",
        "theo",
        "I was quite good at being stuck indoors before everyone else took it up, and I’m not enjoying the competition.",
        { thanks: ["hal9k", "maureen", "sandi", "koen", "nadia", "priya"] },
      ),
      says(
        "2021-01-19",
        "luis",
        "Sometimes I wanted that they give ME the needles. Then one day I had a needle, for a vaccine, and I was looking away.",
        { thanks: ["sandi", "maureen", "priya", "theo"] },
      ),
      says(
        "2022-02-22",
        "koen",
        "I am angry at my body as at a brother. I wrote a lot here and it was about him more than about me.",
        { key: "koen-brother", withdrawnAfter: "4h" },
      ),
      says(
        "8h",
        "sandi",
        "Koen, I saw it before you took it back. It was safe here, and it’s safe that it’s gone. I’m around all evening.",
        { thanks: ["koen", "maureen"] },
      ),
    ],
  },
  {
    category: "kitchen-table",
    title: "Sunday bread",
    lines: [
      says(
        "2016-05-08",
        "karenr",
        `
You keep asking for the no-knead one, for those of us with sore arms. Here's what I do at home, not in the shop:

1. Flour, water, a bit of salt, a tiny bit of yeast. It should look wrong.
2. Lid on. Go to bed.
3. In the morning it looks alive. Tip it out, fold it like a letter.
4. Hot pot, lid on, hot oven, until it sounds hollow when you knock.

Somebody else takes the pot out. Oven doors and I have history.
`,
        { key: "sunday-bread", thanks: ["maureen", "sandi", "hal9k", "gus", "jasond", "koen"] },
      ),
      says("6h", "jasond", "“It should look wrong.” I've never felt so confident about step one of anything.", {
        thanks: ["karenr", "sandi"],
      }),
      says("1d", "hal9k", "Mine came out as a discus. It does sound hollow, though. So do I."),
      says("11h", "karenr", "Too much water or too little patience, love. Post the dough next time, not the loaf.", {
        thanks: ["hal9k"],
      }),
      says(
        "2016-05-16",
        "maureen",
        "Made it. The cat sat on the warm lid all night and I hadn’t the heart. It’s a fine loaf with a dip in the middle, in the shape of a cat.",
        { thanks: ["karenr", "gus", "sandi", "hal9k"] },
      ),
      says(
        "2020-04-05",
        "theo",
        "Knocking on bread to hear if it’s done is the first recipe I’ve met that was written for me.",
        { thanks: ["karenr", "sandi", "maureen", "priya", "nadia", "wombat", "hal9k"] },
      ),
    ],
  },
  {
    category: "kitchen-table",
    title: "Wombat of the month",
    lines: [
      says(
        "2018-01-20",
        "wombat",
        "By popular demand (Gus). January is Mabel, four months in the house, likes: my left sock. Dislikes: my right sock. She’s got the build of a footstool and the stubborness of the tax office.",
        { thanks: ["gus", "karenr", "hal9k", "maureen", "sandi"] },
      ),
      says("9h", "gus", "This is the only medicine I’d recommend to anybody.", { thanks: ["wombat", "karenr"] }),
      says(
        "2019-06-25",
        "wombat",
        "June: Trevor. Trevor broke the laundry door. Not the lock. The door. I’m fine, count’s fine, door is not fine.",
        { thanks: ["gus", "karenr", "jasond", "theo", "priya", "koen"] },
      ),
      says("5h", "jasond", "Send me the measurements. I'm not joking. I have kids who need a project.", {
        thanks: ["wombat", "karenr"],
      }),
      says(
        "2019-09-30",
        "wombat",
        "The DOOR came. By post. From OHIO. Signed on the inside by twenty-two teenagers and it fits. I’ve been crying on and off since the ute left",
        {
          thanks: [
            "jasond",
            "gus",
            "karenr",
            "sandi",
            "maureen",
            "hal9k",
            "theo",
            "priya",
            "luis",
            "koen",
            "bernhard",
            "orla",
            "nadia",
          ],
        },
      ),
      says(
        "2026-10-31",
        "wombat",
        "October is Biscuit, and she went bush on Thursday night. Didn’t look back, the ungrateful little barrel. So proud.",
        { thanks: ["amara", "gus", "karenr", "nadia", "sandi", "theo", "luis"] },
      ),
      says("3h", "amara", "BISCUIT 😭 go well you absolute barrel", { thanks: ["wombat", "karenr"] }),
    ],
  },
];
