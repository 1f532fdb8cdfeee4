import type { Metadata } from "next";
import { AdminPage, type AdminProps, administrator } from "@/app/_server/admin";
import { formState } from "@/app/_server/form-state";
import { counted } from "@/components/counted";
import { EmptyState } from "@/components/empty-state";
import { ErrorSummary } from "@/components/error-summary";
import { Notice } from "@/components/notice";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { formatMoment } from "@/components/time";
import { TroubleList } from "@/components/trouble-list";
import { workLabels } from "@/lib/administration/rules";
import { findTestMail, listFailedMails } from "@/lib/mail/queries";
import type { TestMail } from "@/lib/mail/types";
import { readForum } from "@/lib/platform/forum";
import { retryMailAction, stopMailAction, testMailAction } from "./actions";

export const metadata: Metadata = { title: "Mail, administration", robots: { index: false } };

const saved: Record<string, string> = { again: "They are on their way again.", stopped: "It is not tried any more." };

export default async function MailPage({ searchParams }: AdminProps) {
  const viewer = await administrator();
  const { mode } = await readForum();
  const [mails, test] = [await listFailedMails(viewer), await findTestMail(viewer)];
  const form = formState("test mail");
  const stopped = mails.filter((mail) => mail.stopped).length;
  return (
    <AdminPage
      path="/admin/mail"
      title="Mail"
      intro="Whether mails go out, and those that didn’t. What they say is between the forum and whom they are for."
      saved={saved[String((await searchParams).saved)]}
    >
      <section aria-labelledby="test-heading">
        <h2 id="test-heading">A test mail to yourself</h2>
        <ErrorSummary form={form} title="No mail was sent" />
        {test && resultOf(test, mode)}
        <PostForm
          action={testMailAction}
          hidden={{ form: "test mail", requestId: form.values.requestId ?? crypto.randomUUID() }}
        >
          <SubmitButton>{test ? "Send another one" : "Send me a test mail"}</SubmitButton>
        </PostForm>
      </section>
      <section aria-labelledby="failed-heading">
        <h2 id="failed-heading">Mails that didn’t go out</h2>
        {mails.length === 0 ? (
          <EmptyState title="None." />
        ) : (
          <>
            {stopped > 0 && (
              <PostForm action={retryMailAction} hidden={{ form: "press:all mails" }}>
                <SubmitButton kind="quiet">{`Try all stopped mails again (${stopped})`}</SubmitButton>
              </PostForm>
            )}
            <TroubleList
              troubles={mails.map(({ id, kind, to, error, attempts, createdAt, stopped: isStopped }) => ({
                id,
                title: workLabels[kind] ?? kind,
                facts: `to ${to}, tried ${counted(attempts, "time")}`,
                at: createdAt,
                error,
                stopped: isStopped,
                again: { action: retryMailAction, hidden: { form: `press:again ${id}`, id } },
                giveUp: isStopped ? undefined : { action: stopMailAction, hidden: { form: `press:stop ${id}`, id } },
              }))}
            />
          </>
        )}
      </section>
    </AdminPage>
  );
}

function resultOf({ to, createdAt, sentAt, error, stopped }: TestMail, mode: string) {
  const asked = `You asked for one on ${formatMoment(createdAt)} (UTC)`;
  if (sentAt)
    return (
      <Notice>{`${asked}, and your mail server took it for ${to} on ${formatMoment(sentAt)}. Please look whether it has arrived.`}</Notice>
    );
  if (mode === "demo")
    return (
      <Notice>
        <p>
          {asked}. A demo sends no mail out: it waits in the <a href="/dev/mailbox">mailbox</a>.
        </p>
      </Notice>
    );
  if (error)
    return (
      <Notice kind="caution" title="It did not go out yet">
        {`${asked}. The answer was: ${error}${stopped ? "" : " It will be tried again by itself."}`}
      </Notice>
    );
  return (
    <Notice>
      <p>
        {asked}. It is on its way. <a href="/admin/mail">Look again</a>
      </p>
    </Notice>
  );
}
