import type { Metadata } from "next";
import { AdminPage, administrator } from "@/app/_server/admin";
import { formState } from "@/app/_server/form-state";
import { ErrorSummary } from "@/components/error-summary";
import { Field } from "@/components/field";
import { PostForm } from "@/components/post-form";
import { SubmitButton } from "@/components/submit-button";
import { ROLE_REASON_MAX } from "@/lib/administration/schema";
import { readForum } from "@/lib/platform/forum";
import { setReadOnlyAction } from "./actions";

export const metadata: Metadata = { title: "Read-only, administration", robots: { index: false } };

export default async function ReadOnlyPage() {
  await administrator();
  const { readOnly } = await readForum();
  const form = formState("read-only");
  return (
    <AdminPage
      path="/admin/read-only"
      title="Read-only"
      intro="While the forum is read-only everything can be read, people can log in and out, and nobody writes, joins or changes anything; what they typed stays in their form. Every page says so. Administrators’ own pages go on working, and so do reports to the moderators and mails that are on their way."
    >
      <p>{readOnly ? "The forum is read-only now." : "The forum can be written in, as usual."}</p>
      <ErrorSummary form={form} />
      <PostForm
        action={setReadOnlyAction}
        hidden={{ form: "read-only", readOnly: readOnly ? "no" : "yes" }}
        className="form"
      >
        <Field name="reason" label="Why" help="For the log." form={form} maxLength={ROLE_REASON_MAX} optional />
        <div className="buttons">
          <SubmitButton kind={readOnly ? "main" : "stop"}>
            {readOnly ? "Let people write again" : "Make the forum read-only"}
          </SubmitButton>
        </div>
      </PostForm>
    </AdminPage>
  );
}
