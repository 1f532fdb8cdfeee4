import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { Settings, settingsViewer } from "@/app/_server/settings";
import { ErrorSummary } from "@/components/error-summary";
import { Notice } from "@/components/notice";
import { PasswordField } from "@/components/password-field";
import { PostForm } from "@/components/post-form";
import { Choices } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { readSettings } from "@/lib/accounts/queries";
import { closeAccountAction } from "./actions";

export const metadata: Metadata = { title: "Close the account", robots: { index: false } };

export default async function CloseSettings() {
  const viewer = await settingsViewer("/settings/close");
  const own = await readSettings(viewer);
  const form = formState("close");
  return (
    <Settings
      here="/settings/close"
      title="Close the account"
      intro={
        <p>
          Your name, address, password, profile, facts and counts are deleted for good. This can’t be undone; you may
          want to <a href="/settings/export">export your data</a> first.
        </p>
      }
    >
      {own.onlyAdministrator ? (
        <Notice kind="caution">You are the only administrator. Make someone else one before you go.</Notice>
      ) : (
        <>
          <ErrorSummary form={form} title="Your account is still open" />
          <PostForm action={closeAccountAction} hidden={{ form: "close" }} className="form">
            <Choices
              name="choice"
              label="What happens to your posts"
              form={form}
              options={[
                {
                  value: "keep",
                  label: "They stay, under “former member”",
                  help: "Others answered them; without yours the threads would be hard to follow.",
                },
                {
                  value: "withdraw",
                  label: "They go with me",
                  help: "A line keeps the place of each, without text or name.",
                },
              ]}
            />
            <PasswordField name="password" label="Your password" form={form} autoComplete="current-password" />
            <div className="buttons">
              <SubmitButton kind="stop">Close my account</SubmitButton>
            </div>
          </PostForm>
        </>
      )}
    </Settings>
  );
}
