import type { Metadata } from "next";
import { formState } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import { Field } from "@/components/field";
import { FormPage } from "@/components/form-page";
import { SubmitButton } from "@/components/submit-button";
import { TextPage } from "@/components/text-page";
import { forgotAction } from "./actions";

export const metadata: Metadata = { title: "Forgot your name or password", robots: { index: false } };

export default async function ForgotPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const { sent } = await searchParams;
  const form = formState("forgot");
  if (sent) {
    return (
      <Frame path="/" width="text">
        <TextPage
          title="Now look into your mail"
          intro="If there is an account with this address, a mail with its name and a link for a new password is on its way."
        >
          <p>
            Nothing there after a few minutes? Look among the junk, or <a href="/forgot">try another address</a>.
          </p>
        </TextPage>
      </Frame>
    );
  }
  return (
    <Frame path="/" width="text">
      <FormPage
        title="Forgot your name or password"
        intro="Give us your e-mail address, and we send you your name and a link to choose a new password."
        action={forgotAction}
        hidden={{ form: "forgot" }}
        form={form}
        refusedTitle="No mail was sent yet"
      >
        <Field
          name="email"
          type="email"
          label="E-mail address"
          form={form}
          autoComplete="email"
          inputMode="email"
          required
        />
        <div className="buttons">
          <SubmitButton>Send me the mail</SubmitButton>
        </div>
      </FormPage>
    </Frame>
  );
}
