import { Chip } from "./chip";
import { PostForm } from "./post-form";
import { SubmitButton } from "./submit-button";
import { Time } from "./time";
import type { Moment, Press } from "./types";

export type SessionView = {
  id: number;
  device: string;
  startedAt: Moment;
  lastSeenAt: Moment;
  current?: boolean;
  remember?: boolean;
};

type Props = { sessions: SessionView[]; end: (session: SessionView) => Press; endOthers?: Press };

export function SessionList({ sessions, end, endOthers }: Props) {
  return (
    <>
      <ul className="sessions">
        {sessions.map((session) => {
          const press = end(session);
          return (
            <li key={session.id}>
              <div>
                <p className="session-device">
                  {session.device} {session.current && <Chip tone="accent">This one</Chip>}
                </p>
                <p className="session-facts">
                  Since <Time at={session.startedAt} />, last seen <Time at={session.lastSeenAt} />
                  {session.remember && ", stays logged in"}
                </p>
              </div>
              {!session.current && (
                <PostForm action={press.action} hidden={press.hidden}>
                  <SubmitButton kind="quiet" about={`: ${session.device}`}>
                    End
                  </SubmitButton>
                </PostForm>
              )}
            </li>
          );
        })}
      </ul>
      {endOthers && sessions.length > 1 && (
        <PostForm action={endOthers.action} hidden={endOthers.hidden}>
          <SubmitButton kind="stop">End all the others</SubmitButton>
        </PostForm>
      )}
    </>
  );
}
