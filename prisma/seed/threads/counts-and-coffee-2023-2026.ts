import type { Said } from "./counts-and-coffee";

export const from2023to2026: Said[] = [
  [
    "2023-01-14",
    "maureen",
    "New year, same teapot. Sister Agnes is fourteen and has taken up sighing. I’m seventy-one and have taken up swimming, in a pool, in a cap, like a boiled egg.",
  ],
  ["2h", "gus", "I’d pay to see that, and I’d pay not to."],
  [
    "2023-02-18",
    "priya",
    "Coffee, lukewarm, reheated twice, abandoned on the washing machine. Two under four. The platelets are the easy bit.",
  ],
  [
    "2023-03-14",
    "theo",
    "Seventy-two, up the coast again. Coffee on the step, first sun on my face since October, by my reckoning.",
  ],
  ["2023-04-22", "hal9k", "Espresso. Slept nine hours and WOKE UP RESTED. I’ve filed it under cannot reproduce."],
  ["3h", "sandi", "Please attach steps, we all want to try."],
  [
    "20m",
    "hal9k",
    `
1. Sunday
2. Rain
3. Phone in the fridge (by mistake)
4. Nothing else
`,
  ],
  [
    "2023-05-08",
    "jasond",
    "105 at the new place. My doctor there is younger than my chisels, and she reads the old notes before I come in. I like her a lot.",
  ],
  [
    "2023-06-10 15:10",
    "sandi",
    "Twenty-five years today since the ward with the blinds down. No test this year, the doctor says it’s up to me now. I had the harbour cup, on the harbour wall, and nobody took any blood.",
  ],
  ["1h", "maureen", "Twenty-five years. I’ll have a proper cake for that, and I’ll eat your slice for you."],
  ["2h", "theo", "Happy anniversary to the woman who put the kettle on before there was anyone to drink it."],
  [
    "5h",
    "jasond",
    "You told us in 2014 you'd missed one person who didn't need the word explained. Look around, Sandi.",
  ],
  ["6h", "karenr", "Thank you for the table, love."],
  [
    "2023-07-29",
    "nadia",
    "I have now a studio with a window to the water. Coffee with cardamom on the floor, there are no chairs. الحمد لله",
  ],
  ["3h", "bernhard", "A studio without chairs and a table without floor: we complete each other."],
  [
    "2023-09-09",
    "koen",
    "I told in the other thread that it holds. Here I only say: koffie, sun, the cup with the bicycle.",
  ],
  [
    "2023-10-07",
    "gus",
    "First Saturday as a free man. Woke at ten to five. Made tea for the wife, who said some words.",
  ],
  ["2h", "maureen", "It takes a year. I got up for a shift in my sleep and put my tunic on over the nightie."],
  [
    "2023-11-11",
    "wombat",
    "Fences down, three wombats in the pantry, no number and no time for one. Tea. Happy as a clam.",
  ],
  [
    "2023-12-23",
    "luis",
    "Mila made the crib with platelets. There are the shepherds and then small round ones of clay behind. The priest asked me. I told him: they are visitors.",
  ],
  ["2h", "nadia", "Visitors! Tell Mila I would have her in the studio tomorrow."],
  [
    "2024-01-20",
    "karenr",
    "Ten years this May for me at this table. I’ve written maybe a thousand words in all that time and you’ve answered every one. Coffee, loaf cup.",
  ],
  ["2024-02-06", "nadia", "79! I don’t run in the stairs any more, I walked. But I walked loudly."],
  [
    "2024-02-24",
    "hal9k",
    "Somebody at work has been diagnosed with something with eleven letters. She asked how I do it. I heard myself say “find a table.” Then I sent her a link to a kettle.",
  ],
  ["5h", "sandi", "That’s the loveliest thing you’ve ever typed, Hal."],
  [
    "2024-03-30",
    "priya",
    "Spring break. Coffee HOT. I’m writing this in the car in front of my own house, for eleven more minutes.",
  ],
  ["2024-04-09", "theo", "78, best yet. I asked the receptionist to say it twice, purely for the vowels."],
  [
    "2024-04-16",
    "gus",
    "93, highest ever, and me doing nowt but crosswords. Cake. They’d a nine and a three this time.",
  ],
  ["1h", "hal9k", "Upside down and backwards that’s E6, which is also a good result in chess."],
  [
    "2024-06-15",
    "bernhard",
    "My mother died in May. She was ninety-one. In her bedside table was a list of my counts, all of them since 2003, in her hand, with dates. She had believed every one.",
    "bernhard-mother",
  ],
  ["40m", "maureen", "Oh, Bernhard."],
  ["1h", "gus", "Sorry, mate. What a mum."],
  ["2h", "sandi", "Twenty-one years of dates. She was sitting at this table the whole time."],
  ["3h", "nadia", "الله يرحمها. I am sending nothing and thinking much."],
  ["6h", "jasond", "I keep reading that last sentence. I'm sorry, my friend."],
  ["5h", "karenr", "With you Bernhard. Thank you for telling us."],
  [
    "2024-06-29",
    "bernhard",
    `
> {{#bernhard-mother}}
> all of them since 2003, in her hand

I have now written the next one under it, in mine. Thank you for the chairs. Coffee, her cup.
`,
  ],
  [
    "2024-07-27",
    "priya",
    "Anjali (4) asked why I get a plaster with stars and she gets a plain one. I now have stars on both arms and she has four on her forehead.",
  ],
  [
    "2024-08-17",
    "koen",
    "Wim and me are twenty years together. We rode a tandem and quarrelled on the bridge and not on the hill. Coffee for two.",
  ],
  [
    "2024-09-28",
    "wombat",
    "Number’s not due but the lupus had a word with me last month. Better now. Tea on the step and a very young bloke called Kevin in the pouch bag.",
  ],
  ["4h", "theo", "Please tell me that Kevin is a wombat."],
  ["30m", "wombat", "lol. he is. I’d have said if I’d met a fella"],
  [
    "2024-11-02",
    "maureen",
    "Sister Agnes went in her sleep on Thursday, on the warm lid. Sixteen or so. I’m not fit for tea. Just telling you.",
  ],
  ["1h", "hal9k", "I’m so sorry, Maureen. She had a whole loaf shaped after her. Few of us get that."],
  ["2h", "theo", "I only ever knew her by report, and I shall miss her very much."],
  ["8h", "karenr", "Lit the oven for her this morning."],
  [
    "2024-12-21",
    "maureen",
    "A wee box came from Gothenburg. A lid. A clay bread lid with a cat asleep on it, and it doesn’t fit any pot I own, and it’s not meant to. Thank you, hen.",
  ],
  [
    "2025-01-18",
    "orla",
    "Storm took the power for two days and the forum stood on its backup like a goat on a rock. Tea by torchlight. My sister’s 91, the number, not the age.",
  ],
  ["2025-02-27", "wombat", "77! Rang the mechanic to tell him as he was next on the list."],
  ["2025-03-10", "maureen", "63, and a new kitten, doesn’t sit still for a name. Currently “Oi”."],
  ["3h", "gus", "I’ve been called that at every stop from here to Hessle. It’s a good name."],
  [
    "2025-04-08",
    "theo",
    "Seventy on the nose. The clinic has a new machine that tells you your place in the queue aloud. I asked who’d voiced it. Nobody knew. It’s not bad.",
  ],
  [
    "2025-05-17",
    "luis",
    "Mila is eleven in June and drinks her first coffee, mostly milk. She made a face like a cat in a shower and finished it, from pride.",
  ],
  [
    "2025-06-21",
    "priya",
    "Last day of school! Filter coffee from the great height, only a little on the cat-free floor. Rohan says “count” for every number bigger than three.",
  ],
  [
    "2025-08-16",
    "jasond",
    "Thirty years of teaching shop this month. The kids gave me a stool. Three legs, white oak. Every wedge flush. I'm so proud I could spit.",
  ],
  ["2h", "gus", "Flush! They’ve beaten the master."],
  ["2025-09-02", "koen", "118, I read it in the rain on the phone and rode on, what else."],
  [
    "2025-10-11",
    "hal9k",
    "Espresso. I’ve been at this table for ten years and have only now noticed that Sandi never told us how she takes her coffee, only her tea.",
  ],
  ["4h", "sandi", "Badly, Hal. I take it badly. That’s why it needs the leaf."],
  ["2025-11-13", "priya", "84! And both children in bed by seven, which is the statistically less likely event."],
  [
    "2025-12-20",
    "nadia",
    `
تغيب الشمس هنا في الثالثة والنصف. أشعلت الفرن لأستأنس به فقط.

(The sun goes here at half past three. I lit the kiln only for company.) Coffee, cardamom, the leaning cup from the first day.
`,
  ],
  [
    "2026-01-17",
    "bernhard",
    "Coffee. I have sorted my mother’s papers at last and found that the trumpeter’s name was in her address book. They had been having tea every Thursday.",
  ],
  ["2h", "maureen", "She never did!"],
  ["3h", "sandi", "Of course she had a table of her own."],
  [
    "2026-03-07",
    "wombat",
    "Autumn nearly. Tea. Rain on the tin, Kevin long gone, a new one called Biscuit who bites. Haven’t looked at my shins since Tuesday and only remembered just now.",
  ],
  ["2026-04-14", "theo", "74, and my sister described the chart to me and said it’s dull. I’ve framed the remark."],
  [
    "2026-05-23",
    "karenr",
    "Twelve years. We’ve taken on an apprentice, she’s nineteen and scared of the oven door. I showed her my arms and told her it’s not all oven.",
  ],
  ["2026-06-24", "karenr", "55, same! Somebody tell Jason."],
  ["5h", "jasond", "SAME. I finally had the T-shirt made. It's on its way to Adelaide, size medium, don't argue."],
  [
    "2026-07-11",
    "gus",
    "Tea in the garden. The grandson asked what I did all day before I was retired. I said I took people home. He thought about it and said “all of them?”",
  ],
  ["2h", "theo", "All of them, Gus."],
  [
    "2026-08-22",
    "amara",
    "hiii is this the table. oat flat white bc i’m a cliché. count is 38 i think, it’s on a sticky note on the fridge at uni",
  ],
  ["1h", "gus", "This is the table. Shove up, everyone. What’s a cliché take for a biscuit?"],
  ["15m", "amara", "a hobnob, respectfully"],
  ["6h", "sandi", "Welcome, Amara. The hobnobs are under the chocolate ones."],
  ["2h", "nadia", "Left hand or right?"],
  ["11h", "amara", "left? why"],
  ["3h", "maureen", "Oh, you’ll see, hen."],
  [
    "2026-09-15",
    "hal9k",
    "83, a personal record, on the day before my birthday. I’m taking both personally. Espresso, lamp cup, window open.",
  ],
  [
    "2026-10-05",
    "jasond",
    "91 and first frost. The bowl finally went through at the bottom, after seventeen years of sanding. I hung it up as a ring. My wife says it's a frame now.",
  ],
  ["4h", "hal9k", "A frame for what?"],
  ["25m", "jasond", "She put the slip with the 112 in it."],
  [
    "2026-11-07",
    "amara",
    "A PARCEL. it has a tiny bridge under it where nobody sees. i rang my mum and held it up to the phone and she said who are these people",
  ],
  ["50m", "luis", "We are the visitors. Welcome."],
  ["2h", "nadia", "أهلا بك على الطاولة يا أمارة. Drink something warm from it."],
  [
    "2026-11-14",
    "sandi",
    "Tea, milk in last. I scrolled up to the top this morning, which takes a while now. Twelve years, and not one at-least. How’s everyone’s Saturday?",
  ],
  ["2h", "karenr", "Yours is my Sunday, love. Third trays are in. Same, thank you."],
  ["8h", "amara", "oat flat white. left-handed. 61 as of friday. hobnobs are out and it’s my turn to bring them"],
];
