import { Chip } from "./chip";
import { counted } from "./counted";
import type { Tone } from "./types";

export type StudyRow = {
  id: number;
  title: string;
  /** "Phase 3 trial", as the record gives it. */
  kind?: string;
  journal?: string;
  year?: number;
  people?: number;
  threads: number;
  chips?: { tone: Extract<Tone, "caution" | "stop">; words: string }[];
};

/** The studies people talk about here. */
export function StudyList({ studies }: { studies: StudyRow[] }) {
  return (
    <ul className="studies">
      {studies.map((study) => (
        <li key={study.id}>
          <h2 className="study-heading">
            <a href={`/studies/${study.id}`}>
              <bdi>{study.title}</bdi>
            </a>
          </h2>
          <p className="study-row-facts">
            {study.chips?.map((chip) => (
              <Chip key={chip.words} tone={chip.tone}>
                {chip.words}
              </Chip>
            ))}
            <span>
              {[
                study.kind,
                study.people !== undefined && counted(study.people, "person", "people"),
                study.journal,
                study.year,
                `in ${counted(study.threads, "thread")}`,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
