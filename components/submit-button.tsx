import type { ReactNode } from "react";
import type { FormTarget } from "./types";

type Props = {
  children: ReactNode;
  /** main: what the page is for. quiet: beside it. plain: reads like a link. stop: takes something away. */
  kind?: "main" | "quiet" | "plain" | "stop";
  action?: FormTarget;
  name?: string;
  value?: string;
  /** What the form is about, for those who hear buttons out of their context. */
  about?: string;
  preview?: boolean;
};

export function SubmitButton({ children, kind = "main", action, name, value, about, preview }: Props) {
  return (
    <button
      type="submit"
      className={kind === "main" ? "button" : `button ${kind}`}
      formAction={action}
      name={name}
      value={value}
      data-preview={preview ? "" : undefined}
    >
      {children}
      {about && <span className="visually-hidden"> {about}</span>}
    </button>
  );
}
