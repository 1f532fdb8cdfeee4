import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { idIn, reading } from "@/app/_server/reading";
import { StrikeForm } from "@/components/strike-form";
import { listRevisions } from "@/lib/posts/queries";
import { strikeAction } from "./actions";

export const metadata: Metadata = { title: "Strike an earlier version", robots: { index: false } };

export default async function StrikePage({ params }: { params: Promise<{ number: string; version: string }> }) {
  const raw = await params;
  const number = idIn(raw.number);
  const version = idIn(raw.version);
  const revisions = await reading(listRevisions(await currentViewer(), number), `/p/${number}/revisions`);
  if (!revisions.some((revision) => revision.version === version && !revision.struck)) notFound();
  return (
    <Frame path={`/p/${number}/revisions`} width="text">
      <StrikeForm
        number={number}
        version={version}
        action={strikeAction}
        hidden={{ form: "strike" }}
        form={formState("strike")}
        cancelHref={`/p/${number}/revisions`}
      />
    </Frame>
  );
}
