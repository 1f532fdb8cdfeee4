import type { Metadata } from "next";
import { TicketPage } from "@/app/_server/ticket-page";
import { undoEmailAction } from "./actions";

export const metadata: Metadata = { title: "Keep your address", robots: { index: false } };

export default async function UndoEmailPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  return TicketPage({
    token: (await searchParams).token,
    purpose: "undo-email",
    title: "Keep your address",
    intro: ({ name, email }) =>
      `${name} keeps ${email}. Every device is logged out, and you choose a new password next.`,
    action: undoEmailAction,
    button: "Keep this address",
    instead: (
      <p>
        If you think that someone else is in your account, <a href="/forgot">ask for a new password</a> or{" "}
        <a href="/contact">write to us</a>.
      </p>
    ),
  });
}
