import type { Named } from "./types";

export const memberHref = (name: string) => `/u/${encodeURIComponent(name)}`;

/** A name, isolated so that its writing direction can't turn the sentence around it. */
export function MemberName({ name, former }: Named) {
  if (former) return <span className="member-name former">{name}</span>;
  return (
    <a className="member-name" href={memberHref(name)}>
      <bdi>{name}</bdi>
    </a>
  );
}
