import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { caseLine } from "@/app/_server/cases";
import { Frame } from "@/app/_server/frame";
import { reading } from "@/app/_server/reading";
import { CaseList } from "@/components/case-list";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { listDecidedCases, listOpenCases } from "@/lib/moderation/queries";

export const metadata: Metadata = { title: "Moderation", robots: { index: false } };

export default async function ModerationPage() {
  const viewer = await currentViewer();
  const open = await reading(listOpenCases(viewer), "/moderation");
  const decided = await listDecidedCases(viewer);
  return (
    <Frame path="/moderation" here="moderation">
      <PageHead
        title="Moderation"
        description="Open cases, the most urgent first, then the oldest. Cases about yourself are with the others."
      />
      <section aria-labelledby="open">
        <h2 id="open">Open</h2>
        {open.length > 0 ? <CaseList cases={open.map(caseLine)} /> : <EmptyState title="Nothing is waiting." />}
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">Decided lately</h2>
          <CaseList cases={decided.map(caseLine)} />
        </section>
      )}
    </Frame>
  );
}
