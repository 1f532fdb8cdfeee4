import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { ErrorSummary } from "@/components/error-summary";
import { Field } from "@/components/field";
import { PasswordField } from "@/components/password-field";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { readSettings } from "@/lib/accounts/queries";
import { changeEmailAction } from "./actions";

export const metadata: Metadata = { title: "E-mail", robots: { index: false } };

const said: Record<string, string> = {
  sent: "A mail with a link is on its way to the new address. It counts once you open the link and press the button there.",
  yes: "Your new address is in use.",
};

export default async function EmailSettings({ searchParams }: SettingsProps) {
  const viewer = await settingsViewer("/settings/email");
  const own = await readSettings(viewer);
  const form = formState("email");
  return (
    <Settings
      here="/settings/email"
      title="E-mail"
      intro={
        <p>
          {own.email ? (
            <>
              Your mails go to <strong>{own.email}</strong>.
            </>
          ) : (
            "No address is confirmed yet."
          )}{" "}
          {own.unverifiedEmail && (
            <>
              Waiting for its link to be opened: <strong>{own.unverifiedEmail}</strong>.
            </>
          )}
        </p>
      }
      saved={said[(await searchParams).saved ?? ""]}
    >
      <ErrorSummary form={form} />
      <PostForm action={changeEmailAction} hidden={{ form: "email" }} className="form">
        <Field
          name="email"
          type="email"
          label="New e-mail address"
          form={form}
          autoComplete="email"
          inputMode="email"
          required
        />
        <PasswordField
          name="password"
          label="Your password"
          help="So that nobody else can do this on a device you left open."
          form={form}
          autoComplete="current-password"
        />
        <div className="buttons">
          <SubmitButton>Change the address</SubmitButton>
        </div>
      </PostForm>
    </Settings>
  );
}
