import type { Metadata } from "next";
import { documentHtml } from "@/app/_server/document-html";
import { Frame } from "@/app/_server/frame";
import { TextPage } from "@/components/text-page";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import { renderPost } from "@/lib/posts/markdown";
import { helpText } from "./texts";

export const metadata: Metadata = {
  title: "Help",
  description: "How to read, join, write and cite here.",
  alternates: { canonical: "/help" },
};

const html = documentHtml(renderPost(helpText).html);

export default function HelpPage() {
  seen(tags.documents());
  return (
    <Frame path="/help" here="help" width="text">
      <TextPage title="Help" html={html} />
    </Frame>
  );
}
