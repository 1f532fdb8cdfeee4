import { PostForm } from "./post-form";
import { SubmitButton } from "./submit-button";
import { Time } from "./time";
import type { Moment, Press } from "./types";

export type DraftView = { place: string; about: string; href: string; text: string; savedAt: Moment };

export function DraftList({ drafts, discard }: { drafts: DraftView[]; discard: (draft: DraftView) => Press }) {
  return (
    <ul className="drafts">
      {drafts.map((draft) => {
        const press = discard(draft);
        return (
          <li key={draft.place}>
            <h2>
              <a href={draft.href}>
                <bdi>{draft.about}</bdi>
              </a>
            </h2>
            <p className="post-excerpt" dir="auto">
              {draft.text}
            </p>
            <div className="draft-foot">
              <p>
                Saved <Time at={draft.savedAt} />
              </p>
              <details className="discard">
                <summary>
                  Discard<span className="visually-hidden"> the draft: {draft.about}</span>
                </summary>
                <PostForm action={press.action} hidden={press.hidden}>
                  <SubmitButton kind="stop">Yes, discard it for good</SubmitButton>
                </PostForm>
              </details>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
