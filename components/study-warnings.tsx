export type StudyWarning = {
  studyId: number;
  title: string;
  /** "was retracted" */
  words: string;
  /** "on 12 Mar 2025", or less where less is known. */
  when: string | null;
  /** The first post here that cites it. */
  number: number;
};

/** On every page of a thread, wherever the study is cited in it. */
export function StudyWarnings({ warnings }: { warnings: StudyWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="study-warnings">
      {warnings.map(({ studyId, title, words, when, number }) => (
        <li key={studyId}>
          A study cited here <strong>{words}</strong>
          {when && ` ${when}`}:{" "}
          <a href={`/studies/${studyId}`}>
            <bdi>{title}</bdi>
          </a>
          , cited in <a href={`/p/${number}`}>post #{number}</a>
        </li>
      ))}
    </ul>
  );
}
