import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { ErrorSummary } from "@/components/error-summary";
import { PasswordField } from "@/components/password-field";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { changePasswordAction } from "./actions";

export const metadata: Metadata = { title: "Password", robots: { index: false } };

export default async function PasswordSettings({ searchParams }: SettingsProps) {
  await settingsViewer("/settings/password");
  const form = formState("password");
  return (
    <Settings
      here="/settings/password"
      title="Password"
      intro="All your other devices are logged out when you change it."
      saved={(await searchParams).saved && "Your new password is set."}
    >
      <ErrorSummary form={form} />
      <PostForm action={changePasswordAction} hidden={{ form: "password" }} className="form">
        <PasswordField name="password" label="Your password now" form={form} autoComplete="current-password" />
        <PasswordField
          name="newPassword"
          label="New password"
          help="At least 12 characters."
          form={form}
          autoComplete="new-password"
        />
        <div className="buttons">
          <SubmitButton>Change the password</SubmitButton>
        </div>
      </PostForm>
    </Settings>
  );
}
