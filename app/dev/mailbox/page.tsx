import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "@/app/_server/frame";
import { DevMailbox } from "@/components/dev-mailbox";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { listDemoMails } from "@/lib/mail/queries";
import { readForum } from "@/lib/platform/forum";

export const metadata: Metadata = { title: "The demo’s mailbox", robots: { index: false } };

/** A demo sends no mail: here is what would have gone out. In a live forum this page doesn't exist. */
export default async function MailboxPage() {
  if ((await readForum()).mode !== "demo") notFound();
  const mails = await listDemoMails();
  return (
    <Frame path="/dev/mailbox" width="text">
      <PageHead
        title="The demo’s mailbox"
        description="Mails that a live forum would have sent, the newest first. They never leave this machine."
      />
      {mails.length > 0 ? (
        <DevMailbox mails={mails} />
      ) : (
        <EmptyState title="No mail yet">Join with any address, and the mail to confirm it lands here.</EmptyState>
      )}
    </Frame>
  );
}
