import { isOfTrial } from "./counted";
import type { DesignWord } from "./design";
import {
  animalsCalled,
  blindOf,
  kindField,
  kindFromWords,
  notInPeople,
  phaseOf,
  randomisedCalled,
  saidBy,
  type Word,
  wordsOf,
} from "./kind-in-words";
import {
  type Field,
  type Kind,
  type NoticeKind,
  type PublicationType,
  type SourceFacts,
  type SourceRecord,
  type Subject,
  sourceNames,
  type Trial,
} from "./types";

/** Publication types that call a work something, in the order in which one outweighs another; names as PubMed, Europe PMC or Crossref write them. */
const named: { types: string[]; words: string }[] = [
  {
    types: ["retraction of publication", "retraction notice", "D016440"],
    words: "Retraction notice for another paper",
  },
  { types: ["published erratum", "D016425"], words: "Correction of another paper" },
  { types: ["expression of concern"], words: "Expression of concern about another paper" },
  { types: ["clinical trial protocol", "D000078325"], words: "Plan of a trial, without results" },
  { types: ["meta-analysis", "network meta-analysis", "D017418"], words: "Pooled analysis of other studies" },
  { types: ["systematic review", "D000078182"], words: "Systematic review of other studies" },
  { types: ["practice guideline", "guideline", "D017065", "D016431"], words: "Guideline" },
  { types: ["case reports", "D002363"], words: "Case report" },
  { types: ["review", "review-article", "scoping review", "D016454"], words: "Review of other studies" },
  { types: ["randomized controlled trial", "D016449"], words: "Randomised controlled trial" },
  { types: ["controlled clinical trial", "D018848"], words: "Controlled clinical trial" },
  { types: ["clinical trial", "D016430"], words: "Clinical trial" },
  { types: ["observational study", "D064888"], words: "Observational study" },
  { types: ["patient education handout", "D029282"], words: "Information for patients" },
  { types: ["editorial", "D016421"], words: "Editorial" },
  { types: ["news", "D016433"], words: "News item" },
  { types: ["comment", "D016420"], words: "Comment on another paper" },
  { types: ["letter", "D016422"], words: "Letter to a journal" },
  { types: ["peer-review"], words: "Referee’s report on a paper, not a study" },
  { types: ["dataset"], words: "Data set" },
  { types: ["book-chapter"], words: "Chapter of a book" },
];

const PREPRINT = "Preprint: not yet checked by other scientists";
const PUBLISHED_PREPRINT = "Preprint, since published";

/** MeSH descriptors of the animals members are most likely to meet, as one says them. */
const animals: [descriptor: string, words: string][] = [
  ["Mice", "mice"],
  ["Rats", "rats"],
  ["Rabbits", "rabbits"],
  ["Dogs", "dogs"],
  ["Cats", "cats"],
  ["Swine", "pigs"],
  ["Sheep", "sheep"],
  ["Zebrafish", "zebrafish"],
  ["Macaca mulatta", "monkeys"],
];

/**
 * What a paper is, only as far as its records say so: publication types, MeSH, for a paper that names one registered trial
 * that trial's own fields, and where all are silent the words of its title and abstract. Undefined where nothing says.
 */
export function kindOfPaper(
  records: SourceRecord[],
  trials: Field<Trial>[],
  sincePublished: boolean,
): Field<Kind> | undefined {
  const trial = trialReported(records, trials);
  const kind = kindByType(records, trial) ?? kindByTrialOrWords(records, trial);
  const preprint = records.find(({ facts }) => facts.preprint);
  if (!preprint) return kind;
  return kindField(preprint, {
    words: sincePublished ? PUBLISHED_PREPRINT : PREPRINT,
    terms: ["Preprint", ...(kind?.value.terms ?? [])],
    ...(kind ? { also: kind.value.words, ...(kind.value.subject ? { subject: kind.value.subject } : {}) } : {}),
    ...(kind?.value.said ? { said: kind.value.said } : {}),
  });
}

function kindByType(records: SourceRecord[], trial: Field<Trial> | undefined): Field<Kind> | undefined {
  const typed = records.find(({ facts }) => facts.publicationTypes?.some((type) => wordsFor([type]))) ?? null;
  const words = typed && wordsFor(typed.facts.publicationTypes ?? []);
  const terms = termsOf(typed?.facts.publicationTypes ?? []);
  if (typed && words && notAStudy.has(words)) return kindField(typed, { words, terms, subject: "papers" });

  const indexed = records.find(({ facts }) => isAnimalOnly(facts));
  if (indexed) {
    const words = isReview(typed?.facts)
      ? `Review of studies in ${animalIn(indexed.facts)}`
      : `Study in ${animalIn(indexed.facts)}, not in people`;
    return kindField(indexed, { words, terms: ["MeSH: Animals, not Humans"], subject: "animals" });
  }
  const veterinary = records.find(({ facts }) => facts.publicationTypes?.some(({ name }) => /veterinary/i.test(name)));
  if (veterinary)
    return kindField(veterinary, {
      words: "Study in animals, not in people",
      terms: termsOf(veterinary.facts.publicationTypes ?? []),
      subject: "animals",
    });
  if (typed && words && isAboutOthers(typed.facts))
    return kindField(typed, aboutOthers(words, terms, wordsOf(records)));
  const other = isIndexedHuman(records) ? null : notInPeople(records);
  if (other) return kindNotInPeople(other);
  return typed && words ? kindField(typed, refined(words, terms, wordsOf(records), trial?.value)) : undefined;
}

function kindNotInPeople({ subject, said, record }: NonNullable<ReturnType<typeof notInPeople>>): Field<Kind> {
  const words =
    subject === "animals"
      ? `Study in ${animalsCalled(said.words)}, not in people`
      : "Laboratory study on cells, not in people";
  return kindField(record, { words, terms: [`“${said.words}”`], subject, said: [said] });
}

function kindByTrialOrWords(records: SourceRecord[], trial: Field<Trial> | undefined): Field<Kind> | undefined {
  // A data set or a chapter is that, whatever its title says; a letter may well report a study.
  const spoken = kindFromWords(wordsOf(records));
  const registered = trial && kindOfTrial(trial);
  const inPassing = spoken && !isOfTrial(spoken) && spoken.behind[0]?.where === "title";
  if (registered && !inPassing) return registered;
  const from = spoken?.behind[0]?.from;
  if (!spoken || !from) return undefined;
  const { words, subject, behind } = spoken;
  return {
    ...from,
    value: { words, terms: behind.map(({ words }) => `“${words}”`), subject, said: behind.map(saidBy) },
  };
}

/** NLM says Humans without Animals. Its indexers read the paper; a mouse in the title is then part of a name. */
function isIndexedHuman(records: SourceRecord[]): boolean {
  return records.some(
    ({ facts }) =>
      facts.subjects?.includes("Humans") &&
      !facts.subjects.includes("Animals") &&
      !facts.subjects.some((one) => /^(cells, cultured|in vitro techniques|cell line|tumor cells)/i.test(one)),
  );
}

const notAStudy = new Set([
  "Retraction notice for another paper",
  "Correction of another paper",
  "Expression of concern about another paper",
  "Referee’s report on a paper, not a study",
  "Data set",
  "Chapter of a book",
]);

/** NLM's "Review" may be a systematic one, by its own title. */
function aboutOthers(words: string, terms: string[], said: Word[]): Kind {
  const title = (design: DesignWord) => said.find((one) => one.design === design && one.where === "title");
  const more = title("meta-analysis") ?? title("systematic-review");
  const subject: Subject | undefined = words.startsWith("Case report") ? "people" : "papers";
  if (words !== "Review of other studies" || !more) return { words, terms, subject };
  const better =
    more.design === "meta-analysis" ? "Pooled analysis of other studies" : "Systematic review of other studies";
  return { words: better, terms: [...terms, `“${more.words}”`], subject, said: [saidBy(more)] };
}

/** Blinding and a missing comparison group aren't among publication types; the paper's own words add them, else its trial's registry. */
function refined(words: string, terms: string[], said: Word[], trial: Trial | undefined): Kind {
  const has = (design: DesignWord) => said.find((one) => one.design === design);
  const plain: Kind = { words, terms, subject: "people" };
  const blind = blindOf(has);
  const blindWord = said.find(({ design }) => design === blind);
  if (/randomised controlled trial$/i.test(words) && blind && blindWord)
    return {
      ...plain,
      words: randomisedCalled(phaseOf({ words }), blind),
      terms: [...terms, `“${blindWord.words}”`],
      said: [saidBy(blindWord)],
    };
  const single = has("single-arm");
  const compares = has("randomised") || has("double-blind") || has("triple-blind");
  const plainTrial = /^(Phase [\d/]+ trial|Clinical trial)$/.test(words);
  if (plainTrial && single && !has("randomised"))
    return {
      ...plain,
      words: `${words}, no comparison group`,
      terms: [...terms, `“${single.words}”`],
      said: [saidBy(single)],
    };
  if (!trial) return plain;
  const masked = trial.allocation === "RANDOMIZED" ? blinding[trial.masking ?? ""] : undefined;
  if (/randomised controlled trial$/i.test(words) && masked)
    return {
      ...plain,
      words: randomisedCalled(phaseOf({ words }), masked),
      terms: [...terms, registered(trial, `MASKING: ${trial.masking}`)],
    };
  if (plainTrial && !compares && isOneGroup(trial))
    return {
      ...plain,
      words: `${words}, no comparison group`,
      terms: [...terms, registered(trial, "SINGLE_GROUP")],
    };
  return plain;
}

/** As a term of another record's kind it says whose it is. */
function registered({ nct }: Trial, term: string): string {
  return `${sourceNames.clinicaltrials}, ${nct}: ${term.toLowerCase().replace(/_/g, " ")}`;
}

const blinding: Record<string, string> = {
  SINGLE: "single-blind",
  DOUBLE: "double-blind",
  TRIPLE: "triple-blind",
  QUADRUPLE: "quadruple-blind",
  NONE: "open-label",
};

function isOneGroup({ interventionModel, allocation }: Trial): boolean {
  return interventionModel === "SINGLE_GROUP" && allocation !== "RANDOMIZED";
}

/**
 * The one registered trial a paper names, unless the paper is about others' work or about animals: then it names it in
 * passing. Where moderators say what it is (`right`), that decides.
 */
export function trialReported(records: SourceRecord[], trials: Field<Trial>[], right?: Kind): Field<Trial> | undefined {
  const elsewhere = right
    ? right.subject !== "people"
    : records.some(({ facts }) => isAnimalOnly(facts) || isAboutOthers(facts)) ||
      (!isIndexedHuman(records) && notInPeople(records) !== null);
  const inPassing = elsewhere || records.some(({ facts }) => facts.noticeOf);
  return trials.length === 1 && !inPassing ? trials[0] : undefined;
}

/** What a registered trial is, from the registry's own fields. "No comparison group" only where it says single group. */
export function kindOfTrial({ value: trial, source, url, retrievedAt }: Field<Trial>): Field<Kind> | undefined {
  const words = wordsForTrial(trial);
  return words
    ? { value: { words, terms: trialTerms(trial), subject: "people" }, source, url, retrievedAt }
    : undefined;
}

function wordsForTrial(trial: Trial): string | null {
  if (trial.studyType === "OBSERVATIONAL") return "Observational study";
  if (trial.studyType === "EXPANDED_ACCESS") return "Treatment outside a trial (expanded access)";
  if (trial.studyType !== "INTERVENTIONAL") return null;
  const phase = phaseWords(trial.phases ?? []);
  if (trial.allocation === "RANDOMIZED") return randomisedCalled(phase, blinding[trial.masking ?? ""] ?? null);
  const comparison = isOneGroup(trial) ? ", no comparison group" : "";
  return `${phase ? `${phase} trial` : "Trial"}${comparison}`;
}

function phaseWords(phases: string[]): string | null {
  const numbers = phases.flatMap((phase) => /^PHASE([1-4])$/.exec(phase)?.[1] ?? []);
  if (phases.includes("EARLY_PHASE1")) return "Early phase 1";
  return numbers.length > 0 ? `Phase ${numbers.join("/")}` : null;
}

function trialTerms({ studyType, phases, allocation, interventionModel, masking }: Trial): string[] {
  return [
    ...(phases ?? []),
    allocation,
    interventionModel,
    masking ? `MASKING: ${masking}` : undefined,
    phases ? undefined : studyType,
  ]
    .filter((term): term is string => term !== undefined && term !== "NA")
    .map((term) =>
      capital(
        term
          .toLowerCase()
          .replace(/_/g, " ")
          .replace(/phase(\d)/, "phase $1"),
      ),
    );
}

function wordsFor(types: PublicationType[]): string | null {
  const all = new Set(types.flatMap(({ name, ui }) => [name.toLowerCase(), ...(ui ? [ui] : [])]));
  const phase = types
    .map(({ name }) => /^Clinical Trial, Phase (IV|I{1,3})$/i.exec(name)?.[1]?.toUpperCase())
    .find(Boolean);
  const match = named.find(({ types: any }) => any.some((type) => all.has(type)));
  const number = phase ? { I: 1, II: 2, III: 3, IV: 4 }[phase] : null;
  if (number && (!match || /trial$/i.test(match.words))) {
    return match?.words.startsWith("Randomised")
      ? `Phase ${number} randomised controlled trial`
      : `Phase ${number} trial`;
  }
  if (match?.words === "Case report" && all.has("review")) return "Case report with a review of other studies";
  return match?.words ?? null;
}

/** "Journal Article" and who paid for it say nothing about the kind. */
function termsOf(types: PublicationType[]): string[] {
  return types
    .map(({ name }) => name)
    .filter((name) => !/^(journal[ -]article|research-article|english abstract)$|^research support/i.test(name));
}

function isAboutOthers({ publicationTypes = [] }: SourceFacts): boolean {
  return publicationTypes.some(({ name }) =>
    /review|meta-analysis|guideline|editorial|comment|news|handout|case reports/i.test(name),
  );
}

function isReview(facts: SourceFacts | undefined): boolean {
  return (facts?.publicationTypes ?? []).some(({ name }) => /review|meta-analysis/i.test(name));
}

export function isAnimalOnly({ subjects }: SourceFacts): boolean {
  return Boolean(subjects?.includes("Animals") && !subjects.includes("Humans"));
}

function animalIn({ subjects = [] }: SourceFacts): string {
  const found = animals.filter(([descriptor]) =>
    subjects.some((subject) => subject === descriptor || subject.startsWith(`${descriptor}, `)),
  );
  return found.length === 1 && found[0] ? found[0][1] : "animals";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const noticeKinds: Partial<Record<NoticeKind, string>> = {
  retraction: "Retraction notice for another paper",
  removal: "Retraction notice for another paper",
  withdrawal: "Retraction notice for another paper",
  "partial-retraction": "Retraction notice for another paper",
  concern: "Expression of concern about another paper",
  correction: "Correction of another paper",
};

/** Of a record that is a notice only because it names what it is about, as Crossref's are. */
export function kindOfNotice({ value, ...origin }: Field<NoticeKind>): Field<Kind> | undefined {
  const words = noticeKinds[value];
  return words ? { ...origin, value: { words, terms: [value], subject: "papers" } } : undefined;
}
