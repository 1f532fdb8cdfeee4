import type { Field, Kind, Related, SourceRecord, Subject } from "./types";

// What is registered at DataCite: data sets, software, theses. Its type is taken from the record and never from words, so that
// a data set about a trial is not taken for the trial.

const kinds: Record<string, { words: string; subject?: Subject }> = {
  Dataset: { words: "Data set", subject: "papers" },
  DataPaper: { words: "Description of a data set", subject: "papers" },
  Collection: { words: "Collection of files, not a study", subject: "papers" },
  Software: { words: "Software, not a study", subject: "papers" },
  ComputationalNotebook: { words: "Software, not a study", subject: "papers" },
  Workflow: { words: "Software, not a study", subject: "papers" },
  Model: { words: "Model, not a study", subject: "papers" },
  Image: { words: "Picture, not a study", subject: "papers" },
  Audiovisual: { words: "Film, not a study", subject: "papers" },
  Sound: { words: "Sound recording, not a study", subject: "papers" },
  PhysicalObject: { words: "Object, not a study", subject: "papers" },
  OutputManagementPlan: { words: "Plan for handling data, not a study", subject: "papers" },
  PeerReview: { words: "Referee’s report on a paper, not a study", subject: "papers" },
  StudyRegistration: { words: "Registration of a study, without results" },
  Preprint: { words: "Preprint: not yet checked by other scientists" },
  Dissertation: { words: "Thesis" },
  Report: { words: "Report" },
  ConferencePaper: { words: "Paper for a conference" },
  Poster: { words: "Poster for a conference" },
  Presentation: { words: "Talk" },
  Book: { words: "Book" },
  BookChapter: { words: "Chapter of a book", subject: "papers" },
};

/** Undefined where the record doesn't say, or says no more than that there is a text. */
export function kindOfDeposit(records: SourceRecord[]): Field<Kind> | undefined {
  for (const { facts, source, url, retrievedAt } of records) {
    const name = facts.publicationTypes?.[0]?.name ?? "";
    const kind = kinds[name];
    if (kind) return { value: { ...kind, terms: [name] }, source, url, retrievedAt };
  }
  return undefined;
}

export function relationWords(relation: Related["relation"]): string {
  return {
    supplement: "Supplement to",
    part: "Part of",
    version: "A version of",
    newer: "Newer version of",
    older: "Older version of",
    replaced: "Replaced by",
    same: "The same as",
    derived: "Made from",
  }[relation];
}
