import { isKnownLookUp, rememberLookUp } from "@/lib/accounts/throttles";
import { prisma } from "@/lib/platform/db";
import { isMember, type MemberViewer, type Viewer } from "@/lib/policy/viewer";
import { readableCitations } from "./citing";
import { type Html, html } from "./html";
import { identifierWords } from "./identifiers";
import type { Cited } from "./references";
import { CARDS_PER_POST } from "./rules";
import type { Named, NamedStudies, StudyFacts, StudyState } from "./types";
import { type Chip, chipsOf } from "./wording";

/** What the forum knows of what somebody names. A reference is "unmatched" until PubMed has answered, then matched or "none". */
export type KnownStudy = {
  kind: Named["kind"];
  value: string;
  state: StudyState | "unmatched" | "none";
  facts: StudyFacts | null;
};

/**
 * What is known of these, where this viewer may read a post that names it or had it looked up. Others are missing, as what
 * nobody has named yet is: a title that came at once would tell that somebody named it where they may not read.
 */
export async function listNamed(viewer: Viewer, named: Named[]): Promise<KnownStudy[]> {
  if (named.length === 0) return [];
  const known = await prisma.$queryRaw<(KnownStudy & { readable: boolean })[]>`
    WITH named AS (SELECT * FROM unnest(${named.map(({ kind }) => kind)}::text[], ${named.map(({ value }) => value)}::text[]) AS n("kind", "value"))
    SELECT n."kind", n."value", s."state", s."facts",
        EXISTS (SELECT 1 FROM ${readableCitations(viewer)} WHERE c."studyId" = s."id") AS readable FROM named n
      JOIN "StudyIdentifier" i ON i."kind" = n."kind" AND i."value" = n."value" JOIN "Study" s ON s."id" = i."studyId"
    UNION ALL
    SELECT n."kind", n."value", CASE WHEN s."id" IS NOT NULL THEN s."state" WHEN r."attempts" > 0 THEN 'unreachable' WHEN r."checkAfter" IS NULL THEN 'unmatched' ELSE 'none' END, s."facts",
        EXISTS (SELECT 1 FROM ${readableCitations(viewer)} WHERE c."kind" = 'reference' AND c."value" = r."value") AS readable
      FROM named n JOIN "StudyReference" r ON n."kind" = 'reference' AND r."value" = n."value" LEFT JOIN "Study" s ON s."id" = r."studyId"`;
  const shown = await Promise.all(known.map(async (one) => one.readable || (await hasAsked(viewer, one))));
  return known.filter((_, at) => shown[at]).map(({ readable: _, ...one }) => one);
}

async function hasAsked(viewer: Viewer, { kind, value }: KnownStudy): Promise<boolean> {
  return isMember(viewer) && isKnownLookUp(viewer.id, `${kind} ${value}`);
}

/** From now on they see what is known of these. Until they ask again these are on their way, be they known already or not. */
export async function rememberAsked(author: MemberViewer, named: Named[]): Promise<KnownStudy[]> {
  for (const { kind, value } of named) await rememberLookUp(author.id, `${kind} ${value}`);
  return named.map(({ kind, value }) => ({
    kind,
    value,
    state: kind === "reference" ? "unmatched" : "looking-up",
    facts: null,
  }));
}

/** What a text that is being written will cite, for its author. */
export function namedStudies(cited: Cited[], known: KnownStudy[]): NamedStudies {
  const carded = cited.slice(0, CARDS_PER_POST);
  const lines = carded.map((one) => ({
    one,
    study: known.find(({ kind, value }) => kind === one.kind && value === one.value),
  }));
  const list = html`<ul class="named-studies">${lines.map(({ one, study }) => line(one, study))}</ul>`;
  return {
    sentence: sentenceOf(cited.length),
    list: cited.length > 0 ? list.text : "",
    waiting: lines.some(({ study }) => !study || study.state === "looking-up" || study.state === "unmatched"),
  };
}

function sentenceOf(count: number): string {
  if (count === 0) return "";
  if (count === 1) return "Your text names one study.";
  return `Your text names ${count} studies.${count > CARDS_PER_POST ? " The first ten get a card." : ""}`;
}

function line(one: Cited, study: KnownStudy | undefined): Html {
  const title = study?.facts?.title?.value;
  const said = title
    ? html`<span class="named-title" dir="auto">${title}</span>`
    : html`<span class="named-state">${stateWords(one, study)}</span>`;
  const matched =
    one.kind === "reference" && title && html` <span class="named-state">Matched from the reference</span>`;
  const chips = study?.facts ? chipsOf(study.facts) : [];
  return html`<li><bdi class="named-as">${nameOf(one)}</bdi> ${said}${matched}${chips.map(chip)}</li>`;
}

function nameOf(one: Cited): string {
  if (one.kind === "pmid") return `PMID ${one.value}`;
  return one.kind === "reference" ? identifierWords(one) : one.shown;
}

function stateWords({ kind }: Cited, study: KnownStudy | undefined): string {
  const isReference = kind === "reference";
  switch (study?.state) {
    case undefined:
      return "Will be looked up when you post it";
    case "none":
      return "PubMed has no such paper, so it stays text";
    case "not-found":
      return "No study with this identifier was found; is each digit right?";
    case "unreachable":
      return "We couldn’t reach the registries; we’ll try again";
    case "unmatched":
      return "Looking for it at PubMed…";
    case "looking-up":
      return isReference ? "Found at PubMed; looking it up…" : "Looking it up…";
    default:
      return "Its record has no title";
  }
}

function chip({ tone, words }: Chip): Html {
  return html` <span class="chip ${tone}">${words}</span>`;
}
