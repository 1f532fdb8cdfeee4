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
  // React chooses method and encoding itself for a server action and complains if told.
  const plain = typeof action === "string" ? ({ method: "post", encType: "multipart/form-data" } as const) : {};
  return (
    <form action={action} {...plain} className={className} id={id} data-enhance={enhance} aria-label={label} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
