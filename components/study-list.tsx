import { Chip } from "./chip";
import { countedThreads } from "./counted";
import type { Tone } from "./types";

export type StudyRow = {
  id: number;
  title: string;
  /** "Phase 3 trial", as the record gives it. */
  kind?: string;
  /** What a preprint is besides. */
  also?: string;
  journal?: string;
  year?: number;
  /** "18 people", "trial of 18 people" */
  peopleInWords?: string;
  registered?: true;
  harms?:
    | { state: "quoted"; text: string; unsure?: true }
    | { state: "none-found" | "unquoted" | "no-abstract" | "not-yet" | "not-english" | "titles-disagree" | "aside" };
  threads: number;
  /** In at least so many threads. */
  more?: boolean;
  chips?: { tone: Extract<Tone, "caution" | "stop">; words: string }[];
};

/** What the line of a closed card says behind the kind; each only where a record gives it. */
function pointsOf({ also, peopleInWords, registered, year, journal }: StudyRow): { name: string; words: string }[] {
  const points: [name: string, words: string | false | undefined][] = [
    ["also", also],
    ["people", peopleInWords],
    ["year", year !== undefined && `${registered ? "started " : ""}${year}`],
    ["journal", journal ?? (registered && "registered trial")],
  ];
  return points.flatMap(([name, words]) => (words ? [{ name, words }] : []));
}

const unquotedHarms = {
  "none-found": "no sentence about them found in the abstract",
  unquoted: "in a sentence that is too long to quote; see its record",
  "no-abstract": "no abstract to read; look in the full text",
  "not-yet": "no abstract to read so far; look in the full text",
  "not-english": "the abstract isn’t in English; look in the full text",
  "titles-disagree": "no abstract is shown, because the registries give different titles; look in the full text",
  aside: "put aside by a moderator; see its card",
};

/** The studies people talk about here: what each is, in whom, and with what harms; results only beside those, on its page. */
export function StudyList({ studies }: { studies: StudyRow[] }) {
  return (
    <ul className="studies">
      {studies.map((study) => (
        <li key={study.id}>
          <p className="study-line">
            <span className="study-points">
              <strong className="study-kind">{study.kind ?? "Kind not stated"}</strong>
              {pointsOf(study).map(({ name, words }) => (
                <span key={name}>
                  <span aria-hidden="true"> · </span>
                  <bdi className="study-point">{words}</bdi>
                </span>
              ))}
            </span>
            <span className="study-chips">
              {study.chips?.map((chip) => (
                <Chip key={chip.words} tone={chip.tone}>
                  {chip.words}
                </Chip>
              ))}
            </span>
          </p>
          <h2 className="study-heading">
            <a href={`/studies/${study.id}`}>
              <bdi>{study.title}</bdi>
            </a>
          </h2>
          {study.harms && (
            <p className="study-harms-line">
              <span className="study-harms-name">Harms: </span>
              {study.harms.state === "quoted" && study.harms.unsure && "perhaps, or the illness itself: "}
              {study.harms.state === "quoted" ? (
                <q className="study-said" dir="auto">
                  {study.harms.text}
                </q>
              ) : (
                unquotedHarms[study.harms.state]
              )}
            </p>
          )}
          <p className="study-row-facts">
            <a href={`/studies/${study.id}#threads`}>Discussed in {countedThreads(study)}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
