import type { Metadata } from "next";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { SessionList } from "@/components/session-list";
import { listSessions } from "@/lib/accounts/queries";
import { endOtherSessionsAction, endSessionAction } from "./actions";

export const metadata: Metadata = { title: "Sessions", robots: { index: false } };

export default async function SessionSettings({ searchParams }: SettingsProps) {
  const viewer = await settingsViewer("/settings/sessions");
  const sessions = await listSessions(viewer);
  return (
    <Settings
      here="/settings/sessions"
      title="Sessions"
      intro="The devices and browsers where you are logged in. End one you don’t know or no longer use, and it is logged out at once."
      saved={(await searchParams).saved && "Ended."}
    >
      <SessionList
        sessions={sessions}
        end={({ id }) => ({ action: endSessionAction, hidden: { form: `press:session ${id}`, session: id } })}
        endOthers={{ action: endOtherSessionsAction, hidden: { form: "press:sessions" } }}
      />
    </Settings>
  );
}
