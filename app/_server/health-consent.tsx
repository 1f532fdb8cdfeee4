import { giveConsentAction } from "@/app/settings/health/actions";
import { Checkbox } from "@/components/checkbox";
import { ErrorSummary } from "@/components/error-summary";
import { PostForm } from "@/components/post-form";
import { StoredHtml } from "@/components/stored-html";
import { SubmitButton } from "@/components/submit-button";
import { readDocument } from "@/lib/accounts/queries";
import { formState } from "./form-state";

/** Health facts need a consent of their own: separate from joining, unticked, in the wording of its version. */
export async function HealthConsent() {
  const text = await readDocument("health");
  const form = formState("consent");
  return (
    <>
      <ErrorSummary form={form} title="Nothing is kept yet" />
      <StoredHtml className="prose consent-text" html={text.html} />
      <PostForm action={giveConsentAction} hidden={{ form: "consent", version: text.version }} className="form">
        <Checkbox name="agree" label={`I agree to this (version ${text.version})`} form={form} required />
        <div className="buttons">
          <SubmitButton>Save my choice</SubmitButton>
        </div>
      </PostForm>
    </>
  );
}
