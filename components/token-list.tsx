import { Notice } from "./notice";
import { PostForm } from "./post-form";
import { SubmitButton } from "./submit-button";
import { Time } from "./time";
import type { Moment, Press } from "./types";

export type TokenLine = {
  id: number;
  name: string;
  scope: "read" | "write";
  createdAt: Moment;
  lastUsedAt: Moment | null;
  endsAt: Moment | null;
};

type Props = { tokens: TokenLine[]; revoke: (token: TokenLine) => Press };

export function TokenList({ tokens, revoke }: Props) {
  return (
    <ul className="sessions">
      {tokens.map((token) => {
        const press = revoke(token);
        return (
          <li key={token.id}>
            <div>
              <p className="session-device">
                <bdi>{token.name}</bdi>
              </p>
              <p className="session-facts">
                {token.scope === "write" ? "Reads and writes" : "Reads"}, made <Time at={token.createdAt} dayOnly />,{" "}
                {token.lastUsedAt ? (
                  <>
                    last used <Time at={token.lastUsedAt} />
                  </>
                ) : (
                  "not used yet"
                )}
                {token.endsAt && (
                  <>
                    , works until <Time at={token.endsAt} dayOnly />
                  </>
                )}
              </p>
            </div>
            <PostForm action={press.action} hidden={press.hidden}>
              <SubmitButton kind="quiet" about={`: ${token.name}`}>
                Revoke
              </SubmitButton>
            </PostForm>
          </li>
        );
      })}
    </ul>
  );
}

/** The one time a token is shown. */
export function NewToken({ name, token }: { name: string; token: string }) {
  return (
    <Notice announce>
      <p>
        This is the token “{name}”. Copy it now: it is shown this once, and we keep nothing it could be made from again.
      </p>
      <p>
        <code className="new-token">{token}</code>
      </p>
    </Notice>
  );
}
