import { FieldError, fieldId } from "./field";
import { Notice } from "./notice";
import type { FormState } from "./types";

/** `care`: choosing it may be about somebody's life, so the form says at once what the forum can't do. */
export type ReasonChoice = { value: string; label: string; care?: boolean };

export function ReasonChoices({ reasons, form }: { reasons: ReasonChoice[]; form: FormState }) {
  return (
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
  );
}
