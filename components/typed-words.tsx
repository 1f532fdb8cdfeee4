type Props = { words: { name: string; label: string; text: string }[]; readOnly?: boolean };

export const typedId = (name: string) => `typed-${name}`;

/** What somebody wrote, each part in a box of its own: to be copied, or sent once more. */
export function TypedWords({ words, readOnly }: Props) {
  return words.map(({ name, label, text }) => (
    <div className="field" key={name}>
      <label htmlFor={typedId(name)}>{label}</label>
      <textarea
        id={typedId(name)}
        name={name}
        rows={Math.min(12, 2 + Math.ceil(text.length / 70))}
        readOnly={readOnly}
        dir="auto"
        defaultValue={text}
      />
    </div>
  ));
}
