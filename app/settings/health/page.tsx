import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { HealthConsent } from "@/app/_server/health-consent";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { ErrorSummary } from "@/components/error-summary";
import { Field } from "@/components/field";
import { PostForm } from "@/components/post-form";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { formatDay } from "@/components/time";
import { readMyHealth } from "@/lib/health/queries";
import { FACT_MAX } from "@/lib/health/schema";
import type { Audience } from "@/lib/policy/audience";
import { saveHealthFactsAction, withdrawConsentAction } from "./actions";

export const metadata: Metadata = { title: "Health facts", robots: { index: false } };

const said: Record<string, string> = {
  yes: "Saved.",
  withdrawn: "Your consent is taken back, and your facts and counts are deleted.",
};

export default async function HealthSettings({ searchParams }: SettingsProps) {
  const viewer = await settingsViewer("/settings/health");
  const own = await readMyHealth(viewer);
  const saved = said[(await searchParams).saved ?? ""];
  if (!own.consent) {
    return (
      <Settings here="/settings/health" title="Health facts" saved={saved}>
        {await HealthConsent()}
      </Settings>
    );
  }
  const form = formState("facts");
  const { facts } = own;
  const audience = (name: string, of: string, value: Audience, about?: string) => (
    <SelectField
      name={`${name}Audience`}
      label={
        <>
          Who sees {of}
          {about && <span className="visually-hidden">: {about}</span>}
        </>
      }
      form={form}
      value={value === "everyone" ? "everyone" : "members"}
      options={[
        { value: "members", label: "Members only" },
        { value: "everyone", label: "Everyone" },
      ]}
    />
  );
  return (
    <Settings
      here="/settings/health"
      title="Health facts"
      intro="All of it is up to you. What you leave empty isn’t shown. Unless you choose otherwise, only members see it."
      saved={saved}
    >
      <ErrorSummary form={form} />
      <PostForm action={saveHealthFactsAction} hidden={{ form: "facts" }} className="form facts-form">
        <div className="pair">
          <Field
            name="condition"
            label="Condition"
            value={facts.condition.value}
            form={form}
            maxLength={100}
            optional
          />
          {audience("condition", "it", facts.condition.audience, "condition")}
        </div>
        <div className="pair">
          <Field
            name="diagnosed"
            label="Year of diagnosis"
            value={facts.diagnosed.value}
            form={form}
            inputMode="numeric"
            maxLength={4}
            short
            optional
          />
          {audience("diagnosed", "it", facts.diagnosed.audience, "year of diagnosis")}
        </div>
        <div className="pair">
          <Field
            name="status"
            label="How it is now"
            help="For example: in remission, newly diagnosed, watching and waiting."
            value={facts.status.value}
            form={form}
            maxLength={100}
            optional
          />
          {audience("status", "it", facts.status.audience, "how it is now")}
        </div>
        <div className="pair">
          <Field
            name="treatments"
            label="Treatments"
            value={facts.treatments.value}
            form={form}
            maxLength={FACT_MAX}
            optional
          />
          {audience("treatments", "them", facts.treatments.audience, "treatments")}
        </div>
        {audience("counts", "your platelet counts", own.countsAudience)}
        <div className="buttons">
          <SubmitButton>Save</SubmitButton>
        </div>
      </PostForm>
      <section className="take-back">
        <h2>Take your consent back</h2>
        <p>
          You agreed on {formatDay(own.consent.givenAt)} (version {own.consent.version}). If you take it back, these
          facts and all your counts are deleted at once.
        </p>
        <PostForm action={withdrawConsentAction} hidden={{ form: "press:withdraw consent" }}>
          <SubmitButton kind="stop">Take it back and delete everything</SubmitButton>
        </PostForm>
      </section>
    </Settings>
  );
}
