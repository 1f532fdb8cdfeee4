import type { Metadata } from "next";
import { documentHtml } from "@/app/_server/document-html";
import { Frame } from "@/app/_server/frame";
import { TextPage } from "@/components/text-page";
import { formatDay } from "@/components/time";
import { readDocument } from "@/lib/accounts/queries";

export const metadata: Metadata = { title: "Privacy", alternates: { canonical: "/privacy" } };

export default async function PrivacyPage() {
  const document = await readDocument("privacy");
  return (
    <Frame path="/privacy" width="text">
      <TextPage
        title="Privacy"
        intro={`Version ${document.version}, in force since ${formatDay(document.publishedAt)}.`}
        html={documentHtml(document.html)}
      />
    </Frame>
  );
}
