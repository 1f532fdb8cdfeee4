import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { TicketPage } from "@/app/_server/ticket-page";
import { PasswordField } from "@/components/password-field";
import { resetAction } from "./actions";

export const metadata: Metadata = { title: "Choose a new password", robots: { index: false } };

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  return TicketPage({
    token: (await searchParams).token,
    purpose: "reset",
    title: "Choose a new password",
    intro: ({ name }) => `For ${name}. All devices that are logged in now will be logged out.`,
    action: resetAction,
    button: "Set this password",
    fields: (
      <PasswordField
        name="password"
        label="New password"
        help="At least 12 characters. A few words that have nothing to do with each other are easy to remember."
        form={formState("ticket")}
        autoComplete="new-password"
      />
    ),
    instead: (
      <p>
        <a href="/forgot">Ask for a new link</a>
      </p>
    ),
  });
}
