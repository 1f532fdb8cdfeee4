import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { HealthConsent } from "@/app/_server/health-consent";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { EmptyState } from "@/components/empty-state";
import { ErrorSummary } from "@/components/error-summary";
import { Field } from "@/components/field";
import { PlateletChart } from "@/components/platelet-chart";
import { PlateletUnit } from "@/components/platelet-count";
import { PostForm } from "@/components/post-form";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { formatDay } from "@/components/time";
import { readMyHealth } from "@/lib/health/queries";
import { addCountAction, removeCountAction } from "./actions";

export const metadata: Metadata = { title: "Platelet counts", robots: { index: false } };

const said: Record<string, string> = { yes: "Added.", removed: "Removed." };

export default async function CountsSettings({ searchParams }: SettingsProps) {
  const viewer = await settingsViewer("/settings/counts");
  const own = await readMyHealth(viewer);
  const saved = said[(await searchParams).saved ?? ""];
  if (!own.consent) {
    return (
      <Settings here="/settings/counts" title="Platelet counts" saved={saved}>
        {await HealthConsent()}
      </Settings>
    );
  }
  const form = formState("count");
  const unit = own.counts.at(-1)?.unit ?? "10^9/L";
  return (
    <Settings
      here="/settings/counts"
      title="Platelet counts"
      intro={
        <p>
          The newest one stands under your posts, the series on your page. Seen by:{" "}
          <strong>{own.countsAudience === "everyone" ? "everyone" : "members only"}</strong> (
          <a href="/settings/health">change</a>).
        </p>
      }
      saved={saved}
    >
      <ErrorSummary form={form} title="Not added yet" />
      <PostForm action={addCountAction} hidden={{ form: "count" }} className="form count-form">
        <Field name="value" label="Count" form={form} inputMode="decimal" maxLength={6} short required />
        <SelectField
          name="unit"
          label="Unit"
          form={form}
          value={unit}
          options={[
            { value: "10^9/L", label: "×10⁹/L" },
            { value: "10^3/uL", label: "×10³/µL (“k”)" },
          ]}
        />
        <Field name="day" type="date" label="Day of the blood test" form={form} short required />
        <div className="buttons">
          <SubmitButton>Add this count</SubmitButton>
        </div>
      </PostForm>
      {own.counts.length === 0 ? (
        <EmptyState title="No counts yet" />
      ) : (
        <>
          <PlateletChart name={viewer.name} counts={own.counts} />
          <h2>Remove a count</h2>
          <ul className="count-list">
            {[...own.counts].reverse().map((count) => (
              <li key={count.id}>
                <span>
                  {formatDay(count.day)}: {count.value} <PlateletUnit unit={count.unit} />
                </span>
                <PostForm action={removeCountAction} hidden={{ form: `press:count ${count.id}`, count: count.id }}>
                  <SubmitButton kind="plain" about={`the count of ${formatDay(count.day)}`}>
                    Remove
                  </SubmitButton>
                </PostForm>
              </li>
            ))}
          </ul>
        </>
      )}
    </Settings>
  );
}
