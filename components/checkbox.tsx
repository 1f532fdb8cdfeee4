import { controlProps, FieldError, type FieldFrame, fieldId } from "./field";

type Props = Omit<FieldFrame, "optional"> & { checked?: boolean; value?: string; required?: boolean };

export function Checkbox({ name, label, help, form, checked = false, value = "yes", required }: Props) {
  const typed = form && Object.keys(form.values).length > 0;
  return (
    <div className={form?.errors[name] ? "checkbox wrong" : "checkbox"}>
      <FieldError name={name} form={form} />
      <div className="checkbox-line">
        <input
          {...controlProps({ name, help, form })}
          type="checkbox"
          value={value}
          required={required}
          defaultChecked={typed ? form.values[name] === value : checked}
        />
        <label htmlFor={fieldId(name)}>{label}</label>
      </div>
      {help && (
        <p className="field-help" id={`${fieldId(name)}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
