import type { ComponentProps, ReactNode } from "react";
import type { FormState } from "./types";

export const fieldId = (name: string) => `field-${name}`;

export type FieldFrame = {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  form?: FormState;
  optional?: boolean;
};

/** What ties a control to its label, its help and its error. */
export function controlProps({ name, help, form }: Pick<FieldFrame, "name" | "help" | "form">) {
  const error = form?.errors[name];
  const described = [error && `${fieldId(name)}-error`, help && `${fieldId(name)}-help`].filter(Boolean).join(" ");
  return {
    id: fieldId(name),
    name,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": described || undefined,
  };
}

export function FieldError({ name, form }: { name: string; form?: FormState }) {
  const error = form?.errors[name];
  if (!error) return null;
  return (
    <p className="field-error" id={`${fieldId(name)}-error`}>
      {error}
    </p>
  );
}

/** Label above, help under the label, the error right beside the control it is about. */
export function FieldShell({ name, label, help, form, optional, children }: FieldFrame & { children: ReactNode }) {
  return (
    <div className={form?.errors[name] ? "field wrong" : "field"}>
      <label htmlFor={fieldId(name)}>
        {label}
        {optional && <span className="field-optional"> (if you like)</span>}
      </label>
      {help && (
        <p className="field-help" id={`${fieldId(name)}-help`}>
          {help}
        </p>
      )}
      <FieldError name={name} form={form} />
      {children}
    </div>
  );
}

type Props = FieldFrame &
  Pick<
    ComponentProps<"input">,
    | "type"
    | "autoComplete"
    | "inputMode"
    | "maxLength"
    | "required"
    | "spellCheck"
    | "autoCapitalize"
    | "min"
    | "max"
    | "step"
  > & { value?: string; short?: boolean };

/** A labelled line of text. What was typed comes back after a refusal. */
export function Field({ name, label, help, form, optional, value, short, type = "text", ...input }: Props) {
  return (
    <FieldShell name={name} label={label} help={help} form={form} optional={optional}>
      <input
        {...controlProps({ name, help, form })}
        {...input}
        type={type}
        className={short ? "short" : undefined}
        dir={type === "text" ? "auto" : undefined}
        defaultValue={form?.values[name] ?? value ?? ""}
      />
    </FieldShell>
  );
}

type TextProps = FieldFrame & { value?: string; rows?: number; maxLength?: number; draftPlace?: string };

export function TextField({ name, label, help, form, optional, value, rows = 6, maxLength, draftPlace }: TextProps) {
  return (
    <FieldShell name={name} label={label} help={help} form={form} optional={optional}>
      <textarea
        {...controlProps({ name, help, form })}
        rows={rows}
        maxLength={maxLength}
        dir="auto"
        data-draft={draftPlace}
        defaultValue={form?.values[name] ?? value ?? ""}
      />
    </FieldShell>
  );
}
