type Term = { id: string; term: string; others: string[]; words: string };
type Props = { chapters: { title: string; terms: Term[] }[] };

/** Every term has an address of its own, so that a card can lead to it. */
export function GlossaryList({ chapters }: Props) {
  return (
    <>
      <nav aria-label="Chapters">
        <ul>
          {chapters.map(({ title }) => (
            <li key={title}>
              <a href={`#${chapterId(title)}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {chapters.map(({ title, terms }) => (
        <section key={title} aria-labelledby={chapterId(title)}>
          <h2 id={chapterId(title)}>{title}</h2>
          <dl className="glossary">
            {terms.map(({ id, term, others, words }) => (
              <div key={id} id={id}>
                <dt>{term}</dt>
                {others.length > 0 && <dd className="glossary-others">also: {others.join(", ")}</dd>}
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function chapterId(title: string): string {
  return `about-${title.toLowerCase().replace(/[^a-z]+/g, "-")}`;
}
