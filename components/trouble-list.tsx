import { Chip } from "./chip";
import { PostForm } from "./post-form";
import { SubmitButton } from "./submit-button";
import { Time } from "./time";
import type { Moment, Press } from "./types";

export type Trouble = {
  id: string;
  title: string;
  /** Whom or what it is about, and how often it was tried. */
  facts: string;
  at: Moment;
  error: string;
  stopped: boolean;
  again: Press;
  giveUp?: Press;
};

/** What did not work, what was said, and what one can do. */
export function TroubleList({ troubles }: { troubles: Trouble[] }) {
  return (
    <ul className="set-ups">
      {troubles.map(({ id, title, facts, at, error, stopped, again, giveUp }) => (
        <li key={id}>
          <div>
            <h3>{title}</h3>
            <p className="set-up-facts">
              {facts} · <Time at={at} />
            </p>
            <p className="trouble-error">{error || "It said nothing."}</p>
            <Chip>{stopped ? "Stopped: nothing tries it any more" : "Will be tried again by itself"}</Chip>
          </div>
          <div className="buttons">
            <PostForm action={again.action} hidden={again.hidden}>
              <SubmitButton kind="quiet" about={`: ${title}, ${facts}`}>
                Try again now
              </SubmitButton>
            </PostForm>
            {giveUp && (
              <PostForm action={giveUp.action} hidden={giveUp.hidden}>
                <SubmitButton kind="stop" about={`: ${title}, ${facts}`}>
                  Give up
                </SubmitButton>
              </PostForm>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
