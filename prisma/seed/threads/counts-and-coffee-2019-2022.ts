import type { Said } from "./counts-and-coffee";

export const from2019to2022: Said[] = [
  [
    "2019-01-19",
    "priya",
    "Hello! Filter coffee in a steel tumbler, the South Indian way, which means pouring it from a great height and hoping. 63, nine days ago. I teach maths, so I’ll try not to plot you all.",
  ],
  ["2h", "sandi", "Welcome, Priya. Plot away, only don’t extrapolate."],
  ["40m", "priya", "You’ve just won my heart."],
  [
    "2019-02-23",
    "wombat",
    "69 ish, they rang it through and the line was bad, could have been 59 or “nice one”. Tea for a change.",
  ],
  ["5h", "hal9k", "Logging it as nice one."],
  [
    "2019-03-16",
    "gus",
    "Tea. Drove a hen party to Beverley and back, all of them dressed as traffic lights. Best-behaved load I’ve had in years. No numbers.",
  ],
  [
    "2019-04-06",
    "karenr",
    "Autumn! Finally could bake without melting. Coffee and the burnt corner, which is the cook’s.",
  ],
  [
    "2019-05-14 20:50",
    "theo",
    "71 this morning, and the lighthouse programme went out the same evening, so it was a good day for small lights.",
  ],
  ["3h", "bernhard", "I have listened to it. I did not know that the lenses have names."],
  [
    "2019-06-20",
    "priya",
    "58 today. They rang me in the middle of fractions. I wrote it on the board by accident, and a boy reduced it to 29 over one half. Chai.",
  ],
  [
    "2019-06-22",
    "luis",
    "It is the night of San Juan tomorrow, fires on the beach. Mila may watch from the shoulders of me. Horchata for her, coffee for the shoulders.",
  ],
  ["2019-07-20", "hal9k", "Espresso tonic. I am told it’s modern. It tastes like a mistake somebody is proud of."],
  ["2h", "maureen", "Sounds like my brother-in-law."],
  [
    "2019-08-10",
    "jasond",
    "Summer break, iced coffee, canoe on sawhorses in the yard. The canoe has more ribs than I do, and better counts.",
  ],
  ["2019-08-31", "koen", "22 on Tuesday. It is back. Koffie, cold, I forgot it. I don’t want to say more today."],
  ["30m", "gus", "We’re here, lad. Nobody’s going anywhere."],
  ["2h", "maureen", "Koen, pet. Drink something warm. You needn’t write back."],
  ["4h", "sandi", "Sitting with you, Koen."],
  ["6h", "jasond", "Here, too. Put the kettle on for him, somebody closer."],
  ["9h", "karenr", "Here as well, before work. And after."],
  ["2019-09-07", "koen", "Thank you for the chairs. I have read it each evening. Koffie, warm."],
  [
    "2019-09-14 06:50",
    "nadia",
    "صباح الخير. I bring Arabic coffee with cardamom in a cup I made, it leans a little. 31, from the third of the month. May I sit by Koen? We are both new at old things.",
  ],
  ["2h", "koen", "Please sit. The cup leans in the good direction."],
  ["50m", "gus", "Cardamom! The table’s gone up in the world."],
  [
    "2019-10-08",
    "hal9k",
    "71! Highest in years. I’d like to thank nobody, because we’ve no idea why. Espresso, doppio, in the good cup.",
  ],
  ["3h", "jasond", "Nobody accepts the award on behalf of the Academy."],
  [
    "2019-11-02",
    "maureen",
    "Clocks back, lights on at four. Tea and a tattie scone. Count’s fine and I’m out of sorts, which is allowed, I’ve decided.",
  ],
  [
    "2019-11-16",
    "koen",
    "Koffie. The rowing machine squeaks in the rhythm of a song that I can not name. Wim can. He has forbidden it.",
  ],
  [
    "2019-11-23",
    "theo",
    "Coffee, and a biscuit that turned out to be a coaster. No comment on the texture. No number till January.",
  ],
  [
    "2019-12-14",
    "priya",
    "Thirty-five weeks. Decaf. I’m the shape of a globe, and a student asked whether he could find Peru.",
  ],
  ["5h", "wombat", "😂 tell him it’s round the back"],
  [
    "2019-12-28",
    "orla",
    "Tea, by the fire. In this year the forum was down for nineteen minutes, and eleven of those were me with the wrong cable. My sister: 80, and a new dog.",
  ],
  ["2020-01-14", "theo", "Sixty-eight. In Wales this is called *tidy*."],
  ["2020-02-01", "priya", "Cold coffee, one hand. The other one’s full, and I couldn’t tell you what day it is. 💛"],
  ["4h", "karenr", "I’m up too love, whatever hour yours is. Say the word."],
  [
    "2020-02-11",
    "gus",
    "79 and a new nurse, took it first go, no fuss, didn’t even make me look at the poster with the beach.",
  ],
  ["2020-03-05", "priya", "90!! Nobody tell the baby, she’ll want to take credit."],
  [
    "2020-03-21",
    "sandi",
    "Tea. The church is shut, the school’s shut, I’m shut. I thought I’d simply write that I’m here. Anyone else at their window?",
    "window",
  ],
  [
    "1h",
    "maureen",
    `
> {{#window}}
> Anyone else at their window?

Mine looks on a wall. I've put a geranium in front of it. They've asked my old ward back, all of us, and I said no because of the ITP, and I've been ashamed since breakfast.
`,
    "maureen-window",
  ],
  [
    "40m",
    "theo",
    `
> {{#maureen-window}}
> I've been ashamed since breakfast

You did thirty-eight years. The wall may have you now.
`,
  ],
  ["3h", "sandi", "What Theo said. And the geranium."],
  [
    "6h",
    "bernhard",
    "At the window. Across the courtyard a man practises the trumpet. He has practised one bar for six days. I am beginning to root for him.",
  ],
  [
    "2020-03-28",
    "koen",
    "I bring the post still. People stand behind the glass and wave. I never had so many waves. Coffee from the thermos, alone on a wall, it is good.",
  ],
  [
    "2h",
    "gus",
    "Same on the bus. Four passengers all day, every one said thank you. I’m going to miss that when it’s over.",
  ],
  [
    "2020-04-11",
    "luis",
    "Mila makes school on the table in the boat. She has named the teacher on the screen «la señorita lagging». Café solo, the second.",
  ],
  [
    "2020-04-18",
    "hal9k",
    "The blood test was in a car park, through a car window. I’ve never felt so much like a takeaway.",
  ],
  ["3h", "jasond", "Did they ask if you wanted fries?"],
  ["20m", "hal9k", "They asked if I wanted a plaster. Same tone."],
  [
    "2020-05-02",
    "nadia",
    "Ramadan, so my cup is empty until evening and I only look at it. My doctor and I have talked about how I do it this year; it is a half one, by agreement. The looking is all mine.",
  ],
  ["4h", "priya", "A half one, by agreement, sounds very wise. The baby’s also fasting from sleep."],
  [
    "2020-05-16",
    "wombat",
    "Road’s closed, nobody in or out, so that’s the same as usual. Tea. The wombat doesn’t know there’s news.",
  ],
  [
    "2020-06-16",
    "koen",
    "96 and the doctor says I may ride a bit. I write it in the other thread when I have seen a cow.",
  ],
  ["1h", "maureen", "I’m away to wave a tea towel out the window. 96!"],
  ["2020-07-11", "jasond", "School's deciding whether there'll be school. Coffee number three. I've sanded the bowl."],
  ["5h", "hal9k", "THE bowl? Is there any bowl left?"],
  ["30m", "jasond", "It's mostly a rumor with a rim."],
  [
    "2020-08-25",
    "nadia",
    "66! I ran in the stairs to tell it to my neighbour, who does not know what a platelet is. She gave me a tomato.",
  ],
  [
    "2020-09-14",
    "jasond",
    "97, and back in the classroom with six kids at a time, and it's so quiet I can hear them measure. Black coffee.",
  ],
  [
    "2020-10-10",
    "karenr",
    "Spring and the bread’s rising by itself. Coffee outside. I don’t test till May and I’ve honestly forgotten to worry.",
  ],
  [
    "2020-11-14",
    "theo",
    "I’m making a programme about waiting rooms and I’ve been stealing all your lines. I’ll ask each of you for permission like a gentleman. Coffee, milk, T.",
  ],
  ["2h", "gus", "Mine’s free if I get to be played by someone tall."],
  [
    "2020-12-19",
    "sandi",
    "Tea, and three jigsaws. Choir by video: forty little squares, all out of time. It was dreadful and I cried.",
  ],
  [
    "2021-01-16",
    "bernhard",
    "The trumpeter has now two bars. Coffee in the window. I clapped, he bowed, we do not know each other’s names.",
  ],
  [
    "2021-02-16",
    "theo",
    "75, with snow outside that I’m reliably informed is pretty. It sounds like the whole city has a scarf on.",
  ],
  [
    "2021-03-20",
    "luis",
    "I write it here and only very small: the doctor of Mila smiled with the eyes over the mask, before she said the number.",
  ],
  ["3h", "sandi", "Very small, very quietly: oh!"],
  [
    "2021-04-24",
    "nadia",
    "I have made a decision. I make a cup for everyone at this table. Thumb marks included. Write to me where to post, and if you drink with the left hand.",
    "nadia-cups",
  ],
  [
    "2h",
    "maureen",
    `
> {{#nadia-cups}}
> and if you drink with the left hand

In my whole life nobody has asked me that. I do.
`,
  ],
  ["5h", "gus", "Right. Big. Like a bucket with manners."],
  ["2h", "theo", "Could mine have a T I can find by feel? No hurry."],
  [
    "7h",
    "jasond",
    "If you let me pay the freight I'll send you a crate of walnut offcuts for handles or for the fire.",
  ],
  [
    "2021-05-12",
    "karenr",
    "49, bit low for me. Feels all right. I’ve told them, they’ve written it down, we’re carrying on.",
  ],
  ["3h", "wombat", "Carrying on is a skill hey. Tea with you."],
  [
    "2021-06-05",
    "gus",
    "Passengers back. One of them told me her whole divorce between two stops, and then said “anyway, how are you?” and I said “sixty-odd and steady”. She said “you don’t look it.”",
  ],
  [
    "2021-07-03",
    "hal9k",
    "Espresso. Twenty-nine degrees in Bristol, and the city is lying on the grass. No number, no plan.",
  ],
  [
    "2021-08-21",
    "koen",
    "A parcel! The cup has a small bicycle under, where nobody sees it. I drank the coffee on the stairs because I did not want to wait until the kitchen.",
  ],
  [
    "1h",
    "maureen",
    "Mine has a cat with its back turned. Sister Agnes to the life. Nadia, I’m speechless, ask anyone how rare that is.",
  ],
  [
    "4h",
    "theo",
    "A raised T, a raised wheel, and along the rim in Braille, spelled right: “tea?”. I laughed until I had to be patted on the back.",
  ],
  [
    "2h",
    "nadia",
    "My neighbour’s son taught me the dots. I pricked the word three times wrong, there is a «tee» and a «toa» in my window now.",
  ],
  ["2021-09-04", "orla", "Mine has a tiny light bulb in it. Keeps the lights on. I’m not crying, it’s the server fan."],
  [
    "2021-09-18",
    "wombat",
    "Mine came with thirty letters round it. THIRTY. It goes round twice. Nadia you mad beautiful woman",
  ],
  [
    "2021-10-16",
    "luis",
    "Café con leche in my cup with the small wave. Monday is the big appointment of Mila. I write then in her thread.",
  ],
  ["2021-11-22", "maureen", "59, in my cat cup, left-handed. Not bad, not grand. Steady as a bus."],
  ["25m", "gus", "Steadier."],
  [
    "2021-12-25",
    "sandi",
    "Coffee in the cup with the harbour on it. All three grandchildren-and-a-half asleep on coats. Merry Christmas to the table.",
  ],
  ["4h", "priya", "Half?! Sandi! Who’s the half?"],
  ["2h", "sandi", "Due in May. I wasn’t supposed to say."],
  [
    "2022-01-25",
    "hal9k",
    "44, and other worries, elsewhere. Espresso in the cup with the little red eye, which Nadia says is a lamp.",
  ],
  ["3h", "nadia", "It is a lamp. It looks after you, it doesn’t look at you. سلامتك"],
  [
    "2022-02-12",
    "gus",
    "Tea in the bucket with manners. Rain. Took the long way with the empty bus just to hear it on the roof.",
  ],
  [
    "2022-03-15",
    "theo",
    "60, so a bit down the coast. The waiting room programme has a date: first of April, no joke.",
  ],
  [
    "2022-04-02",
    "maureen",
    "I listened with all the lights off. When your man said “the tiles, four hundred and eighteen”, I’d to pause it. Theo, that’s us. That’s all of us.",
  ],
  ["3h", "luis", "I have heard it with my wife with the text she found. I held her hand and the cup."],
  ["2h", "theo", "You wrote it. I only held the microphone. Thank you, every one of you who said yes."],
  [
    "2022-05-14",
    "karenr",
    "Winter hours, dark till seven. I drink from the loaf cup. Test’s in June and I remembered to book it this time.",
  ],
  ["2022-05-19", "priya", "61, and yes, expecting again, and yes, decaf again. Anjali calls my belly “the other one”."],
  [
    "2022-05-28",
    "sandi",
    "The half is a whole: a girl, loud. I’m typing with one hand and the other has a very small foot in it.",
  ],
  ["3h", "karenr", "A foot! Congratulations Nana Sandi. Thank you for the best news all week."],
  [
    "2022-07-16",
    "bernhard",
    "Heat. Coffee with ice, now legal in the whole house. The trumpeter got married in the courtyard and played, at last, the entire melody.",
  ],
  ["2h", "hal9k", "Two years and four months for one melody. That’s a better release cycle than ours."],
  [
    "2022-09-03",
    "koen",
    "Rode to the sea and back in two days. In between I have slept. Coffee in a paper cup, forgive me Nadia.",
  ],
  ["4h", "nadia", "The sea forgives you. I think about it."],
  ["2022-10-13", "wombat", "69 for real this time, I made her spell it. Six, nine. Instant, in the big cup."],
  [
    "2022-11-26",
    "jasond",
    "Thanksgiving leftovers and coffee. My oldest brought a girl home who asked about ITP and then actually listened to the answer. We've told him to keep her.",
  ],
  [
    "2022-12-31",
    "luis",
    "Here we eat twelve grapes at midnight. Each grape a wish. Tonight I give four of mine to this table.",
  ],
];
