import type { Metadata } from "next";
import { documentHtml } from "@/app/_server/document-html";
import { Frame } from "@/app/_server/frame";
import { TextPage } from "@/components/text-page";
import { findOwnText } from "@/lib/accounts/queries";
import { renderPost } from "@/lib/posts/markdown";
import { helpText } from "./texts";

export const metadata: Metadata = {
  title: "Help",
  description: "How to read, join, write and cite here.",
  alternates: { canonical: "/help" },
};

const ours = documentHtml(renderPost(helpText).html);

export default async function HelpPage() {
  const text = await findOwnText("help");
  return (
    <Frame path="/help" here="help" width="text">
      <TextPage title="Help" html={text ? documentHtml(text.html) : ours} />
    </Frame>
  );
}
