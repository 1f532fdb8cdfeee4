import {
  anewAfter,
  anewBefore,
  asksWhatItDoes,
  causedBy,
  changes,
  isBlamed,
  isNegative,
  isUnwished,
  ofTreatment,
  reportsSomebody,
} from "./harm-wordings";
import { eventEndings, eventWords } from "./harm-words";
import type { ReadText, Sentence } from "./sections";
import { shortForms } from "./short-forms";

/** Words that are about harm wherever they stand. */
const named =
  /\b(?:adverse|side[- ]effects?|untoward|toxic(?:ity|ities|)?|\w*toxicit(?:y|ies)|safety(?! (?:data ?sets?|populations?|analys[ie]s set|sets?)\b)|safe|safely|unsafe|tolerated|tolerab(?:le|ility)|complications?|harm(?:s|ed|ful|ing)?|negative (?:effects?|impacts?)|negatively (?:affect|impact)\w*|detriment\w*|deleterious|ill effects?|reactogenic\w*|\w+ (?:tolerated|borne)|(?:well|good|poor|better|excellent|acceptable|bad) tolerance|(?:dose|treatment|drug)[- ](?:limiting|interruptions?|delays?|modifications?|adjustments? (?:for|because|due))|self[- ]limit(?:ed|ing)|dose[- ]limiting|treatment[- ](?:related|emergent)|drug[- ]related|(?<!tumou?r |histologic |histological |nuclear |disease )grade [≥>]? ?(?:[345]|III|IV|V)(?: ?(?:[-/–]|or|and) ?(?:[345]|IV|V))?|discontinu(?:ed?|es|ing|ations?)|infusion[- ](?:related )?reactions?|(?:allergic|hypersensitivity|anaphyla\w+|injection[- ]site|transfusion) reactions?|morbidity|iatrogenic|overdos\w+|withdr(?:ew|awn?|awals?)|intoleran(?:ce|t)|unwanted|uneventful|dose reductions?(?! (?:strateg|techni|protocol))|re-?operat(?:ed|ions?)|poisoning|(?:stop(?:ped)?|gave up|left|quit)\s(?:(?:the|their|taking|using)\s)*(?:drug|treatment|therapy|medication|medicine|trial|study|it)?\s?(?:early\s)?(?:because|due|for|owing|on account)|had to (?:stop|be (?:stopped|withdrawn|taken off|interrupted|reduced))|(?:steroid|drug|treatment|medication)[- ](?:induced|related|associated)(?! (?:\w+ )?(?:changes?|improvements?|reductions?|increases?|decreases?|gains?|effects?|differences?|responses?|factors?|costs?|decisions?|remissions?|variables?|ovulation|modulation|knowledge|stigma|savings|benefits?|characteristics|information|beliefs|satisfaction|activit(?:y|ies)|expression|relief|recovery)\b))\b/i;
const initials = /\b(?:S|T|TE|TR|SUS|ir|im|nsT?E?)?AEs?\b|\bAESIs?\b|\bA[DE]Rs?\b|\bDLTs?\b|\bCRS\b|\bICANS\b/;
/** Events that are harms wherever something is told of them. */
const grave =
  /\b(?:deaths?|died?|dying|lethal\w*|fatal(?:ities|ity|)?|mortality|thrombo(?:sis|ses|tic|embol\w+)|embolism|strokes?|(?:myocardial |cerebral )?infarctions?|h(?:a)?emorrhag\w+|bleed(?:s|ing)?|(?<!\b(?:length|duration|costs?|days?|period|time|length and costs) of )hospitali[sz](?:ations?|ed)(?! (?:costs?|stays?|days?|time|length))|perforation|GVHD|graft[- ]versus[- ]host|cytokine release|anaphyla\w+|suicid\w+|miscarriages?|stillbirths?|malformations?|birth defects)\b(?![- ](?:free|scores?|tendency|disorders?))/i;
/** Events that may as well be the illness itself: only where the abstract isn't about them. */
const mild = new RegExp(
  `\\b(?:${eventWords}|${eventEndings})\\b(?![- ](?:free|scores?|scales?|index|relief|reduction|intensity|ratings?|thresholds?|catastrophi\\w+|control|prevention|management|risk factors?))`,
  "gi",
);
const anyGrave = new RegExp(grave.source, "gi");
const told =
  /\b(?:was|were|had|did|occurred|developed|experienced|reported|observed|noted|seen|recorded|found|led|caused|required|suffered|increased|decreased|reduced|rose|fell|doubled|raised|associated|remained|died|resulted|complained|presented|no)\b/i;
const happened =
  /\b(?:occurred|felt|remained|ruled out|excluded|(?:found|rose|ended|progression|present|confirmed|diagnosed) in|symptoms|were frequent|was frequent|in \d+ (?:patients|participants|people|children|women|men|cases)|developed|experienced|suffered|complained|reported|recorded|observed|noted|seen|led to|caused|resulted in|(?:more|less|most|least) (?:often|frequent(?:ly)?|common(?:ly)?)|(?:was|were) (?:common|rare|frequent|mild|raised|similar)|there (?:was|were|had been)|no|none|nobody|had (?:an? |mild |severe |new |more |fewer |no |transient )?\w+|required|rose above|fell by|stopped|recovered|during)\b/i;
/** Any verb of the past, and somebody counted: enough where nothing speaks of getting better. */
const bare = /\b(?:\w{3,}ed|rose|arose|fell|came|went|kept|cost|led|lost|met|sank|grew|appeared|were|was)\b/i;
const counted =
  /\b(?:in|of|for|by|to|affected|troubled|bothered|kept|cost|needed|had|were|was) (?:only )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|few|a few|most|half|a (?:third|quarter|fifth|tenth))\b|^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|None|Some|Several|\d+)\b/;
const bettered =
  /\b(?:improv\w+|reduc\w+|decreas\w+|reliev\w+|relief|resolv\w+|better|lower(?:ed)?|declin\w+|alleviat\w+|ameliorat\w+|remission|respon(?:se|ded)|recover\w+|normali[sz]\w+|protect\w+|prevent\w+|correlat\w+|predict\w+)\b/i;
const serious =
  /\b(?:serious|severe|life[- ]threatening|fatal|deaths?|died|mortality|grade (?:[345]|III|IV|V)|SAEs?|dose[- ]limiting|hospitali[sz]ation)\b/i;
/** What a study set out to measure is not yet what happened. */
const planned =
  /\b(?:aim(?:ed|s)?|(?:any|all) (?:[\w-]+ ){0,3}(?:complications?|side[- ]effects?|events?|reactions?) [^.;\d]{0,60}(?:was|were) (?:also )?(?:noted|recorded|registered|documented|monitored)|designed to|main outcome|outcome variables?|purpose|objectives?|sought|primary (?:and secondary )?(?:end ?points?|outcomes?)|secondary (?:end ?points?|outcomes?)|end ?points? (?:was|were|included)|outcomes? (?:was|were|included|measures?)|to (?:assess|evaluate|determine|investigate|examine|compare|explore|study|test|establish|describe|report)|we (?:assessed|evaluated|investigated|examined|compared|hypothesi[sz]ed)|(?:was|were) (?:assessed|evaluated|monitored|recorded|graded|analy[sz]ed|collected|compared|measured|the primary|the secondary)|will be|remains? (?:\w+ )?(?:unclear|unknown|to be|unresolved|uncertain|undetermined|open)|(?:is|are) (?:not (?:well )?known|unclear|unknown|needed|warranted|required)|should be|further|future|larger)\b/i;
const general = /\b(?:is|are|can|may|often|commonly|usually|frequently|remain|has been|have been)\b/i;
const past =
  /\b(?:was|were|had|did|occurred|developed|experienced|reported|observed|noted|died|stopped|discontinued|withdrew|tolerated|showed|led|caused|resulted|increased)\b/i;

/** An abstract of 20,000 characters has about 150. */
const MOST_SENTENCES = 600;

/** `sure` where the sentence plainly tells of a harm; else it names something that may be one, or may be what was studied. */
export type Harm = Sentence & { rank: number; sure: boolean };

/** Who was studied, not what happened to them: "in adults with anaemia", "a history of thrombosis". */
const hadBefore =
  /\b(?:patients?|adults?|child(?:ren)?|people|persons?|individuals?|women|woman|men|man|subjects?|participants?|infants?|neonates?|cases|those|controls|survivors|girls?|boys?|recipients|volunteers|donors|everyone|anyone)\s(?:[\w-]+\s){0,4}(?:with|having|for|suffering from)\s(?:[\w-]+,?\s){0,5}$|\b(?:history|diagnosis|treatment|management|therapy|symptoms|severity|duration|forms?|prevention|prophylaxis|causes?|pathogenesis|models?|classification|predict(?:ors?|ion|ive)? of|criteria|score|fears?|worr(?:y|ies)|concerns?|afraid|dread) (?:of|for|about) (?:[\w-]+\s){0,3}$|\b(?<!\b(?:subsequently|later|then|again) )(?:diagnosed|presented|presenting|referred|living|admitted) (?:with|for) (?:[\w-]+,?\s){0,4}$|\b(?:treated|given|operated|admitted|referred|transfused|performed|done|underwent|indicated|seen|enrol+ed|chosen|considered)\s(?:[\w-]+\s){0,3}because of (?:[\w-]+\s){0,3}$/i;
/** A title that speaks of what a treatment or an illness does: its events are what the abstract tells of. */
const consequences =
  /\b(?:after|following|induced|associated|related|due to|caused by|owing to|risks? of|complicat\w+|reactions?|events?|outcomes? of|toxicit\w*|adverse|side[- ]effects?|safety|late effects|long-term effects|under|fatal|lethal|exposed|exposure)\b/i;
/** Ways of telling that something went wrong without naming it. */
const befell =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several|patients?|participants?|subjects?|children|infants?|women|men|adults|people|who|group|arm|none|nobody|neither)\b[^.;]{0,40}\b(?:developed|suffered|complained|withdrew|dropped out|(?:was|were) (?:hospitali[sz]ed|admitted|intubated|withdrawn|readmitted|transfused|resuscitated|dialy[sz]ed|defibrillated|re-?operated)|(?:needed|required) (?:surgery|transfusions?|intubation|dialysis|oxygen|hospital|intensive|steroids|ventilation|re-?operation|antibiotics|treatment)|had to)\b(?! (?:an? )?(?:response|remission|models?|tools?|methods?|protocols?|scores?|questionnaires?|scales?|programmes?|interventions?|apps?))|\b(?:was|were|mostly|all|generally|usually|mainly|predominantly) (?:\w+ )?(?:mild|transient|self-limit\w*|reversible|manageable|benign)\b|\b(?:resolved|recovered|subsided|settled) (?:spontaneously|with|after|within|completely|on|without|in all)\b/i;

/** "Two went blind", "a line broke in one", "was seen once": few, told by number, and nobody got better by it. */
const befellFew =
  /^(?:(?:only |just |another )?(?:one|two|three|four|five|six|seven|eight|nine|nobody|none|no one)\b[^.;]{0,60}\b(?:went|became|had|got|lost|broke|failed|needed|stopped|left|fell|came|suffered|developed|were (?:not )?(?:able|lost|taken))\b|[^.;]{0,80}\b(?:in|of|for|by) (?:only |just )?(?:one|two|three|four|five|six|seven|eight|nine|none)(?: (?:patients?|children|women|men|people|cases?|participants?|of them))?\.?$|[^.;]{0,80}\b(?:once|twice)(?: (?:with|in|under|on|during) [\w -]{1,30})?\.?$)/i;
const good =
  /\b(?:respon\w+|remissions?|improv\w+|recover\w+|resolv\w+|better|cured?|normal\w*|complete\w*|reach\w*|achiev\w*|success\w*|benefit\w*|satisf\w*|agree\w*|score\w*|preferred|positive|variants?|mutations?|genes?|female|male|women|men|aged|median|mean|sites?|centres?|centers?|countries|studies|trials|articles|interviews?|themes?|groups?|arms?|versus|vs|questionnaires?|years?|months?|weeks?|days?|hours?|consult\w*|visits?)\b/i;

/**
 * Sentences that tell of harms, those that matter most first: what happened before what was concluded, serious before
 * any, with numbers before without. What is only announced or known from before isn't one. Where none says so plainly,
 * those that may: an abstract that tells of a harm must not be called silent. Empty where nothing points to one.
 */
export function harmsIn({ sentences: all, labelled }: ReadText, title = ""): Harm[] {
  const sentences = all.slice(0, MOST_SENTENCES);
  const short = shortHarms(sentences);
  const topics = topicsOf(sentences, labelled, short);
  for (const [word] of title.matchAll(mild)) topics.add(stemOf(word));
  const outcomes = outcomesOf(sentences, title);
  const treated = ofTreatment(title) || sentences.some(({ text }) => ofTreatment(text));
  const order = (one: Harm, other: Harm) => other.rank - one.rank || one.order - other.order;
  const sure = sentences.flatMap((sentence) => {
    const rank = rankOf(sentence, labelled, sentences.length, topics, outcomes, short);
    // What an illness does where nobody is treated is no plain harm of anything.
    return rank > 0 ? [{ ...sentence, rank, sure: treated || named.test(sentence.text) }] : [];
  });
  if (sure.length > 0) return sure.sort(order);
  const ofHarms = consequences.test(title);
  const doubtful = sentences.flatMap((sentence) => {
    const rank = doubtfulRank(sentence, labelled, ofHarms ? new Set() : topics, short);
    return rank > 0 ? [{ ...sentence, rank, sure: false }] : [];
  });
  if (doubtful.length > 0) return doubtful.sort(order);
  if (ofHarms && (grave.test(title) || [...title.matchAll(mild)].length > 0)) {
    // "Endophthalmitis after injections": what the title names is afterwards only counted.
    const countedOnly = sentences.filter(
      ({ role, text, order }) =>
        (role === "results" || role === "mixed" || (!labelled && role === undefined && order > 0)) &&
        /\b(?:cases?|events?|episodes?|incidence|risks?)\b/i.test(text) &&
        !/\b(?:included|enrol\w+|reviewed|analy[sz]ed)\b/i.test(text) &&
        /\d/.test(text),
    );
    if (countedOnly.length > 0) return countedOnly.map((sentence) => ({ ...sentence, rank: 1, sure: false }));
  }
  if (!treated) return [];
  const last = sentences
    .flatMap((sentence) => {
      const rank = lastRank(
        sentence,
        labelled,
        short,
        /\b(?:risks?|caus\w+|induc\w+|harm\w*|danger\w*|hazard\w*)\b/i.test(title),
        topics,
        ofHarms,
      );
      return rank > 0 ? [{ ...sentence, rank, sure: false }] : [];
    })
    .sort(order);
  if (last.length > 0 || !asksWhatItDoes(title)) return last;
  return sentences
    .filter(({ role, text }) => (role === "results" || role === "mixed") && changes.test(text))
    .map((sentence) => ({ ...sentence, rank: 1, sure: false }));
}

/**
 * Where nothing else in an abstract about a treatment points to a harm: what it is about may itself be one, if it is told
 * as something that came about ("lymphoedema developed in nine"), or as a treatment's doing.
 */
function lastRank(
  { text, role, order }: Sentence,
  labelled: boolean,
  short: Map<string, string>,
  asksForHarm: boolean,
  topics: Set<string>,
  ofHarms: boolean,
): number {
  if (role === "lay" || role === "other" || role === "background") return 0;
  const events = [
    ...eventsOf(text, short),
    ...[...text.matchAll(anyGrave)].map(({ 0: word, index }) => ({ word, at: index, stem: stemOf(word) })),
  ].filter(({ at }) => !isWhoTheyWere(text, at));
  // "A case of penicillin anaphylaxis is described" is all that some reports say of it.
  const reports = reportsSomebody(text) && (events.length > 0 || ofHarms || isBlamed(text));
  if (role === "aim") return reports && /^To (?:report|describe|present)\b/.test(text) ? 1 : 0;
  const blamed = events.some(({ at }) => causedBy.test(text.slice(Math.max(0, at - 60), at)));
  if (role === "methods" || role === "people") return blamed && !isAnnounced(text) ? 1 : 0;
  if (reports && role !== "conclusion" && role !== "limits") return 3;
  if (
    !labelled &&
    role === undefined &&
    order === 0 &&
    !/\b(?:developed|suffered|died|experienced|occurred|was|were)\b/i.test(text)
  )
    return 0;
  const anew = events.some(
    ({ word, at }) =>
      anewBefore.test(text.slice(Math.max(0, at - 70), at)) ||
      anewAfter.test(text.slice(at + word.length, at + word.length + 90)),
  );
  const risk = /\brisk factors? (?:for|of)\b/i.test(text) && (events.length > 0 || asksForHarm);
  const scored = [...text.matchAll(unmoved)].some(([, word = ""]) => !topics.has(stemOf(word)));
  const unwished = (role === "results" || role === "mixed" || role === undefined) && isUnwished(text);
  if (!blamed && !anew && !risk && !unwished && !scored) return 0;
  if (isAnnounced(text) && !/\d/.test(text)) return 0;
  return (
    1 + (/\d/.test(text) ? 2 : 0) + (blamed ? 1 : 0) + (anew ? 2 : 0) + (role === "results" || role === "mixed" ? 1 : 0)
  );
}

function isAnnounced(text: string): boolean {
  return planned.test(text);
}

type Event = { word: string; at: number; stem: string };

/** Names of what may go wrong in a sentence, also by the short forms that the abstract gives them. */
function eventsOf(text: string, short: Map<string, string>): Event[] {
  const events = [...text.matchAll(mild)].map(({ 0: word, index }) => ({ word, at: index, stem: stemOf(word) }));
  for (const [form, stem] of short)
    for (const { 0: word, index } of text.matchAll(new RegExp(`\\b${form}s?\\b(?! (?:scores?|scales?))`, "g")))
      events.push({ word, at: index, stem });
  return events.filter(({ at }) => !isOnAdmission(text, at));
}

/** Short forms of harms with the stem of the harm: of the abstract's own, not those known by themselves. */
function shortHarms(sentences: Sentence[]): Map<string, string> {
  const harms = new Map<string, string>();
  for (const [form, long] of shortForms(sentences.map(({ text }) => text).join("\n"))) {
    const event = [...long.matchAll(mild)].at(-1)?.[0] ?? grave.exec(long)?.[0] ?? named.exec(long)?.[0];
    if (event) harms.set(form, stemOf(event));
  }
  return harms;
}

/** "Severity on admission" tells of nobody who had to be admitted. */
function isOnAdmission(text: string, at: number): boolean {
  return (
    /^admission/i.test(text.slice(at)) &&
    /\b(?:on|at|before|since|of|after|index|upon)\s(?:\w+\s)?$/i.test(text.slice(0, at))
  );
}

/** What the abstract is about: named before any result, or again and again. A trial for fatigue doesn't do harm by measuring it. */
function topicsOf(sentences: Sentence[], labelled: boolean, short: Map<string, string>): Set<string> {
  const topics = new Set<string>();
  const often = new Map<string, number>();
  for (const { text, role, order } of sentences) {
    const opens = role === "background" || role === "aim" || (!labelled && role === undefined && order < 2);
    for (const { stem } of eventsOf(text, short)) {
      often.set(stem, (often.get(stem) ?? 0) + 1);
      if (!opens && (often.get(stem) ?? 0) <= 3) continue;
      topics.add(stem);
      // A study of back pain is about pain.
      if (/ pain$/.test(stem)) topics.add("pain");
    }
  }
  return topics;
}

/** Death or bleeding as the very thing that was measured: then it is a result, and whether also a harm nobody says. */
function outcomesOf(sentences: Sentence[], title: string): Set<string> {
  const texts = sentences
    .filter(
      ({ role, text }) =>
        role === "aim" || /\b(?:primary|main|co-primary) (?:[\w-]+ ){0,2}(?:end ?-?points?|outcomes?)\b/i.test(text),
    )
    .map(({ text }) => text);
  return new Set([title, ...texts].flatMap((text) => [...text.matchAll(anyGrave)].map(([word]) => kindOfGrave(word))));
}

function kindOfGrave(word: string): string {
  if (/^(?:death|di|dy|lethal|fatal|mortal)/i.test(word)) return "death";
  if (/^(?:h(?:a)?emorrh|bleed)/i.test(word)) return "bleeding";
  if (/^(?:thromb|embol)/i.test(word)) return "clots";
  return stemOf(word);
}

function stemOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/ae/g, "e")
    .replace(/(?:ies|es|s|y|ed|ing)$/, "");
}

/** "Less vomiting", "the discomfort score was higher": a harm compared. */
const worse = new RegExp(
  `\\b(?:less|more|fewer|worse|greater) (?:\\w+ )?(?:${eventWords})\\b(?! (?:relief|control|reduction))|\\b(?:pain|discomfort|nausea|fatigue|anxiety|depression|distress|bleeding|bother|VAS|NRS) (?:pain )?(?:scores?|ratings?|levels?|intensity) (?:was|were) (?:\\w+ly )?(?:higher|worse|greater|increased)\\b`,
  "i",
);

/** "Nausea scores were similar": a harm looked for, where it isn't what was treated. */
const unmoved = new RegExp(
  `\\b(${eventWords}) (?:scores?|ratings?) (?:was|were|did) (?:not|no|similar|alike|the same|unchanged|comparable)\\b`,
  "gi",
);

const diedOf =
  /\b(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?: (?:of )?(?:these |the |them )?(?:\w+ )?(?:patients?|participants?|children|infants?|women|men|people|subjects?|animals)?)? died|died (?:of|from|after|during)|deaths? (?:occurred|of \d))\b/i;

/** "Improvements over time for depression": what the treatment bettered. */
function isBetter(text: string, at: number): boolean {
  return /\b(?:improvements?|improved|better|reductions?|decreases?|relief|recovery|remission|benefits?) (?:(?:over|at|from|after|to|\w+ly|was|were|seen|observed|found|noted) ){0,3}(?:\w+ ){0,2}(?:in|of|from|for) (?:[\w-]+,? ){0,4}$/i.test(
    text.slice(Math.max(0, at - 110), at),
  );
}

/** "12 patients with neutropenia" may be telling; "patients with neutropenia" only says who they were. */
function isWhoTheyWere(text: string, at: number): boolean {
  const match = hadBefore.exec(text.slice(Math.max(0, at - 90), at));
  return (
    match !== null &&
    !/\b(?:came|returned|back|readmitted)\b/i.test(match[0]) &&
    !/\d\s*$/.test(text.slice(0, Math.max(0, at - 90) + match.index)) &&
    !/\d/.test(match[0])
  );
}

/** "Three patients with side effects were excluded": told in passing, beside what was planned. */
const somebodyHad =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:[\w-]+ )?(?:patients?|participants?|subjects?|children|women|men|people|cases)\b(?![^.;]{0,40}\b(?:without|history of)\b)[^.;]{0,40}\b(?:side[- ]effects?|adverse|toxicit\w+|complications?|intoleran\w+)[^.;]{0,120}\b(?:excluded|withdrawn|withdrew|stopped|discontinued|dropped|left)\b/i;

/** Of a sentence that may be about harms; 0 where nothing in it points to any. */
function doubtfulRank(
  { text, role, order }: Sentence,
  labelled: boolean,
  topics: Set<string>,
  short: Map<string, string>,
): number {
  if (role === "background" || role === "aim" || role === "lay" || role === "other") return 0;
  if (somebodyHad.test(text)) return 3;
  // "One of them died of an embolism after surgery", told where the patients are counted.
  if (role === "methods" || (role === "people" && !befell.test(text)))
    return diedOf.test(text) && !/\bexclu\w+/i.test(text) && !planned.test(text) ? 2 : 0;
  if (!labelled && role === undefined && order === 0 && !/\d/.test(text)) return 0;
  if (planned.test(text) && !/\d|^No\b|, no\b|\bnone\b/.test(text)) return 0;
  const events = eventsOf(text, short).filter(
    ({ stem, at }) => !topics.has(stem) && !isWhoTheyWere(text, at) && !isBetter(text, at),
  );
  const heavy = [...text.matchAll(anyGrave)].filter(
    ({ index }) => !isWhoTheyWere(text, index) && !isBetter(text, index),
  );
  const few =
    befellFew.test(text) && !good.test(text) && (role === "results" || role === "mixed" || role === undefined);
  if (events.length === 0 && heavy.length === 0 && !befell.test(text) && !few && !worse.test(text)) return 0;
  const happensHere =
    past.test(text) ||
    /\d|\b(?:no|none|nobody|without|neither|nor|\w{3,}ed|came|got|went|became|bled|rose|fell|made|felt|stung|gave|could)\b/i.test(
      text,
    );
  if (!happensHere && role !== "results" && role !== "mixed" && role !== "harms") return 0;
  let rank = 1 + Math.min(3, events.length) + (heavy.length > 0 ? 3 : 0) + (befell.test(text) ? 2 : 0);
  if (/\d/.test(text)) rank += 1;
  if (worse.test(text)) rank += 2;
  if (role === "conclusion" || role === "limits") rank -= 2;
  if (role === "people") rank -= 3;
  return Math.max(1, rank);
}

function rankOf(
  { text, role, order, section }: Sentence,
  labelled: boolean,
  all: number,
  topics: Set<string>,
  outcomes: Set<string>,
  short: Map<string, string>,
): number {
  if (role === "background" || role === "aim" || role === "lay" || role === "other") return 0;
  const says = named.test(text) || initials.test(text);
  const riskier =
    !/\brisks? (?:of|for) (?:[\w-]+ ){0,3}(?:recurrences?|relapses?|failure|progression|metastas[ei]s|local failure)\b/i.test(
      text,
    ) &&
    /\b(?:rais|increas|elevat|doubl|tripl|excess|higher)\w*\s(?:the\s|in\s|of\s)?(?:relative\s)?risks?\b|\brisks? (?:of|for) [^.;]{1,60}\b(?:was|were) (?:\w+ )?(?:raised|increased|higher|doubled|elevated)\b/i.test(
      text,
    );
  const events = eventsOf(text, short).filter(
    ({ stem, at }) => !topics.has(stem) && !isWhoTheyWere(text, at) && !isBetter(text, at),
  );
  const happens =
    riskier ||
    ([...text.matchAll(anyGrave)].some(
      ({ 0: word, index }) => !outcomes.has(kindOfGrave(word)) && !isWhoTheyWere(text, index),
    ) &&
      told.test(text)) ||
    (events.length > 0 &&
      (happened.test(text) ||
        (/\d\s?%/.test(text) && !/\b(?:much|markedly|greatly) (?:better|improved)\b/i.test(text)) ||
        (bare.test(text) && counted.test(text) && !bettered.test(text))));
  if (!says && !happens && role !== "harms") return 0;
  const figures = /\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|all|neither|without)\b/i.test(text);
  const telling = past.test(text) || /\bno\b|\bnone\b|\bwithout\b|:/i.test(text);
  const announced =
    planned.test(text) &&
    !/^No\b|, no\b/.test(text) &&
    !/\b(?:occurred|experienced|developed|no (?:serious|severe|adverse|untoward|unwanted|significant|treatment|grade|new|unexpected|dose)|(?:recorded|observed|reported|noted|seen|found) in (?:\d|[a-z]+ (?:of|and|patients|participants|children|adults|people|cases|subjects)\b)|well[- ]tolerated|(?:was|were|is|are|be|proved|proven|appear(?:s|ed)?|seem(?:s|ed)?) (?:to be )?(?:\w+ (?:and|but) )?(?:\w+ly )?safe(?:ly)?\b|had (?:an? )?(?:\w+ )?adverse|\(\d)/i.test(
      text,
    );
  if (announced && (role === "methods" || role === "people" || role === undefined || role === "mixed")) return 0;
  if (role === "methods" || role === "people") return telling && figures && says && !announced ? 2 : 0;
  // In one block, what opens the abstract and speaks of what is known in general is background.
  if (
    !labelled &&
    role === undefined &&
    order < Math.max(1, Math.round(all * 0.3)) &&
    !figures &&
    general.test(text) &&
    !past.test(text)
  )
    return 0;
  if (!labelled && role === undefined && order === 0 && !telling) return 0;
  const concluding =
    role === "conclusion" ||
    role === "limits" ||
    (!labelled &&
      /^(?:in conclusion|to sum up|in summary|we conclude|these (?:results|findings|data)|our (?:results|findings|data)|thus|therefore|overall|taken together)/i.test(
        text,
      ));
  let rank = says ? 10 : 4;
  if (role === "harms" || /safety|adverse/i.test(section ?? "")) rank += 4;
  if (/\badverse|side[- ]effects?|\bSAEs?\b|\bTEAEs?\b|\bAEs\b|dose[- ]limiting|toxicit/i.test(text)) rank += 5;
  const negative = isNegative(text);
  if (serious.test(text) && !negative) rank += 3;
  if (figures) rank += 2;
  if (negative) rank -= 2;
  if (telling) rank += 2;
  if (concluding) rank -= 9;
  if (announced) rank -= 6;
  // Who was enrolled, with harms in passing.
  if (
    /\b(?:were|was) (?:\w+ly )?(?:enrol+ed|recruited|randomi[sz]ed|assigned)\b|\bunderwent randomi[sz]ation\b/i.test(
      text,
    )
  )
    rank -= 7;
  return Math.max(rank, 1);
}
