import { aside, putAside } from "./amended-card";
import { partsOfWhole } from "./counts";
import { termsIn } from "./glossary";
import { type Html, html } from "./html";
import { iconArray } from "./icon-array";
import { retractionOf } from "./merging-notices";
import {
  type Amended,
  type Field,
  type Kind,
  type Origin,
  type Quote,
  type Reading,
  type StudyFacts,
  sourceNames,
} from "./types";
import { dateWords, foldedWords } from "./wording";

const COUNTS_SHOWN = 4;
const TERMS_EXPLAINED = 10;

/** What was found, what the authors conclude, and beside both what the abstract says of harms: one block, never one without the other. */
export function findings(facts: StudyFacts, complete: boolean): Html | null {
  if (facts.noticeOf) return null;
  const { reading } = facts;
  if (facts.titlesDisagree)
    return html`<p class="study-nothing">No abstract is shown here, because the registries give different titles: it may be another paper’s. About results and harms, look in the full text.</p>`;
  if (!reading)
    return isPaper(facts)
      ? html`<p class="study-nothing">${complete ? "No abstract to read." : "No abstract to read so far."} About results and harms, look in the full text.</p>`
      : null;
  if (!reading.value.english)
    return html`<p class="study-nothing">The abstract isn’t in English, so nothing of it is quoted here. About results and harms, look in the full text.</p>`;
  const whole = putAside(facts, "harms");
  const block = whole ? setAside(facts, reading, whole) : statements(facts, reading);
  const retraction = retractionOf(facts.notices);
  return retraction
    ? html`<details class="study-folded"><summary>${foldedWords(retraction)}</summary>${block}</details>`
    : block;
}

function statements(facts: StudyFacts, reading: Field<Reading>): Html {
  return html`${laySummary(facts, reading)}
    <div class="study-findings">
      <div class="study-effects"><p class="study-head">What was found</p>${effects(facts, reading)}</div>
      <div class="study-harms"><p class="study-head">Harms</p>${harms(facts, reading)}</div>
      ${conclusion(facts, reading)}
    </div>
    ${explained(reading.value)}
    ${licence(facts, reading.value)}`;
}

/** The licence asks for being named where its text is quoted. */
function licence({ open }: StudyFacts, { found, harms, concluded, lay }: Reading): Html | null {
  if (!open || (found.length === 0 && harms.length === 0 && !concluded && !lay)) return null;
  const name = /zero|cc[ -]?0/i.test(open.value)
    ? "CC0 (Creative Commons, no rights reserved)"
    : "CC BY (Creative Commons, with the authors’ names)";
  const address = /creativecommons\.org\/((?:licenses\/by|publicdomain\/zero)\/[\w./-]*)/i.exec(open.value)?.[1];
  const named = address
    ? html`<a href="https://creativecommons.org/${address}" rel="noopener noreferrer nofollow">${name}</a>`
    : name;
  return html`<p class="study-source">Quoted under the licence ${named}, according to ${recordLink(open)}.</p>`;
}

/** Harms are never put aside alone: what was found goes with them, and comes back into view only together with them. */
function setAside(facts: StudyFacts, reading: Field<Reading>, one: Amended): Html {
  const before = { ...reading, value: { ...reading.value, ...one.put } };
  return html`<p class="study-nothing">About results and harms, look in the full text.</p>
    ${aside(one, "What the abstract says of results and harms", statements(facts, before))}`;
}

function conclusion(facts: StudyFacts, reading: Field<Reading>): Html | null {
  const one = putAside(facts, "concluded");
  const said = reading.value.concluded ?? one?.put?.concluded;
  if (!said) return null;
  const shown = statement(said, reading);
  return html`<div class="study-concluded"><p class="study-head">The authors conclude</p>${one ? aside(one, "Their conclusion", shown) : shown}</div>`;
}

function isPaper({ identifiers, trials }: StudyFacts): boolean {
  return !identifiers.some(({ value }) => value.kind === "nct") || trials.length === 0;
}

function laySummary(facts: StudyFacts, reading: Field<Reading>): Html | null {
  const one = putAside(facts, "lay");
  const lay = reading.value.lay ?? one?.put?.lay;
  if (!lay) return null;
  const shown = html`${lay.quotes.map((quote) => quoted(quote.text))}
    <p class="study-source">${lay.whole ? "Their whole summary" : "From their summary"}, ${recordLink(reading)}</p>`;
  return html`<div class="study-lay"><p class="study-head">In plain language, by the authors</p>
    ${one ? aside(one, "Their summary", shown) : shown}</div>`;
}

function effects(facts: StudyFacts, reading: Field<Reading>): Html {
  const { found, harmsState, harmsUnsure } = reading.value;
  const one = putAside(facts, "found");
  if (one)
    return aside(
      one,
      "The abstract’s results",
      (one.put?.found ?? []).map((quote) => statement(quote, reading)),
    );
  if (harmsState === "unquoted")
    return html`<p class="study-nothing">Not quoted here, because what the abstract ${harmsUnsure ? "may say" : "says"} of harms is too long to quote beside it.</p>`;
  if (found.length === 0)
    return html`<p class="study-nothing">No result is quoted here. There may be one in the abstract: see it at ${recordLink(reading)}.</p>`;
  return html`${found.map((quote) => html`${statement(quote, reading)}${counts(quote, facts)}`)}`;
}

function harms(facts: StudyFacts, reading: Field<Reading>): Html {
  const { harms: sentences, harmsState, harmsUnsure } = reading.value;
  if (harmsState === "unquoted")
    return html`<p class="study-nothing">The abstract ${harmsUnsure ? "may speak" : "speaks"} of harms in a sentence that is too long to quote. Read it at ${recordLink(reading)}.</p>`;
  if (sentences.length === 0)
    return html`<p class="study-nothing">We found no sentence about harms in the abstract. That doesn’t mean there were none: look in the full text.</p>`;
  return html`${harmsUnsure && html`<p class="study-nothing">We found no sentence that speaks plainly of harms. This one may be about them, or about the illness itself:</p>`}
    ${sentences.map((quote) => html`${statement(quote, reading)}${counts(quote, facts)}`)}`;
}

function statement(quote: Quote, reading: Field<Reading>): Html {
  return html`${quoted(quote.text)}<p class="study-source">${quote.section && html`<bdi>${quote.section}</bdi>, `}${recordLink(reading)}</p>`;
}

function quoted(text: string): Html {
  return html`<blockquote class="study-quote" dir="auto">${text}</blockquote>`;
}

/** Figures are of people: none where animals, cells or other papers were studied, and all of a sentence's groups or none. */
function counts({ text }: Quote, { kind, reading }: StudyFacts): Html[] {
  const subject = kind?.value.subject;
  const { animals = 0, people = 0, cells = 0 } = reading?.value.subjects ?? {};
  if (subject ? subject !== "people" : animals + cells > people) return [];
  const parts = partsOfWhole(text);
  return parts.length > COUNTS_SHOWN ? [] : parts.map(iconArray);
}

/** `called` is which of its records, as a trial's number. */
export function recordLink({ source, url, retrievedAt }: Origin, called?: string): Html {
  return html`<a href="${url}" rel="noopener noreferrer nofollow">${sourceNames[source]}${called && `, ${called}`}</a>, read on <time datetime="${retrievedAt.slice(0, 10)}">${dateWords(retrievedAt)}</time>`;
}

const saidAbout = {
  people: "who took part",
  pooled: "the people in those studies",
  arms: "the groups",
  duration: "how long it went on",
} as const;

/** The words that a shown fact rests on: its whole sentence where it may be quoted, else just these words. Each is named, for those who go from one to the next by ear. */
export function whereItSaysSo(
  about: keyof typeof saidAbout,
  piece: { words: string; section?: string; quote?: Quote },
  reading: Field<Reading>,
): Html {
  const section = piece.quote?.section ?? piece.section;
  return html`<details class="study-where"><summary>The ${piece.quote ? "sentence" : "words"} about ${saidAbout[about]}</summary>
    ${piece.quote ? quoted(piece.quote.text) : quoted(`… ${piece.words} …`)}
    <p class="study-source">${section && html`<bdi>${section}</bdi>, `}${recordLink(reading)}</p></details>`;
}

/** The same for the words of a title or an abstract that tell the kind: each sentence once, a title as a whole. */
export function whereKindIsSaid({ value: { said = [] }, ...origin }: Field<Kind>): Html | null {
  const shown = said.map(({ words, sentence, ...place }) => ({
    ...place,
    whole: sentence !== undefined,
    sentence: sentence ?? `… ${words} …`,
  }));
  const each = shown.filter(({ sentence }, at) => shown.findIndex((one) => one.sentence === sentence) === at);
  if (each.length === 0) return null;
  const called = each.every(({ where }) => where === "title")
    ? "title, which tells"
    : each.some(({ whole }) => !whole)
      ? "words about"
      : `${each.length > 1 ? "sentences" : "sentence"} about`;
  return html`<details class="study-where"><summary>The ${called} the kind of study</summary>
    ${each.map(
      ({ sentence, where, section, from }) => html`${quoted(sentence)}
      <p class="study-source">${where === "title" ? "Title, " : section && html`<bdi>${section}</bdi>, `}${recordLink(from ?? origin)}</p>`,
    )}</details>`;
}

/** Hard words of what is quoted in plain ones, those of harms first, opened by keyboard and touch; the quotes themselves stay as they are. */
function explained({ harms, found, concluded, lay, arms, duration }: Reading): Html | null {
  const quotes = [...harms, ...found, ...(concluded ? [concluded] : []), ...(lay?.quotes ?? [])];
  const pieces = [arms, duration].filter((one) => one !== undefined);
  const text = [...quotes.map((quote) => quote.text), ...pieces.map(({ words }) => words)].join(" \n ");
  const terms = termsIn(text).slice(0, TERMS_EXPLAINED);
  if (terms.length === 0) return null;
  return html`<details class="study-words"><summary>Words explained: <span class="study-word-list">${terms.map(({ term }) => term).join(", ")}</span></summary>
    <dl>${terms.map(({ id, term, words }) => html`<div><dt><a href="/help/glossary#${id}">${term}</a></dt><dd>${words}</dd></div>`)}</dl></details>`;
}
