import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { loginHref } from "@/app/_server/reading";
import { Checkbox } from "@/components/checkbox";
import { Field } from "@/components/field";
import { FormPage, Honeypot } from "@/components/form-page";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { readDocument, startedNow } from "@/lib/accounts/queries";
import { safeNext } from "@/lib/accounts/rules";
import { isMember } from "@/lib/policy/viewer";
import { joinAction } from "./actions";

export const metadata: Metadata = { title: "Create an account", robots: { index: false } };

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNext((await searchParams).next);
  if (isMember(await currentViewer())) redirect(next);
  const rules = await readDocument("rules");
  const privacy = await readDocument("privacy");
  const form = formState("join");
  return (
    <Frame path={next} here="join" width="text">
      <FormPage
        title="Create an account"
        intro="Reading needs no account. With one you can post, thank, and keep your counts if you like."
        action={joinAction}
        hidden={{
          form: "join",
          next,
          rulesVersion: rules.version,
          privacyVersion: privacy.version,
          startedAt: form.values.startedAt ?? startedNow(),
          requestId: form.values.requestId ?? crypto.randomUUID(),
        }}
        form={form}
        refusedTitle="Your account isn’t made yet"
        after={
          <p>
            Already a member? <a href={loginHref(next)}>Log in</a>
          </p>
        }
      >
        <Field
          name="name"
          label="Name"
          help="What others see beside your posts: 3 to 30 letters or digits, also . _ and -. It need not be your own name."
          form={form}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          required
        />
        <Field
          name="email"
          type="email"
          label="E-mail address"
          help="Nobody sees it. We send you one mail to confirm it."
          form={form}
          autoComplete="email"
          inputMode="email"
          required
        />
        <PasswordField
          name="password"
          label="Password"
          help="At least 12 characters. A few words that have nothing to do with each other are easy to remember."
          form={form}
          autoComplete="new-password"
        />
        <Honeypot name="website" />
        <Checkbox name="ofAge" label="I am 16 or older" form={form} required />
        <Checkbox
          name="agree"
          label={
            <>
              I accept the{" "}
              <a href="/rules" target="_blank" rel="noopener">
                rules
              </a>{" "}
              (version {rules.version}) and the{" "}
              <a href="/privacy" target="_blank" rel="noopener">
                privacy text
              </a>{" "}
              (version {privacy.version})
            </>
          }
          form={form}
          required
        />
        <div className="buttons">
          <SubmitButton>Create my account</SubmitButton>
        </div>
      </FormPage>
    </Frame>
  );
}
