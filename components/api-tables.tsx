type Props = {
  routes: { method: string; path: string; summary: string; who: "guests" | "members" | "moderators" }[];
  reasons: { reason: string; sentence: string; status: number }[];
};

const askers = { guests: "", members: " For members.", moderators: " For moderators." };

/** What can be asked, and why something may be refused. */
export function ApiTables({ routes, reasons }: Props) {
  return (
    <div className="api-tables">
      <h2 id="addresses">The addresses</h2>
      <dl>
        {routes.map(({ method, path, summary, who }) => (
          <div key={`${method} ${path}`}>
            <dt>
              <code>
                {method} {path}
              </code>
            </dt>
            <dd>
              <Marked text={summary} />
              {askers[who]}
            </dd>
          </div>
        ))}
      </dl>
      <h2 id="reasons">Reasons that have a name</h2>
      <dl>
        {reasons.map(({ reason, sentence, status }) => (
          <div key={reason} id={reason}>
            <dt>
              <code>{reason}</code> ({status})
            </dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Words between backticks are names. */
function Marked({ text }: { text: string }) {
  const pieces = text.split("`").map((words, at) => ({ words, key: `${at} ${words}`, name: at % 2 === 1 }));
  return pieces.map(({ words, key, name }) => (name ? <code key={key}>{words}</code> : <span key={key}>{words}</span>));
}
