import type { SeedMember } from "./types";

type WrittenDown = Omit<SeedMember, "key">;

const per9 = (value: number, day: string) => ({ value, unit: "10^9/L" as const, day });
const perMicrolitre = (value: number, day: string) => ({ value, unit: "10^3/uL" as const, day });

/** Everybody is invented. The key is how the scripts call them; the name is what the forum shows. */
const people = {
  orla: {
    name: "orla",
    email: "orla@example.org",
    role: "administrator",
    joinedAt: "2014-01-06T19:12:00.000Z",
    personalText: "I keep the lights on. The rest is you.",
    about:
      "I run this place from a back bedroom in Galway. My sister has had ITP since we were teenagers, and in those days there was nobody to ask but the library.\n\nWrite to me when something is broken. Write to Sandi or Bernhard when somebody is.",
    showOnline: true,
    awake: { from: "07:10", to: "22:30" },
  },
  sandi: {
    name: "sandi",
    email: "sandi@example.org",
    role: "moderator",
    joinedAt: "2014-01-09T22:40:00.000Z",
    personalText: "Diagnosed in 1998, in remission and still counting my luck.",
    about:
      "Halifax, Nova Scotia. School secretary, choir alto, grandmother of four.\n\nI had eight hard years and then, slowly, a quiet. Nobody can tell me which of the things we tried did it, so I don’t tell anybody else either.",
    showOnline: true,
    health: {
      condition: "ITP",
      diagnosed: 1998,
      status: "In remission",
      treatments: "Several, between 1998 and 2006. None since.",
      factsAudience: "everyone",
      countsAudience: "everyone",
    },
    counts: [
      per9(287, "2014-06-14"),
      per9(301, "2015-06-13"),
      per9(276, "2016-06-11"),
      per9(322, "2017-06-10"),
      per9(344, "2018-06-09"),
    ],
    awake: { from: "10:40", to: "01:50" },
  },
  bernhard: {
    name: "bernhard",
    email: "bernhard@example.org",
    role: "moderator",
    joinedAt: "2014-09-21T08:05:00.000Z",
    personalText: "Translator. I look words up so that you don’t have to.",
    about:
      "Graz, Austria. I translate manuals for machines and, in the evenings, haematology for my mother, who has never believed a single one of my counts.\n\nITP since 2003. I moderate since 2016 and try to do it seldom.",
    showOnline: false,
    health: {
      condition: "ITP",
      diagnosed: 2003,
      status: "Stable",
      factsAudience: "members",
      countsAudience: "members",
    },
    awake: { from: "05:10", to: "21:20" },
  },
  jasond: {
    name: "jasond",
    email: "jasond@example.org",
    role: "member",
    joinedAt: "2014-02-02T15:31:00.000Z",
    personalText: "Collector of spare platelets, footnotes and clamps.",
    about:
      "Ohio. I teach wood shop to teenagers, which is a job with sharp edges, and I have had ITP since 2009. My spleen left in 2011. I post the news I find with its reference at the end, because a news item without one is gossip.",
    showOnline: true,
    health: {
      condition: "ITP",
      diagnosed: 2009,
      status: "Steady on tablets",
      treatments: "Steroids, splenectomy in 2011, tablets since 2013",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [
      perMicrolitre(61, "2014-04-07"),
      perMicrolitre(88, "2015-04-13"),
      perMicrolitre(74, "2016-10-03"),
      perMicrolitre(112, "2018-03-26"),
      perMicrolitre(97, "2020-09-14"),
      perMicrolitre(105, "2023-05-08"),
      perMicrolitre(91, "2026-10-05"),
    ],
    awake: { from: "11:20", to: "03:10" },
  },
  karenr: {
    name: "karenr",
    email: "karenr@example.org",
    role: "member",
    joinedAt: "2014-05-18T22:15:00.000Z",
    personalText: "Baker. Up before the birds. Thank you is free.",
    about:
      "Adelaide. I have a small bakery with my brother. ITP since 2012, mostly watching and waiting. I’m not one for long posts but I read all of yours.",
    showOnline: true,
    health: {
      condition: "ITP",
      diagnosed: 2012,
      status: "Watching and waiting",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [
      per9(52, "2014-07-02"),
      per9(47, "2016-02-17"),
      per9(58, "2018-08-01"),
      per9(49, "2021-05-12"),
      per9(55, "2026-06-24"),
    ],
    awake: { from: "17:20", to: "10:30" },
  },
  gus: {
    name: "gus_the_bus",
    email: "gus@example.org",
    role: "member",
    joinedAt: "2015-03-03T17:50:00.000Z",
    personalText: "Platelets like my buses: none for ages, then three at once.",
    about:
      "Hull. Drove the number 5 for thirty-one years, retired in 2023. ITP since 2014. Wife says I should put that I’m funny. I’m not, but the illness is.",
    showOnline: true,
    health: {
      condition: "ITP",
      diagnosed: 2014,
      status: "Stable, no treatment since 2017",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [
      per9(14, "2015-01-20"),
      per9(66, "2015-04-28"),
      per9(81, "2017-11-07"),
      per9(79, "2020-02-11"),
      per9(93, "2024-04-16"),
    ],
    awake: { from: "04:50", to: "21:00" },
  },
  hal9k: {
    name: "hal9k",
    email: "hal9k@example.org",
    role: "member",
    joinedAt: "2015-06-11T23:02:00.000Z",
    personalText: "I’m afraid I can’t let you lose those platelets, Dave.",
    about:
      "Software tester in Bristol. I break things for a living and look for the missing paragraph in everything, papers included. ITP since 2013. Not a doctor, not even a biologist, just stubborn.",
    showOnline: false,
    health: {
      condition: "ITP",
      diagnosed: 2013,
      status: "Comes and goes",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [per9(38, "2016-03-15"), per9(71, "2019-10-08"), per9(44, "2022-01-25"), per9(83, "2026-09-15")],
    awake: { from: "08:50", to: "01:20" },
  },
  maureen: {
    name: "maureen_b",
    email: "maureen@example.org",
    role: "member",
    joinedAt: "2015-11-08T10:20:00.000Z",
    personalText: "Thirty-eight years on the wards. A dreadful patient.",
    about:
      "Glasgow. Retired nurse, widow, keeper of one fat cat. Diagnosed in 2015, three months after my leaving do, which tells you all you need to know about timing. I won’t play the nurse here: I’m a patient like yourselves.",
    showOnline: true,
    health: {
      condition: "ITP",
      diagnosed: 2015,
      status: "Up and down",
      treatments: "Steroids, infusions, now nothing for the moment",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [
      per9(9, "2015-10-05"),
      per9(34, "2015-12-14"),
      per9(102, "2016-05-23"),
      per9(41, "2017-02-06"),
      per9(67, "2018-09-17"),
      per9(59, "2021-11-22"),
      per9(63, "2025-03-10"),
    ],
    awake: { from: "06:20", to: "22:10" },
  },
  koen: {
    name: "koen76",
    email: "koen@example.org",
    role: "member",
    joinedAt: "2016-04-16T18:33:00.000Z",
    personalText: "Postman. Bicycle. No spleen.",
    about:
      "Gent, Belgium. ITP since 2011, spleen out 2012, seven good years, then again. I write short because I am tired or because I am riding.",
    showOnline: false,
    health: {
      condition: "ITP",
      diagnosed: 2011,
      status: "Relapsed 2019, steady again",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [
      per9(251, "2016-04-12"),
      per9(238, "2018-04-10"),
      per9(22, "2019-08-27"),
      per9(96, "2020-06-16"),
      per9(118, "2025-09-02"),
    ],
    awake: { from: "03:50", to: "20:20" },
  },
  wombat: {
    name: "WOMBATMUMWOMBATMUMWOMBATMUMWOW",
    email: "wombatmum@example.org",
    role: "member",
    joinedAt: "2017-03-12T06:44:00.000Z",
    personalText: "Yes, all thirty letters. Ask me about the wombats.",
    about:
      "North of Launceston, Tasmania. I raise orphaned wombats for the rescue and mend fences in between. ITP since 2011, lupus since a bit before that, sense of humour since birth.",
    showOnline: true,
    health: {
      condition: "ITP and lupus",
      diagnosed: 2011,
      status: "Muddling along",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [per9(73, "2017-04-20"), per9(69, "2022-10-13"), per9(77, "2025-02-27")],
    awake: { from: "19:10", to: "11:40" },
  },
  theo: {
    name: "Theo.W",
    email: "theo@example.org",
    role: "member",
    joinedAt: "2018-04-22T14:09:00.000Z",
    personalText: "Radio producer. Wheels below, screen reader above.",
    about:
      "Cardiff. I make radio documentaries. I use a wheelchair since I was nineteen and a screen reader since I was thirty; ITP came in 2017 and is by some distance the least interesting of the three.\n\nPlease describe your pictures and put a heading on your tables. I will love you for it.",
    showOnline: true,
    health: {
      condition: "ITP",
      diagnosed: 2017,
      status: "Steady",
      factsAudience: "members",
      countsAudience: "everyone",
    },
    counts: [
      per9(19, "2017-11-14"),
      per9(57, "2018-01-09"),
      per9(82, "2018-05-15"),
      per9(64, "2018-11-20"),
      per9(71, "2019-05-14"),
      per9(68, "2020-01-14"),
      per9(75, "2021-02-16"),
      per9(60, "2022-03-15"),
      per9(72, "2023-03-14"),
      per9(78, "2024-04-09"),
      per9(70, "2025-04-08"),
      per9(74, "2026-04-14"),
    ],
    awake: { from: "07:50", to: "23:40" },
  },
  luis: {
    name: "luis_valencia",
    email: "luis@example.org",
    role: "member",
    joinedAt: "2018-06-04T21:26:00.000Z",
    personalText: "Father of Mila. She is the brave one.",
    about:
      "Valencia, Spain. I repair boats. My daughter Mila got ITP when she was four. My English is from films, please forgive it. I came here one night from the corridor of the hospital and I stayed.",
    showOnline: false,
    awake: { from: "05:40", to: "23:20" },
  },
  priya: {
    name: "priya.k",
    email: "priya@example.org",
    role: "member",
    joinedAt: "2019-01-15T01:48:00.000Z",
    personalText: "Lists, lentils, two small children, one shy spleen.",
    about:
      "Toronto by way of Bengaluru. I teach maths to thirteen-year-olds. ITP since 2016, through two pregnancies. If there is a list to be made I have already made it.",
    showOnline: true,
    health: {
      condition: "ITP",
      diagnosed: 2016,
      status: "Stable",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [
      per9(63, "2019-01-10"),
      per9(58, "2019-06-20"),
      per9(90, "2020-03-05"),
      per9(61, "2022-05-19"),
      per9(84, "2025-11-13"),
    ],
    awake: { from: "11:10", to: "03:30" },
  },
  nadia: {
    name: "نادية",
    email: "nadia@example.org",
    role: "member",
    joinedAt: "2019-09-08T12:55:00.000Z",
    personalText: "من الإسكندرية إلى يوتوبوري، ومعي صفائحي القليلة",
    about:
      "Alexandria, then Gothenburg. I make ceramics, and I am ill in my third language. The line above says: from Alexandria to Gothenburg, and with me my few platelets.\n\nأكتب هنا بالإنجليزية، وأحلم بالعربية.",
    showOnline: false,
    health: {
      condition: "ITP",
      diagnosed: 2018,
      status: "Steady",
      factsAudience: "members",
      countsAudience: "members",
    },
    counts: [per9(31, "2019-09-03"), per9(66, "2020-08-25"), per9(79, "2024-02-06")],
    awake: { from: "05:00", to: "21:40" },
  },
  amara: {
    name: "amara",
    email: "amara@example.org",
    role: "member",
    joinedAt: "2026-08-19T20:37:00.000Z",
    personalText: "new to this. civil engineering, second year",
    about:
      "Manchester, originally Lagos. 20. Got my diagnosis this August, between a festival and a resit. Trying to learn the words.",
    showOnline: true,
    awake: { from: "08:10", to: "23:50" },
  },
} as const satisfies Record<string, WrittenDown>;

export type MemberKey = keyof typeof people;

export const members = Object.fromEntries(
  Object.entries(people).map(([key, person]) => [key, { key, ...person }]),
) as unknown as Record<MemberKey, SeedMember & { key: MemberKey }>;

/** In the order in which they joined. */
export const membersByJoining = Object.values(members).sort((a, b) => a.joinedAt.localeCompare(b.joinedAt));
