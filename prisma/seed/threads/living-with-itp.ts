import { type Script, says } from "../script";

export const livingWithItp: Script[] = [
  {
    category: "living-with-itp",
    title: "The tiredness nobody can see",
    lines: [
      says(
        "2016-01-18",
        "hal9k",
        `
My count is decent at the moment. I look well. Everyone says so, and it is starting to annoy me.

On Saturday I slept eleven hours, had breakfast, and went back to bed as if breakfast had been a marathon. My haematologist says the count doesn't explain it. Fine, but something does.

How do you explain a tiredness that has no number?
`,
        { key: "no-number", thanks: ["maureen", "jasond", "sandi", "karenr"] },
      ),
      says(
        "3h",
        "maureen",
        `
> {{#no-number}}
> a tiredness that has no number

You've put your finger on it. I tell my daughter I've got a phone with an old battery. It says eighty percent, you take one photograph, and it's dead.
`,
        { key: "old-battery", thanks: ["hal9k", "karenr", "sandi", "gus", "bernhard"] },
      ),
      says(
        "6h",
        "jasond",
        "Two kinds, for me. There's shop tired, where I've earned it, and there's this, where somebody siphoned the tank overnight.",
        { thanks: ["hal9k", "maureen"] },
      ),
      says("5h", "karenr", "Mine comes at eleven in the morning like a delivery. I’ve learned to sit down for it."),
      says(
        "8h",
        "bernhard",
        "I have stopped saying tired. I say: today I have one task in me. Then people ask which task, instead of giving me advice on sleep.",
        { thanks: ["hal9k", "sandi", "maureen", "karenr", "jasond"] },
      ),
      says("2h", "gus", "One task in me. Mine’s lunch."),
      says(
        "1d",
        "hal9k",
        "I used the phone battery on my manager, and she moved our stand-up from nine to ten. Thank you, Maureen. Genuinely.",
        { thanks: ["maureen", "bernhard"] },
      ),
      says(
        "2018-05-02",
        "theo",
        "Late to this. I plan in wheels: a day has four, a shower takes one, a studio day takes three. What nobody tells you is that you can’t borrow from Thursday. I’ve tried.",
        { thanks: ["hal9k", "maureen", "sandi", "koen"] },
      ),
      says(
        "2019-10-01",
        "nadia",
        "In Arabic we say التعب for tiredness and for trouble both. The illness knew this before me.",
        { thanks: ["theo", "bernhard", "maureen"] },
      ),
      says("2026-09-08 13:20", "amara", "found this thread at 2pm in bed and felt so seen i nearly sat up", {
        thanks: ["hal9k", "maureen", "theo", "priya"],
      }),
    ],
  },
  {
    category: "living-with-itp",
    title: "Waiting for the count: what do you do with the hour?",
    lines: [
      says(
        "2015-06-20",
        "hal9k",
        "Blood taken at nine, result “within the hour or so”. I have now refreshed the same page forty times. What do you do with that hour? Serious answers and others.",
        { thanks: ["sandi", "gus"] },
      ),
      says("50m", "gus", "Sit in the hospital café and mark the scones out of ten. Ours gets a firm seven.", {
        thanks: ["hal9k", "karenr"],
      }),
      says(
        "5h",
        "jasond",
        "I sand something. There's a bowl in my house that has been sanded for six years, it's thin as a potato chip by now.",
        { thanks: ["hal9k", "gus", "sandi"] },
      ),
      says("2h", "sandi", "Knit. You can count stitches instead. It uses up the counting part of the brain.", {
        thanks: ["hal9k", "karenr"],
      }),
      says("11h", "karenr", "Work. The dough doesn’t care."),
      says(
        "9h",
        "bernhard",
        "I guess the number beforehand and write it on a slip of paper. In twelve years I was right once, and insufferable for a week.",
        { key: "guess-slip", thanks: ["hal9k", "sandi", "gus"] },
      ),
      says(
        "3h",
        "hal9k",
        `
> {{#guess-slip}}
> I guess the number beforehand

Started today. Guessed 60. It was 41. So that's a bug in my model.
`,
        { thanks: ["bernhard"] },
      ),
      says("2016-04-20", "koen", "I ride around the hospital. It is 2,4 km. The record is eleven rounds.", {
        thanks: ["hal9k", "gus", "jasond"],
      }),
      says(
        "2019-02-02",
        "priya",
        "I grade homework. Some thirteen-year-olds have received very generous marks because I was at the good end of a wait.",
        { thanks: ["hal9k", "sandi", "karenr", "theo"] },
      ),
      says(
        "2026-10-02",
        "amara",
        "tried the guessing slip. wrote 50. it said 52. i am now a prophet 🔮 do not speak to me",
        { thanks: ["bernhard", "hal9k", "priya", "gus"] },
      ),
    ],
  },
  {
    category: "living-with-itp",
    title: "Dentist next week and I’m rehearsing",
    lines: [
      says(
        "2016-09-13",
        "koen",
        "I must to the dentist Tuesday. A new one. Last time I said ITP and the man said, is that a union? How do you tell it so that they listen?",
        { thanks: ["gus", "maureen"] },
      ),
      says("4h", "gus", "Is that a union 😂 I’m sorry. I’d have joined.", { thanks: ["koen"] }),
      says(
        "3h",
        "maureen",
        "For what it’s worth, I ring beforehand, not on the day, and I ask that the dentist speaks to my haematology clinic directly. Then I’m not the messenger. Some clinics give you a wee letter to take. You could ask yours if they do that.",
        { thanks: ["koen", "karenr", "hal9k", "sandi"] },
      ),
      says(
        "7h",
        "sandi",
        "My sister the hygienist says the ones who ask you to spell it are the good ones. The ones who nod are the ones to worry about.",
        { thanks: ["koen", "maureen", "bernhard"] },
      ),
      says(
        "10h",
        "karenr",
        "I take a card with the clinic’s phone number and just hand it over. Saves my mouth for the drilling.",
      ),
      says(
        "2016-09-20",
        "koen",
        "Report. She called the hospital herself, while I was in the chair. Only cleaning today. She asked me to spell it. I was moved, with a hose in my mouth.",
        { thanks: ["sandi", "maureen", "gus", "karenr", "hal9k", "jasond"] },
      ),
      says("2h", "maureen", "Keep that woman."),
      says(
        "2022-06-14",
        "priya",
        "Six years on, and I sent a colleague here for the “ask you to spell it” rule. It works for pharmacists too.",
      ),
    ],
  },
  {
    category: "living-with-itp",
    title: "What people say about the bruises",
    lines: [
      says(
        "2017-07-05",
        "karenr",
        "Lady at the counter today, very quietly: “Love, is everything all right at home?” I said it was the oven door. She didn’t believe me, and it WAS the oven door. What do you get?",
        { key: "oven-door", thanks: ["wombat", "sandi", "gus", "maureen"] },
      ),
      says("3h", "wombat", "I get asked if it’s the wombat and it usually is. Very restful.", {
        thanks: ["karenr", "gus", "hal9k"],
      }),
      says(
        "5h",
        "gus",
        "Passenger: “You want to see the other fella.” Me: “There’s no other fella, it was a wheelie bin.”",
        { thanks: ["karenr", "koen"] },
      ),
      says(
        "6h",
        "sandi",
        `
> {{#oven-door}}
> Love, is everything all right at home?

I had that in 1999, from a nurse, with my husband sent out of the room. I was insulted for about a minute. Then I thought of the woman for whom that question is the one open door in a year, and I've been grateful to that nurse ever since. Now I say: "It's a blood thing, I'm safe, and thank you for asking. Please keep asking people."
`,
        { key: "keep-asking", thanks: ["karenr", "maureen", "hal9k", "jasond", "bernhard", "wombat", "koen"] },
      ),
      says(
        "2h",
        "maureen",
        "I asked that question for thirty-eight years. Thank you for that, Sandi. I had to go and stand in the kitchen for a bit.",
        { thanks: ["sandi", "karenr"] },
      ),
      says("11h", "karenr", "Going to say it your way from now on, Sandi. Thank you.", { thanks: ["sandi"] }),
      says(
        "8h",
        "hal9k",
        "Colleague, inspecting my arm: “Is that Italy?” It was, with Sicily. I was almost proud of it.",
        { thanks: ["gus", "jasond", "wombat"] },
      ),
      says(
        "2018-06-21",
        "luis",
        "For us it is difficult because she is four. At the swimming pool a woman looks at Mila and then looks at me, long. I want to have a sign on my shirt. Sandi, your sentence I learn it by heart, in Spanish.",
        {
          thanks: ["sandi", "karenr", "maureen", "theo", "wombat"],
        },
      ),
      says("2019-09-12", "nadia", "An old man on the tram: «You must eat more.» Every people has its advice.", {
        thanks: ["gus", "priya"],
      }),
      says("2026-09-11", "amara", "mine was a bouncer. long story. he now waves at me", {
        thanks: ["karenr", "wombat", "gus"],
      }),
    ],
  },
  {
    category: "living-with-itp",
    title: "Travelling: what goes in the bag",
    lines: [
      says(
        "2022-03-03",
        "nadia",
        `
In May I fly home to Alexandria, the first time since I am ill. I am making a list, and I ask you what is missing.

- the letter of the clinic, in English and in Arabic (my cousin translates, she is strict)
- my tablets in the hand bag and never in the suitcase
- the last three counts on paper
- the number of the clinic, also on paper, because a phone can die
- patience, for my aunts
`,
        { key: "nadia-list", thanks: ["sandi", "bernhard", "priya", "theo", "maureen"] },
      ),
      says(
        "3h",
        "bernhard",
        "Ask the clinic to write the substance and not only the brand on the letter. Brands change at borders. The cousin will also be glad.",
        { thanks: ["nadia", "priya", "hal9k"] },
      ),
      says(
        "4h",
        "priya",
        `
Your list is better than mine, which is saying something. I add:

1. insurance papers **with the illness declared**, and the page where it says so marked with a sticky note
2. where the nearest hospital to the place I'm staying is, looked up at home, while calm
3. something sweet for the person who carries the bag
`,
        { thanks: ["nadia", "sandi", "bernhard"] },
      ),
      says(
        "9h",
        "theo",
        "Airports, for me: the chair goes in the hold and I sit on a strange seat for hours. I ask to be told before anyone lifts me, and by the arms is how bruises happen. I say it cheerfully and I say it twice.",
        { thanks: ["nadia", "maureen", "sandi"] },
      ),
      says("6h", "koen", "Compression socks with pictures of frites. Not medical. Only for the mood."),
      says("1d", "gus", "We do a week in Bridlington. I take a jumper."),
      says(
        "2022-05-29",
        "nadia",
        `
> {{#nadia-list}}
> patience, for my aunts

I am back. I needed all of it and the patience most. One aunt has rubbed me with olive oil "for the blood". I let her. The sea was there. الحمد لله على كل شيء
`,
        { thanks: ["sandi", "priya", "karenr", "bernhard", "theo", "luis", "maureen"] },
      ),
      says("4h", "luis", "The oil of olives is for the salad and for the aunts. Welcome back.", {
        thanks: ["nadia", "priya"],
      }),
      says(
        "2025-08-04",
        "bernhard",
        "I return to this list before every trip. It deserves to be found more easily, so I write it plainly: travel, flying, holiday, abroad, packing list, letter.",
        { thanks: ["nadia", "orla"] },
      ),
    ],
  },
  {
    category: "living-with-itp",
    title: "Periods, iron, and not whispering about it",
    audience: "members",
    lines: [
      says(
        "2020-11-10",
        "priya",
        `
I've made this one members only, so that we can say it aloud.

Heavy periods with ITP. I taught a full day on Friday with a cardigan tied round my waist, counting the minutes to each bell. I'm 34, I can talk about hyperbolas in front of thirty teenagers, and I could not say the word to my (very nice, male) doctor until the last minute with my hand on the door.

How did you say it?
`,
        { key: "cardigan", thanks: ["sandi", "nadia", "karenr", "maureen", "wombat"] },
      ),
      says(
        "5h",
        "sandi",
        "I wrote it on paper and handed it over: “This is how many, this is how long, this is what I cancelled because of it.” The third column did it. They understand cancelled.",
        {
          key: "third-column",
          thanks: ["priya", "nadia", "wombat", "maureen"],
        },
      ),
      says(
        "2h",
        "nadia",
        "With me it was the nurse. I waited for the doctor to go out and I told her in bad Swedish with my hands. She had understood before the hands.",
        { thanks: ["priya", "sandi", "maureen"] },
      ),
      says(
        "6h",
        "karenr",
        "Iron was the thing nobody had looked at. I only mention it because I’d thought all the tiredness was the ITP. I’m glad I asked.",
        { thanks: ["priya", "nadia"] },
      ),
      says(
        "10h",
        "maureen",
        "As one who heard it from the other side of the desk for decades: there’s nothing you can say that’ll shock anybody. And if somebody does look shocked, that’s their training wanting, not you.",
        {
          thanks: ["priya", "sandi", "nadia", "wombat", "karenr"],
        },
      ),
      says(
        "8h",
        "priya",
        `
> {{#third-column}}
> They understand cancelled.

Third column made. It has seven entries since August and I cried a little making it. Appointment is on the 24th. I'll hand it over at the START.
`,
        { thanks: ["sandi", "maureen", "nadia"] },
      ),
      says(
        "2020-11-25",
        "priya",
        "Handed over. He read it, put his pen down and said “Thank you, I should have asked.” We have a plan. Cardigan retired.",
        { thanks: ["sandi", "karenr", "nadia", "maureen", "wombat"] },
      ),
      says(
        "2026-09-21",
        "amara",
        "reading this in the uni library with my hood up and then slowly with my hood down. thank you all so much",
        { thanks: ["priya", "sandi", "maureen", "nadia"] },
      ),
    ],
  },
  {
    category: "living-with-itp",
    title: "Early shifts, and telling the boss",
    lines: [
      says(
        "2015-03-04",
        "gus",
        `
Bus driver. Diagnosed before Christmas, back on light duties next week, which at our depot means counting other people's tickets in a cupboard.

Question. Depot manager wants to know "what it is and when it'll be done". I can't tell him either. Do you tell the whole tale or the short one?
`,
        { thanks: ["jasond", "sandi"] },
      ),
      says(
        "6h",
        "jasond",
        "Short one, in writing, with a date on it. I told my principal the long one in a hallway and by lunch I had leukemia.",
        { thanks: ["gus", "sandi"] },
      ),
      says(
        "3h",
        "sandi",
        "School secretary here, so I’m the one who files those notes. What helped people most was saying what would be different on an ordinary day. Not the illness. The Tuesday.",
        { key: "the-tuesday", thanks: ["gus", "karenr", "bernhard", "jasond"] },
      ),
      says(
        "9h",
        "gus",
        `
> {{#the-tuesday}}
> Not the illness. The Tuesday.

That's clever, that. So: "On a Tuesday I'll drive like I always did. If I get a bad blood test I'll ring the night before. If I bang my head I go to hospital and the bus stays where it is."
`,
        { thanks: ["sandi", "jasond", "karenr", "bernhard"] },
      ),
      says("1d", "bernhard", "This is a better text than most of those I am paid to translate.", {
        thanks: ["gus", "sandi"],
      }),
      says(
        "2015-03-11",
        "gus",
        "Told him. He said “Right.” Then he put me on lates instead of earlies and got me a proper chair for the cupboard. For him that’s a sonnet.",
        { thanks: ["sandi", "jasond", "karenr", "bernhard"] },
      ),
      says(
        "2015-06-12",
        "hal9k",
        "Wrote mine as a release note. “Known issues: may bruise. Workaround: none needed. Support: ask me, not the internet.” It went down well.",
        { thanks: ["gus", "sandi", "jasond"] },
      ),
      says(
        "2023-10-06",
        "gus",
        "Coda. Retired today. Thirty-one years, one illness, no passengers lost. They gave me the number off the front of the bus and I’ve hung it in the downstairs loo.",
        {
          thanks: [
            "sandi",
            "hal9k",
            "maureen",
            "koen",
            "theo",
            "karenr",
            "jasond",
            "wombat",
            "luis",
            "nadia",
            "priya",
            "bernhard",
          ],
        },
      ),
    ],
  },
  {
    category: "living-with-itp",
    title: "Back on the bicycle, or not yet",
    lines: [
      says(
        "2019-09-16",
        "koen",
        `
It is back. Seven years it was away and in August it came back, in one week, like a neighbour who has lost the key.

I am a postman with a bicycle. The doctor says now not, we look again in some weeks. I understand it. My legs do not understand it.

I don't ask if I may. I ask: what did you do with the legs?
`,
        { key: "the-legs", thanks: ["hal9k", "sandi", "gus", "maureen", "theo", "jasond"] },
      ),
      says("1h", "gus", "Ah, mate. Sorry. Seven years is a good run and it’s still rotten.", { thanks: ["koen"] }),
      says(
        "3h",
        "hal9k",
        "Walked. Long, flat, boring, with podcasts. I hated it, and then I knew every dog in Bristol.",
        { thanks: ["koen", "theo"] },
      ),
      says(
        "4h",
        "theo",
        "Speaking as the man whose legs retired early: the part that misses it isn’t in the legs, it’s the going somewhere under your own steam. Find the next thing that has that in it. Mine was a tandem with a very patient colleague.",
        {
          key: "own-steam",
          thanks: ["koen", "sandi", "maureen", "hal9k", "nadia", "karenr"],
        },
      ),
      says(
        "14h",
        "koen",
        `
> {{#own-steam}}
> the going somewhere under your own steam

Yes. This is it exactly. I have bought a rowing machine of a widow, second hand. I go nowhere but under own steam.
`,
        { thanks: ["theo", "hal9k", "gus"] },
      ),
      says("9h", "sandi", "Please tell us how the first row goes."),
      says("8h", "koen", "I rowed in the garage to the radio. Theo, it was one of yours, about lighthouses.", {
        thanks: ["theo", "sandi"],
      }),
      says(
        "2020-06-17",
        "koen",
        "The doctor said: slowly, on flat roads, and not in the peloton. So today 14 km along the Leie. There were cows. I have greeted all of them.",
        {
          thanks: [
            "theo",
            "hal9k",
            "sandi",
            "gus",
            "maureen",
            "jasond",
            "nadia",
            "karenr",
            "priya",
            "luis",
            "bernhard",
          ],
        },
      ),
      says("3h", "luis", "¡Olé las vacas! We are happy for you here.", { thanks: ["koen"] }),
    ],
  },
  {
    category: "living-with-itp",
    title: "Writing your counts so that everyone can read them",
    lines: [
      says(
        "2019-05-20",
        "theo",
        `
A small plea. Pictures of lab slips are silent to me. So are tables made out of dots and spaces: I hear "dot dot dot dot fifty-seven".

A real table works beautifully, because the reader tells me the column. These are mine, as an example, and **mine only**, they say nothing about anybody else's:

| Day | Count | What was going on |
| --- | ---: | --- |
| 14 Nov 2017 | 19 | diagnosed |
| 9 Jan 2018 | 57 | in the studio again |
| 15 May 2018 | 82 | nothing, bliss |
| 20 Nov 2018 | 64 | a cold |
| 14 May 2019 | 71 | the lighthouse series |

There's a button for it above the box you write in.
`,
        {
          key: "theo-table",
          edit: {
            after: "12h",
            text: `
A small plea. Pictures of lab slips are silent to me. So are tables made out of dots and spaces: I hear "dot dot dot dot fifty-seven".

A real table works beautifully, because the reader tells me the column. These are mine, as an example, and **mine only**, they say nothing about anybody else's:

| Day | Count (×10⁹/L) | What was going on |
| --- | ---: | --- |
| 14 Nov 2017 | 19 | diagnosed |
| 9 Jan 2018 | 57 | in the studio again |
| 15 May 2018 | 82 | nothing, bliss |
| 20 Nov 2018 | 64 | a cold |
| 14 May 2019 | 71 | the lighthouse series |

There's a button for it above the box you write in.
`,
            reason: "Put the unit into the heading, as Priya teaches",
          },
          thanks: ["orla", "priya", "hal9k", "bernhard", "sandi"],
        },
      ),
      says("2h", "hal9k", "Guilty of the dots. I’ve gone back and changed two of mine. Sorry, @Theo.W.", {
        thanks: ["theo"],
      }),
      says(
        "7h",
        "priya",
        "As a maths teacher: unit in the heading, numbers right-aligned, one thing per column. I could kiss this table.",
        { thanks: ["theo", "bernhard"] },
      ),
      says(
        "3h",
        "jasond",
        "My lab prints ×10³/µL and yours says ×10⁹/L. I spent a year thinking I was a thousand times worse off than Karen. Same number, two names.",
        { key: "two-names", thanks: ["theo", "karenr", "priya", "hal9k"] },
      ),
      says(
        "11h",
        "karenr",
        `
> {{#two-names}}
> I spent a year thinking I was a thousand times worse off than Karen

I spent that same year thinking you were some sort of miracle.
`,
        { thanks: ["jasond", "theo", "gus"] },
      ),
      says(
        "2025-04-09",
        "theo",
        "Six years on, and the forum now draws a chart of your counts with the table underneath it. Somebody was listening. My own line looks, I’m told, like the coast of Pembrokeshire.",
        { thanks: ["orla", "hal9k", "sandi", "priya"] },
      ),
    ],
  },
  {
    category: "living-with-itp",
    title: "Exams and appointments on the same day, obviously",
    lines: [
      says(
        "2026-10-12",
        "amara",
        `
so the clinic rang. new appointment: thursday 29th, 10.30. structures midterm: thursday 29th, 10.00. of course

i don't want to be the girl with the Condition in my year. i also don't want to fail structures because of blood. how did people with school/uni/teaching jobs handle this?
`,
        { key: "same-day", thanks: ["priya", "sandi", "hal9k"] },
      ),
      says(
        "5h",
        "priya",
        `
Teacher's side of the desk: we would so much rather know.

- One email, to one named person (ask who does disability or wellbeing support)
- what you need, not what you have
- copy of the appointment letter with everything but date and place blacked out

You don't become the girl with the Condition. You become the one who wrote a clear email, which is far rarer.
`,
        { key: "clear-email", thanks: ["amara", "sandi", "theo", "hal9k", "bernhard"] },
      ),
      says(
        "2h",
        "sandi",
        "And ring the clinic as well. “Is there any other slot that week?” costs one minute. I answered a phone for thirty years: people who ask nicely get slots.",
        { thanks: ["amara", "priya", "maureen"] },
      ),
      says(
        "9h",
        "theo",
        "You may be entitled to arrangements without explaining yourself to anyone who isn’t in that office. Ask them how it works at yours. I was thirty before I asked, and I was cross with my younger self.",
        { thanks: ["amara", "priya"] },
      ),
      says(
        "1d",
        "amara",
        `
> {{#clear-email}}
> what you need, not what you have

sent it. four lines. got a reply in TWENTY MINUTES: sit it on the friday, don't worry, good luck. i'd been worrying for three weeks
`,
        { thanks: ["priya", "sandi", "theo", "karenr", "maureen", "luis"] },
      ),
      says("2h", "gus", "Bridges, isn’t it, structures? Good. I’ve driven over some I’d like you to look at.", {
        thanks: ["amara", "hal9k"],
      }),
      says(
        "2026-11-13",
        "amara",
        "68 in structures!!! count was 61. never been so pleased with two numbers in the sixties",
        {
          thanks: ["priya", "sandi", "gus", "hal9k", "karenr", "theo", "jasond", "nadia"],
        },
      ),
    ],
  },
  {
    category: "living-with-itp",
    title: "Lost the job, and I think it was the sick days",
    audience: "members_unlisted",
    lines: [
      says(
        "2022-02-01",
        "hal9k",
        `
I've set this so that search engines don't get it. My name here isn't my name, but still.

Contract not renewed. They said "restructuring". There were nine of us, and it was me and one other, and the other has a baby. I was off for six weeks in the autumn.

I'm not asking for a lawyer. I've an appointment with my union. I just needed to say it somewhere where nobody answers "but you look so well".
`,
        { key: "not-renewed", thanks: ["sandi", "gus", "theo", "maureen", "priya", "koen"] },
      ),
      says("1h", "gus", "Sod them. Glad you’ve got the union. Ring me if you want, Orla can pass you my number.", {
        thanks: ["hal9k", "theo"],
      }),
      says(
        "3h",
        "theo",
        "I’m sorry. That restructuring has happened to me too; oddly it always restructures around the ramp. Write down dates and sentences now, while they’re fresh. Not for anything in particular. For you.",
        {
          thanks: ["hal9k", "sandi", "gus"],
        },
      ),
      says("2h", "sandi", "I’m so sorry, Hal. And for the record, I have no idea how you look."),
      says("10h", "hal9k", "That made me laugh for the first time since Friday. Thanks, Sandi.", { thanks: ["sandi"] }),
      says(
        "2022-05-16",
        "hal9k",
        "New job. Smaller firm. In the interview I said “I have a chronic illness, it’s mostly boring, I’ll tell you when it isn’t.” They said “Same, knees.” I start in June.",
        {
          thanks: ["gus", "sandi", "theo", "priya", "maureen", "koen", "karenr", "nadia"],
        },
      ),
    ],
  },
];
