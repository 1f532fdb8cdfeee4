import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { Checkbox } from "@/components/checkbox";
import { ErrorSummary } from "@/components/error-summary";
import { Field, TextField } from "@/components/field";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { readSettings } from "@/lib/accounts/queries";
import { ABOUT_MAX, PERSONAL_TEXT_MAX } from "@/lib/accounts/schema";
import { updateProfileAction } from "./actions";

export const metadata: Metadata = { title: "Profile", robots: { index: false } };

export default async function ProfileSettings({ searchParams }: SettingsProps) {
  const viewer = await settingsViewer("/settings/profile");
  const own = await readSettings(viewer);
  const form = formState("profile");
  return (
    <Settings
      here="/settings/profile"
      title="Profile"
      intro={
        <p>
          What others see of you, beside your posts and on <a href={`/u/${encodeURIComponent(own.name)}`}>your page</a>.
        </p>
      }
      saved={(await searchParams).saved && "Saved."}
    >
      <ErrorSummary form={form} />
      <PostForm action={updateProfileAction} hidden={{ form: "profile" }} className="form">
        <Field
          name="personalText"
          label="Personal line"
          help="Under your name, beside every post. Anyone can read it."
          value={own.personalText}
          form={form}
          maxLength={PERSONAL_TEXT_MAX}
          optional
        />
        <TextField
          name="about"
          label="About you"
          help="On your page. Anyone can read it. Formatting works as in posts."
          value={own.about}
          form={form}
          maxLength={ABOUT_MAX}
          optional
        />
        <Checkbox
          name="showOnline"
          label="Let members see when I am online"
          help="Guests never see it."
          checked={own.showOnline}
          form={form}
        />
        <div className="buttons">
          <SubmitButton>Save</SubmitButton>
        </div>
      </PostForm>
    </Settings>
  );
}
