import type { Metadata } from "next";
import { documentHtml } from "@/app/_server/document-html";
import { Frame } from "@/app/_server/frame";
import { ApiTables } from "@/components/api-tables";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { TextPage } from "@/components/text-page";
import { listReasons, listRoutes } from "@/lib/api/queries";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import { reasons } from "@/lib/policy/reasons";
import { renderPost } from "@/lib/posts/markdown";
import { apiHelpText } from "./text";

export const metadata: Metadata = {
  title: "For programs",
  description: "How a program reads and writes here.",
  alternates: { canonical: "/help/api" },
};

const html = documentHtml(renderPost(apiHelpText).html);

export default function ApiHelpPage() {
  seen(tags.documents());
  const said = Object.entries(reasons).map(([reason, { sentence, status }]) => ({ reason, sentence, status }));
  return (
    <Frame path="/help/api" here="help" width="text">
      <Breadcrumbs trail={[{ label: "Help", href: "/help" }]} />
      <TextPage title="For programs" html={html}>
        <ApiTables routes={listRoutes()} reasons={[...listReasons(), ...said]} />
      </TextPage>
    </Frame>
  );
}
