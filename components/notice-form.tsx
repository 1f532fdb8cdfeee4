import type { ReactNode } from "react";
import { Field, TextField } from "./field";
import { FormPage, Honeypot } from "./form-page";
import { type ReasonChoice, ReasonChoices } from "./reason-choices";
import { SubmitButton } from "./submit-button";
import type { FormState, FormTarget, Hidden } from "./types";

type Props = {
  intro: ReactNode;
  reasons: ReasonChoice[];
  /** The address one came from. */
  about: string;
  textMax: number;
  action: FormTarget;
  hidden: Hidden;
  form: FormState;
};

/** What someone without an account tells the moderators. */
export function NoticeForm({ intro, reasons, about, textMax, action, hidden, form }: Props) {
  return (
    <FormPage
      title="Contact"
      intro={intro}
      action={action}
      hidden={hidden}
      form={form}
      refusedTitle="Your message wasn’t sent yet"
    >
      <ReasonChoices reasons={reasons} form={form} />
      <Field
        name="about"
        label="The address of the post, thread, member or study"
        help="As your browser shows it. Leave it empty if it is about nothing in particular."
        optional
        form={form}
        value={about}
        maxLength={300}
        spellCheck={false}
        autoCapitalize="none"
      />
      <TextField name="text" label="What should the moderators know?" rows={6} maxLength={textMax} form={form} />
      <Field
        name="email"
        type="email"
        label="Your e-mail address"
        help="We send a link there first, and our answer later. Only the people who answer see it, and it is deleted a month after the answer."
        form={form}
        autoComplete="email"
        inputMode="email"
        required
      />
      <Honeypot name="website" />
      <div className="buttons">
        <SubmitButton>Send</SubmitButton>
      </div>
    </FormPage>
  );
}
