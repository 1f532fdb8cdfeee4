import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { formState, wasSent } from "@/app/_server/form-state";
import { Frame } from "@/app/_server/frame";
import type { Preview } from "@/app/_server/preview";
import { idIn, loginHref } from "@/app/_server/reading";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ConflictView } from "@/components/conflict-view";
import { EditForm } from "@/components/edit-form";
import { Notice } from "@/components/notice";
import { PageHead } from "@/components/page-head";
import { canEditPost } from "@/lib/policy/can";
import { isMember } from "@/lib/policy/viewer";
import { findDraft, findPostForAction } from "@/lib/posts/queries";
import { postPath } from "@/lib/threads/paths";
import { editAction } from "./actions";

export const metadata: Metadata = { title: "Edit a post", robots: { index: false } };

export default async function EditPage({ params }: { params: Promise<{ number: string }> }) {
  const number = idIn((await params).number);
  const here = `${postPath(number)}/edit`;
  const viewer = await currentViewer();
  const post = await findPostForAction(viewer, number);
  const form = formState("edit");
  const sent = wasSent("edit");
  if (!post) notFound();
  const edit = canEditPost(viewer, post);
  if (!edit.allowed && !sent) {
    return (
      <Frame path={here} width="text">
        <Breadcrumbs trail={[{ label: post.title, href: postPath(number) }]} />
        <PageHead title={`Edit post #${number}`} />
        <Notice>
          <p>
            {edit.sentence} {edit.reason === "sign-in" && <a href={loginHref(here)}>Log in</a>}
          </p>
        </Notice>
      </Frame>
    );
  }
  const draft = await findDraft(viewer, `post:${number}`);
  const both = form.refusal?.both;
  return (
    <Frame path={here} width="text">
      <Breadcrumbs trail={[{ label: post.title, href: postPath(number) }]} />
      <PageHead title={`Edit post #${number}`} />
      {!isMember(viewer) && (
        <Notice kind="caution">
          <p>
            You were signed out.{" "}
            <a href={loginHref(here)} target="_blank" rel="noopener">
              Log in in a new window
            </a>
            , then press Save here again.
          </p>
        </Notice>
      )}
      <EditForm
        number={number}
        version={both?.version ?? (Number(form.values.version) || (draft?.version ?? post.version))}
        text={draft?.text ?? (edit.allowed ? post.source : "")}
        draftSavedAt={draft?.updatedAt}
        action={editAction}
        hidden={{ form: "edit", requestId: form.values.requestId ?? crypto.randomUUID() }}
        form={form}
        preview={form.shown as Preview | undefined}
        cancelHref={postPath(number)}
        before={
          both && (
            <ConflictView
              yours={form.values.text ?? ""}
              saved={{ text: both.theirs, by: { name: both.by }, at: both.at }}
            />
          )
        }
      />
    </Frame>
  );
}
