import { aside, contextNotes, correction, putAside } from "./amended-card";
import { findings, recordLink, whereItSaysSo, whereKindIsSaid } from "./card-statements";
import { whoLines } from "./card-who";
import { cautionsOf } from "./cautions";
import { relationWords } from "./deposits";
import { findTerm } from "./glossary";
import { Html, html } from "./html";
import { addressOf, identifierWords } from "./identifiers";
import { retractionOf } from "./merging-notices";
import { withoutEffects } from "./quotes";
import { askedForAbstract } from "./rules";
import {
  type Field,
  type Identifier,
  type Kind,
  type MergedNotice,
  type NoticeKind,
  type Related,
  type Source,
  type StudyFacts,
  type StudyState,
  sourceNames,
  type Trial,
} from "./types";
import {
  type Chip,
  chipsOf,
  dateWords,
  isTrialItself,
  listed,
  noticeItselfWords,
  noticeWords,
  number,
  peopleInFull,
  peopleInLine,
  sourceWords,
  statusWords,
} from "./wording";

/** Rises whenever a card made from the same facts would read differently; older cards are then made again. */
export const CARD_VERSION = 13;

/** Where a page that knows its viewer says in how many threads the study is discussed. */
export const THREADS_MARK = "<!--threads-->";

/** Where the card under a post that gives no identifier says that the study was matched from its reference. */
export const MATCHED_MARK = "<!--matched-->";

export type CardInput = {
  id: number;
  state: StudyState;
  /** As people cited it; the first is shown while nothing else is known. */
  identifiers: Identifier[];
  facts: StudyFacts | null;
  /** The registries that answered, with the time (ISO) of the answer. */
  asked: { source: Source; retrievedAt: string }[];
  notReached: Source[];
  /** Where the DOI is registered when that isn't Crossref; null: nowhere. */
  agency?: string | null;
};

const AUTHORS_SHOWN = 3;

/**
 * The card as it is stored: plain HTML, no script, no style, everything foreign escaped. Closed it is one line and the title.
 * It says what a record says and where; what no record says is left out or called not stated.
 */
export function renderCard(study: CardInput): string {
  const card = study.facts ? factsCard(study, study.facts) : waitingCard(study);
  return card.text.replace(/>\s*\n\s*</g, "><").trim();
}

function waitingCard(study: CardInput): Html {
  return html`<div class="study-card" data-study="${study.id}" data-state="${study.state}">
    <p class="study-line"><span class="study-state">${stateSentence(study)}</span>${new Html(MATCHED_MARK)}</p>
    <ul class="study-links">${study.identifiers.map((one) => link(addressOf(one), labelOf(one)))}</ul>
    ${study.asked.length > 0 && footer(study)}
  </div>`;
}

function stateSentence({ state, asked, agency }: CardInput): string {
  if (state === "looking-up") return "Looking this study up…";
  if (state === "unreachable") return "We couldn’t reach the registries; we’ll try again.";
  if (agency === null) return "This DOI isn’t registered anywhere. Perhaps it was mistyped.";
  if (agency && agency !== "DataCite")
    return `This identifier is registered with ${agency}, whose records we can’t read yet.`;
  const where = listed([...new Set(asked.map(({ source }) => sourceNames[source]))], "or");
  return where ? `No study with this identifier was found at ${where}.` : "No study with this identifier was found.";
}

function factsCard(study: CardInput, facts: StudyFacts): Html {
  const chips = chipsOf(facts);
  return html`<details class="study-card" data-study="${study.id}" data-state="${study.state}"${chips[0] && html` data-warning="${chips[0].tone}"`}>
    <summary class="study-summary">
      <span class="study-line">
        <span class="study-points">${points(facts)}</span>
        ${chips.length > 0 && html` <span class="study-chips">${chips.map(chipWithBlank)}</span>`}
      </span> <span class="study-title" dir="auto">${facts.title?.value ?? "This record has no title"}</span>${new Html(MATCHED_MARK)}
    </summary>
    <div class="study-body">
      ${notices(facts)}
      ${contextNotes(facts)}
      ${correction(facts, "title")}
      ${byline(facts)}
      ${correction(facts, "published")}
      ${links(study, facts)}
      ${factList(retractionOf(facts.notices) ? withoutEffects(facts) : facts)}
      ${findings(facts, askedForAbstract(study.notReached))}
      ${cautions(study, facts)}
      ${facts.titlesDisagree && html`<p class="study-flag">The registries give different titles for this study: ${disagreement(facts.titlesDisagree)}. Please check that it is the one you expect.</p>`}
      ${bylineFrom(facts)}
      ${missed(study)}
      ${footer(study)}
    </div>
  </details>`;
}

/** The blanks around chips and title are for those who hear the line or copy it. */
function chipWithBlank({ tone, words }: Chip): Html {
  return html`<span class="chip ${tone}">${words}</span> `;
}

/** A registry that is away now may have answered before; what it said then still stands on the card, with its date. */
function missed({ notReached, asked }: CardInput): Html[] {
  const before = asked.filter(({ source }) => notReached.includes(source));
  const never = notReached.filter((source) => !before.some((one) => one.source === source));
  const names = (list: Source[]) =>
    listed(
      [...new Set(list)].map((source) => sourceNames[source]),
      "or",
    );
  const since = before.map(({ retrievedAt }) => retrievedAt).sort()[0];
  return [
    never.length > 0 &&
      html`<p class="study-partly">Not looked up yet at ${names(never)}, so something may be missing here; we’ll try again.</p>`,
    since &&
      html`<p class="study-partly">Could not be checked again at ${names(before.map(({ source }) => source))} since ${time(since.slice(0, 10))}; we’ll try again.</p>`,
  ].filter((line): line is Html => line instanceof Html);
}

/** Kind, people, year and journal; each only where a record gives it. */
function points(facts: StudyFacts): Html[] {
  const isTrial = isTrialItself(facts);
  const people = peopleInLine(facts);
  const journal = facts.journalShort ?? facts.journal;
  const all = [
    html`<strong class="study-kind">${facts.kind?.value.words ?? "Kind not stated"}</strong>`,
    facts.kind?.value.also && html`<span class="study-point">${facts.kind.value.also}</span>`,
    people && html`<span class="study-point">${people}</span>`,
    facts.published &&
      html`<span class="study-point">${isTrial && "started "}${facts.published.value.slice(0, 4)}</span>`,
    journal
      ? html`<span class="study-point study-journal"><bdi>${journal.value}</bdi></span>`
      : isTrial && html`<span class="study-point">registered trial</span>`,
  ].filter((point): point is Html => point instanceof Html);
  return all.flatMap((point, at) =>
    at === 0 ? [point] : [html`<span class="study-dot" aria-hidden="true"> · </span>`, point],
  );
}

function notices(facts: StudyFacts): Html | null {
  const lines = facts.notices.map(notice);
  if (facts.publishedAs) lines.unshift(publishedAs(facts));
  if (facts.noticeOf) lines.unshift(noticeItself(facts, facts.noticeOf));
  return lines.length > 0 ? html`<ul class="study-notices">${lines}</ul>` : null;
}

function notice(one: MergedNotice): Html {
  const { tone, words } = noticeWords(one);
  const where = whereOf(one);
  return html`<li class="study-notice${tone && ` ${tone}`}">${tone ? html`<strong>${words}</strong>` : words}${one.date && html` ${one.date.length >= 10 ? "on" : "in"} ${time(one.date)}`}.
    ${where ? html`<a href="${where.address}" rel="noopener noreferrer nofollow">The notice</a>.` : one.reference && html`It stands in <bdi>${one.reference.replace(/\.$/, "")}</bdi>.`}
    <span class="study-source">According to ${sourceWords(one.from.map(({ source }) => source))}${one.assertedBy === "retraction-watch" && " (from Retraction Watch)"}.</span></li>`;
}

/** A number alone says nothing; a DOI is known by its form. */
function whereOf({ doi, pmid }: { doi?: string; pmid?: string }): { name: string; address: string } | null {
  const where: Identifier | null = doi ? { kind: "doi", value: doi } : pmid ? { kind: "pmid", value: pmid } : null;
  return where && { name: where.kind === "doi" ? where.value : identifierWords(where), address: addressOf(where) };
}

/** A record that is a notice says of which paper; what it says of that paper isn't said of itself. */
function noticeItself({ noticeAbout: about }: StudyFacts, noticeOf: Field<NoticeKind>): Html {
  const { doi, pmid, reference } = about?.value ?? {};
  const where = whereOf({ doi, pmid });
  const name = reference?.replace(/\.$/, "") ?? where?.name;
  const paper = where
    ? html`<a href="${where.address}" rel="noopener noreferrer nofollow"><bdi>${name}</bdi></a>`
    : name && html`<bdi>${name}</bdi>`;
  return html`<li class="study-notice">This is itself ${noticeItselfWords(noticeOf.value)} another paper${paper ? html`: ${paper}` : ", which its record doesn’t name"}.
    <span class="study-source">According to ${sourceNames[(about ?? noticeOf).source]}.</span></li>`;
}

function publishedAs({ publishedAs: later }: StudyFacts): Html {
  const { doi, pmid, reference } = later?.value ?? {};
  const where = whereOf({ doi, pmid });
  const name = reference ?? where?.name ?? "another record";
  return html`<li class="study-notice caution"><strong>Preprint, since published as</strong> ${where ? html`<a href="${where.address}" rel="noopener noreferrer nofollow"><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}.
    <span class="study-source">According to ${later && sourceNames[later.source]}.</span></li>`;
}

function byline(facts: StudyFacts): Html | null {
  const { authors, journal, journalShort, published } = facts;
  const names = authors?.value.names.slice(0, AUTHORS_SHOWN) ?? [];
  const more = (authors?.value.total ?? 0) - names.length;
  const sponsor = isTrialItself(facts) ? facts.trials[0]?.value.sponsor : undefined;
  const parts = [
    names.length > 0 &&
      html`<span class="study-authors"><bdi>${names.join(", ")}</bdi>${more > 0 && ` and ${number(more)} more`}</span>`,
    sponsor && html`<bdi>${sponsor}</bdi>`,
    (journal ?? journalShort) && html`<bdi>${(journal ?? journalShort)?.value}</bdi>`,
    published && (isTrialItself(facts) ? html`started ${time(published.value)}` : time(published.value)),
  ].filter((part): part is Html => part instanceof Html);
  return parts.length > 0
    ? html`<p class="study-byline">${parts.flatMap((part, at) => (at === 0 ? [part] : [" · ", part]))}</p>`
    : null;
}

/** Whose the title and what stands below it are, record by record. */
function bylineFrom(facts: StudyFacts): Html | null {
  const sponsored = isTrialItself(facts) ? facts.trials[0] : undefined;
  const named: [string, Field<unknown> | undefined][] = [
    ["title", facts.title],
    ["authors", facts.authors],
    ["sponsor", sponsored?.value.sponsor ? sponsored : undefined],
    ["journal", facts.journal ?? facts.journalShort],
    [isTrialItself(facts) ? "start" : "date", facts.published],
    ["free full text", facts.freeText],
  ];
  const byRecord = new Map<string, { names: string[]; field: Field<unknown> }>();
  for (const [name, field] of named) {
    if (!field) continue;
    const record = `${field.source} ${field.url} ${field.retrievedAt.slice(0, 10)}`;
    byRecord.set(record, { names: [...(byRecord.get(record)?.names ?? []), name], field });
  }
  if (byRecord.size === 0) return null;
  const said = [...byRecord.values()].map(({ names, field }) => html`${listed(names)}: ${recordLink(field)}`);
  return html`<p class="study-source">From the records: ${said.map((one, at) => html`${at > 0 && "; "}${one}`)}.</p>`;
}

/** Free full text first, then where each registry keeps it. */
function links({ identifiers }: CardInput, facts: StudyFacts): Html {
  const known = [...facts.identifiers.map(({ value }) => value), ...identifiers];
  const ofKind = (kind: Identifier["kind"]) => known.find((one) => one.kind === kind);
  const papers = (["doi", "pmid", "pmcid", "nct"] as const)
    .map(ofKind)
    .filter((one): one is Identifier => one !== undefined);
  const trials = facts.trials
    .map(({ value }): Identifier => ({ kind: "nct", value: value.nct }))
    .filter(({ value }) => !papers.some((one) => one.value === value));
  return html`<ul class="study-links">
    ${facts.freeText && link(facts.freeText.value.url, "Read it free", "study-free")}
    ${[...papers, ...trials].map((one) => link(addressOf(one), labelOf(one)))}
  </ul>`;
}

function factList(facts: StudyFacts): Html {
  const { kind, participants, reading } = facts;
  const read = reading?.value;
  const right = correction(facts, "people");
  return html`<dl class="study-facts">
    ${row("Kind", kind ? kindInFull(kind.value) : "Not stated in the records", kind && !correction(facts, "kind") ? kindFrom(kind) : undefined, kind && [correction(facts, "kind"), whereKindIsSaid(kind)])}
    ${read?.people && reading && row("Who", peopleCounted(read.people.count, right ? "took part" : "took part, says the abstract"), undefined, [right, whereItSaysSo("people", read.people, reading)])}
    ${read?.pooled && reading && row("Who", peopleCounted(read.pooled.count, "in the studies it pools"), undefined, [right, whereItSaysSo("pooled", read.pooled, reading)])}
    ${asideRow("Who", facts, "people")}
    ${participants && row("How many", peopleInFull(participants.value), recordLink(participants, participants.value.nct), !read?.people && !read?.pooled && right)}
    ${whoLines(facts).map(({ name, words, says, where }) => row(name, words, says, where))}
    ${asideRow("Groups", facts, "arms")}
    ${read?.duration && reading && row("For how long", html`“${read.duration.words}”`, undefined, whereItSaysSo("duration", read.duration, reading))}
    ${asideRow("For how long", facts, "duration")}
    ${facts.trials.map((trial) => registryRows(trial, facts))}
    ${facts.related && row("Belongs to", relatedTo(facts.related.value), recordLink(facts.related))}
  </dl>`;
}

/** A data set leads to its paper, an older version to the newer one. */
function relatedTo(related: Related[]): Html {
  return html`${related.map(({ relation, doi }, at) => html`${at > 0 && "; "}${relationWords(relation)} <a href="${addressOf({ kind: "doi", value: doi })}" rel="noopener noreferrer nofollow"><bdi>${doi}</bdi></a>`)}`;
}

function peopleCounted(count: number, said: string): string {
  return `${number(count)} ${count === 1 ? "person" : "people"} ${said}`;
}

/** Our words for the kind, with the hard ones leading to the glossary. */
function kindInFull({ words, also }: Kind): Html {
  return html`${withTerms(words)}${also && html`. ${withTerms(also)}`}`;
}

/** Terms of the record, with the words of title or abstract among them; where there are only such words, where they stand. */
function kindFrom(kind: Field<Kind>): Html {
  const { terms, said } = kind.value;
  const [first] = said ?? [];
  if (!first || terms.length > (said ?? []).length) return html`${recordLink(kind)}: ${terms.join("; ")}`;
  return html`“${first.words}”, in its ${first.where}, ${first.section && html`<bdi>${first.section}</bdi>, `}${recordLink(first.from ?? kind)}`;
}

const hardWords =
  /randomised|double-blind|single-blind|triple-blind|open-label|controlled|no comparison group|phase [1-4]|cohort study|case-control study|cross-sectional|retrospective|observational study|case report|case series|systematic review|pooled analysis|preprint|registry/gi;

function withTerms(words: string): Html[] {
  const parts: Html[] = [];
  let from = 0;
  for (const match of words.matchAll(hardWords)) {
    const term = findTerm(match[0]);
    if (!term) continue;
    parts.push(html`${words.slice(from, match.index)}<a class="term" href="/help/glossary#${term.id}">${match[0]}</a>`);
    from = match.index + match[0].length;
  }
  return [...parts, html`${words.slice(from)}`];
}

function cautions({ asked, notReached }: CardInput, facts: StudyFacts): Html | null {
  const looked = asked
    .map(({ retrievedAt }) => retrievedAt)
    .sort()
    .at(-1);
  const list = cautionsOf(
    facts,
    Number((looked ?? facts.title?.retrievedAt ?? "0").slice(0, 4)),
    askedForAbstract(notReached),
  );
  return list.length > 0
    ? html`<div class="study-cautions"><p class="study-head">Keep in mind</p><ul>${list.map(({ rule, words }) => html`<li data-rule="${rule}">${words}</li>`)}</ul><p class="study-source"><a href="/help/cards#cautions">By which rules we say this</a></p></div>`
    : null;
}

function registryRows(trial: Field<Trial>, facts: StudyFacts): Html {
  const { nct, whyStopped, resultsPosted, enrolment, status } = trial.value;
  const why = status && whys[status];
  const single = facts.trials.length === 1;
  const size = !single || !facts.participants ? enrolment : undefined;
  const says = recordLink(trial, nct);
  const participants = size && {
    nct,
    count: size.count,
    type: size.type === "ACTUAL" ? ("actual" as const) : ("planned" as const),
  };
  return html`
    ${row(isTrialItself(facts) ? "Status" : "Registered trial", [statusWords(trial.value, trial.retrievedAt), participants && peopleInFull(participants), resultsWords(resultsPosted, status)].filter(Boolean).join("; "), says)}
    ${(why || whyStopped) && row(why || "Why it stopped", whyStopped ?? "The registry doesn’t say", says)}`;
}

/** What a moderator put aside of the abstract, openable in the place where it would stand. */
function asideRow(name: string, facts: StudyFacts, field: "people" | "duration" | "arms"): Html | null {
  const one = putAside(facts, field);
  const piece = one?.put?.people ?? one?.put?.pooled ?? one?.put?.duration ?? one?.put?.arms;
  if (!one || !piece || !facts.reading) return null;
  return html`<div><dt>${name}</dt><dd>${aside(one, "The abstract’s words", html`<p><bdi>“${piece.words}”</bdi></p>${whereItSaysSo(field, piece, facts.reading)}`)}</dd></div>`;
}

const whys: Record<string, string> = {
  TERMINATED: "Why it stopped",
  SUSPENDED: "Why it is paused",
  WITHDRAWN: "Why it was withdrawn",
};
const running = /^(?:NOT_YET_RECRUITING|RECRUITING|ENROLLING_BY_INVITATION|ACTIVE_NOT_RECRUITING|SUSPENDED)$/;

function resultsWords(posted: boolean | undefined, status: string | undefined): string | false {
  if (posted === undefined) return false;
  if (posted) return "results posted there";
  return running.test(status ?? "") ? "no results posted there yet" : "no results posted there";
}

function row(
  name: string,
  words: string | Html,
  says: Html | undefined,
  where?: Html | (Html | null)[] | false | null,
): Html {
  return html`<div><dt>${name}</dt><dd><bdi>${words}</bdi>${says && html` <span class="study-source">${says}</span>`}${where}</dd></div>`;
}

function footer({ id, asked }: CardInput): Html {
  const newest = asked
    .map(({ retrievedAt }) => retrievedAt)
    .sort()
    .at(-1);
  const where =
    newest && html`Looked up on ${time(newest.slice(0, 10))} at ${sourceWords(asked.map(({ source }) => source))}. `;
  return html`<p class="study-footer">${where}<span class="study-elsewhere"><a href="/studies/${id}">About this study</a>${new Html(THREADS_MARK)} · </span><a class="study-wrong" href="/studies/${id}/report" rel="nofollow">Something wrong on this card?</a></p>`;
}

function disagreement(titles: Field<string>[]): Html[] {
  return titles.map(({ value, source }, at) => html`${at > 0 && "; "}<bdi>“${value}”</bdi> (${sourceNames[source]})`);
}

function link(address: string, words: string, className?: string): Html {
  return html`<li><a${className && html` class="${className}"`} href="${address}" rel="noopener noreferrer nofollow">${words}</a></li>`;
}

function labelOf({ kind, value }: Identifier): string {
  return { doi: value, pmid: "PubMed", pmcid: "PubMed Central", nct: `Trial ${value}` }[kind];
}

function time(date: string): Html {
  return html`<time datetime="${date}">${dateWords(date)}</time>`;
}
