const ways = [
  ["nose bleed", "posts with both words, in any form: “bleeding” is found too"],
  ['"the first dose"', "exactly these words, one after the other"],
  ["steroids -prednisone", "one word, and not the other"],
  ["author:name", "what somebody wrote"],
  ["category:name", "within one category; a name of several words in quotation marks"],
  ["before:2020, after:2019-06", "written before a year, month or day began, or from its beginning on"],
  ["has:study", "posts that cite a study"],
] as const;

/** How to ask for more than words. */
export function SearchHelp({ id, open }: { id: string; open: boolean }) {
  return (
    <details className="search-help" id={id} open={open}>
      <summary>What you can write</summary>
      <dl>
        {ways.map(([example, finds]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
      <p>They go together: nose bleed author:name after:2020.</p>
    </details>
  );
}
