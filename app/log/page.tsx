import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { pageNumber } from "@/app/_server/reading";
import { EmptyState } from "@/components/empty-state";
import { LogList } from "@/components/log-list";
import { PageHead } from "@/components/page-head";
import { Pager } from "@/components/pager";
import { publicDeeds } from "@/lib/administration/rules";
import { listLog } from "@/lib/moderation/queries";
import { deedDone } from "@/lib/moderation/rules";
import type { LogLine } from "@/lib/moderation/types";

type Props = { searchParams: Promise<{ page?: string | string[] }> };

const path = (page: number) => (page > 1 ? `/log?page=${page}` : "/log");

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: "What moderators did", alternates: { canonical: path(pageNumber((await searchParams).page)) } };
}

export default async function LogPage({ searchParams }: Props) {
  const page = pageNumber((await searchParams).page);
  const { lines, pages } = await listLog(await currentViewer(), page);
  if (page > pages) notFound();
  return (
    <Frame path={path(page)} width="text">
      <PageHead
        title="What moderators did"
        description="Every decision that changed something, and the rule it stands on; and what changed about the forum itself. Nobody is named here: whoever it concerns was told why."
      />
      {lines.length > 0 ? <LogList days={byDay(lines)} /> : <EmptyState title="Nothing so far." />}
      <Pager page={page} pages={pages} hrefFor={path} />
    </Frame>
  );
}

function byDay(lines: LogLine[]) {
  const days = [...new Set(lines.map(({ day }) => day))];
  return days.map((day) => ({ day, lines: lines.filter((line) => line.day === day).map(sentenceOf) }));
}

function sentenceOf(line: LogLine): string {
  if (line.kind === "forum") return publicDeeds[line.deed] ?? "";
  const { kind, deed, rule } = line;
  if (kind === "study") return `A study: ${deedDone[deed]}.`;
  const about = deed === "warn" || deed === "silence" || deed === "suspend" || deed === "lift" ? "member" : kind;
  return `A ${about}: ${deedDone[deed]}.${rule ? ` Rule: ${rule}.` : ""}`;
}
