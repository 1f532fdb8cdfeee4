import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { Settings, type SettingsProps, settingsViewer } from "@/app/_server/settings";
import { ErrorSummary } from "@/components/error-summary";
import { Field } from "@/components/field";
import { PasswordField } from "@/components/password-field";
import { PostForm } from "@/components/post-form";
import { Choices, SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { NewToken, TokenList } from "@/components/token-list";
import { listAccessTokens } from "@/lib/accounts/queries";
import { TOKEN_NAME_MAX } from "@/lib/accounts/schema";
import { moderatesAnything } from "@/lib/policy/viewer";
import { makeTokenAction, revokeTokenAction } from "./actions";

export const metadata: Metadata = { title: "Tokens", robots: { index: false } };

const scopes = [
  { value: "read", label: "Read", help: "What you can read yourself." },
  { value: "write", label: "Read and write", help: "Also post, edit, thank, report and moderate, in your name." },
];

const lengths = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: "0", label: "Until I revoke it" },
];

export default async function TokenSettings({ searchParams }: SettingsProps) {
  const viewer = await settingsViewer("/settings/tokens");
  const tokens = await listAccessTokens(viewer);
  const form = formState("token");
  const made = form.shown as { token: string; name: string } | undefined;
  return (
    <Settings
      here="/settings/tokens"
      title="Tokens"
      intro={
        <p>
          With a token a program of yours can use the <a href="/help/api">forum’s API</a> in your name. It can’t open
          pages, and it can’t change your password, your address or your tokens. A new password ends all of them.
        </p>
      }
      saved={(await searchParams).saved && "Revoked."}
    >
      {made && <NewToken name={made.name} token={made.token} />}
      {tokens.length > 0 && (
        <TokenList
          tokens={tokens}
          revoke={({ id }) => ({ action: revokeTokenAction, hidden: { form: `press:token ${id}`, token: id } })}
        />
      )}
      <h2>A new token</h2>
      <ErrorSummary form={form} title="There is no token yet" />
      <PostForm
        action={makeTokenAction}
        hidden={{ form: "token", requestId: form.values.requestId ?? crypto.randomUUID() }}
        className="form"
      >
        <Field name="name" label="What it is for" form={form} maxLength={TOKEN_NAME_MAX} required autoComplete="off" />
        <Choices name="scope" label="What it may do" form={form} options={scopes} value="read" />
        <SelectField
          name="days"
          label="How long it works"
          help={moderatesAnything(viewer) ? "For those who moderate, 30 days at most." : undefined}
          form={form}
          options={lengths}
          value="90"
        />
        <PasswordField
          name="password"
          label="Your password"
          help="So that nobody else can do this on a device you left open."
          form={form}
          autoComplete="current-password"
        />
        <div className="buttons">
          <SubmitButton>Make the token</SubmitButton>
        </div>
      </PostForm>
    </Settings>
  );
}
