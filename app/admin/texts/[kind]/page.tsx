import type { Metadata } from "next";
import { AdminPage, administrator } from "@/app/_server/admin";
import { documentHtml } from "@/app/_server/document-html";
import { formState } from "@/app/_server/form-state";
import { ownTextLabels, textsItCameWith } from "@/app/_server/own-texts";
import { pageNumber, reading } from "@/app/_server/reading";
import { ConflictView } from "@/components/conflict-view";
import { Diff } from "@/components/diff";
import { ErrorSummary } from "@/components/error-summary";
import { TextField } from "@/components/field";
import { PostForm } from "@/components/post-form";
import { StoredHtml } from "@/components/stored-html";
import { SubmitButton } from "@/components/submit-button";
import { formatDay } from "@/components/time";
import { readOwnText } from "@/lib/administration/queries";
import { wordChanges } from "@/lib/posts/changes";
import { publishTextAction } from "./actions";

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<{ saved?: string | string[]; version?: string | string[] }>;
};

export const metadata: Metadata = { title: "A text, administration", robots: { index: false } };

export default async function OwnTextPage({ params, searchParams }: Props) {
  const { kind } = await params;
  const { saved, version: asked } = await searchParams;
  const version = asked === undefined ? undefined : pageNumber(asked);
  const text = await reading(readOwnText(await administrator(), kind, version));
  const { label, help, href } = ownTextLabels[text.kind];
  const form = formState("text");
  const both = form.refusal?.both;
  const before = text.source || textsItCameWith[text.kind] || "";
  const preview = form.shown as { html: string } | undefined;
  return (
    <AdminPage
      path={`/admin/texts/${text.kind}`}
      title={label}
      intro={
        <p>
          {help} <a href={href}>Where it stands</a>
        </p>
      }
      saved={saved && "Published."}
    >
      <ErrorSummary form={form} title="Not published yet. Your text is still here" />
      {both && (
        <ConflictView
          title="This text changed while you were writing"
          yours={form.values.text ?? ""}
          saved={{ text: both.theirs, by: { name: both.by }, at: both.at }}
        />
      )}
      <PostForm
        action={publishTextAction}
        hidden={{
          form: "text",
          kind: text.kind,
          version: both?.version ?? (form.values.version || text.version),
          requestId: form.values.requestId ?? crypto.randomUUID(),
        }}
        className="form"
      >
        <TextField
          name="text"
          label="Text"
          help={
            text.kind === "banner"
              ? "Empty brings back the lines the forum came with."
              : `Formatting works as in posts${text.kind in textsItCameWith ? "; empty brings back the text the forum came with" : ""}.`
          }
          value={before}
          form={form}
          rows={text.kind === "banner" || text.kind === "announcement" ? 5 : 24}
        />
        <div className="buttons">
          <SubmitButton>Publish</SubmitButton>
          {text.kind !== "banner" && (
            <SubmitButton kind="quiet" name="intent" value="preview">
              Preview
            </SubmitButton>
          )}
          <a href="/admin/texts">All texts</a>
        </div>
      </PostForm>
      {preview && (
        <section id="preview" aria-labelledby="preview-heading">
          <h2 id="preview-heading">Preview</h2>
          <StoredHtml className="prose consent-text" html={documentHtml(preview.html)} />
          <h3>What changes</h3>
          <Diff brief parts={wordChanges(before, form.values.text ?? "")} />
        </section>
      )}
      {text.versions.length > 0 && (
        <section aria-labelledby="versions-heading">
          <h2 id="versions-heading">Versions</h2>
          <ol className="count-list" reversed>
            {text.versions.map((one) => (
              <li key={one.version}>
                <a href={`/admin/texts/${text.kind}?version=${one.version}`}>Version {one.version}</a>
                <span>
                  {formatDay(one.publishedAt)}
                  {one.by && `, ${one.by}`}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {text.looked && (
        <section aria-labelledby="looked-heading">
          <h2 id="looked-heading">What version {text.looked.version} changed</h2>
          <Diff brief parts={wordChanges(text.looked.before, text.looked.after)} />
        </section>
      )}
    </AdminPage>
  );
}
