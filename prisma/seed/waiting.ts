/**
 * What waits for a moderator when a visitor opens the demo: two people who are new here, and a report. Nothing of it is
 * shown to others, so none of it is among the community's posts.
 */
import type { CategorySlug } from "./categories";
import type { MemberKey } from "./members";
import type { SeedMember } from "./types";

export type SeedNewcomer = SeedMember & {
  posts: ({ at: string; text: string } & ({ category: CategorySlug; title: string } | { inThread: string }))[];
};

export const newcomers: SeedNewcomer[] = [
  {
    key: "ines",
    name: "ines_m",
    email: "ines@example.org",
    role: "member",
    joinedAt: "2026-11-20T17:04:00.000Z",
    personalText: "",
    about: "",
    showOnline: false,
    awake: { from: "07:00", to: "23:00" },
    posts: [
      {
        at: "2026-11-20T17:31:00.000Z",
        category: "new-here",
        title: "Diagnosed last Thursday, and I don’t know what to ask",
        text: "Hello. My count was 11 last Thursday and I had never heard the word before. I am home again with tablets and a date in two weeks.\n\nWhat did you wish you had asked at your second appointment? I write everything down now.",
      },
    ],
  },
  {
    key: "vitaleaf",
    name: "vitaleaf",
    email: "vitaleaf@example.org",
    role: "member",
    joinedAt: "2026-11-20T19:12:00.000Z",
    personalText: "",
    about: "",
    showOnline: false,
    awake: { from: "00:00", to: "23:59" },
    posts: [
      {
        at: "2026-11-20T19:15:00.000Z",
        inThread: "Counts and coffee",
        text: "Great community!! My aunt has doubled her platelets in 9 days with leaf drops, 20 % off until Sunday: https://vitaleaf.example/itp",
      },
    ],
  },
];

/** `post` is the key under which the scripts name it. */
export const report: { by: MemberKey; at: string; post: string; reason: "unkind"; note: string } = {
  by: "priya",
  at: "2026-11-20T20:40:00.000Z",
  post: "in-hull",
  reason: "unkind",
  note: "I am sure Gus means it kindly. But it reads as if we laughed at the neighbour, and the next one may not dare to ask.",
};
