import type { ReactNode } from "react";
import { FormPage } from "@/components/form-page";
import { SubmitButton } from "@/components/submit-button";
import { TextPage } from "@/components/text-page";
import type { FormTarget } from "@/components/types";
import { readTicket } from "@/lib/accounts/queries";
import type { TicketView } from "@/lib/accounts/types";
import { isRefusal } from "@/lib/platform/errors";
import { currentViewer } from "./auth";
import { formState } from "./form-state";
import { Frame } from "./frame";

type Purpose = Parameters<typeof readTicket>[2];

type Props = {
  token: string | undefined;
  purpose: Purpose;
  title: string;
  intro: (ticket: TicketView) => ReactNode;
  action: FormTarget;
  button: string;
  /** Fields of the form, where pressing isn't all. */
  fields?: ReactNode;
  /** What someone with a link that no longer works can do instead. */
  instead: ReactNode;
};

/** A link from a mail. Looking spends nothing, since mail programs look too; the button does. */
export async function TicketPage({ token, purpose, title, intro, action, button, fields, instead }: Props) {
  const ticket = await readTicket(await currentViewer(), token ?? "", purpose).catch((error: unknown) => {
    if (isRefusal(error)) return null;
    throw error;
  });
  return (
    <Frame path="/" width="text" confirming={purpose === "verify"}>
      {ticket && token ? (
        <FormPage
          title={title}
          intro={intro(ticket)}
          action={action}
          hidden={{ form: "ticket", token }}
          form={formState("ticket")}
          refusedTitle="That didn’t work yet"
        >
          {fields}
          <div className="buttons">
            <SubmitButton>{button}</SubmitButton>
          </div>
        </FormPage>
      ) : (
        <TextPage title="This link doesn’t work any more" intro="It has been used already, or its time has passed.">
          {instead}
        </TextPage>
      )}
    </Frame>
  );
}
