export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** Added is underlined, removed is struck through, and both are said: colour only helps. */
export function Diff({ parts, brief = false }: { parts: DiffPart[]; brief?: boolean }) {
  return (
    <pre className="diff source" dir="auto">
      {withPlaces(brief ? parts.map(shortened) : parts).map(({ kind, text, place }) => {
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

const AROUND = 160;

/** Of a long stretch that stayed the same, what stands next to a change. */
function shortened({ kind, text }: DiffPart, index: number, { length }: readonly DiffPart[]): DiffPart {
  if (kind !== "same" || text.length < AROUND * 3) return { kind, text };
  const before = index > 0 ? text.slice(0, AROUND).replace(/\s\S*$/, "") : "";
  const after = index < length - 1 ? text.slice(-AROUND).replace(/^\S*\s/, "") : "";
  return { kind, text: `${before} […] ${after}` };
}

function withPlaces(parts: DiffPart[]) {
  let place = 0;
  return parts.map((part) => {
    const at = place;
    place += part.text.length + 1;
    return { ...part, place: `${at}${part.kind}` };
  });
}
