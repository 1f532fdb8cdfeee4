import { MemberName } from "./member-name";
import { Time } from "./time";
import type { Moment, Named } from "./types";

type Props = { title?: string; yours: string; saved: { text: string; by: Named; at: Moment } };

/** Someone saved meanwhile: both texts beside each other. The form with one's own text stands below. */
export function ConflictView({ title = "This post changed while you were writing", yours, saved }: Props) {
  return (
    <section className="conflict" aria-labelledby="conflict-heading">
      <h2 id="conflict-heading">{title}</h2>
      <p>
        <MemberName {...saved.by} /> saved another version on <Time at={saved.at} />. Your text is in the box below:
        take from the other what you want to keep.
      </p>
      <div className="side-by-side">
        <section>
          <h3>As it stands now</h3>
          <pre className="source" dir="auto">
            {saved.text}
          </pre>
        </section>
        <section>
          <h3>What you wrote</h3>
          <pre className="source" dir="auto">
            {yours}
          </pre>
        </section>
      </div>
    </section>
  );
}
