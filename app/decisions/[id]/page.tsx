import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { idIn, reading } from "@/app/_server/reading";
import { AppealForm } from "@/components/appeal-form";
import { Notice } from "@/components/notice";
import { TextPage } from "@/components/text-page";
import { formatDay } from "@/components/time";
import { readOwnDecision } from "@/lib/moderation/queries";
import { NOTE_MAX } from "@/lib/moderation/schema";
import { appealAction } from "./actions";

export const metadata: Metadata = { title: "A decision of the moderators", robots: { index: false } };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ sent?: string }> };

/** A decision as the one it is about reads it, with the way to ask another moderator. */
export default async function DecisionPage({ params, searchParams }: Props) {
  const id = idIn((await params).id);
  const here = `/decisions/${id}`;
  const { sentence, reason, rule, rulesVersion, at, href, appeal, canAppeal, appealUntil } = await reading(
    readOwnDecision(await currentViewer(), id),
    here,
  );
  const form = formState("appeal");
  return (
    <Frame path={here} width="text">
      {(await searchParams).sent && appeal && !appeal.answer && (
        <Notice announce>
          Your appeal has arrived. A moderator will look at it, and you will hear what comes of it.
        </Notice>
      )}
      <TextPage title="A decision of the moderators" intro={`On ${formatDay(at)}.`}>
        <p>{sentence}</p>
        {reason && <p dir="auto">{reason}</p>}
        {rule && (
          <p>
            The rule (version {rulesVersion}): <a href="/rules">{rule}</a>.
          </p>
        )}
        {href && (
          <p>
            <a href={href}>To where it stands</a>
          </p>
        )}
        {appeal && (
          <>
            <h2>Your appeal</h2>
            <p dir="auto">{appeal.text}</p>
            <p>
              Sent on {formatDay(appeal.at)}.{!appeal.answer && " It waits for a moderator."}
            </p>
          </>
        )}
        {appeal?.answer && (
          <>
            <h2>The answer</h2>
            <p>{appeal.answer.sentence}</p>
            <p dir="auto">{appeal.answer.reason}</p>
            <p>On {formatDay(appeal.answer.at)}.</p>
          </>
        )}
      </TextPage>
      {canAppeal.allowed && (
        <AppealForm
          until={appealUntil}
          textMax={NOTE_MAX}
          action={appealAction}
          hidden={{ form: "appeal", id, requestId: form.values.requestId ?? crypto.randomUUID() }}
          form={form}
        />
      )}
    </Frame>
  );
}
