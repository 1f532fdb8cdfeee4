import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Notice } from "@/components/notice";
import { SettingsPage } from "@/components/settings-page";
import { canAdminister } from "@/lib/policy/can";
import type { Viewer } from "@/lib/policy/viewer";
import { currentViewer } from "./auth";
import { Frame } from "./frame";

/** To everyone but administrators these pages are not there. */
export async function administrator(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!canAdminister(viewer).allowed) notFound();
  return viewer;
}

const pages = [
  { href: "/admin", label: "Overview" },
  { href: "/admin/categories", label: "Categories" },
  { href: "/admin/people", label: "People" },
  { href: "/admin/texts", label: "Texts" },
  { href: "/admin/mail", label: "Mail" },
  { href: "/admin/jobs", label: "Jobs" },
  { href: "/admin/running", label: "How it runs" },
  { href: "/admin/read-only", label: "Read-only" },
];

type Props = {
  /** The address of the page, and of the entry of the list it belongs to. */
  path: string;
  title: string;
  intro?: ReactNode;
  saved?: string | false;
  children: ReactNode;
};

export async function AdminPage({ path, title, intro, saved, children }: Props) {
  const here = pages.findLast(({ href }) => path === href || path.startsWith(`${href}/`))?.href ?? "";
  return (
    <Frame path={path}>
      <SettingsPage here={here} title={title} intro={intro} list={pages} label="Administration">
        {saved && <Notice announce>{saved}</Notice>}
        {children}
      </SettingsPage>
    </Frame>
  );
}

export type AdminProps = { searchParams: Promise<{ saved?: string | string[] }> };
