import type { Metadata } from "next";
import { documentHtml } from "@/app/_server/document-html";
import { Frame } from "@/app/_server/frame";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { TextPage } from "@/components/text-page";
import { findOwnText } from "@/lib/accounts/queries";
import { renderPost } from "@/lib/posts/markdown";
import { cardHelpText } from "../texts";

export const metadata: Metadata = {
  title: "How to read a study card",
  description: "What a study card says, where it has it from, and what it leaves out.",
  alternates: { canonical: "/help/cards" },
};

const ours = documentHtml(renderPost(cardHelpText).html);

export default async function CardHelpPage() {
  const text = await findOwnText("card-help");
  return (
    <Frame path="/help/cards" here="help" width="text">
      <Breadcrumbs trail={[{ label: "Help", href: "/help" }]} />
      <TextPage title="How to read a study card" html={text ? documentHtml(text.html) : ours} />
    </Frame>
  );
}
