import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { joinHref } from "@/app/_server/reading";
import { Checkbox } from "@/components/checkbox";
import { Field } from "@/components/field";
import { FormPage } from "@/components/form-page";
import { Notice } from "@/components/notice";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { safeNext } from "@/lib/accounts/rules";
import { isMember } from "@/lib/policy/viewer";
import { logInAction } from "./actions";

export const metadata: Metadata = { title: "Log in", robots: { index: false } };

const said: Record<string, string> = {
  reset: "Your new password is set. Please log in with it.",
  verified: "Thank you, your address is confirmed. Log in to write your first post.",
  closed: "Your account is closed. We wish you well.",
  "logged-out": "You are logged out.",
};

export default async function LogInPage({ searchParams }: { searchParams: Promise<{ next?: string; said?: string }> }) {
  const query = await searchParams;
  const next = safeNext(query.next);
  if (isMember(await currentViewer())) redirect(query.said === "verified" ? "/verify?done=yes" : next);
  const form = formState("log in");
  const sentence = said[query.said ?? ""];
  return (
    <Frame path={next} here="login" width="text">
      {sentence && <Notice announce>{sentence}</Notice>}
      <FormPage
        title="Log in"
        action={logInAction}
        hidden={{ form: "log in", next }}
        form={form}
        refusedTitle="You are not logged in yet"
        after={
          <p>
            <a href="/forgot">Forgot your name or password?</a> · <a href={joinHref(next)}>Create an account</a>
          </p>
        }
      >
        <Field
          name="who"
          label="Name or e-mail address"
          form={form}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <PasswordField name="password" label="Password" form={form} autoComplete="current-password" />
        <Checkbox name="remember" label="Remember me on this device" form={form} />
        <div className="buttons">
          <SubmitButton>Log in</SubmitButton>
        </div>
      </FormPage>
    </Frame>
  );
}
