import { TextField } from "./field";
import { FormPage } from "./form-page";
import { type ReasonChoice, ReasonChoices } from "./reason-choices";
import { SubmitButton } from "./submit-button";
import type { FormState, FormTarget, Hidden } from "./types";

type Props = {
  title: string;
  /** What stands there, so that one sees what one reports. */
  excerpt?: string;
  /** Who reads it and who doesn’t. */
  promise: string;
  reasons: ReasonChoice[];
  noteMax: number;
  action: FormTarget;
  hidden?: Hidden;
  form: FormState;
  cancelHref: string;
};

export function ReportForm({ title, excerpt, promise, reasons, noteMax, action, hidden, form, cancelHref }: Props) {
  return (
    <FormPage
      title={title}
      intro={
        <>
          {excerpt && (
            <blockquote className="reported" dir="auto">
              {excerpt}
            </blockquote>
          )}
          <p>{promise}</p>
        </>
      }
      action={action}
      hidden={hidden}
      form={form}
      refusedTitle="Your report wasn’t sent yet"
    >
      <ReasonChoices reasons={reasons} form={form} />
      <TextField
        name="note"
        label="What should the moderators know?"
        optional
        rows={4}
        maxLength={noteMax}
        form={form}
      />
      <div className="buttons">
        <SubmitButton>Send the report</SubmitButton>
        <a href={cancelHref}>Cancel</a>
      </div>
    </FormPage>
  );
}
