import { type Script, says } from "../script";

export const newHere: Script[] = [
  {
    category: "new-here",
    title: "Welcome. Start here",
    pinned: true,
    lines: [
      says(
        "2014-01-12",
        "orla",
        `
Hello, and come in.

This is a forum for people with immune thrombocytopenia and for those who love one. It is small. Nobody is paid for being here, and nobody may sell you anything.

A few things that are good to know on the first day:

- **We share experience, not medical advice.** "This is what happened to me" is always welcome. "You should take" is not.
- **You don't have to tell anything.** Reading is enough. So is one line.
- **Every post can be linked.** The number beside it is its own for ever.
- **If you have hit your head, or bleeding won't stop, don't write here.** Call the emergency number where you live. We will still be here afterwards.

The whole of it is in the rules, which I tried to keep short enough to be read.
`,
        { thanks: ["sandi"] },
      ),
      says(
        "3h",
        "sandi",
        "I have the second account on this forum, so I get to say it: welcome, everybody who isn’t here yet. I’ll put the kettle on.",
      ),
      says(
        "2014-02-03",
        "jasond",
        "Found the door. Five years of ITP and I have never met another person who has it, not one. Hello from Ohio.",
        { thanks: ["sandi", "orla"] },
      ),
      says("2014-05-19", "karenr", "Hello from the other side of the planet. Thank you for building this, Orla.", {
        thanks: ["orla", "sandi"],
      }),
      says(
        "2016-06-02",
        "orla",
        "Bernhard has agreed to moderate together with Sandi. Between Halifax and Graz somebody is now awake for most of the clock. Be gentle with them, they do this between work and supper.",
        { thanks: ["karenr", "hal9k", "maureen", "gus"] },
      ),
      says("4h", "bernhard", "Thank you. I will try to be a moderator of whom one notices little.", {
        thanks: ["sandi", "karenr"],
      }),
      says(
        "2026-09-06",
        "orla",
        `
For those who come now: a link to a study in your post gets a small card below it, made from what the public registries say about that study. Bernhard explains how to read one in the research category.

What you write stays what you write. The card is only a note in the margin.
`,
        { thanks: ["hal9k", "amara", "jasond"] },
      ),
    ],
  },
  {
    category: "new-here",
    title: "Diagnosed in 1998, still here",
    lines: [
      says(
        "2014-01-14",
        "sandi",
        `
I suppose somebody has to go first.

In the spring of 1998 I thought I had been gardening too hard. My shins looked as if a very small person had been kicking them in the night. My sister, who is a dental hygienist, saw my gums, put her coat on and drove me to the hospital without finishing her sentence.

There followed eight years that I won't list here. Treatments that worked for a fortnight. A summer in which I was as round as the moon. Two doctors who were kind and one who wasn't. In 2006 it went quiet, and it has stayed quiet, and I have stopped asking it why.

What I missed most in all that time wasn't platelets. It was one person who didn't need the word explained.
`,
        { key: "sandi-story", thanks: ["orla"] },
      ),
      says(
        "2014-02-04",
        "jasond",
        `
> {{#sandi-story}}
> one person who didn't need the word explained

That line right there. I have spelled it out over the phone to three insurance people this month. "No, ma'am, thrombo. T as in tired."
`,
        { thanks: ["sandi", "orla"] },
      ),
      says("5h", "sandi", "T as in tired! I’m having that embroidered."),
      says("2014-05-20", "karenr", "Read it twice. Thank you for going first.", { thanks: ["sandi"] }),
      says(
        "2014-09-22 18:40",
        "bernhard",
        "In German the word has six syllables more. I count them when I can’t sleep. Good evening from Graz; I have had it for eleven years and this is the first forum whose rules I finished reading.",
        { thanks: ["orla", "sandi", "jasond"] },
      ),
    ],
  },
  {
    category: "new-here",
    title: "Shop teacher with sharp tools and few platelets",
    lines: [
      says(
        "2014-02-05",
        "jasond",
        `
Proper introduction, since Sandi shamed me into it.

Jason, 48, I teach wood shop in a high school. Twenty-four teenagers, eleven machines with blades. Diagnosed in the fall of 2009 after I nicked a thumb on a marking knife and went through most of a roll of paper towels.

Spleen came out in 2011. It worked, and then two years later it didn't. These days I'm on tablets and doing OK.

I read a lot of news about this thing and my wife has asked me to find somebody else to read it to. So: you.
`,
        { thanks: ["sandi", "orla"] },
      ),
      says("6h", "sandi", "Your wife sounds wise. Do you still run the machines yourself?", { key: "shop-question" }),
      says(
        "3h",
        "jasond",
        `
> {{#shop-question}}
> Do you still run the machines yourself?

I do, with gloves where gloves are safe and a kid holding the first aid box like it's the Holy Grail. They take turns. There's a sign-up sheet.
`,
        { thanks: ["sandi"] },
      ),
      says("2014-05-21", "karenr", "Bread knives here. I know the paper towel thing."),
      says("2015-03-05", "gus", "And a bus that brakes hard. We should open a museum of unsuitable jobs.", {
        thanks: ["jasond", "karenr", "sandi"],
      }),
      says("9h", "jasond", "I’ll build the display cases."),
    ],
  },
  {
    category: "new-here",
    title: "Retired nurse, wrong side of the clipboard",
    lines: [
      says(
        "2015-11-08 10:35",
        "maureen",
        `
Good morning. Maureen, Glasgow, thirty-eight years a nurse, most of them on a surgical ward.

I retired in the July. They gave me a clock, which I thought was in poor taste. In October I went to my own GP about a rash on my ankles and I knew what it was before she did, because I have shown that rash to students. You press it and it doesn't go away. I sat there with my sock in my hand and thought, well, Maureen.

I should say at once that I won't be handing out nursing here. I know just enough to be frightened in more detail than most. I would like to be a patient among patients and to be told when I'm being bossy.
`,
        { key: "maureen-hello", thanks: ["sandi", "hal9k", "gus", "orla", "jasond"] },
      ),
      says("2h", "gus", "You can be bossy with me, love, I was a bus driver, I’m used to it. Welcome."),
      says(
        "5h",
        "sandi",
        "Welcome, Maureen. How are you sleeping? Nobody asks that in the first weeks and it’s the only thing I wanted to be asked.",
        { key: "sleep-question", thanks: ["maureen", "karenr"] },
      ),
      says(
        "14h",
        "maureen",
        `
> {{#sleep-question}}
> How are you sleeping?

I'm not, the steroids see to that. I've ironed everything in the house, including things that were never meant to be ironed. I did a bath mat on Tuesday.
`,
        { thanks: ["sandi", "gus", "hal9k", "karenr"] },
      ),
      says("4h", "hal9k", "I alphabetised my spices at 4 a.m. on those. Then I alphabetised my neighbour’s.", {
        thanks: ["maureen", "gus"],
      }),
      says("1d", "karenr", "Four a.m. is when I start work. Ring me, I’ll be up to my elbows in dough.", {
        thanks: ["maureen", "hal9k"],
      }),
      says("9h", "bernhard", "Welcome. If you become bossy I shall tell you in very polite German."),
      says(
        "2016-04-17",
        "koen",
        "Hello Maureen, hello all. New since yesterday. Gent. I press also on my ankles, every evening.",
        { thanks: ["maureen"] },
      ),
    ],
  },
  {
    category: "new-here",
    title: "The name was an accident",
    lines: [
      says(
        "2017-03-12",
        "wombat",
        `
Hi all. About the name. The form said thirty characters at most and I thought it said at least.

I'm Jo. I live up a dirt road in northern Tasmania and raise orphaned wombats until they are big enough to be rude to me, then they go back to the bush. ITP since 2011, lupus a bit longer. Wombats have teeth like chisels and no manners so I have a pair of welding gauntlets.

Happy to be here, sorry about what I do to your layout.
`,
        { key: "wombat-hello", thanks: ["karenr", "sandi", "gus", "hal9k", "maureen"] },
      ),
      says("3h", "karenr", "G’day neighbour! Well, a ferry and a day’s drive. Photos of wombats please."),
      says("6h", "gus", "I’ve read the name out loud to the wife. She’s asked me to stop.", {
        thanks: ["wombat", "hal9k", "karenr"],
      }),
      says(
        "3h",
        "hal9k",
        "As a tester I’d like to thank you for your service. I have already looked at it on the narrowest phone I own. It holds.",
        { thanks: ["orla", "wombat"] },
      ),
      says("2d", "orla", "I can change it for you if you like, Jo."),
      says("10h", "wombat", "No no leave it. First thing I’ve ever been the longest at.", {
        thanks: ["orla", "gus", "sandi"],
      }),
      says(
        "2018-04-23",
        "theo",
        "My screen reader pronounces it as one long yodel. It has become the high point of every thread.",
        { thanks: ["wombat", "gus", "maureen", "karenr"] },
      ),
    ],
  },
  {
    category: "new-here",
    title: "Wheelchair, screen reader, ITP: the full set",
    lines: [
      says(
        "2018-04-22",
        "theo",
        `
Hello. Theo, 41, Cardiff. I make documentaries for the radio, which is a good trade for somebody who can't see the pictures.

Short version:

1. Wheelchair since a diving accident at nineteen.
2. Sight gone by thirty, an inherited thing.
3. ITP last November, found because a carer noticed bruises on my back that I could neither see nor feel.

Number three is the reason I'm here, and the third point is my question: **how do you notice bruises you can't see or feel?** My answer so far is to pay attention to the people who help me dress, and to ask them to say what they see in plain words and not in a worried voice.

For what it's worth, this site reads well with a screen reader. I checked before I registered. I always check.
`,
        { key: "theo-hello", thanks: ["orla", "sandi", "maureen", "hal9k", "koen"] },
      ),
      says(
        "2h",
        "orla",
        "That last line made my week. If anything stops working for you, write to me and I’ll treat it as broken for everybody.",
        { thanks: ["theo", "hal9k"] },
      ),
      says(
        "6h",
        "maureen",
        `
> {{#theo-hello}}
> say what they see in plain words and not in a worried voice

That should be on the wall of every ward I ever worked on. Welcome, Theo. I live alone, and I use a wee mirror on a stick meant for looking under cars.
`,
        { key: "car-mirror", thanks: ["theo", "sandi"] },
      ),
      says(
        "3h",
        "theo",
        "A mirror is about the one tool I have no use for, but I’m delighted to picture you with it.",
        { thanks: ["maureen", "gus"] },
      ),
      says(
        "1d",
        "sandi",
        "My husband used to draw mine on a paper outline of a person, with dates. He is an engineer. It was the most romantic thing he ever did.",
        { thanks: ["theo", "maureen", "karenr", "hal9k"] },
      ),
      says("8h", "hal9k", "A dated outline is a bug tracker. I approve of your husband."),
      says(
        "2d",
        "theo",
        "My sister now does the outline in words: *left shoulder blade, size of a two-pound coin, yellowing.* I keep them in a text file. Three weeks in and it has already settled one argument with a doctor about whether something was new.",
        { thanks: ["sandi", "hal9k", "maureen", "bernhard"] },
      ),
      says(
        "2019-01-16",
        "priya",
        "Reading this as a newcomer: the text file is brilliant, and I’m stealing it. Hello from Toronto.",
      ),
    ],
  },
  {
    category: "new-here",
    title: "مرحبا, hej and hello from Gothenburg",
    lines: [
      says(
        "2019-09-08",
        "nadia",
        `
مرحبا بالجميع

I am Nadia. My name is written in Arabic because the form allowed it and I was so surprised that I did it.

I come from Alexandria and live in Gothenburg since six years. ITP since last year. I learned to be healthy in Arabic, to work in English and to be ill in Swedish, and the last is the hardest: there are words my doctor says for which I know only the sound.

I make cups and bowls. If one breaks I am not sad. I try to learn this also for platelets.
`,
        { key: "nadia-hello", thanks: ["sandi", "bernhard", "karenr", "theo", "priya", "luis"] },
      ),
      says(
        "3h",
        "bernhard",
        "Welcome. Send me the words of which you know only the sound. I collect such words, and a translator is never off duty.",
        { thanks: ["nadia", "sandi"] },
      ),
      says(
        "5h",
        "luis",
        "Welcome Nadia. I am ill in no language, but my daughter was, and I was afraid in Spanish and in Valencian. It is beautiful what you write.",
        { thanks: ["nadia", "sandi"] },
      ),
      says(
        "1d",
        "nadia",
        `
> {{#nadia-hello}}
> there are words my doctor says for which I know only the sound

Yesterday I asked him to write the word down. He wrote it, and the nurse could not read it also. We all laughed. شكرا يا برنهارد, I will send you the paper.
`,
        { thanks: ["bernhard", "priya", "maureen"] },
      ),
      says("4h", "gus", "Doctors’ handwriting is a fourth language. Nobody speaks it."),
      says(
        "7h",
        "theo",
        "For the record, my screen reader switches voice for the Arabic and sounds suddenly much more elegant than it does for Gus.",
        { thanks: ["gus", "nadia", "hal9k"] },
      ),
      says("6h", "nadia", "😄 أهلا وسهلا يا ثيو"),
      says(
        "1d",
        "priya",
        "Welcome! Kannada, Hindi, English, and French at parents’ evenings. I get ill in all four and am believed in about two.",
        { thanks: ["nadia", "bernhard"] },
      ),
    ],
  },
  {
    category: "new-here",
    title: "two weeks in and i have questions (and bruises)",
    lines: [
      says(
        "2026-08-20",
        "amara",
        `
hi everyone. amara, 20, manchester, studying civil engineering

two weeks ago i came home from a festival with what i thought were love letters from a mosh pit. turns out no. they kept me in for three nights and everybody kept using a word i had to google under the blanket

i've read the pinned post and the rules. my questions are mostly not medical, they are like

- do you tell people?? who first
- does the googling stop
- is it normal that i'm mainly angry about the resit i missed 😅
`,
        { key: "amara-hello", thanks: ["sandi", "orla", "theo", "priya", "karenr", "gus"] },
      ),
      says(
        "4h",
        "sandi",
        `
Hello Amara. I'm glad you found us before the two-week mark, it took me sixteen years.

Yes, it is normal to be angry about the resit. It's the size of thing one can be angry about.

Who first: for me it was the person who would notice if I didn't turn up. Everyone else could wait until I had a sentence ready.
`,
        { key: "sandi-first", thanks: ["amara", "priya", "maureen", "nadia"] },
      ),
      says("1h", "gus", "Googling stops when you find out there are wombats in here.", {
        thanks: ["wombat", "amara", "karenr"],
      }),
      says(
        "12h",
        "wombat",
        "He’s not wrong. Welcome, love. The current one is called Biscuit and she’s asleep on my boot.",
        { thanks: ["amara"] },
      ),
      says(
        "9h",
        "hal9k",
        "Googling: it doesn’t stop, it gets better aimed. For the first month I’d suggest reading people here and leaving papers alone. The papers were here before us and they’ll wait.",
        { thanks: ["amara", "bernhard", "sandi"] },
      ),
      says(
        "3h",
        "amara",
        `
> {{#sandi-first}}
> Everyone else could wait until I had a sentence ready

ok this helped a lot. my sentence is "my blood is being weird, i'm being looked after, i'll tell you more when i know more". flatmate said "cool do you want noodles". perfect flatmate
`,
        { thanks: ["sandi", "priya", "theo", "luis", "gus"] },
      ),
      says(
        "10h",
        "priya",
        "Marry the flatmate. (Welcome! And write your questions down before each appointment, there’s a thread.)",
        { thanks: ["amara"] },
      ),
      says(
        "6h",
        "maureen",
        "Hen, I nursed for thirty-eight years and I still looked it up under a blanket. You’re doing fine.",
        { thanks: ["amara", "sandi", "karenr"] },
      ),
      says(
        "2d",
        "theo",
        "Your list was a proper list, with list markup. You have no idea how happy that makes a screen reader. Welcome.",
        { thanks: ["amara", "orla"] },
      ),
      says("5h", "amara", "i did that by accident but i’m keeping the credit"),
      says("2026-09-30", "amara", "update: passed the resit. cryed on a bench. told the bench everything", {
        edit: {
          after: "15m",
          text: "update: passed the resit. cried on a bench. told the bench everything",
          reason: "spelling. i was on a bench",
        },
        thanks: ["sandi", "priya", "maureen", "karenr", "gus", "hal9k", "luis", "wombat"],
      }),
    ],
  },
];
