/** A study's name in one of the numbering systems. DOIs are lower case, PMCIDs "PMC…", NCT numbers upper case. */
export type IdentifierKind = "doi" | "pmid" | "pmcid" | "nct";
export type Identifier = { kind: IdentifierKind; value: string };
/** What a post names a study by: an identifier, or a reference without one, as `journal|year|volume|page|author`. */
export type Named = Identifier | { kind: "reference"; value: string };

/** The registries we ask. */
export const sources = ["europepmc", "pubmed", "crossref", "clinicaltrials", "datacite"] as const;
export type Source = (typeof sources)[number];

export const sourceNames: Record<Source, string> = {
  europepmc: "Europe PMC",
  pubmed: "PubMed",
  crossref: "Crossref",
  clinicaltrials: "ClinicalTrials.gov",
  datacite: "DataCite",
};

/** Where a value on a card comes from: `url` is what a person can open to check it, `retrievedAt` an ISO date and time. */
export type Origin = { source: Source; url: string; retrievedAt: string };
/** No value without its origin. */
export type Field<T> = Origin & { value: T };

/** As much of a date as the record gives: "2024", "2024-04" or "2024-04-23". */
export type PartialDate = string;

/** Names as the record writes them, the first twenty at most; `total` counts them all. */
export type Authors = {
  names: string[];
  total: number;
  /** The same names as the record parts them; null for a group's. Missing where a record was read before this was kept. */
  parts?: (AuthorParts | null)[];
};
export type AuthorParts = { family: string; given?: string };

/** Where it stands in its journal. */
export type Printed = { volume?: string; issue?: string; pages?: string };

/** `ui` is the number in NLM's vocabulary, such as D016449; Crossref and Europe PMC give none. */
export type PublicationType = { name: string; ui?: string };

export type NoticeKind =
  | "retraction"
  | "partial-retraction"
  | "removal"
  | "withdrawal"
  | "concern"
  | "correction"
  | "update"
  | "title-says-retracted";

/** Something published about a work: its retraction, a correction, a newer version. `reference` is the source's own words. */
export type Notice = {
  kind: NoticeKind;
  date?: PartialDate;
  doi?: string;
  pmid?: string;
  reference?: string;
  assertedBy?: "publisher" | "retraction-watch";
};

export type FreeText = { url: string; licence?: string };

/** Another thing that this one belongs to, as a data set to its paper. */
export type Related = {
  relation: "supplement" | "part" | "version" | "newer" | "older" | "replaced" | "same" | "derived";
  doi: string;
};

/** Another record of the same work, as a preprint's published version. */
export type Version = { doi?: string; pmid?: string; reference?: string };

/** A registered trial as ClinicalTrials.gov describes it; the words in capitals are the registry's own. */
export type Trial = {
  nct: string;
  title?: string;
  status?: string;
  /** Only with status UNKNOWN: what it was when somebody last said. */
  lastKnownStatus?: string;
  /** The newest date the registry gives for the record as a whole. */
  statusDate?: { date: PartialDate; what: "updated" | "verified" };
  whyStopped?: string;
  studyType?: string;
  phases?: string[];
  allocation?: string;
  interventionModel?: string;
  masking?: string;
  /** ACTUAL people enrolled, or the number ESTIMATED beforehand. Missing where the registry doesn't say which. */
  enrolment?: { count: number; type: "ACTUAL" | "ESTIMATED" };
  conditions?: string[];
  interventions?: string[];
  /** The groups as the registry labels them, and what each is given. */
  arms?: { label: string; given?: string[] }[];
  sponsor?: string;
  startDate?: PartialDate;
  resultsPosted?: boolean;
};

/**
 * What one registry's record says. A field that is missing was not in the record, which says nothing about the study.
 * Kept in StudyRecord.fields beside the record's source, address and time.
 */
export type SourceFacts = {
  identifiers: Identifier[];
  title?: string;
  /** In the language of the paper, where `title` is a translation. */
  vernacularTitle?: string;
  /** True where the record marks its title as translated. */
  titleIsTranslated?: boolean;
  authors?: Authors;
  journal?: string;
  journalShort?: string;
  published?: PartialDate;
  printed?: Printed;
  language?: string;
  publicationTypes?: PublicationType[];
  /** MeSH descriptors. */
  subjects?: string[];
  preprint?: boolean;
  /** A preprint's later version. */
  publishedAs?: Version;
  notices?: Notice[];
  /** Set where the record is itself a notice about another work, with that work where the record names it. */
  noticeOf?: NoticeKind;
  noticeAbout?: Version;
  freeText?: FreeText;
  licence?: string;
  related?: Related[];
  /** NCT numbers of trials the record names. */
  trials?: string[];
  /** A cache under the publisher's copyright, dropped after `keepUntil`; null for a licence that lets us keep it. */
  abstract?: { sections: AbstractSection[]; keepUntil: string | null };
  /** What the card says of the abstract. It outlives the cache, and goes when the next answer has another text. */
  reading?: Reading;
  trial?: Trial;
};

export type AbstractSection = { label?: string; text: string };

/** Some words of a text as they stand there: `start` and `end` are their places in it. */
export type Piece = { words: string; section?: string; start: number; end: number };

/** A whole sentence of an abstract, letter for letter. */
export type Quote = { text: string; section?: string; start: number; end: number };

/**
 * What was read in one abstract: a few sentences and words of it with their places, and whether it tells of harms.
 * Places count in the abstract's sections joined by line breaks, whose SHA-256 is `hash`. Nothing here is our wording.
 */
export type Reading = {
  /** The rules it was read by; see READING_VERSION. */
  version: number;
  hash: string;
  /** Of an abstract that isn't in English nothing but this is known. */
  english: boolean;
  /** How many took part; `quote` only where its sentence is among those that may be quoted. */
  people?: Piece & { count: number; quote?: Quote };
  /** How many people the studies had that a review pools. */
  pooled?: Piece & { count: number; quote?: Quote };
  duration?: Piece & { quote?: Quote };
  /** What was compared, in the abstract's own words. */
  arms?: Piece & { quote?: Quote };
  found: Quote[];
  concluded?: Quote;
  harms: Quote[];
  /** "unquoted": the abstract tells of harms in a sentence too long or too damaged to quote, so no effect is quoted either. */
  harmsState: "quoted" | "unquoted" | "none-found";
  /** No sentence speaks plainly of harms; what is quoted as such may be about them, or about the illness. */
  harmsUnsure?: boolean;
  /** The authors' summary in plain language, in full or its beginning. */
  lay?: { hash: string; quotes: Quote[]; whole: boolean };
  design: (Piece & { design: string; quote?: Quote })[];
  /** How often animals, people and work on cells are named, with the first words for each. */
  subjects: {
    animals: number;
    people: number;
    cells: number;
    animalWords?: Piece & { quote?: Quote };
    cellWords?: Piece & { quote?: Quote };
  };
};

/** What was studied: "papers" are others' studies. Missing where nothing says. */
export type Subject = "people" | "animals" | "cells" | "papers";

/**
 * Words of one record's title or abstract that say of what kind the study is. `sentence` is the one they stand in: of an
 * abstract only where it may be quoted, of a title the whole title.
 */
export type KindSaid = {
  words: string;
  where: "title" | "abstract";
  section?: string;
  sentence?: string;
  from?: Origin;
};

/**
 * What a study is, in plain words, with the record's own terms. `said` are the words of title or abstract that say so where
 * publication types and registry are silent, or that say more than those; `also` is what a preprint is besides.
 */
export type Kind = {
  words: string;
  terms: string[];
  subject?: Subject;
  said?: KindSaid[];
  also?: string;
};

export type Participants = { nct: string; count: number; type: "actual" | "planned" };

/** The word that a title begins with: "WITHDRAWN: …" often means no more than that a review is out of date. */
export type TitleMark = "retracted" | "withdrawn" | "removed";

/** One notice, however many registries assert it; `marked` where only the title says so. */
export type MergedNotice = Notice & { from: Origin[]; marked?: TitleMark };

/** What threads say at their top of a study they cite: its gravest notice, with what it is called and when that was. */
export type StudyWarning = { kind: NoticeKind; marked?: TitleMark; date?: PartialDate; title: string };

/** What we know of one study: kept in Study.facts and shown on its card. A missing field is not known, never "none". */
export type StudyFacts = {
  title?: Field<string>;
  authors?: Field<Authors>;
  journal?: Field<string>;
  journalShort?: Field<string>;
  published?: Field<PartialDate>;
  printed?: Field<Printed>;
  kind?: Field<Kind>;
  participants?: Field<Participants>;
  /** What people had: the registry's for its trial, else what a record names both as a subject and in its title. */
  conditions?: Field<string[]>;
  reading?: Field<Reading>;
  /** True where the abstract may be quoted at length: cc by or cc0. */
  open?: Field<string>;
  language?: Field<string>;
  preprint?: Field<true>;
  publishedAs?: Field<Version>;
  noticeOf?: Field<NoticeKind>;
  noticeAbout?: Field<Version>;
  freeText?: Field<FreeText>;
  related?: Field<Related[]>;
  trials: Field<Trial>[];
  identifiers: Field<Identifier>[];
  notices: MergedNotice[];
  /** Set where registries disagree on the title: all the titles given. */
  titlesDisagree?: Field<string>[];
  /** What moderators say on the card. The fields above are already as they put them; what the sources say is here. */
  amended?: Amended[];
};

export type AmendedField =
  | "note"
  | "title"
  | "kind"
  | "people"
  | "published"
  | "lay"
  | "found"
  | "harms"
  | "concluded"
  | "duration"
  | "arms";

/** `by` is null for a moderator who has left. `said` is the source's value, `put` what was put aside. */
export type Amended = {
  id?: number;
  kind: "note" | "correction" | "hidden";
  field: AmendedField;
  value: string;
  by: string | null;
  at: string;
  reason: string;
  said?: { words: string; source: string };
  put?: Partial<Reading>;
};

/** One registry's record, as kept and as merged. `subject` is empty for the work itself, else the trial it is about. */
export type SourceRecord = Origin & { subject: string; facts: SourceFacts };

/** What the seed knows of a study; `notReached` are the registries nobody has asked yet, `references` those matched to it. */
export type SeedStudy = {
  identifiers: Identifier[];
  references?: string[];
  records: SourceRecord[];
  notReached: Source[];
};

/** What a moderator needs before them to decide about a card. */
export type StudyForCase = {
  id: number;
  cardHtml: string;
  /** What each registry's record says, whatever the card shows. */
  records: { source: Source; url: string; retrievedAt: Date; title: string | null; notices: string[] }[];
  /** What it has that could be put right or aside, and what moderators have placed on it. */
  correct: AmendedField[];
  conceal: AmendedField[];
  placed: { id: number; kind: Amended["kind"]; field: AmendedField; value: string; by: string | null }[];
};

/** What a text that is being written will cite: a sentence, a list as HTML, and whether more is to come. */
export type NamedStudies = { sentence: string; list: string; waiting: boolean };

export const studyStates = ["looking-up", "found", "partly-found", "not-found", "unreachable"] as const;
export type StudyState = (typeof studyStates)[number];

/** What a reader of a card would notice when it changes. */
export const changeKinds = [
  "found",
  "title",
  "corrected",
  "concern",
  "retracted",
  "cleared",
  "published",
  "joined",
  "noted",
  "put-right",
  "put-aside",
] as const;
export type ChangeKind = (typeof changeKinds)[number];
