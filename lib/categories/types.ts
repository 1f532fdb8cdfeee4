import type { Audience } from "@/lib/policy/audience";

export type CategoryView = {
  id: number;
  slug: string;
  name: string;
  description: string;
  audience: Audience;
  locked: boolean;
  threadCount: number;
  postCount: number;
};

export type NewestPost = { number: number; threadTitle: string; at: Date; by: { name: string; former: boolean } };

export type CategoryRow = CategoryView & { newest: NewestPost | null };
