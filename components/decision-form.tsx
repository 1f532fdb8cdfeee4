import { ErrorSummary } from "./error-summary";
import { Field, TextField } from "./field";
import { PostForm } from "./post-form";
import { Choices, SelectField } from "./select-field";
import { SubmitButton } from "./submit-button";
import type { FormState, FormTarget, Hidden } from "./types";

type Props = {
  deeds: { value: string; label: string }[];
  rules: string[];
  rulesVersion: number;
  reasonMax: number;
  withUntil: boolean;
  action: FormTarget;
  hidden: Hidden;
  form: FormState;
};

export function DecisionForm({ deeds, rules, rulesVersion, reasonMax, withUntil, action, hidden, form }: Props) {
  return (
    <section aria-labelledby="decide" className="decide">
      <h2 id="decide">Decide</h2>
      <ErrorSummary form={form} title="Nothing is decided yet" />
      <PostForm action={action} hidden={hidden} className="form">
        <Choices name="deed" label="What to do" form={form} options={deeds} />
        <SelectField
          name="rule"
          label={`Which rule (version ${rulesVersion})`}
          form={form}
          options={[
            { value: "", label: "None: nothing is restricted" },
            ...rules.map((rule) => ({ value: rule, label: rule })),
          ]}
        />
        {withUntil && (
          <Field
            name="until"
            label="Until which day"
            help="Of a silence or suspension. Left empty, a suspension is for good."
            type="date"
            short
            optional
            form={form}
          />
        )}
        <TextField
          name="reason"
          label="Why"
          help="Its author reads this, and so do the other moderators. Don’t name who reported it."
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
