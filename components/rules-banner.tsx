/** The house rules in a breath, above every list and thread. */
export function RulesBanner({ lines, href = "/rules" }: { lines: string[]; href?: string }) {
  return (
    <aside className="rules-banner" aria-label="House rules">
      <ul>
        {lines.map((line) => (
          <li key={line}>{`${line} `}</li>
        ))}
        <li>
          <a href={href}>All the rules</a>
        </li>
      </ul>
    </aside>
  );
}
