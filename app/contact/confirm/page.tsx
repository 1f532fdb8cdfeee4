import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { FormPage } from "@/components/form-page";
import { SubmitButton } from "@/components/submit-button";
import { TextPage } from "@/components/text-page";
import { findWaitingNotice } from "@/lib/moderation/queries";
import { confirmNoticeAction } from "../actions";

export const metadata: Metadata = { title: "Confirm your message", robots: { index: false } };

export default async function ConfirmNoticePage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  const waits = typeof token === "string" && (await findWaitingNotice(await currentViewer(), token)) !== null;
  return (
    <Frame path="/contact" width="text">
      {waits ? (
        <FormPage
          title="Send your message"
          intro="Press the button, and the moderators get what you wrote."
          action={confirmNoticeAction}
          hidden={{ form: "confirm notice", token }}
          form={formState("confirm notice")}
          refusedTitle="That didn’t work yet"
        >
          <div className="buttons">
            <SubmitButton>Send it to the moderators</SubmitButton>
          </div>
        </FormPage>
      ) : (
        <TextPage title="This link doesn’t work any more" intro="It has been used already, or its time has passed.">
          <p>
            If the moderators haven’t got your message yet, please <a href="/contact">write it again</a>.
          </p>
        </TextPage>
      )}
    </Frame>
  );
}
