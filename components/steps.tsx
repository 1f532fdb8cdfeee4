type Props = {
  /** The pages beside this one; undefined where there is none. */
  first?: string;
  newer?: string;
  older?: string;
  last?: string;
  label: string;
};

/** The way through a list that has no numbers, since it moves while one reads. */
export function Steps({ first, newer, older, last, label }: Props) {
  if (!first && !newer && !older && !last) return null;
  return (
    <nav className="pager" aria-label={label}>
      {first && (
        <a className="pager-step" href={first}>
          Newest
        </a>
      )}
      {newer && (
        <a className="pager-step" rel="prev" href={newer}>
          Newer
        </a>
      )}
      {older && (
        <a className="pager-step" rel="next" href={older}>
          Older
        </a>
      )}
      {last && (
        <a className="pager-step" href={last}>
          Oldest
        </a>
      )}
    </nav>
  );
}
