import { Chip } from "./chip";
import { counted } from "./counted";
import { MemberName } from "./member-name";
import { Time } from "./time";
import type { Moment, Named } from "./types";

export type CaseLine = {
  id: number;
  /** "Post #12 in Remission at last" */
  about: string;
  /** None: a study is nobody’s. */
  subject?: Named;
  /** What the forum itself found. */
  causes?: string[];
  category?: string;
  urgent: boolean;
  /** Why it waits to be shown. */
  held?: string;
  /** Its author asks to look at a decision again. */
  appealed?: boolean;
  reasons: string[];
  reports: number;
  openedAt: Moment;
};

export function CaseList({ cases }: { cases: CaseLine[] }) {
  return (
    <ul className="cases">
      {cases.map((one) => (
        <li key={one.id}>
          <h3>
            <a href={`/moderation/cases/${one.id}`}>
              <bdi>{one.about}</bdi>
            </a>
          </h3>
          <p className="marks">
            {one.urgent && <Chip tone="stop">Urgent</Chip>}
            {one.appealed && <Chip tone="moderator">Appeal</Chip>}
            {one.held && <Chip tone="accent">{one.held}</Chip>}
            {[...(one.causes ?? []), ...one.reasons].map((reason) => (
              <Chip key={reason} tone="caution">
                {reason}
              </Chip>
            ))}
          </p>
          <p className="case-facts">
            {one.subject && (
              <>
                <MemberName {...one.subject} /> ·{" "}
              </>
            )}
            {one.category && `${one.category} · `}
            {one.reports > 0 && `${counted(one.reports, "report")} · `}since <Time at={one.openedAt} relative />
          </p>
        </li>
      ))}
    </ul>
  );
}
