import type { ReactNode } from "react";
import type { NamedStudies } from "@/lib/studies/types";
import { ComposerToolbar } from "./composer-toolbar";
import { ErrorSummary, refusedPlace } from "./error-summary";
import { controlProps, FieldError, fieldId } from "./field";
import { NamedInText } from "./named-in-text";
import { PostForm } from "./post-form";
import { StoredHtml } from "./stored-html";
import { SubmitButton } from "./submit-button";
import { formatMoment } from "./time";
import type { FormState, FormTarget, Hidden, Moment } from "./types";

type Props = {
  /** Where quote links and refused forms lead: #reply, #start, #edit. */
  id: string;
  heading?: string;
  action: FormTarget;
  previewAction?: FormTarget;
  hidden?: Hidden;
  form: FormState;
  /** What the box holds before anyone typed: a draft, a quote, the text that is edited. */
  text?: string;
  label?: string;
  submitLabel: string;
  refusedTitle?: string;
  /** "thread:12", "category:3" or "post:65740": where drafts are kept. */
  draftPlace?: string;
  draftSavedAt?: Moment;
  preview?: { html: string; named: NamedStudies };
  rows?: number;
  /** Fields before the text: title, category, audience. */
  before?: ReactNode;
  /** Fields after it: the reason of an edit. */
  after?: ReactNode;
  /** Beside the buttons: Cancel, Discard draft. */
  beside?: ReactNode;
};

export function Composer({
  id,
  heading,
  action,
  previewAction,
  hidden,
  form,
  text = "",
  label = "Your text",
  submitLabel,
  refusedTitle = "Not posted yet. Your text is still here",
  draftPlace,
  draftSavedAt,
  preview,
  rows = 9,
  before,
  after,
  beside,
}: Props) {
  const help = (
    <>
      <code>**bold**</code>, <code>*italic*</code>, <code>&gt; quote</code>, <code>- list</code>. A DOI, PubMed or trial
      number, or a full reference, becomes a study card.{" "}
      <a href="/help#writing" target="_blank" rel="noopener">
        How to write
      </a>
    </>
  );
  return (
    <section className="composer" id={id} aria-labelledby={heading && `${id}-heading`}>
      {heading && <h2 id={`${id}-heading`}>{heading}</h2>}
      <ErrorSummary form={form} title={refusedTitle} />
      <PostForm action={action} hidden={hidden} className="form" enhance="composer">
        {before}
        <div className={form.errors.text ? "field wrong" : "field"}>
          <label htmlFor={fieldId("text")}>{label}</label>
          <FieldError name="text" form={form} />
          <div className="writing">
            <ComposerToolbar controls={fieldId("text")} />
            <textarea
              {...controlProps({ name: "text", help, form })}
              rows={rows}
              dir="auto"
              data-draft={draftPlace}
              defaultValue={form.values.text ?? text}
            />
          </div>
          <p className="field-help" id={`${fieldId("text")}-help`}>
            {help}
          </p>
          <NamedInText studies={preview?.named} />
        </div>
        {after}
        <div className="buttons">
          <SubmitButton action={refusedPlace}>{submitLabel}</SubmitButton>
          <SubmitButton
            kind="quiet"
            preview
            action={previewAction ?? "#preview"}
            {...(previewAction ? {} : { name: "intent", value: "preview" })}
          >
            Preview
          </SubmitButton>
          {beside}
          <p className="draft-state">{draftSavedAt && `Draft saved, ${formatMoment(draftSavedAt)}`}</p>
        </div>
        <div className="preview" id="preview" aria-live="polite">
          {preview && (
            <>
              <h3>Preview</h3>
              <StoredHtml className="post-text prose" dir="auto" html={preview.html} />
            </>
          )}
        </div>
      </PostForm>
    </section>
  );
}
