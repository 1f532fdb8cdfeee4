import type { Metadata } from "next";
import { documentHtml } from "@/app/_server/document-html";
import { Frame } from "@/app/_server/frame";
import { TextPage } from "@/components/text-page";
import { formatDay } from "@/components/time";
import { readDocument } from "@/lib/accounts/queries";

export const metadata: Metadata = { title: "Rules", alternates: { canonical: "/rules" } };

export default async function RulesPage() {
  const document = await readDocument("rules");
  return (
    <Frame path="/rules" here="rules" width="text">
      <TextPage
        title="Rules"
        intro={`Version ${document.version}, in force since ${formatDay(document.publishedAt)}.`}
        html={documentHtml(document.html)}
      />
    </Frame>
  );
}
