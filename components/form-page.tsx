import type { ReactNode } from "react";
import { ErrorSummary } from "./error-summary";
import { PostForm } from "./post-form";
import type { FormState, FormTarget, Hidden } from "./types";

type Props = {
  title: string;
  intro?: ReactNode;
  action: FormTarget;
  hidden?: Hidden;
  form: FormState;
  /** Heading of the error summary. */
  refusedTitle?: string;
  children: ReactNode;
  /** Under the form: where else one may want to go. */
  after?: ReactNode;
};

/** A page that is one form: log in, register, forgot, a confirmation. */
export function FormPage({ title, intro, action, hidden, form, refusedTitle, children, after }: Props) {
  return (
    <div className="form-page">
      <h1>{title}</h1>
      {intro && <div className="intro">{typeof intro === "string" ? <p>{intro}</p> : intro}</div>}
      <ErrorSummary form={form} title={refusedTitle} />
      <PostForm action={action} hidden={hidden} className="form">
        {children}
      </PostForm>
      {after && <div className="form-after">{after}</div>}
    </div>
  );
}

/** A field that people don't see and machines fill in. Its name says nothing to either. */
export function Honeypot({ name }: { name: string }) {
  return (
    <div className="elsewhere" aria-hidden="true">
      <label>
        Leave this empty
        <input type="text" name={name} tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}
