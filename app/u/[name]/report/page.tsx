import type { Metadata } from "next";
import { ReportPage } from "@/app/_server/report-page";
import { readReportableMember } from "@/lib/moderation/queries";

export const metadata: Metadata = { title: "Report a member", robots: { index: false } };

export default async function ReportMemberPage({ params }: { params: Promise<{ name: string }> }) {
  const name = decodeURIComponent((await params).name);
  return (
    <ReportPage here={`/u/${encodeURIComponent(name)}/report`} read={(viewer) => readReportableMember(viewer, name)} />
  );
}
