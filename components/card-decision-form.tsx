import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";
import { PostForm } from "./post-form";
import { Choices, SelectField } from "./select-field";
import { SubmitButton } from "./submit-button";
import type { FormState, FormTarget, Hidden } from "./types";

type Props = {
  choices: { value: string; label: string }[];
  /** What a study can be; none where the card has no kind to put right. */
  kinds: string[];
  textMax: number;
  reasonMax: number;
  action: FormTarget;
  hidden: Hidden;
  form: FormState;
};

/** What a moderator does about a study’s card. */
export function CardDecisionForm({ choices, kinds, textMax, reasonMax, action, hidden, form }: Props) {
  return (
    <section aria-labelledby="decide" className="decide">
      <h2 id="decide">Decide</h2>
      <ErrorSummary form={form} title="Nothing is decided yet" />
      <PostForm action={action} hidden={hidden} className="form">
        <Choices name="deed" label="What to do" form={form} options={choices} />
        <TextField
          name="text"
          label="The note, or what should stand there"
          help="Everyone who sees the card reads it, with your name. What the source says stays beside it."
          optional
          rows={3}
          maxLength={textMax}
          form={form}
        />
        {kinds.length > 0 && (
          <SelectField
            name="kind"
            label="Which kind it is"
            help="Only where you put the kind right."
            optional
            form={form}
            options={[{ value: "", label: "As it is" }, ...kinds.map((words) => ({ value: words, label: words }))]}
          />
        )}
        <TextField
          name="reason"
          label="Why"
          help="Of what you put right or aside, the reason stands on the card with your name. Don’t name who reported it."
          rows={3}
          maxLength={reasonMax}
          form={form}
        />
        <div className="buttons">
          <SubmitButton>Decide</SubmitButton>
        </div>
      </PostForm>
    </section>
  );
}
