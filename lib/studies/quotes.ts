import { mayTellEffect } from "./findings";
import { roleOf } from "./sections";
import type { Piece, Quote, Reading, StudyFacts } from "./types";

/** Of these quotes around a shown fact only the words stay. Results, conclusion, harms and summary are as they were. */
export function withoutQuotes<R extends Partial<Reading>>(reading: R, unwanted: (quote: Quote) => boolean): R {
  const bare = <P extends Piece & { quote?: Quote }>({ quote, ...piece }: P) =>
    quote && !unwanted(quote) ? { ...piece, quote } : piece;
  const { people, pooled, duration, arms, design, subjects } = reading;
  const { animalWords, cellWords } = subjects ?? {};
  return {
    ...reading,
    ...(people ? { people: bare(people) } : {}),
    ...(pooled ? { pooled: bare(pooled) } : {}),
    ...(duration ? { duration: bare(duration) } : {}),
    ...(arms ? { arms: bare(arms) } : {}),
    ...(design ? { design: design.map(bare) } : {}),
    ...(subjects
      ? {
          subjects: {
            ...subjects,
            ...(animalWords ? { animalWords: bare(animalWords) } : {}),
            ...(cellWords ? { cellWords: bare(cellWords) } : {}),
          },
        }
      : {}),
  };
}

/** Where harms or results are out of view no other sentence tells an effect: those that were quoted around a shown fact leave only their words. */
export function withoutEffects(facts: StudyFacts): StudyFacts {
  const { kind, reading, amended = [] } = facts;
  const results = amended.flatMap(({ put }) => [...(put?.found ?? []), ...(put?.concluded ? [put.concluded] : [])]);
  const tells = ({ text, section }: { text: string; section?: string }) =>
    mayTellEffect(text, roleOf(section)) || results.some((one) => one.text === text);
  const said = kind?.value.said?.map(({ sentence, ...one }) =>
    sentence === undefined || (one.where === "abstract" && tells({ ...one, text: sentence }))
      ? one
      : { ...one, sentence },
  );
  return {
    ...facts,
    ...(kind && said ? { kind: { ...kind, value: { ...kind.value, said } } } : {}),
    ...(reading ? { reading: { ...reading, value: withoutQuotes(reading.value, tells) } } : {}),
    amended: amended.map((one) => (one.put ? { ...one, put: withoutQuotes(one.put, tells) } : one)),
  };
}
