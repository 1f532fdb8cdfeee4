import type { ReactNode } from "react";
import type { NamedStudies } from "@/lib/studies/types";
import { Composer } from "./composer";
import { Field } from "./field";
import type { FormState, FormTarget, Hidden, Moment } from "./types";

type Props = {
  number: number;
  /** The version the edit began on: saved with it, so that nobody overwrites what they haven't seen. */
  version: number;
  text: string;
  action: FormTarget;
  previewAction?: FormTarget;
  hidden?: Hidden;
  form: FormState;
  preview?: { html: string; named: NamedStudies };
  draftSavedAt?: Moment;
  cancelHref: string;
  /** Above the text: what someone else saved meanwhile. */
  before?: ReactNode;
};

export function EditForm({ number, version, text, hidden, form, cancelHref, ...composer }: Props) {
  return (
    <Composer
      {...composer}
      id="edit"
      form={form}
      text={text}
      hidden={{ ...hidden, number, version }}
      submitLabel="Save"
      refusedTitle="Not saved yet. Your text is still here"
      draftPlace={`post:${number}`}
      rows={14}
      after={
        <Field
          name="reason"
          label="Why you changed it"
          help="Stands beside the post as “edited … — reason”."
          form={form}
          maxLength={200}
          optional
        />
      }
      beside={<a href={cancelHref}>Cancel</a>}
    />
  );
}
