/** How others name this study; the button to copy it is there where the script is. */
export function StudyReference({
  reference,
  risHref,
  bibtexHref,
}: {
  reference: string;
  risHref: string;
  bibtexHref: string;
}) {
  return (
    <div className="study-reference">
      <p id="reference-words" dir="auto">
        {reference}
      </p>
      <ul>
        <li>
          <button className="button plain" type="button" data-copy="reference-words" hidden>
            Copy
          </button>
        </li>
        <li>
          <a href={risHref} download rel="nofollow">
            As RIS file
          </a>
        </li>
        <li>
          <a href={bibtexHref} download rel="nofollow">
            As BibTeX file
          </a>
        </li>
      </ul>
      <p className="study-source">
        For a doctor or for a program that keeps references (Zotero, EndNote, Mendeley): made of what its records say.
      </p>
    </div>
  );
}
