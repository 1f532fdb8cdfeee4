import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "@/app/_server/frame";
import { reading } from "@/app/_server/reading";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { MailView } from "@/components/dev-mailbox";
import { readDemoMail } from "@/lib/mail/queries";
import { readForum } from "@/lib/platform/forum";

export const metadata: Metadata = { title: "A mail of the demo", robots: { index: false } };

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  if ((await readForum()).mode !== "demo") notFound();
  const { id } = await params;
  const mail = await reading(readDemoMail(id));
  return (
    <Frame path="/dev/mailbox" width="text">
      <Breadcrumbs trail={[{ label: "The demo’s mailbox", href: "/dev/mailbox" }]} />
      <MailView mail={mail} />
    </Frame>
  );
}
