import type { ReactNode } from "react";
import type { FormTarget, Hidden } from "./types";

type Props = {
  action: FormTarget;
  hidden?: Hidden;
  className?: string;
  id?: string;
  /** Tells public/enhance.js what it may make more comfortable. */
  enhance?: "thanks" | "composer";
  label?: string;
  children: ReactNode;
};

/** Every form that writes: posted whole, with or without a script. */
export function PostForm({ action, hidden = {}, className, id, enhance, label, children }: Props) {
  return (
    <form
      action={typeof action === "string" ? action : ""}
      method="post"
      encType="multipart/form-data"
      className={className}
      id={id}
      data-enhance={enhance}
      aria-label={label}
      noValidate
    >
      {typeof action !== "string" && <input type="hidden" name={`$ACTION_ID_${actionId(action)}`} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** Next finds a form's action by this name, as React writes it where no script runs. */
function actionId(action: object): string {
  const id = "$$id" in action ? action.$$id : null;
  if (typeof id !== "string") throw new Error("A form goes to an address or to a server action.");
  return id;
}
