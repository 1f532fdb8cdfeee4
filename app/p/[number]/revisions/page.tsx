import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { idIn, reading } from "@/app/_server/reading";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHead } from "@/components/page-head";
import { RevisionList } from "@/components/revision-list";
import { listRevisions } from "@/lib/posts/queries";
import { postPath } from "@/lib/threads/paths";

export const metadata: Metadata = { title: "Earlier versions of a post", robots: { index: false } };

export default async function RevisionsPage({ params }: { params: Promise<{ number: string }> }) {
  const number = idIn((await params).number);
  const here = `${postPath(number)}/revisions`;
  const revisions = await reading(listRevisions(await currentViewer(), number), here);
  const newest = revisions[0]?.version;
  return (
    <Frame path={here} width="text">
      <Breadcrumbs trail={[{ label: `Post #${number}`, href: postPath(number) }]} />
      <PageHead
        title="Earlier versions"
        description="For the author and the moderators. A version that holds something personal can be struck: its place stays, its text goes."
      />
      <RevisionList
        revisions={revisions.map((revision) => ({
          version: revision.version,
          by: { name: revision.by },
          at: revision.at,
          reason: revision.reason ?? undefined,
          parts:
            revision.changes ??
            (revision.source === null ? undefined : [{ kind: "same" as const, text: revision.source }]),
          struck: revision.struck
            ? { by: { name: revision.struck.by }, at: revision.struck.at, reason: revision.struck.reason }
            : undefined,
          strikeHref: revision.struck || revision.version === newest ? undefined : `${here}/${revision.version}/strike`,
        }))}
      />
    </Frame>
  );
}
