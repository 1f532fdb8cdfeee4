import type { Metadata } from "next";
import { AdminPage, administrator } from "@/app/_server/admin";
import { RunningFigures } from "@/components/running-figures";
import { readHowItRuns } from "@/lib/administration/queries";

export const metadata: Metadata = { title: "How it runs, administration", robots: { index: false } };

export default async function RunningPage() {
  const figures = readHowItRuns(await administrator());
  return (
    <AdminPage
      path="/admin/running"
      title="How it runs"
      intro="What one process of the forum, the one that made this page, has counted since it was started. Where several run, each counts for itself, and each writes the same figures into its log once an hour. Nothing here is about anybody in particular."
    >
      <RunningFigures {...figures} />
    </AdminPage>
  );
}
