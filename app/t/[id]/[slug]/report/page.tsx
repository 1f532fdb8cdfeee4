import type { Metadata } from "next";
import { idIn } from "@/app/_server/reading";
import { ReportPage } from "@/app/_server/report-page";
import { readReportable } from "@/lib/moderation/queries";
import { threadPath } from "@/lib/threads/paths";

export const metadata: Metadata = { title: "Report a thread", robots: { index: false } };

export default async function ReportThreadPage({ params }: { params: Promise<{ id: string; slug: string }> }) {
  const { id: raw, slug } = await params;
  const id = idIn(raw);
  return (
    <ReportPage
      here={`${threadPath({ id, slug: encodeURIComponent(decodeURIComponent(slug)) })}/report`}
      read={(viewer) => readReportable(viewer, "thread", id)}
    />
  );
}
