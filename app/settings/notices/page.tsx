import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { reading } from "@/app/_server/reading";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { Checkbox } from "@/components/checkbox";
import { ErrorSummary } from "@/components/error-summary";
import { NoticeChoices } from "@/components/notice-choices";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { readNoticeSettings } from "@/lib/notices/queries";
import { kindLabels, noticeKinds, siteKinds } from "@/lib/notices/rules";
import { saveNoticeSettingsAction } from "./actions";

export const metadata: Metadata = { title: "Notices", robots: { index: false } };

const here = "/settings/notices";

export default async function NoticeSettingsPage({ searchParams }: SettingsProps) {
  const viewer = await settingsViewer(here);
  const settings = await reading(readNoticeSettings(viewer), here);
  const form = formState("notices");
  return (
    <Settings
      here={here}
      title="Notices"
      intro="What you want to hear of, and where. Mails say that something is there and never what it says; of replies you get one mail per thread until you have read it."
      saved={(await searchParams).saved && "Saved."}
    >
      <ErrorSummary form={form} />
      <PostForm action={saveNoticeSettingsAction} hidden={{ form: "notices" }} className="form">
        <NoticeChoices
          choices={noticeKinds.map((kind) => ({
            kind,
            label: kindLabels[kind],
            onSite: (siteKinds as readonly string[]).includes(kind) ? settings.onSite.includes(kind) : "always",
            byMail: settings.byMail.includes(kind),
          }))}
        />
        <Checkbox
          name="followsOwnPosts"
          label="Follow threads that I write in"
          help="You can follow or unfollow each thread at its top, too."
          checked={settings.followsOwnPosts}
          form={form}
        />
        <div className="buttons">
          <SubmitButton>Save</SubmitButton>
        </div>
      </PostForm>
    </Settings>
  );
}
