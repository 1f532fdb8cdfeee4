import { fieldId } from "./field";
import type { FormState } from "./types";

/** Where a form leads that is refused: to its summary, also from an address that ends in #p123. */
export const refusedPlace = "#errors";

/** At the top of a refused form. It has the focus when the page opens, also without a script. */
export function ErrorSummary({ form, title = "This wasn’t saved yet" }: { form: FormState; title?: string }) {
  const errors = Object.entries(form.errors);
  if (errors.length === 0 && !form.refusal) return null;
  const alreadySaid = errors.some(([, sentence]) => sentence === form.refusal?.sentence);
  return (
    // biome-ignore lint/a11y/noAutofocus: someone sent this form a moment ago and is waiting for its answer
    <div className="error-summary" id="errors" role="alert" tabIndex={-1} autoFocus>
      <p className="error-title">{title}</p>
      {form.refusal && !alreadySaid && <p>{form.refusal.sentence}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(([field, sentence]) => (
            <li key={field}>
              <a href={`#${fieldId(field)}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
