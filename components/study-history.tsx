import type { ReactNode } from "react";
import { Time } from "./time";
import type { Moment } from "./types";

export type HistoryLine = { at: Moment; what: string; before: string | null; after: string | null };

const warned: Record<string, string> = {
  retracted: "that it was retracted or withdrawn",
  "partly-retracted": "that it was retracted in part",
  concern: "that something may be wrong in it",
  corrected: "that it was corrected",
};

function words({ what, before, after }: HistoryLine): ReactNode {
  switch (what) {
    case "found":
      return "Its record was found.";
    case "title":
      return (
        <>
          Its title became <bdi>“{after}”</bdi>; before, it was <bdi>“{before}”</bdi>.
        </>
      );
    case "corrected":
      return "A correction of it was published.";
    case "concern":
      return "Its journal warned that something may be wrong in it (an “expression of concern”).";
    case "retracted":
      return (
        <strong>
          It turned out that it {after ?? "was retracted or withdrawn"}. The card above says by whom and since when.
        </strong>
      );
    case "cleared":
      return `The places that record studies, such as PubMed, no longer say ${warned[before ?? ""] ?? "so"}.`;
    case "published":
      return (
        <>
          The preprint was published{after && " as "}
          {after && <bdi>{after}</bdi>}.
        </>
      );
    case "joined":
      return (
        <>
          {after ? <bdi>{after}</bdi> : "Another entry"} turned out to be the same study; what was said of it stands
          here now.
        </>
      );
    case "noted":
      return "A moderator added a note to its card.";
    case "put-right":
      return `A moderator put right ${after ?? "something on its card"}.`;
    case "put-aside":
      return `A moderator put aside ${after ?? "something on its card"}.`;
    default:
      return "Something about it changed.";
  }
}

/** What changed about a study and when that became known here, the newest first. */
export function StudyHistory({ history, first }: { history: HistoryLine[]; first: { href: string; at: Moment } }) {
  return (
    <ol className="study-history">
      {history.map((line) => (
        <li key={`${new Date(line.at).toISOString()} ${line.what} ${line.before}`}>
          <Time at={line.at} dayOnly />
          <span>{words(line)}</span>
        </li>
      ))}
      <li>
        <Time at={first.at} dayOnly />
        <span>
          It was <a href={first.href}>first named here</a>.
        </span>
      </li>
    </ol>
  );
}
