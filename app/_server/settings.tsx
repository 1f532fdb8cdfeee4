import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Notice } from "@/components/notice";
import { SettingsPage } from "@/components/settings-page";
import { isMember, type MemberViewer } from "@/lib/policy/viewer";
import { currentViewer } from "./auth";
import { Frame } from "./frame";
import { loginHref } from "./reading";

/** Settings are for whoever is logged in; anyone else logs in first and comes back. */
export async function settingsViewer(here: string): Promise<MemberViewer> {
  const viewer = await currentViewer();
  if (!isMember(viewer)) redirect(loginHref(here));
  return viewer;
}

type Props = { here: string; title: string; intro?: ReactNode; saved?: string | false; children: ReactNode };

/** What is left of the settings to someone suspended. */
const whileSuspended = [
  { href: "/suspended", label: "Why, and until when" },
  { href: "/settings/export", label: "Export my data" },
  { href: "/settings/close", label: "Close the account" },
];

export async function Settings({ here, title, intro, saved, children }: Props) {
  const viewer = await currentViewer();
  const suspended = isMember(viewer) && viewer.standing === "suspended";
  return (
    <Frame path={here}>
      <SettingsPage here={here} title={title} intro={intro} list={suspended ? whileSuspended : undefined}>
        {saved && <Notice announce>{saved}</Notice>}
        {children}
      </SettingsPage>
    </Frame>
  );
}

export type SettingsProps = { searchParams: Promise<{ saved?: string }> };
