import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { anythingSent } from "@/app/_server/form-state";
import { idIn } from "@/app/_server/reading";
import { ReportPage } from "@/app/_server/report-page";
import { readReportable } from "@/lib/moderation/queries";
import { isMember } from "@/lib/policy/viewer";

export const metadata: Metadata = { title: "Something wrong on this card?", robots: { index: false } };

export default async function ReportStudyPage({ params }: { params: Promise<{ id: string }> }) {
  const id = idIn((await params).id);
  // The link stands on the card, which is the same for everyone.
  if (!isMember(await currentViewer()) && !anythingSent()) redirect(`/contact?about=/studies/${id}`);
  return <ReportPage here={`/studies/${id}/report`} read={(viewer) => readReportable(viewer, "study", id)} />;
}
