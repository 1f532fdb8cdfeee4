import type { Metadata } from "next";
import { idIn } from "@/app/_server/reading";
import { ReportPage } from "@/app/_server/report-page";
import { readReportable } from "@/lib/moderation/queries";

export const metadata: Metadata = { title: "Report a post", robots: { index: false } };

export default async function ReportPostPage({ params }: { params: Promise<{ number: string }> }) {
  const number = idIn((await params).number);
  return <ReportPage here={`/p/${number}/report`} read={(viewer) => readReportable(viewer, "post", number)} />;
}
