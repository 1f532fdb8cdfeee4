import type { Audience } from "@/lib/policy/audience";
import type { Writers } from "@/lib/policy/can";

export type CategoryView = {
  id: number;
  slug: string;
  name: string;
  description: string;
  audience: Audience;
  locked: boolean;
  whoStarts: Writers;
  whoReplies: Writers;
  threadCount: number;
  postCount: number;
};

export type NewestPost = { number: number; threadTitle: string; at: Date; by: { name: string; former: boolean } };

export type CategoryRow = CategoryView & { newest: NewestPost | null };

/** A category as an administrator sets it up. */
export type CategorySetUp = Omit<CategoryView, "postCount"> & {
  /** From one, without gaps. */
  place: number;
  /** No thread of any state stands in it, so it can be deleted. */
  empty: boolean;
  /** Changing its readers takes a while. */
  large: boolean;
  moderators: { id: number; name: string }[];
};
