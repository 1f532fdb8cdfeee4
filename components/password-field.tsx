import { controlProps, type FieldFrame, FieldShell, fieldId } from "./field";

type Props = FieldFrame & { autoComplete: "current-password" | "new-password"; required?: boolean };

/** Never filled in by us. Pasting and password managers work; "Show" appears where the script runs. */
export function PasswordField({ name, label, help, form, autoComplete, required = true }: Props) {
  return (
    <FieldShell name={name} label={label} help={help} form={form}>
      <div className="password">
        <input
          {...controlProps({ name, help, form })}
          type="password"
          autoComplete={autoComplete}
          required={required}
        />
        <button type="button" className="button quiet" data-show={fieldId(name)} aria-pressed="false" hidden>
          Show<span className="visually-hidden"> password</span>
        </button>
      </div>
    </FieldShell>
  );
}
