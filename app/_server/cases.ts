import type { CaseLine } from "@/components/case-list";
import type { CaseDetails } from "@/components/case-page";
import { deedDone, isUrgent, reasonLabels, reportReasons } from "@/lib/moderation/rules";
import type { CaseRow, CaseView } from "@/lib/moderation/types";
import { holdLabels } from "@/lib/posts/rules";

export function aboutCase({ kind, targetId, about }: Pick<CaseRow, "kind" | "targetId" | "about">): string {
  if (kind === "post") return `Post #${targetId} in “${about}”`;
  return kind === "thread" ? `Thread “${about}”` : `Member ${about}`;
}

export function caseLine(one: CaseRow): CaseLine {
  return {
    id: one.id,
    about: aboutCase(one),
    subject: one.subject,
    category: one.categoryName ?? undefined,
    urgent: one.open && isUrgent(one.urgency),
    held: one.open && one.heldFor ? holdLabels[one.heldFor] : undefined,
    appealed: one.appeals > 0,
    reasons: reportReasons.filter((reason) => one.reasons.includes(reason)).map((reason) => reasonLabels[reason]),
    reports: one.reports,
    openedAt: one.openedAt,
  };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function caseDetails(one: CaseView): CaseDetails {
  const { standing } = one.standing;
  const until = one.standing.until ? ` until ${one.standing.until.toISOString().slice(0, 10)}` : " for good";
  return {
    id: one.id,
    about: aboutCase(one),
    href: one.href,
    subject: one.subject,
    marks: [
      ...(one.state && one.state !== "visible" && one.state !== "held" ? [capitalised(one.state)] : []),
      ...(one.locked ? ["Locked"] : []),
    ],
    open: one.open,
    urgent: isUrgent(one.urgency),
    held: one.open && one.heldFor ? holdLabels[one.heldFor] : undefined,
    hosts: one.hosts,
    appeals: one.appealList.map(({ against, ...appeal }) => ({ ...appeal, against: deedDone[against] })),
    html: one.post?.html,
    text: one.profile ?? undefined,
    around: one.around,
    reports: one.reportList.map(({ reason, snapshotVersion, ...report }) => ({
      ...report,
      reason: reasonLabels[reason],
      version: snapshotVersion,
    })),
    decisions: one.decisions.map((decision) => ({ ...decision, deed: capitalised(deedDone[decision.deed]) })),
    standing: {
      sentence: standing === "good" ? "In good standing." : `${capitalised(standing)}${until}.`,
      reason: standing === "good" ? null : one.standing.reason,
      joinedAt: one.standing.joinedAt,
      posts: one.standing.posts,
    },
    pastCases: one.pastCases.map(({ id, kind, about, open, openedAt, deeds }) => ({
      id,
      about: kind === "member" ? about : `${kind} in “${about}”`,
      deeds: deeds.map((deed) => deedDone[deed]),
      open,
      at: openedAt,
    })),
  };
}
