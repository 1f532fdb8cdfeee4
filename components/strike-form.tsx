import { TextField } from "./field";
import { FormPage } from "./form-page";
import { SubmitButton } from "./submit-button";
import type { FormState, FormTarget, Hidden } from "./types";

type Props = {
  number: number;
  version: number;
  action: FormTarget;
  hidden?: Hidden;
  form: FormState;
  cancelHref: string;
};

/** For a version that holds personal data. */
export function StrikeForm({ number, version, action, hidden, form, cancelHref }: Props) {
  return (
    <FormPage
      title={`Strike version ${version} of post ${number}`}
      intro="Its text is deleted for good; its place, its date and your reason stay. Use this for something personal that should never have been here."
      action={action}
      hidden={{ ...hidden, number, version }}
      form={form}
    >
      <TextField name="reason" label="Reason" help="Without repeating what was personal." rows={3} form={form} />
      <div className="buttons">
        <SubmitButton kind="stop">Strike this version</SubmitButton>
        <a href={cancelHref}>Cancel</a>
      </div>
    </FormPage>
  );
}
