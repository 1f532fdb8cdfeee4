import type { Metadata } from "next";
import { Frame } from "@/app/_server/frame";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { GlossaryList } from "@/components/glossary-list";
import { TextPage } from "@/components/text-page";
import { seen } from "@/lib/platform/request";
import { tags } from "@/lib/platform/tags";
import { glossary } from "@/lib/studies/glossary";

export const metadata: Metadata = {
  title: "Words in studies, explained",
  description: "What the words of trials, blood counts and immune treatments mean, in plain language.",
  alternates: { canonical: "/help/glossary" },
};

export default function GlossaryPage() {
  seen(tags.documents());
  return (
    <Frame path="/help/glossary" here="help" width="text">
      <Breadcrumbs trail={[{ label: "Help", href: "/help" }]} />
      <TextPage
        title="Words in studies, explained"
        intro="In our own words, so that you can follow what a study card quotes. They explain; they advise nothing. If one is wrong or missing, please tell us."
      >
        <GlossaryList chapters={glossary} />
      </TextPage>
    </Frame>
  );
}
