import { openCaseAction, reportAction } from "@/app/p/[number]/report/actions";
import { Notice } from "@/components/notice";
import { PostForm } from "@/components/post-form";
import { ReportForm } from "@/components/report-form";
import { SubmitButton } from "@/components/submit-button";
import { TextPage } from "@/components/text-page";
import { TypedWords } from "@/components/typed-words";
import { typedWords } from "@/lib/door/typed-words";
import { reasonLabels, reasonsFor } from "@/lib/moderation/rules";
import { NOTE_MAX } from "@/lib/moderation/schema";
import type { Reportable } from "@/lib/moderation/types";
import { isRefusal } from "@/lib/platform/errors";
import type { Viewer } from "@/lib/policy/viewer";
import { currentViewer } from "./auth";
import { formState } from "./form-state";
import { Frame } from "./frame";
import { reading } from "./reading";

const names = {
  post: ({ id }: Reportable) => `post #${id}`,
  thread: ({ title }: Reportable) => `the thread “${title}”`,
  member: ({ title }: Reportable) => title,
  study: ({ title }: Reportable) => `the card of “${title}”`,
};

const ofPeople =
  "Only the moderators read your report. Its author is never told that there was one. You hear what came of it by mail.";
const ofCards =
  "Only the moderators read your report. They compare the card with what the registries say, and can put a field right, put a sentence aside or add a note. You hear what came of it by mail.";

/** The page of a report, whatever it is about: the form, or, once sent, that it waits. */
export async function ReportPage({ here, read }: { here: string; read: (viewer: Viewer) => Promise<Reportable> }) {
  const target = await reading(readOrSentence(read), here);
  if ("sentence" in target) {
    return (
      <Frame path={here} width="text">
        <TextPage title="Report">
          <p>{target.sentence}</p>
        </TextPage>
      </Frame>
    );
  }
  const name = names[target.kind](target);
  if (target.reportedAt) {
    const second = formState("report");
    const unsent = second.refusal?.reason === "already-reported" ? typedWords(second.values) : [];
    return (
      <Frame path={here} width="text">
        <TextPage title={second.refusal ? "You have reported this already" : "Your report has arrived"}>
          <Notice announce>
            {second.refusal
              ? `Your first report of ${name} waits for a moderator, and you will hear by mail what came of it. Nothing was added to it now.`
              : `You have reported ${name}. A moderator will look at it, and you will hear by mail what came of it.`}
          </Notice>
          {unsent.length > 0 && (
            <div className="form">
              <p>This was not sent. It is here, so that you can copy it:</p>
              <TypedWords words={unsent} readOnly />
            </div>
          )}
          <p>
            Moderators are volunteers and may not read this for hours. If someone is in danger now, call your emergency
            number.
          </p>
          <p>
            <a href={target.href}>Back to where you were</a>
          </p>
        </TextPage>
      </Frame>
    );
  }
  const form = formState("report");
  return (
    <Frame path={here} width="text">
      {target.moderates && (
        <PostForm
          action={openCaseAction}
          hidden={{ form: "press:open case", kind: target.kind, id: target.id }}
          className="open-case"
        >
          <Notice>
            <p>Whoever reports something can’t decide about it. To decide yourself, open a case without a report.</p>
            <SubmitButton kind="quiet">Open a case</SubmitButton>
          </Notice>
        </PostForm>
      )}
      <ReportForm
        title={target.kind === "study" ? "Something wrong on this card?" : `Report ${name}`}
        excerpt={target.excerpt}
        promise={target.kind === "study" ? ofCards : ofPeople}
        reasons={reasonsFor(target.kind).map((value) => ({
          value,
          label: reasonLabels[value],
          care: value === "worried",
        }))}
        noteMax={NOTE_MAX}
        action={reportAction}
        hidden={{
          form: "report",
          kind: target.kind,
          id: target.id,
          requestId: form.values.requestId ?? crypto.randomUUID(),
        }}
        form={form}
        cancelHref={target.href}
      />
    </Frame>
  );
}

/** Why one can't report something that one can see is said as a sentence; the rest is a 404 or the log-in page. */
async function readOrSentence(
  read: (viewer: Viewer) => Promise<Reportable>,
): Promise<Reportable | { sentence: string }> {
  try {
    return await read(await currentViewer());
  } catch (error) {
    if (isRefusal(error) && error.status === 403) return { sentence: error.sentence };
    throw error;
  }
}
