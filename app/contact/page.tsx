import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { Notice } from "@/components/notice";
import { NoticeForm } from "@/components/notice-form";
import { TextPage } from "@/components/text-page";
import { noticeReasons, reasonLabels } from "@/lib/moderation/rules";
import { NOTE_MAX } from "@/lib/moderation/schema";
import { config } from "@/lib/platform/config";
import { sendNoticeAction } from "./actions";

export const metadata: Metadata = { title: "Contact", alternates: { canonical: "/contact" } };

type Props = { searchParams: Promise<{ about?: string | string[]; sent?: string; arrived?: string }> };

export default async function ContactPage({ searchParams }: Props) {
  const { about, sent, arrived } = await searchParams;
  if (sent || arrived) {
    return (
      <Frame path="/contact" width="text">
        {sent ? (
          <TextPage title="Now look into your mail">
            <Notice announce>Open the link in it within two days. The moderators get your message then.</Notice>
          </TextPage>
        ) : (
          <TextPage title="Your message has arrived">
            <Notice announce>A moderator will look at it, and you will hear by mail what came of it.</Notice>
          </TextPage>
        )}
      </Frame>
    );
  }
  const address = config().CONTACT_EMAIL;
  const form = formState("notice");
  return (
    <Frame path="/contact" width="text">
      <NoticeForm
        intro={
          <>
            <p>
              The forum is run by volunteers. They read messages when they can, which may take a day or two.
              {address && (
                <>
                  {" "}
                  You can also write to <a href={`mailto:${address}`}>{address}</a>.
                </>
              )}
            </p>
            <p>
              They can’t give medical advice. If someone is bleeding and it won’t stop, or has hit their head, call your
              emergency number now.
            </p>
          </>
        }
        reasons={noticeReasons.map((value) => ({ value, label: reasonLabels[value], care: value === "worried" }))}
        about={typeof about === "string" ? about.slice(0, 300) : ""}
        textMax={NOTE_MAX}
        action={sendNoticeAction}
        hidden={{ form: "notice", requestId: form.values.requestId ?? crypto.randomUUID() }}
        form={form}
      />
    </Frame>
  );
}
