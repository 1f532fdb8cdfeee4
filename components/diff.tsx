export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** Added is underlined, removed is struck through, and both are said: colour only helps. */
export function Diff({ parts }: { parts: DiffPart[] }) {
  return (
    <pre className="diff source" dir="auto">
      {withPlaces(parts).map(({ kind, text, place }) => {
        if (kind === "same") return <span key={place}>{text}</span>;
        const Tag = kind === "added" ? "ins" : "del";
        return (
          <Tag key={place}>
            <span className="visually-hidden">{kind === "added" ? " (added: " : " (removed: "}</span>
            {text}
            <span className="visually-hidden">) </span>
          </Tag>
        );
      })}
    </pre>
  );
}

function withPlaces(parts: DiffPart[]) {
  let place = 0;
  return parts.map((part) => {
    const at = place;
    place += part.text.length + 1;
    return { ...part, place: `${at}${part.kind}` };
  });
}
