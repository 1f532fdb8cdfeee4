import { controlProps, FieldError, type FieldFrame, FieldShell, fieldId } from "./field";

type Option = { value: string; label: string; help?: string };
type Props = FieldFrame & { options: Option[]; value?: string; required?: boolean };

export function SelectField({ name, label, help, form, optional, options, value, required }: Props) {
  return (
    <FieldShell name={name} label={label} help={help} form={form} optional={optional}>
      <select {...controlProps({ name, help, form })} required={required} defaultValue={form?.values[name] ?? value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}

/** A few choices that deserve to be read before one is taken. */
export function Choices({ name, label, help, form, options, value }: Omit<Props, "optional">) {
  const chosen = form?.values[name] ?? value;
  return (
    <fieldset
      className={form?.errors[name] ? "choices wrong" : "choices"}
      aria-describedby={form?.errors[name] ? `${fieldId(name)}-error` : undefined}
    >
      <legend>{label}</legend>
      {help && <p className="field-help">{help}</p>}
      <FieldError name={name} form={form} />
      {options.map((option, place) => (
        <div className="checkbox" key={option.value}>
          <div className="checkbox-line">
            <input
              type="radio"
              id={place === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
            />
            <label htmlFor={place === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`}>{option.label}</label>
          </div>
          {option.help && <p className="field-help">{option.help}</p>}
        </div>
      ))}
    </fieldset>
  );
}
