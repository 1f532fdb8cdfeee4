import type { Said } from "./counts-and-coffee";

export const from2014to2018: Said[] = [
  [
    "2014-03-08",
    "sandi",
    `
A thread for Saturdays, or whatever your Saturday is.

Pull up a chair, say what's in the cup and, if you like, what the last count was. No advice, no prizes, no "at least". If your number went down you may just say so and we'll pass the biscuits.

I'll begin: tea, milk in last, and no count since last June because they only want me once a year now.
`,
    "kettle",
  ],
  [
    "4h",
    "jasond",
    "Drip coffee, black, in a mug that says World's Okayest Teacher. Next blood draw's a month out. I'm in.",
  ],
  [
    "2014-03-15",
    "orla",
    "Tea, in the only cup the children haven’t claimed. I’ve no ITP of my own to report, but my sister says 72 and “tell them I said hello”.",
  ],
  ["5h", "sandi", "Hello back to the sister. Tea here too, and a new bag of snow."],
  ["2014-04-12", "jasond", "61 on Monday. Coffee tastes better than it did on Sunday, and it's the same can."],
  ["2014-05-24", "karenr", "Flat white, made by my brother, who can’t. Count in July. Thank you for having me."],
  ["3h", "sandi", "Having you! You bring the smell of bread through the screen, Karen."],
  [
    "2014-06-14 16:30",
    "sandi",
    "Had the yearly blood test this morning, and they gave me the result while I still had my sleeve up: 287. Going to sit on the harbour wall and eat something with sprinkles.",
  ],
  [
    "2014-07-02",
    "karenr",
    "52, same as last time, give or take. Same is lovely. Coffee and an almond thing that broke.",
  ],
  ["6h", "jasond", "Same is underrated. I'd like a T-shirt that says Same."],
  [
    "2014-08-16",
    "jasond",
    "Lemonade on the porch. The mosquito count is higher than mine. What do you folks up north do about them?",
  ],
  ["5h", "sandi", "We apologise to them. Iced tea, screen door, fan."],
  [
    "2014-09-27",
    "bernhard",
    "Good morning. May one drink Melange here? No count this month. My mother asked yesterday whether I had “still that thing with the plates”.",
  ],
  ["7h", "sandi", "One may. And I’ll be calling them plates from now on."],
  ["2014-10-18", "karenr", "Only a wave from behind the oven. Long black, big orders, warm feet."],
  [
    "2014-11-15",
    "jasond",
    "Cider, because it's November. Plates unknown. Built forty birdhouses with freshmen this week and only bled on one of them.",
  ],
  [
    "2014-12-20",
    "karenr",
    "Iced coffee, it’s thirty-nine degrees here and I have two hundred mince pies to go. Thank you all for this funny year.",
  ],
  [
    "2015-01-10",
    "orla",
    "Happy new year. The forum has a handful of threads, one robot who wanted to sell us shoes, and this table. I like this table best. Cup: tea.",
  ],
  [
    "2015-03-07",
    "gus",
    "Is this where the tea is? Builders’, two sugars. Last count 14, that was January, next one Tuesday. I’m not nervous, I’ve only cleaned the oven twice.",
  ],
  ["2h", "sandi", "This is where the tea is. Welcome, Gus. What does a clean oven smell like?"],
  ["1h", "gus", "Lemons and fear."],
  ["2015-03-10", "gus", "39!! Told the bus. All of it, upper deck too."],
  ["8h", "karenr", "Well done Gus’s platelets. Lamington for you."],
  [
    "2015-04-18",
    "jasond",
    "88 on Monday. I've read that slip more often than I've read some novels. Coffee, second mug, feet on the railing.",
  ],
  [
    "2015-04-28",
    "gus",
    "66! The wife’s bought a cake with the number on it. They’d no sixes so it’s a 99 with both nines upside down.",
  ],
  [
    "2015-05-30",
    "gus",
    "Asked if anybody minded me having my blood test in work time. Nobody minded. I’d practised a whole speech, so I gave it to the wing mirror. Tea, flask.",
  ],
  [
    "2015-06-13",
    "hal9k",
    "New here, brought my own espresso. No count today, I’m saving myself for Monday week. Sandi, what is the protocol if somebody wants to report a cup without a number?",
    "hal-protocol",
  ],
  [
    "1h",
    "sandi",
    `
> {{#hal-protocol}}
> a cup without a number

Those are the best ones. (Mine, by the way: 301, this morning. Two sprinkles.)
`,
  ],
  [
    "2015-08-01",
    "jasond",
    "Iced coffee. Built a rocking chair for the infusion room and the hospital said regulations. So my mother has a rocking chair and the infusion room has regulations.",
  ],
  [
    "2015-08-29",
    "bernhard",
    "Melange, on the balcony. I have translated the whole week the word *Durchflussmesser*. I wish for no counts and no flow meters, only the mountain opposite.",
  ],
  ["2015-10-17", "hal9k", "Double espresso. Count went down, I won’t say how far. Passing myself a biscuit."],
  ["3h", "gus", "Here’s the whole tin, lad."],
  [
    "2015-11-14",
    "maureen",
    "May a new one sit down? Tea, strong enough to hold up the spoon. Everything I own is ironed. Sister Agnes (a cat) is on the ironing.",
  ],
  ["5h", "sandi", "Sit, sit. Does Sister Agnes take milk?"],
  ["16h", "maureen", "She takes whatever’s in mine."],
  [
    "2015-12-14",
    "maureen",
    "34, from 9 in October. I had the phlebotomist write it on my hand in biro, in case I thought I’d dreamt it.",
  ],
  [
    "2h",
    "hal9k",
    "That is a very good place to store a number. Congratulations from a man who keeps everything in browser tabs.",
  ],
  [
    "2015-12-24 17:42",
    "karenr",
    "Four in the morning, last trays in, radio on, nobody in the street. Flat white. Merry Christmas from the future.",
  ],
  ["2016-01-16", "gus", "Tea. Bus iced over. Me likewise. No count, no news, no complaints worth writing out."],
  ["2016-02-17", "karenr", "47 today. A bit less same. Still same-ish. Coffee with the good cream."],
  [
    "2016-02-27",
    "bernhard",
    "Karen’s “same-ish” is a word for which I have looked eleven years. Melange. My own is same-ish as well.",
  ],
  [
    "2016-03-15",
    "hal9k",
    "38, and the doctor says let’s wait. I’m quite good at waiting by now; I’ve got a kit. Espresso, double.",
  ],
  ["4h", "jasond", "What's in the kit?"],
  ["2h", "hal9k", "Book, headphones, a pencil, a pear, and a list of people who don’t say “at least”."],
  ["9h", "karenr", "Put me on the list please."],
  ["2016-04-23", "koen", "Koffie. New here. 251, eleven days ago. I know it is much, I will say it softly."],
  ["3h", "gus", "You say it as loud as you like, son. We clap for all of them."],
  [
    "2016-05-23",
    "maureen",
    "A hundred and two. ONE HUNDRED AND TWO. I said it to the man at the bus stop, and he said “Fahrenheit?”",
  ],
  ["1h", "gus", "If it was one of my stops he’ll have meant it."],
  ["5h", "sandi", "Maureen! Sprinkles all round!"],
  ["6h", "jasond", "I rang the shop bell for that one. Twenty-four kids cheered and they don't know for who."],
  [
    "2016-06-11",
    "sandi",
    "276 today. My doctor frowned for half a second because it’s less than last year, and then we both laughed at the frown. Harbour wall, ice cream.",
  ],
  [
    "2016-06-25",
    "koen",
    "Koffie at the counter. A customer asked if the blue on my arm is a tattoo. I said yes, of the province of Zeeland.",
  ],
  [
    "2016-07-30",
    "bernhard",
    "Cold coffee with vanilla ice, which in Austria is a coffee and in Germany an argument. Holiday. I left the counts at home.",
  ],
  [
    "2016-08-20",
    "karenr",
    "Slept till five. Practically noon! My brother opened up. Flat white at a table like a customer.",
  ],
  [
    "2016-09-24",
    "hal9k",
    "Tea for once. My espresso machine is in forty pieces on the table and I have thirty-nine of them.",
  ],
  ["3h", "maureen", "Look under the cat."],
  ["1h", "hal9k", "I don’t have a cat."],
  ["30m", "maureen", "Then that’s your trouble."],
  [
    "2016-10-03",
    "jasond",
    "74, down some. Doc isn't bothered, so I'm practicing being not bothered. Decaf, which tells you how the practice is going.",
  ],
  [
    "2016-11-19",
    "koen",
    "Koffie from the thermos, between two streets. It rains on the letters. One woman has waited with a towel, for the letters, and then for me also.",
  ],
  ["6h", "sandi", "For the letters first. I like her."],
  ["2016-12-31", "gus", "Last one of the year. Tea, splash of rum. To everyone’s plates."],
  [
    "2017-01-07",
    "karenr",
    "Back at work. Ordinary coffee, ordinary Saturday, no test till winter. I wouldn’t swap it.",
  ],
  [
    "2017-02-06",
    "maureen",
    "41, they tell me. So that’s what the nosebleed was about. I’m all right. I’m a wee bit flat. Pass the tin along, would you.",
  ],
  ["1h", "gus", "Tin. I’ve put the chocolate ones on top."],
  ["4h", "sandi", "Here with you, Maureen. No at-leasts."],
  ["9h", "karenr", "Sending a bun in spirit. Thank you for saying flat, it’s the right word."],
  [
    "2017-02-11",
    "maureen",
    "A bun arrived. An actual bun, by post, from a bakery in Paisley, “on behalf of Adelaide”. Karen Whatever-your-name-is, I’m in bits.",
  ],
  ["13h", "karenr", "Bakers have a network. That’s all I’ll say."],
  [
    "2017-03-18",
    "wombat",
    "Can I come in? Instant coffee sorry, it’s what there is. No recent number. I’ve got something asleep in my jumper.",
  ],
  ["3h", "karenr", "Come in Jo. Both of you."],
  ["2h", "gus", "Does it want a biscuit?"],
  ["20m", "wombat", "She wants YOUR biscuit, and the tin."],
  ["2017-04-20", "wombat", "73! In a town with one traffic light I drove round it twice."],
  [
    "2017-05-20",
    "koen",
    "Rest day. I have washed the bicycle and then the dog and then, because of the dog, the bicycle.",
  ],
  [
    "2017-06-10",
    "sandi",
    "322 this morning. I’m almost embarrassed to type it. Nineteen years ago this week I was in a ward with the blinds down. Coffee today, a fancy one, with a leaf drawn on it.",
  ],
  ["5h", "maureen", "Type it in capitals if you like. It does us good to see."],
  ["2017-08-19", "hal9k", "Espresso from the machine, which runs again, with one piece left over. I don’t ask."],
  [
    "2017-09-16",
    "bernhard",
    "My mother has read this thread over my shoulder and wants it noted that she does believe in my plates, only not in my coffee.",
  ],
  ["2h", "gus", "Welcome to the table, Bernhard’s mum."],
  ["2017-10-28", "gus", "Tea. Half term, so the top deck smelt of crisps and freedom all week."],
  ["2017-11-07", "gus", "81 and off the tablets since spring. I’ll not make a speech. (The wife’s making a speech.)"],
  ["3h", "koen", "Bravo Gus. And bravo the wife."],
  [
    "2017-12-16",
    "jasond",
    "Eggnog, store bought, no excuses. Snow day. The mailman and I agreed that none of us is Koen.",
  ],
  [
    "2018-01-13",
    "wombat",
    "Forty-one degrees, instant coffee with ice cubes and a fly. I had the fly removed. Number in Feb maybe, if the road’s open.",
  ],
  [
    "2018-02-24",
    "maureen",
    "Tea. The infusion room has new chairs and they’ve gone and made them worse. Sister Agnes has lost interest in me entirely since the neighbour got a fish tank.",
  ],
  [
    "2018-03-26",
    "jasond",
    "112, first time with three digits since I don't know when. I wrote it on the shop blackboard under WOOD NEEDED and a kid asked “board feet?”",
  ],
  ["2h", "sandi", "Jason!! That’s a leaf on your coffee."],
  ["3h", "hal9k", "One hundred and twelve is also the number of tabs I have open. Yours is the better news."],
  [
    "2018-04-28 14:20",
    "theo",
    "Good afternoon. Filter coffee in a mug with a raised letter T, so that I don’t get my sister’s. I’m told this is the place where one reports cups.",
  ],
  ["1h", "maureen", "It is. A raised T! For tea. You’ve been misled."],
  ["40m", "theo", "All these years."],
  [
    "2018-05-15",
    "theo",
    "82, and I was read the result by a receptionist with the finest Valleys accent in the country. It sounded like ninety.",
  ],
  [
    "2018-06-09",
    "sandi",
    "344, and my doctor turned the screen round so I could see it myself. I don’t need the number any more, I think, but I did like that she turned the screen.",
    "sandi-344",
  ],
  [
    "4h",
    "theo",
    `
> {{#sandi-344}}
> she turned the screen

Small thing, large thing. Congratulations, Sandi.
`,
  ],
  [
    "6h",
    "luis",
    "Café con leche. I am new at this table. My daughter has no coffee and many questions. 344, it is possible? It is possible. I go and tell it to my wife.",
  ],
  [
    "2018-06-16",
    "luis",
    "Café solo. Mila had a test. I don’t write the number because she is not me, it is her number. She had a lollipop. It was green.",
  ],
  ["2h", "sandi", "That’s a very good rule, Luis. Green is a good colour."],
  [
    "2018-07-14",
    "wombat",
    "Frost on the gauntlets this morning, they stood up by themselves. Tea, both hands round it.",
  ],
  ["3h", "hal9k", "Thirty degrees and no wind in Bristol. I would pay actual money for one of those gauntlets."],
  ["2018-08-01", "karenr", "58! Bit more same than before. White coffee, sunny step, ten minutes."],
  [
    "2018-09-17",
    "maureen",
    "67, and I asked the registrar if she was sure and she said “are YOU sure?” and I thought, cheek, and then I thought, good for her.",
  ],
  [
    "2018-10-06",
    "koen",
    "Coffee, after 61 km with the wind. I was very slow and a child on a small bike has greeted me as he passed.",
  ],
  [
    "2018-11-20",
    "theo",
    "64, and a cold. The one doesn’t explain the other, says the clinic, but they came by the same bus. Gus?",
  ],
  ["30m", "gus", "Not one of mine. Ours come with a heater and a cough already on board."],
  [
    "2018-12-22",
    "bernhard",
    "Punsch. The choir of the firemen sang under my window, all in different keys. I wish everybody a night without looking at the shins.",
  ],
];
