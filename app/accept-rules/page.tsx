import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { documentHtml } from "@/app/_server/document-html";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { reading } from "@/app/_server/reading";
import { Checkbox } from "@/components/checkbox";
import { Diff } from "@/components/diff";
import { ErrorSummary } from "@/components/error-summary";
import { PostForm } from "@/components/post-form";
import { StoredHtml } from "@/components/stored-html";
import { SubmitButton } from "@/components/submit-button";
import { TextPage } from "@/components/text-page";
import { formatDay } from "@/components/time";
import { findNewRules } from "@/lib/accounts/queries";
import { safeNext } from "@/lib/accounts/rules";
import { wordChanges } from "@/lib/posts/changes";
import { acceptRulesAction } from "./actions";

export const metadata: Metadata = { title: "Accepting the rules", robots: { index: false } };

export default async function AcceptRulesPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNext((await searchParams).next);
  const rules = await reading(findNewRules(await currentViewer()), `/accept-rules?next=${encodeURIComponent(next)}`);
  if (!rules) {
    return (
      <Frame path="/accept-rules" width="text">
        <TextPage title="Thank you">
          <p>You have accepted the rules as they are now. If you were writing something, press its button once more.</p>
          <p>
            <a href={next}>Back to where you were</a> · <a href="/rules">The rules</a>
          </p>
        </TextPage>
      </Frame>
    );
  }
  const form = formState("accept");
  return (
    <Frame path="/accept-rules" width="text">
      <TextPage
        title={rules.accepted === null ? "The rules of this forum" : "The rules have a new version"}
        intro={`Version ${rules.version}, in force since ${formatDay(rules.publishedAt)}. You can read everything without; to write, please accept them.`}
      >
        <p>
          If you don’t want to, you can <a href="/settings/export">take your data along</a> and{" "}
          <a href="/settings/close">close your account</a>, or <a href="/contact">write to us</a>.
        </p>
        {rules.accepted !== null && (
          <details className="what-changed">
            <summary>What changed, word by word</summary>
            <Diff brief parts={wordChanges(rules.accepted, rules.source)} />
          </details>
        )}
      </TextPage>
      <StoredHtml className="prose consent-text" html={documentHtml(rules.html)} />
      <ErrorSummary form={form} title="Not accepted yet" />
      <PostForm
        action={acceptRulesAction}
        hidden={{ form: "accept", version: rules.version, next }}
        className="form accept-rules"
      >
        <Checkbox name="agree" label={`I accept the rules (version ${rules.version})`} form={form} required />
        <div className="buttons">
          <SubmitButton>Go on</SubmitButton>
        </div>
      </PostForm>
    </Frame>
  );
}
