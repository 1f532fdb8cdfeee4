type Choice = {
  kind: string;
  label: string;
  /** "always": can’t be switched off. */
  onSite: boolean | "always";
  byMail: boolean;
};

/** A table of boxes: a row for each kind of notice, a column for each way to hear of it. */
export function NoticeChoices({ choices }: { choices: Choice[] }) {
  return (
    <table className="notice-choices">
      <caption className="visually-hidden">What to hear of, on the site and by mail</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">On the site</th>
          <th scope="col">By mail</th>
        </tr>
      </thead>
      <tbody>
        {choices.map(({ kind, label, onSite, byMail }) => (
          <tr key={kind}>
            <th scope="row">{label}</th>
            <td>
              {onSite === "always" ? (
                "always"
              ) : (
                <Box name={`site-${kind}`} label={`${label}: on the site`} checked={onSite} />
              )}
            </td>
            <td>
              <Box name={`mail-${kind}`} label={`${label}: by mail`} checked={byMail} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Box({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return <input type="checkbox" name={name} value="yes" defaultChecked={checked} aria-label={label} />;
}
