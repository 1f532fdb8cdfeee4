import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { FormPage } from "@/components/form-page";
import { SubmitButton } from "@/components/submit-button";
import { TextPage } from "@/components/text-page";
import { readSubscription } from "@/lib/notices/queries";
import { kindLabels } from "@/lib/notices/rules";
import { isRefusal } from "@/lib/platform/errors";
import { unsubscribeAction } from "./actions";

export const metadata: Metadata = { title: "Fewer mails", robots: { index: false } };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

/** Opened from a mail, by people and by programs that look at links: looking changes nothing, the button does. */
export default async function UnsubscribePage({ searchParams }: Props) {
  const { token } = await searchParams;
  const form = formState("unsubscribe");
  const subscription =
    typeof token === "string"
      ? await readSubscription(await currentViewer(), token).catch((error: unknown) => {
          if (isRefusal(error)) return null;
          throw error;
        })
      : null;
  const choices = (
    <p>
      What you hear of and where, you can choose under <a href="/settings/notices">Notices</a> in your settings.
    </p>
  );
  return (
    <Frame path="/unsubscribe" width="text">
      {!subscription || typeof token !== "string" ? (
        <TextPage title="This link doesn’t work" intro="It may have been cut in two by a mail program.">
          {choices}
        </TextPage>
      ) : form.shown ? (
        <TextPage
          title="No more of these mails"
          intro={`You get no more mails about: ${kindLabels[subscription.kind]}.`}
        >
          {choices}
        </TextPage>
      ) : (
        <FormPage
          title="Fewer mails"
          intro={
            <p>
              <bdi>{subscription.name}</bdi> gets mails about: {kindLabels[subscription.kind]}.
            </p>
          }
          action={unsubscribeAction}
          hidden={{ form: "unsubscribe", token }}
          form={form}
          after={choices}
        >
          <div className="buttons">
            <SubmitButton>No more mails about this</SubmitButton>
          </div>
        </FormPage>
      )}
    </Frame>
  );
}
