import type { Metadata } from "next";
import { TicketPage } from "@/app/_server/ticket-page";
import { confirmEmailAction } from "./actions";

export const metadata: Metadata = { title: "Confirm your new address", robots: { index: false } };

export default async function ConfirmEmailPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  return TicketPage({
    token: (await searchParams).token,
    purpose: "change-email",
    title: "Confirm your new address",
    intro: ({ name, email }) => `From now on mails to ${name} go to ${email}.`,
    action: confirmEmailAction,
    button: "Use this address",
    instead: (
      <p>
        You can ask for a new one in your <a href="/settings/email">settings</a>.
      </p>
    ),
  });
}
