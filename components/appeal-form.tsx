import { ErrorSummary } from "./error-summary";
import { TextField } from "./field";
import { PostForm } from "./post-form";
import { SubmitButton } from "./submit-button";
import { Time } from "./time";
import type { FormState, FormTarget, Hidden, Moment } from "./types";

type Props = { until: Moment; textMax: number; action: FormTarget; hidden: Hidden; form: FormState };

/** Asks for a second look, by somebody else. */
export function AppealForm({ until, textMax, action, hidden, form }: Props) {
  return (
    <section aria-labelledby="appeal" className="decide">
      <h2 id="appeal">Do you think this is wrong?</h2>
      <ErrorSummary form={form} title="Your appeal wasn’t sent yet" />
      <PostForm action={action} hidden={hidden} className="form">
        <p>
          You can appeal once, until <Time at={until} dayOnly />. Another moderator looks at it wherever there is one.
        </p>
        <TextField name="text" label="Why should it be looked at again?" rows={5} maxLength={textMax} form={form} />
        <div className="buttons">
          <SubmitButton>Send the appeal</SubmitButton>
        </div>
      </PostForm>
    </section>
  );
}
