import { FieldError, fieldId, TextField } from "./field";
import { FormPage } from "./form-page";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";
import type { FormState, FormTarget, Hidden } from "./types";

type Props = {
  title: string;
  /** What stands there, so that one sees what one reports. */
  excerpt?: string;
  /** `care`: choosing it may be about somebody's life, so the form says at once what the forum can't do. */
  reasons: { value: string; label: string; care?: boolean }[];
  noteMax: number;
  action: FormTarget;
  hidden?: Hidden;
  form: FormState;
  cancelHref: string;
};

export function ReportForm({ title, excerpt, reasons, noteMax, action, hidden, form, cancelHref }: Props) {
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
          <p>
            Only the moderators read your report. Its author is never told that there was one. You hear what came of it
            by mail.
          </p>
        </>
      }
      action={action}
      hidden={hidden}
      form={form}
      refusedTitle="Your report wasn’t sent yet"
    >
      <fieldset
        className={form.errors.reason ? "choices wrong" : "choices"}
        aria-describedby={form.errors.reason ? `${fieldId("reason")}-error` : undefined}
      >
        <legend>What is it about?</legend>
        <FieldError name="reason" form={form} />
        {reasons.map(({ value, label, care }, place) => {
          const id = place === 0 ? fieldId("reason") : `${fieldId("reason")}-${value}`;
          return (
            <div className={care ? "checkbox care" : "checkbox"} key={value}>
              <div className="checkbox-line">
                <input
                  type="radio"
                  id={id}
                  name="reason"
                  value={value}
                  defaultChecked={form.values.reason === value}
                  aria-describedby={care ? `${id}-care` : undefined}
                />
                <label htmlFor={id}>{label}</label>
              </div>
              {care && (
                <div id={`${id}-care`}>
                  <Notice kind="caution">
                    Moderators are volunteers and may not read this for hours. If someone is in danger now, call your
                    emergency number.
                  </Notice>
                </div>
              )}
            </div>
          );
        })}
      </fieldset>
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
