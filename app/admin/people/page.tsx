import type { Metadata } from "next";
import { AdminPage, type AdminProps, administrator } from "@/app/_server/admin";
import { formState } from "@/app/_server/form-state";
import { ErrorSummary } from "@/components/error-summary";
import { Field } from "@/components/field";
import { KeeperList } from "@/components/keeper-list";
import { PostForm } from "@/components/post-form";
import { Choices } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { listKeepers } from "@/lib/administration/queries";
import { ROLE_REASON_MAX } from "@/lib/administration/schema";
import { giveRoleAction } from "./actions";

export const metadata: Metadata = { title: "People, administration", robots: { index: false } };

export default async function PeoplePage({ searchParams }: AdminProps) {
  const keepers = await listKeepers(await administrator());
  const form = formState("role");
  return (
    <AdminPage
      path="/admin/people"
      title="People"
      intro="Who looks after the forum. Two administrators are better than one: the last one can’t step down."
      saved={(await searchParams).saved && "Saved. They are told by mail, with your reason."}
    >
      <KeeperList keepers={keepers} />
      <section aria-labelledby="role-heading">
        <h2 id="role-heading">Change somebody’s role</h2>
        <ErrorSummary form={form} title="Nothing was changed yet" />
        <PostForm action={giveRoleAction} hidden={{ form: "role" }} className="form">
          <Field name="member" label="A member’s name" form={form} autoCapitalize="none" spellCheck={false} />
          <Choices
            name="role"
            label="What they are from now on"
            form={form}
            options={[
              { value: "moderator", label: "Moderator", help: "Sees and decides the cases of every category." },
              {
                value: "administrator",
                label: "Administrator",
                help: "A moderator who also sets up the forum, as you do here.",
              },
              { value: "member", label: "Member", help: "Like everyone else. What they wrote stays." },
            ]}
          />
          <Field
            name="reason"
            label="Why"
            help="They read it in the mail that tells them."
            form={form}
            maxLength={ROLE_REASON_MAX}
          />
          <div className="buttons">
            <SubmitButton>Save</SubmitButton>
          </div>
        </PostForm>
        <p>
          Moderators of one category are made on <a href="/admin/categories">that category’s page</a>.
        </p>
      </section>
    </AdminPage>
  );
}
