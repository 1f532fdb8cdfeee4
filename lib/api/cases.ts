import { z } from "zod";
import { decideCase, openCaseMyself } from "@/lib/moderation/commands";
import { listDecidedCasesBefore, listOpenCasesAfter, readCase } from "@/lib/moderation/queries";
import { caseCauses, caseKinds, deeds, reportReasons } from "@/lib/moderation/rules";
import { DecideInput } from "@/lib/moderation/schema";
import type { CaseRow, CaseView, DecisionView, PastCase, ReportView, ThreadLine } from "@/lib/moderation/types";
import { holdReasons } from "@/lib/posts/rules";
import { sources } from "@/lib/studies/types";
import { cursor, cursorId, cursorMoment, cursorOf, limit, paged, toSeeMore } from "./cursor";
import { route } from "./route";
import { count, html, id, iso, isoOrNull, moment, Next, Person, person, shape, state } from "./shapes";

const kind = z.enum(caseKinds);
const deed = z.enum(deeds);
const reason = z.enum(reportReasons);
const standing = z.enum(["good", "silenced", "suspended"]);

const ListedCase = shape(
  "ListedCase",
  z.strictObject({
    id,
    kind,
    target: id.meta({ description: "A post’s number, a thread’s, a member’s or a study’s id." }),
    about: z.string().meta({ description: "A thread’s or study’s title, or a member’s name." }),
    subject: Person.nullable().meta({ description: "Null for a study, which is nobody’s." }),
    category: z.string().nullable(),
    open: z.boolean(),
    urgency: z.int().meta({ description: "1 is the most urgent." }),
    reasons: z.array(reason),
    causes: z.array(z.enum(caseCauses)).meta({ description: "What the forum itself found about a study." }),
    heldFor: z.enum(holdReasons).nullable().meta({ description: "Why it waits before others see it." }),
    reports: count.meta({ description: "How many wait for a decision." }),
    openedAt: moment,
  }),
);

const Report = shape(
  "Report",
  z.strictObject({
    id,
    reporter: Person.nullable().meta({ description: "Null: a guest, by the contact page." }),
    reason,
    note: z.string(),
    snapshot: z.string().meta({ description: "What stood there when it was reported." }),
    snapshotVersion: id.nullable(),
    at: moment,
    answered: z.boolean(),
  }),
);

const Decision = shape(
  "Decision",
  z.strictObject({
    id,
    by: z.string(),
    deed,
    rule: z.string(),
    rulesVersion: count,
    reason: z.string(),
    until: moment.nullable(),
    at: moment,
  }),
);

const Case = shape(
  "Case",
  ListedCase.extend({
    version: id.meta({ description: "The one that a decision names." }),
    state: state.nullable(),
    locked: z.boolean(),
    html: html.nullable().meta({ description: "Of a post, as it is now." }),
    hosts: z.array(z.string()).meta({ description: "Where the links of the post lead." }),
    profile: z.string().nullable().meta({ description: "Of a member, what their page says." }),
    around: z.array(z.strictObject({ number: id, author: Person, html, at: moment, itself: z.boolean() })),
    reportList: z.array(Report),
    decisions: z.array(Decision),
    card: html.nullable().meta({ description: "Of a study, as it is now." }),
    records: z
      .array(
        z.strictObject({
          source: z.enum(sources),
          url: z.string(),
          readAt: moment,
          title: z.string().nullable(),
          notices: z.array(z.string()),
        }),
      )
      .meta({ description: "Of a study, what each registry says, whatever its card shows." }),
    amendable: z
      .strictObject({ correct: z.array(z.string()), conceal: z.array(z.string()) })
      .meta({ description: "Of a study, the fields that could be put right, and those that could be put aside." }),
    placed: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(["note", "correction", "hidden"]),
          field: z.string(),
          value: z.string(),
          by: z.string().nullable().meta({ description: "Null for a moderator who has left." }),
        }),
      )
      .meta({ description: "Of a study, what moderators have placed on its card." }),
    standing: z
      .strictObject({
        standing,
        until: moment.nullable(),
        reason: z.string().nullable(),
        role: z.string(),
        joinedAt: moment,
        posts: count,
      })
      .nullable(),
    pastCases: z.array(
      z.strictObject({ id, kind, about: z.string(), open: z.boolean(), deeds: z.array(deed), openedAt: moment }),
    ),
    rules: z.strictObject({ version: count, headings: z.array(z.string()) }),
    deeds: z.array(deed).meta({ description: "What you can choose from." }),
    notYours: z.string().nullable().meta({ description: "Why you can’t decide it; null where you can." }),
  }),
);

function listedCase(one: CaseRow) {
  const {
    id,
    kind,
    targetId,
    about,
    subject,
    categoryName,
    open,
    urgency,
    reasons,
    heldFor,
    causes,
    reports,
    openedAt,
  } = one;
  return {
    id,
    kind,
    target: targetId,
    about,
    subject: subject && person(subject),
    category: categoryName,
    open,
    urgency,
    reasons,
    causes: open ? causes : [],
    heldFor: open ? heldFor : null,
    reports,
    openedAt: iso(openedAt),
  };
}

function reportLine({ id, reporter, reason, note, snapshot, snapshotVersion, at, answered }: ReportView) {
  return { id, reporter: reporter && person(reporter), reason, note, snapshot, snapshotVersion, at: iso(at), answered };
}

function decisionLine({ id, by, deed, rule, rulesVersion, reason, until, at }: DecisionView) {
  return { id, by, deed, rule, rulesVersion, reason, until: isoOrNull(until), at: iso(at) };
}

function lineAround({ number, author, html, at, itself }: ThreadLine) {
  return { number, author: person(author), html, at: iso(at), itself };
}

function pastCase({ id, kind, about, open, deeds, openedAt }: PastCase) {
  return { id, kind, about, open, deeds, openedAt: iso(openedAt) };
}

function wholeCase(one: CaseView) {
  return {
    ...listedCase(one),
    version: one.version,
    state: one.state,
    locked: one.locked,
    html: one.post?.html ?? null,
    hosts: one.hosts,
    profile: one.profile,
    around: one.around.map(lineAround),
    reportList: one.reportList.map(reportLine),
    decisions: one.decisions.map(decisionLine),
    card: one.study?.cardHtml ?? null,
    records: (one.study?.records ?? []).map(({ source, url, retrievedAt, title, notices }) => ({
      source,
      url,
      readAt: iso(retrievedAt),
      title,
      notices,
    })),
    amendable: { correct: one.study?.correct ?? [], conceal: one.study?.conceal ?? [] },
    placed: one.study?.placed ?? [],
    standing: one.standing && {
      ...one.standing,
      until: isoOrNull(one.standing.until),
      joinedAt: iso(one.standing.joinedAt),
    },
    pastCases: one.pastCases.map(pastCase),
    rules: { version: one.rules.version, headings: one.rules.headings },
    deeds: one.deeds,
    notYours: one.notMine,
  };
}

const Cases = z.strictObject({ cases: z.array(ListedCase), next: Next });

export const caseRoutes = [
  route({
    method: "GET",
    path: "/cases",
    summary: "Open cases that you may see, the most urgent first, then the oldest.",
    who: "moderators",
    query: z.strictObject({ after: cursor(z.tuple([cursorId, cursorMoment, cursorId])), limit }),
    answer: Cases,
    carryOut: async (moderator, { query }) => {
      const rows = await listOpenCasesAfter(moderator, query.after ?? null, toSeeMore(query.limit));
      const keyOf = (one: CaseRow) => cursorOf([one.urgency, iso(one.openedAt), one.id]);
      const { shown, next } = paged(rows, query.limit, "/cases", "after", keyOf);
      return { cases: shown.map(listedCase), next };
    },
  }),
  route({
    method: "GET",
    path: "/cases/decided",
    summary: "Decided cases that you may see, the newest case first. `before` is a case’s id.",
    who: "moderators",
    query: z.strictObject({ before: z.coerce.number().int().min(1).max(2_147_483_647).optional(), limit }),
    answer: Cases,
    carryOut: async (moderator, { query }) => {
      const rows = await listDecidedCasesBefore(moderator, query.before ?? null, toSeeMore(query.limit));
      const { shown, next } = paged(rows, query.limit, "/cases/decided", "before", (one) => String(one.id));
      return { cases: shown.map(listedCase), next };
    },
  }),
  route({
    method: "GET",
    path: "/cases/{id}",
    summary: "One case with everything a decision needs.",
    who: "moderators",
    params: z.strictObject({ id }),
    answer: Case,
    carryOut: async (moderator, { params }) => wholeCase(await readCase(moderator, params.id)),
  }),
  route({
    method: "POST",
    path: "/cases",
    summary: "Opens a case about something that nobody has reported; of one that is there, it gives the id.",
    who: "moderators",
    status: 201,
    refusals: [404],
    body: z.strictObject({ kind, id }),
    answer: z.strictObject({ case: id }),
    location: (made) => `/cases/${made.case}`,
    carryOut: async (moderator, { body }) => ({ case: (await openCaseMyself(moderator, body)).caseId }),
  }),
  route({
    method: "POST",
    path: "/cases/{id}/decisions",
    summary: "Decides a case, on the `version` of it that was read.",
    who: "moderators",
    status: 201,
    once: true,
    refusals: [409],
    params: z.strictObject({ id }),
    body: z.strictObject({
      version: id,
      deed,
      rule: DecideInput.shape.rule,
      rulesVersion: count,
      reason: DecideInput.shape.reason,
      until: DecideInput.shape.until.meta({ description: "A day, such as 2026-12-31; empty for good." }),
      on: DecideInput.shape.on.meta({
        description: "Of a study’s card: the field that is put right or aside, or the id of what is taken back.",
      }),
      text: DecideInput.shape.text.meta({ description: "Of a study’s card: the note, or the right value." }),
    }),
    answer: z.strictObject({ case: id }),
    location: (made) => `/cases/${made.case}`,
    carryOut: async (moderator, { params, body, requestId }) => {
      const { caseId } = await decideCase(moderator, { id: params.id, ...body, requestId });
      return { case: caseId };
    },
  }),
];
