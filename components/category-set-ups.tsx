import { AudienceMark } from "./audience-mark";
import { Chip } from "./chip";
import { counted } from "./counted";
import { PostForm } from "./post-form";
import { SubmitButton } from "./submit-button";
import type { Audience, Press } from "./types";

export type CategorySetUpLine = {
  id: number;
  name: string;
  place: number;
  audience: Audience;
  threadCount: number;
  /** "Moderators start threads", "Closed" */
  marks: string[];
  moderators: string[];
};

type Props = { categories: CategorySetUpLine[]; move: (category: CategorySetUpLine, place: number) => Press };

/** The categories in their order, with the presses that change it. */
export function CategorySetUps({ categories, move }: Props) {
  return (
    <ol className="set-ups">
      {categories.map((category) => (
        <li key={category.id}>
          <div>
            <h2>
              <a href={`/admin/categories/${category.id}`}>
                <bdi>{category.name}</bdi>
              </a>
            </h2>
            <p className="marks">
              <AudienceMark audience={category.audience} />
              {category.marks.map((mark) => (
                <Chip key={mark} icon="lock">
                  {mark}
                </Chip>
              ))}
            </p>
            <p className="set-up-facts">
              {counted(category.threadCount, "thread")}
              {category.moderators.length > 0 && ` · looked after by ${category.moderators.join(", ")}`}
            </p>
          </div>
          <div className="buttons">
            {category.place > 1 && <Move press={move(category, category.place - 1)} label="Up" name={category.name} />}
            {category.place < categories.length && (
              <Move press={move(category, category.place + 1)} label="Down" name={category.name} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Move({ press, label, name }: { press: Press; label: string; name: string }) {
  return (
    <PostForm action={press.action} hidden={press.hidden}>
      <SubmitButton kind="quiet" about={`: ${name}`}>
        {label}
      </SubmitButton>
    </PostForm>
  );
}
