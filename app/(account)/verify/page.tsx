import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { loginHref } from "@/app/_server/reading";
import { TicketPage } from "@/app/_server/ticket-page";
import { FormPage } from "@/components/form-page";
import { Notice } from "@/components/notice";
import { SubmitButton } from "@/components/submit-button";
import { TextPage } from "@/components/text-page";
import { isMember } from "@/lib/policy/viewer";
import { resendAction, verifyAction } from "./actions";

export const metadata: Metadata = { title: "Confirm your address", robots: { index: false } };

export default async function VerifyPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string; sent?: string; done?: string }>;
}) {
  const { token, sent, done } = await searchParams;
  const viewer = await currentViewer();
  if (token) {
    return TicketPage({
      token,
      purpose: "verify",
      title: "Confirm your address",
      intro: ({ name, email }) => `Welcome, ${name}. Press the button, and we know that ${email} is yours.`,
      action: verifyAction,
      button: "This is my address",
      instead:
        isMember(viewer) && viewer.emailVerified ? (
          <p>
            Your address is confirmed already, so all is well. <a href="/">Go to the front page</a>
          </p>
        ) : (
          <p>
            Perhaps your address is confirmed already: <a href="/login">log in</a>. If it isn’t, you can{" "}
            <a href="/verify">have the mail sent again</a>.
          </p>
        ),
    });
  }
  if (!isMember(viewer)) redirect(loginHref("/verify"));
  if (viewer.emailVerified && done) {
    return (
      <Frame path="/verify" width="text">
        <TextPage title="Your address is confirmed" intro={`Thank you, ${viewer.name}. You can write and thank now.`}>
          <p>A moderator reads your first two posts before others see them; after that they appear at once.</p>
          <p>
            <a href="/">Look around</a>, say hello with <a href="/new">a thread of your own</a>, or tell a little about
            yourself on <a href="/settings/profile">your page</a>.
          </p>
        </TextPage>
      </Frame>
    );
  }
  if (viewer.emailVerified) redirect("/");
  return (
    <Frame path="/verify" width="text" confirming>
      {sent && <Notice announce>The mail is on its way.</Notice>}
      <FormPage
        title="Send the mail again"
        intro="We send the link to the address you joined with. You can change the address in your settings."
        action={resendAction}
        hidden={{ form: "resend" }}
        form={formState("resend")}
        refusedTitle="No mail was sent"
      >
        <div className="buttons">
          <SubmitButton>Send it again</SubmitButton>
          <a href="/settings/email">Change the address</a>
        </div>
      </FormPage>
    </Frame>
  );
}
