import type { CaseLine } from "@/components/case-list";
import type { CaseDetails } from "@/components/case-page";
import {
  causeLabels,
  type Deed,
  deedDone,
  deedLabels,
  isUrgent,
  reasonLabels,
  reportReasons,
} from "@/lib/moderation/rules";
import type { CaseRow, CaseView } from "@/lib/moderation/types";
import { holdLabels } from "@/lib/posts/rules";
import { fieldLabels } from "@/lib/studies/amendments";
import { sourceNames } from "@/lib/studies/types";

export function aboutCase({ kind, targetId, about }: Pick<CaseRow, "kind" | "targetId" | "about">): string {
  if (kind === "post") return `Post #${targetId} in “${about}”`;
  if (kind === "study") return `Study: ${about}`;
  return kind === "thread" ? `Thread “${about}”` : `Member ${about}`;
}

export function caseLine(one: CaseRow): CaseLine {
  return {
    id: one.id,
    about: aboutCase(one),
    subject: one.subject ?? undefined,
    causes: one.open ? one.causes.map((cause) => causeLabels[cause]) : [],
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
  return {
    id: one.id,
    about: aboutCase(one),
    href: one.href,
    subject: one.subject ?? undefined,
    study: one.study
      ? {
          cardHtml: one.study.cardHtml,
          records: one.study.records.map(({ source, ...record }) => ({ ...record, source: sourceNames[source] })),
        }
      : undefined,
    marks: [
      ...(one.open ? one.causes.map((cause) => causeLabels[cause]) : []),
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
    standing: one.standing ? personDetails(one.standing) : undefined,
    pastCases: one.pastCases.map(({ id, kind, about, open, openedAt, deeds }) => ({
      id,
      about: kind === "member" ? about : `${kind} in “${about}”`,
      deeds: deeds.map((deed) => deedDone[deed]),
      open,
      at: openedAt,
    })),
  };
}

function personDetails({ standing, until, reason, joinedAt, posts }: NonNullable<CaseView["standing"]>) {
  const ends = until ? ` until ${until.toISOString().slice(0, 10)}` : " for good";
  return {
    sentence: standing === "good" ? "In good standing." : `${capitalised(standing)}${ends}.`,
    reason: standing === "good" ? null : reason,
    joinedAt,
    posts,
  };
}

/** What can be done about a card now, as one list to choose from. */
export function cardChoices({ deeds, study }: CaseView): { value: string; label: string }[] {
  const can = (deed: Deed) => study !== null && deeds.includes(deed);
  return [
    { value: "nothing", label: deedLabels.nothing },
    ...(can("note") ? [{ value: "note", label: deedLabels.note }] : []),
    ...(can("correct") ? (study?.correct ?? []) : []).map((field) => ({
      value: `correct:${field}`,
      label: `Put right ${fieldLabels[field]}`,
    })),
    ...(can("conceal") ? (study?.conceal ?? []) : []).map((field) => ({
      value: `conceal:${field}`,
      label: `Put aside ${fieldLabels[field]}`,
    })),
    ...(can("take-back") ? (study?.placed ?? []) : []).map(({ id, kind, field, value, by }) => ({
      value: `take-back:${id}`,
      label: takeBackLabel(kind, kind === "note" ? `“${value}”` : fieldLabels[field], by ?? "a moderator who has left"),
    })),
  ];
}

function takeBackLabel(kind: "note" | "correction" | "hidden", what: string, by: string): string {
  if (kind === "hidden") return `Show again ${what}: put aside by ${by}`;
  return `Take back the ${kind === "note" ? "note" : "correction of"} ${what}, by ${by}`;
}
