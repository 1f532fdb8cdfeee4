import type { Metadata } from "next";
import { Settings, settingsViewer } from "@/app/_server/settings";

export const metadata: Metadata = { title: "Export my data", robots: { index: false } };

export default async function ExportSettings() {
  await settingsViewer("/settings/export");
  return (
    <Settings
      here="/settings/export"
      title="Export my data"
      intro="One file with everything you wrote here and everything the forum keeps about you: profile, facts, counts, posts in all their versions, thanks, drafts, consents, sessions. It holds nobody else’s words."
    >
      <p>
        <a className="button" href="/settings/export/file" download>
          Download my data (JSON)
        </a>
      </p>
    </Settings>
  );
}
