import type { CategorySlug } from "./categories";
import type { MemberKey } from "./members";

export type SeedAudience = "everyone" | "members" | "members_unlisted";

/** Only people who gave the separate consent have this; the audiences say who else may read it. */
export type SeedHealth = {
  condition?: string;
  diagnosed?: number;
  status?: string;
  treatments?: string;
  factsAudience: "everyone" | "members";
  countsAudience: "everyone" | "members";
};

export type SeedCount = { value: number; unit: "10^9/L" | "10^3/uL"; day: string };

export type SeedMember = {
  key: string;
  name: string;
  email: string;
  role: "member" | "moderator" | "administrator";
  joinedAt: string;
  personalText: string;
  about: string;
  title?: string;
  showOnline: boolean;
  health?: SeedHealth;
  counts?: SeedCount[];
  /** The hours, in UTC, at which this person writes; `from` may be later than `to`. */
  awake: { from: string; to: string };
};

export type SeedCategory = { slug: string; name: string; description: string; audience: SeedAudience };

export type SeedPost = {
  /** Names the post for quotes: `{{#key}}` in a later text stands for this post's number. */
  key?: string;
  by: MemberKey;
  at: string;
  text: string;
  thankedBy?: MemberKey[];
  edit?: { at: string; text: string; reason: string };
  withdrawnAt?: string;
};

/** The first post starts the thread. */
export type SeedThread = {
  category: CategorySlug;
  title: string;
  audience?: SeedAudience;
  pinned?: boolean;
  locked?: boolean;
  posts: SeedPost[];
};
