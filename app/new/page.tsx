import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { formState, wasSent } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import type { Preview } from "@/app/_server/preview";
import { loginHref } from "@/app/_server/reading";
import { Composer } from "@/components/composer";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { PageHead } from "@/components/page-head";
import { Choices, SelectField } from "@/components/select-field";
import { listCategoryNames } from "@/lib/categories/queries";
import { audienceLabels, audiences } from "@/lib/policy/audience";
import { canStartThread, canTakePart } from "@/lib/policy/can";
import { isMember } from "@/lib/policy/viewer";
import { findDraft } from "@/lib/posts/queries";
import { TITLE_MAX } from "@/lib/posts/schema";
import { startThreadAction } from "./actions";

export const metadata: Metadata = { title: "Start a thread", robots: { index: false } };

export default async function NewThreadPage({
  searchParams,
}: {
  searchParams: Promise<{ category?: string | string[] }>;
}) {
  const { category: wanted } = await searchParams;
  const viewer = await currentViewer();
  const sent = wasSent("new");
  if (!isMember(viewer) && !sent) redirect(loginHref("/new"));
  const take = canTakePart(viewer);
  if (!take.allowed && !sent) {
    return (
      <Frame path="/new" width="text">
        <PageHead
          title="Start a thread"
          description={take.reason === "verify-first" && "You can start one as soon as your address is confirmed."}
        />
        {take.reason !== "verify-first" && <Notice kind="caution">{take.sentence}</Notice>}
      </Frame>
    );
  }
  const categories = (await listCategoryNames(viewer)).filter(
    (category) => sent || canStartThread(viewer, category).allowed,
  );
  const chosen = categories.find(({ slug }) => slug === wanted) ?? categories[0];
  const form = formState("new");
  const draft = chosen ? await findDraft(viewer, `category:${chosen.id}`) : null;
  return (
    <Frame path="/new" width="text">
      <PageHead title="Start a thread" />
      {!take.allowed && (
        <Notice kind="caution">
          <p>
            {take.sentence}{" "}
            {take.reason === "sign-in" && (
              <a href={loginHref("/new")} target="_blank" rel="noopener">
                Log in in a new window
              </a>
            )}
          </p>
        </Notice>
      )}
      {categories.length === 0 || !chosen ? (
        <Notice>There is no category you can start a thread in.</Notice>
      ) : (
        <Composer
          id="start"
          action={startThreadAction}
          hidden={{ form: "new", requestId: form.values.requestId ?? crypto.randomUUID() }}
          form={form}
          text={draft?.text}
          submitLabel="Start the thread"
          draftPlace={`category:${chosen.id}`}
          draftSavedAt={draft?.updatedAt}
          preview={form.shown as Preview | undefined}
          rows={12}
          before={
            <>
              <SelectField
                name="categoryId"
                label="Category"
                form={form}
                value={String(chosen.id)}
                options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
              />
              <Field
                name="title"
                label="Title"
                form={form}
                value={draft?.title}
                maxLength={TITLE_MAX}
                help="What would someone in your place search for?"
              />
              <Choices
                name="audience"
                label="Who can read it"
                form={form}
                value={chosen.audience}
                options={audiences.map((value) => ({ value, label: audienceLabels[value], help: audienceHelp[value] }))}
              />
            </>
          }
        />
      )}
    </Frame>
  );
}

const audienceHelp = {
  everyone: "Anyone on the web, search engines included.",
  members: "Only people who are logged in.",
  members_unlisted: "Only people who are logged in, and it stays out of the forum’s search too.",
};
