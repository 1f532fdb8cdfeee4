/**
 * Keeps the place of a hidden, withdrawn or removed post, so that replies still make sense. Never text or name, and the
 * same line for all three: why it is gone is between the author and the moderators.
 */
export function PlaceholderPost({ number }: { number: number }) {
  return (
    <article className="post placeholder" id={`p${number}`} tabIndex={-1} aria-label={`Post ${number}, not shown`}>
      <p>This post isn’t shown any more.</p>
      <a className="post-number" href={`/p/${number}`} rel="nofollow">
        <span className="visually-hidden">Post </span>#{number}
      </a>
    </article>
  );
}
