export const audiences = ["everyone", "members", "members_unlisted"] as const;
export type Audience = (typeof audiences)[number];

export const audienceLabels: Record<Audience, string> = {
  everyone: "Everyone",
  members: "Members",
  members_unlisted: "Members, kept out of search",
};

/** The audience of a thread within its category: whichever lets in fewer people. */
export function narrower(one: Audience, other: Audience): Audience {
  return audiences.indexOf(one) >= audiences.indexOf(other) ? one : other;
}

export function isWiderThan(one: Audience, other: Audience): boolean {
  return audiences.indexOf(one) < audiences.indexOf(other);
}
