import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentViewer } from "@/app/_server/auth";
import { Frame } from "@/app/_server/frame";
import { EmptyState } from "@/components/empty-state";
import { LogList } from "@/components/log-list";
import { PageHead } from "@/components/page-head";
import { Steps } from "@/components/steps";
import { publicDeeds } from "@/lib/administration/rules";
import { readLog } from "@/lib/moderation/queries";
import { deedDone } from "@/lib/moderation/rules";
import type { LogLine } from "@/lib/moderation/types";

type Props = { searchParams: Promise<{ month?: string | string[] }> };

const pathOf = (month: string | null) => (month ? `/log?month=${month}` : "/log");

/** Null: the newest. What is no month is a page that isn't there. */
async function monthAsked({ searchParams }: Props): Promise<string | null> {
  const { month } = await searchParams;
  if (!month) return null;
  if (typeof month !== "string" || !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) notFound();
  return month;
}

const nameOf = (month: string) =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export async function generateMetadata(props: Props): Promise<Metadata> {
  const month = await monthAsked(props);
  return {
    title: month ? `What moderators did in ${nameOf(month)}` : "What moderators did",
    alternates: { canonical: pathOf(month) },
  };
}

export default async function LogPage(props: Props) {
  const asked = await monthAsked(props);
  const log = (await readLog(await currentViewer(), asked)) ?? notFound();
  return (
    <Frame path={pathOf(asked)} width="text">
      <PageHead
        title={asked ? `What moderators did in ${nameOf(asked)}` : "What moderators did"}
        description="Every decision that changed something, and the rule it stands on; and what changed about the forum itself. Nobody is named here: whoever it concerns was told why."
      />
      {log.lines.length > 0 ? <LogList days={byDay(log.lines)} /> : <EmptyState title="Nothing so far." />}
      <Steps
        first={log.newer ? pathOf(null) : undefined}
        newer={log.newer ? pathOf(log.newer) : undefined}
        older={log.older ? pathOf(log.older) : undefined}
        label="Months"
      />
    </Frame>
  );
}

function byDay(lines: LogLine[]) {
  const days = [...new Set(lines.map(({ day }) => day))];
  return days.map((day) => ({ day, lines: lines.filter((line) => line.day === day).map(sentenceOf) }));
}

function sentenceOf(line: LogLine): string {
  return line.times > 1 ? `${deedOf(line)} (${line.times} times)` : deedOf(line);
}

function deedOf(line: LogLine): string {
  if (line.kind === "forum") return publicDeeds[line.deed] ?? "";
  const { kind, deed, rule } = line;
  if (kind === "study") return `A study: ${deedDone[deed]}.`;
  const about = deed === "warn" || deed === "silence" || deed === "suspend" || deed === "lift" ? "member" : kind;
  return `A ${about}: ${deedDone[deed]}.${rule ? ` Rule: ${rule}.` : ""}`;
}
