import { Diff, type DiffPart } from "./diff";
import { MemberName } from "./member-name";
import { Time } from "./time";
import type { Moment, Named } from "./types";

export type RevisionView = {
  version: number;
  by: Named;
  at: Moment;
  reason?: string;
  /** Against the version before; the first version is all "same". Missing once struck. */
  parts?: DiffPart[];
  struck?: { by: Named; at: Moment; reason: string };
  strikeHref?: string;
};

/** Every text a post ever had, newest first. */
export function RevisionList({ revisions }: { revisions: RevisionView[] }) {
  return (
    <ol className="revisions" reversed>
      {revisions.map((revision) => (
        <li key={revision.version} id={`v${revision.version}`}>
          <h2>Version {revision.version}</h2>
          <p className="revision-facts">
            <MemberName {...revision.by} />, <Time at={revision.at} />
            {revision.reason && (
              <>
                {" "}
                — <bdi>{revision.reason}</bdi>
              </>
            )}
          </p>
          {revision.struck && (
            <p className="revision-struck">
              The text of this version was struck by <MemberName {...revision.struck.by} /> on{" "}
              <Time at={revision.struck.at} dayOnly />. Reason: <bdi>{revision.struck.reason}</bdi>
            </p>
          )}
          {revision.parts && <Diff parts={revision.parts} />}
          {revision.strikeHref && (
            <p>
              <a href={revision.strikeHref}>
                Strike this version<span className="visually-hidden"> {revision.version}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
