import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { caseLine } from "@/app/_server/cases";
import { Frame } from "@/app/_server/frame";
import { reading } from "@/app/_server/reading";
import { CaseList } from "@/components/case-list";
import { EmptyState } from "@/components/empty-state";
import { PageHead } from "@/components/page-head";
import { listDecidedCases, listOpenCases, OPEN_CASES_PER_PAGE } from "@/lib/moderation/queries";

export const metadata: Metadata = { title: "Moderation", robots: { index: false } };

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export default async function ModerationPage({ searchParams }: Props) {
  const viewer = await currentViewer();
  const { after } = await searchParams;
  if (after !== undefined && (typeof after !== "string" || !/^[1-9]\d{0,8}$/.test(after))) notFound();
  const found = await reading(listOpenCases(viewer, after ? Number(after) : null), "/moderation");
  const open = found.slice(0, OPEN_CASES_PER_PAGE);
  const more = found.length > open.length;
  const decided = after ? [] : await listDecidedCases(viewer);
  return (
    <Frame path="/moderation" here="moderation">
      <PageHead
        title="Moderation"
        description="Open cases, the most urgent first, then the oldest. Cases about yourself are with the others."
      />
      <section aria-labelledby="open">
        <h2 id="open">Open</h2>
        {open.length > 0 ? (
          <CaseList cases={open.map(caseLine)} />
        ) : (
          <EmptyState title={after ? "Nothing more is waiting." : "Nothing is waiting."} />
        )}
        {(after || more) && (
          <nav className="pager" aria-label="Open cases">
            {after && (
              <a className="pager-step" href="/moderation">
                Most urgent
              </a>
            )}
            {more && (
              <a className="pager-step" rel="next" href={`/moderation?after=${open.at(-1)?.id}`}>
                More open cases
              </a>
            )}
          </nav>
        )}
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
